import type { CopiedCell } from '../../grid/clipboard';
import type { NodeId } from '../../ipc/NodeId';
import type { Standing } from '../../ipc/Standing';
import type { TallyItem } from '../../ipc/TallyItem';
import type { TallyLine } from '../../ipc/TallyLine';
import type { TallyPart } from '../../ipc/TallyPart';
import type { TallyRow } from '../../ipc/TallyRow';
import type { TallyTable } from '../../ipc/TallyTable';
import type { TallyView } from '../../ipc/TallyView';
import { t } from '../../texts';

/** The words for items that are not judged with a word of the vocabulary. */
export function standingName(standing: Exclude<Standing, 'term'>): string {
  return {
    unjudged: t('tally-unjudged'),
    foreign: t('tally-foreign'),
    relisted: t('tally-relisted'),
    ended: t('tally-ended'),
    not_begun: t('tally-not-begun'),
    uncounted: t('tally-uncounted'),
  }[standing];
}

/** What a line of the tally counts, in words. */
export function lineName({ label, standing }: Pick<TallyLine, 'label' | 'standing'>): string {
  // A plan can have its own word for 終了 and 再掲.
  return standing === 'term' || label !== '' ? label : standingName(standing);
}

/** The same with the axis it is judged on, where there are several: 「成果：達成」. */
export function lineNameOfAxis(line: Pick<TallyLine, 'axis' | 'label' | 'standing'>): string {
  const name = lineName(line);
  return line.axis === '' ? name : t('tally-line-of-axis', { axis: line.axis, name });
}

/** The items of several lines, each once. */
export function allItems(lines: readonly Pick<TallyLine, 'items'>[]): NodeId[] {
  return [...new Set(lines.flatMap(({ items }) => items))];
}

/** A figure: the items it counted, and what it is called. */
export interface Figure {
  readonly row: string;
  readonly column: string;
  readonly items: readonly NodeId[];
}

/** A column of a table as it stands on the screen. */
export interface Head {
  readonly label: string;
  readonly symbol: string;
  /** A sum: set apart from the words. */
  readonly sum: boolean;
}

/** The heads above the figures: what counts and its sum, then the rest and all that is listed. */
export function headsOf(table: TallyTable): Head[] {
  const heads = table.columns.map(({ label, symbol }): Head => ({ label, symbol, sum: false }));
  heads.splice(counted(table), 0, { label: t('tally-counted'), symbol: '', sum: true });
  return [...heads, { label: t('tally-listed'), symbol: '', sum: true }];
}

/** The figures of a row, one below each head. */
export function figuresOf(table: TallyTable, row: TallyRow): Figure[] {
  const items = [...row.cells];
  items.splice(counted(table), 0, row.counted);
  items.push(row.listed);
  return headsOf(table).map(({ label }, at) => ({ row: row.title, column: label, items: items[at] ?? [] }));
}

/** How many columns stand before the sum of what counts. */
function counted({ columns }: TallyTable): number {
  const rest = columns.findIndex((column) => !column.counted);
  return rest < 0 ? columns.length : rest;
}

/** A part of the table as it is copied: heads, rows, and the row of all items. */
export function copiedPart(table: TallyTable, part: TallyPart): CopiedCell[][] {
  const word = (text: string): CopiedCell => ({ text, numeric: false });
  const line = (row: TallyRow): CopiedCell[] => [
    word(row.title),
    ...figuresOf(table, row).map(({ items }) => ({ text: String(items.length), numeric: true })),
  ];
  return [[word(part.title), ...headsOf(table).map(({ label }) => word(label))], ...part.rows.map(line), line(table.all)];
}

/** The rates as they are copied. */
export function copiedRates({ rates }: TallyView): CopiedCell[][] {
  const word = (text: string): CopiedCell => ({ text, numeric: false });
  const count = (items: readonly NodeId[]): CopiedCell => ({ text: String(items.length), numeric: true });
  const heads = [t('tally-rate-name'), t('tally-rate-value'), t('tally-rate-numerator'), t('tally-rate-denominator'), t('tally-rate-formula')];
  return [
    heads.map(word),
    ...rates.map((rate) => [
      word(rate.name),
      { text: rate.percent ?? t('tally-rate-none'), numeric: rate.percent !== undefined },
      count(rate.numerator),
      count(rate.denominator),
      word(rate.formula),
    ]),
  ];
}

/** The items of a figure, as the plan lists them. */
export function itemsOf({ items }: TallyView, figure: Figure): TallyItem[] {
  const counted = new Set(figure.items);
  return items.filter(({ id }) => counted.has(id));
}

/** Where a key leads among the figures of a table, from a place; `undefined` when it leads nowhere. */
export function stepTo(key: string, from: { readonly row: number; readonly column: number }, there: (row: number, column: number) => boolean, size: { readonly rows: number; readonly columns: number }): { row: number; column: number } | undefined {
  const way = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key];
  if (!way) return undefined;
  const [down = 0, right = 0] = way;
  let { row, column } = from;
  for (;;) {
    row += down;
    column += right;
    if (row < 0 || column < 0 || row >= size.rows || column >= size.columns) return undefined;
    // A cell without items has nothing to open: the next one beyond is meant.
    if (there(row, column)) return { row, column };
  }
}
