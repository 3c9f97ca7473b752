import { describe, expect, it } from 'vitest';
import { writeTsv } from '../../grid/clipboard';
import type { TallyTable } from '../../ipc/TallyTable';
import type { TallyView } from '../../ipc/TallyView';
import { allItems, copiedPart, copiedRates, figuresOf, headsOf, itemsOf, lineName, stepTo } from './tally';

const table: TallyTable = {
  axis: '進捗',
  judge: '最後の評価',
  columns: [
    { label: '予定どおり', symbol: '○', standing: 'term', counted: true },
    { label: '評価が未入力', symbol: '', standing: 'unjudged', counted: true },
    { label: '対象外', symbol: '', standing: 'term', counted: false },
  ],
  all: { title: '全体', cells: [[1, 2], [3], [4]], counted: [1, 2, 3], listed: [1, 2, 3, 4] },
  parts: [
    {
      by: 'direction',
      title: '方向性',
      note: '',
      rows: [
        { title: '方向性1', cells: [[1], [], [4]], counted: [1], listed: [1, 4] },
        { title: '方向性2', cells: [[2], [3], []], counted: [2, 3], listed: [2, 3] },
      ],
    },
  ],
  sentence: 's',
};
const view: TallyView = {
  plan: 1,
  name: 'p',
  year: { year: 2023, long: '令和5年度', short: 'R5' },
  item_name: '項目',
  levels: ['方向性'],
  level: 0,
  items: [4, 3, 2, 1].map((id) => ({ id, label: String(id), title: `t${id}`, offices: '' })),
  tables: [table],
  rates: [
    { name: '達成率', formula: '（予定どおり）÷（予定どおり）', judge: '', percent: '66.7%', numerator: [1, 2], denominator: [1, 2, 3], left_out: [] },
    { name: '進捗率', formula: '', judge: '', numerator: [], denominator: [], left_out: [] },
  ],
};

describe('the tables of a tally', () => {
  it('counts an item of several lines once', () => {
    expect(allItems([{ items: [1, 2] }, { items: [2, 3] }, { items: [] }])).toEqual([1, 2, 3]);
  });
  it('put the sum of what counts behind it, and all that is listed last', () => {
    expect(headsOf(table).map(({ label, sum }) => [label, sum])).toEqual([
      ['予定どおり', false],
      ['評価が未入力', false],
      ['対象', true],
      ['対象外', false],
      ['掲載', true],
    ]);
    expect(figuresOf(table, table.all).map(({ items }) => items.length)).toEqual([2, 1, 3, 1, 4]);
  });
  it('go to the clipboard as they stand', () => {
    const part = table.parts[0];
    if (!part) throw new Error('a part');
    const cells = copiedPart(table, part);
    expect(writeTsv(cells.map((row) => row.map(({ text }) => text)))).toBe(
      '方向性\t予定どおり\t評価が未入力\t対象\t対象外\t掲載\r\n方向性1\t1\t0\t1\t1\t2\r\n方向性2\t1\t1\t2\t0\t2\r\n全体\t2\t1\t3\t1\t4\r\n',
    );
    expect(cells[1]?.map(({ numeric }) => numeric)).toEqual([false, true, true, true, true, true]);
    expect(copiedRates(view).map((row) => row.map(({ text }) => text).slice(0, 4))).toEqual([
      ['名称', '率', '分子', '分母'],
      ['達成率', '66.7%', '2', '3'],
      ['進捗率', '対象なし', '0', '0'],
    ]);
  });
  it('open the items they counted in the order of the plan', () => {
    expect(itemsOf(view, { row: '', column: '', items: [1, 3, 2] }).map(({ id }) => id)).toEqual([3, 2, 1]);
  });
  it('are walked by the arrow keys, over cells that counted nothing', () => {
    const figures = [...(table.parts[0]?.rows ?? []), table.all].map((row) => figuresOf(table, row));
    const there = (row: number, column: number): boolean => (figures[row]?.[column]?.items.length ?? 0) > 0;
    const size = { rows: 3, columns: 5 };
    expect(stepTo('ArrowRight', { row: 0, column: 0 }, there, size)).toEqual({ row: 0, column: 2 });
    expect(stepTo('ArrowDown', { row: 0, column: 3 }, there, size)).toEqual({ row: 2, column: 3 });
    expect(stepTo('ArrowUp', { row: 0, column: 0 }, there, size)).toBeUndefined();
    expect(stepTo('Tab', { row: 0, column: 0 }, there, size)).toBeUndefined();
  });
  it('name what is not judged with a word of the vocabulary', () => {
    expect(lineName({ label: '遅れ', standing: 'term' })).toBe('遅れ');
    expect(lineName({ label: '', standing: 'relisted' })).toBe('再掲');
    expect(lineName({ label: '廃止', standing: 'ended' })).toBe('廃止');
  });
});
