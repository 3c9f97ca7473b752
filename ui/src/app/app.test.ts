import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as bridge from '../call';
import { call, CallError } from '../call';
import type { AppStatus } from '../ipc/AppStatus';
import type { CellRef } from '../ipc/CellRef';
import { App } from './app.svelte';

vi.mock('../call', async (original) => ({ ...(await original<typeof bridge>()), call: vi.fn() }));
const called = vi.mocked(call as (command: string, request: unknown) => Promise<unknown>);

const turns = { undo: null, redo: null, saved_at: '2024-02-02T10:32:05' };
const closed: AppStatus = { open: null, recent: [], asked: null, asked_import: null, user: '', layout: {}, file_layout: {} };
const open = (path: string): AppStatus => ({
  ...closed,
  open: { file: { path, name: path, there: true }, city: 'X', negative: '△', read_only: false, out: '', turns },
});
const plan = { id: 1, name: 'P', period: '', years: [2021, 2022, 2023].map((year) => ({ year, long: `FY${year}`, short: `${year}` })) };

type Answers = Record<string, (request: Record<string, unknown>) => unknown>;

/** Lets the core answer; commands it was not told of reject as the core would. */
function core(answers: Answers): void {
  called.mockImplementation((command, request) => {
    const answer = answers[command];
    if (!answer) return Promise.reject(new CallError({ kind: 'no-file', args: {}, log_id: '' }));
    return Promise.resolve(answer(request as Record<string, unknown>));
  });
}

beforeEach(() => {
  called.mockReset();
});

