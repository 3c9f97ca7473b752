import type { Cell, Column, Edit, Row } from '../../grid/types';
import type { CellRef } from '../../ipc/CellRef';
import type { FigureEdit } from '../../ipc/FigureEdit';
import type { FiscalCell } from '../../ipc/FiscalCell';
import type { FiscalRow } from '../../ipc/FiscalRow';
import type { FiscalView } from '../../ipc/FiscalView';
import type { IndicatorId } from '../../ipc/IndicatorId';
import type { Rename } from '../../ipc/Rename';
import type { TargetWords } from '../../ipc/TargetWords';
import type { ValueKind } from '../../ipc/ValueKind';
import { t } from '../../texts';
import { named, type Named } from '../indicators/changes';
import { absenceName, doubtText, isTentative, kindName, kindSign, withoutKindWord } from './kinds';

/** Keys of the columns that are no years. */
export const NAME = 'name';
export const UNIT = 'unit';
export const TARGET = 'target';
export const TARGET_YEAR = 'target-year';
export const ACCOUNT = 'account';

/** Key of a year column. */
export const yearKey = (year: number): string => `y${year}`;

/** The year of a column, when it is one of a year. */
export function yearOf(key: string): number | undefined {
  const digits = /^y(-?\d+)$/u.exec(key)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Name of a row in the grid: indicator, part and slot. */
export const rowId = (row: Pick<FiscalRow, 'indicator' | 'part' | 'slot'>): string => `${row.indicator}/${row.part}/${row.slot}`;

/** Name of a row as the city says it: 経常収支比率（臨時財政対策債を除く）. */
export function rowName(row: FiscalRow): string {
  const name = row.part_name === '' ? row.name : t('chart-part-name', { indicator: row.name, part: row.part_name });
  return row.slot === 'plan' ? t('fiscal-plan-row', { name }) : name;
}

/** The name of the indicator itself stands in this row, so that it can be changed there. */
const carriesName = (row: FiscalRow): boolean => row.part_name === '' && row.slot === 'actual';

/** The columns of the table: what the row is, then the years. */
export function columnsOf(view: FiscalView): Column[] {
  return [
    { key: NAME, title: t('fiscal-column-name'), width: 196, kind: 'text', frozen: true },
    { key: UNIT, title: t('fiscal-column-unit'), width: 48, kind: 'text', frozen: true, readonly: true },
    { key: TARGET, title: t('fiscal-column-target'), width: 108, kind: 'text', frozen: true },
    { key: TARGET_YEAR, title: t('fiscal-column-target-year'), width: 88, kind: 'text', hidden: true },
    { key: ACCOUNT, title: t('fiscal-column-account'), width: 112, kind: 'text', readonly: true, hidden: true },
    ...view.years.map((head): Column => ({ key: yearKey(head.year), title: head.short, width: 106, kind: 'number' })),
  ];
}

/** What stands in the cell of a figure. Blank, a dash and 0 look different, and so does what is not understood. */
export function figureCell(cell: FiscalCell): Cell {
  if (!cell.understood) return { text: cell.text, state: 'error', note: doubtText(cell.doubt) };
  if (cell.absent === 'not_yet') return cell.text === '' ? { text: '' } : { text: cell.text, note: absenceName(cell.absent) };
  if (cell.absent) return { text: cell.text, absent: absenceName(cell.absent) };
  const number = cell.number === undefined ? {} : { number: cell.number };
  if (!cell.kind) return { text: cell.text, ...number };
  const name = kindName(cell.kind);
  return { text: cell.text, ...number, mark: { sign: kindSign(cell.kind), name }, note: name, tentative: isTentative(cell.kind) };
}

/** The rows of the table. */
export function rowsOf(view: FiscalView): Row[] {
  return view.rows.map((row) => {
    const actual = row.slot === 'actual';
    const cells: Record<string, Cell> = {
      [NAME]: { text: rowName(row), readonly: !carriesName(row), ...(row.account !== '' && { note: row.account }) },
      [UNIT]: { text: row.unit },
      [TARGET]: { text: row.target, readonly: !actual, ...(row.target_year !== '' && { note: row.target_year }) },
      [TARGET_YEAR]: { text: row.target_year, readonly: !actual || row.target === '' },
      [ACCOUNT]: { text: row.account },
    };
    view.years.forEach((head, at) => {
      const cell = row.cells[at];
      if (cell) cells[yearKey(head.year)] = figureCell(cell);
    });
    return { id: rowId(row), kind: 'row', level: 0, counted: t('app-screen-indicators'), of: String(row.indicator), cells };
  });
}

/** What a person's edits ask of the core; the figures of one gesture go as one step. */
export interface FiscalEdits {
  readonly figures: readonly FigureEdit[];
  readonly targets: readonly TargetWords[];
  readonly names: readonly Rename[];
}

/** Sorts the edits of the grid by what they change. A text for a cell that is not in the table is left out. */
export function editsOf(view: FiscalView, edits: readonly Edit[]): FiscalEdits {
  const rows = new Map(view.rows.map((row) => [rowId(row), row]));
  const figures: FigureEdit[] = [];
  const targets = new Map<FiscalRow, TargetWords>();
  const names: Rename[] = [];
  for (const edit of edits) {
    const row = rows.get(edit.rowId);
    if (!row) continue;
    const { indicator, part, slot } = row;
    const year = yearOf(edit.key);
    if (year !== undefined) {
      if (view.years.some((head) => head.year === year)) figures.push({ indicator, part, slot, year, text: edit.text });
    } else if (edit.key === NAME && carriesName(row)) {
      names.push({ indicator, name: edit.text });
    } else if (edit.key === TARGET || edit.key === TARGET_YEAR) {
      const words = targets.get(row) ?? { indicator, part, year: row.target_year, target: row.target };
      targets.set(row, edit.key === TARGET ? { ...words, target: edit.text } : { ...words, year: edit.text });
    }
  }
  return { figures, targets: [...targets.values()], names };
}

/**
 * The edits that give the selected cells another kind. Blank cells, dashes and words that are not understood have no kind
 * and are left out. A bracketed word for the old kind goes, for the words of a cell count more than its kind.
 */
export function kindEdits(view: FiscalView, rowIds: readonly string[], keys: readonly string[], kind: ValueKind): FigureEdit[] {
  const chosen = new Set(rowIds);
  const years = new Set(keys.map(yearOf));
  return view.rows
    .filter((row) => chosen.has(rowId(row)))
    .flatMap(({ indicator, part, slot, cells }) =>
      view.years.flatMap(({ year }, at): FigureEdit[] => {
        const cell = cells[at];
        if (!years.has(year) || !cell?.kind || cell.kind === kind) return [];
        return [{ indicator, part, slot, year, text: withoutKindWord(cell.text), kind }];
      }),
    );
}

/** The indicators of these rows, each once, from top to bottom. */
export function indicatorsOf(view: FiscalView, rowIds: readonly string[]): Named[] {
  const chosen = new Set(rowIds);
  return named(view.rows.filter((row) => chosen.has(rowId(row))));
}

/** The newest year with a figure, where the work of the year goes on. */
export function newestYear(view: FiscalView): number | undefined {
  const at = view.years.findLastIndex((_, index) => view.rows.some((row) => (row.cells[index]?.text ?? '') !== ''));
  return view.years[at]?.year;
}

/** Where a search or a finding leads: the cell of a figure or a target, or the first row of the indicator. */
export function spotOf(view: FiscalView, indicator: IndicatorId, cell: CellRef | undefined): { readonly row: string; readonly key: string } | undefined {
  const rows = view.rows.filter((one) => one.indicator === indicator);
  const [, year, part, slot] = cell?.table === 'observation' ? cell.key : [];
  const row = rows.find((one) => one.part === part && one.slot === (slot === 1 ? 'plan' : 'actual')) ?? rows[0];
  if (!row) return undefined;
  if (year !== undefined && view.years.some((head) => head.year === year)) return { row: rowId(row), key: yearKey(year) };
  return { row: rowId(row), key: cell?.table === 'target' ? TARGET : NAME };
}

/** The row with the identity the grid gave it. */
export function rowOf(view: FiscalView, id: string): FiscalRow | undefined {
  return view.rows.find((one) => rowId(one) === id);
}
