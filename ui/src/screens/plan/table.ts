import type { ChosenCell } from '../../app/cell';
import type { Option } from '../../components/option';
import { fittedWidth } from '../../grid/heights';
import type { Column, Edit, Row } from '../../grid/types';
import type { CellRef } from '../../ipc/CellRef';
import type { NodeEdit } from '../../ipc/NodeEdit';
import type { NodeId } from '../../ipc/NodeId';
import type { PlanRow } from '../../ipc/PlanRow';
import type { PlanView } from '../../ipc/PlanView';
import { t } from '../../texts';
import type { TreeNode } from '../../tree/types';

/** Fields of a node that have a column of their own. */
const FIELDS = ['label', 'title', 'group', 'markers', 'offices', 'life_cycle', 'life_cycle_words'] as const;
const SECTION = 'section:';
/** What parts the offices and the markers in a cell. */
const LISTED = '、';

/** Key of the column with the name. */
export const TITLE = 'title';

/** Titles of the text sections: those of the plan, then those a person added a column for. */
export function sectionTitles(view: PlanView, added: readonly string[]): string[] {
  return [...new Set([...view.section_titles, ...added])];
}

/** What a person asked for of the columns. */
export interface Wanted {
  /** Headings of text a column was added for. */
  readonly added: readonly string[];
  readonly readonly: boolean;
  /** The long texts have their columns; without them a row is one line high. */
  readonly texts: boolean;
}

/**
 * The columns of the plan's grid. Groups and markers have theirs once the plan has any. In a window of 1,400 px they reach
 * to the life cycle between the tree and the detail.
 */
export function columnsOf(view: PlanView, { added, readonly, texts }: Wanted): Column[] {
  const grouped = view.groups.length > 0 || view.rows.some(({ group }) => group !== '');
  const marked = view.rows.some(({ markers }) => markers !== '');
  const close = grouped && marked;
  const short: Column[] = [
    { key: 'label', title: t('field-label'), width: fittedWidth(view.rows.map(({ label }) => label), 52, 132), kind: 'text', frozen: true, label: true },
    { key: TITLE, title: t('field-title'), width: close ? 212 : 260, kind: 'text', frozen: true, tree: true },
    { key: 'group', title: t('field-group'), width: fittedWidth(view.rows.map(({ group }) => group), 76, 120), kind: 'text', hidden: !grouped },
    { key: 'markers', title: t('field-markers'), width: fittedWidth(view.rows.map(({ markers }) => markers), 52, 110), kind: 'text', parted: LISTED, hidden: !marked },
    { key: 'offices', title: t('field-offices'), width: close ? 160 : 170, kind: 'text', parted: LISTED },
    {
      key: 'life_cycle',
      title: t('field-life-cycle'),
      width: 72,
      kind: 'choice',
      others: view.life_cycles_read,
      choices: view.life_cycles.map((word, at) => ({ value: word, label: word, keys: [String(at + 1)] })),
    },
    { key: 'life_cycle_words', title: t('field-life-cycle-words'), width: 150, kind: 'text' },
  ];
  const long = texts ? sectionTitles(view, added).map((title): Column => ({ key: SECTION + title, title, width: 320, kind: 'longtext' })) : [];
  const lanes: Column[] = texts ? [{ key: 'lanes', title: t('plan-lanes'), width: 220, kind: 'longtext', readonly: true }] : [];
  return [...[...short, ...long].map((column) => (readonly ? { ...column, readonly } : column)), ...lanes];
}

function textOf(row: PlanRow, key: string): string {
  if (key.startsWith(SECTION)) return row.sections.find(({ title }) => SECTION + title === key)?.text ?? '';
  return key === 'lanes' ? row.lanes.join('\n') : row[key as (typeof FIELDS)[number]];
}

/** The rows of the grid: every node is a row that can be edited. */
export function rowsOf(view: PlanView, columns: readonly Column[]): Row[] {
  return view.rows.map((row) => ({
    id: String(row.id),
    kind: 'row',
    level: row.level,
    counted: view.levels[row.level] ?? '',
    cells: Object.fromEntries(columns.map(({ key }) => [key, { text: textOf(row, key) }])),
  }));
}

/** The nodes of the tree beside the grid. */
export function treeOf(view: PlanView): TreeNode[] {
  return view.rows.map((row) => ({
    id: String(row.id),
    level: row.level,
    number: row.label,
    title: row.title,
    kind: view.levels[row.level] ?? '',
    ...(row.life_cycle !== '' && { mark: row.life_cycle }),
    ended: row.ended,
  }));
}

/** What was typed or pasted, as changes of the file. */
export function editsOf(edits: readonly Edit[]): NodeEdit[] {
  return edits.flatMap(({ rowId, key, text }): NodeEdit[] => {
    const node = Number(rowId);
    if (key.startsWith(SECTION)) return [{ node, field: 'section', section: key.slice(SECTION.length), text }];
    const field = FIELDS.find((known) => known === key);
    return field ? [{ node, field, text }] : [];
  });
}

/** The cell a person stands on, for its history; `undefined` for a list that has none. */
export function chosenCell(rowId: string, column: Column | undefined): ChosenCell | undefined {
  const [edit] = column ? editsOf([{ rowId, key: column.key, text: '' }]) : [];
  if (!edit || !column) return undefined;
  const { node, field, section } = edit;
  return { title: column.title, value: { kind: 'node', node, field, ...(section !== undefined && { section }) } };
}

/** Where pasted rows can go: below the chosen node, behind it, or at the end of the top; the likeliest first. */
export function placesFor(view: PlanView, id: NodeId | undefined): Option[] {
  const row = view.rows.find((one) => one.id === id);
  const top: Option = { value: 'top', label: t('plan-rows-top', { level: view.levels[0] ?? '' }) };
  if (!row) return [top];
  const title = [row.label, row.title].join(' ').trim();
  const behind: Option = { value: `behind:${row.id}`, label: t('plan-rows-behind', { title, level: view.levels[row.level] ?? '' }) };
  const below = view.levels[row.level + 1];
  return [...(below === undefined ? [] : [{ value: `below:${row.id}`, label: t('plan-rows-below', { title, level: below }) }]), behind, top];
}

/** The column of the grid a row of the file is shown in; `undefined` where no column shows it. */
export function keyOf(view: PlanView, node: NodeId, cell: CellRef | undefined): string | undefined {
  if (cell?.table === 'section') {
    const sections = view.rows.find(({ id }) => id === node)?.sections;
    const title = sections?.find(({ id }) => id === cell.key[0])?.title;
    return title === undefined ? undefined : SECTION + title;
  }
  if (cell?.table === 'assignment') return 'offices';
  // The grid shows what was told last; the detail has the others.
  if (cell?.table === 'life_event') return cell.column === 'words' ? 'life_cycle_words' : 'life_cycle';
  if (cell?.table !== 'node' || cell.column === undefined) return undefined;
  const column = cell.column.replace(/_id$/u, '');
  return FIELDS.find((field) => field === column);
}
