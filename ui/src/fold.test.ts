import { expect, test } from 'vitest';
import { fold } from './fold';

test('width, case, kana and blanks make no difference', () => {
  expect(fold('ﾃﾞｼﾞﾀﾙ 化')).toBe(fold('でじたる化'));
  expect(fold('ＰＤＦ')).toBe('pdf');
  expect(fold('か')).not.toBe(fold('が'));
});
