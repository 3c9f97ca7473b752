import type { ColumnSet, Layout } from './types';

/** The part of a layout that a named set keeps: the columns, and not which rows are closed or shown. */
function columnsOf({ order, widths, hidden, shown = [], frozen }: Layout): ColumnSet['layout'] {
  return { order, widths, hidden, shown, frozen };
}

/** Whether the columns stand as the set has them. */
export function sameColumns(set: ColumnSet, layout: Layout): boolean {
  return JSON.stringify(columnsOf({ closed: [], ...set.layout })) === JSON.stringify(columnsOf(layout));
}

/** The sets with the present columns under a name; a set of that name is replaced in its place. */
export function withSet(sets: readonly ColumnSet[], name: string, layout: Layout): ColumnSet[] {
  const made: ColumnSet = { name, layout: columnsOf(layout) };
  return sets.some((set) => set.name === name) ? sets.map((set) => (set.name === name ? made : set)) : [...sets, made];
}

/** The sets without one. */
export function withoutSet(sets: readonly ColumnSet[], name: string): ColumnSet[] {
  return sets.filter((set) => set.name !== name);
}
