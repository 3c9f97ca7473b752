import { fold, holds, writings } from '../fold';
import { shownText } from './columns';
import { cellOf, shownCell } from './rows';
import type { Cell, Column, Row } from './types';

/** A cell that contains what is looked for. */
export interface Match {
  readonly rowId: string;
  readonly key: string;
}

const foldedCells = new WeakMap<Cell, Map<string, string>>();

function foldedCell(column: Column, cell: Cell): string {
  let forms = foldedCells.get(cell);
  if (!forms) foldedCells.set(cell, (forms = new Map()));
  let form = forms.get(column.key);
  if (form === undefined) forms.set(column.key, (form = fold(shownText(column, shownCell(cell)))));
  return form;
}

/** Every cell, row by row, whose text holds `query`, however it is written there: as the search finds it. */
export function findMatches(rows: readonly Row[], columns: readonly Column[], query: string): Match[] {
  const wanted = writings(query).filter((form) => form !== '');
  if (wanted.length === 0) return [];
  const matches: Match[] = [];
  const first = columns[0];
  for (const row of rows) {
    if (row.kind === 'section') {
      if (first && holds(fold(row.title ?? ''), wanted)) matches.push({ rowId: row.id, key: first.key });
      continue;
    }
    for (const column of columns) {
      if (holds(foldedCell(column, cellOf(row, column.key)), wanted)) matches.push({ rowId: row.id, key: column.key });
    }
  }
  return matches;
}

/** The index of the first match after (or before) the place `at`, going around at the end; −1 without matches. */
export function nextMatch(matches: readonly Match[], rows: readonly Row[], columns: readonly Column[], at: Match | undefined, back: boolean): number {
  if (matches.length === 0) return -1;
  if (!at) return back ? matches.length - 1 : 0;
  const rowAt = new Map(rows.map((row, index) => [row.id, index]));
  const columnAt = new Map(columns.map((column, index) => [column.key, index]));
  const place = (match: Match): number => (rowAt.get(match.rowId) ?? 0) * (columns.length + 1) + (columnAt.get(match.key) ?? 0);
  const here = place(at);
  if (back) {
    const before = matches.findLastIndex((match) => place(match) < here);
    return before < 0 ? matches.length - 1 : before;
  }
  const after = matches.findIndex((match) => place(match) > here);
  return after < 0 ? 0 : after;
}
