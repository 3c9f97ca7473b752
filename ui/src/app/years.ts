import type { FiscalYear } from '../ipc/FiscalYear';
import type { PlanHead } from '../ipc/PlanHead';

/** The fiscal year (年度) of a day: April to March. */
export function fiscalYearOf(day: Date): FiscalYear {
  return day.getMonth() >= 3 ? day.getFullYear() : day.getFullYear() - 1;
}

/**
 * The year a plan is shown with first: the last one with an evaluation, for that is the one the committee is told of.
 * A plan without any shows the year of today, or of its years the one nearest to it.
 */
export function yearShownFirst(plan: PlanHead, today: Date): FiscalYear | undefined {
  const years = plan.years.map(({ year }) => year);
  const [first, last] = [years[0], years.at(-1)];
  return first === undefined || last === undefined ? undefined : Math.min(last, Math.max(first, plan.judged ?? fiscalYearOf(today)));
}
