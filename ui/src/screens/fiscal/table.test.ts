import { describe, expect, it } from 'vitest';
import { readClipboard } from '../../grid/clipboard';
import { defaultLayout, placeColumns } from '../../grid/columns';
import { planPaste } from '../../grid/paste';
import type { FiscalCell } from '../../ipc/FiscalCell';
import type { FiscalRow } from '../../ipc/FiscalRow';
import type { FiscalView } from '../../ipc/FiscalView';
import { isTentative, KINDS, kindName, kindSign, withoutKindWord } from './kinds';
import { columnsOf, editsOf, figureCell, indicatorsOf, kindEdits, NAME, rowId, rowName, rowsOf, TARGET, TARGET_YEAR, yearKey, yearOf } from './table';

const cell = (text: string, more: Partial<FiscalCell> = {}): FiscalCell => ({ text, understood: true, ...more });
const settled = (text: string, number: string): FiscalCell => cell(text, { number, kind: 'settled' });

const row = (indicator: number, name: string, cells: FiscalCell[], more: Partial<FiscalRow> = {}): FiscalRow => ({
  indicator,
  part: 0,
  slot: 'actual',
  name,
  part_name: '',
  account: '',
  unit: '%',
  target: '',
  target_year: '',
  cells,
  ...more,
});

const view: FiscalView = {
  years: [
    { year: 2022, long: '令和4年度', short: 'R4' },
    { year: 2023, long: '令和5年度', short: 'R5' },
    { year: 2024, long: '令和6年度', short: 'R6' },
  ],
  rows: [
    row(2, '経常収支比率', [settled('93.4%', '93.4'), settled('94.6%', '94.6'), cell('95.1% (見込)', { number: '95.1', kind: 'provisional' })], {
      target: '95.0%以下',
      target_year: '令和6年度',
      account: '普通会計',
    }),
    row(2, '経常収支比率', [settled('97.9%', '97.9'), cell(''), cell('')], { part: 1, part_name: '臨時財政対策債を除く' }),
    row(7, '将来負担比率', [cell('—', { absent: 'not_applicable' }), cell('', { absent: 'not_yet' }), settled('0', '0')]),
    row(9, '市債残高', [cell('4憶', { understood: false, doubt: { kind: 'unit', unit: '憶' } }), cell(''), cell('')]),
    row(9, '市債残高', [cell('300億円', { number: '300', kind: 'planned' }), cell(''), cell('')], { slot: 'plan' }),
  ],
  charts: [],
};

describe('what a cell looks like', () => {
  it('tells every kind apart by a sign of its own and its name', () => {
    expect(new Set(KINDS.map(kindSign)).size).toBe(KINDS.length);
    expect(new Set(KINDS.map(kindName)).size).toBe(KINDS.length);
    expect(KINDS.filter(isTentative)).toEqual(['provisional', 'budget', 'planned', 'outlook']);
    expect(figureCell(settled('94.6%', '94.6'))).toMatchObject({ mark: { sign: '決', name: '決算' }, tentative: false, number: '94.6' });
    expect(figureCell(cell('95.1%', { kind: 'provisional', number: '95.1' }))).toMatchObject({ mark: { sign: '見', name: '決算見込' }, tentative: true });
  });

  it('makes blank, dash and 0 three different things', () => {
    const blank = figureCell(cell('', { absent: 'not_yet' }));
    const dash = figureCell(cell('—', { absent: 'not_applicable' }));
    const zero = figureCell(settled('0', '0'));
    expect(blank).toEqual({ text: '' });
    expect(figureCell(cell(''))).toEqual(blank);
    expect(dash).toEqual({ text: '—', absent: '該当なし' });
    expect(zero).toMatchObject({ text: '0', number: '0', mark: { sign: '決' } });
    expect(zero.absent).toBeUndefined();
  });

  it('keeps a word for a value to come without making it a dash', () => {
    expect(figureCell(cell('集計中', { absent: 'not_yet' }))).toEqual({ text: '集計中', note: 'まだありません' });
  });

  it('says why words are not understood and counts no number of them', () => {
    const doubted = figureCell(cell('4憶', { understood: false, doubt: { kind: 'unit', unit: '憶' } }));
    expect(doubted.state).toBe('error');
    expect(doubted.note).toContain('憶');
    expect(doubted.number).toBeUndefined();
    expect(doubted.mark).toBeUndefined();
  });
});

describe('rows and columns', () => {
  it('has one column for each year behind those that say what a row is', () => {
    const columns = columnsOf(view);
    expect(columns.filter((column) => column.frozen).map((column) => column.key)).toEqual(['name', 'unit', 'target']);
    expect(columns.slice(-3).map((column) => [column.key, column.title])).toEqual([
      ['y2022', 'R4'],
      ['y2023', 'R5'],
      ['y2024', 'R6'],
    ]);
    expect(yearOf(yearKey(1868))).toBe(1868);
    expect(yearOf(TARGET_YEAR)).toBeUndefined();
  });

  it('names a part with its indicator, and lets only the row of the indicator itself be renamed', () => {
    expect(view.rows.map(rowName)).toEqual(['経常収支比率', '経常収支比率（臨時財政対策債を除く）', '将来負担比率', '市債残高', '市債残高〔計画〕']);
    expect(rowsOf(view).map((one) => one.cells[NAME]?.readonly)).toEqual([false, true, false, false, true]);
    expect(new Set(rowsOf(view).map((one) => one.id)).size).toBe(view.rows.length);
  });
});

