import type { Status } from '../grid/types';
import { grouped, parseDecimal } from '../numbers/decimal';
import { t } from '../texts';

/**
 * The left part of the status bar: 28項目, 選択 12セル, 合計 1,234, 平均 102.8.
 * Sum and mean stand there from two numbers on; `negative` is the city's minus sign.
 */
export function statusParts(status: Status, negative: string): string[] {
  const parts = [
    status.left > 0
      ? t('ui-status-rows-of', { count: status.rows, all: status.rows + status.left })
      : t('ui-status-rows', { count: status.rows }),
  ];
  if (status.selected > 1) parts.push(t('ui-status-selected', { count: status.selected }));
  const sum = status.numbers > 1 && status.sum !== undefined ? parseDecimal(status.sum) : undefined;
  const mean = status.numbers > 1 && status.mean !== undefined ? parseDecimal(status.mean) : undefined;
  if (sum) parts.push(t('ui-status-sum', { value: grouped(sum, negative) + status.unit }));
  if (mean) parts.push(t('ui-status-mean', { value: grouped(mean, negative) + status.unit }));
  return parts;
}
