import { describe, expect, test } from 'vitest';
import { inOneUnit, readAmount } from './amount';
import { plain, sum } from './decimal';

const read = (text: string): string | undefined => {
  const amount = readAmount(text);
  return amount && `${plain(amount.value)} ${amount.unit}`;
};

describe('a cell that is a number', () => {
  test('keeps its sign, its digits and its unit', () => {
    expect(read('▲1,234')).toBe('-1234 ');
    expect(read('△ 10,500千円')).toBe('-10500 千円');
    expect(read('１２３件')).toBe('123 件');
    expect(read('95.0%')).toBe('95.0 %');
  });
  test('is nothing else', () => {
    for (const text of ['', '—', '1,23', '3回開き、延べ120人', '令和6年度', '6年度', '12-3']) expect(read(text), text).toBeUndefined();
  });
});

test('amounts of money are brought to their smallest unit, others are not mixed', () => {
  const amounts = ['1.5億円', '3百万円', '▲20千円'].flatMap((text) => readAmount(text) ?? []);
  const together = inOneUnit(amounts);
  expect(together?.unit).toBe('千円');
  expect(plain(sum(together?.values ?? []))).toBe('152980');
  expect(inOneUnit(['1人', '2件'].flatMap((text) => readAmount(text) ?? []))).toBeUndefined();
});
