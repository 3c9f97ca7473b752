import type { CopiedCell } from '../../grid/clipboard';
import { copiedCells } from '../../grid/copy';
import type { Cell, Choice, Column, Edit, Row } from '../../grid/types';
import type { CellRef } from '../../ipc/CellRef';
import type { EffectEdit } from '../../ipc/EffectEdit';
import type { EffectFigure } from '../../ipc/EffectFigure';
import type { EffectFigures } from '../../ipc/EffectFigures';
import type { EffectItem } from '../../ipc/EffectItem';
import type { EffectLine } from '../../ipc/EffectLine';
import type { EffectSheet } from '../../ipc/EffectSheet';
import type { EffectValue } from '../../ipc/EffectValue';
import { t } from '../../texts';
import { doubtText } from '../fiscal/kinds';

/** Which figures of a year are shown. */
export type Shown = 'both' | 'expected' | 'actual';

/** Keys of the columns that are no figures. */
export const TITLE = 'title';
const NODE = 'node';
const SIDE = 'side';
export const ACCOUNT = 'account';
const SPAN = 'span';
const TOTAL = 'total';
const OVER = 'over';

type Figure = keyof EffectFigures;

/** Key of a figure of a year, or of the years together. */
export const figureKey = (year: number | typeof OVER, figure: Figure): string => `${year}/${figure}`;

/** The year and the figure a column is of; `undefined` for every other column. */
export function figureOf(key: string): { readonly year: number; readonly figure: Figure } | undefined {
  const [year, figure] = key.split('/');
  if (!/^\d+$/u.test(year ?? '') || (figure !== 'expected' && figure !== 'actual' && figure !== 'difference')) return undefined;
  return { year: Number(year), figure };
}

/** What a person asked for of the columns. */
export interface Wanted {
  readonly shown: Shown;
  /** The columns that say what a row is. */
  readonly properties: boolean;
  readonly readonly: boolean;
}

const figuresOf = (shown: Shown): readonly Figure[] => (shown === 'both' ? ['expected', 'actual', 'difference'] : [shown]);
const figureTitle = (figure: Figure): string =>
  ({ expected: t('effect-expected'), actual: t('effect-actual'), difference: t('effect-difference') })[figure];

const sides = (): Choice[] => [
  { value: 'revenue', label: t('effects-side-revenue'), keys: ['1'] },
  { value: 'expenditure', label: t('effects-side-expenditure'), keys: ['2'] },
];
const spans = (): Choice[] => [
  { value: 'single_year', label: t('effect-span-single-year'), keys: ['1'], description: t('effects-span-single-year-what') },
  { value: 'continuing', label: t('effect-span-continuing'), keys: ['2'], description: t('effects-span-continuing-what') },
  { value: 'cumulative', label: t('effect-span-cumulative'), keys: ['3'], description: t('effects-span-cumulative-what') },
];

/** Px of one digit, and of what is around the digits of a cell. */
const DIGIT = 8.6;
const AROUND = 20;

/** Wide enough for the longest line of these figures, within what is readable. */
function widthOf(figures: readonly EffectFigures[]): number {
  const lines = figures.flatMap(({ expected, actual, difference }) => [expected, actual, difference].flatMap(({ text }) => text.split('\n')));
  const longest = Math.max(0, ...lines.map((line) => line.length));
  return Math.round(Math.min(150, Math.max(66, longest * DIGIT + AROUND)));
}

/** Whether amounts can be typed: not while they are looked at in another unit than their own. */
export const isOwnUnit = (sheet: EffectSheet): boolean => sheet.unit === sheet.form.unit;

/** The columns of the table. */
export function columnsOf(sheet: EffectSheet, items: readonly EffectItem[], { shown, properties, readonly }: Wanted): Column[] {
  const figures = figuresOf(shown);
  const own: Column[] = [{ key: TITLE, title: t('effects-column-title'), width: 240, kind: 'text', frozen: true }];
  if (properties) {
    own.push(
      { key: NODE, title: t('effects-column-node'), width: 170, kind: 'choice', choices: items.map(({ node, name }) => ({ value: String(node), label: name })) },
      { key: SIDE, title: t('effects-column-side'), width: 84, kind: 'choice', choices: sides() },
      { key: ACCOUNT, title: t('effects-column-account'), width: 110, kind: 'text' },
      { key: SPAN, title: t('effects-column-span'), width: 100, kind: 'choice', choices: spans() },
      { key: TOTAL, title: t('effects-column-total'), width: 72, kind: 'choice', choices: [{ value: TOTAL, label: t('effects-total-row'), keys: ['1'], description: t('effects-total-row-what') }] },
    );
  }
  const lines = [...sheet.rows, ...sheet.totals];
  const [width, wide] = [widthOf(lines.flatMap((line) => line.years)), widthOf(lines.map((line) => line.over))];
  const years = sheet.years.flatMap(({ year, long }) =>
    figures.map((figure): Column => {
      const fixed = figure === 'difference' || !isOwnUnit(sheet);
      return { key: figureKey(year, figure), title: figureTitle(figure), group: long, width, kind: 'number', ...(fixed && { readonly: true }) };
    }),
  );
  const over = figures.map((figure): Column => ({ key: figureKey(OVER, figure), title: figureTitle(figure), group: t('effects-column-over'), width: Math.max(width, wide), kind: 'number', readonly: true }));
  return [...[...own, ...years].map((column) => (readonly ? { ...column, readonly } : column)), ...over];
}

/** What stands in the cell of a figure. */
export function figureCell(figure: EffectFigure): Cell {
  const number = figure.number === undefined ? {} : { number: figure.number };
  if (figure.doubt) return { text: figure.text, state: 'error', note: doubtText(figure.doubt) };
  if (figure.absent) return { text: figure.text, absent: t('absence-not-applicable') };
  return { text: figure.text, ...number, ...(figure.note !== '' && { note: figure.note }), ...(figure.wrong && { state: 'error' as const }) };
}

