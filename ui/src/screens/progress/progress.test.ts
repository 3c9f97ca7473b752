import { describe, expect, it } from 'vitest';
import type { ProgressRow } from '../../ipc/ProgressRow';
import type { ProgressView } from '../../ipc/ProgressView';
import type { Term } from '../../ipc/Term';
import { filtersOf } from './filters';
import { ProgressTable, touchedRows, type Core } from './progress.svelte';
import { defaultLayout, placeColumns } from '../../grid/columns';
import { chosenCell, columnsOf, editsOf, keyOf, rowsOf, termOf, unusedTexts } from './table';

const term = (id: number, label: string, symbol: string, achieved: boolean): Term => ({ id, label, symbol, definition: '', achieved, counted: true, undecided: false });
const item = (node: number, actual: string, evaluation: [string, string], more: Partial<ProgressRow> = {}): ProgressRow => ({
  node,
  level: 1,
  item: true,
  label: String(node),
  title: `t${node}`,
  group: '',
  offices: '',
  ended: false,
  life_cycle_words: '',
  cells: (['previous_state', 'planned', 'target', 'actual', 'issues', 'note'] as const).map((field) => ({ field, text: field === 'actual' ? actual : '' })),
  same_as_before: false,
  cumulative: false,
  may_be_same: false,
  before: '',
  evaluations: [evaluation],
  ...more,
});
const direction = (node: number): ProgressRow => ({ ...item(node, '', ['', '']), level: 0, item: false });
const view: ProgressView = {
  life_words: [],
  plan: 9,
  year: { year: 2023, long: '令和5年度', short: 'R5' },
  item_name: '項目',
  judges: [{ judge: { vocabulary: 3, evaluator: 4 }, title: '進捗（所管課）', terms: [term(1, '予定どおり', '○', true), term(2, '遅れ', '△', false)] }],
  rows: [
    direction(1),
    item(2, 'x', ['遅れ', '']),
    item(3, '', ['', '']),
    direction(4),
    item(5, 'y', ['遅れ', 'r']),
    item(6, '', ['', ''], { ended: true, life_cycle_words: '※終了' }),
    item(7, 'z', ['知らない語', '']),
  ],
  tally: [
    { axis: '', label: '予定どおり', symbol: '○', standing: 'term', counted: true, items: [] },
    { axis: '', label: '遅れ', symbol: '△', standing: 'term', counted: true, items: [2, 5] },
    { axis: '', label: '', symbol: '', standing: 'unjudged', counted: true, items: [3] },
    { axis: '', label: '', symbol: '', standing: 'foreign', counted: true, items: [7] },
    { axis: '', label: '', symbol: '', standing: 'ended', counted: false, items: [6] },
  ],
};

describe('a mark of a record', () => {
  it('is a sign with words in its cell', () => {
    const marked = { ...view, rows: [item(2, 'x', ['', ''], { cumulative: true, same_as_before: true }), item(3, 'y', ['', ''])] };
    const [first, second] = rowsOf(marked, undefined);
    expect(first?.cells['actual']).toMatchObject({ text: 'x', mark: { sign: '累' } });
    expect(first?.cells['planned']).toMatchObject({ text: '前年度と同じ', mark: { sign: '同' } });
    expect(second?.cells['actual']?.mark).toBeUndefined();
  });
});

describe('a plan that judges its middle level', () => {
  const leaf = (node: number): ProgressRow => ({ ...item(node, '', ['', '']), level: 2, item: false });
  const middle: ProgressView = { ...view, rows: [direction(1), item(2, 'x', ['', '']), leaf(20), leaf(21), item(3, '', ['', '']), leaf(30), direction(4), item(5, '', ['', ''])] };
  it('shows what stands below an item under it, to be read', () => {
    const rows = rowsOf(middle, undefined);
    expect(rows.map(({ id, kind }) => `${id}${kind === 'section' ? '*' : ''}`)).toEqual(['1*', '2', '20', '21', '3', '30', '4*', '5']);
    expect(rows[2]?.cells['actual']?.readonly).toBe(true);
    expect(rows[1]?.cells['actual']?.readonly).toBeUndefined();
    // Items are counted, and not what stands below them.
    expect([rows[1]?.counted, rows[2]?.counted]).toEqual(['項目', '']);
    expect(rowsOf(middle, new Set([3])).map(({ id }) => id)).toEqual(['1', '3', '30']);
    // What an item stands under goes with it when it is sorted.
    expect([rows[4]?.cells['above']?.text, rows[7]?.cells['above']?.text]).toEqual(['1 t1', '4 t4']);
  });
});

