import { estimated, type Fitted, type MeasureLines } from './lines';
import { SIZES } from './sizes';
import type { NameWidths, ScheduleBar, ScheduleItem, ScheduleLane, ScheduleYear, Span } from './types';
import { printedWords } from './words';

/** Widths of the names until a person changes them. */
export const WIDTHS: NameWidths = { title: SIZES.title, lane: SIZES.lane };

/** A row of the surface: one lane, the place of an item that has none, or a lane of the schedule compared. */
export interface LaneRow {
  readonly item: ScheduleItem;
  readonly lane: ScheduleLane | undefined;
  /** Index among all rows. */
  readonly index: number;
  /** Index among the rows of the item. */
  readonly within: number;
  /** The lane is only in the schedule compared. */
  readonly gone: boolean;
}

/** A bar placed on the surface, px from the first row and the first year. */
export interface PlacedBar {
  readonly bar: ScheduleBar;
  /** Index of its first row. */
  readonly row: number;
  /** How many rows it is drawn over: as many as it has lanes, or one where another bar is in the way. */
  readonly rows: number;
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
}

/** The whole surface, laid out. */
export interface ScheduleLayout {
  readonly rows: readonly LaneRow[];
  /** Top of every row; one more than rows, the last being the height of all. */
  readonly tops: readonly number[];
  /** Bottom of every row, without the headings behind it. */
  readonly bottoms: readonly number[];
  /** Index of the last row of every item, by item id. */
  readonly ends: ReadonlyMap<string, number>;
  /** The bars that cover a row, by its index, the upper ones first. */
  readonly byRow: ReadonlyMap<number, readonly PlacedBar[]>;
  readonly bars: readonly PlacedBar[];
  readonly ghosts: readonly PlacedBar[];
  /** Top of every heading, by item id. */
  readonly headings: ReadonlyMap<string, number>;
}

/** How many rows of an item are its own: its lanes, or the one place of an item without. */
const ownRows = (item: ScheduleItem): number => Math.max(1, item.lanes.length);
/** How many rows an item has with the lanes of the schedule compared. */
const allRows = (item: ScheduleItem): number => ownRows(item) + (item.gone?.length ?? 0);

/** Lanes in order, with a row of its own for an item without lanes; behind them the lanes that are gone. */
export function laneRows(items: readonly ScheduleItem[]): LaneRow[] {
  const rows: LaneRow[] = [];
  for (const item of items) {
    if (item.kind === 'section') continue;
    const lanes: readonly (ScheduleLane | undefined)[] = item.lanes.length > 0 ? item.lanes : [undefined];
    [...lanes, ...(item.gone ?? [])].forEach((lane, within) => rows.push({ item, lane, within, index: rows.length, gone: within >= lanes.length }));
  }
  return rows;
}

/** Month 1–12 → place in the fiscal year, April being 0. */
const monthOfYear = (month: number): number => (month + 8) % 12;

/** Left and right edge of a span in columns: 0 is April of the first year. Cut at the years shown. */
export function extent(span: Pick<ScheduleBar, 'first' | 'last' | 'firstMonth' | 'lastMonth'>, years: readonly ScheduleYear[]): [number, number] {
  const start = years[0]?.year ?? 0;
  const from = span.first - start + (span.firstMonth === undefined ? 0 : monthOfYear(span.firstMonth) / 12);
  const to = span.last - start + (span.lastMonth === undefined ? 1 : (monthOfYear(span.lastMonth) + 1) / 12);
  return [Math.max(0, Math.min(from, years.length)), Math.max(0, Math.min(to, years.length))];
}