describe('the app', () => {
  it('shows a file with its last plan and the last year with an evaluation', async () => {
    core({ plan_list: () => [{ ...plan, id: 7 }, { ...plan, judged: 2022 }], app_status: () => open('a') });
    const app = new App();
    await app.opened(open('a'));
    expect([app.plan?.id, app.year, app.screen, app.version]).toEqual([1, 2022, 'home', 1]);
  });

  it('tells of an error and answers undefined', async () => {
    core({});
    const app = new App();
    expect(await app.ask('check_count', {})).toBeUndefined();
    expect(app.notices.list).toHaveLength(1);
    expect(app.notices.list[0]?.notice.severity).toBe('warning');
  });

  it('sends writes one after the other in the order they were asked for', async () => {
    const order: string[] = [];
    const slow = [30, 1];
    called.mockImplementation((_command, request) => {
      const { edits } = request as { edits: { text: string }[] };
      order.push(`begin ${edits[0]?.text}`);
      return new Promise((done) =>
        setTimeout(() => {
          order.push(`end ${edits[0]?.text}`);
          done({ value: {}, changes: [{ table: 'record', key: [1, 2], kind: 'updated' }], turns });
        }, slow.shift()),
      );
    });
    const app = new App();
    const edit = (text: string) => ({ edits: [{ node: 1, year: 2023, field: 'actual' as const, text }] });
    await Promise.all([app.write('record_set', edit('a')), app.write('record_set', edit('b'))]);
    expect(order).toEqual(['begin a', 'end a', 'begin b', 'end b']);
    expect([app.version, app.changes.length, app.writing, app.unsaved]).toEqual([2, 1, 0, false]);
  });

  it('says that a write has not reached the file until one has', async () => {
    const app = new App();
    core({});
    expect(await app.write('node_remove', { node: 1 })).toBeUndefined();
    expect(app.unsaved).toBe(true);
    core({ node_remove: () => ({ value: {}, changes: [], turns }) });
    await app.write('node_remove', { node: 1 });
    expect([app.unsaved, app.version]).toEqual([false, 0]);
  });

  it('looks no longer at a node that is gone', async () => {
    const app = new App();
    app.chosen = { node: 4 };
    const removed = (node: number) => () => ({ value: {}, changes: [{ table: 'node', key: [node], kind: 'deleted' }], turns });
    core({ node_remove: removed(5) });
    await app.write('node_remove', { node: 5 });
    expect(app.chosen).toEqual({ node: 4 });
    core({ node_remove: removed(4) });
    await app.write('node_remove', { node: 4 });
    expect(app.chosen).toBeUndefined();
  });

  it('goes to a record: its screen, its plan, its year', async () => {
    core({ plan_list: () => [{ ...plan, id: 7 }, plan], app_status: () => open('a'), node_view: () => ({ plan: 7 }) });
    const app = new App();
    await app.opened(open('a'));
    await app.go({ kind: 'record', node: 4, year: 2023 });
    expect([app.plan?.id, app.year, app.screen]).toEqual([7, 2023, 'progress']);
    expect(app.focus).toEqual({ place: { kind: 'record', node: 4, year: 2023 } });
    const cell = { table: 'record', key: [4, 2023], column: 'actual' } as const;
    await app.go({ kind: 'record', node: 4, year: 2023 }, { ...cell, key: [...cell.key] });
    expect(app.focus).toEqual({ place: { kind: 'record', node: 4, year: 2023 }, cell });
  });

  it('goes to an indicator where it stands: 財政, or 指標 with its plan', async () => {
    const scopes: Record<number, unknown> = { 1: { kind: 'fiscal' }, 2: { kind: 'plan', plan: 7 }, 3: { kind: 'node', node: 4 } };
    core({
      plan_list: () => [{ ...plan, id: 7 }, plan],
      app_status: () => open('a'),
      node_view: () => ({ plan: 7 }),
      indicator_read: ({ indicator }) => ({ scope: scopes[Number(indicator)] }),
    });
    for (const [indicator, wanted] of [[1, [1, 'fiscal']], [2, [7, 'indicators']], [3, [7, 'indicators']]] as const) {
      const app = new App();
      await app.opened(open('a'));
      const cell: CellRef = { table: 'observation', key: [indicator, 2023, 0, 0] };
      await app.go({ kind: 'indicator', indicator }, cell);
      expect([app.plan?.id, app.screen]).toEqual(wanted);
      expect(app.focus).toEqual({ place: { kind: 'indicator', indicator }, cell });
    }
  });

  it('keeps what is open when another file cannot be opened, and tells why', async () => {
    core({ plan_list: () => [plan], app_status: () => open('a') });
    const app = new App();
    await app.opened(open('a'));
    expect(await app.open('file_reopen', { path: 'b' })).toBe(false);
    expect([app.status.open?.file.path, app.notices.list.length]).toEqual(['a', 1]);
  });

  it('shows nothing in place of a file that could not be opened anew', async () => {
    core({ plan_list: () => [plan], app_status: () => closed });
    const app = new App();
    app.status = open('a');
    await app.open('file_reopen', { path: 'a' });
    expect([app.status.open, app.plan, app.screen]).toEqual([null, undefined, 'home']);
  });

  it('keeps layouts of a plan in its file, and those of the window for all of them', async () => {
    vi.useFakeTimers();
    const kept: unknown[] = [];
    let file = 'a';
    core({ plan_list: () => [plan, { ...plan, id: 2 }], app_status: () => open(file), layout_set: (request) => void kept.push(request) });
    const app = new App();
    await app.opened(open('a'));
    app.keep('plan-grid', 'two');
    app.keep('frame', 'wide');
    expect([app.layout('plan-grid'), app.layout('frame')]).toEqual(['two', 'wide']);
    app.choosePlan(1);
    expect([app.layout('plan-grid'), app.layout('frame')]).toEqual([undefined, 'wide']);
    app.keep('fiscal-grid', 'all');
    // What is not written yet outlives a status the core told in the meantime, and goes to the file it was meant for.
    await app.refresh();
    app.choosePlan(2);
    expect([app.layout('plan-grid'), app.layout('fiscal-grid')]).toEqual(['two', 'all']);
    file = 'b';
    await app.opened(open('b'));
    expect([app.layout('plan-grid'), app.layout('fiscal-grid'), app.layout('frame')]).toEqual([undefined, undefined, 'wide']);
    vi.runAllTimers();
    expect(kept).toEqual([
      { surface: 'plan-grid/2', layout: 'two', file: 'a' },
      { surface: 'frame', layout: 'wide' },
      { surface: 'fiscal-grid', layout: 'all', file: 'a' },
    ]);
    vi.useRealTimers();
  });
});
