import { describe, expect, it } from 'vitest';
import { coreHolding, type HeardCore } from '../../../tests/support/core';
import type { EffectFigure } from '../../ipc/EffectFigure';
import type { EffectFigures } from '../../ipc/EffectFigures';
import type { EffectLine } from '../../ipc/EffectLine';
import type { EffectSheet } from '../../ipc/EffectSheet';
import type { EffectsView } from '../../ipc/EffectsView';
import { EffectTables } from './effects.svelte';
import { columnsOf, copyOf, editsOf, figureCell, footOf, itemsLeft, newestYear, rowsOf, spotOf, titlesIn } from './table';

const figure = (text = '', more: Partial<EffectFigure> = {}): EffectFigure => ({ text, absent: false, wrong: false, note: '', ...more });
const figures = (expected = '', actual = '', difference = ''): EffectFigures => ({
  expected: figure(expected),
  actual: figure(actual),
  difference: figure(difference),
});
const line = (id: number, more: Partial<EffectLine> = {}): EffectLine => ({
  id,
  title: `区分${id}`,
  side: 'unsaid',
  account: '',
  span: 'single_year',
  total: false,
  years: [figures('30', '38', '8'), figures('40', '', '')],
  over: figures('70', '38', '8'),
  ...more,
});
const sheet: EffectSheet = {
  id: 7,
  form: { name: '財政効果', unit: '百万円', saving: 'positive', brackets: 'unused', note: '' },
  unit: '百万円',
  units: ['円', '千円', '百万円', '億円'],
  years: [
    { year: 2021, long: '令和3年度', short: 'R3' },
    { year: 2022, long: '令和4年度', short: 'R4' },
  ],
  rows: [line(1, { node: 23, side: 'revenue' }), line(2, { total: true })],
  totals: [{ title: '合計', years: [figures('30', '38', '8'), figures('40')], over: { ...figures('70', '38', '8'), actual: figure('38', { note: '令和3年度の計、令和4年度は未確定' }) } }],
  notes: ['合計（実績）は令和3年度の計、令和4年度は未確定。'],
};
const items = [
  { node: 23, name: '⑨ 収納対策の強化', item: true },
  { node: 24, name: '⑩ 事務事業の見直し', item: true },
];
const view: EffectsView = { tables: [{ id: 7, plan: 2, name: '財政効果', unit: '百万円' }, { id: 8, plan: 2, name: '項目別', unit: '千円' }], elsewhere: [], items, sheet };

