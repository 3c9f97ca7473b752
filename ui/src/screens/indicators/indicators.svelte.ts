import type { App } from '../../app/app.svelte';
import type { Edit } from '../../grid/types';
import type { IndicatorId } from '../../ipc/IndicatorId';
import type { IndicatorScope } from '../../ipc/IndicatorScope';
import type { IndicatorsView } from '../../ipc/IndicatorsView';
import type { NewIndicator } from '../../ipc/NewIndicator';
import type { PlanId } from '../../ipc/PlanId';
import { t } from '../../texts';
import { editsOf, groupOf, indicatorsOf, rowId, rowOf } from './table';

/** What the screen needs of the app. */
export type Core = Pick<App, 'ask' | 'write' | 'notice' | 'version'>;

/** Years shown at once when a person goes further back. */
const YEARS_BACK = 5;

/** The indicators of a plan as they stand in the file, and what a person does with them. */
export class IndicatorTable {
  view: IndicatorsView | undefined = $state.raw();
  /** First year column asked for; without it the table begins with the first figure or the plan. */
  first: number | undefined = $state();

  readonly #core: Core;
  #plan: PlanId | undefined;
  #loading: { readonly of: string; readonly done: Promise<void> } | undefined;

  constructor(core: Core) {
    this.#core = core;
  }

  /** Shows a version of the indicators of a plan. Asked twice for the same it reads it once. */
  load(plan: PlanId, version: number): Promise<void> {
    if (plan !== this.#plan) {
      this.view = undefined;
      this.first = undefined;
      this.#plan = plan;
    }
    const asked = { plan, ...(this.first !== undefined && { first: this.first }) };
    const of = JSON.stringify([asked, version]);
    if (this.#loading?.of === of) return this.#loading.done;
    const done = this.#core.ask('indicators_view', asked).then((view) => {
      if (view && this.#loading?.of === of) this.view = view;
    });
    this.#loading = { of, done };
    return done;
  }

  /** Shows years before the first one, so that older figures can be typed in, and answers the year next to the first. */
  async goBack(): Promise<number | undefined> {
    const first = this.view?.years[0]?.year;
    if (first === undefined) return undefined;
    this.first = first - YEARS_BACK;
    await this.#again();
    return first - 1;
  }

  /** Takes over what was typed or pasted, as one step. The cells show the new text until the table is there anew. */
  async edit(edits: readonly Edit[]): Promise<void> {
    const cells = this.view ? editsOf(this.view, edits) : [];
    if (cells.length === 0) return;
    await this.#core.write('indicator_cells_set', { edits: cells });
    await this.#again();
  }

  /** Adds an indicator and answers its row. */
  async add(indicator: NewIndicator): Promise<string | undefined> {
    const id = await this.#core.write('indicator_add', indicator);
    if (id === undefined) return undefined;
    await this.#again();
    return rowId({ indicator: id, part: 0 });
  }

  /** Removes the indicators of rows, each as one step, and offers to take it back. */
  async remove(rowIds: readonly string[]): Promise<void> {
    const { view } = this;
    if (!view) return;
    const names: string[] = [];
    for (const indicator of indicatorsOf(view, rowIds)) {
      if ((await this.#core.write('indicator_remove', { indicator })) === undefined) continue;
      names.push(rowOf(view, rowId({ indicator, part: 0 }))?.name ?? '');
    }
    await this.#again();
    if (names.length === 0) return;
    this.#core.notice({ severity: 'success', what: t('fiscal-removed', { names: names.join(t('fiscal-and')) }), todo: t('fiscal-removed-todo') });
  }

  /** Where the indicator of a row can be moved to among those of its node, from 0; `undefined` beyond the ends. */
  placeOf(id: string | undefined, by: -1 | 1): number | undefined {
    const { view } = this;
    const [row, group] = view ? [rowOf(view, id), groupOf(view, id)] : [];
    if (!view || !row || !group) return undefined;
    const own = indicatorsOf(view, group.rows.map(rowId));
    const to = own.indexOf(row.indicator) + by;
    // Those of the city's finances stand in an order of their own, of which only some are shown here.
    return group.scope.kind === 'fiscal' || to < 0 || to >= own.length ? undefined : to;
  }

  /** Moves the indicator of a row up or down among those of its node. */
  async move(id: string | undefined, by: -1 | 1): Promise<boolean> {
    const [row, position] = [this.view && rowOf(this.view, id), this.placeOf(id, by)];
    if (!row || position === undefined) return false;
    await this.#core.write('indicator_place', { indicator: row.indicator, position });
    await this.#again();
    return true;
  }

  /** Puts the indicator of a row, with everything it has, to another node or to the plan as a whole. */
  async assign(indicator: IndicatorId, scope: IndicatorScope): Promise<void> {
    await this.#core.write('indicator_set', { indicator, edit: { kind: 'scope', scope } });
    await this.#again();
  }

  #again(): Promise<void> {
    return this.#plan === undefined ? Promise.resolve() : this.load(this.#plan, this.#core.version);
  }
}
