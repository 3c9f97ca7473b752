/** An exact decimal number: `units` × 10^-`scale`. Never a float, so a total on screen is the total on paper. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/u;

/** Reads a plain decimal such as `-1234.50`; `undefined` for anything else, also for grouped or full-width digits. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = DECIMAL.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  const units = BigInt(whole + fraction);
  return { units: sign === '-' ? -units : units, scale: fraction.length };
}

function atScale(value: Decimal, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale);
}

/** The exact sum, with the digits of its longest part. */
export function sum(values: readonly Decimal[]): Decimal {
  const scale = values.reduce((longest, value) => Math.max(longest, value.scale), 0);
  return { units: values.reduce((total, value) => total + atScale(value, scale), 0n), scale };
}

/**
 * `total` ÷ `count`, rounded half away from zero (四捨五入) to one digit more than `total` has.
 * The extra digit is left off when it is zero.
 */
export function mean(total: Decimal, count: number): Decimal {
  const divisor = BigInt(count);
  const scale = total.scale + 1;
  const scaled = atScale(total, scale);
  const size = scaled < 0n ? -scaled : scaled;
  const rounded = (2n * size + divisor) / (2n * divisor);
  const units = scaled < 0n ? -rounded : rounded;
  return units % 10n === 0n ? { units: units / 10n, scale: total.scale } : { units, scale };
}

/** Plain digits: `-1234.50`. */
export function plain(value: Decimal): string {
  const size = (value.units < 0n ? -value.units : value.units).toString().padStart(value.scale + 1, '0');
  const cut = size.length - value.scale;
  const digits = value.scale === 0 ? size : `${size.slice(0, cut)}.${size.slice(cut)}`;
  return value.units < 0n ? `-${digits}` : digits;
}

/** Digits in groups of three, with the sign the city writes (`-`, `▲` or `△`): `▲1,234.50`. */
export function grouped(value: Decimal, negative = '-'): string {
  const text = plain(value);
  const [whole = '', fraction] = text.replace('-', '').split('.');
  const sign = text.startsWith('-') ? negative : '';
  const groups = whole.replace(/\B(?=(\d{3})+$)/gu, ',');
  return sign + groups + (fraction === undefined ? '' : `.${fraction}`);
}
