import type { EvaluatorId } from '../../ipc/EvaluatorId';
import type { Rate } from '../../ipc/Rate';
import type { Term } from '../../ipc/Term';
import type { TermId } from '../../ipc/TermId';
import type { Vocabulary } from '../../ipc/Vocabulary';
import { t } from '../../texts';

/** Whether a change that was not made can be made all the same once the person says so. */
export function canInsist(kind: string): boolean {
  return kind === 'asks';
}

/** The place a row goes to by Alt+↑ or Alt+↓; `undefined` when the key is another or there is no such place. */
export function placeOfKey(event: { readonly key: string; readonly altKey: boolean }, at: number, count: number): number | undefined {
  if (!event.altKey) return undefined;
  const to = event.key === 'ArrowUp' ? at - 1 : event.key === 'ArrowDown' ? at + 1 : -1;
  return to >= 0 && to < count ? to : undefined;
}

/** Names written in one line: 達成、一部達成、未達成. */
export function namesIn(text: string): string[] {
  return text
    .split(/[、，,\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** A term with one of its rules changed: what counts as achieved is counted, and what is not counted is not achieved. */
export function withRule(term: Term, rule: 'achieved' | 'counted' | 'undecided', on: boolean): Term {
  if (rule === 'achieved') return { ...term, achieved: on, counted: on || term.counted };
  if (rule === 'counted') return { ...term, counted: on, achieved: on && term.achieved };
  return { ...term, undecided: on };
}

/** A formula with a term put in or taken out of its upper or lower part. What is above the line is below it too. */
export function withTerm(rate: Rate, part: 'numerator' | 'denominator', term: TermId, on: boolean): Rate {
  const changed = (terms: readonly TermId[], put: boolean): TermId[] => (put ? [...terms.filter((one) => one !== term), term] : terms.filter((one) => one !== term));
  if (part === 'numerator') {
    return { ...rate, numerator: changed(rate.numerator, on), denominator: on ? changed(rate.denominator, true) : rate.denominator };
  }
  return { ...rate, denominator: changed(rate.denominator, on), numerator: on ? rate.numerator : changed(rate.numerator, false) };
}

/** A formula that takes the judgement of one evaluator, or of the last who judged. */
export function withEvaluator({ evaluator: _, ...rate }: Rate, evaluator: EvaluatorId | undefined): Rate {
  return evaluator === undefined ? rate : { ...rate, evaluator };
}

/**
 * The terms of a formula's part as a city writes it: 前倒し＋予定どおり. Words of one axis are alternatives, also
 * where its words changed over the years; of two axes an item has one each.
 */
export function sumOf(vocabularies: readonly Vocabulary[], terms: readonly TermId[], joint: string): string {
  const axes = new Map<string, Set<string>>();
  for (const { axis, terms: words } of vocabularies) {
    for (const { id, label } of words) if (terms.includes(id)) axes.set(axis, (axes.get(axis) ?? new Set()).add(label));
  }
  const sums = [...axes.values()].map((labels) => [...labels].join(joint));
  return sums.length > 1 ? sums.map((sum) => t('settings-rate-axis', { terms: sum })).join(t('settings-rate-and')) : sums.join('');
}
