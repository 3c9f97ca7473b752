import { describe, expect, it } from 'vitest';
import { record } from '../../../tests/support/record';
import type { JudgeColumn } from '../../ipc/JudgeColumn';
import type { NodeView } from '../../ipc/NodeView';
import type { RecordYear } from '../../ipc/RecordYear';
import type { Term } from '../../ipc/Term';
import { formYears, isTyped, judgedWords, judgementOf, openYears, optionOf, recordOf, wordOf, wordOptions } from './record';

const term = (id: number, label: string, symbol: string, from_percent?: string): Term => ({
  id,
  label,
  symbol,
  definition: '',
  achieved: id === 1,
  counted: true,
  undecided: false,
  ...(from_percent !== undefined && { from_percent }),
});
const judge: JudgeColumn = { judge: { vocabulary: 3, evaluator: 4 }, title: '進捗（所管課）', terms: [term(1, '予定どおり', '○'), term(2, '遅れ', '△')] };
const head = (year: number, ended = false): RecordYear => ({
  year: { year, long: `令和${year - 2018}年度`, short: `R${year - 2018}` },
  ended,
  may_be_same: false,
  planned_before: '',
  judges: [judge],
});
const evaluation = { vocabulary: 3, evaluator: 4, text: '遅れ', term: 2, reason: '設計の見直し' };
const view = {
  node: { records: [record(2022, { evaluations: [evaluation] }), record(2024)] },
  record_years: [head(2021), head(2022), head(2023, true), head(2024, true)],
} as unknown as NodeView;

describe('the records of an item as a form', () => {
  it('has a form for every year of the plan and every year written of, the newest first', () => {
    expect(formYears(view).map(({ year }) => year.year)).toEqual([2024, 2022, 2021]);
  });
  it('opens the year chosen and the one before', () => {
    expect(openYears(view, 2022)).toEqual([2022, 2021]);
    expect(openYears(view, undefined)).toEqual([2024, 2023]);
    expect(openYears({ node: { records: [] }, record_years: [] } as unknown as NodeView, undefined)).toEqual([]);
  });
  it('knows what was judged, and by whom', () => {
    expect(judgementOf(recordOf(view, 2022), judge.judge)).toEqual({ word: '遅れ', reason: '設計の見直し' });
    expect(judgementOf(recordOf(view, 2022), { vocabulary: 3, evaluator: 9 })).toEqual({ word: '', reason: '' });
    expect(judgementOf(recordOf(view, 2021), judge.judge)).toEqual({ word: '', reason: '' });
    expect([judgedWords(head(2022), view), judgedWords(head(2021), view)]).toEqual(['△ 遅れ', '']);
  });
  it('offers the words of the year, none, and the word that stands there', () => {
    expect(wordOptions(judge, '遅れ').map(({ label }) => label)).toEqual(['（なし）', '○ 予定どおり', '△ 遅れ']);
    expect(wordOptions(judge, '順調').map(({ label, hint }) => [label, hint])).toContainEqual(['順調', '評価の語にない言葉']);
    expect(['', '遅れ', '順調'].map((word) => wordOf(judge, optionOf(judge, word)))).toEqual(['', '遅れ', undefined]);
  });
  it('lets a percentage be typed where the city judges by it', () => {
    expect([isTyped(judge), isTyped({ terms: [term(1, 'A', '', '80')] })]).toEqual([false, true]);
  });
});
