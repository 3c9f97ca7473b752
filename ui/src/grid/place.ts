import type { PlacedColumn } from './columns';
import type { ShownRow } from './rows';
import type { Spot } from './types';

/** A spot that survives a change of the rows: known by name, with the index as the way out when the name is gone. */
export interface Place {
  readonly rowId: string | undefined;
  readonly key: string | undefined;
  readonly spot: Spot;
}

/** The place of a spot in what is shown now. */
export function placeAt(spot: Spot, rows: readonly ShownRow[], columns: readonly PlacedColumn[]): Place {
  return { rowId: rows[spot.row]?.id, key: columns[spot.column]?.key, spot };
}

/** Where a place is now: by name, or the nearest spot when its row or column is no longer shown. */
export function spotOf(place: Place, rowAt: ReadonlyMap<string, number>, columnAt: ReadonlyMap<string, number>): Spot {
  const near = (index: number, count: number): number => Math.max(0, Math.min(index, count - 1));
  return {
    row: (place.rowId === undefined ? undefined : rowAt.get(place.rowId)) ?? near(place.spot.row, rowAt.size),
    column: (place.key === undefined ? undefined : columnAt.get(place.key)) ?? near(place.spot.column, columnAt.size),
  };
}
