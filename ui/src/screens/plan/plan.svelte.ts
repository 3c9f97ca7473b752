import type { App } from '../../app/app.svelte';
import { RowsReading, type Touched } from '../../app/rows.svelte';
import type { Edit } from '../../grid/types';
import type { Change } from '../../ipc/Change';
import type { NodeId } from '../../ipc/NodeId';
import type { NodeRemoval } from '../../ipc/NodeRemoval';
import type { NodeText } from '../../ipc/NodeText';
import type { Numbering } from '../../ipc/Numbering';
import type { PlanId } from '../../ipc/PlanId';
import type { PlanRow } from '../../ipc/PlanRow';
import type { PlanView } from '../../ipc/PlanView';
import type { Table } from '../../ipc/Table';
import { t } from '../../texts';
import { childrenOf, endOf, indented, movedAmong, outdented, parentOf } from '../../tree/moves';
import type { TreeMove, TreeNode } from '../../tree/types';
import { editsOf, treeOf } from './table';

/** What the screen needs of the app. */
export type Core = Pick<App, 'ask' | 'write' | 'version' | 'changes'>;

/** Where a node can be moved by a key. */
export type Way = 'up' | 'down' | 'in' | 'out';

/** Changes of these tables do not show in the plan's grid. */
const ELSEWHERE: ReadonlySet<Table> = new Set<Table>([
  'record',
  'evaluation',
  'bar',
  'observation',
  'target',
  'indicator',
  'chart',
  'chart_series',
  'meeting',
  'paper',
]);

/** The tree of a plan as it stands in the file, and what a person does with it. */
export class PlanTree {
  readonly #core: Core;
  readonly #reading = new RowsReading<PlanRow, PlanView>(({ id }) => id);
  /** The nodes whose texts are being written by this screen: a text section does not say whose it is. */
  #writing: readonly NodeId[] | undefined;

  constructor(core: Core) {
    this.#core = core;
  }

  get view(): PlanView | undefined {
    return this.#reading.value;
  }

  /** The nodes as the tree beside the grid shows them. */
  readonly nodes: readonly TreeNode[] = $derived.by(() => (this.view ? treeOf(this.view) : []));

  /** Shows a plan at a version of the file. Only the rows that a change touched are read anew. */
  load(plan: PlanId, version: number): Promise<void> {
    return this.#reading.load(
      String(plan),
      version,
      touchedRows(this.#core.changes, this.#writing),
      () => this.#core.ask('plan_view', { plan }),
      (nodes) => this.#core.ask('plan_rows', { plan, nodes }),
    );
  }

  /** Reads once more after a write of this screen, so that what follows finds the new rows. */
  async #again(): Promise<void> {
    const plan = this.view?.plan.id;
    if (plan !== undefined) await this.load(plan, this.#core.version);
  }

  /** Takes over what was typed or pasted: one step of undo. */
  async edit(edits: readonly Edit[]): Promise<void> {
    const changed = editsOf(edits);
    if (changed.length === 0) return;
    this.#writing = changed.map(({ node }) => node);
    await this.#core.write('node_edit', { edits: changed });
    await this.#again();
    this.#writing = undefined;
  }

  /** Adds a node behind one, below one, or at the end of the top; answers the new one. */
  async add(where: 'behind' | 'below', of: NodeId | undefined): Promise<NodeId | undefined> {
    const view = this.view;
    if (!view) return undefined;
    const { nodes } = this;
    const at = nodes.findIndex(({ id }) => id === String(of));
    // Below the last level nothing can stand: the new node goes behind.
    const deep = (view.rows[at]?.level ?? 0) + 1 >= view.levels.length;
    const above = at < 0 ? -1 : where === 'below' && !deep ? at : parentOf(nodes, at);
    const siblings = childrenOf(nodes, above);
    const position = at < 0 || above === at ? siblings.length : siblings.indexOf(at) + 1;
    return this.addAt(view.rows[above]?.id, position);
  }