describe('the table of effects', () => {
  it('shows the row or the amount a finding or a hit is about', () => {
    expect(spotOf(sheet, { table: 'effect_row', key: [2], column: 'title' })).toEqual({ row: '2', key: 'title' });
    expect(spotOf(sheet, { table: 'effect_row', key: [2], column: 'account' })).toEqual({ row: '2', key: 'account' });
    expect(spotOf(sheet, { table: 'effect_cell', key: [2, 2022, 0] })).toEqual({ row: '2', key: '2022/expected' });
    expect(spotOf(sheet, { table: 'effect', key: [7], column: 'note' })).toEqual({ row: '1', key: 'title' });
    expect(spotOf({ ...sheet, rows: [] }, undefined)).toBeUndefined();
  });

  it('counts its rows, and no printed total', () => {
    expect(rowsOf(sheet).map(({ counted }) => counted)).toEqual([undefined, '']);
  });

  it('has three figures for each year, of which the difference is never typed', () => {
    const wanted = { shown: 'both', properties: false, readonly: false } as const;
    const columns = columnsOf(sheet, items, wanted);
    expect(columns.map(({ key }) => key)).toEqual([
      'title',
      '2021/expected',
      '2021/actual',
      '2021/difference',
      '2022/expected',
      '2022/actual',
      '2022/difference',
      'over/expected',
      'over/actual',
      'over/difference',
    ]);
    expect(columns.filter((column) => !column.readonly).map(({ key }) => key)).toEqual(['title', '2021/expected', '2021/actual', '2022/expected', '2022/actual']);
    expect(columnsOf(sheet, items, { ...wanted, shown: 'actual' }).map(({ key }) => key)).toEqual(['title', '2021/actual', '2022/actual', 'over/actual']);
    expect(columnsOf(sheet, items, { ...wanted, readonly: true }).every((column) => column.readonly)).toBe(true);
  });

  it('takes no amounts while it is looked at in another unit, but still what a row is', () => {
    const columns = columnsOf({ ...sheet, unit: '億円' }, items, { shown: 'both', properties: true, readonly: false });
    expect(columns.filter((column) => !column.readonly).map(({ key }) => key)).toEqual(['title', 'node', 'side', 'account', 'span', 'total']);
    expect(columns.find(({ key }) => key === 'node')?.choices?.[1]).toEqual({ value: '24', label: '⑩ 事務事業の見直し' });
  });

  it('shows blank, dash, misprint and a wrong total each in its own way', () => {
    expect(figureCell(figure(''))).toEqual({ text: '' });
    expect(figureCell(figure('—', { absent: true }))).toEqual({ text: '—', absent: '該当なし' });
    expect(figureCell(figure('4憶', { doubt: { kind: 'unit', unit: '憶' } }))).toMatchObject({ text: '4憶', state: 'error' });
    expect(figureCell(figure('5人', { doubt: { kind: 'other_unit', unit: '人' } })).note).toContain('人');
    expect(figureCell(figure('388', { number: '388', wrong: true, note: '内訳の計は 338 です' }))).toEqual({
      text: '388',
      number: '388',
      note: '内訳の計は 338 です',
      state: 'error',
    });
  });

  it('marks printed totals and keeps those of the program at the bottom', () => {
    const rows = rowsOf(sheet);
    expect(rows.map(({ cells }) => cells['title']?.mark?.sign)).toEqual([undefined, '刷']);
    expect(rows[0]?.cells).toMatchObject({ node: { text: '23' }, side: { text: 'revenue' }, '2021/difference': { text: '8' }, 'over/actual': { text: '38' } });
    expect(footOf(sheet)[0]?.cells).toMatchObject({ title: { text: '計算した合計' }, 'over/actual': { text: '38', note: '令和3年度の計、令和4年度は未確定' } });
    expect(newestYear(sheet)).toBe(2021);
    expect(newestYear({ ...sheet, rows: [] })).toBe(2021);
  });

  it('is copied as shown, with its totals and with choices in their words', () => {
    const columns = columnsOf(sheet, items, { shown: 'actual', properties: true, readonly: false });
    const around = { caption: '財政効果（単位：百万円）', notes: ['端数処理のため合計が一致しません。'] };
    const copied = copyOf(columns, [...rowsOf(sheet), ...footOf(sheet)], around);
    expect(copied[2]?.map(({ numeric }) => numeric)).toEqual([false, false, false, false, false, false, true, false, true]);
    const blank = Array.from({ length: 8 }, () => '');
    expect(copied.map((line) => line.map(({ text }) => text))).toEqual([
      ['財政効果（単位：百万円）', ...blank],
      ['区分・項目', '計画の項目', '歳入・歳出', '会計', '効果の種類', '合計行', '令和3年度 実績', '令和4年度 実績', '計 実績'],
      ['区分1', '⑨ 収納対策の強化', '歳入', '', '単年度効果', '', '38', '', '38'],
      ['区分2', '', '', '', '単年度効果', '合計行', '38', '', '38'],
      ['計算した合計', '', '', '', '', '', '38', '', '38'],
      ['端数処理のため合計が一致しません。', ...blank],
    ]);
  });

  it('is as wide as its longest amount', () => {
    const width = (text: string): number | undefined =>
      columnsOf({ ...sheet, rows: [line(1, { years: [figures(text)] })] }, items, { shown: 'both', properties: false, readonly: false })[1]?.width;
    expect(width('30')).toBe(66);
    expect(width('1,234,567,890')).toBeGreaterThan(120);
  });

  it('makes one list of changes of what was typed and chosen, and leaves out what is not there', () => {
    expect(
      editsOf(sheet, [
        { rowId: '1', key: '2022/actual', text: '１５２' },
        { rowId: '1', key: '2022/difference', text: '9' },
        { rowId: '1', key: 'over/actual', text: '9' },
        { rowId: '99', key: '2022/actual', text: '1' },
        { rowId: '2', key: 'node', text: '24' },
        { rowId: '1', key: 'node', text: '' },
        { rowId: '1', key: 'side', text: '' },
        { rowId: '1', key: 'span', text: 'continuing' },
        { rowId: '2', key: 'total', text: '' },
        { rowId: '2', key: 'account', text: '一般会計' },
      ]),
    ).toEqual([
      { row: 1, value: { kind: 'amount', year: 2022, basis: 'actual', text: '１５２' } },
      { row: 2, value: { kind: 'node', node: 24 } },
      { row: 1, value: { kind: 'node' } },
      { row: 1, value: { kind: 'side', side: 'unsaid' } },
      { row: 1, value: { kind: 'span', span: 'continuing' } },
      { row: 2, value: { kind: 'total', total: false } },
      { row: 2, value: { kind: 'account', text: '一般会計' } },
    ]);
  });

  it('takes titles from pasted lines and offers items that have no row yet', () => {
    expect(titlesIn('歳入確保策\t179\t58\r\n\r\n 人件費の削減 \n\t5')).toEqual(['歳入確保策', '人件費の削減']);
    expect(itemsLeft(sheet, items).map(({ node }) => node)).toEqual([24]);
  });
});

