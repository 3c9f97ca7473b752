import type { App } from '../../app/app.svelte';
import { RowsReading, type Touched } from '../../app/rows.svelte';
import type { Edit } from '../../grid/types';
import type { Change } from '../../ipc/Change';
import type { FiscalYear } from '../../ipc/FiscalYear';
import type { NodeId } from '../../ipc/NodeId';
import type { PlanId } from '../../ipc/PlanId';
import type { ProgressRow } from '../../ipc/ProgressRow';
import type { ProgressView } from '../../ipc/ProgressView';
import type { Table } from '../../ipc/Table';
import { filtersOf, type Filter } from './filters';
import { editsOf } from './table';

/** What the screen needs of the app. */
export type Core = Pick<App, 'ask' | 'write' | 'version' | 'changes'>;

/** The yearly records of a plan as they stand in the file, and what a person does with them. */
export class ProgressTable {
  readonly #core: Core;
  readonly #reading = new RowsReading<ProgressRow, ProgressView>(({ node }) => node);
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
    return this.#reading.load(
      `${plan}/${year}`,
      version,
      touchedRows(this.#core.changes, year),
      () => this.#core.ask('progress_view', { plan, year }),
      (nodes) => this.#core.ask('progress_rows', { plan, year, nodes }),
    );
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

/** Changes of these tables do not show in the yearly records. */
const ELSEWHERE: ReadonlySet<Table> = new Set<Table>([
  'former_item',
  'section',
  'lane',
  'bar',
  'project',
  'project_office',
  'indicator',
  'part',
  'baseline',
  'target',
  'observation',
  'effect',
  'effect_row',
  'effect_cell',
  'chart',
  'chart_series',
  'meeting',
  'paper',
]);

/** The rows of a year that changes of the file touch. */
export function touchedRows(changes: readonly Change[], year: FiscalYear): Touched {
  const nodes = new Set<number>();
  // Without changes everything may have changed.
  if (changes.length === 0) return 'all';
  for (const { table, key } of changes) {
    const [node, of] = key;
    if (node === undefined) return 'all';
    if (table === 'record' || table === 'evaluation') {
      // The year before is shown beside the year.
      if (of === year || of === year - 1) nodes.add(node);
    } else if (table === 'node' || table === 'assignment') nodes.add(node);
    else if (!ELSEWHERE.has(table)) return 'all';
  }
  return [...nodes];
}