  /** Adds a node at a place among the children of another one; answers the new one. */
  async addAt(parent: NodeId | undefined, position: number): Promise<NodeId | undefined> {
    const view = this.view;
    if (!view) return undefined;
    const level = (view.rows.find(({ id }) => id === parent)?.level ?? -1) + 1;
    const title = t('plan-new-title', { level: view.levels[level] ?? '' });
    const id = await this.#core.write('node_add', { plan: view.plan.id, position, title, ...(parent !== undefined && { parent }) });
    await this.#again();
    return id;
  }

  /** Adds rows of a pasted table at a place of `placesFor`, as one step; answers the first new one. */
  async addRows(rows: NodeText[][], place: string): Promise<NodeId | undefined> {
    const view = this.view;
    if (!view) return undefined;
    const [way, id] = place.split(':');
    const { nodes } = this;
    const at = nodes.findIndex((node) => node.id === id);
    const above = way === 'below' ? at : way === 'behind' ? parentOf(nodes, at) : -1;
    const siblings = childrenOf(nodes, above);
    const position = way === 'behind' ? siblings.indexOf(at) + 1 : siblings.length;
    const parent = view.rows[above]?.id;
    const added = await this.#core.write('node_add_rows', { plan: view.plan.id, position, rows, ...(parent !== undefined && { parent }) });
    await this.#again();
    return added?.[0];
  }

  /** Where a key would move a node; `undefined` when it cannot go there. */
  wayOf(id: NodeId | undefined, way: Way): TreeMove | undefined {
    const view = this.view;
    if (!view || id === undefined) return undefined;
    const { nodes } = this;
    const at = nodes.findIndex((node) => node.id === String(id));
    if (at < 0) return undefined;
    if (way === 'up' || way === 'down') return movedAmong(nodes, at, way === 'up' ? -1 : 1);
    return way === 'in' ? indented(nodes, at, view.levels.length) : outdented(nodes, at);
  }

  async move(move: TreeMove): Promise<void> {
    const { id, parent, position } = move;
    await this.#core.write('node_place', { node: Number(id), position, ...(parent !== undefined && { parent: Number(parent) }) });
    await this.#again();
  }

  /** Numbers nodes anew; `false` when that was refused, so that the form stays open. */
  async renumber(asked: Numbering): Promise<boolean> {
    const done = await this.#core.write('node_renumber', asked);
    if (done === undefined) return false;
    await this.#again();
    return true;
  }

  /** What would go away with a node: one question, however much stands below it. */
  removal(id: NodeId): Promise<NodeRemoval | undefined> {
    return this.#core.ask('node_removal', { node: id });
  }

  /** Removes a node with all below it; answers the node that stands there now, or the one before. */
  async remove(id: NodeId): Promise<NodeId | undefined> {
    const rows = this.view?.rows ?? [];
    const at = rows.findIndex((row) => row.id === id);
    const end = endOf(
      rows.map((row) => ({ id: String(row.id), level: row.level, number: '', title: '', kind: '' })),
      at,
    );
    if ((await this.#core.write('node_remove', { node: id })) === undefined) return id;
    await this.#again();
    return (rows[end] ?? rows[at - 1])?.id;
  }
}

/** The rows that changes of the file touch; `own` are the nodes whose texts this screen wrote itself. */
export function touchedRows(changes: readonly Change[], own?: readonly NodeId[]): Touched {
  const nodes = new Set<number>(own);
  // Without changes everything may have changed.
  if (changes.length === 0) return 'all';
  for (const { table, key } of changes) {
    const [node] = key;
    if ((table === 'node' || table === 'assignment') && node !== undefined) nodes.add(node);
    // A new office or group is told with the rows.
    else if (own && (table === 'life_event' || table === 'section' || table === 'office' || table === 'group')) continue;
    else if (!ELSEWHERE.has(table)) return 'all';
  }
  return [...nodes];
}
