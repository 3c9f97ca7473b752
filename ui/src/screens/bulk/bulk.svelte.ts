import type { App } from '../../app/app.svelte';
import type { CopyLine } from '../../ipc/CopyLine';
import type { CopyOrder } from '../../ipc/CopyOrder';
import type { Field } from '../../ipc/Field';
import type { FiscalYear } from '../../ipc/FiscalYear';
import type { Judge } from '../../ipc/Judge';
import type { LaneId } from '../../ipc/LaneId';
import type { NodeId } from '../../ipc/NodeId';
import { t } from '../../texts';

/** What the chosen items are asked for. */
export type Asked =
  | { readonly kind: 'shift'; readonly nodes: readonly NodeId[]; readonly lanes: readonly LaneId[] }
  | { readonly kind: 'copy'; readonly title: string; readonly order: CopyOrder; readonly lines: readonly CopyLine[] }
  | { readonly kind: 'assign'; readonly nodes: readonly NodeId[] };

/** What the operations need of the app. */
export type Core = Pick<App, 'ask' | 'write' | 'notice' | 'work'>;

/** One thing done to many items: every operation is one step of undo. */
export class Bulk {
  readonly #core: Core;
  /** The form that is open. */
  asked: Asked | undefined = $state.raw();

  constructor(core: Core) {
    this.#core = core;
  }

  /** Judges the items with one word; "" takes the judgements away. */
  async evaluate(nodes: readonly NodeId[], year: FiscalYear, text: string, judge?: Judge): Promise<void> {
    if (nodes.length > 0) await this.#core.write('bulk_evaluate', { nodes: [...nodes], year, text, ...(judge && { judge }) });
  }

  /** Says that the planning is as in the year before, or takes it back. */
  async same(nodes: readonly NodeId[], year: FiscalYear, same: boolean): Promise<void> {
    if (nodes.length === 0) return;
    const marked = await this.#core.write('bulk_same', { nodes: [...nodes], year, same });
    if (!marked || marked.left.length === 0) return;
    this.#core.notice({ severity: 'warning', what: t('bulk-same-left', { count: marked.left.length }), todo: t('bulk-same-left-todo') });
  }

  /** Says that the results are those of all years so far, or takes it back. */
  async cumulative(nodes: readonly NodeId[], year: FiscalYear, cumulative: boolean): Promise<void> {
    if (nodes.length === 0) return;
    const marked = await this.#core.write('bulk_cumulative', { nodes: [...nodes], year, cumulative });
    if (!marked || marked.left.length === 0) return;
    this.#core.notice({
      severity: 'warning',
      what: t('bulk-cumulative-left', { count: marked.left.length }),
      todo: t('bulk-cumulative-left-todo'),
    });
  }

  /** Shows what a copy of texts would write, and asks. */
  async askCopy(nodes: readonly NodeId[], year: FiscalYear, to: 'planned' | 'actual'): Promise<void> {
    const order: CopyOrder = { nodes: [...nodes], from: 'planned', from_year: to === 'planned' ? year - 1 : year, to, year, over: false };
    const lines = await this.#core.ask('bulk_copy_lines', order);
    const title = to === 'planned' ? t('bulk-copy-title-planned') : t('bulk-copy-title-actual');
    if (lines) this.asked = { kind: 'copy', title, order, lines };
  }

  async copy(order: CopyOrder): Promise<void> {
    this.asked = undefined;
    await this.#core.write('bulk_copy', order);
  }

  askShift(nodes: readonly NodeId[], lanes: readonly LaneId[] = []): void {
    if (nodes.length > 0) this.asked = { kind: 'shift', nodes, lanes };
  }

  /** Moves the bars; `false` when that was refused, so that the form stays open. */
  async shift(nodes: readonly NodeId[], lanes: readonly LaneId[], years: number, clip: boolean): Promise<boolean> {
    const moved = await this.#core.write('bulk_shift', { nodes: [...nodes], lanes: [...lanes], years, clip });
    if (moved === undefined) return false;
    this.asked = undefined;
    return true;
  }

  askAssign(nodes: readonly NodeId[]): void {
    if (nodes.length > 0) this.asked = { kind: 'assign', nodes };
  }

  /** Gives all nodes one text in a field; `false` when that was refused. */
  async assign(nodes: readonly NodeId[], field: Field, text: string, add: boolean): Promise<boolean> {
    const done = await this.#core.write('bulk_assign', { nodes: [...nodes], field, text, add });
    if (done === undefined) return false;
    this.asked = undefined;
    return true;
  }

  /** Writes the forms (調書) of the items beside the file. */
  async print(nodes: readonly NodeId[], format: 'pdf' | 'xlsx'): Promise<void> {
    if (nodes.length === 0) return;
    const written = await this.#core.work(t('bulk-print-working'), () => this.#core.ask('sheet_export', { nodes: [...nodes], formats: [format] }));
    const [file] = written?.files ?? [];
    if (file) this.#core.notice({ severity: 'success', what: t('bulk-print-done', { count: nodes.length }), details: file.path });
  }
}
