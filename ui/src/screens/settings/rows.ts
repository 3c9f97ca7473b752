import type { CellRef } from '../../ipc/CellRef';
import type { DemandedField } from '../../ipc/DemandedField';
import type { EvaluatorId } from '../../ipc/EvaluatorId';
import type { Place } from '../../ipc/Place';
import type { Plan } from '../../ipc/Plan';
import type { PlanEdit } from '../../ipc/PlanEdit';
import type { Rate } from '../../ipc/Rate';
import type { Term } from '../../ipc/Term';
import type { TermId } from '../../ipc/TermId';
import type { Vocabulary } from '../../ipc/Vocabulary';
import { t, textIfKnown } from '../../texts';

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

/** From how many percent on a term holds, in words: 80％; '' where it is no matter of percentages. */
export function percentWords({ from_percent: from }: Term): string {
  return from === undefined ? '' : `${from}％`;
}

/** A term that holds from a percentage on (80、80%、８０％), or from none; `undefined` where the words are no percentage. */
export function withPercent({ from_percent: _, ...term }: Term, words: string): Term | undefined {
  const read = words.normalize('NFKC').trim().replace(/\s*%$/u, '');
  if (read === '') return term;
  return /^\d{1,3}(?:\.\d{1,2})?$/u.test(read) ? { ...term, from_percent: read } : undefined;
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

/** Where in the settings a place stands. */
export interface SettingsSpot {
  readonly section: SectionName;
  /** The row: `term-5`; the section as a whole without. */
  readonly row?: string;
  /** The label of the field in the row; its first field without. */
  readonly label?: string;
}

/** The sections of the settings, in their order. */
export const SECTION_NAMES = ['city', 'plans', 'levels', 'words', 'rates', 'offices', 'baselines'] as const;
export type SectionName = (typeof SECTION_NAMES)[number];

/** Labels of the fields behind the first one of a row, by table and column. */
const LABELS: Readonly<Record<string, string>> = {
  'term/symbol': 'settings-term-symbol',
  'term/definition': 'settings-term-definition',
  'group/description': 'settings-group-description',
  'rate/formula': 'settings-rate-formula',
  'schedule/as_of_text': 'settings-baseline-as-of',
};

/** The section and the row of a place that search, the check or the history leads to. */
export function spotOf(place: Place, cell: CellRef | undefined): SettingsSpot {
  const [id = 0, second = 0] = cell?.key ?? [];
  const label = cell && textIfKnown(LABELS[`${cell.table}/${cell.column ?? ''}`] ?? '');
  const spot = (section: SectionName, row: string): SettingsSpot => ({ section, row, ...(label !== undefined && { label }) });
  switch (cell?.table) {
    case 'office':
      return spot('offices', `office-${id}`);
    case 'office_change':
    case 'changed_office':
      return spot('offices', `change-${id}`);
    case 'level':
      return spot('levels', `level-${second}`);
    case 'group':
      return spot('levels', `group-${id}`);
    case 'vocabulary':
      return spot('words', `axis-${id}`);
    case 'term':
      return spot('words', `term-${id}`);
    case 'evaluator':
      return spot('words', `evaluator-${id}`);
    case 'rate':
    case 'rate_term':
      return spot('rates', `rate-${id}`);
    case 'schedule':
      return spot('baselines', `schedule-${id}`);
    case 'plan':
      return spot('plans', planField(cell.column));
    case 'predecessor':
      return spot('plans', 'plan-former');
    default:
      return place.kind === 'office' ? spot('offices', `office-${place.office}`) : { section: place.kind === 'plan' ? 'plans' : 'city' };
  }
}

function planField(column: string | undefined): string {
  if (column === 'note' || column === 'related' || column === 'demands') return `plan-${column}`;
  if (column === 'life_words') return 'plan-life-words';
  return column === 'first_text' || column === 'last_text' ? 'plan-years' : 'plan-name';
}

/** Fields a plan can demand, in the order of the grid. */
export const DEMANDED = ['planned', 'target', 'previous_state', 'actual', 'evaluation', 'reason', 'offices'] as const satisfies readonly DemandedField[];

/** What a plan says of a field: it is always filled in, may stay empty, or is left to what is usual. */
export function demandOf(plan: Pick<Plan, 'demands'>, field: DemandedField): string {
  const demand = plan.demands.find((one) => one.field === field);
  return demand ? (demand.demanded ? 'always' : 'never') : 'usual';
}

/** The change that makes a plan say so. */
export function demandEdit(field: DemandedField, value: string): PlanEdit {
  return { kind: 'demand', field, ...(value !== 'usual' && { demanded: value === 'always' }) };
}