/** A bar with the rows it can be drawn over. */
interface DrawnBar {
  readonly bar: ScheduleBar;
  readonly row: number;
  readonly rows: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The rows every bar is drawn over. A bar never runs into the next item, and where another bar is in the way of one over
 * several lanes, it stays in its own lane: two bars never cover each other.
 */
function drawnBars(bars: readonly ScheduleBar[], rows: readonly LaneRow[], years: readonly ScheduleYear[]): DrawnBar[] {
  const rowOf = new Map<string, number>();
  const last = new Map<string, number>();
  for (const row of rows) {
    if (row.lane) rowOf.set(row.lane.id, row.index);
    if (!row.gone) last.set(row.item.id, row.index);
  }
  const known = bars.flatMap((bar): DrawnBar[] => {
    const row = rowOf.get(bar.lane);
    const item = row === undefined ? undefined : rows[row]?.item;
    const [from, to] = extent(bar, years);
    if (row === undefined || !item || to <= from) return [];
    return [{ bar, row, rows: Math.max(1, Math.min(bar.lanes, Math.max(last.get(item.id) ?? row, row) - row + 1)), from, to }];
  });
  const covering = new Map<number, DrawnBar[]>();
  for (const one of known) for (let row = one.row; row < one.row + one.rows; row += 1) put(covering, row, one);
  return known.map((one) => {
    if (one.rows === 1) return one;
    const inTheWay = Array.from({ length: one.rows }, (_, at) => covering.get(one.row + at) ?? []).some((others) =>
      others.some((other) => other !== one && other.from < one.to && one.from < other.to),
    );
    return inTheWay ? { ...one, rows: 1 } : one;
  });
}

function put<T>(lists: Map<number, T[]>, at: number, one: T): void {
  const list = lists.get(at);
  if (list) list.push(one);
  else lists.set(at, [one]);
}

/** Puts overlapping bars of a lane below each other: the track of every bar, 0 the uppermost. */
function tracksOf(bars: readonly DrawnBar[]): Map<string, number> {
  const tracks = new Map<string, number>();
  const placed = new Map<number, (DrawnBar & { track: number })[]>();
  for (const one of [...bars].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const here = placed.get(one.row) ?? [];
    let track = 0;
    while (here.some((other) => other.track === track && other.from < one.to && one.from < other.to)) track += 1;
    put(placed, one.row, { ...one, track });
    tracks.set(one.bar.id, track);
  }
  return tracks;
}

/** Rooms for the texts of a row, px: their columns without padding and rule. */
const roomOf = (widths: NameWidths): { readonly number: number; readonly title: number; readonly lane: number } => ({
  number: SIZES.number - 2 * SIZES.paddingX - 1,
  title: widths.title - 2 * SIZES.paddingX - 1,
  lane: widths.lane - 2 * SIZES.paddingX - 2 - SIZES.dot,
});

/** Lays out lanes, bars and the ghosts of the schedule compared. `yearWidth` in px. */
export function layOut(
  items: readonly ScheduleItem[],
  bars: readonly ScheduleBar[],
  baseline: readonly ScheduleBar[],
  years: readonly ScheduleYear[],
  yearWidth: number,
  widths: NameWidths = WIDTHS,
  measure: MeasureLines = estimated,
): ScheduleLayout {
  const rows = laneRows(items);
  const drawn = drawnBars(bars, rows, years);
  const tracks = tracksOf(drawn);
  const ghosted = new Set(baseline.map((bar) => bar.lane));
  const ghostOf = (index: number): number => {
    const lane = rows[index]?.lane;
    return lane && ghosted.has(lane.id) ? SIZES.ghost : 0;
  };

  const room = roomOf(widths);
  const inBar = ({ bar, from, to }: DrawnBar): Fitted => [printedWords(bar), (to - from) * yearWidth - SIZES.apart - SIZES.barPadding];
  const linesOf = measure([
    ...drawn.map(inBar),
    ...items.flatMap((item): Fitted[] => [
      [item.number, room.number],
      [item.title, room.title],
      [item.note ?? '', room.title],
      ...item.lanes.flatMap((lane): Fitted[] => [[lane.title, room.lane], [lane.note ?? '', room.lane]]),
    ]),
  ]);
  /** Lines of a text and of a note below it, which takes none where there is none. */
  const linesWith = (text: string, note: string | undefined, width: number): number => linesOf(text, width) + (note ? linesOf(note, width) : 0);

  const heightOf = (one: DrawnBar): number => SIZES.bar + (linesOf(...inBar(one)) - 1) * SIZES.line;
  const trackHeights: number[][] = rows.map(() => []);
  for (const one of drawn) {
    const heights = trackHeights[one.row];
    if (!heights || one.rows > 1) continue;
    const track = tracks.get(one.bar.id) ?? 0;
    heights[track] = Math.max(heights[track] ?? SIZES.bar, heightOf(one));
  }

  const heights = rows.map((row, index) => {
    if (row.gone) return SIZES.gone;
    const barsHigh = (trackHeights[index] ?? []).reduce((sum, height) => sum + height + SIZES.gap, 0) || SIZES.bar + SIZES.gap;
    const words = linesWith(row.lane?.title ?? '', row.lane?.note, room.lane) * SIZES.line;
    return Math.max(words + 2 * SIZES.padding + 1, barsHigh - SIZES.gap + ghostOf(index) + 2 * SIZES.padding);
  });

  const tops: number[] = [];
  const bottoms: number[] = [];
  const ends = new Map<string, number>();
  const headings = new Map<string, number>();
  let top = 0;
  let index = 0;
  for (const item of items) {
    if (item.kind === 'section') {
      headings.set(item.id, top);
      top += SIZES.section;
      continue;
    }
    const from = index;
    const end = from + allRows(item) - 1;
    const lines = Math.max(linesWith(item.title, item.note, room.title), linesOf(item.number, room.number));
    const title = lines * SIZES.line + 2 * SIZES.padding + 1;
    const sum = heights.slice(from, end + 1).reduce((all, height) => all + height, 0);
    ends.set(item.id, end);
    for (; index <= end; index += 1) {
      tops.push(top);
      // A long name of the item makes its last lane taller.
      top += (heights[index] ?? 0) + (index === end ? Math.max(0, title - sum) : 0);
      bottoms.push(top);
    }
  }
  tops.push(top);

  const placed = drawn.map((one): PlacedBar => {
    const track = tracks.get(one.bar.id) ?? 0;
    const above = (trackHeights[one.row] ?? []).slice(0, track).reduce((sum, height) => sum + height + SIZES.gap, 0);
    const start = (tops[one.row] ?? 0) + SIZES.padding + above;
    const final = one.row + one.rows - 1;
    const bottom = (tops[final] ?? 0) + (heights[final] ?? 0) - SIZES.padding - ghostOf(final);
    const { bar, row, from, to } = one;
    return {
      bar,
      row,
      rows: one.rows,
      left: from * yearWidth + SIZES.apart / 2,
      width: (to - from) * yearWidth - SIZES.apart,
      top: start,
      height: one.rows > 1 ? bottom - start : heightOf(one),
    };
  });

  const ghosts = drawnBars(baseline, rows, years).map(({ bar, row, from, to }): PlacedBar => {
    const place = { bar, row, rows: 1, left: from * yearWidth + SIZES.apart / 2, width: (to - from) * yearWidth - SIZES.apart };
    if (rows[row]?.gone) return { ...place, top: (tops[row] ?? 0) + 2, height: SIZES.gone - 5 };
    const bottom = (tops[row] ?? 0) + (heights[row] ?? 0);
    return { ...place, top: bottom - SIZES.ghost - 1, height: SIZES.ghost - 3 };
  });

  const byRow = new Map<number, PlacedBar[]>();
  for (const one of placed) for (let row = one.row; row < one.row + one.rows; row += 1) put(byRow, row, one);
  for (const here of byRow.values()) here.sort((a, b) => a.top - b.top);
  return { rows, tops, bottoms, ends, byRow, bars: placed, ghosts, headings };
}

/** Rows drawn above and below the window, px. */
const MARGIN = 400;

/**
 * The rows to draw for a window: whole items, so that the cells that reach over all lanes of an item are there; `from` to
 * `to`, the last one not included.
 */
export function drawnRows({ rows, tops, ends }: ScheduleLayout, scrollTop: number, height: number): { readonly from: number; readonly to: number } {
  const at = (y: number): number => {
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tops[middle + 1] ?? 0) <= y) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const first = rows[at(scrollTop - MARGIN)];
  const last = rows[Math.min(at(scrollTop + height + MARGIN), rows.length - 1)];
  return { from: first ? first.index - first.within : 0, to: last ? (ends.get(last.item.id) ?? last.index) + 1 : 0 };
}

