import type { LifeCycleKind } from '../ipc/LifeCycleKind';
import type { LifeWord } from '../ipc/LifeWord';
import { t } from '../texts';

/** What becomes of an item (区分), in the order of the choices. */
export const LIFE_KINDS = ['continuing', 'new', 'revised', 'expanded', 'merged', 'ended', 'relisted'] as const satisfies readonly LifeCycleKind[];

/** The word of a kind in a plan that has none of its own. */
export function usualWord(kind: LifeCycleKind): string {
  return {
    continuing: t('life-cycle-continuing'),
    new: t('life-cycle-new'),
    revised: t('life-cycle-revised'),
    expanded: t('life-cycle-expanded'),
    merged: t('life-cycle-merged'),
    ended: t('life-cycle-ended'),
    relisted: t('life-cycle-relisted'),
  }[kind];
}

/** The word of a kind in a plan with these words of its own. */
export function lifeWord(own: readonly LifeWord[], kind: LifeCycleKind): string {
  return own.find((one) => one.kind === kind)?.word ?? usualWord(kind);
}