function figureCells(sheet: EffectSheet, line: Pick<EffectLine, 'years' | 'over'>): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  const put = (year: number | typeof OVER, figures: EffectFigures | undefined): void => {
    if (!figures) return;
    for (const figure of figuresOf('both')) cells[figureKey(year, figure)] = figureCell(figures[figure]);
  };
  sheet.years.forEach(({ year }, at) => put(year, line.years[at]));
  put(OVER, line.over);
  return cells;
}

/** The rows of the table. */
export function rowsOf(sheet: EffectSheet): Row[] {
  return sheet.rows.map((row) => ({
    id: String(row.id),
    kind: 'row',
    level: 0,
    // A printed total is no item.
    ...(row.total && { counted: '' }),
    cells: {
      [TITLE]: { text: row.title, ...(row.total && { mark: { sign: t('effects-total-sign'), name: t('effects-total-printed') }, note: t('effects-total-row-what') }) },
      [NODE]: { text: row.node === undefined ? '' : String(row.node) },
      [SIDE]: { text: row.side === 'unsaid' ? '' : row.side },
      [ACCOUNT]: { text: row.account },
      [SPAN]: { text: row.span },
      [TOTAL]: { text: row.total ? TOTAL : '' },
      ...figureCells(sheet, row),
    },
  }));
}

/** The totals at the bottom. Beside a printed total they say that they are computed, since both may be called 合計. */
export function footOf(sheet: EffectSheet): Row[] {
  const printed = sheet.rows.some(({ total }) => total);
  return sheet.totals.map((total, at) => ({
    id: `total-${at}`,
    kind: 'row',
    level: 0,
    cells: { [TITLE]: { text: printed ? t('effects-total-computed', { title: total.title }) : total.title }, ...figureCells(sheet, total) },
  }));
}

function valueOf(key: string, text: string): EffectValue | undefined {
  const at = figureOf(key);
  if (at) return at.figure === 'difference' ? undefined : { kind: 'amount', year: at.year, basis: at.figure, text };
  switch (key) {
    case TITLE:
      return { kind: 'title', text };
    case ACCOUNT:
      return { kind: 'account', text };
    case NODE:
      return text === '' ? { kind: 'node' } : { kind: 'node', node: Number(text) };
    case SIDE:
      return { kind: 'side', side: text === 'revenue' || text === 'expenditure' ? text : 'unsaid' };
    case SPAN:
      return { kind: 'span', span: text === 'continuing' || text === 'cumulative' ? text : 'single_year' };
    case TOTAL:
      return { kind: 'total', total: text === TOTAL };
    default:
      return undefined;
  }
}

/** What stands around the table when it is taken to another program. */
export interface Around {
  /** Name and unit, above it. */
  readonly caption: string;
  /** What the program says of the totals, and the printed note, below it. */
  readonly notes: readonly string[];
}

/** The table as it is shown, with its totals, unit and notes, for another program: lines of cells. */
export function copyOf(columns: readonly Column[], rows: readonly Row[], { caption, notes }: Around): CopiedCell[][] {
  const words = (text: string): CopiedCell => ({ text, numeric: false });
  const head = columns.map(({ title, group }) => words(group === undefined ? title : `${group} ${title}`));
  const line = (text: string): CopiedCell[] => columns.map((_, at) => words(at === 0 ? text : ''));
  const whole = { top: 0, bottom: rows.length - 1, left: 0, right: columns.length - 1 };
  return [line(caption), head, ...copiedCells(rows, columns, whole), ...notes.map(line)];
}

/** What was typed or pasted, as changes of the file. A text for a row that is gone is left out. */
export function editsOf(sheet: EffectSheet, edits: readonly Edit[]): EffectEdit[] {
  return edits.flatMap(({ rowId, key, text }): EffectEdit[] => {
    const row = sheet.rows.find(({ id }) => String(id) === rowId);
    const value = valueOf(key, text);
    return row && value ? [{ row: row.id, value }] : [];
  });
}

/** The titles in lines pasted from a sheet: the first cell of each that has one. */
export function titlesIn(pasted: string): string[] {
  return pasted
    .split(/\r\n?|\n/u)
    .map((line) => (line.split('\t')[0] ?? '').trim())
    .filter((title) => title !== '');
}

/** Items no row of the table is of yet. */
export function itemsLeft(sheet: EffectSheet, items: readonly EffectItem[]): EffectItem[] {
  const taken = new Set(sheet.rows.map(({ node }) => node));
  return items.filter(({ node }) => !taken.has(node));
}

/** The newest year with an actual amount, where the work of the year goes on. */
export function newestYear(sheet: EffectSheet): number | undefined {
  const at = sheet.years.findLastIndex((_, index) => sheet.rows.some((row) => (row.years[index]?.actual.text ?? '') !== ''));
  return sheet.years[Math.max(0, at)]?.year;
}

/** The row and the column a row of the file is shown in; the first row where the table as a whole is meant. */
export function spotOf(sheet: EffectSheet, cell: CellRef | undefined): { readonly row: string; readonly key: string } | undefined {
  const [id, year, basis] = cell?.table === 'effect_row' || cell?.table === 'effect_cell' ? cell.key : [];
  const row = sheet.rows.find((one) => one.id === id) ?? sheet.rows[0];
  if (!row) return undefined;
  if (cell?.table === 'effect_cell' && year !== undefined) return { row: String(row.id), key: figureKey(year, basis === 0 ? 'expected' : 'actual') };
  return { row: String(row.id), key: cell?.column === 'account' ? ACCOUNT : TITLE };
}
