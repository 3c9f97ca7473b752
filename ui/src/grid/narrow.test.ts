import { describe, expect, test } from 'vitest';
import { defaultLayout } from './columns';
import { GridModel } from './model.svelte';
import { filtered, narrowed, sorted, textsOf } from './narrow';
import { sameColumns, withoutSet, withSet } from './sets';
import type { Column, Layout, Row } from './types';

const columns: Column[] = [
  { key: 'no', title: 'No.', width: 40, kind: 'text', label: true },
  { key: 'office', title: '所管課', width: 100, kind: 'text' },
  { key: 'amount', title: '効果額', width: 100, kind: 'text' },
  {
    key: 'grade',
    title: '評価',
    width: 80,
    kind: 'choice',
    choices: [
      { value: '前倒し', label: '前倒し', symbol: '◎' },
      { value: '予定どおり', label: '予定どおり', symbol: '○' },
      { value: '遅れ', label: '遅れ', symbol: '△' },
    ],
  },
];
const row = (id: string, level: number, cells: Record<string, string>): Row => ({
  id,
  kind: 'row',
  level,
  cells: Object.fromEntries(Object.entries(cells).map(([key, text]) => [key, { text }])),
});
const section = (id: string): Row => ({ id, kind: 'section', level: 0, title: id, cells: {} });
const rows: Row[] = [
  section('方向性1'),
  row('a', 1, { no: '①', office: '企画政策課', amount: '1,200千円', grade: '遅れ' }),
  row('b', 1, { no: '②', office: 'デジタル推進課', amount: '▲3百万円', grade: '予定どおり' }),
  section('方向性2'),
  row('c', 1, { no: '21', office: '企画政策課', amount: '', grade: '前倒し' }),
];
const ids = (layout: Partial<Layout>, held: string[] = []): string[] => narrowed(rows, columns, layout, new Set(held)).map(({ id }) => id);

describe('filters', () => {
  test('keep the rows that fulfil all of them, with the headings they stand under', () => {
    expect(ids({ filters: { office: { holds: 'ﾃﾞｼﾞﾀﾙ' } } })).toEqual(['方向性1', 'b']);
    expect(ids({ filters: { office: { texts: ['企画政策課'] } } })).toEqual(['方向性1', 'a', '方向性2', 'c']);
    expect(ids({ filters: { office: { texts: ['企画政策課'] }, grade: { texts: ['△ 遅れ'] } } })).toEqual(['方向性1', 'a']);
    expect(ids({ filters: { amount: { blank: 'only' } } })).toEqual(['方向性2', 'c']);
    expect(ids({ filters: { amount: { blank: 'without' } } })).toEqual(['方向性1', 'a', 'b']);
    expect(ids({ filters: { gone: { holds: 'x' } } })).toHaveLength(5);
  });
  test('leave the row a person has just written into', () => {
    expect(ids({ filters: { grade: { texts: ['△ 遅れ'] } } }, ['c'])).toEqual(['方向性1', 'a', '方向性2', 'c']);
  });
  test('keep a row whose children fulfil them', () => {
    const tree = [row('p', 0, { no: '方向性' }), row('q', 1, { no: '①' }), row('r', 1, { no: '②' })];
    expect(narrowed(tree, columns, { filters: { no: { holds: '②' } } }, new Set()).map(({ id }) => id)).toEqual(['p', 'r']);
  });
  test('offer each name of a cell that lists several, and find it among the others', () => {
    const parted = columns.map((column) => (column.key === 'office' ? { ...column, parted: '、' } : column));
    const both = [...rows, row('d', 1, { office: '財政課、企画政策課' })];
    expect(textsOf(both, parted[1] as Column)).toEqual(['企画政策課', 'デジタル推進課', '財政課']);
    const chosen = (text: string): string[] =>
      narrowed(both, parted, { filters: { office: { texts: [text] } } }, new Set()).flatMap(({ id, kind }) => (kind === 'row' ? [id] : []));
    expect(chosen('企画政策課')).toEqual(['a', 'c', 'd']);
    expect(chosen('財政課')).toEqual(['d']);
    // A filter kept from before holds the text as it stands.
    expect(chosen('財政課、企画政策課')).toEqual(['d']);
  });
  test('offer the texts of a column once, choices in their order', () => {
    expect(textsOf(rows, columns[1] as Column)).toEqual(['企画政策課', 'デジタル推進課']);
    expect(textsOf(rows, columns[3] as Column)).toEqual(['◎ 前倒し', '○ 予定どおり', '△ 遅れ']);
  });
  test('a filter that says nothing is none', () => {
    const layout = defaultLayout(columns);
    expect(filtered(layout, 'no', { holds: '' }).filters).toEqual({});
    expect(filtered(filtered(layout, 'no', { holds: '1' }), 'no', undefined).filters).toEqual({});
  });
});

