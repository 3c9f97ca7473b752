import { folded, shownText } from './columns';
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
  if (form === undefined) forms.set(column.key, (form = folded(shownText(column, shownCell(cell)))));
  return form;
}

/** Every cell, row by row, whose text contains `query`; full-width and half-width forms are the same. */
export function findMatches(rows: readonly Row[], columns: readonly Column[], query: string): Match[] {
  const wanted = folded(query);
  if (wanted === '') return [];
  const matches: Match[] = [];
  const first = columns[0];
  for (const row of rows) {
    if (row.kind === 'section') {
      if (first && folded(row.title ?? '').includes(wanted)) matches.push({ rowId: row.id, key: first.key });
      continue;
    }
    for (const column of columns) {
      if (foldedCell(column, cellOf(row, column.key)).includes(wanted)) matches.push({ rowId: row.id, key: column.key });
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

/** A piece of a text, found or not. */
export interface Part {
  readonly text: string;
  readonly found: boolean;
}

/** Cuts a text where it contains the query, whatever the width of its letters. */
export function markedParts(text: string, query: string): Part[] {
  const wanted = folded(query);
  if (wanted === '') return [{ text, found: false }];
  // Folding changes lengths (㈱ → (株)), so every folded letter remembers where it came from.
  let plain = '';
  const from: number[] = [];
  let at = 0;
  for (const letter of text) {
    const fold = letter.normalize('NFKC').toLowerCase();
    for (let i = 0; i < fold.length; i += 1) from.push(at);
    plain += fold;
    at += letter.length;
  }
  from.push(text.length);
  const parts: Part[] = [];
  let done = 0;
  for (let hit = plain.indexOf(wanted); hit >= 0; hit = plain.indexOf(wanted, hit + wanted.length)) {
    const start = from[hit] ?? text.length;
    const last = from[hit + wanted.length - 1] ?? text.length;
    const end = from.find((index) => index > last) ?? text.length;
    if (start < done) continue;
    if (start > done) parts.push({ text: text.slice(done, start), found: false });
    parts.push({ text: text.slice(start, end), found: true });
    done = end;
  }
  if (done < text.length) parts.push({ text: text.slice(done), found: false });
  return parts;
}
