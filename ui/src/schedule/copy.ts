import type { CopiedCell } from '../grid/clipboard';
import type { LaneRow } from './geometry';
import type { ScheduleBar, ScheduleYear } from './types';
import { printedWords } from './words';

/** A bar on the years of the table and on the lines of its rows. */
interface PutBar {
  readonly bar: ScheduleBar;
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly lines: number;
}

/** The cells a table begins with: number, item, lane. */
const NAMES = 3;
const words = (text: string): CopiedCell => ({ text, numeric: false });
const COVERED: CopiedCell = { text: '', numeric: false, covered: true };

/** Bars of a lane in as few lines as they fit without sharing a year. */
function linesOf(bars: readonly ScheduleBar[]): ScheduleBar[][] {
  const lines: ScheduleBar[][] = [];
  for (const bar of bars.toSorted((a, b) => a.first - b.first || a.last - b.last)) {
    const free = lines.find((line) => (line.at(-1)?.last ?? 0) < bar.first);
    if (free) free.push(bar);
    else lines.push([bar]);
  }
  return lines;
}

/** The bars of the rows of one item, put where the paper prints them: one over several lanes only where nothing is in its way. */
function putBars(rows: readonly LaneRow[], bars: readonly ScheduleBar[], years: readonly ScheduleYear[]): { readonly put: PutBar[]; readonly heights: number[] } {
  const first = years[0]?.year ?? 0;
  const last = years.at(-1)?.year ?? 0;
  const shown = bars.filter((bar) => bar.last >= first && bar.first <= last);
  const lanes = rows.map(({ lane }) => shown.filter((bar) => bar.lane === lane?.id));
  const lines = lanes.map(linesOf);
  const heights = lines.map((own) => Math.max(1, own.length));
  const alone = (bar: ScheduleBar, own: number): boolean =>
    lanes.slice(0, own + bar.lanes).every((others, at) => others.every((other) => other === bar || at + other.lanes <= own || other.last < bar.first || bar.last < other.first));
  const put = lines.flatMap((own, at) =>
    own.flatMap((line, track) =>
      line.map((bar): PutBar => {
        const over = heights.slice(at, at + bar.lanes);
        const spans = over.length > 1 && alone(bar, at);
        const start = heights.slice(0, at).reduce((sum, height) => sum + height, 0);
        return {
          bar,
          from: Math.max(bar.first, first) - first,
          to: Math.min(bar.last, last) - first,
          line: spans ? start : start + track,
          lines: spans ? over.reduce((sum, height) => sum + height, 0) : 1,
        };
      }),
    ),
  );
  return { put, heights };
}

/** One item as lines of cells: its number and name over all of them, a lane over its own, a bar over its years. */
function itemLines(rows: readonly LaneRow[], bars: readonly ScheduleBar[], years: readonly ScheduleYear[]): CopiedCell[][] {
  const { put, heights } = putBars(rows, bars, years);
  const count = heights.reduce((sum, height) => sum + height, 0);
  const table = Array.from({ length: count }, () => Array.from({ length: NAMES + years.length }, () => words('')));
  const place = (line: number, column: number, cell: CopiedCell, lines: number, columns: number): void => {
    for (let down = 0; down < lines; down += 1) for (let right = 0; right < columns; right += 1) (table[line + down] ?? [])[column + right] = COVERED;
    (table[line] ?? [])[column] = { ...cell, ...(lines > 1 && { rows: lines }), ...(columns > 1 && { columns }) };
  };
  const item = rows[0]?.item;
  place(0, 0, words(item?.number ?? ''), count, 1);
  place(0, 1, words([item?.title ?? '', item?.note ?? ''].filter((text) => text !== '').join('\n')), count, 1);
  let line = 0;
  rows.forEach(({ lane }, at) => {
    const height = heights[at] ?? 1;
    place(line, 2, words(lane?.title ?? ''), height, 1);
    line += height;
  });
  for (const one of put) place(one.line, NAMES + one.from, words(printedWords(one.bar)), one.lines, one.to - one.from + 1);
  return table;
}

/**
 * The rows of a schedule as a table for Excel and Word: the headings, then every item with its lanes and bars. Bars and
 * names that reach over several cells are merged cells; lanes that are only in the schedule compared are left out.
 */
export function copiedSchedule(
  rows: readonly LaneRow[],
  bars: readonly ScheduleBar[],
  years: readonly ScheduleYear[],
  headings: { readonly number: string; readonly item: string; readonly lane: string },
): CopiedCell[][] {
  const table = [[headings.number, headings.item, headings.lane, ...years.map(({ label }) => label)].map(words)];
  let own: LaneRow[] = [];
  const close = (): void => {
    if (own.length > 0) table.push(...itemLines(own, bars, years));
    own = [];
  };
  for (const row of rows) {
    if (row.gone) continue;
    if (own[0] && own[0].item !== row.item) close();
    own.push(row);
  }
  close();
  return table;
}
