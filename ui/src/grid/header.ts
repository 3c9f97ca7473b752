import type { PlacedColumn } from './columns';

/** Neighbouring columns under one heading. */
export interface ColumnGroup {
  /** Index of the first column. */
  readonly first: number;
  readonly count: number;
  readonly left: number;
  readonly frozen: boolean;
  /** `undefined` over a column that has no group. */
  readonly title: string | undefined;
  /** The titles of its columns, for a heading that is blank. */
  readonly columns: string;
}

/** The upper header row: one entry per run of columns with the same group, one per column without. */
export function columnGroups(placed: readonly PlacedColumn[]): ColumnGroup[] {
  const groups: ColumnGroup[] = [];
  placed.forEach((column, index) => {
    const last = groups.at(-1);
    if (last && column.group !== undefined && last.title === column.group && last.frozen === column.frozen) {
      groups[groups.length - 1] = { ...last, count: last.count + 1, columns: `${last.columns} ${column.title}` };
    } else {
      groups.push({ first: index, count: 1, left: column.left, frozen: column.frozen, title: column.group, columns: column.title });
    }
  });
  return groups;
}
