import { grouped, parseDecimal } from '../../numbers/decimal';
import type { ScheduleStatus } from '../../schedule/status';
import { t } from '../../texts';

/** The left part of the status bar: 28項目, 取組 71, 工程 120, 選択 3行, 合計 △10,500千円; `all` are the items of the plan. */
export function statusParts({ items, lanes, bars, selected, sum, unit }: ScheduleStatus, all: number, negative: string): string[] {
  const total = sum === undefined ? undefined : parseDecimal(sum);
  return [
    items < all ? t('ui-status-rows-of', { count: items, all }) : t('ui-status-rows', { count: items }),
    t('schedule-status-lanes', { count: lanes }),
    t('schedule-status-bars', { count: bars }),
    ...(selected > 1 ? [t('schedule-status-selected', { count: selected })] : []),
    ...(total ? [t('ui-status-sum', { value: grouped(total, negative) + unit })] : []),
  ];
}
