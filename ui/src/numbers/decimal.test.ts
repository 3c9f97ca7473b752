import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grouped, mean, parseDecimal, plain, sum, type Decimal } from './decimal';

const d = (text: string): Decimal => {
  const value = parseDecimal(text);
  if (!value) throw new Error(text);
  return value;
};

describe('decimal', () => {
  it('sums what floats cannot', () => {
    expect(plain(sum([d('0.1'), d('0.2')]))).toBe('0.3');
    expect(plain(sum([d('9007199254740993'), d('0.01')]))).toBe('9007199254740993.01');
    expect(plain(sum([]))).toBe('0');
  });
  it('rounds a mean half away from zero', () => {
    expect(plain(mean(d('1234'), 12))).toBe('102.8');
    expect(plain(mean(d('1'), 3))).toBe('0.3');
    expect(plain(mean(d('-0.5'), 2))).toBe('-0.25');
    expect(plain(mean(d('-1'), 8))).toBe('-0.1');
    expect(plain(mean(d('10'), 2))).toBe('5');
  });
  it('groups digits with the sign of the city', () => {
    expect(grouped(d('-1234567.80'), '▲')).toBe('▲1,234,567.80');
    expect(grouped(d('999'))).toBe('999');
    expect(grouped(d('-0.05'), '△')).toBe('△0.05');
  });
  it('refuses what is not a plain decimal', () => {
    for (const text of ['', '1,234', '４億', '1e3', '.5', '1.', '--1', 'NaN']) expect(parseDecimal(text)).toBeUndefined();
  });
  it('round-trips', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: 0, max: 12 }), (units, scale) => {
        expect(parseDecimal(plain({ units, scale }))).toEqual({ units, scale });
      }),
    );
  });
  it('sums in any order alike', () => {
    const decimal = fc.record({ units: fc.bigInt(-(10n ** 20n), 10n ** 20n), scale: fc.integer({ min: 0, max: 6 }) });
    fc.assert(
      fc.property(fc.array(decimal), (values) => {
        expect(sum([...values].reverse())).toEqual(sum(values));
      }),
    );
  });
});
