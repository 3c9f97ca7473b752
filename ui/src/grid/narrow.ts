import { fold, holds, writings } from '../fold';
import { inOneUnit, readAmount } from '../numbers/amount';
import { choiceOf, shownText } from './columns';
import { cellOf, shownCell } from './rows';
import { numberOf } from './status';
import type { Column, ColumnFilter, Layout, Row, Sorting } from './types';

/** The text of a cell as filters see it. */
function textOf(row: Row, column: Column): string {
  return shownText(column, shownCell(cellOf(row, column.key)));
}

/** The names in a text: the text itself, where its column does not list several. */
function namesIn(text: string, { parted }: Column): string[] {
  return parted === undefined ? [text] : text.split(parted).map((name) => name.trim());
}

function fulfils(text: string, column: Column, filter: ColumnFilter): boolean {
  if (filter.blank === 'only' && text !== '') return false;
  if (filter.blank === 'without' && text === '') return false;
  // A set of texts that was chosen before its column was known to list names still holds as it stands.
  if (filter.texts && !filter.texts.includes(text) && !namesIn(text, column).some((name) => filter.texts?.includes(name))) return false;
  return filter.holds === undefined || filter.holds === '' || holds(fold(text), writings(filter.holds));
}

/** The different texts or names of a column in the order they first stand there; blank is not among them. */
export function textsOf(rows: readonly Row[], column: Column): string[] {
  const found = new Set<string>();
  for (const row of rows) if (row.kind === 'row') for (const name of namesIn(textOf(row, column), column)) found.add(name);
  found.delete('');
  const texts = [...found];
  if (column.kind !== 'choice') return texts;
  const order = (text: string): number => column.choices?.findIndex((choice) => choice === choiceOf(column, text)) ?? 0;
  return texts.sort((a, b) => order(a) - order(b));
}

/** Rows around a row: what makes the others understood. */
interface Branch {
  readonly row: Row;
  readonly below: Branch[];
}

function branches(rows: readonly Row[]): Branch[] {
  const top: Branch[] = [];
  const open: Branch[] = [];
  for (const row of rows) {
    while ((open.at(-1)?.row.level ?? -1) >= row.level) open.pop();
    const branch: Branch = { row, below: [] };
    (open.at(-1)?.below ?? top).push(branch);
    open.push(branch);
  }
  return top;
}

/** The branches whose row is no heading, whatever headings they stand under, as rows of the top. */
function withoutHeadings(all: readonly Branch[]): Branch[] {
  return all.flatMap((branch) => (branch.row.kind === 'section' ? withoutHeadings(branch.below) : [raised(branch, branch.row.level)]));
}

function raised({ row, below }: Branch, by: number): Branch {
  return by === 0 ? { row, below } : { row: { ...row, level: row.level - by }, below: below.map((one) => raised(one, by)) };
}

/**
 * The rows that fulfil every filter, sorted: under each heading, or with `flat` all of them without the headings. What
 * stands around a shown row stays with it otherwise; rows in `held` stay whatever they are like by now, because a person
 * has just written into them.
 */
export function narrowed(
  rows: readonly Row[],
  columns: readonly Column[],
  layout: Pick<Layout, 'filters' | 'sort'>,
  held: ReadonlySet<string>,
  flat = false,
): readonly Row[] {
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const filters = Object.entries(layout.filters ?? {}).flatMap(([key, filter]) => {
    const column = byKey.get(key);
    return column ? [{ column, filter }] : [];
  });
  const sorting = layout.sort && byKey.get(layout.sort.key);
  if (filters.length === 0 && !sorting) return rows;
  const stays = (row: Row): boolean =>
    held.has(row.id) || (row.kind === 'row' && filters.every(({ column, filter }) => fulfils(textOf(row, column), column, filter)));
  const compare = sorting && layout.sort ? comparison(sorting, layout.sort) : undefined;
  const shown: Row[] = [];
  const put = (all: readonly Branch[]): void => {
    for (const { row, below } of compare ? arranged(all, compare) : all) {
      const at = shown.length;
      shown.push(row);
      put(below);
      if (filters.length > 0 && shown.length === at + 1 && !stays(row)) shown.pop();
    }
  };
  put(flat && compare ? withoutHeadings(branches(rows)) : branches(rows));
  return shown;
}

/** Branches sorted by their rows; headings keep their places at the front of what they head. */
function arranged(all: readonly Branch[], compare: (a: Row, b: Row) => number): readonly Branch[] {
  if (all.some(({ row }) => row.kind === 'section')) return all;
  return all.toSorted((a, b) => compare(a.row, b.row));
}

const LETTERS = new Intl.Collator('ja', { numeric: true });

/** How rows compare in a column: choices by their order, numbers by size, words as a dictionary; blanks come last both ways. */
function comparison(column: Column, { way }: Sorting): (a: Row, b: Row) => number {
  const sign = way === 'down' ? -1 : 1;
  const choice = (row: Row): number => column.choices?.findIndex((one) => one === choiceOf(column, cellOf(row, column.key).text)) ?? -1;
  return (a, b) => {
    const [one, other] = [textOf(a, column), textOf(b, column)];
    if (one === '' || other === '') return Number(one === '') - Number(other === '');
    if (column.kind === 'choice') return sign * (choice(a) - choice(b));
    const difference = size(a, b, column, one, other);
    return sign * (difference ?? LETTERS.compare(one.normalize('NFKC'), other.normalize('NFKC')));
  };
}

function size(a: Row, b: Row, column: Column, one: string, other: string): number | undefined {
  const amounts = [numberOf(a, column) ?? readAmount(one), numberOf(b, column) ?? readAmount(other)];
  const [left, right] = amounts;
  const together = left && right && inOneUnit([left, right]);
  const [less, more] = together?.values ?? [];
  if (!less || !more) return undefined;
  const scale = Math.max(less.scale, more.scale);
  const apart = less.units * 10n ** BigInt(scale - less.scale) - more.units * 10n ** BigInt(scale - more.scale);
  return apart < 0n ? -1 : apart > 0n ? 1 : 0;
}

/** `layout` with another filter of a column, or without one. */
export function filtered(layout: Layout, key: string, filter: ColumnFilter | undefined): Layout {
  const { [key]: _before, ...others } = layout.filters ?? {};
  const says = filter && (filter.blank !== undefined || filter.texts !== undefined || (filter.holds ?? '') !== '');
  return { ...layout, filters: says ? { ...others, [key]: filter } : others };
}

/** `layout` with the rows sorted by a column, or as they stand in the file. */
export function sorted(layout: Layout, sort: Sorting | undefined): Layout {
  return { ...layout, sort };
}
