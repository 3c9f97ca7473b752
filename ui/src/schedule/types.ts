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
}

/** A heading over items, or an item with its lanes. */
export interface ScheduleItem {
  readonly id: string;
  readonly kind: 'section' | 'item';
  /** Number as printed: ②. */
  readonly number: string;
  readonly title: string;
  readonly lanes: readonly ScheduleLane[];
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
export interface ScheduleBar extends Span {
  readonly id: string;
  /** Words as printed: 検討・策定. */
  readonly words: string;
  /** Printed behind the words: △10,500. */
  readonly amount?: string;
  /** Printed as 「→」: as in the year before. */
  readonly asBefore?: boolean;
  /** Month of the first year in which the step begins and of the last in which it is due, 1–12. */
  readonly firstMonth?: number;
  readonly lastMonth?: number;
}

/** The words as they stand on the bar. */
export function printedWords(bar: ScheduleBar): string {
  const words = bar.asBefore && bar.words === '' ? '→' : bar.words;
  return bar.amount ? `${words} ${bar.amount}`.trim() : words;
}
