import { countPart } from '../../components/gridStatus';
import type { Count } from '../../grid/types';
import { grouped, parseDecimal } from '../../numbers/decimal';
import type { ScheduleStatus } from '../../schedule/status';
import { t } from '../../texts';

/** The left part of the status bar: 取組項目 28, 取組 71, 工程 120, 選択 3行, 合計 △10,500千円. `negative` is the city's minus sign. */
export function statusParts({ lanes, bars, selected, sum, unit }: ScheduleStatus, items: Count, negative: string): string[] {
  const total = sum === undefined ? undefined : parseDecimal(sum);
  return [
    countPart(items),
    t('schedule-status-lanes', { count: lanes }),
    t('schedule-status-bars', { count: bars }),
    ...(selected > 1 ? [t('schedule-status-selected', { count: selected })] : []),
    ...(total ? [t('ui-status-sum', { value: grouped(total, negative) + unit })] : []),
  ];
}
