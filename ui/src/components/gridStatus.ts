import type { Count, Status } from '../grid/types';
import { grouped, parseDecimal } from '../numbers/decimal';
import { t } from '../texts';

/** How many there are of something, in its own word, and of how many they are left: 取組項目 28, 5 / 28項目. */
export function countPart({ name, shown, all }: Count): string {
  if (name === '') return shown < all ? t('ui-status-rows-of', { count: shown, all }) : t('ui-status-rows', { count: shown });
  return shown < all ? t('ui-status-named-of', { name, count: shown, all }) : t('ui-status-named', { name, count: shown });
}

/**
 * The left part of the status bar: 取組項目 28, 選択 12セル, 合計 1,234, 平均 102.8.
 * Sum and mean stand there from two numbers on; `negative` is the city's minus sign. `whole` is how many items there
 * are of the only kind counted, where the screen itself shows some of them.
 */
export function statusParts(status: Status, negative: string, whole = 0): string[] {
  const parts = status.counts.map((count) => countPart({ ...count, all: Math.max(count.all, whole) }));
  if (status.selected > 1) parts.push(t('ui-status-selected', { count: status.selected }));
  const sum = status.numbers > 1 && status.sum !== undefined ? parseDecimal(status.sum) : undefined;
  const mean = status.numbers > 1 && status.mean !== undefined ? parseDecimal(status.mean) : undefined;
  if (sum) parts.push(t('ui-status-sum', { value: grouped(sum, negative) + status.unit }));
  if (mean) parts.push(t('ui-status-mean', { value: grouped(mean, negative) + status.unit }));
  return parts;
}
