import { describe, expect, it } from 'vitest';
import type { Bar } from '../../ipc/Bar';
import type { NodeView } from '../../ipc/NodeView';
import type { YearRecord } from '../../ipc/YearRecord';
import { barWords, barYears, besides, officesOf, recordLines } from './words';

const record = (year: number, more: Partial<YearRecord> = {}): YearRecord => ({
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
const view = {
  node: { offices: [{ office: 2, responsibility: 'responsible' }, { office: 1, responsibility: 'related' }, { office: 9, responsibility: 'related' }] },
  offices: [{ id: 1, name: '企画課' }, { id: 2, name: '総務課' }],
  amount_unit: '千円',
  years: [{ year: 2022, long: '令和4年度', short: 'R4' }, { year: 2023, long: '令和5年度', short: 'R5' }],
  vocabularies: [{ id: 3, axis: '進捗', terms: [{ id: 1, label: '遅れ', symbol: '△' }] }],
  evaluators: [{ id: 4, name: '所管課' }],
} as unknown as NodeView;
const bar = (more: Partial<Bar>): Bar => ({ id: 1, first: 2022, last: 2023, words: '', as_before: false, words_only: false, lanes: 1, ...more });

describe('the words of the detail', () => {
  it('names offices in their order, those concerned in brackets', () => {
    expect(officesOf(view)).toEqual(['総務課', '（企画課）']);
  });
  it('tells bars by their years and words', () => {
    expect([barYears(view, bar({})), barYears(view, bar({ last: 2022 }))]).toEqual(['令和4年度～令和5年度', '令和4年度']);
    const said = [{ words: '実施' }, { as_before: true }, {}, { words: '実施', amount: { text: '△10,500', meaning: { amount: '-10500', unit: '' } }, last: 2022, first_month: 9, last_month: 12 }];
    expect(said.map((more) => barWords(view, bar(more)))).toEqual(['実施', '→（前年度と同じ）', '', '実施 △10,500千円（9～12月）']);
  });
  it('puts two years side by side and leaves out what is blank in both', () => {
    const judged = record(2023, { actual: 'new', evaluations: [{ vocabulary: 3, evaluator: 4, text: '遅れ', term: 1, reason: 'why' }] });
    const lines = besides(recordLines(view, record(2022, { actual: 'old' })), recordLines(view, judged));
    expect(lines.map(({ title, before, now }) => [title, before, now])).toEqual([
      ['実績', 'old', 'new'],
      ['進捗（所管課）', '', '△ 遅れ'],
      ['進捗（所管課）の理由', '', 'why'],
    ]);
    const told = recordLines(view, record(2023, { actual: '説明会を開いた。', cumulative: true }));
    expect(told.find(({ id }) => id === 'actual')?.text).toBe('（この年度までの累計）説明会を開いた。');
    const same = recordLines(view, record(2023, { planned: 'x', same_as_before: true }));
    expect(same.find(({ id }) => id === 'planned')?.text).toBe('前年度と同じ');
    expect(besides(recordLines(view, undefined), recordLines(view, undefined))).toEqual([]);
  });
});
