import { describe, expect, it } from 'vitest';
import type { ScheduleView } from '../../ipc/ScheduleView';
import { barsOf, baselineOf, itemsOf, markOf, ownerOf } from './surface';

const bar = { id: 5, first: 2022, last: 2023, words: '検討', as_before: false, lanes: 2 };
const lane = { id: 3, schedule: 2, title: '要綱の整備', bars: [bar] };
const heading = { node: 1, level: 0, label: '方向性1', title: '協働', group: '', item: false, ended: '', lanes: [] };
const item = {
  node: 2,
  level: 1,
  label: '②',
  title: '公文書の管理',
  group: '',
  item: true,
  ended: '※令和4年度までをもって終了',
  lanes: [
    { lane, baseline: { ...lane, id: 9, schedule: 1, bars: [{ ...bar, id: 8, last: 2022 }] } },
    { lane: { id: 4, schedule: 2, title: '周知', bars: [] } },
  ],
};
const view: ScheduleView = { plan: 1, schedules: [], schedule: 2, years: [], items: [heading, item] };

describe('the schedule on its surface', () => {
  it('makes a heading of what carries no lanes and shows how an item ended', () => {
    expect(itemsOf(view).map(({ kind, title }) => [kind, title])).toEqual([
      ['section', '協働'],
      ['item', '公文書の管理\n※令和4年度までをもって終了'],
    ]);
  });

  it('draws the baseline in the lane of today', () => {
    expect(barsOf(view)).toMatchObject([{ id: '5', lane: '3', lanes: 2, first: 2022, last: 2023 }]);
    expect(baselineOf(view)).toMatchObject([{ id: '8', lane: '3', last: 2022 }]);
  });

  it('finds the item of a lane and of a bar', () => {
    expect(ownerOf(view, { lane: '4' })).toBe(2);
    expect(ownerOf(view, { bar: '5' })).toBe(2);
    expect(ownerOf(view, { bar: '8' })).toBeUndefined();
  });

  it('takes a lane or a bar of the file for its mark', () => {
    expect(markOf({ table: 'lane', key: [3], column: 'title' })).toEqual({ lane: '3' });
    expect(markOf({ table: 'bar', key: [5] })).toEqual({ bar: '5' });
    expect(markOf({ table: 'node', key: [2] })).toEqual({});
  });
});
