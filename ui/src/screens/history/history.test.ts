import { describe, expect, it } from 'vitest';
import type { RevertView } from '../../ipc/RevertView';
import type { Step } from '../../ipc/Step';
import { dayWords, stateOf, Steps, type Core } from './history.svelte';

const step = (id: number, label = `s${id}`): Step => ({ id, at: '2024-02-02T10:32:05', who: '', label, undone: false });
const line = { title: 't', field: 'f', old: 'a', new: 'b' };
const preview = (more: Partial<RevertView> = {}): RevertView => ({ step: step(3), lines: [line], more: 0, kept: [], needed: false, ...more });

/** A core with four steps in pages of two. */
function core(asked: unknown[] = []): Core {
  const all = [4, 3, 2, 1].map((id) => step(id));
  return {
    ask: (command: string, request: { before?: number; step?: number; words?: string }) => {
      asked.push([command, request]);
      if (command === 'step_view') return Promise.resolve({ step: step(request.step ?? 0), lines: [line], more: 0 });
      if (command === 'step_revert_preview') return Promise.resolve(preview());
      const left = all.filter(({ id, label }) => id < (request.before ?? 99) && label.includes(request.words ?? ''));
      return Promise.resolve({ steps: left.slice(0, 2), more: left.length > 2, people: [''], days: ['2024-02-02'], pruned: 0 });
    },
    write: () => Promise.resolve(1),
    notice: (notice: unknown) => asked.push(notice),
  } as unknown as Core;
}

describe('the steps of the file', () => {
  it('are read page by page, and the newest is looked at first', async () => {
    const steps = new Steps(core());
    await steps.load();
    expect([steps.steps.map(({ id }) => id), steps.chosen?.step.id]).toEqual([[4, 3], 4]);
    await steps.older();
    expect([steps.steps.map(({ id }) => id), steps.view?.more]).toEqual([[4, 3, 2, 1], false]);
    await steps.older();
    expect(steps.steps).toHaveLength(4);
  });
  it('are narrowed by what is chosen and leave open what is not', async () => {
    const asked: unknown[] = [];
    const steps = new Steps(core(asked));
    await steps.narrow({ words: 's2' });
    expect([steps.steps.map(({ id }) => id), steps.isNarrowed]).toEqual([[2], true]);
    expect(asked[0]).toEqual(['history_view', { words: 's2' }]);
    await steps.narrow({ words: '', who: '', day: '2024-02-02' });
    expect(asked).toContainEqual(['history_view', { words: '', who: '', day: '2024-02-02' }]);
  });
  it('keep the step that is looked at when they are read anew', async () => {
    const steps = new Steps(core());
    await steps.load();
    await steps.choose(3);
    await steps.load();
    expect(steps.chosen?.step.id).toBe(3);
  });
  it('tell what was taken back and what stayed', async () => {
    const told: unknown[] = [];
    const steps = new Steps(core(told));
    await steps.load();
    await steps.askRevert();
    expect(steps.preview?.step.id).toBe(3);
    await steps.revert();
    expect(steps.preview).toBeUndefined();
    expect(told.at(-1)).toMatchObject({ severity: 'success' });
    expect((told.at(-1) as { todo?: string }).todo).toBeDefined();
  });
});

describe('taking a step back', () => {
  it('is refused when something later needs it, and when nothing is left', () => {
    expect(stateOf(preview())).toBe('can');
    expect(stateOf(preview({ needed: true }))).toBe('needed');
    expect(stateOf(preview({ lines: [], kept: [line] }))).toBe('empty');
    expect(stateOf(preview({ lines: [], more: 4 }))).toBe('can');
  });
  it('names days as a calendar does', () => {
    expect(dayWords('2024-02-02')).toBe('2024/2/2');
  });
});