/** A core that holds these tables and remembers what was asked of it. */
const core = (shown: EffectsView = view): HeardCore => coreHolding(shown, { effect_rows_add: [31], effect_table_add: 9 });

describe('the tables of effects of a plan', () => {
  it('are read once for every state, and from the first table again for another plan', async () => {
    const { core: one, asked } = core();
    const tables = new EffectTables(one);
    await Promise.all([tables.load(2, 1), tables.load(2, 1)]);
    await tables.choose(8);
    await tables.lookIn('億円');
    await tables.load(3, 1);
    expect(asked.map(([, request]) => request)).toEqual([{ plan: 2 }, { plan: 2, table: 8 }, { plan: 2, table: 8, unit: '億円' }, { plan: 3 }]);
  });

  it('write what was typed as one step and are read anew before the cells are released', async () => {
    const { core: one, asked } = core();
    const tables = new EffectTables(one);
    await tables.load(2, 1);
    await tables.edit([
      { rowId: '1', key: '2021/actual', text: '1' },
      { rowId: '2', key: '2021/actual', text: '2' },
    ]);
    expect(asked.map(([name]) => name)).toEqual(['effects_view', 'effect_set', 'effects_view']);
    await tables.edit([{ rowId: '1', key: '2021/difference', text: '1' }]);
    expect(asked).toHaveLength(3);
  });

  it('put new rows behind the one the keyboard is on, or at the end', async () => {
    const { core: one, asked } = core();
    const tables = new EffectTables(one);
    await tables.load(2, 1);
    expect(await tables.addRows([{ title: '新', total: false }], '1')).toBe('31');
    expect(await tables.addRows([{ title: '新', total: false }])).toBe('31');
    const positions = asked.filter(([name]) => name === 'effect_rows_add').map(([, request]) => (request as { position: number }).position);
    expect(positions).toEqual([1, 2]);
    expect(await tables.addRows([])).toBeUndefined();
  });

  it('move a row only inside of the table and say what was removed', async () => {
    const { core: one, asked, notices } = core();
    const tables = new EffectTables(one);
    await tables.load(2, 1);
    expect([await tables.moveRow('1', -1), await tables.moveRow('2', 1), await tables.moveRow('1', 1)]).toEqual([false, false, true]);
    await tables.removeRows(['1']);
    await tables.removeRows(['1', '2']);
    expect(asked.filter(([name]) => name === 'effect_rows_remove').map(([, request]) => request)).toEqual([{ rows: [1] }, { rows: [1, 2] }]);
    expect(notices).toEqual(['効果額の行「区分1」を削除しました。', '効果額の2行を削除しました。']);
    expect([tables.canMove(-1), tables.canMove(1)]).toEqual([false, true]);
  });

  it('show years before the first and after the last when asked', async () => {
    const { core: one, asked } = core();
    const tables = new EffectTables(one);
    await tables.load(2, 1);
    expect([await tables.moreYears('back'), await tables.moreYears('forth')]).toEqual([2020, 2023]);
    expect(asked.at(-1)?.[1]).toEqual({ plan: 2, first: 2018, last: 2025 });
  });

  it('end at this year when neither plan nor table knows years', async () => {
    const { core: one, asked } = core({ ...view, sheet: { ...sheet, years: [] } });
    const tables = new EffectTables(one);
    await tables.load(2, 1, 2024);
    expect(asked.map(([, request]) => request)).toEqual([{ plan: 2 }, { plan: 2, first: 2021, last: 2024 }]);
  });
});
