import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Key } from '../grid/keyboard';
import { arrowPath, drawnRows, extent, layOut, moved, spotAt, stretched } from './geometry';
import { ScheduleModel } from './model.svelte';
import { SIZES } from './sizes';
import { hasArrow, type ScheduleBar, type ScheduleItem, type ScheduleYear } from './types';
import { printedAmount, printedWords } from './words';

const years: ScheduleYear[] = [2021, 2022, 2023, 2024].map((year) => ({ year, label: `R${year - 2018}`, long: `令和${year - 2018}年度` }));
const items: ScheduleItem[] = [
  { id: 's', kind: 'section', number: '', title: '方向性1', lanes: [] },
  { id: 'a', kind: 'item', number: '①', title: '市民意見', lanes: [{ id: 'a1', title: '意見の収集' }, { id: 'a2', title: 'オンライン' }] },
  { id: 'b', kind: 'item', number: '②', title: '公文書', lanes: [] },
  { id: 'c', kind: 'item', number: '③', title: '協働', lanes: [{ id: 'c1', title: '提案事業' }], readonly: true },
];
const bar = (id: string, lane: string, first: number, last: number, words = '実施', lanes = 1): ScheduleBar => ({ id, lane, first, last, words, lanes });

describe('a place', () => {
  it('is that of the lane or the bar meant, else the first lane of the item', () => {
    const model = new ScheduleModel();
    Object.assign(model, { items, years, bars: [bar('x', 'a2', 2022, 2023)] });
    expect(model.spotOf('a', { bar: 'x' })).toEqual({ row: 1, year: 1 });
    expect(model.spotOf('a', { lane: 'a2' })).toEqual({ row: 1, year: -1 });
    // Of a schedule that is no more in force: the item is as near as it gets.
    expect(model.spotOf('a', { bar: 'gone' })).toEqual({ row: 0, year: -1 });
    expect(model.spotOf('b', {})).toEqual({ row: 2, year: -1 });
    expect(model.spotOf('z', {})).toBeUndefined();
  });
});

