import { parseDecimal, type Decimal } from './decimal';

/** A number as it was written in a cell, with its unit; "" without one. */
export interface Amount {
  readonly value: Decimal;
  readonly unit: string;
}

/** Units of money as powers of ten of a yen. */
const MONEY: Readonly<Record<string, number>> = { 円: 0, 千円: 3, 百万円: 6, 億円: 8 };

const AMOUNT = /^([▲△+\-−－]?)\s*([0-9][0-9,]*(?:\.[0-9]+)?)\s*([\p{L}%][\p{L}%/]{0,7})?$/u;

/** Reads a cell that is nothing but a number: ▲1,234, △ 10,500千円, １２３件. Grouping must be in threes. */
export function readAmount(text: string): Amount | undefined {
  const match = AMOUNT.exec(text.normalize('NFKC').trim());
  if (!match) return undefined;
  const [, sign = '', digits = '', unit = ''] = match;
  const whole = digits.split('.')[0] ?? '';
  if (whole.includes(',') && !/^[0-9]{1,3}(?:,[0-9]{3})+$/u.test(whole)) return undefined;
  if (/[。、・年月日]/u.test(unit)) return undefined;
  const value = parseDecimal((sign === '' || sign === '+' ? '' : '-') + digits.replaceAll(',', ''));
  return value && { value, unit: unit.trim() };
}

/** All amounts in one unit: their own when it is the same, the smallest one among units of money. */
export function inOneUnit(amounts: readonly Amount[]): { readonly unit: string; readonly values: readonly Decimal[] } | undefined {
  const units = [...new Set(amounts.map(({ unit }) => unit))];
  const [only = ''] = units;
  if (units.length <= 1) return { unit: only, values: amounts.map(({ value }) => value) };
  const sizes = units.map((unit) => MONEY[unit]);
  if (sizes.some((size) => size === undefined)) return undefined;
  const unit = units.reduce((least, other) => ((MONEY[other] ?? 0) < (MONEY[least] ?? 0) ? other : least));
  const least = MONEY[unit] ?? 0;
  return { unit, values: amounts.map(({ value, unit: own }) => moved(value, (MONEY[own] ?? 0) - least)) };
}

/** A decimal times a power of ten. */
function moved(value: Decimal, places: number): Decimal {
  const scale = Math.max(0, value.scale - places);
  return { units: value.units * 10n ** BigInt(places - (value.scale - scale)), scale };
}
