import { describe, expect, test, vi } from 'vitest';
import { Bulk, type Core } from './bulk.svelte';
import { judgingCommands, keysOf, planningCommands, pressed, type Ground } from './commands';

function core(answers: Record<string, unknown> = {}) {
  const calls: [string, unknown][] = [];
  const answer = (command: string, request: unknown): Promise<never> => {
    calls.push([command, request]);
    return Promise.resolve(answers[command] as never);
  };
  const notice = vi.fn();
  const given: Core = { ask: answer, write: answer, notice, work: (_label, task) => task(1) };
  return { bulk: new Bulk(given), calls, notice };
}

const key = (code: string, held: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({ key: '', code, ctrlKey: false, metaKey: false, altKey: true, shiftKey: false, isComposing: false, keyCode: 0, ...held }) as KeyboardEvent;

const judge = {
  judge: { vocabulary: 2, evaluator: 1 },
  terms: [
    { id: 1, label: '予定どおり', symbol: '○', definition: '', achieved: true, counted: true, undecided: false },
    { id: 2, label: '遅れ', symbol: '△', definition: '', achieved: false, counted: true, undecided: false },
  ],
};

describe('the chosen items', () => {
  test('are judged by one key', () => {
    const { bulk, calls } = core({ bulk_evaluate: 3 });
    const ground: Ground = { bulk, chosen: () => ({ nodes: [15, 16, 17] }), judge, year: 2024, readonly: false };
    expect(pressed(key('Digit2'), judgingCommands(ground))).toBe(true);
    expect(calls).toEqual([['bulk_evaluate', { nodes: [15, 16, 17], year: 2024, text: '遅れ', judge: judge.judge }]]);
    expect(pressed(key('Digit7'), judgingCommands(ground))).toBe(false);
    expect(pressed(key('Digit2'), judgingCommands({ ...ground, readonly: true }))).toBe(false);
  });
  test('without a year have no records to write', () => {
    const { bulk } = core();
    const ground: Ground = { bulk, chosen: () => ({ nodes: [1] }), judge, readonly: false };
    expect([judgingCommands(ground), planningCommands(ground)]).toEqual([[], []]);
  });
  test('that differ from last year are told of', async () => {
    const { bulk, notice } = core({ bulk_same: { done: 1, left: [16] } });
    await bulk.same([15, 16], 2024, true);
    expect(notice).toHaveBeenCalledOnce();
  });
  test('without results cannot be said to tell all years, and are told of', async () => {
    const { bulk, calls, notice } = core({ bulk_cumulative: { done: 1, left: [16] } });
    const ground: Ground = { bulk, chosen: () => ({ nodes: [15, 16] }), year: 2024, readonly: false };
    expect(pressed(key('KeyR'), planningCommands(ground))).toBe(true);
    expect(calls).toEqual([['bulk_cumulative', { nodes: [15, 16], year: 2024, cumulative: true }]]);
    await vi.waitFor(() => expect(notice).toHaveBeenCalledOnce());
  });
  test('a copy is shown before it is done', async () => {
    const lines = [{ node: 15, label: '①', title: '参加', present: '', text: '説明会' }];
    const { bulk, calls } = core({ bulk_copy_lines: lines });
    await bulk.askCopy([15], 2024, 'planned');
    expect(bulk.asked).toMatchObject({ kind: 'copy', lines });
    expect(calls.map(([command]) => command)).toEqual(['bulk_copy_lines']);
    expect(calls[0]?.[1]).toMatchObject({ from: 'planned', from_year: 2023, to: 'planned', year: 2024, over: false });
  });
  test('a shift that was refused leaves its form open', async () => {
    const { bulk } = core();
    bulk.askShift([15], [14]);
    expect(await bulk.shift([15], [14], 1, false)).toBe(false);
    expect(bulk.asked?.kind).toBe('shift');
  });
});

test('keys are those of the keyboard, whatever letter Alt makes of them', () => {
  expect(keysOf(key('KeyS', { key: 'ß', shiftKey: true }))).toBe('Alt+Shift+S');
  expect(keysOf(key('KeyP', { key: 'p', altKey: false, ctrlKey: true }))).toBe('Ctrl+P');
});
