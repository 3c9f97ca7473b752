import type { ScheduleBar, ScheduleItem, ScheduleYear } from '../../src/schedule/types';

export const years: ScheduleYear[] = [2021, 2022, 2023, 2024].map((year) => ({ year, label: `R${year - 2018}`, long: `令和${year - 2018}年度` }));

export const items: ScheduleItem[] = [
  { id: 's1', kind: 'section', number: '', title: '方向性1　地域の力を生かしたサービス', lanes: [] },
  { id: 'i1', kind: 'item', number: '①', title: '幅広い市民意見の収集', lanes: [{ id: 'l1', title: 'より広く多様な意見の収集' }, { id: 'l2', title: 'オンラインを使った市民参加' }] },
  {
    id: 'i2',
    kind: 'item',
    number: '②',
    title: '公文書管理の適正化と歴史的な公文書を残すための環境の整備',
    lanes: [{ id: 'l3', title: '庁内の理解の促進' }, { id: 'l4', title: '歴史的公文書の図書館への移管' }, { id: 'l5', title: '利用請求の開始' }],
  },
  { id: 'i3', kind: 'item', number: '③', title: '市民協働の深化', lanes: [{ id: 'l6', title: '提案型の協働事業と市民活動の支援をあわせて行うための仕組みづくり' }, { id: 'l7', title: '人材の育成' }, { id: 'l8', title: '大学等との連携' }], gone: [{ id: 'g1', title: '（前の工程）協働の手引きの作成' }] },
  { id: 's2', kind: 'section', number: '', title: '方向性2　施設の見直し', lanes: [] },
  { id: 'i4', kind: 'item', number: '④', title: '地域拠点の整備準備', lanes: [] },
  { id: 'i5', kind: 'item', number: '⑤', title: '給食調理の委託', note: '※令和4年度をもって終了', lanes: [{ id: 'l9', title: '委託先の選定' }], readonly: true },
  {
    id: 'i6',
    kind: 'item',
    number: 'R6-12',
    title: 'WEBとSNSの活用',
    lanes: [
      { id: 'l10', title: 'WEBを活用した市民参加の実施' },
      { id: 'l11', title: 'ＷＷＷ・WWW・mmm・iii・しししし、りりり。りり' },
      { id: 'l12', title: 'とてもひろくおおくのひとのこえをきくしくみ' },
      { id: 'l13', title: '一行目\n二行目', note: '表の年度の外：R7～R8 準備' },
    ],
  },
];

const bar = (id: string, lane: string, first: number, last: number, words: string, more: Partial<ScheduleBar> = {}): ScheduleBar => ({ id, lane, first, last, words, lanes: 1, ...more });

export const firstBars: ScheduleBar[] = [
  bar('b1', 'l1', 2021, 2024, '実施'),
  bar('b2', 'l2', 2022, 2024, '試行・実施'),
  bar('b3', 'l3', 2021, 2024, '準備'),
  bar('b4', 'l4', 2021, 2024, '5年を目途に移管', { lanes: 2 }),
  bar('b5', 'l6', 2021, 2022, '実施'),
  bar('b6', 'l6', 2023, 2024, '検証・実施'),
  bar('b7', 'l7', 2021, 2021, '基本的な考え方の検討と関係者との調整'),
  bar('b8', 'l7', 2022, 2024, '', { asBefore: true }),
  bar('b9', 'l8', 2022, 2023, '実施', { amount: '△10,500', firstMonth: 10 }),
  bar('b11', 'l8', 2024, 2024, '随時', { wordsOnly: true }),
  bar('b12', 'l10', 2021, 2021, 'WWWの準備'),
  bar('b13', 'l11', 2021, 2021, 'きまりをつくる'),
  bar('b14', 'l12', 2021, 2021, '基本的な考え方の検討と、関係者との調整。'),
  bar('b10', 'l9', 2021, 2022, '選定・実施'),
];

/** 5,000 items with two lanes each, whose names have from one to four lines. */
export const manyItems: ScheduleItem[] = Array.from({ length: 5000 }, (_, at) => ({
  id: `m${at}`,
  kind: 'item',
  number: String(at + 1),
  title: `${'市民と行政のつながりを広げる取組、'.repeat((at % 3) + 1)}その${at + 1}`,
  lanes: [0, 1].map((lane) => ({ id: `m${at}-${lane}`, title: `WEBを活用した市民参加、${'計画の見直し、'.repeat((at + lane) % 5)}第${at + 1}の${lane + 1}` })),
}));
export const manyBars: ScheduleBar[] = manyItems.flatMap(({ lanes }, at) =>
  lanes.map(({ id }) => bar(`n${id}`, id, 2021, 2021 + (at % 4), `検討と関係者との調整 ${at}`)),
);

export const baseline: ScheduleBar[] = [bar('o1', 'l1', 2021, 2023, '実施'), bar('o2', 'l7', 2021, 2022, '検討'), bar('o3', 'g1', 2021, 2022, '作成・配布')];
