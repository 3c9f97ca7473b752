import type { Hit } from '../ipc/Hit';
import { t } from '../texts';

/** Hits of one kind of place under their heading. */
export interface HitGroup {
  readonly title: string;
  readonly hits: readonly Hit[];
}

const KINDS = ['node', 'schedule', 'record', 'indicator', 'effect'] as const;

/** Hits by the screen they lead to, in the order of the screens; inside a group the order of the plan stays. */
export function inGroups(hits: readonly Hit[]): HitGroup[] {
  const titles = {
    node: t('app-screen-plan'),
    schedule: t('app-screen-schedule'),
    record: t('app-screen-progress'),
    indicator: t('app-screen-fiscal'),
    effect: t('app-screen-effects'),
  };
  return KINDS.map((kind) => ({ title: titles[kind], hits: hits.filter((hit) => hit.place.kind === kind) })).filter(
    (group) => group.hits.length > 0,
  );
}
