import type { Option } from '../../components/option';
import type { LabelStyle } from '../../ipc/LabelStyle';
import type { NodeId } from '../../ipc/NodeId';
import type { Numbering } from '../../ipc/Numbering';
import type { PlanRow } from '../../ipc/PlanRow';
import type { PlanView } from '../../ipc/PlanView';
import { t } from '../../texts';

/** Stands for the whole plan among the scopes, and for the present way of writing among the styles. */
export const ALL = 'all';
export const KEPT = 'kept';

/** What a person fills in to number nodes anew. */
export interface NumberingForm {
  readonly scope: string;
  readonly level: number;
  readonly style: string;
  readonly first: string;
  readonly restart: boolean;
  readonly byGroup: boolean;
  readonly unlabelled: boolean;
}

/** The form as it opens: the items of the whole plan, as they are written now. */
export function formFor(view: PlanView): NumberingForm {
  return { scope: ALL, level: view.evaluation_level, style: KEPT, first: '1', restart: false, byGroup: view.groups.length > 0, unlabelled: false };
}

/** The whole plan, and the node a person stands on with those above it, as far as something stands below them. */
export function scopesFor(view: PlanView, id: NodeId | undefined): Option[] {
  const line: PlanRow[] = [];
  for (let at = id; at !== undefined; ) {
    const row = view.rows.find((one) => one.id === at);
    if (row && view.rows.some(({ parent }) => parent === row.id)) line.push(row);
    at = row?.parent;
  }
  const under = line.map(({ id: node, label, title }) => ({
    value: String(node),
    label: t('plan-renumber-under', { title: [label, title].join(' ').trim() }),
  }));
  return [{ value: ALL, label: t('plan-renumber-whole') }, ...under];
}

/** The levels that can be numbered in a scope: those below its node. */
export function levelsFor(view: PlanView, scope: string): Option[] {
  const above = view.rows.find(({ id }) => String(id) === scope)?.level ?? -1;
  return view.levels.map((label, level) => ({ value: String(level), label })).filter(({ value }) => Number(value) > above);
}

/** The ways numbers are written. */
export function stylesFor(): Option[] {
  return [
    { value: KEPT, label: t('plan-renumber-style-kept') },
    { value: 'plain', label: t('plan-renumber-style-plain') },
    { value: 'circled_to_twenty', label: t('plan-renumber-style-circled-to-twenty') },
    { value: 'circled', label: t('plan-renumber-style-circled') },
  ];
}

const STYLES: readonly LabelStyle[] = ['plain', 'circled_to_twenty', 'circled'];

/** The first number a person wrote, full-width digits too; `undefined` when it is none. */
export function firstOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim();
  const first = /^\d{1,4}$/u.test(plain) ? Number(plain) : 0;
  return first > 0 ? first : undefined;
}

/** What is asked of the core; `undefined` while the form cannot be understood. */
export function numberingOf(view: PlanView, form: NumberingForm): Numbering | undefined {
  const first = firstOf(form.first);
  if (first === undefined) return undefined;
  const style = STYLES.find((one) => one === form.style);
  return {
    plan: view.plan.id,
    level: form.level,
    first,
    restart: form.restart,
    by_group: form.byGroup,
    unlabelled: form.unlabelled,
    ...(form.scope !== ALL && { under: Number(form.scope) }),
    ...(style && { style }),
  };
}
