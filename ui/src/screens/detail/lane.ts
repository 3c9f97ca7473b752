import type { Bar } from '../../ipc/Bar';
import type { FiscalYear } from '../../ipc/FiscalYear';
import type { Lane } from '../../ipc/Lane';
import type { NodeView } from '../../ipc/NodeView';
import type { ScheduleEdit } from '../../ipc/ScheduleEdit';
import type { BarWriting } from '../schedule/schedule.svelte';

/** What a bar that goes on as before is written with. */
const ARROW = '→';

/** All that is written on a bar besides its years, as it stands. */
export function writingOf(bar: Bar): BarWriting {
  return {
    words: bar.words,
    amount: bar.amount?.text ?? '',
    as_before: bar.as_before,
    words_only: bar.words_only,
    ...(bar.first_month !== undefined && { first_month: bar.first_month }),
    ...(bar.last_month !== undefined && { last_month: bar.last_month }),
  };
}

/** The words of a bar as its field shows them. */
export function fieldWords(bar: Bar): string {
  return bar.words === '' && bar.as_before ? ARROW : bar.words;
}

/** Other words for a bar; a field that was emptied takes the arrow away too. */
export function wordsEdit(bar: Bar, words: string): ScheduleEdit {
  return words === '' && bar.as_before ? { kind: 'detail_bar', bar: bar.id, ...writingOf(bar), words: '', as_before: false } : { kind: 'word_bar', bar: bar.id, words };
}

/** Another amount for a bar. */
export function amountEdit(bar: Bar, amount: string): ScheduleEdit {
  return { kind: 'detail_bar', bar: bar.id, ...writingOf(bar), amount };
}

/** Another first or last year; the other one gives way. */
export function spanEdit({ id, lanes, ...before }: Bar, change: { readonly first?: FiscalYear; readonly last?: FiscalYear }): ScheduleEdit {
  const first = Math.min(change.first ?? before.first, change.last ?? Infinity);
  const last = Math.max(change.last ?? before.last, change.first ?? -Infinity);
  return { kind: 'span_bar', bar: id, first, last, lanes };
}

/** A new bar of one year: the first year behind the bars of the lane, or else the first that is free; `undefined` without years. */
export function newBar(view: NodeView, lane: Lane): ScheduleEdit | undefined {
  const years = view.schedule_years.map(({ year }) => year);
  const free = years.filter((year) => !lane.bars.some((bar) => bar.first <= year && year <= bar.last));
  const end = Math.max(...lane.bars.map(({ last }) => last), -Infinity);
  const year = free.find((one) => one > end) ?? free[0] ?? years.at(-1);
  return year === undefined ? undefined : { kind: 'add_bar', lane: lane.id, first: year, last: year, lanes: 1, words: '' };
}

/** The years a bar can be set to: those of the schedule, and its own where it lies outside. */
export function barYearChoices(view: NodeView, bar: Bar): { readonly value: string; readonly label: string }[] {
  const outside = [bar.first, bar.last].filter((year) => !view.schedule_years.some((head) => head.year === year));
  const own = view.years.filter(({ year }) => outside.includes(year));
  return [...view.schedule_years, ...own].toSorted((one, other) => one.year - other.year).map(({ year, long }) => ({ value: String(year), label: long }));
}
