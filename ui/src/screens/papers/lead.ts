import type { Lead } from '../../ipc/Lead';
import { t } from '../../texts';

/** What is said below the sentence above a paper: whose words it is, and where it parts from the tally. */
export interface LeadHint {
  readonly state: string;
  /** Numbers that do not agree with the tally; `undefined` when all do. */
  readonly differs: string | undefined;
}

export function leadHint({ year, generated, text, edited, disagreeing }: Lead): LeadHint {
  const differs =
    disagreeing.length === 0 ? undefined : t('papers-lead-differs', { numbers: disagreeing.join(t('papers-lead-numbers-joint')) });
  if (edited) return { state: text === '' ? t('papers-lead-blank') : t('papers-lead-edited'), differs };
  return { state: generated === '' ? t('papers-lead-none', { year: year.long }) : t('papers-lead-auto'), differs };
}