describe('the columns of a year', () => {
  /** What there is beside the detail in a window of 1,400 px, less a bar to scroll with. */
  const ROOM = 900;
  const write = (field: 'previous_state' | 'target' | 'planned', text: string): ProgressRow => {
    const row = item(2, 'x', ['', '']);
    return { ...row, cells: row.cells.map((cell) => (cell.field === field ? { ...cell, text } : cell)) };
  };
  const places = (of: ProgressView) => {
    const columns = columnsOf(of, false, unusedTexts(of));
    return placeColumns(columns, defaultLayout(columns));
  };
  const end = (of: ProgressView, key: string): number => {
    const column = places(of).find((one) => one.key === key);
    return column ? column.left + column.width : Number.POSITIVE_INFINITY;
  };
  it('leave out what nobody wrote, and reach to the reason', () => {
    expect(places(view).map(({ key }) => key).slice(0, 7)).toEqual(['label', 'title', 'offices', 'planned', 'actual', 'evaluation:3:4', 'reason:3:4']);
    expect(end(view, 'reason:3:4')).toBeLessThanOrEqual(ROOM);
  });
  it('reach to the evaluation where everything is written', () => {
    const whole = { ...view, rows: [write('previous_state', 'p'), write('target', 't')] };
    expect(places(whole).map(({ key }) => key)).toContain('target');
    expect(end(whole, 'evaluation:3:4')).toBeLessThanOrEqual(ROOM);
  });
  it('stay while a year is being filled in', () => {
    const blank = { ...view, rows: [item(2, '', ['', ''])] };
    const before = unusedTexts(blank);
    expect([...before]).toEqual([]);
    const begun = { ...view, rows: [write('planned', 'x')] };
    expect([...unusedTexts(begun, before)]).toEqual([]);
    expect([...unusedTexts(begun)]).toEqual(['previous_state', 'target']);
    // What comes to be written is shown.
    expect([...unusedTexts({ ...view, rows: [write('target', 'x')] }, unusedTexts(begun))]).toEqual(['previous_state']);
  });
});

describe('the table of progress', () => {
  it('shows the cell a finding or a hit is about', () => {
    expect(keyOf(view, { table: 'record', key: [2, 2023], column: 'planned' })).toBe('planned');
    expect(keyOf(view, { table: 'evaluation', key: [2, 2023, 3, 4], column: 'reason' })).toBe('reason:3:4');
    expect(keyOf(view, { table: 'evaluation', key: [2, 2023, 3, 4], column: 'text' })).toBe('evaluation:3:4');
    // A year in which nobody judged yet leads to the first judge; a judge who is gone, to the result.
    expect(keyOf(view, { table: 'record', key: [2, 2023], column: 'text' })).toBe('evaluation:3:4');
    expect(keyOf(view, { table: 'evaluation', key: [2, 2023, 9, 9], column: 'reason' })).toBe('actual');
    expect(keyOf(view, undefined)).toBe('actual');
  });

  it('sets an evaluation by the number or the symbol of its word', () => {
    const column = columnsOf(view, false).find(({ key }) => key === 'evaluation:3:4');
    expect(column?.choices?.map(({ keys }) => keys)).toEqual([
      ['1', '○'],
      ['2', '△'],
    ]);
  });
  it('shows directions as headings, ended items locked, foreign words and missing reasons as faults', () => {
    const rows = rowsOf(view, undefined);
    expect(rows.map(({ kind }) => kind)).toEqual(['section', 'row', 'row', 'section', 'row', 'row', 'row']);
    const cell = (id: string, key: string) => rows.find((row) => row.id === id)?.cells[key];
    expect(cell('6', 'actual')?.readonly).toBe(true);
    expect(cell('6', 'actual')?.note).toBe('※終了');
    expect(cell('2', 'reason:3:4')?.state).toBe('error');
    expect(cell('5', 'reason:3:4')?.state).toBeUndefined();
    expect(cell('7', 'evaluation:3:4')?.state).toBe('error');
  });
  it('leaves out headings without items when narrowed', () => {
    expect(rowsOf(view, new Set([5])).map(({ id }) => id)).toEqual(['4', '5']);
  });
  it('turns edits into changes of the record', () => {
    expect(
      editsOf(view, [
        { rowId: '2', key: 'actual', text: 'a' },
        { rowId: '2', key: 'reason:3:4', text: 'b' },
        { rowId: '2', key: 'title', text: 'no' },
      ]),
    ).toEqual([
      { node: 2, year: 2023, field: 'actual', text: 'a' },
      { node: 2, year: 2023, field: 'reason', text: 'b', judge: { vocabulary: 3, evaluator: 4 } },
    ]);
    const columns = columnsOf(view, false);
    expect(chosenCell(view, '2', columns[0])).toBeUndefined();
    expect(chosenCell(view, '2', columns.find(({ key }) => key === 'actual'))?.title).toBe('令和5年度 実績');
  });
});

