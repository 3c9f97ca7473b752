import { expect, it } from 'vitest';
import type { Indicator } from '../../ipc/Indicator';
import { indicatorLines } from './indicator';

it('tells what an indicator says of itself, and nothing of what it does not', () => {
  const one = {
    markers: ['重点'],
    account: '',
    definition: '説明会の回数',
    parts: [{ name: '', unit: '回', decimals: 0 }],
    baseline: { year: { text: '令和2年度' }, figures: [{ text: '3' }] },
    source: '',
    note: '',
  } as unknown as Indicator;
  expect(indicatorLines(one).map(({ name, text }) => [name, text])).toEqual([
    ['印', '重点'],
    ['値', '（回）'],
    ['基準値', '3（令和2年度）'],
    ['定義・計算のしかた', '説明会の回数'],
  ]);
});