/** The outline of a bar as an arrow to the right, px. */
export function arrowPath(width: number, height: number): string {
  const tip = Math.min(SIZES.tip, width / 2);
  const w = width - 0.5;
  const h = height - 0.5;
  return `M0.5 0.5H${w - tip}L${w} ${(h + 0.5) / 2}L${w - tip} ${h}H0.5Z`;
}

/** The row and year under a point, px from the first row and year; both inside the surface. */
export function spotAt(x: number, y: number, layout: ScheduleLayout, years: number, yearWidth: number): { row: number; year: number } {
  let row = layout.tops.findIndex((top, index) => index > 0 && y < top) - 1;
  if (row < -1) row = layout.rows.length - 1;
  return {
    row: Math.max(0, Math.min(row, layout.rows.length - 1)),
    year: Math.max(0, Math.min(Math.floor(x / yearWidth), years - 1)),
  };
}

/** A span moved by whole years, staying inside the years shown. */
export function moved(span: Span, by: number, years: readonly ScheduleYear[]): Span {
  const first = years[0]?.year ?? span.first;
  const last = years.at(-1)?.year ?? span.last;
  const step = Math.max(first - span.first, Math.min(by, last - span.last));
  return { ...span, first: span.first + step, last: span.last + step };
}

/** A span with one end moved; it keeps at least one year and stays inside the years shown. */
export function stretched(span: Span, edge: 'first' | 'last', by: number, years: readonly ScheduleYear[]): Span {
  const first = years[0]?.year ?? span.first;
  const last = years.at(-1)?.year ?? span.last;
  return edge === 'first'
    ? { ...span, first: Math.min(span.last, Math.max(first, span.first + by)) }
    : { ...span, last: Math.max(span.first, Math.min(last, span.last + by)) };
}
