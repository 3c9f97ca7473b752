import { describe, expect, it, test } from 'vitest';
import source from '../../tests/fixtures/foldings.json?raw';
import { fold, holds, markedParts, writings } from './fold';

test('width, case, kana and blanks make no difference', () => {
  expect(fold('ﾃﾞｼﾞﾀﾙ 化')).toBe(fold('でじたる化'));
  expect(fold('ＰＤＦ')).toBe('pdf');
  expect(fold('か')).not.toBe(fold('が'));
});

describe('the list that the core runs too', () => {
  const list = JSON.parse(source) as {
    readonly folded: readonly (readonly [string, string])[];
    readonly writings: Readonly<Record<string, readonly string[]>>;
  };
  it('folds as it says', () => {
    for (const [text, folded] of list.folded) expect(fold(text), text).toBe(folded);
    for (const [, folded] of list.folded) expect(fold(folded), folded).toBe(folded);
  });
  it('is looked for in the writings it says', () => {
    for (const [words, forms] of Object.entries(list.writings)) expect(writings(words), words).toEqual(forms);
  });
});

test('what is found is marked as it is written', () => {
  const marked = (text: string, query: string): string => markedParts(text, query).map((part) => (part.found ? `[${part.text}]` : part.text)).join('');
  expect(marked('髙﨑地区と高崎地区', '高崎')).toBe('[髙﨑]地区と[高崎]地区');
  expect(marked('ﾃﾞｼﾞﾀﾙ化', 'でじたる')).toBe('[ﾃﾞｼﾞﾀﾙ]化');
  expect(marked('公共施\n設の整備', '施設')).toBe('公共[施\n設]の整備');
  expect(marked('3ヶ月と3箇月', '3か月')).toBe('[3ヶ月]と[3箇月]');
  expect(marked('', 'x')).toBe('');
  expect(markedParts('何か', '')).toEqual([{ text: '何か', found: false }]);
  expect(holds(fold('自由ヶ丘'), writings('自由が丘'))).toBe(true);
});
