import type { NodeRemoval } from '../../ipc/NodeRemoval';
import { t } from '../../texts';

/** What goes away with a node in words, and what stays without it; a count of 0 is not told. */
export function removalParts(removal: NodeRemoval): { readonly gone: string[]; readonly untied: string[] } {
  const told = (count: number, words: (count: number) => string): string[] => (count > 0 ? [words(count)] : []);
  return {
    gone: [
      ...told(removal.below, (count) => t('plan-removal-below', { count })),
      ...told(removal.sections, (count) => t('plan-removal-sections', { count })),
      ...told(removal.lanes, (count) => t('plan-removal-lanes', { count })),
      ...told(removal.earlier_lanes, (count) => t('plan-removal-earlier-lanes', { count })),
      ...told(removal.records, (count) => t('plan-removal-records', { count })),
      ...told(removal.projects, (count) => t('plan-removal-projects', { count })),
      ...told(removal.indicators, (count) => t('plan-removal-indicators', { count })),
      ...told(removal.charts, (count) => t('plan-removal-charts', { count })),
    ],
    untied: [
      ...told(removal.effect_rows, (count) => t('plan-removal-effects', { count })),
      ...told(removal.referring, (count) => t('plan-removal-referring', { count })),
    ],
  };
}
