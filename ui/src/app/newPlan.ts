import { t } from '../texts';

/** What a person writes about a new plan, as written. */
export interface PlanForm {
  city: string;
  name: string;
  /** First and last year in words: 令和7年度. */
  first: string;
  last: string;
  /** Names of the levels from the top, parted by 、 or a comma. */
  levels: string;
}

/** How deep a plan can be. */
const MOST_LEVELS = 5;

/** The names of the levels; empty names are left out. */
export function levelsOf(text: string): string[] {
  return text
    .split(/[、,，\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** What is missing, by field. A new file may begin without a plan; a plan that has a name needs its years. */
export function missing(form: PlanForm, way: 'file' | 'plan'): Partial<Record<keyof PlanForm, string>> {
  const faults: Partial<Record<keyof PlanForm, string>> = {};
  if (way === 'file' && form.city.trim() === '') faults.city = t('new-plan-city-missing');
  const years = form.first.trim() !== '' || form.last.trim() !== '';
  const planned = way === 'plan' || form.name.trim() !== '' || years || form.levels.trim() !== '';
  if (!planned) return faults;
  if (form.name.trim() === '') faults.name = t('new-plan-name-missing');
  if (form.first.trim() === '') faults.first = t('new-plan-year-missing');
  if (form.last.trim() === '') faults.last = t('new-plan-year-missing');
  // Without a name the usual two are taken.
  const count = levelsOf(form.levels).length;
  if (count === 1 || count > MOST_LEVELS) faults.levels = t('new-plan-levels-count');
  return faults;
}
