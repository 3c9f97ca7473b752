import type { Bar } from '../../ipc/Bar';
import type { NodeView } from '../../ipc/NodeView';
import type { FiscalYear } from '../../ipc/FiscalYear';
import { printedAmount, printedWords } from '../../schedule/words';
import { t } from '../../texts';

/** Names of the offices of today in their order; those only concerned stand in brackets. */
export function officesOf(view: NodeView): string[] {
  return view.node.offices.flatMap(({ office, responsibility, until }) => {
    if (until !== undefined) return [];
    const name = view.offices.find(({ id }) => id === office)?.name;
    if (name === undefined) return [];
    return [responsibility === 'related' ? t('detail-office-related', { name }) : name];
  });
}

/** The words of a year: 令和5年度. */
export function yearWords(view: NodeView, year: FiscalYear): string {
  return view.years.find((head) => head.year === year)?.long ?? '';
}

/** Letters that fit into one line of the panel at its usual width. */
const LINE = 24;

/** Lines a field needs so that its text is seen whole, between `least` and a panel full. */
export function linesOf(text: string, least: number): number {
  return Math.max(least, Math.min(24, text.split('\n').reduce((count, line) => count + Math.max(1, Math.ceil(line.length / LINE)), 1)));
}

/** The years of a bar in words: one year, or the first and the last. */
export function barYears(view: NodeView, bar: Bar): string {
  const first = yearWords(view, bar.first);
  return bar.first === bar.last ? first : t('detail-years', { first, last: yearWords(view, bar.last) });
}

/** What a bar says: its words with the amount and the months; 「→」 is told in words. */
export function barWords(view: NodeView, bar: Bar): string {
  return printedWords({
    words: bar.words === '' && bar.as_before ? t('detail-as-before') : bar.words,
    amount: printedAmount(bar.amount, view.amount_unit),
    first: bar.first,
    last: bar.last,
    firstMonth: bar.first_month,
    lastMonth: bar.last_month,
  });
}
