import { Reading } from '../../app/reading.svelte';
import type { Edit } from '../../grid/types';
import type { ChartDefinition } from '../../ipc/ChartDefinition';
import type { ChartId } from '../../ipc/ChartId';
import type { FiscalView } from '../../ipc/FiscalView';
import type { NewIndicator } from '../../ipc/NewIndicator';
import type { ValueKind } from '../../ipc/ValueKind';
import { t } from '../../texts';
import { addIndicators, removeIndicators, YEARS_BACK, type Core } from '../indicators/changes';
import { chartOfRows } from './chartForm';
import { editsOf, indicatorsOf, kindEdits, spotOf } from './table';

/** The table of fiscal series as it stands in the file, and what a person does with it. */
export class FiscalTable {
  /** First year column asked for; without it the table begins with the first figure. */
  first: number | undefined = $state();

  readonly #core: Core;
  readonly #changing = new Map<ChartId, ChartDefinition>();
  readonly #reading = new Reading<FiscalView>();

  constructor(core: Core) {
    this.#core = core;
  }

  get view(): FiscalView | undefined {
    return this.#reading.value;
  }

  /** Shows the table of a version of the file. Asked twice for the same one it reads it once. */
  load(version: number, first: number | undefined): Promise<void> {
    return this.#reading.load(`${version}/${first ?? ''}`, () => this.#core.ask('fiscal_view', first === undefined ? {} : { first }));
  }

  /** Shows years before the first one, so that older figures can be typed in, and answers the year next to the first. */
  async goBack(): Promise<number | undefined> {
    const first = this.view?.years[0]?.year;
    if (first === undefined) return undefined;
    this.first = first - YEARS_BACK;
    await this.#again();
    return first - 1;
  }

  /** Takes over what was typed or pasted into the grid. The cells show the new text until the table is there anew. */
  async edit(edits: readonly Edit[]): Promise<void> {
    const view = this.view;
    if (!view) return;
    const { figures, targets, names } = editsOf(view, edits);
    if (figures.length > 0) await this.#core.write('figure_set', { edits: [...figures] });
    for (const target of targets) await this.#core.write('target_set', target);
    for (const name of names) await this.#core.write('indicator_rename', name);
    await this.#again();
  }

  /** Gives the selected figures another kind. */
  async setKind(rowIds: readonly string[], keys: readonly string[], kind: ValueKind): Promise<void> {
    const edits = this.view ? kindEdits(this.view, rowIds, keys, kind) : [];
    if (edits.length === 0) {
      this.#core.notice({ severity: 'info', what: t('fiscal-kind-none'), todo: t('fiscal-kind-none-todo') });
      return;
    }
    await this.#core.write('figure_set', { edits });
    await this.#again();
    const view = this.view;
    const kept = view ? edits.filter(({ indicator, part, slot, year }) => {
      const row = view.rows.find((one) => one.indicator === indicator && one.part === part && one.slot === slot);
      return row?.cells[view.years.findIndex((head) => head.year === year)]?.kind !== kind;
    }) : [];
    if (kept.length > 0) this.#core.notice({ severity: 'warning', what: t('fiscal-kind-kept', { count: kept.length }), todo: t('fiscal-kind-kept-todo') });
  }

  /** Adds indicators as one step and answers the row of the first. */
  async add(indicators: readonly NewIndicator[]): Promise<string | undefined> {
    const id = await addIndicators(this.#core, indicators);
    if (id === undefined) return undefined;
    await this.#again();
    return this.view && spotOf(this.view, id, undefined)?.row;
  }

  /** Removes the indicators of the selected rows, each as one step, and offers to take it back. */
  async remove(rowIds: readonly string[]): Promise<void> {
    if (this.view) await removeIndicators(this.#core, indicatorsOf(this.view, rowIds), () => this.#again());
  }

  /** Changes a chart. Each change builds upon the ones before it, also upon one that is still on its way. */
  async changeChart(id: ChartId, change: (chart: ChartDefinition) => ChartDefinition): Promise<void> {
    const before = this.#changing.get(id) ?? this.view?.charts.find((chart) => chart.id === id);
    if (!before) return;
    const after = change(before);
    this.#changing.set(id, after);
    await this.#core.write('chart_save', after);
    await this.#again();
    if (this.#changing.get(id) === after) this.#changing.delete(id);
  }

  /** Makes a chart of the selected rows. */
  async chartOf(rowIds: readonly string[]): Promise<ChartId | undefined> {
    const chart = this.view && chartOfRows(this.view, rowIds);
    if (!chart) return undefined;
    const id = await this.#core.write('chart_save', chart);
    await this.#again();
    return id;
  }

  #again(): Promise<void> {
    return this.load(this.#core.version, this.first);
  }
}
