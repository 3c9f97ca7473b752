import { describe, expect, it, vi } from 'vitest';
import { defaultLayout, hiddenColumn, placeColumns, shownColumns } from './columns';
import { markedParts } from '../fold';
import { GridModel } from './model.svelte';
import type { Key } from './keyboard';
import type { Column, Edit, Layout, Row } from './types';

const columns: Column[] = [
  { key: 'no', title: 'No.', width: 40, kind: 'text', readonly: true, frozen: true },
  { key: 'plan', title: '当初予定', width: 200, kind: 'longtext' },
  { key: 'amount', title: '効果額', width: 100, kind: 'number' },
  {
    key: 'grade',
    title: '評価',
    width: 80,
    kind: 'choice',
    choices: [
      { value: 'early', label: '前倒し', symbol: '◎', keys: ['1'] },
      { value: 'as-planned', label: '予定どおり', symbol: '○', keys: ['2'] },
      { value: 'late', label: '遅れ', symbol: '△', keys: ['3'] },
    ],
  },
];

const row = (id: string, plan: string, amount = '', grade = '', level = 1): Row => ({
  id,
  kind: 'row',
  level,
  cells: {
    no: { text: id },
    plan: { text: plan },
    amount: { text: amount, ...(/^-?\d+(\.\d+)?$/u.test(amount) && { number: amount }) },
    grade: { text: grade },
  },
});
const section = (id: string, title: string): Row => ({ id, kind: 'section', level: 0, title, cells: {} });

const rows: Row[] = [
  section('s1', '方向性1'),
  row('a', '準備', '100', 'late'),
  row('b', '実施', '0.1'),
  section('s2', '方向性2'),
  row('c', '', '0.2'),
  row('d', '検証', '', '予定どおり'),
];

function grid(given: readonly Row[] = rows) {
  const model = new GridModel();
  const edits: Edit[][] = [];
  let text = '';
  model.rows = given;
  model.columns = columns;
  model.layout = defaultLayout(columns);
  model.text = { read: () => text, write: (next) => (text = next), breakLine: () => (text += '\n') };
  model.events = { onEdit: (list) => void edits.push(list) };
  const press = (key: string, held: Partial<Key> = {}): boolean =>
    model.press({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });
  const type = (letters: string): void => {
    text += letters;
    model.typed();
  };
  return { model, edits, press, type, read: () => text };
}