describe('a percentage', () => {
  it('is the word it reaches', () => {
    const terms = [{ ...term(1, '達成', '', true), from_percent: '100' }, { ...term(2, '途中', '', false), from_percent: '80.5' }, term(3, '対象外', '', false)];
    const meant = (word: string) => termOf({ terms }, word)?.id;
    expect(['100%', '８０．５％', '80%', '達成', '100', ''].map(meant)).toEqual([1, 2, undefined, 1, undefined, undefined]);
  });
});

describe('a change of the file', () => {
  it('touches the rows of its year and of the year behind it', () => {
    const change = (table: 'record' | 'evaluation' | 'node' | 'bar' | 'term', ...key: number[]) => ({ table, key, kind: 'updated' as const });
    expect(touchedRows([change('record', 2, 2023), change('evaluation', 3, 2022, 1, 1), change('record', 5, 2021)], 2023)).toEqual([2, 3]);
    expect(touchedRows([change('node', 7), change('bar', 9)], 2023)).toEqual([7]);
    expect(touchedRows([change('term', 1)], 2023)).toBe('all');
    expect(touchedRows([], 2023)).toBe('all');
  });
});

describe('filters', () => {
  it('count what they leave, and do not ask for what ended', () => {
    expect(filtersOf(view).map(({ id, items }) => [id, items.length])).toEqual([
      ['all', 5],
      ['word:予定どおり', 0],
      ['word:遅れ', 2],
      ['unjudged', 1],
      ['foreign', 1],
      ['ended', 1],
      ['actual', 1],
      ['reason', 1],
    ]);
  });
  it('name the axis where a year is judged on several', () => {
    const line = (axis: string, label: string) => ({ axis, label, symbol: '', standing: 'term' as const, counted: true, items: [2] });
    const two = { ...view, tally: [line('取組状況', '完了'), line('達成度', '達成'), { ...line('', ''), standing: 'ended' as const, counted: false }] };
    expect(filtersOf(two).slice(1, 4).map(({ id, label }) => [id, label])).toEqual([
      ['word:取組状況:完了', '取組状況：完了'],
      ['word:達成度:達成', '達成度：達成'],
      ['ended', '終了'],
    ]);
  });
  it('keep an item that is filled in until the filter is chosen anew', async () => {
    let shown = view;
    const core = { version: 1, changes: [], ask: () => Promise.resolve(shown), write: () => Promise.resolve({}) } as unknown as Core;
    const table = new ProgressTable(core);
    await table.load(9, 2023, 1);
    table.choose('actual');
    expect([...(table.shown ?? [])]).toEqual([3]);
    shown = { ...view, rows: view.rows.map((row) => (row.node === 3 ? item(3, 'done', ['', '']) : row)) };
    await table.load(9, 2023, 2);
    expect([...(table.shown ?? [])]).toEqual([3]);
    table.choose('actual');
    expect([...(table.shown ?? [])]).toEqual([]);
    table.choose('all');
    expect(table.shown).toBeUndefined();
  });
});
