import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Key } from '../grid/keyboard';
import { TreeModel } from './model.svelte';
import { applied, dropped, endOf, indented, movedAmong, outdented, parentOf, placesOf, type DropZone } from './moves';
import type { TreeMove, TreeNode } from './types';

const node = (id: string, level: number): TreeNode => ({ id, level, number: id, title: `項目${id}`, kind: ['方向性', '実施プログラム', '取組項目'][level] ?? '' });
const nodes = [node('A', 0), node('a1', 1), node('a2', 1), node('x', 2), node('B', 0), node('b1', 1)];
const at = (id: string): number => nodes.findIndex((one) => one.id === id);

describe('places', () => {
  it('are told for every node among its own siblings', () => {
    const { places, counts } = placesOf(nodes);
    expect(places).toEqual([1, 1, 2, 1, 2, 1]);
    expect(counts).toEqual([2, 2, 2, 1, 2, 1]);
  });
});

describe('moves', () => {
  it('up and down among siblings, and over into the next parent', () => {
    expect(movedAmong(nodes, at('a2'), -1)).toEqual({ id: 'a2', parent: 'A', position: 0 });
    expect(movedAmong(nodes, at('a2'), 1)).toEqual({ id: 'a2', parent: 'B', position: 0 });
    expect(movedAmong(nodes, at('b1'), -1)).toEqual({ id: 'b1', parent: 'A', position: 2 });
    expect(movedAmong(nodes, at('A'), -1)).toBeUndefined();
  });
  it('in and out', () => {
    expect(indented(nodes, at('a2'), 3)).toBeUndefined();
    expect(indented(nodes, at('a2'), 4)).toEqual({ id: 'a2', parent: 'a1', position: 0 });
    expect(indented(nodes, at('a1'), 9)).toBeUndefined();
    expect(outdented(nodes, at('x'))).toEqual({ id: 'x', parent: 'A', position: 2 });
    expect(outdented(nodes, at('A'))).toBeUndefined();
  });
  it('a drop into itself or deeper than the plan is none', () => {
    expect(dropped(nodes, at('a2'), at('x'), 'inside', 9)).toBeUndefined();
    expect(dropped(nodes, at('a2'), at('b1'), 'inside', 3)).toBeUndefined();
    expect(dropped(nodes, at('a1'), at('a2'), 'before', 3)).toBeUndefined();
    expect(dropped(nodes, at('b1'), at('a1'), 'before', 3)).toEqual({ id: 'b1', parent: 'A', position: 0 });
    expect(dropped(nodes, at('a1'), at('B'), 'inside', 3)).toEqual({ id: 'a1', parent: 'B', position: 1 });
  });
  it('no move loses a node, makes a gap in the levels or changes what hangs below', () => {
    const tree = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 14 }).map((wanted) => {
      let level = -1;
      return wanted.map((want, index) => node(`n${index}`, (level = Math.min(want, level + 1))));
    });
    const zone = fc.constantFrom<DropZone>('before', 'after', 'inside');
    fc.assert(
      fc.property(tree, fc.nat(), fc.nat(), zone, fc.integer({ min: 0, max: 4 }), (given, a, b, where, kind) => {
        const index = a % given.length;
        const moves = [movedAmong(given, index, -1), movedAmong(given, index, 1), indented(given, index, 4), outdented(given, index), dropped(given, index, b % given.length, where, 4)];
        const move = moves[kind];
        if (!move) return;
        const after = applied(given, move);
        expect(after.map((one) => one.id).sort()).toEqual(given.map((one) => one.id).sort());
        after.forEach((one, i) => expect(one.level).toBeLessThanOrEqual((after[i - 1]?.level ?? -1) + 1));
        const now = after.findIndex((one) => one.id === move.id);
        expect(after[parentOf(after, now)]?.id).toBe(move.parent);
        expect(after.slice(now, endOf(after, now)).map((one) => one.id)).toEqual(given.slice(index, endOf(given, index)).map((one) => one.id));
      }),
      { numRuns: 1000 },
    );
  });
});

function tree() {
  const model = new TreeModel();
  let text = '';
  const events = { onMove: vi.fn<(move: TreeMove) => void>(), onSelect: vi.fn(), onRename: vi.fn(), onRemove: vi.fn(), onAdd: vi.fn(), onOpen: vi.fn() };
  model.nodes = nodes;
  model.depth = 3;
  model.text = { read: () => text, write: (next) => (text = next), breakLine: () => undefined };
  model.events = events;
  const press = (key: string, held: Partial<Key> = {}): boolean => model.press({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });
  return { model, events, press, type: (letters: string) => ((text += letters), model.typed()), read: () => text };
}

describe('keyboard', () => {
  it('walks, opens and closes', () => {
    const { model, press } = tree();
    press('End');
    expect(model.active?.id).toBe('b1');
    press('ArrowLeft');
    expect(model.active?.id).toBe('B');
    press('ArrowLeft');
    expect(model.shown.map((one) => one.id)).toEqual(['A', 'a1', 'a2', 'x', 'B']);
    press('ArrowRight');
    press('ArrowRight');
    expect(model.active?.id).toBe('b1');
    press('Home');
    expect(model.active?.id).toBe('A');
  });
  it('Alt+arrows move', () => {
    const { model, events, press } = tree();
    model.select('a1');
    press('ArrowDown', { altKey: true });
    expect(events.onMove).toHaveBeenLastCalledWith({ id: 'a1', parent: 'A', position: 1 });
    model.select('x');
    press('ArrowLeft', { altKey: true });
    expect(events.onMove).toHaveBeenLastCalledWith({ id: 'x', parent: 'A', position: 2 });
  });
  it('F2 renames, Esc does not, a letter starts a new name', () => {
    const { model, events, press, type, read } = tree();
    model.select('a1');
    press('F2');
    expect(read()).toBe('項目a1');
    press('Escape');
    type('新しい名称');
    press('Enter');
    expect(events.onRename).toHaveBeenCalledExactlyOnceWith('a1', '新しい名称');
    press('F2');
    press('Enter');
    expect(events.onRename).toHaveBeenCalledTimes(1);
  });
  it('adds behind and below, removes, opens', () => {
    const { model, events, press } = tree();
    model.select('a1');
    press('Insert');
    expect(events.onAdd).toHaveBeenLastCalledWith('A', 1);
    press('Insert', { shiftKey: true });
    expect(events.onAdd).toHaveBeenLastCalledWith('a1', 0);
    press('Delete');
    expect(events.onRemove).toHaveBeenCalledWith('a1');
    press('Enter');
    expect(events.onOpen).toHaveBeenCalledWith('a1');
  });
  it('tells what is closed, and begins as it was left', () => {
    const { model, press } = tree();
    const onFold = vi.fn();
    model.events = { ...model.events, onFold };
    model.select('A');
    press('ArrowLeft');
    expect(onFold).toHaveBeenLastCalledWith(['A']);
    const again = tree().model;
    again.closed = new Set(['A']);
    expect(again.shown.some((one) => one.id === 'a1')).toBe(false);
    again.goTo('a1');
    expect(again.closed.size).toBe(0);
  });
  it('keeps its node when the tree changes, and finds one that is closed away', () => {
    const { model, press } = tree();
    model.select('A');
    press('ArrowLeft');
    expect(model.goTo('x')).toBe(true);
    expect(model.shown.some((one) => one.id === 'x')).toBe(true);
    model.nodes = nodes.filter((one) => one.id !== 'x');
    expect(model.active?.id).toBe('B');
  });
});
