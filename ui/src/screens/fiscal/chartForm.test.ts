import { describe, expect, it } from 'vitest';
import type { ChartDefinition } from '../../ipc/ChartDefinition';
import type { FiscalRow } from '../../ipc/FiscalRow';
import type { FiscalView } from '../../ipc/FiscalView';
import { changedSeries, chartOfRows, doubtsOf, readMillimetres, seriesChoices, seriesOf, withSeries, withYears } from './chartForm';
import { rowId } from './table';

const row = (indicator: number, name: string, unit: string, account = '', more: Partial<FiscalRow> = {}): FiscalRow => ({
  indicator,
  part: 0,
  slot: 'actual',
  name,
  part_name: '',
  account,
  unit,
  target: '',
  target_year: '',
  cells: [],
  ...more,
});
const rows = [
  row(1, '経常収支比率', '%', '普通会計', { target: '95.0%以下' }),
  row(2, '市債残高', '億円', '一般会計'),
  row(3, '基金残高', '千円', '一般会計'),
  row(3, '基金残高', '千円', '一般会計', { slot: 'plan' }),
];
const view: FiscalView = { years: [], rows, charts: [] };
const ids = (...at: number[]): string[] => at.map((index) => rowId(rows[index] ?? row(0, '', '')));
const chart = (at: number[]): ChartDefinition => {
  const made = chartOfRows(view, ids(...at));
  if (!made) throw new Error('no chart');
  return made;
};

describe('a chart of selected rows', () => {
  it('draws each row once, a second unit on the right axis, and the target of a single one', () => {
    expect(chart([0])).toMatchObject({ id: 0, title: '経常収支比率の推移', targets: true, series: [{ indicator: 1, part: 0, axis: 'left', mark: 'line' }] });
    expect(chart([1, 0, 3])).toMatchObject({
      title: '経常収支比率、市債残高の推移',
      targets: false,
      series: [
        { indicator: 1, axis: 'left' },
        { indicator: 2, axis: 'right' },
      ],
    });
    expect(chartOfRows(view, ids(3))).toBeUndefined();
  });

  it('has a title of its own, for charts are called by it', () => {
    const first = chart([0]);
    const second = chartOfRows({ ...view, charts: [{ ...first, id: 1 }] }, ids(0));
    const third = second && chartOfRows({ ...view, charts: [{ ...first, id: 1 }, { ...second, id: 2 }] }, ids(0));
    expect(new Set([first.title, second?.title, third?.title]).size).toBe(3);
  });
});

describe('the definition of a chart', () => {
  const choices = seriesChoices(view);

  it('offers every part once', () => {
    expect(choices.map((choice) => choice.value)).toEqual(['1/0', '2/0', '3/0']);
  });

  it('takes series in at the end, drawn like the first, and out again', () => {
    const bars = changedSeries(chart([1]), '2/0', { mark: 'bar' });
    const choice = choices[2];
    if (!choice) throw new Error('no choice');
    const both = withSeries(bars, choice, true);
    expect(both.series.map((series) => [series.indicator, series.mark])).toEqual([
      [2, 'bar'],
      [3, 'bar'],
    ]);
    expect(seriesOf(both, '3/0')?.axis).toBe('left');
    expect(withSeries(both, choice, false)).toEqual(bars);
  });

  it('leaves an end of the years to the figures when none is given', () => {
    const bounded = withYears(chart([0]), 2011, 2024);
    expect([bounded.first, bounded.last]).toEqual([2011, 2024]);
    expect(withYears(bounded, undefined, 2024)).not.toHaveProperty('first');
  });

  it('reads sizes as a person types them and refuses what is none', () => {
    expect(readMillimetres(' １６０ｍｍ ')).toBe(160);
    expect(readMillimetres('60')).toBe(60);
    for (const text of ['', '59', '421', '16.5', '-90', '幅']) expect(readMillimetres(text), text).toBeUndefined();
  });

  it('warns of mixed accounts, and of units that cannot be converted on one axis', () => {
    expect(doubtsOf(view, chart([0, 1]))).toEqual([{ kind: 'accounts', accounts: ['普通会計', '一般会計'] }]);
    const one = changedSeries(chart([0, 1]), '2/0', { axis: 'left' });
    expect(doubtsOf(view, one)).toContainEqual({ kind: 'units', units: ['%', '億円'] });
    expect(doubtsOf(view, changedSeries(chart([1, 2]), '3/0', { axis: 'left' }))).toEqual([]);
  });
});
