import type { Option } from '../../components/option';
import type { FiscalYear } from '../../ipc/FiscalYear';
import type { Judge } from '../../ipc/Judge';
import type { JudgeColumn } from '../../ipc/JudgeColumn';
import type { NodeView } from '../../ipc/NodeView';
import type { RecordYear } from '../../ipc/RecordYear';
import type { YearRecord } from '../../ipc/YearRecord';
import { t } from '../../texts';
import { termOf } from '../progress/table';

/** The record of a year; `undefined` while nothing is written of it. */
export function recordOf(view: NodeView, year: FiscalYear): YearRecord | undefined {
  return view.node.records.find((record) => record.year === year);
}

/** The years that have a form, the newest first: those of the plan but for what comes after the end of the item, and those written of. */
export function formYears(view: NodeView): RecordYear[] {
  return view.record_years.filter(({ year, ended }) => !ended || recordOf(view, year.year) !== undefined).toReversed();
}

/** The years whose form is open before anybody opens one: the year chosen and the one before, or the last one written of. */
export function openYears(view: NodeView, chosen: FiscalYear | undefined): readonly FiscalYear[] {
  const year = chosen ?? view.node.records.at(-1)?.year ?? view.record_years.at(-1)?.year.year;
  return year === undefined ? [] : [year, year - 1];
}

/** What one has judged on an axis. */
export function judgementOf(record: YearRecord | undefined, { vocabulary, evaluator }: Judge): { readonly word: string; readonly reason: string } {
  const found = record?.evaluations.find((one) => one.vocabulary === vocabulary && one.evaluator === evaluator);
  return { word: found?.text ?? '', reason: found?.reason ?? '' };
}

/** A word may also be written as a percentage, which is typed and not chosen. */
export function isTyped({ terms }: Pick<JudgeColumn, 'terms'>): boolean {
  return terms.some(({ from_percent }) => from_percent !== undefined);
}

/** No judgement, and a word that is none of the vocabulary. */
const NONE = 'none';
const FOREIGN = 'foreign';

/** The words to choose from, and the one that is written when it is none of them. */
export function wordOptions({ terms }: Pick<JudgeColumn, 'terms'>, word: string): Option[] {
  const own = terms.map(({ id, symbol, label, definition }) => ({
    value: String(id),
    label: [symbol, label].filter((part) => part !== '').join(' '),
    ...(definition !== '' && { hint: definition }),
  }));
  const foreign = word !== '' && !terms.some(({ label }) => label === word);
  return [{ value: NONE, label: t('detail-none-chosen') }, ...own, ...(foreign ? [{ value: FOREIGN, label: word, hint: t('detail-word-foreign') }] : [])];
}

/** The option a word is. */
export function optionOf({ terms }: Pick<JudgeColumn, 'terms'>, word: string): string {
  if (word === '') return NONE;
  const term = terms.find(({ label }) => label === word);
  return term ? String(term.id) : FOREIGN;
}

/** The word an option stands for; `undefined` for the one that is written already. */
export function wordOf({ terms }: Pick<JudgeColumn, 'terms'>, option: string): string | undefined {
  return option === NONE ? '' : terms.find(({ id }) => String(id) === option)?.label;
}

/** What the judges of a year said, for its heading: ○ 予定どおり. */
export function judgedWords({ judges, year }: RecordYear, view: NodeView): string {
  const record = recordOf(view, year.year);
  const words = judges.map((column) => {
    const { word } = judgementOf(record, column.judge);
    return [termOf(column, word)?.symbol ?? '', word].filter((part) => part !== '').join(' ');
  });
  return words.filter((word) => word !== '').join('　');
}
