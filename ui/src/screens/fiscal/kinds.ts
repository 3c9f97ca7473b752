import type { Absence } from '../../ipc/Absence';
import type { Doubt } from '../../ipc/Doubt';
import type { ValueKind } from '../../ipc/ValueKind';
import { t } from '../../texts';

/** The kinds of a value in the order of the year's work. Ctrl and the number of its place sets a kind. */
export const KINDS: readonly ValueKind[] = ['settled', 'provisional', 'budget', 'planned', 'outlook', 'actual'];

/** The name of a kind: 決算見込. */
export function kindName(kind: ValueKind): string {
  switch (kind) {
    case 'settled':
      return t('fiscal-kind-settled');
    case 'provisional':
      return t('fiscal-kind-provisional');
    case 'budget':
      return t('fiscal-kind-budget');
    case 'planned':
      return t('fiscal-kind-planned');
    case 'outlook':
      return t('fiscal-kind-outlook');
    case 'actual':
      return t('fiscal-kind-actual');
  }
}

/** The one letter that stands for a kind in a cell: 決. */
export function kindSign(kind: ValueKind): string {
  switch (kind) {
    case 'settled':
      return t('fiscal-sign-settled');
    case 'provisional':
      return t('fiscal-sign-provisional');
    case 'budget':
      return t('fiscal-sign-budget');
    case 'planned':
      return t('fiscal-sign-planned');
    case 'outlook':
      return t('fiscal-sign-outlook');
    case 'actual':
      return t('fiscal-sign-actual');
  }
}

/** Whether a value of this kind may still change; charts draw it hollow and dashed, the table slanted and hatched. */
export function isTentative(kind: ValueKind): boolean {
  return kind !== 'settled' && kind !== 'actual';
}

/** Why there is no value. */
export function absenceName(absence: Absence): string {
  switch (absence) {
    case 'not_yet':
      return t('absence-not-yet');
    case 'not_applicable':
      return t('absence-not-applicable');
    case 'not_computed':
      return t('absence-not-computed');
    case 'not_published':
      return t('absence-not-published');
  }
}

/** Why the words of a cell are not understood, and what becomes of them. */
export function doubtText(doubt: Doubt | undefined): string {
  switch (doubt?.kind) {
    case 'grouping':
      return t('fiscal-doubt-grouping');
    case 'unit':
      return t('fiscal-doubt-unit', { unit: doubt.unit });
    case 'other_unit':
      return t('fiscal-doubt-other-unit', { unit: doubt.unit });
    case 'bracketed':
      return t('fiscal-doubt-bracketed');
    case 'too_many_digits':
      return t('fiscal-doubt-digits');
    case 'remark':
      return t('fiscal-doubt-remark', { text: doubt.text });
    case 'rank':
      return t('fiscal-doubt-rank');
    case 'not_a_number':
    case undefined:
      return t('fiscal-doubt-number');
  }
}

const BRACKETED = /\s*[（(]([^（()）]*)[)）]/gu;

/**
 * The words of a cell without a bracketed word that names a kind: 「42.3億円 (見込)」 → 「42.3億円」.
 * The words of a cell count more than the kind chosen for it, so a new kind must take the old word away.
 * Other remarks, such as the day a value holds for, stay.
 */
export function withoutKindWord(text: string): string {
  const words = new Set(t('fiscal-kind-words').split(/\s+/u));
  return text.replace(BRACKETED, (whole, inner: string) => (words.has(inner.normalize('NFKC').replace(/\s+/gu, '')) ? '' : whole));
}
