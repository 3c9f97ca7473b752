import type { Lead } from '../../ipc/Lead';
import { t } from '../../texts';

/** What is said of the sentence above a paper: whose words it is, and where it parts from the tally. */
export interface LeadHint {
  /** What stands above the field. */
  readonly label: string;
  readonly state: string;
  /** Numbers that do not agree with the tally; `undefined` when all do. */
  readonly differs: string | undefined;
}

export function leadHint({ year, generated, text, edited, disagreeing }: Lead): LeadHint {
  // A paper without a tally prints the words of a person only.
  if (!year) return { label: t('papers-lead-own'), state: t('papers-lead-own-hint'), differs: undefined };
  const label = t('papers-lead');
  const differs =
    disagreeing.length === 0 ? undefined : t('papers-lead-differs', { numbers: disagreeing.join(t('papers-lead-numbers-joint')) });
  if (edited) return { label, state: text === '' ? t('papers-lead-blank') : t('papers-lead-edited'), differs };
  return { label, state: generated === '' ? t('papers-lead-none', { year: year.long }) : t('papers-lead-auto'), differs };
}
