import type { Indicator } from '../../ipc/Indicator';
import { t } from '../../texts';

/** What an indicator says of itself, line by line; what it does not say has none. */
export function indicatorLines(one: Indicator): { readonly name: string; readonly text: string }[] {
  const joint = t('detail-office-joint');
  const values = one.parts.map(({ name, unit }) => [name, unit === '' ? '' : t('detail-indicator-unit', { unit })].join('')).filter((part) => part !== '');
  const figures = one.baseline?.figures.map(({ text }) => text).filter((text) => text !== '') ?? [];
  return [
    { name: t('field-markers'), text: one.markers.join(' ') },
    { name: t('settings-indicator-account'), text: one.account },
    { name: t('settings-indicator-good'), text: one.good?.text ?? '' },
    { name: t('settings-indicator-parts'), text: values.join(joint) },
    { name: t('settings-indicator-baseline'), text: one.baseline ? t('detail-indicator-baseline', { figures: figures.join(joint), year: one.baseline.year.text }) : '' },
    { name: t('settings-indicator-definition'), text: one.definition },
    { name: t('fiscal-source'), text: one.source },
    { name: t('fiscal-note'), text: one.note },
  ].filter(({ text }) => text !== '');
}
