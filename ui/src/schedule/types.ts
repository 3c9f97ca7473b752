import { printedWords, type Writing } from './words';

/** A fiscal year column. */
export interface ScheduleYear {
  /** Western year in which the fiscal year begins. */
  readonly year: number;
  /** As printed: R6. */
  readonly label: string;
  /** Read aloud: 令和6年度. */
  readonly long: string;
}

/** A lane (取組項目) of an item; it may have no bar. */
export interface ScheduleLane {
  readonly id: string;
  readonly title: string;
  /** Words below the name, of what the years shown leave out. */
  readonly note?: string;
}

/** Widths of the columns at the left that a person can change, px. */
export interface NameWidths {
  readonly title: number;
  readonly lane: number;
}

/** A heading over items, or an item with its lanes. */
export interface ScheduleItem {
  readonly id: string;
  readonly kind: 'section' | 'item';
  /** Number as printed: ②. */
  readonly number: string;
  readonly title: string;
  /** Words below the title: ※令和4年度までをもって終了. */
  readonly note?: string;
  readonly lanes: readonly ScheduleLane[];
  /** Lanes of the schedule compared that are not among the lanes: a thin row each, looked at only. Their titles say so. */
  readonly gone?: readonly ScheduleLane[];
  /** An ended item: it is shown, but not changed. */
  readonly readonly?: boolean;
}

/** Where a bar lies: its own lane, how many lanes downwards, and its years, both included. */
export interface Span {
  readonly lane: string;
  readonly lanes: number;
  readonly first: number;
  readonly last: number;
}

/** A bar with its words. */
export interface ScheduleBar extends Span, Writing {
  readonly id: string;
  /** Drawn without an arrow: words alone. */
  readonly wordsOnly?: boolean;
}

/** Whether a bar stands in an arrow; one that says nothing keeps it, else nothing of it would be seen. */
export function hasArrow(bar: ScheduleBar): boolean {
  return !bar.wordsOnly || printedWords(bar) === '';
}
