import { describe, expect, it } from 'vitest';
import { coreHolding, type HeardCore } from '../../../tests/support/core';
import { readClipboard } from '../../grid/clipboard';
import { defaultLayout, placeColumns } from '../../grid/columns';
import { mustAsk, planPaste } from '../../grid/paste';
import type { CellRef } from '../../ipc/CellRef';
import type { FiscalCell } from '../../ipc/FiscalCell';
import type { IndicatorRow } from '../../ipc/IndicatorRow';
import type { IndicatorsView } from '../../ipc/IndicatorsView';
import type { IndicatorYearCells } from '../../ipc/IndicatorYearCells';
import type { TargetCell } from '../../ipc/TargetCell';
import { IndicatorTable } from './indicators.svelte';
import { columnShownFirst, columnsOf, editsOf, groupOf, headingLine, indicatorsOf, NAME, placeOf, placesOf, proposalAt, rowsOf, scopeAt, spotOf, stageEdits, yearKey } from './table';

const figure = (text: string, more: Partial<FiscalCell> = {}): FiscalCell => ({ text, understood: true, ...more });
const actual = (text: string, number: string): FiscalCell => figure(text, { number, kind: 'actual' });
const target = (text = '', more: Partial<TargetCell> = {}): TargetCell => ({ ids: [], text, interim: false, understood: true, several: false, ...more });
const cells = (more: Partial<IndicatorYearCells> = {}): IndicatorYearCells => ({ target: target(), actual: figure(''), planned: figure(''), comment: '', ...more });
const row = (indicator: number, more: Partial<IndicatorRow> = {}): IndicatorRow => ({
  indicator,
  part: 0,
  name: `指標${indicator}`,
  markers: '',
  part_name: '',
  unit: '%',
  good: '↗',
  survey: false,
  cumulative: false,
  baseline_year: '令和2年度',
  baseline: actual('58.4%', '58.4'),
  years: [cells(), cells(), cells()],
  last: target('90%以上'),
  last_year: '令和6年度',
  last_as_of: '',
  stray: [],
  note: '',
  definition: '',
  ...more,
});

const view: IndicatorsView = {
  plan: 2,
  years: [
    { year: 2020, long: '令和2年度', short: 'R2', targets: false, planned: false },
    { year: 2022, long: '令和4年度', short: 'R4', targets: true, planned: true },
    { year: 2023, long: '令和5年度', short: 'R5', targets: true, planned: false },
  ],
  groups: [
    { scope: { kind: 'plan', plan: 2 }, level: 0, title: '改革プログラム', elsewhere: 0, rows: [row(17, { baseline: figure('—', { absent: 'not_applicable' }) })] },
    { scope: { kind: 'node', node: 3 }, level: 0, title: 'Ⅰ 方向性', elsewhere: 0, rows: [] },
    {
      scope: { kind: 'node', node: 32 },
      level: 1,
      title: '⑫ 電子決裁',
      elsewhere: 0,
      rows: [
        row(13, {
          survey: true,
          cumulative: true,
          years: [
            cells({ actual: actual('60.1%', '60.1') }),
            cells({ target: target('75%以上', { ids: [41], interim: true }), actual: actual('73.2%', '73.2'), planned: figure('74%', { number: '74', kind: 'planned' }), proposal: { verdict: 'missed', waiting: false, reason: '満たしていません。' } }),
            cells({ target: target('4憶', { understood: false }), comment: '10月から', proposal: { verdict: 'open', waiting: true, reason: 'まだありません。' } }),
          ],
        }),
        row(14, { part_name: '団体', unit: '団体' }),
        row(14, { part: 1, part_name: '利用者', unit: '人', last: target('80人\n90人', { ids: [51, 52], several: true }) }),
      ],
    },
    { scope: { kind: 'fiscal' }, level: 0, title: '', elsewhere: 12, rows: [row(2)] },
  ],
  nodes: [{ node: 32, name: '⑫ 電子決裁', item: true }],
};

describe('the status bar', () => {
  it('counts an indicator once, however many values it has', () => {
    const parts = rowsOf(view).filter(({ id }) => id.startsWith('14/'));
    expect(parts.map(({ counted, of }) => [counted, of])).toEqual([
      ['指標', '14'],
      ['指標', '14'],
    ]);
  });
});

