import type { YearRecord } from '../../src/ipc/YearRecord';

/** A yearly record with nothing in it but what is given. */
export const record = (year: number, more: Partial<YearRecord> = {}): YearRecord => ({
  year,
  planned: '',
  target: '',
  previous_state: '',
  actual: '',
  cumulative: false,
  issues: '',
  note: '',
  same_as_before: false,
  evaluations: [],
  ...more,
});
