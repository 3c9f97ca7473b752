import { t } from '../texts';

/** What is written on a bar, whoever holds it. */
export interface Writing {
  readonly words: string;
  /** The amount as it is printed, with its unit. */
  readonly amount?: string | undefined;
  readonly asBefore?: boolean | undefined;
  /** First and last fiscal year. */
  readonly first: number;
  readonly last: number;
  /** Months in which the step begins and is due, 1–12. */
  readonly firstMonth?: number | undefined;
  readonly lastMonth?: number | undefined;
}

/** The months of a step as the city writes them: 9月, 9～12月; "" when none is given. */
export function monthWords({ first, last, firstMonth, lastMonth }: Writing): string {
  if (firstMonth === undefined) return lastMonth === undefined ? '' : t('schedule-months-until', { last: lastMonth });
  if (lastMonth === undefined) return t('schedule-months-from', { first: firstMonth });
  const both = { first: firstMonth, last: lastMonth };
  if (first !== last) return t('schedule-months-across', both);
  return firstMonth === lastMonth ? t('schedule-month', { month: firstMonth }) : t('schedule-months-within', both);
}

/** All that stands on a bar as it is printed: words or 「→」, amount, months. */
export function printedWords(bar: Writing): string {
  const said = [bar.words !== '' ? bar.words : bar.asBefore ? '→' : '', bar.amount ?? ''].filter((part) => part !== '').join(' ');
  const months = monthWords(bar);
  if (months === '') return said;
  return said === '' ? months : t('schedule-words-months', { words: said, months });
}

/** An amount as it is printed: one that is written without a unit takes over that of its schedule. */
export function printedAmount(amount: { readonly text: string; readonly meaning: { readonly unit: string } | null } | undefined, unit: string): string | undefined {
  if (!amount) return undefined;
  return amount.meaning?.unit === '' ? amount.text + unit : amount.text;
}
