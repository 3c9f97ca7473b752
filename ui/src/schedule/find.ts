import { fold, holds, writings } from '../fold';
import type { ScheduleLayout } from './geometry';
import { printedWords } from './words';

/** A place that contains what is looked for: a row by its names (year −1), or a bar in its first year shown. */
export interface Hit {
  readonly row: number;
  readonly year: number;
  readonly bar?: string;
}

/** Every place, row by row, whose words contain `query`, folded as the search folds. */
export function findHits({ rows, bars }: ScheduleLayout, start: number, query: string): Hit[] {
  if (fold(query) === '') return [];
  const wanted = writings(query);
  const found = (text: string): boolean => holds(fold(text), wanted);
  const hits: Hit[] = [];
  for (const { index, item, lane, within } of rows) {
    const named = within === 0 && found([item.number, item.title, item.note ?? ''].join(' '));
    if (named || found(lane?.title ?? '')) hits.push({ row: index, year: -1 });
  }
  for (const { bar, row } of bars) if (found(printedWords(bar))) hits.push({ row, year: Math.max(0, bar.first - start), bar: bar.id });
  return hits.sort((a, b) => a.row - b.row || a.year - b.year);
}

/** The index of the hit a person stands on; −1 for none. */
export function hitAt(hits: readonly Hit[], row: number, year: number, bar: string | undefined): number {
  return hits.findIndex((hit) => hit.row === row && (hit.bar === undefined ? year < 0 : hit.bar === bar && year >= 0));
}

/** The index of the first hit after (or before) a place, going around at the end; −1 without hits. */
export function nextHit(hits: readonly Hit[], row: number, year: number, bar: string | undefined, back: boolean): number {
  if (hits.length === 0) return -1;
  const at = hitAt(hits, row, year, bar);
  if (at >= 0) return (at + (back ? -1 : 1) + hits.length) % hits.length;
  const after = hits.findIndex((hit) => hit.row > row || (hit.row === row && hit.year > year));
  if (back) return (after < 0 ? hits.length : after) - 1 + (after === 0 ? hits.length : 0);
  return after < 0 ? 0 : after;
}
