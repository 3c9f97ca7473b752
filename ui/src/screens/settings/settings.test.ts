import { describe, expect, it, vi } from 'vitest';
import { App } from '../../app/app.svelte';
import { privateCharacters } from '../../app/private';
import { CallError } from '../../call';
import type { Rate } from '../../ipc/Rate';
import type { Term } from '../../ipc/Term';
import { canInsist, namesIn, percentWords, placeOfKey, spotOf, sumOf, withEvaluator, withPercent, withRule, withTerm } from './rows';
import { SettingsDesk } from './settings.svelte';

const mocked = vi.hoisted(() => ({ call: vi.fn() }));
vi.mock('../../call', async (original) => ({ ...(await original<object>()), call: mocked.call }));

const term = (id: number, label: string): Term => ({ id, label, symbol: '', definition: '', achieved: false, counted: false, undecided: false });
const rate: Rate = { id: 1, name: '達成率', formula: '', evaluator: 3, numerator: [4], denominator: [4, 6], unjudged: false };

describe('rows of 設定', () => {
  it('move by Alt and an arrow, and stop at both ends', () => {
    expect(placeOfKey({ key: 'ArrowDown', altKey: true }, 0, 3)).toBe(1);
    expect(placeOfKey({ key: 'ArrowUp', altKey: true }, 2, 3)).toBe(1);
    expect(placeOfKey({ key: 'ArrowUp', altKey: true }, 0, 3)).toBeUndefined();
    expect(placeOfKey({ key: 'ArrowDown', altKey: true }, 2, 3)).toBeUndefined();
    expect(placeOfKey({ key: 'ArrowDown', altKey: false }, 0, 3)).toBeUndefined();
    expect(placeOfKey({ key: 'Enter', altKey: true }, 1, 3)).toBeUndefined();
  });

  it('take several words typed in one line', () => {
    expect(namesIn(' 達成、一部達成，未達成 、\n')).toEqual(['達成', '一部達成', '未達成']);
    expect(namesIn('　、')).toEqual([]);
  });

  it('keep the rules of counting together', () => {
    const one = term(1, '達成');
    expect(withRule(one, 'achieved', true)).toMatchObject({ achieved: true, counted: true });
    expect(withRule({ ...one, achieved: true, counted: true }, 'counted', false)).toMatchObject({ achieved: false, counted: false });
    expect(withRule(one, 'undecided', true)).toMatchObject({ undecided: true, counted: false });
  });

  it('hold from a percentage on, as far as it is one', () => {
    const one = term(1, '達成');
    expect(withPercent(one, ' ８０％ ')).toEqual({ ...one, from_percent: '80' });
    expect(withPercent({ ...one, from_percent: '80' }, '')).toEqual(one);
    expect(withPercent(one, '八割')).toBeUndefined();
    expect(percentWords({ ...one, from_percent: '62.5' })).toBe('62.5％');
  });

  it('count above the line only what is counted below it', () => {
    expect(withTerm(rate, 'numerator', 5, true)).toMatchObject({ numerator: [4, 5], denominator: [4, 6, 5] });
    expect(withTerm(rate, 'denominator', 4, false)).toMatchObject({ numerator: [], denominator: [6] });
    expect(withTerm(rate, 'numerator', 4, false)).toMatchObject({ numerator: [], denominator: [4, 6] });
    expect(withEvaluator(rate, undefined)).not.toHaveProperty('evaluator');
    expect(withEvaluator(rate, 7).evaluator).toBe(7);
    const axis = { id: 1, axis: '進捗', terms: [term(4, '前倒し'), term(6, '遅れ')] };
    const later = { id: 2, axis: '進捗', terms: [term(9, '遅れ')] };
    expect(sumOf([axis, later], [9, 6, 4], '＋')).toBe('前倒し＋遅れ');
    const degree = { id: 3, axis: '達成度', terms: [term(11, '達成')] };
    expect(sumOf([axis, degree], [6, 4, 11], '＋')).toBe('（前倒し＋遅れ）かつ（達成）');
    expect(sumOf([axis, degree], [], '＋')).toBe('');
  });
});

