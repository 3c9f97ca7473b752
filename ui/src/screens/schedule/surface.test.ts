import { describe, expect, it } from 'vitest';
import type { ScheduleView } from '../../ipc/ScheduleView';
import { narrowed, officesOf, type Narrowing } from './narrow';
import { statusParts } from './status';
import { barAt, barsOf, baselineOf, itemsOf, markOf, ownerOf } from './surface';

const bar = { id: 5, first: 2022, last: 2023, words: '検討', as_before: false, words_only: false, lanes: 2 };
const lane = { id: 3, schedule: 2, title: '要綱の整備', bars: [bar] };
const heading = { node: 1, level: 0, label: '方向性1', title: '協働', group: '', item: false, ended: '', offices: '', over: false, lanes: [], gone: [] };
const item = {
  node: 2,
  level: 1,
  label: '②',
  title: '公文書の管理',
  group: '',
  item: true,
  ended: '※令和4年度までをもって終了',
  offices: '総務課、文書館',
  over: true,
  gone: [{ id: 12, schedule: 1, title: '移管', bars: [{ ...bar, id: 13, amount: { text: '△10,500', meaning: { amount: '-10500', unit: '' } } }] }],
  lanes: [
    { lane, baseline: { ...lane, id: 9, schedule: 1, bars: [{ ...bar, id: 8, last: 2022 }] } },
    { lane: { id: 4, schedule: 2, title: '周知', bars: [] } },
  ],
};
const view: ScheduleView = { plan: 1, schedules: [{ id: 1, name: '年度スケジュール', first: 2021, last: 2024, unit: '千円' }, { id: 2, name: '年度スケジュール', first: 2021, last: 2024, unit: '' }], schedule: 2, ghost: 1, years: [], beyond: [], item_name: '取組項目', item_level: 1, items: [heading, item] };

describe('the schedule on its surface', () => {
  it('makes a heading of what carries no lanes and shows how an item ended', () => {
    expect(itemsOf(view).map(({ kind, title, note, readonly }) => [kind, title, note, readonly])).toEqual([
      ['section', '協働', undefined, false],
      ['item', '公文書の管理', '※令和4年度までをもって終了', true],
    ]);
  });

  it('draws the baseline in the lane of today', () => {
    expect(barsOf(view)).toMatchObject([{ id: '5', lane: '3', lanes: 2, first: 2022, last: 2023 }]);
    expect(baselineOf(view)).toMatchObject([
      { id: '8', lane: '3', last: 2022 },
      { id: '13', lane: '12', amount: '△10,500千円' },
    ]);
    expect(itemsOf(view)[1]?.gone).toEqual([{ id: '12', title: '（前の工程）移管' }]);
    expect(itemsOf({ ...view, schedule: 1, ghost: 2 })[1]?.gone?.[0]?.title).toBe('（後の工程）移管');
    expect(barAt(view, '5')?.words).toBe('検討');
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

describe('the schedule narrowed', () => {
  const others = [{ ...heading, node: 7, title: '財政' }, { ...item, node: 8, ended: '', over: false, offices: '財政課', lanes: [], gone: [], title: '使用料' }];
  const all = [heading, item, ...others];
  const left = (narrowing: Narrowing, held: readonly number[] = []): number[] => narrowed(all, narrowing, new Set(held)).map(({ node }) => node);

  it('keeps what fulfils it under its headings', () => {
    expect(left({})).toEqual([1, 2, 7, 8]);
    expect([left({ holds: '検討' }), left({ office: '財政課' }), left({ ended: 'only' }), left({ ended: 'without' })]).toEqual([[1, 2], [7, 8], [1, 2], [7, 8]]);
    expect(left({ holds: '使用', office: '総務課' })).toEqual([]);
  });
  it('keeps an item that was just written into', () => {
    expect(left({ holds: '検討' }, [8])).toEqual([1, 2, 7, 8]);
  });
  it('offers the offices of the items', () => {
    expect(officesOf(all)).toEqual(['総務課', '文書館', '財政課']);
  });
});

describe('the status of a schedule', () => {
  it('counts items, lanes and bars, and adds up the amounts chosen', () => {
    const items = { name: '取組項目', shown: 2, all: 28 };
    const status = { lanes: 5, bars: 7, selected: 3, sum: '-11500', unit: '千円' };
    expect(statusParts(status, items, '△')).toEqual(['取組項目 2 / 28', '取組 5', '工程 7', '選択 3行', '合計 △11,500千円']);
    // The sign is the city's.
    expect(statusParts(status, items, '▲').at(-1)).toBe('合計 ▲11,500千円');
    expect(statusParts({ ...status, selected: 1, sum: undefined }, { name: '', shown: 2, all: 2 }, '△')).toEqual(['2項目', '取組 5', '工程 7']);
  });
});
