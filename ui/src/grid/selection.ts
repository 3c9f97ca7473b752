import type { Range, Spot } from './types';

/** How far a movement goes. */
export type Reach = 'step' | 'jump' | 'page' | 'edge' | 'corner';

/** A movement in the grid: `rows` and `columns` are −1, 0 or 1. */
export interface Movement {
  readonly rows: -1 | 0 | 1;
  readonly columns: -1 | 0 | 1;
  readonly reach: Reach;
}

/** What a movement has to know of the grid. */
export interface Terrain {
  readonly rows: number;
  readonly columns: number;
  /** Rows on one page. */
  readonly page: number;
  readonly filled: (spot: Spot) => boolean;
}

/** The rectangle between two corners. */
export function rangeOf(a: Spot, b: Spot): Range {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  };
}

export function contains(range: Range, spot: Spot): boolean {
  return spot.row >= range.top && spot.row <= range.bottom && spot.column >= range.left && spot.column <= range.right;
}

export function isSingle(range: Range): boolean {
  return range.top === range.bottom && range.left === range.right;
}

const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/** The spot itself, or the nearest one inside the grid. */
export function clampSpot(spot: Spot, terrain: Pick<Terrain, 'rows' | 'columns'>): Spot {
  return { row: clamp(spot.row, terrain.rows), column: clamp(spot.column, terrain.columns) };
}

/** Where a movement from `spot` ends. */
export function moved(spot: Spot, movement: Movement, terrain: Terrain): Spot {
  const { rows, columns, reach } = movement;
  switch (reach) {
    case 'step':
      return clampSpot({ row: spot.row + rows, column: spot.column + columns }, terrain);
    case 'page':
      return clampSpot({ row: spot.row + rows * Math.max(1, terrain.page), column: spot.column }, terrain);
    case 'edge':
      return clampSpot(
        {
          row: rows === 0 ? spot.row : rows < 0 ? 0 : terrain.rows - 1,
          column: columns === 0 ? spot.column : columns < 0 ? 0 : terrain.columns - 1,
        },
        terrain,
      );
    case 'corner':
      return rows < 0 ? { row: 0, column: 0 } : clampSpot({ row: terrain.rows - 1, column: terrain.columns - 1 }, terrain);
    case 'jump':
      return jumped(spot, rows, columns, terrain);
  }
}

/** Ctrl+arrow as in Excel: to the end of the filled cells, or over the blank ones to the next filled cell. */
function jumped(from: Spot, rows: number, columns: number, terrain: Terrain): Spot {
  const inside = (spot: Spot): boolean =>
    spot.row >= 0 && spot.row < terrain.rows && spot.column >= 0 && spot.column < terrain.columns;
  const after = (spot: Spot): Spot => ({ row: spot.row + rows, column: spot.column + columns });
  let spot = from;
  let next = after(spot);
  if (!inside(next)) return from;
  const along = terrain.filled(from) && terrain.filled(next);
  while (inside(next)) {
    if (along && !terrain.filled(next)) break;
    spot = next;
    if (!along && terrain.filled(next)) break;
    next = after(spot);
  }
  return spot;
}

/** The next spot inside a selected range for Enter (down) or Tab (across), starting over at the end. */
export function cycled(spot: Spot, range: Range, way: 'down' | 'across', back: boolean): Spot {
  const height = range.bottom - range.top + 1;
  const width = range.right - range.left + 1;
  const row = spot.row - range.top;
  const column = spot.column - range.left;
  const at = way === 'down' ? column * height + row : row * width + column;
  const count = height * width;
  const next = (at + (back ? count - 1 : 1)) % count;
  return way === 'down'
    ? { row: range.top + (next % height), column: range.left + Math.floor(next / height) }
    : { row: range.top + Math.floor(next / width), column: range.left + (next % width) };
}
