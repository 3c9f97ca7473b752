import type { App } from '../../app/app.svelte';
import { Reading } from '../../app/reading.svelte';
import type { Edit } from '../../grid/types';
import type { FiscalYear } from '../../ipc/FiscalYear';
import type { NodeId } from '../../ipc/NodeId';
import type { PlanId } from '../../ipc/PlanId';
import type { ProgressView } from '../../ipc/ProgressView';
import { filtersOf, type Filter } from './filters';
import { editsOf } from './table';

/** What the screen needs of the app. */
export type Core = Pick<App, 'ask' | 'write' | 'version'>;

/** The yearly records of a plan as they stand in the file, and what a person does with them. */
export class ProgressTable {
  readonly #core: Core;
  readonly #reading = new Reading<ProgressView>();
  /** The filter chosen, and the items it left when it was chosen: an item that is filled in stays until it is chosen anew. */
  filter: string = $state('all');
  shown: ReadonlySet<NodeId> | undefined = $state.raw();

  constructor(core: Core) {
    this.#core = core;
  }

  get view(): ProgressView | undefined {
    return this.#reading.value;
  }

  readonly filters: readonly Filter[] = $derived.by(() => (this.view ? filtersOf(this.view) : []));

  load(plan: PlanId, year: FiscalYear, version: number): Promise<void> {
    return this.#reading.load(`${plan}/${year}/${version}`, () => this.#core.ask('progress_view', { plan, year }));
  }

  /** Takes over what was typed or pasted: one step of undo. */
  async edit(edits: readonly Edit[]): Promise<void> {
    const { view } = this;
    const changed = view ? editsOf(view, edits) : [];
    if (!view || changed.length === 0) return;
    await this.#core.write('record_set', { edits: changed });
    await this.load(view.plan, view.year.year, this.#core.version);
  }

  /** Narrows the items. */
  choose(id: string): void {
    const filter = this.filters.find((one) => one.id === id);
    this.filter = filter?.id ?? 'all';
    this.shown = filter && filter.id !== 'all' ? new Set(filter.items) : undefined;
  }

  /** Narrows to items named elsewhere: a number of the first screen. */
  narrow(items: readonly NodeId[]): void {
    this.filter = 'only';
    this.shown = new Set(items);
  }
}
