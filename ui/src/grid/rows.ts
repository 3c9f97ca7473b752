import type { Cell, Row } from './types';

/** A row as it is shown. */
export interface ShownRow extends Row {
  /** It has children, shown or not. */
  readonly parent: boolean;
  /** Its children are shown. */
  readonly open: boolean;
}

/** The rows that are not inside a closed one, in order. */
export function showRows(rows: readonly Row[], closed: ReadonlySet<string>): ShownRow[] {
  const shown: ShownRow[] = [];
  let hiddenBelow = Number.POSITIVE_INFINITY;
  rows.forEach((row, index) => {
    if (row.level > hiddenBelow) return;
    hiddenBelow = Number.POSITIVE_INFINITY;
    const next = rows[index + 1];
    const parent = next !== undefined && next.level > row.level;
    const open = parent && !closed.has(row.id);
    if (parent && !open) hiddenBelow = row.level;
    shown.push({ ...row, parent, open });
  });
  return shown;
}

/** The ids of the rows around the row with this id, outermost first; empty when it is unknown or at the top. */
export function ancestors(rows: readonly Row[], id: string): string[] {
  const index = rows.findIndex((row) => row.id === id);
  const found: string[] = [];
  let level = rows[index]?.level ?? 0;
  for (let i = index - 1; i >= 0 && level > 0; i -= 1) {
    const row = rows[i];
    if (row && row.level < level) {
      found.unshift(row.id);
      level = row.level;
    }
  }
  return found;
}

const BLANK: Cell = { text: '' };

/** The cell of a row; a missing one is blank. */
export function cellOf(row: Row | undefined, key: string): Cell {
  return row?.cells[key] ?? BLANK;
}

/** What a cell shows: 「—」 where a value is absent for a reason, nothing where it is blank. */
export function shownCell(cell: Cell): string {
  return cell.text === '' && cell.absent !== undefined ? '—' : cell.text;
}