describe('sorting', () => {
  const under = (key: string, way: 'up' | 'down'): string[] => ids({ sort: { key, way } });
  test('goes by size, by the order of the choices, or as a dictionary, within the headings', () => {
    expect(under('amount', 'up')).toEqual(['方向性1', 'b', 'a', '方向性2', 'c']);
    expect(under('grade', 'down')).toEqual(['方向性1', 'a', 'b', '方向性2', 'c']);
    expect(under('grade', 'up')).toEqual(['方向性1', 'b', 'a', '方向性2', 'c']);
  });
  test('goes over the whole table where it is asked for, without the headings', () => {
    const below = [...rows.slice(0, 2), row('a1', 2, { no: 'ア' }), ...rows.slice(2)];
    const flat = narrowed(below, columns, { sort: { key: 'grade', way: 'down' } }, new Set(), true);
    expect(flat.map(({ id, level }) => `${id}${level}`)).toEqual(['a0', 'a11', 'b0', 'c0']);
    expect(narrowed(below, columns, { filters: { grade: { texts: ['△ 遅れ'] } } }, new Set(), true)[0]?.id).toBe('方向性1');
    const late = { filters: { grade: { texts: ['△ 遅れ'] } }, sort: { key: 'no', way: 'up' as const } };
    expect(narrowed(below, columns, late, new Set(), true).map(({ id }) => id)).toEqual(['a']);
  });
  test('puts blank cells last both ways', () => {
    const flat = [row('x', 0, { amount: '' }), row('y', 0, { amount: '5' }), row('z', 0, { amount: '10' })];
    const by = (way: 'up' | 'down'): string[] => narrowed(flat, columns, { sort: { key: 'amount', way } }, new Set()).map(({ id }) => id);
    expect([by('up'), by('down')]).toEqual([['y', 'z', 'x'], ['z', 'y', 'x']]);
  });
});

describe('the grid', () => {
  function grid(): GridModel {
    const model = new GridModel();
    model.rows = rows;
    model.columns = columns;
    model.layout = defaultLayout(columns);
    return model;
  }
  test('counts what is left out and shows a row that is gone to', () => {
    const model = grid();
    model.arrange(filtered(model.layout, 'grade', { texts: ['△ 遅れ'] }));
    expect(model.status.counts).toEqual([{ name: '', shown: 1, all: 3 }]);
    expect(model.goTo('c')).toBe(true);
    expect(model.shown.map(({ id }) => id)).toEqual(['方向性1', 'a', '方向性2', 'c']);
    model.arrange(sorted(filtered(model.layout, 'grade', undefined), undefined));
    expect(model.status.counts).toEqual([{ name: '', shown: 3, all: 3 }]);
  });
  test('counts rows as what they are, and what has several rows once', () => {
    const model = grid();
    model.rows = [
      { ...row('p', 0, {}), counted: '方向性' },
      { ...row('x', 1, {}), counted: '指標', of: '7' },
      { ...row('y', 1, {}), counted: '指標', of: '7' },
      { ...row('z', 1, {}), counted: '' },
    ];
    expect(model.status.counts).toEqual([
      { name: '方向性', shown: 1, all: 1 },
      { name: '指標', shown: 1, all: 1 },
    ]);
    model.rows = [];
    expect(model.status.counts).toEqual([{ name: '', shown: 0, all: 0 }]);
  });
  test('adds amounts of money in one unit and never labels', () => {
    const model = grid();
    model.selectRange({ top: 0, bottom: 4, left: 0, right: 3 });
    expect(model.status).toMatchObject({ numbers: 2, unit: '千円', sum: '-1800', mean: '-900' });
  });
});

test('a set of columns keeps the columns and not the rows', () => {
  const layout: Layout = { ...defaultLayout(columns), hidden: ['office'], closed: ['a'], filters: { no: { holds: '1' } } };
  const sets = withSet([], '評価だけ', layout);
  expect(sets[0]?.layout).not.toHaveProperty('filters');
  expect(sets.some((set) => sameColumns(set, { ...layout, closed: [] }))).toBe(true);
  expect(sets.some((set) => sameColumns(set, defaultLayout(columns)))).toBe(false);
  expect(withSet(sets, '評価だけ', defaultLayout(columns))).toHaveLength(1);
  expect(withoutSet(sets, '評価だけ')).toEqual([]);
});
