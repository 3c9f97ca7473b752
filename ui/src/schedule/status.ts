import { inOneUnit, readAmount } from '../numbers/amount';
import { plain, sum } from '../numbers/decimal';
import type { LaneRow } from './geometry';
import type { ScheduleBar } from './types';

/** What the status bar tells of a schedule. */
export interface ScheduleStatus {
  readonly lanes: number;
  readonly bars: number;
  /** Rows that are chosen. */
  readonly selected: number;
  /** Amounts on the bars of the rows chosen, added up exactly; `undefined` below two of them or where units do not go together. */
  readonly sum: string | undefined;
  readonly unit: string;
}

/** Counts what is shown and what is chosen. */
export function statusOf(rows: readonly LaneRow[], bars: readonly ScheduleBar[], chosen: readonly LaneRow[]): ScheduleStatus {
  const lanes = new Set(chosen.flatMap(({ lane, gone }) => (lane && !gone ? [lane.id] : [])));
  const amounts = bars.flatMap(({ lane, amount }) => (lanes.has(lane) && amount !== undefined ? (readAmount(amount) ?? []) : []));
  const together = amounts.length > 1 ? inOneUnit(amounts) : undefined;
  return {
    lanes: rows.filter(({ lane, gone }) => lane && !gone).length,
    bars: bars.length,
    selected: chosen.length,
    sum: together && plain(sum(together.values)),
    unit: together?.unit ?? '',
  };
}