describe('the columns', () => {
  it('are the row, its baseline, its years with what each has, and the final target', () => {
    const shown = columnsOf(view, false).filter((column) => !column.hidden);
    expect(shown.map(({ key }) => key)).toEqual([
      'name',
      'part',
      'unit',
      'good',
      'markers',
      'baseline-year',
      'baseline',
      'actual/2020',
      'target/2022',
      'planned/2022',
      'actual/2022',
      'proposal/2022',
      'target/2023',
      'actual/2023',
      'proposal/2023',
      'last',
      'last-year',
      'note',
    ]);
    expect(shown.filter((column) => column.readonly).map(({ key }) => key)).toEqual(['proposal/2022', 'proposal/2023']);
    expect(shown.find(({ key }) => key === 'actual/2022')?.group).toBe('令和4年度');
    expect(columnsOf(view, true).every((column) => column.readonly)).toBe(true);
  });

  it('are as wide as their longest figure, whose bracket may stand on the next line', () => {
    const wide = (text: string): number | undefined => {
      const one: IndicatorsView = { ...view, groups: [{ scope: { kind: 'plan', plan: 2 }, level: 0, title: '', elsewhere: 0, rows: [row(1, { years: [cells({ actual: figure(text) }), cells(), cells()] })] }] };
      return columnsOf(one, false).find(({ key }) => key === 'actual/2020')?.width;
    };
    expect([wide('30.1%'), wide('37.4% (R6.4.1)')]).toEqual([108, 113]);
    expect(wide('3,388,250千円')).toBeGreaterThan(130);
    expect(wide('1,234,567,890,123,456千円')).toBe(158);
  });

  it('hide the names of values while every indicator has one only, and show targets whose year is not understood', () => {
    const plain = { ...view, groups: view.groups.slice(0, 1) };
    expect(columnsOf(plain, false).find(({ key }) => key === 'part')?.hidden).toBe(true);
    const stray: IndicatorsView = { ...plain, groups: [{ scope: { kind: 'plan', plan: 2 }, level: 0, title: '', elsewhere: 0, rows: [row(17, { stray: ['近い将来 50件'] })] }] };
    expect(columnsOf(stray, false).map(({ key }) => key)).toContain('stray');
    expect(rowsOf(stray)[1]?.cells['stray']).toMatchObject({ text: '近い将来 50件', state: 'error' });
  });
});

