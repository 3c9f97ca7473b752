/** Surfaces whose layout is one for the whole window: the widths of its panels, the zoom, the keys of the palette. */
const OF_WINDOW: ReadonlySet<string> = new Set([
  'frame',
  'palette-key',
  'plan-tree',
  'fiscal-share',
  'fiscal-list',
  'fiscal-options',
  'fiscal-mono',
  'tally-items',
  'papers-list',
  'papers-zoom',
  'settings-section',
  'schedule-widths',
]);
/** Surfaces whose layout is one for all plans of a file: its indicators, and sets of columns a person gave a name. */
const OF_FILE: ReadonlySet<string> = new Set(['fiscal-grid', 'fiscal-grid-sets', 'plan-grid-sets', 'progress-grid-sets']);

/** Where the layout of a surface is kept. */
export interface LayoutPlace {
  /** Path of the file it belongs to; `undefined` for the window. */
  readonly file: string | undefined;
  readonly key: string;
}

/**
 * Where a layout is kept. Columns, filters and closed rows of one city mean nothing in the file of another, and those of
 * one plan nothing in the next: what is not of the window or the whole file belongs to a plan of the file.
 */
export function layoutPlace(surface: string, file: string | undefined, plan: number | undefined): LayoutPlace {
  if (file === undefined || OF_WINDOW.has(surface)) return { file: undefined, key: surface };
  return { file, key: OF_FILE.has(surface) || plan === undefined ? surface : `${surface}/${plan}` };
}
