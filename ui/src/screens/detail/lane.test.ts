import { describe, expect, it } from 'vitest';
import type { Bar } from '../../ipc/Bar';
import type { Lane } from '../../ipc/Lane';
import type { NodeView } from '../../ipc/NodeView';
import { amountEdit, barYearChoices, fieldWords, newBar, spanEdit, wordsEdit } from './lane';

const bar = (more: Partial<Bar> = {}): Bar => ({ id: 5, first: 2022, last: 2023, words: '検討', as_before: false, words_only: false, lanes: 2, ...more });
const lane = (...bars: Bar[]): Lane => ({ id: 7, schedule: 1, title: '調査', bars });
const years = [2021, 2022, 2023, 2024].map((year) => ({ year, long: `令和${year - 2018}年度`, short: '' }));
const view = { schedule_years: years, years: [...years, { year: 2026, long: '令和8年度', short: '' }] } as unknown as NodeView;

describe('the lanes of an item as a form', () => {
  it('keeps all else that is written on a bar when its amount changes', () => {
    const before = bar({ first_month: 9, words_only: true });
    expect(amountEdit(before, '△10,500')).toEqual({ kind: 'detail_bar', bar: 5, words: '検討', amount: '△10,500', as_before: false, words_only: true, first_month: 9 });
  });
  it('shows an arrow as one, and takes it away when the field is emptied', () => {
    const arrow = bar({ words: '', as_before: true });
    expect([fieldWords(arrow), fieldWords(bar())]).toEqual(['→', '検討']);
    expect(wordsEdit(arrow, '')).toMatchObject({ kind: 'detail_bar', bar: 5, words: '', as_before: false });
    expect(wordsEdit(arrow, '実施')).toEqual({ kind: 'word_bar', bar: 5, words: '実施' });
    expect(wordsEdit(bar(), '')).toEqual({ kind: 'word_bar', bar: 5, words: '' });
  });
  it('never turns the years of a bar round', () => {
    expect(spanEdit(bar(), { first: 2024 })).toEqual({ kind: 'span_bar', bar: 5, first: 2024, last: 2024, lanes: 2 });
    expect(spanEdit(bar(), { last: 2021 })).toMatchObject({ first: 2021, last: 2021 });
    expect(spanEdit(bar(), { last: 2024 })).toMatchObject({ first: 2022, last: 2024 });
  });
  it('puts a new bar behind the others, else where there is room, else over the last year', () => {
    const at = (one: Lane): unknown => newBar(view, one);
    expect(at(lane())).toEqual({ kind: 'add_bar', lane: 7, first: 2021, last: 2021, lanes: 1, words: '' });
    expect(at(lane(bar()))).toMatchObject({ first: 2024, last: 2024 });
    expect(at(lane(bar({ first: 2023, last: 2024 })))).toMatchObject({ first: 2021 });
    expect(at(lane(bar({ first: 2021, last: 2024 })))).toMatchObject({ first: 2024 });
    expect(newBar({ ...view, schedule_years: [] }, lane())).toBeUndefined();
  });
  it('offers the years of the schedule and those of a bar that lies outside', () => {
    expect(barYearChoices(view, bar()).map(({ value }) => value)).toEqual(['2021', '2022', '2023', '2024']);
    expect(barYearChoices(view, bar({ last: 2026 })).at(-1)).toEqual({ value: '2026', label: '令和8年度' });
  });
});