describe('a place of 設定', () => {
  const plan = { kind: 'plan', plan: 2 } as const;
  it('opens its section at its row, and the field that is meant', () => {
    expect(spotOf({ kind: 'office', office: 5 }, { table: 'office', key: [5], column: 'name' })).toEqual({ section: 'offices', row: 'office-5' });
    expect(spotOf({ kind: 'office', office: 5 }, undefined)).toEqual({ section: 'offices', row: 'office-5' });
    expect(spotOf(plan, { table: 'term', key: [9], column: 'definition' })).toEqual({ section: 'words', row: 'term-9', label: '意味（計画に書かれた定義）' });
    expect(spotOf(plan, { table: 'level', key: [2, 1], column: 'name' })).toEqual({ section: 'levels', row: 'level-1' });
    expect(spotOf(plan, { table: 'rate_term', key: [3, 0, 9] })).toEqual({ section: 'rates', row: 'rate-3' });
    expect(spotOf(plan, { table: 'plan', key: [2], column: 'related' })).toEqual({ section: 'plans', row: 'plan-related' });
    expect(spotOf(plan, { table: 'plan', key: [2], column: 'life_words' })).toEqual({ section: 'plans', row: 'plan-life-words' });
    expect(spotOf(plan, { table: 'indicator', key: [4], column: 'name' })).toEqual({ section: 'plans' });
    expect(spotOf({ kind: 'city' }, { table: 'city', key: [1], column: 'name' })).toEqual({ section: 'city' });
  });
});

describe('characters of one computer only', () => {
  it('are found wherever they stand in a request, each once', () => {
    expect(privateCharacters({ edits: [{ text: '\u{e000}邊' }, { text: 'a\u{e000}\u{f0001}' }] })).toEqual(['U+E000', 'U+F0001']);
    expect(privateCharacters({ text: '髙﨑𠮷👨‍👩‍👧', count: 3, none: null })).toEqual([]);
  });

  it('are kept, and the person is told', async () => {
    const app = new App();
    mocked.call.mockResolvedValueOnce({ value: {}, changes: [], turns: { undo: null, redo: null, saved_at: null } });
    await app.write('city_set', { kind: 'name', text: '\u{e000}市' });
    expect(app.notices.list.map(({ notice }) => [notice.severity, notice.what.includes('U+E000')])).toEqual([['warning', true]]);
  });
});

describe('a change that is refused', () => {
  const refusal = (kind: string): CallError => new CallError({ kind, args: { thing: 'グループ', name: '共通', uses: '項目3件', way: '続けると…' }, log_id: '' });
  const done = { value: {}, changes: [], turns: { undo: null, redo: null, saved_at: null } };

  it('is told at its row, with the way to insist only where there is one', async () => {
    const app = new App();
    const desk = new SettingsDesk(app);
    mocked.call.mockRejectedValueOnce(refusal('in-use'));
    expect(await desk.write('group-1', 'group_set', { plan: 2, edit: { kind: 'remove', group: 1 } })).toBeUndefined();
    expect([desk.refusal?.at, desk.refusal?.notice.actions]).toEqual(['group-1', []]);
    expect(app.notices.list).toEqual([]);
    expect([app.unsaved, canInsist('in-use')]).toEqual([false, false]);
  });

  it('is made all the same once the person says so', async () => {
    const desk = new SettingsDesk(new App());
    mocked.call.mockRejectedValueOnce(refusal('asks'));
    await desk.write('group-1', 'group_set', { plan: 2, edit: { kind: 'remove', group: 1 } });
    const [again, leave] = desk.refusal?.notice.actions ?? [];
    mocked.call.mockClear();
    mocked.call.mockResolvedValue(done);
    again?.run();
    await vi.waitFor(() => expect(desk.refusal).toBeUndefined());
    expect(mocked.call.mock.calls[0]).toEqual(['group_set', { plan: 2, edit: { kind: 'remove', group: 1 }, anyway: true }]);
    leave?.run();
    expect(desk.refusal).toBeUndefined();
  });

  it('is told as any failure when the file is concerned', async () => {
    const app = new App();
    const desk = new SettingsDesk(app);
    mocked.call.mockRejectedValueOnce(new CallError({ kind: 'disk-full', args: { path: 'a' }, log_id: '' }));
    await desk.write('group-1', 'group_set', { plan: 2, edit: { kind: 'remove', group: 1 } });
    expect([desk.refusal, app.notices.list.length, app.unsaved]).toEqual([undefined, 1, true]);
  });
});