describe('the rows', () => {
  const rows = rowsOf(view);

  it('stand below the headings of their nodes, in the order of the tree', () => {
    expect(rows.map(({ kind, level, title, id }) => (kind === 'section' ? `${level} ${title}` : id))).toEqual([
      '0 改革プログラム',
      '17/0',
      '0 Ⅰ 方向性',
      '1 ⑫ 電子決裁',
      '13/0',
      '14/0',
      '14/1',
      '0 市の財政指標（この計画の年度に目標のあるもの。ほかの年度の値12か所は「財政」にあります）',
      '2/0',
    ]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('tell blank, dash, interim target, misprint and proposal apart', () => {
    const own = rows.find(({ id }) => id === '13/0')?.cells;
    expect(own?.['name']?.mark).toEqual({ sign: 'ア累', name: 'アンケートで測る指標、累計の指標' });
    expect(own?.['target/2022']).toEqual({ text: '75%以上', mark: { sign: '中', name: '中間目標' } });
    expect(own?.['target/2023']).toMatchObject({ text: '4憶', state: 'error' });
    expect(own?.['actual/2022']).toEqual({ text: '73.2%', number: '73.2', tentative: false });
    expect(own?.['planned/2022']).toMatchObject({ text: '74%', tentative: true, mark: { sign: '計' } });
    expect(own?.['actual/2023']).toMatchObject({ text: '', note: '10月から' });
    expect(own?.['proposal/2022']).toEqual({ text: '× 未達成', note: '満たしていません。' });
    expect(own?.['proposal/2023']).toEqual({ text: '実績待ち', note: 'まだありません。' });
    expect(own?.['proposal/2020']).toEqual({ text: '' });
    expect(rows.find(({ id }) => id === '17/0')?.cells['baseline']).toEqual({ text: '—', absent: '該当なし' });
  });

  it('let what all values share be changed in the row of the first one, and several targets nowhere', () => {
    const locked = (id: string): string[] => Object.entries(rows.find((one) => one.id === id)?.cells ?? {}).flatMap(([key, cell]) => (cell.readonly ? [key] : []));
    expect(locked('14/0')).toEqual([]);
    expect(locked('14/1')).toEqual(['name', 'good', 'markers', 'baseline-year', 'last', 'last-year', 'last-as-of', 'note']);
  });
});

describe('what a person typed or pasted', () => {
  it('becomes cells of the table of the core', () => {
    expect(
      editsOf(view, [
        { rowId: '13/0', key: 'name', text: '電子決裁の割合' },
        { rowId: '14/1', key: 'part', text: '利用した人' },
        { rowId: '14/1', key: 'unit', text: '名' },
        { rowId: '13/0', key: 'good', text: '→(↗)' },
        { rowId: '13/0', key: 'markers', text: '健康指標 重点' },
        { rowId: '13/0', key: 'baseline-year', text: '令和元年度' },
        { rowId: '14/1', key: 'baseline', text: '7,306人' },
        { rowId: '14/1', key: 'target/2022', text: '80人以上' },
        { rowId: '14/1', key: 'planned/2022', text: '81人' },
        { rowId: '14/1', key: 'actual/2023', text: '８２人' },
        { rowId: '14/1', key: 'comment/2023', text: '増えた' },
        { rowId: '13/0', key: 'last', text: '95%以上' },
        { rowId: '13/0', key: 'last-year', text: '令和8年度' },
        { rowId: '13/0', key: 'last-as-of', text: '年度末' },
        { rowId: '13/0', key: 'note', text: '注' },
        { rowId: '13/0', key: 'proposal/2022', text: '達成' },
        { rowId: '13/0', key: 'actual/1999', text: '1' },
        { rowId: '99/0', key: 'actual/2022', text: '1' },
      ]),
    ).toEqual([
      { indicator: 13, part: 0, value: { kind: 'name', text: '電子決裁の割合' } },
      { indicator: 14, part: 1, value: { kind: 'part_name', text: '利用した人' } },
      { indicator: 14, part: 1, value: { kind: 'unit', text: '名' } },
      { indicator: 13, part: 0, value: { kind: 'good', text: '→(↗)' } },
      { indicator: 13, part: 0, value: { kind: 'markers', text: '健康指標 重点' } },
      { indicator: 13, part: 0, value: { kind: 'baseline_year', text: '令和元年度' } },
      { indicator: 14, part: 1, value: { kind: 'baseline', text: '7,306人' } },
      { indicator: 14, part: 1, value: { kind: 'target', year: 2022, text: '80人以上' } },
      { indicator: 14, part: 1, value: { kind: 'figure', year: 2022, slot: 'plan', text: '81人' } },
      { indicator: 14, part: 1, value: { kind: 'figure', year: 2023, slot: 'actual', text: '８２人' } },
      { indicator: 14, part: 1, value: { kind: 'comment', year: 2023, text: '増えた' } },
      { indicator: 13, part: 0, value: { kind: 'final', text: '95%以上' } },
      { indicator: 13, part: 0, value: { kind: 'final_year', text: '令和8年度' } },
      { indicator: 13, part: 0, value: { kind: 'final_as_of', text: '年度末' } },
      { indicator: 13, part: 0, value: { kind: 'note', text: '注' } },
    ]);
  });

  it('takes a block out of Excel over target and actual as one list, and leaves the proposal alone', () => {
    const columns = placeColumns(columnsOf(view, false), defaultLayout(columnsOf(view, false)));
    const rows = rowsOf(view).map((one) => ({ ...one, parent: false, open: false }));
    const left = columns.findIndex(({ key }) => key === 'actual/2022');
    const top = rows.findIndex(({ id }) => id === '14/0');
    const block = readClipboard('71団体\t\t80団体\r\n5,420人\t\t7,000人\r\n', undefined);
    if (!block) throw new Error('the block was not read');
    const plan = planPaste(block, { top, bottom: top, left, right: left }, rows, columns);
    expect(editsOf(view, plan.edits).map(({ indicator, part, value }) => [indicator, part, value.kind, 'text' in value && value.text])).toEqual([
      [14, 0, 'figure', '71団体'],
      [14, 0, 'target', '80団体'],
      [14, 1, 'figure', '5,420人'],
      [14, 1, 'target', '7,000人'],
    ]);
  });

  it('below the last row writes nothing and names every text it would leave out', () => {
    const columns = placeColumns(columnsOf(view, false), defaultLayout(columnsOf(view, false)));
    const rows = rowsOf(view);
    const left = columns.findIndex(({ key }) => key === NAME);
    const top = rows.length - 1;
    const block = readClipboard('定員\r\n新しい指標\r\n\r\nもう一つの指標\r\n', undefined);
    if (!block) throw new Error('the block was not read');
    const plan = planPaste(block, { top, bottom: top, left, right: left }, rows, columns);
    expect(new Set(plan.edits.map(({ rowId }) => rowId))).toEqual(new Set([rows[top]?.id]));
    expect(plan.refusals.map(({ text, reason, column }) => [text, reason, column?.key])).toEqual([
      ['新しい指標', 'outside', NAME],
      ['もう一つの指標', 'outside', NAME],
    ]);
    expect(mustAsk(plan)).toBe(true);
  });
});

describe('where a person is sent', () => {
  it('is the cell of the value that is meant', () => {
    const own = (view.groups[2]?.rows[0] ?? row(0)).indicator;
    const to = (cell?: CellRef): string | undefined => spotOf(view, own, cell)?.key;
    expect(to()).toBe('name');
    expect(to({ table: 'observation', key: [own, 2022, 0, 0] })).toBe('actual/2022');
    expect(to({ table: 'observation', key: [own, 2022, 0, 1] })).toBe('planned/2022');
    expect(to({ table: 'observation', key: [own, 1999, 0, 0] })).toBe('name');
    expect(to({ table: 'baseline', key: [own, 0] })).toBe('baseline');
    expect(to({ table: 'target', key: [41] })).toBe('target/2022');
    expect(to({ table: 'indicator', key: [own], column: 'note' })).toBe('note');
    expect(to({ table: 'indicator', key: [own], column: 'definition' })).toBe('name');
    const ofSecond = (column?: string): unknown => spotOf(view, 14, { table: 'target', key: [52], ...(column ? { column } : {}) });
    expect(ofSecond()).toEqual({ row: '14/1', key: 'last' });
    expect(ofSecond('as_of_text')).toEqual({ row: '14/1', key: 'last-as-of' });
    expect(to({ table: 'indicator', key: [own], column: 'markers' })).toBe('markers');
    expect(spotOf(view, 14, { table: 'observation', key: [14, 2022, 1, 0] })?.row).toBe('14/1');
    expect(spotOf(view, 999, undefined)).toBeUndefined();
  });

  it('is the year chosen, else that of the newest figure', () => {
    expect(columnShownFirst(view, 2023)).toBe(yearKey('actual', 2023));
    expect(columnShownFirst(view, 2030)).toBe(yearKey('actual', 2022));
  });

  it('reads the proposal of the cell below the table', () => {
    expect(proposalAt(view, '13/0', 'proposal/2022')).toBe('達成の案（令和4年度）：× 未達成。満たしていません。');
    expect(proposalAt(view, '13/0', 'actual/2022')).toContain('× 未達成');
    expect(proposalAt(view, '13/0', 'name')).toBeUndefined();
    expect(proposalAt(view, '14/0', 'actual/2022')).toBeUndefined();
  });
});

describe('a heading', () => {
  it('is the place where indicators are added, and says what can be done', () => {
    expect(groupOf(view, 'group-2')?.scope).toEqual({ kind: 'node', node: 32 });
    expect(headingLine(view, 'group-2')).toContain('「⑫ 電子決裁」');
    expect(headingLine(view, 'group-3')).toContain('「財政」');
    expect(headingLine(view, '13/0')).toBeUndefined();
  });
});

describe('the stage of a target', () => {
  it('changes where a target stands that is not so yet', () => {
    const all = ['13/0', '14/0'];
    expect(stageEdits(view, all, ['target/2022', 'actual/2022', 'target/2023'], true)).toEqual([{ indicator: 13, part: 0, value: { kind: 'interim', year: 2023, interim: true } }]);
    expect(stageEdits(view, all, ['target/2022'], false)).toEqual([{ indicator: 13, part: 0, value: { kind: 'interim', year: 2022, interim: false } }]);
    expect(stageEdits(view, all, ['actual/2022', 'last'], true)).toEqual([]);
  });
});

/** A core that holds the table and remembers what was asked of it. */
const core = (): HeardCore => coreHolding(view, { indicators_add: [41, 42] });

describe('the table of a plan', () => {
  it('is read once for every state, with earlier years when asked, and from its own first year for another plan', async () => {
    const { core: one, asked } = core();
    const table = new IndicatorTable(one);
    await Promise.all([table.load(2, 1), table.load(2, 1)]);
    expect(await table.goBack()).toBe(2019);
    await table.load(3, 1);
    expect(asked.map(([, request]) => request)).toEqual([{ plan: 2 }, { plan: 2, first: 2015 }, { plan: 3 }]);
  });

  it('writes one gesture as one step and is read anew before the cells are released', async () => {
    const { core: one, asked } = core();
    const table = new IndicatorTable(one);
    await table.load(2, 1);
    await table.edit([
      { rowId: '13/0', key: 'actual/2023', text: '86%' },
      { rowId: '13/0', key: 'good', text: '↘' },
    ]);
    expect(asked.map(([name]) => name)).toEqual(['indicators_view', 'indicator_cells_set', 'indicators_view']);
    await table.edit([{ rowId: '13/0', key: 'proposal/2023', text: '達成' }]);
    expect(asked).toHaveLength(3);
  });

  it('moves an indicator with all its values only among those of its node', async () => {
    const { core: one, asked } = core();
    const table = new IndicatorTable(one);
    await table.load(2, 1);
    expect([table.placeOf('13/0', -1), table.placeOf('13/0', 1), table.placeOf('14/1', -1), table.placeOf('14/1', 1)]).toEqual([undefined, 1, 0, undefined]);
    expect([table.placeOf('2/0', 1), table.placeOf('17/0', 1)]).toEqual([undefined, undefined]);
    expect(await table.move('14/1', -1)).toBe(true);
    expect(asked[1]).toEqual(['indicator_place', { indicator: 14, position: 0 }]);
  });

  it('puts an indicator to the plan as a whole or to a node', async () => {
    const { core: one, asked } = core();
    const table = new IndicatorTable(one);
    await table.load(2, 1);
    const places = placesOf(view.nodes, '改革プログラム');
    expect(places.map(({ label }) => label)).toEqual(['計画の全体（改革プログラム）', '⑫ 電子決裁']);
    for (const { value } of places) await table.assign(13, scopeAt(value, 2));
    expect(asked.filter(([name]) => name === 'indicator_set').map(([, request]) => request)).toEqual([
      { indicator: 13, edit: { kind: 'scope', scope: { kind: 'plan', plan: 2 } } },
      { indicator: 13, edit: { kind: 'scope', scope: { kind: 'node', node: 32 } } },
    ]);
    expect(view.groups.map(({ scope }) => placeOf(scope))).toEqual(['plan', '3', '32', 'plan']);
  });

  it('adds an indicator, removes those of the chosen rows once each, and says how they come back', async () => {
    const { core: one, asked, notices } = core();
    const table = new IndicatorTable(one);
    await table.load(2, 1);
    expect(await table.add([{ scope: { kind: 'node', node: 32 }, name: '新', unit: '件', decimals: 0, good: '' }])).toBe('41/0');
    await table.remove(['13/0', '14/0', '14/1']);
    expect(indicatorsOf(view, ['14/1', '14/0', '13/0']).map(({ indicator }) => indicator)).toEqual([13, 14]);
    expect(asked.filter(([name]) => name === 'indicator_remove').map(([, request]) => request)).toEqual([{ indicator: 13 }, { indicator: 14 }]);
    expect(notices).toEqual(['「指標13、指標14」を削除しました。図の中のその系列も除きました。']);
  });
});
