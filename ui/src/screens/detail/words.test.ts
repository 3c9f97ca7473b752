import { describe, expect, it } from 'vitest';
import type { Bar } from '../../ipc/Bar';
import type { NodeView } from '../../ipc/NodeView';
import { barWords, barYears, linesOf, officesOf } from './words';

const view = {
  node: { offices: [{ office: 2, responsibility: 'responsible' }, { office: 1, responsibility: 'related' }, { office: 9, responsibility: 'related' }] },
  offices: [{ id: 1, name: '企画課' }, { id: 2, name: '総務課' }],
  amount_unit: '千円',
  years: [{ year: 2022, long: '令和4年度', short: 'R4' }, { year: 2023, long: '令和5年度', short: 'R5' }],
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
  it('gives a field as many lines as its text needs', () => {
    expect([linesOf('', 2), linesOf('あ', 2), linesOf('a\nb\nc', 2), linesOf('字'.repeat(49), 3), linesOf('字\n'.repeat(99), 3)]).toEqual([2, 2, 4, 4, 24]);
  });
});
