import type { Choice, Column, Row } from '../../src/grid/types';

export const grades: Choice[] = [
  { value: 'early', label: '前倒し', symbol: '◎', keys: ['1'], description: '予定より早く進んでいる' },
  { value: 'as-planned', label: '予定どおり', symbol: '○', keys: ['2'], description: '予定のとおり進んでいる' },
  { value: 'late', label: '遅れ', symbol: '△', keys: ['3'], description: '予定より遅れている' },
];

export const columns: Column[] = [
  { key: 'no', title: 'No.', width: 84, kind: 'text', frozen: true, readonly: true, tree: true },
  { key: 'name', title: '取組項目', width: 190, kind: 'text', frozen: true },
  { key: 'office', title: '所管課', width: 110, kind: 'text' },
  { key: 'before', title: '前年度末の状況', group: '令和5年度', width: 200, kind: 'longtext' },
  { key: 'planned', title: '当初予定', group: '令和5年度', width: 220, kind: 'longtext' },
  { key: 'actual', title: '実績', group: '令和5年度', width: 240, kind: 'longtext' },
  { key: 'grade', title: '評価', group: '令和5年度', width: 96, kind: 'choice', choices: grades },
  { key: 'effect', title: '効果額（千円）', width: 110, kind: 'number' },
  { key: 'reason', title: '理由', width: 200, kind: 'longtext' },
];

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const names = ['幅広い市民意見の収集', '公文書管理の適正化', '市民協働の深化', '地域拠点の整備準備', '民間事業者の活用', '窓口のオンライン化', '公共施設の長寿命化'];
const offices = ['市民協働課、企画政策課', '総務課', '市民協働課', '地域づくり課', '行政経営課', '情報政策課', '施設課'];
const works = [
  '・無作為抽出による意見交換会を2回開いた。\n・オンライン会場を併設し、若い世代の参加が増えた。',
  '・移管の基準を定めた。',
  '',
  '・候補地3か所の条件を比べ、関係者と話し合った。\n・基本的な考え方をまとめた。\n・令和6年度に市民説明会を開くことを決めた。',
  '・給食調理の委託先を選び、契約した。',
];

/** Rows shaped like the progress of a plan: directions with items below, blanks, dashes, errors and changes. */
export function progressRows(count: number): Row[] {
  const rows: Row[] = [];
  for (let i = 0; i < count; i += 1) {
    if (i % 7 === 0) rows.push({ id: `s${i / 7}`, kind: 'section', level: 0, title: `方向性${i / 7 + 1}　市民とともに進める行政`, cells: {} });
    const amount = i % 5 === 3 ? undefined : (i * 37.5) % 1000;
    rows.push({
      id: `r${i}`,
      kind: 'row',
      level: 1,
      cells: {
        no: { text: circled[i] ?? String(i + 1) },
        name: { text: names[i % names.length] ?? '' },
        office: { text: offices[i % offices.length] ?? '' },
        before: { text: i % 3 === 0 ? '意見交換会 年1回' : '' },
        planned: { text: i % 4 === 2 ? '' : '・意見交換会を年2回開く。' },
        actual: { text: works[i % works.length] ?? '', ...(i % 9 === 4 && { state: 'changed' as const, note: '第3回委員会の後に変更' }) },
        grade: { text: i % 3 === 0 ? 'as-planned' : i % 3 === 1 ? 'late' : '' },
        effect:
          amount === undefined
            ? { text: '', absent: '算定されません' }
            : { text: amount === 0 ? '0' : amount.toLocaleString('ja-JP'), number: String(amount), ...(i % 11 === 6 && { state: 'error' as const, note: '合計と合いません' }) },
        reason: { text: i % 3 === 1 ? '関係者との調整に時間を要したため。' : '' },
      },
    });
  }
  return rows;
}
