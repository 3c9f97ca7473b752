import type { Area } from '../ipc/Area';
import type { Hit } from '../ipc/Hit';
import { t } from '../texts';

/** What a part of the programme is called: the heading of what was found in it. */
export function areaName(area: Area): string {
  return {
    plan: t('app-screen-plan'),
    schedule: t('app-screen-schedule'),
    progress: t('app-screen-progress'),
    indicator: t('search-area-indicator'),
    effect: t('search-area-effect'),
    chart: t('search-area-chart'),
    meeting: t('app-screen-papers'),
    check: t('app-screen-check'),
    settings: t('search-area-settings'),
  }[area];
}

/** A piece of an excerpt, found or not. */
export interface Part {
  readonly text: string;
  readonly found: boolean;
}

/** An excerpt cut where the core found the words in it. */
export function partsOf({ excerpt, marks }: Pick<Hit, 'excerpt' | 'marks'>): Part[] {
  const parts: Part[] = [];
  let done = 0;
  for (const [from, to] of marks) {
    if (from > done) parts.push({ text: excerpt.slice(done, from), found: false });
    parts.push({ text: excerpt.slice(from, to), found: true });
    done = to;
  }
  if (done < excerpt.length) parts.push({ text: excerpt.slice(done), found: false });
  return parts;
}