describe('typing', () => {
  it('replaces the selected cell and Enter goes down, over headings', () => {
    const { model, edits, press, type } = grid();
    model.select({ row: 2, column: 1 });
    type('移管');
    expect(model.mode).toBe('typing');
    press('Enter');
    expect(edits).toEqual([[{ rowId: 'b', key: 'plan', text: '移管' }]]);
    expect(model.active).toEqual({ row: 4, column: 1 });
    expect(model.mode).toBe('idle');
  });
  it('Escape gives up, an unchanged text is no step', () => {
    const { model, edits, press, type } = grid();
    model.select({ row: 1, column: 1 });
    type('x');
    press('Escape');
    type('準備');
    press('Enter');
    expect(edits).toEqual([]);
  });
  it('F2 opens the text, Alt+Enter breaks a line, arrows stay inside', () => {
    const { model, edits, press, type } = grid();
    model.select({ row: 1, column: 1 });
    press('F2');
    expect(press('ArrowLeft')).toBe(false);
    press('Enter', { altKey: true });
    type('継続');
    press('Tab');
    expect(edits).toEqual([[{ rowId: 'a', key: 'plan', text: '準備\n継続' }]]);
    expect(model.active.column).toBe(2);
  });
  it('arrows leave a cell that is being typed over', () => {
    const { model, edits, press, type } = grid();
    model.select({ row: 1, column: 2 });
    type('5');
    press('ArrowRight');
    expect(edits[0]?.[0]?.text).toBe('5');
    expect(model.active).toEqual({ row: 1, column: 3 });
  });
  it('cannot touch a read-only cell or a heading', () => {
    const { model, edits, press, type } = grid();
    model.select({ row: 1, column: 0 });
    type('x');
    press('Enter');
    press('Delete');
    model.select({ row: 0, column: 1 });
    press('Delete');
    expect(press('F2')).toBe(true);
    expect(model.mode).toBe('idle');
    expect(edits).toEqual([]);
  });
  it('Ctrl+Enter writes into every selected cell as one step', () => {
    const { model, edits, press, type } = grid();
    model.selectRange({ top: 1, bottom: 5, left: 1, right: 1 });
    type('実施');
    press('Enter', { ctrlKey: true });
    expect(edits).toEqual([['a', 'c', 'd'].map((rowId) => ({ rowId, key: 'plan', text: '実施' }))]);
  });
  it('shows a change at once while it is on its way, and the truth when it failed', async () => {
    const { model, type, press } = grid();
    let fail: (reason: Error) => void = () => undefined;
    model.events = { onEdit: () => new Promise((_, reject) => (fail = reject)) };
    model.select({ row: 1, column: 1 });
    type('新しい');
    press('Enter');
    expect(model.shown[1]?.cells['plan']?.text).toBe('新しい');
    fail(new Error('refused'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(model.shown[1]?.cells['plan']?.text).toBe('準備');
  });
  it('keeps its cell when rows come in above', () => {
    const { model, type, press, edits } = grid();
    model.select({ row: 2, column: 1 });
    type('途中');
    model.rows = [row('new', ''), ...rows];
    expect(model.active.row).toBe(3);
    press('Enter');
    expect(edits[0]?.[0]).toEqual({ rowId: 'b', key: 'plan', text: '途中' });
  });
});

describe('choices', () => {
  it('one key sets an evaluation', () => {
    const { model, edits, type } = grid();
    model.select({ row: 2, column: 3 });
    type('２');
    expect(model.chooseByKey()).toBe(true);
    expect(edits).toEqual([[{ rowId: 'b', key: 'grade', text: 'as-planned' }]]);
    expect(model.mode).toBe('idle');
  });
  it('letters narrow the list and Enter takes the marked entry', () => {
    const { model, edits, press, type } = grid();
    model.select({ row: 2, column: 3 });
    type('遅');
    expect(model.listed.map((choice) => choice.value)).toEqual(['late']);
    press('Enter');
    expect(edits[0]?.[0]?.text).toBe('late');
  });
  it('another word that the column reads is handed on as it is', () => {
    const { model, edits, press, type } = grid();
    model.columns = model.columns.map((column) => (column.key === 'grade' ? { ...column, others: ['廃止'] } : column));
    model.select({ row: 2, column: 3 });
    type('廃止');
    expect(model.listed).toEqual([]);
    press('Enter');
    expect(edits).toEqual([[{ rowId: 'b', key: 'grade', text: '廃止' }]]);
    model.select({ row: 4, column: 3 });
    model.paste([['廃止'], ['休止']]);
    expect(model.asking?.refusals.map(({ reason, text }) => [reason, text])).toEqual([['choice', '休止']]);
    model.answer(true, true);
    expect(edits[1]).toEqual([{ rowId: 'c', key: 'grade', text: '廃止' }]);
    model.select({ row: 2, column: 3 });
    type('休止');
    press('Enter');
    expect(edits[2]).toEqual([{ rowId: 'b', key: 'grade', text: '休止' }]);
  });
  it('Alt+Down opens the list at the present value and arrows move in it', () => {
    const { model, edits, press } = grid();
    model.select({ row: 5, column: 3 });
    press('ArrowDown', { altKey: true });
    expect(model.list?.index).toBe(1);
    press('ArrowDown');
    press('Enter');
    expect(edits[0]?.[0]).toEqual({ rowId: 'd', key: 'grade', text: 'late' });
  });
  it('Ctrl+D carries the value of the choice', () => {
    const { model, edits, press } = grid();
    model.selectRange({ top: 1, bottom: 5, left: 3, right: 3 });
    press('d', { ctrlKey: true });
    expect(edits).toEqual([['b', 'c', 'd'].map((rowId) => ({ rowId, key: 'grade', text: 'late' }))]);
  });
});

describe('moving and selecting', () => {
  it('Tab then Enter returns under the first cell', () => {
    const { model, press } = grid();
    model.select({ row: 1, column: 1 });
    press('Tab');
    press('Tab');
    press('Enter');
    expect(model.active).toEqual({ row: 2, column: 1 });
  });
  it('Tab leaves the grid after the last cell', () => {
    const { model, press } = grid();
    model.select({ row: 5, column: 3 });
    expect(press('Tab')).toBe(false);
    model.select({ row: 0, column: 0 });
    expect(press('Tab', { shiftKey: true })).toBe(false);
  });
  it('Shift+arrows select, Enter goes round inside, Escape lets go', () => {
    const { model, press } = grid();
    model.select({ row: 1, column: 1 });
    press('ArrowDown', { shiftKey: true });
    press('ArrowRight', { shiftKey: true });
    expect(model.range).toEqual({ top: 1, bottom: 2, left: 1, right: 2 });
    press('Enter');
    press('Enter');
    expect(model.active).toEqual({ row: 1, column: 2 });
    press('Escape');
    expect(model.range).toEqual({ top: 1, bottom: 1, left: 2, right: 2 });
  });
  it('Ctrl+arrows jump along what is filled', () => {
    const { model, press } = grid();
    model.select({ row: 1, column: 1 });
    press('ArrowDown', { ctrlKey: true });
    expect(model.active.row).toBe(3);
    press('End', { ctrlKey: true });
    expect(model.active).toEqual({ row: 5, column: 3 });
    press('ArrowLeft', { ctrlKey: true });
    expect(model.active.column).toBe(1);
  });
  it('headings close with the arrow and goTo opens them again', () => {
    const { model, press } = grid();
    const remember = vi.fn();
    model.events = { onRemember: remember };
    model.select({ row: 0, column: 0 });
    press('ArrowLeft');
    expect(model.shown.map((shown) => shown.id)).toEqual(['s1', 's2', 'c', 'd']);
    expect(model.goTo('b', 'plan')).toBe(true);
    expect(model.active).toEqual({ row: 2, column: 1 });
    expect(remember).toHaveBeenCalledTimes(2);
    expect(model.goTo('nobody')).toBe(false);
  });
  it('an empty grid takes every key', () => {
    const { model, press, type } = grid([]);
    for (const key of ['ArrowDown', 'Enter', 'Tab', 'End', 'PageDown', 'Delete', 'F2', 'Escape']) press(key);
    press('a', { ctrlKey: true });
    type('x');
    expect(model.mode).toBe('idle');
    expect(model.status.selected).toBe(0);
  });
});

describe('a column that is usually hidden', () => {
  const usual = columns.map((column, at) => (at === 1 ? { ...column, hidden: true } : column));
  const key = usual[1]?.key ?? '';
  const shownOf = (layout: Layout, of: readonly Column[] = usual): boolean => placeColumns(of, layout).some((column) => column.key === key);
  it('is shown when a person wants it, or once it usually is; what a person hid stays hidden', () => {
    const first = defaultLayout(usual);
    expect([shownOf(first), shownOf(first, columns)]).toEqual([false, true]);
    const wanted = shownColumns(first, [key]);
    expect(shownOf(wanted)).toBe(true);
    const put = hiddenColumn(wanted, placeColumns(usual, wanted), key);
    expect([shownOf(put), shownOf(put, columns)]).toEqual([false, false]);
  });
  it('is shown to who is sent to a cell of it', () => {
    const { model } = grid();
    model.columns = usual;
    const row = model.rows.find(({ kind }) => kind === 'row')?.id ?? '';
    expect(model.goTo(row, key)).toBe(true);
    expect(model.activeColumn?.key).toBe(key);
    model.arrange(hiddenColumn(model.layout, model.placed, key));
    model.goTo(row, key);
    expect(model.activeColumn?.key).not.toBe(key);
  });
});

describe('status', () => {
  it('adds exactly and leaves out what has no number', () => {
    const { model } = grid();
    model.selectRange({ top: 0, bottom: 5, left: 1, right: 2 });
    expect(model.status).toEqual({ counts: [{ name: '', shown: 4, all: 4 }], selected: 8, numbers: 3, unit: '', sum: '100.3', mean: '33.43' });
  });
});

describe('paste', () => {
  it('goes straight in where it fits into blank cells', () => {
    const { model, edits } = grid();
    model.select({ row: 4, column: 1 });
    model.paste([['着手']]);
    expect(edits).toEqual([[{ rowId: 'c', key: 'plan', text: '着手' }]]);
  });
  it('asks before it overwrites, and can fill only the blank cells', () => {
    const { model, edits } = grid();
    model.select({ row: 4, column: 1 });
    model.paste([
      ['着手', '１２３'],
      ['完了', '▲4'],
    ]);
    expect(edits).toEqual([]);
    expect(model.asking?.overwrites.map(({ before, after }) => [before, after])).toEqual([
      ['0.2', '１２３'],
      ['検証', '完了'],
    ]);
    model.answer(true, true);
    expect(edits).toEqual([
      [
        { rowId: 'c', key: 'plan', text: '着手' },
        { rowId: 'd', key: 'amount', text: '▲4' },
      ],
    ]);
    expect(model.range).toEqual({ top: 4, bottom: 5, left: 1, right: 2 });
  });
  it('tells what does not fit', () => {
    const { model } = grid();
    model.select({ row: 5, column: 3 });
    model.paste([
      ['すごい', '外'],
      ['下', ''],
    ]);
    expect(model.asking?.refusals.map(({ reason, text }) => [reason, text])).toEqual([
      ['choice', 'すごい'],
      ['outside', '外'],
      ['outside', '下'],
    ]);
    model.answer(false);
    expect(model.asking).toBeUndefined();
  });
  it('steps over headings, and a copied heading meets its own', () => {
    const { model, edits } = grid();
    model.select({ row: 2, column: 1 });
    model.paste([['甲'], ['乙']]);
    model.answer(true);
    expect(edits[0]?.map(({ rowId }) => rowId)).toEqual(['b', 'c']);
    model.selectRange({ top: 0, bottom: 5, left: 0, right: 3 });
    const copy = model.copied().map((line) => line.map((cell) => cell.text));
    model.paste(copy);
    expect(model.asking).toBeUndefined();
    expect(edits).toHaveLength(1);
  });
  it('fills a selection from one cell and tiles a block', () => {
    const { model, edits } = grid([row('a', ''), row('b', ''), row('c', ''), row('d', '')].map((one) => ({ ...one, level: 0 })));
    model.selectRange({ top: 0, bottom: 3, left: 1, right: 1 });
    model.paste([['一'], ['二']]);
    expect(edits[0]?.map(({ text }) => text)).toEqual(['一', '二', '一', '二']);
  });
});

describe('finding', () => {
  it('finds either width, goes round, and opens what is closed', () => {
    const { model, press } = grid([...rows.slice(0, 5), row('d', 'Ｗｅｂ公開')]);
    model.layout = { ...model.layout, closed: ['s2'] };
    press('f', { ctrlKey: true });
    model.query = 'web';
    expect(model.findNext()).toBe(true);
    expect(model.activeRow?.id).toBe('d');
    model.query = '方向性';
    expect(model.matches).toHaveLength(2);
    model.findNext();
    expect(model.activeRow?.id).toBe('s1');
    model.findNext(true);
    expect(model.activeRow?.id).toBe('s2');
  });
  it('marks what was found in the letters as written', () => {
    expect(markedParts('㈱みどりのＷｅｂとweb', 'web').map(({ text, found }) => (found ? `[${text}]` : text)).join('')).toBe('㈱みどりの[Ｗｅｂ]と[web]');
    expect(markedParts('㈱', '株')).toEqual([{ text: '㈱', found: true }]);
    expect(markedParts('無し', 'x')).toEqual([{ text: '無し', found: false }]);
  });
});