describe('what a person typed or pasted', () => {
  const at = (index: number): string => rowId(view.rows[index] ?? row(0, '', []));

  it('becomes figures as typed, with the place they stand in', () => {
    expect(editsOf(view, [{ rowId: at(4), key: 'y2023', text: '▲１,200' }]).figures).toEqual([
      { indicator: 9, part: 0, slot: 'plan', year: 2023, text: '▲１,200' },
    ]);
  });

  it('takes a block out of Excel as the figures of one step', () => {
    const columns = placeColumns(columnsOf(view), defaultLayout(columnsOf(view)));
    const rows = rowsOf(view).map((one) => ({ ...one, parent: false, open: false }));
    const left = columns.findIndex((column) => column.key === 'y2023');
    const block = readClipboard('94.7%\t95.2% (見込)\r\n98.1%\t\r\n—\t0\r\n', undefined);
    if (!block) throw new Error('the block was not read');
    const plan = planPaste(block, { top: 0, bottom: 0, left, right: left }, rows, columns);
    const { figures, targets, names } = editsOf(view, plan.edits);
    expect(targets).toEqual([]);
    expect(names).toEqual([]);
    expect(figures.map(({ indicator, part, year, text }) => [indicator, part, year, text])).toEqual([
      [2, 0, 2023, '94.7%'],
      [2, 0, 2024, '95.2% (見込)'],
      [2, 1, 2023, '98.1%'],
      [7, 0, 2023, '—'],
    ]);
    // Two filled cells would be replaced, which the grid shows first; 0 over 0 changes nothing.
    expect(plan.overwrites.map(({ before }) => before)).toEqual(['94.6%', '95.1% (見込)']);
  });

  it('keeps the year of a target when its words change, and puts both changes of one paste into one', () => {
    expect(editsOf(view, [{ rowId: at(0), key: TARGET, text: '94.5%以下' }]).targets).toEqual([{ indicator: 2, part: 0, year: '令和6年度', target: '94.5%以下' }]);
    expect(
      editsOf(view, [
        { rowId: at(0), key: TARGET, text: '94.0%以下' },
        { rowId: at(0), key: TARGET_YEAR, text: '令和8年度' },
      ]).targets,
    ).toEqual([{ indicator: 2, part: 0, year: '令和8年度', target: '94.0%以下' }]);
  });

  it('renames an indicator in its own row only, and knows no rows of another table', () => {
    const edits = editsOf(view, [
      { rowId: at(2), key: NAME, text: '将来負担比率（％）' },
      { rowId: at(1), key: NAME, text: '経常収支比率の二' },
      { rowId: '99/0/actual', key: 'y2022', text: '1' },
      { rowId: at(0), key: 'y1999', text: '1' },
    ]);
    expect(edits).toEqual({ figures: [], targets: [], names: [{ indicator: 7, name: '将来負担比率（％）' }] });
  });
});

describe('another kind for the selected cells', () => {
  const all = view.rows.map(rowId);
  const keys = ['name', 'y2022', 'y2023', 'y2024'];

  it('touches values only, and takes the word of the old kind out of the cell', () => {
    expect(kindEdits(view, all, keys, 'settled')).toEqual([
      { indicator: 2, part: 0, slot: 'actual', year: 2024, text: '95.1%', kind: 'settled' },
      { indicator: 9, part: 0, slot: 'plan', year: 2022, text: '300億円', kind: 'settled' },
    ]);
    expect(kindEdits(view, [all[2] ?? ''], keys, 'provisional')).toEqual([
      { indicator: 7, part: 0, slot: 'actual', year: 2024, text: '0', kind: 'provisional' },
    ]);
    expect(kindEdits(view, all, ['name', 'target'], 'settled')).toEqual([]);
  });

  it('leaves every other remark of the cell', () => {
    expect(withoutKindWord('953人 (R7.4.1) (見込)')).toBe('953人 (R7.4.1)');
    expect(withoutKindWord('42.3億円（ 決算見込み ）')).toBe('42.3億円');
    expect(withoutKindWord('92.7%\n(23決算)')).toBe('92.7%\n(23決算)');
    expect(withoutKindWord('88.7%（27/37団体）')).toBe('88.7%（27/37団体）');
  });

  it('finds the indicators of rows once each', () => {
    expect(indicatorsOf(view, all).map(({ indicator }) => indicator)).toEqual([2, 7, 9]);
  });
});
