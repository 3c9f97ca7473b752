import { CallError } from './call';
import type { Notice, Severity } from './components/notices.svelte';
import { t, textIfKnown } from './texts';

/** What the window offers to do about an error; the screen knows how. */
export type ErrorAction = 'open-other' | 'open-copy' | 'open-backup' | 'choose-place' | 'retry' | 'undo-newer' | 'refresh' | 'none';

/** How an error is treated. */
export interface ErrorRule {
  readonly severity: Severity;
  readonly action: ErrorAction;
}

/** What holds for a kind that is not in the table: something is wrong with the program itself. */
const UNKNOWN: ErrorRule = { severity: 'error', action: 'retry' };

/** Kind of error → severity and action. The sentences stand under `error-<kind>` in the texts. */
const RULES: Readonly<Record<string, ErrorRule>> = {
  'not-found': { severity: 'error', action: 'open-other' },
  'folder-missing': { severity: 'error', action: 'choose-place' },
  'already-exists': { severity: 'warning', action: 'choose-place' },
  'not-ours': { severity: 'error', action: 'open-other' },
  damaged: { severity: 'error', action: 'open-backup' },
  'file-too-new': { severity: 'error', action: 'open-copy' },
  'read-only': { severity: 'warning', action: 'open-copy' },
  locked: { severity: 'warning', action: 'retry' },
  'disk-full': { severity: 'error', action: 'retry' },
  access: { severity: 'error', action: 'choose-place' },
  io: { severity: 'error', action: 'retry' },
  conflict: { severity: 'warning', action: 'undo-newer' },
  internal: { severity: 'error', action: 'retry' },
  'no-file': { severity: 'warning', action: 'open-other' },
  'not-offered': { severity: 'error', action: 'open-other' },
  'no-such': { severity: 'warning', action: 'refresh' },
  'empty-name': { severity: 'warning', action: 'none' },
  'no-reason': { severity: 'warning', action: 'none' },
  'control-character': { severity: 'warning', action: 'none' },
  'not-understood': { severity: 'warning', action: 'none' },
  'years-out-of-range': { severity: 'warning', action: 'none' },
  'bad-place': { severity: 'warning', action: 'none' },
  'bars-beyond-schedule': { severity: 'warning', action: 'none' },
  'bar-outside-schedule': { severity: 'warning', action: 'none' },
  'earlier-schedule': { severity: 'warning', action: 'none' },
  'year-far-from-plan': { severity: 'warning', action: 'none' },
  'not-of-same-plan': { severity: 'warning', action: 'none' },
  'plan-in-circle': { severity: 'warning', action: 'none' },
  'part-count': { severity: 'warning', action: 'none' },
  'part-filled': { severity: 'warning', action: 'none' },
  'nothing-to-do': { severity: 'info', action: 'none' },
  'no-planning-before': { severity: 'warning', action: 'none' },
  'name-taken': { severity: 'warning', action: 'none' },
  'not-of-former-plan': { severity: 'warning', action: 'none' },
  'in-use': { severity: 'warning', action: 'none' },
  asks: { severity: 'warning', action: 'none' },
  'year-outside-plan': { severity: 'warning', action: 'none' },
  'years-overlap': { severity: 'warning', action: 'none' },
  'level-count': { severity: 'warning', action: 'none' },
  'bad-city-code': { severity: 'warning', action: 'none' },
  'text-too-long': { severity: 'warning', action: 'none' },
  'not-programme-json': { severity: 'error', action: 'open-other' },
  'unfit-text': { severity: 'error', action: 'open-other' },
  'format-too-new': { severity: 'error', action: 'open-other' },
  'broken-references': { severity: 'error', action: 'open-other' },
  'no-chart-named': { severity: 'warning', action: 'refresh' },
  'no-plan-named': { severity: 'warning', action: 'refresh' },
  'nothing-to-show': { severity: 'info', action: 'none' },
  stopped: { severity: 'info', action: 'none' },
  'missing-glyphs': { severity: 'error', action: 'none' },
  'chart-too-small': { severity: 'warning', action: 'none' },
  'chart-too-large': { severity: 'warning', action: 'none' },
  'chart-too-many-series': { severity: 'warning', action: 'none' },
  'value-out-of-range': { severity: 'warning', action: 'none' },
  'dpi-out-of-range': { severity: 'warning', action: 'none' },
  drawing: { severity: 'error', action: 'none' },
  typesetting: { severity: 'error', action: 'retry' },
  'import-too-large': { severity: 'warning', action: 'open-other' },
  'import-workbook': { severity: 'warning', action: 'open-other' },
  'unknown-encoding': { severity: 'warning', action: 'open-other' },
  'unclosed-quote': { severity: 'warning', action: 'open-other' },
  'import-empty': { severity: 'warning', action: 'open-other' },
  'import-no-rows': { severity: 'warning', action: 'open-other' },
  'unknown-form': { severity: 'warning', action: 'open-other' },
  'missing-columns': { severity: 'warning', action: 'open-other' },
};

/** How an error of this kind is treated. */
export function ruleOf(kind: string): ErrorRule {
  return RULES[kind] ?? UNKNOWN;
}

/** Whether a failure is a refusal: something was asked that cannot be, and nothing waits to be saved. */
export function isRefusal(reason: unknown): boolean {
  if (!(reason instanceof CallError)) return false;
  const { severity, action } = ruleOf(reason.error.kind);
  return severity !== 'error' && (action === 'none' || action === 'refresh');
}

/** The kinds the table knows. */
export const knownKinds: readonly string[] = Object.keys(RULES);

/** The message of a failure: what happened, what is safe, what to do. Nothing of it comes from a library. */
export function noticeOf(reason: unknown): Notice & { readonly action: ErrorAction } {
  const error = reason instanceof CallError ? reason.error : undefined;
  const key = `error-${error?.kind ?? ''}`;
  const args = error?.args ?? {};
  const what = error && textIfKnown(key, args);
  const rule = error && what !== undefined ? ruleOf(error.kind) : UNKNOWN;
  const details = error?.log_id ? t('ui-log-number', { number: error.log_id }) : undefined;
  return {
    severity: rule.severity,
    action: rule.action,
    what: what ?? t('ui-error-unknown'),
    safe: what === undefined ? t('ui-error-unknown-safe') : textIfKnown(key, args, 'safe'),
    todo: what === undefined ? t('ui-error-unknown-todo') : textIfKnown(key, args, 'todo'),
    details,
  };
}