describe('geometry', () => {
  it('places whole years and months of the fiscal year', () => {
    expect(extent({ first: 2022, last: 2023 }, years)).toEqual([1, 3]);
    expect(extent({ first: 2021, last: 2021, firstMonth: 10, lastMonth: 3 }, years)).toEqual([0.5, 1]);
    expect(extent({ first: 2019, last: 2030 }, years)).toEqual([0, 4]);
  });
  it('lanes without bars keep their place, headings are between', () => {
    const layout = layOut(items, [], [], years, 100);
    expect(layout.rows.map((row) => row.lane?.id)).toEqual(['a1', 'a2', undefined, 'c1']);
    expect(layout.headings.get('s')).toBe(0);
    expect(layout.tops[0]).toBe(SIZES.section);
    expect(layout.tops).toHaveLength(5);
  });
  it('a bar over two lanes covers both and never the next item', () => {
    const layout = layOut(items, [bar('x', 'a1', 2021, 2024, '実施', 9)], [], years, 100);
    const placed = layout.bars[0];
    expect(placed?.rows).toBe(2);
    expect((placed?.top ?? 0) + (placed?.height ?? 0)).toBeGreaterThan(layout.tops[1] ?? 0);
    expect((placed?.top ?? 0) + (placed?.height ?? 0)).toBeLessThanOrEqual(layout.tops[2] ?? 0);
  });
  it('overlapping bars lie below each other, neighbouring ones beside', () => {
    const layout = layOut(items, [bar('x', 'a1', 2021, 2022), bar('y', 'a1', 2022, 2023), bar('z', 'a1', 2023, 2024)], [], years, 100);
    const tops = layout.bars.map((placed) => placed.top);
    expect(tops[0]).toBe(tops[2]);
    expect(tops[1]).toBe((tops[0] ?? 0) + SIZES.bar + SIZES.gap);
  });
  it('a bar over two lanes stays in its own where another is in the way', () => {
    const layout = layOut(items, [bar('x', 'a1', 2021, 2024, '実施', 2), bar('y', 'a2', 2023, 2023)], [], years, 100);
    expect(layout.bars[0]?.rows).toBe(1);
    expect(layout.bars[0]?.bar.lanes).toBe(2);
  });
  it('bars never cover each other and never leave their rows', () => {
    const span = fc.record({
      lane: fc.constantFrom('a1', 'a2', 'c1'),
      first: fc.integer({ min: 2021, max: 2024 }),
      length: fc.integer({ min: 0, max: 3 }),
      lanes: fc.integer({ min: 1, max: 3 }),
      words: fc.constantFrom('', '準備', '検討・策定・実施・検証を毎年くり返す', '一\n二'),
    });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 7 }), (spans) => {
        const bars = spans.map((one, index) => ({ ...bar(`b${index}`, one.lane, one.first, one.first + one.length, one.words, one.lanes) }));
        const layout = layOut(items, bars, [], years, 90);
        for (const one of layout.bars) {
          expect(one.top).toBeGreaterThanOrEqual(layout.tops[one.row] ?? 0);
          expect(one.top + one.height).toBeLessThanOrEqual(layout.tops[one.row + one.rows] ?? 0);
          for (const other of layout.bars) {
            if (one === other) continue;
            const apart =
              one.left + one.width <= other.left || other.left + other.width <= one.left || one.top + one.height <= other.top || other.top + other.height <= one.top;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });
  it('the ghost of the baseline lies below the bar in the same row', () => {
    const layout = layOut(items, [bar('x', 'a1', 2021, 2022)], [bar('old', 'a1', 2021, 2021)], years, 100);
    expect(layout.ghosts[0]?.top).toBeGreaterThanOrEqual((layout.bars[0]?.top ?? 0) + (layout.bars[0]?.height ?? 0));
    expect((layout.ghosts[0]?.top ?? 0) + (layout.ghosts[0]?.height ?? 0)).toBeLessThan(layout.tops[1] ?? 0);
  });
  it('moving and stretching stay inside the years', () => {
    const one = bar('x', 'a1', 2022, 2023);
    expect(moved(one, 9, years)).toMatchObject({ first: 2023, last: 2024 });
    expect(moved(one, -9, years)).toMatchObject({ first: 2021, last: 2022 });
    expect(stretched(one, 'last', -9, years)).toMatchObject({ first: 2022, last: 2022 });
    expect(stretched(one, 'first', 9, years)).toMatchObject({ first: 2023, last: 2023 });
  });
  it('finds the place under a point', () => {
    const layout = layOut(items, [], [], years, 100);
    expect(spotAt(150, (layout.tops[1] ?? 0) + 2, layout, 4, 100)).toEqual({ row: 1, year: 1 });
    expect(spotAt(-5, 99999, layout, 4, 100)).toEqual({ row: 3, year: 0 });
    expect(spotAt(9999, 0, layout, 4, 100)).toEqual({ row: 0, year: 3 });
  });
  it('draws an arrow that closes', () => {
    expect(arrowPath(100, 24)).toBe('M0.5 0.5H90.5L99.5 12L90.5 23.5H0.5Z');
  });
  it('prints 「→」 and an amount', () => {
    expect(printedWords({ ...bar('x', 'a1', 2021, 2021, ''), asBefore: true })).toBe('→');
    expect(printedWords({ ...bar('x', 'a1', 2021, 2021), amount: '△10,500千円', firstMonth: 9, lastMonth: 12 })).toBe('実施 △10,500千円（9～12月）');
    const months = (last: number, firstMonth?: number, lastMonth?: number): string => printedWords({ ...bar('x', 'a1', 2021, last, ''), firstMonth, lastMonth });
    expect([months(2021, 9, 9), months(2021, 9), months(2021, undefined, 3), months(2022, 9, 9)]).toEqual(['9月', '9月～', '～3月', '9月～9月']);
  });
  it('an amount takes the unit of the schedule unless it has its own', () => {
    const amount = (text: string, unit?: string): string | undefined => printedAmount({ text, meaning: unit === undefined ? null : { unit } }, '千円');
    expect([amount('△10,500', ''), amount('3百万円', '百万円'), amount('約1割'), printedAmount(undefined, '千円')]).toEqual(['△10,500千円', '3百万円', '約1割', undefined]);
  });
  it('words stand alone where they are asked to, and a bar without words keeps its arrow', () => {
    const alone = { ...bar('x', 'a1', 2021, 2021), wordsOnly: true };
    expect([hasArrow(alone), hasArrow({ ...alone, words: '' }), hasArrow(bar('x', 'a1', 2021, 2021))]).toEqual([false, true, true]);
  });
});

function schedule(bars: ScheduleBar[] = []) {
  const model = new ScheduleModel();
  let text = '';
  const events = { onAddBar: vi.fn(), onChangeBar: vi.fn(), onRemoveBar: vi.fn(), onWords: vi.fn(), onLaneTitle: vi.fn(), onAddLane: vi.fn(), onRemoveLane: vi.fn(), onMoveLane: vi.fn(), onDetail: vi.fn() };
  model.items = items;
  model.years = years;
  model.bars = bars;
  model.text = { read: () => text, write: (next) => (text = next), breakLine: () => (text += '\n') };
  events.onChangeBar.mockImplementation((id: string, span: Partial<ScheduleBar>) => {
    model.bars = model.bars.map((one) => (one.id === id ? { ...one, ...span } : one));
  });
  model.events = events;
  const press = (key: string, held: Partial<Key> = {}): boolean =>
    model.press({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });
  const type = (letters: string): void => {
    text += letters;
    model.typed();
  };
  return { model, events, press, type, read: () => text };
}

describe('many items', () => {
  const many: ScheduleItem[] = Array.from({ length: 5000 }, (_, at) => ({
    id: `i${at}`,
    kind: at % 20 === 0 ? 'section' : 'item',
    number: String(at),
    title: `項目${at}`,
    lanes: at % 20 === 0 ? [] : [{ id: `${at}-1`, title: '検討' }, { id: `${at}-2`, title: '実施' }],
  }));
  const bars = many.flatMap(({ lanes }) => lanes.map((lane, at) => bar(lane.id, lane.id, 2021 + at, 2023 + at, '実施', 1 + at)));

  it('are laid out at once and drawn in whole items around the window', () => {
    const begun = performance.now();
    const layout = layOut(many, bars, bars, years, 100);
    expect(performance.now() - begun).toBeLessThan(1500);
    expect(layout.rows).toHaveLength(9500);
    for (const at of [0, 4000, 9000]) {
      const top = layout.tops[at] ?? 0;
      const { from, to } = drawnRows(layout, top, 600);
      expect(from).toBeLessThanOrEqual(at);
      expect(to - from).toBeLessThan(120);
      expect(layout.rows[from]?.within).toBe(0);
      expect(layout.bottoms[to - 1] ?? 0).toBeGreaterThanOrEqual(Math.min(top + 600, layout.tops.at(-1) ?? 0));
    }
  });
});

describe('other lanes', () => {
  it('Alt+down takes a bar to the lane below, and never to another item', () => {
    const { model, events, press } = schedule([bar('x', 'a1', 2021, 2022)]);
    model.select({ row: 0, year: 0 });
    press('ArrowDown', { altKey: true });
    expect(events.onChangeBar).toHaveBeenCalledWith('x', { lane: 'a2', lanes: 1, first: 2021, last: 2022 });
    press('ArrowDown', { altKey: true });
    expect(events.onChangeBar).toHaveBeenCalledTimes(1);
    press('Enter', { altKey: true });
    expect(events.onDetail).toHaveBeenCalledWith('x');
  });
  it('on names Alt moves a lane and Shift chooses several', () => {
    const { model, events, press } = schedule();
    model.select({ row: 0, year: -1 });
    press('ArrowDown', { altKey: true });
    expect(events.onMoveLane).toHaveBeenCalledWith('a1', 1);
    model.select({ row: 0, year: -1 });
    press('ArrowDown', { shiftKey: true });
    press('ArrowDown', { shiftKey: true });
    expect(model.chosen()).toEqual({ items: ['a', 'b'], lanes: ['a1', 'a2'] });
    model.select({ row: 1, year: 2 });
    expect(model.chosen()).toEqual({ items: ['a'], lanes: [] });
  });
});

describe('drawing by keyboard', () => {
  it('Shift+arrows draw, letters name the bar, Enter hands it on', () => {
    const { model, events, press, type } = schedule();
    model.select({ row: 0, year: 1 });
    press('ArrowRight', { shiftKey: true });
    press('ArrowDown', { shiftKey: true });
    press('ArrowDown', { shiftKey: true });
    expect(model.draft).toEqual({ lane: 'a1', lanes: 2, first: 2022, last: 2023 });
    type('検討');
    press('Enter');
    expect(events.onAddBar).toHaveBeenCalledWith({ lane: 'a1', lanes: 2, first: 2022, last: 2023 }, '検討');
    expect(model.target).toBeUndefined();
  });
  it('typing on one year draws a bar of one year; Esc draws none', () => {
    const { model, events, press, type } = schedule();
    model.select({ row: 1, year: 3 });
    type('公表');
    press('Escape');
    expect(events.onAddBar).not.toHaveBeenCalled();
    type('公表');
    model.commit();
    expect(events.onAddBar).toHaveBeenCalledWith({ lane: 'a2', lanes: 1, first: 2024, last: 2024 }, '公表');
  });
  it('moves, stretches and removes the bar under the active place', () => {
    const { model, events, press } = schedule([bar('x', 'a1', 2022, 2023)]);
    model.select({ row: 0, year: 2 });
    press('ArrowRight', { altKey: true });
    expect(events.onChangeBar).toHaveBeenLastCalledWith('x', { lane: 'a1', lanes: 1, first: 2023, last: 2024 });
    press('ArrowLeft', { altKey: true, shiftKey: true });
    expect(events.onChangeBar).toHaveBeenLastCalledWith('x', { lane: 'a1', lanes: 1, first: 2023, last: 2023 });
    press('ArrowDown', { altKey: true, shiftKey: true });
    expect(events.onChangeBar).toHaveBeenLastCalledWith('x', { lane: 'a1', lanes: 2, first: 2023, last: 2023 });
    press('Delete');
    expect(events.onRemoveBar).toHaveBeenCalledWith('x');
  });
  it('typing replaces the words, F2 opens them', () => {
    const { model, events, press, type, read } = schedule([bar('x', 'a1', 2022, 2023)]);
    model.select({ row: 0, year: 1 });
    press('F2');
    expect(read()).toBe('実施');
    type('・検証');
    press('Enter');
    expect(events.onWords).toHaveBeenLastCalledWith('x', '実施・検証');
    type('試行');
    press('Enter');
    expect(events.onWords).toHaveBeenLastCalledWith('x', '試行');
  });
  it('names lanes and adds and removes them', () => {
    const { model, events, press, type } = schedule();
    model.select({ row: 0, year: -1 });
    type('新しい名');
    press('Enter');
    expect(events.onLaneTitle).toHaveBeenCalledWith('a1', '新しい名');
    press('Enter', { ctrlKey: true });
    expect(events.onAddLane).toHaveBeenCalledWith('a', 1);
    press('Delete', { ctrlKey: true });
    expect(events.onRemoveLane).toHaveBeenCalledWith('a1');
    model.select({ row: 2, year: 0 });
    press('Enter', { ctrlKey: true });
    expect(events.onAddLane).toHaveBeenLastCalledWith('b', 0);
  });
  it('leaves an ended item and an item without lanes alone', () => {
    const { model, events, press, type } = schedule([bar('x', 'c1', 2021, 2021)]);
    model.select({ row: 3, year: 0 });
    press('Delete');
    press('ArrowRight', { altKey: true });
    type('x');
    model.select({ row: 2, year: 0 });
    type('x');
    press('Enter');
    for (const event of Object.values(events)) expect(event).not.toHaveBeenCalled();
  });
  it('Tab goes from bar to bar and out at the end', () => {
    const { model, press } = schedule([bar('x', 'a1', 2021, 2021), bar('y', 'a2', 2022, 2023)]);
    model.select({ row: 0, year: -1 });
    expect(press('Tab')).toBe(true);
    expect(model.bar?.bar.id).toBe('x');
    press('Tab');
    expect(model.bar?.bar.id).toBe('y');
    expect(press('Tab')).toBe(false);
    press('Tab', { shiftKey: true });
    expect(model.bar?.bar.id).toBe('x');
  });
});
