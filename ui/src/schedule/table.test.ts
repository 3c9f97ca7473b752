// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { readHtmlTable, writeHtml, writeTsv } from '../grid/clipboard';
import { copiedSchedule } from './copy';
import { layOut } from './geometry';
import { ScheduleModel } from './model.svelte';
import { SIZES } from './sizes';
import type { ScheduleBar, ScheduleItem, ScheduleYear } from './types';

const years: ScheduleYear[] = [2021, 2022, 2023, 2024].map((year) => ({ year, label: `R${year - 2018}`, long: `令和${year - 2018}年度` }));
const items: ScheduleItem[] = [
  { id: 's', kind: 'section', number: '', title: '方向性1', lanes: [] },
  {
    id: 'a',
    kind: 'item',
    number: '①',
    title: '市民意見',
    note: '※終了',
    lanes: [{ id: 'a1', title: '意見の収集' }, { id: 'a2', title: 'オンライン' }],
    gone: [{ id: 'g1', title: '紙の募集' }],
  },
  { id: 'b', kind: 'item', number: '②', title: '公文書', lanes: [], gone: [{ id: 'g2', title: '移管' }] },
];
const bar = (id: string, lane: string, first: number, last: number, words: string, more: Partial<ScheduleBar> = {}): ScheduleBar => ({ id, lane, first, last, words, lanes: 1, ...more });
const bars = [
  bar('x', 'a1', 2021, 2022, '検討', { lanes: 2, amount: '△10,500千円' }),
  bar('y', 'a1', 2023, 2024, '実施'),
  bar('z', 'a2', 2024, 2024, '拡充', { amount: '△1,000千円' }),
  bar('w', 'a2', 2024, 2024, '検証', { firstMonth: 9, lastMonth: 12 }),
];
const ghosts = [bar('o1', 'g1', 2021, 2023, '募集'), bar('o2', 'a1', 2021, 2021, '検討')];
const headings = { number: 'No.', item: '項目', lane: '取組項目' };

function model(): ScheduleModel {
  const made = new ScheduleModel();
  Object.assign(made, { items, bars, baseline: ghosts, years });
  return made;
}

describe('lanes that are gone', () => {
  const layout = layOut(items, bars, ghosts, years, 100);

  it('have a thin row behind the lanes, their bars in it', () => {
    expect(layout.rows.map(({ lane, gone }) => [lane?.id, gone])).toEqual([['a1', false], ['a2', false], ['g1', true], [undefined, false], ['g2', true]]);
    expect((layout.bottoms[2] ?? 0) - (layout.tops[2] ?? 0)).toBe(SIZES.gone);
    const ghost = layout.ghosts.find((one) => one.bar.id === 'o1');
    expect(ghost?.row).toBe(2);
    expect((ghost?.top ?? 0) + (ghost?.height ?? 0)).toBeLessThan(layout.bottoms[2] ?? 0);
  });

  it('are looked at only, and nothing is drawn over them', () => {
    const schedule = model();
    const onAddBar = vi.fn();
    schedule.events = { onAddBar };
    schedule.select({ row: 2, year: 0 });
    expect(schedule.locked).toBe(true);
    schedule.select({ row: 0, year: 2 });
    schedule.extend({ row: 2, year: 3 });
    expect(schedule.draft).toEqual({ lane: 'a1', lanes: 2, first: 2023, last: 2024 });
    schedule.select({ row: 0, year: -1 });
    schedule.choose(4);
    expect(schedule.chosen()).toEqual({ items: ['a', 'b'], lanes: ['a1', 'a2'] });
  });

  it('leave wide names less high', () => {
    const long = [{ ...items[1], gone: [], lanes: [{ id: 'a1', title: 'とても長い取組項目の名前をここに書いておく' }] } as ScheduleItem];
    const height = (lane: number): number => layOut(long, [], [], years, 100, { title: SIZES.title, lane }).bottoms[0] ?? 0;
    expect(height(120)).toBeGreaterThan(height(400));
  });
});

describe('finding', () => {
  it('goes through names and bars in reading order and around', () => {
    const schedule = model();
    schedule.query = '検';
    expect(schedule.hits).toEqual([
      { row: 0, year: 0, bar: 'x' },
      { row: 1, year: 3, bar: 'w' },
    ]);
    expect(schedule.hit).toBe(-1);
    const seen: unknown[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      expect(schedule.findNext(false)).toBe(true);
      seen.push([schedule.spot, schedule.bar?.bar.id, schedule.hit]);
    }
    expect(seen).toEqual([[{ row: 0, year: 0 }, 'x', 0], [{ row: 1, year: 3 }, 'w', 1], [{ row: 0, year: 0 }, 'x', 0]]);
    schedule.findNext(true);
    expect(schedule.hit).toBe(1);
    schedule.query = '※終了';
    expect(schedule.hits).toEqual([{ row: 0, year: -1 }]);
    schedule.query = 'ない言葉';
    expect(schedule.findNext(false)).toBe(false);
  });
});

describe('the status', () => {
  it('counts what is shown and adds up what is chosen', () => {
    const schedule = model();
    schedule.select({ row: 0, year: -1 });
    schedule.choose(1);
    expect(schedule.status).toEqual({ lanes: 2, bars: 4, selected: 2, sum: '-11500', unit: '千円' });
    schedule.select({ row: 0, year: -1 });
    expect(schedule.status).toMatchObject({ selected: 1, sum: undefined });
  });
});

describe('the copied table', () => {
  const cells = copiedSchedule(model().layout.rows, bars, years, headings);

  it('has every bar once, over its years and lanes, in Excel as in text', () => {
    expect(writeTsv(cells.map((line) => line.map(({ text }) => text))).split('\r\n')).toEqual([
      'No.\t項目\t取組項目\tR3\tR4\tR5\tR6',
      '①\t"市民意見\n※終了"\t意見の収集\t検討 △10,500千円\t\t実施\t',
      '\t\tオンライン\t\t\t\t拡充 △1,000千円',
      '\t\t\t\t\t\t検証（9～12月）',
      '②\t公文書\t\t\t\t\t',
      '',
    ]);
    const page = new DOMParser().parseFromString(writeHtml(cells), 'text/html');
    const table = readHtmlTable(page);
    expect(table?.merged).toBe(true);
    expect(table?.block.map((line) => line.length)).toEqual([7, 7, 7, 7, 7]);
    expect(table?.block[3]).toEqual(['①', '市民意見\n※終了', 'オンライン', '検討 △10,500千円', '検討 △10,500千円', '', '検証（9～12月）']);
    expect(page.querySelectorAll('[colspan="2"]')).toHaveLength(2);
  });

  it('keeps a bar over several lanes in its own where another is in the way', () => {
    const crossing = [bar('x', 'a1', 2021, 2023, '上', { lanes: 2 }), bar('y', 'a2', 2023, 2024, '下')];
    const texts = copiedSchedule(model().layout.rows, crossing, years, headings).map((line) => line.map(({ text }) => text).slice(3));
    expect(texts.slice(1, 3)).toEqual([['上', '', '', ''], ['', '', '下', '']]);
  });
});
