import { Reading } from '../../app/reading.svelte';
import type { Edit } from '../../grid/types';
import type { IndicatorId } from '../../ipc/IndicatorId';
import type { IndicatorScope } from '../../ipc/IndicatorScope';
import type { IndicatorsView } from '../../ipc/IndicatorsView';
import type { NewIndicator } from '../../ipc/NewIndicator';
import type { PlanId } from '../../ipc/PlanId';
import { addIndicators, removeIndicators, YEARS_BACK, type Core } from './changes';
import { editsOf, groupOf, indicatorsOf, rowId, rowOf, stageEdits } from './table';

/** The indicators of a plan as they stand in the file, and what a person does with them. */
export class IndicatorTable {
  /** First year column asked for; without it the table begins with the first figure or the plan. */
  first: number | undefined = $state();

  readonly #core: Core;
  #plan: PlanId | undefined;
  readonly #reading = new Reading<IndicatorsView>();

  constructor(core: Core) {
    this.#core = core;
  }

  get view(): IndicatorsView | undefined {
    return this.#reading.value;
  }

  /** Shows a version of the indicators of a plan. Asked twice for the same it reads it once. */
  load(plan: PlanId, version: number): Promise<void> {
    if (plan !== this.#plan) {
      this.first = undefined;
      this.#plan = plan;
    }
    const asked = { plan, ...(this.first !== undefined && { first: this.first }) };
    return this.#reading.load(JSON.stringify([asked, version]), () => this.#core.ask('indicators_view', asked));
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

  /** Makes the targets of cells ones on the way (中間目標) or those of their years, as one step; `false` where there are none. */
  async setStage(rowIds: readonly string[], keys: readonly string[], interim: boolean): Promise<boolean> {
    const edits = this.view ? stageEdits(this.view, rowIds, keys, interim) : [];
    if (edits.length === 0) return false;
    await this.#core.write('indicator_cells_set', { edits });
    await this.#again();
    return true;
  }

  /** Adds indicators as one step and answers the row of the first. */
  async add(indicators: readonly NewIndicator[]): Promise<string | undefined> {
    const id = await addIndicators(this.#core, indicators);
    if (id === undefined) return undefined;
    await this.#again();
    return rowId({ indicator: id, part: 0 });
  }

  /** Removes the indicators of rows, each as one step, and offers to take it back. */
  async remove(rowIds: readonly string[]): Promise<void> {
    if (this.view) await removeIndicators(this.#core, indicatorsOf(this.view, rowIds), () => this.#again());
  }

  /** Where the indicator of a row can be moved to among those of its node, from 0; `undefined` beyond the ends. */
  placeOf(id: string | undefined, by: -1 | 1): number | undefined {
    const { view } = this;
    const [row, group] = view ? [rowOf(view, id), groupOf(view, id)] : [];
    if (!view || !row || !group) return undefined;
    const own = indicatorsOf(view, group.rows.map(rowId)).map(({ indicator }) => indicator);
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
