import type { Finding } from '../../ipc/Finding';
import type { FindingKind } from '../../ipc/FindingKind';
import { t } from '../../texts';

/** Name of a kind of finding. */
export function kindName(kind: FindingKind): string {
  return {
    damaged: t('check-kind-damaged'),
    broken: t('check-kind-broken'),
    figure: t('check-kind-figure'),
    target: t('check-kind-target'),
    year: t('check-kind-year'),
    evaluation: t('check-kind-evaluation'),
    reason: t('check-kind-reason'),
  }[kind];
}

/** The kinds that were found with their numbers, in the order of the findings, gravest first. */
export function kindsOf(findings: readonly Finding[]): { readonly kind: FindingKind; readonly count: number }[] {
  const counts = new Map<FindingKind, number>();
  for (const { kind } of findings) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}
