import type { Bar } from '../../ipc/Bar';
import type { CellRef } from '../../ipc/CellRef';
import type { NodeView } from '../../ipc/NodeView';
import type { FiscalYear } from '../../ipc/FiscalYear';
import type { YearRecord } from '../../ipc/YearRecord';
import { printedAmount, printedWords } from '../../schedule/words';
import { t } from '../../texts';

/** Names of the offices of today in their order; those only concerned stand in brackets. */
export function officesOf(view: NodeView): string[] {
  return view.node.offices.flatMap(({ office, responsibility, until }) => {
    if (until !== undefined) return [];
    const name = view.offices.find(({ id }) => id === office)?.name;
    if (name === undefined) return [];
    return [responsibility === 'related' ? t('detail-office-related', { name }) : name];
  });
}

/** The words of a year: 令和5年度. */
export function yearWords(view: NodeView, year: FiscalYear): string {
  return view.years.find((head) => head.year === year)?.long ?? '';
}

/** The years of a bar in words: one year, or the first and the last. */
export function barYears(view: NodeView, bar: Bar): string {
  const first = yearWords(view, bar.first);
  return bar.first === bar.last ? first : t('detail-years', { first, last: yearWords(view, bar.last) });
}

/** What a bar says: its words with the amount and the months; 「→」 is told in words. */
export function barWords(view: NodeView, bar: Bar): string {
  return printedWords({
    words: bar.words === '' && bar.as_before ? t('detail-as-before') : bar.words,
    amount: printedAmount(bar.amount, view.amount_unit),
    first: bar.first,
    last: bar.last,
    firstMonth: bar.first_month,
    lastMonth: bar.last_month,
  });
}

/** One line of a record: what it is, and its text. */
export interface RecordLine {
  readonly id: string;
  /** Where it stands in the file. */
  readonly cell: CellRef;
  readonly title: string;
  readonly text: string;
}

/** The texts and evaluations of a record in the order of the grid. */
export function recordLines(view: NodeView, record: YearRecord | undefined): RecordLine[] {
  const text = (id: 'previous_state' | 'planned' | 'target' | 'actual' | 'issues' | 'note', title: string): RecordLine => ({
    id,
    cell: { table: 'record', key: [view.node.id, record?.year ?? 0], column: id },
    title,
    text: record?.[id] ?? '',
  });
  const evaluations = (record?.evaluations ?? []).flatMap(({ vocabulary, evaluator, text: word, term, reason }): RecordLine[] => {
    const axis = view.vocabularies.find(({ id }) => id === vocabulary);
    const symbol = axis?.terms.find(({ id }) => id === term)?.symbol ?? '';
    const who = view.evaluators.find(({ id }) => id === evaluator)?.name ?? '';
    const title = t('detail-judge', { axis: axis?.axis ?? t('field-evaluation'), who });
    const id = `${vocabulary}:${evaluator}`;
    const key = [view.node.id, record?.year ?? 0, vocabulary, evaluator];
    return [
      { id, cell: { table: 'evaluation', key, column: 'text' }, title, text: [symbol, word].filter((part) => part !== '').join(' ') },
      { id: `${id}:reason`, cell: { table: 'evaluation', key, column: 'reason' }, title: t('progress-reason', { judge: title }), text: reason },
    ];
  });
  return [
    text('previous_state', t('field-previous-state')),
    record?.same_as_before
      ? { ...text('planned', t('field-planned')), text: t('record-same-as-before') }
      : text('planned', t('field-planned')),
    text('target', t('field-target')),
    record?.cumulative && record.actual !== ''
      ? { ...text('actual', t('field-actual')), text: t('detail-cumulative', { text: record.actual }) }
      : text('actual', t('field-actual')),
    ...evaluations,
    text('issues', t('field-issues')),
    text('note', t('field-note')),
  ];
}

/** Two records side by side: every line that has a text in one of them. */
export function besides(
  before: readonly RecordLine[],
  now: readonly RecordLine[],
): { readonly id: string; readonly cell: CellRef | undefined; readonly title: string; readonly before: string; readonly now: string }[] {
  const ids = [...new Set([...now, ...before].map(({ id }) => id))];
  return ids
    .map((id) => {
      const [old, fresh] = [before.find((line) => line.id === id), now.find((line) => line.id === id)];
      return { id, cell: fresh?.cell ?? old?.cell, title: fresh?.title ?? old?.title ?? '', before: old?.text ?? '', now: fresh?.text ?? '' };
    })
    .filter((line) => line.before !== '' || line.now !== '');
}
