import { describe, expect, test } from 'vitest';
import type { AppCommand, CommandGroup } from './command';
import { fitting } from './palette';

const command = (label: string, more: Partial<AppCommand> = {}): AppCommand => ({ id: label, label, run: () => undefined, ...more });
const groups: CommandGroup[] = [
  { title: '画面', commands: [command('進捗', { reading: 'しんちょく' }), command('計画', { reading: 'けいかく' })] },
  { title: '操作', commands: [command('評価を「△ 遅れ」に', { keys: 'Alt+3' }), command('調書を印刷（PDF）', { reading: 'ちょうしょをいんさつ' }), command('元に戻す', { disabled: true })] },
];
const found = (typed: string): string[] => fitting(groups, typed).flatMap(({ commands }) => commands.map(({ label }) => label));

describe('the palette', () => {
  test('shows everything before anything is typed', () => {
    expect(found('')).toHaveLength(5);
  });
  test('finds by the words, by their kana and by their key', () => {
    expect(found('遅れ')).toEqual(['評価を「△ 遅れ」に']);
    expect(found('しんち')).toEqual(['進捗']);
    expect(found('シンチ')).toEqual(['進捗']);
    expect(found('ｐｄｆ')).toEqual(['調書を印刷（PDF）']);
    expect(found('alt+3')).toEqual(['評価を「△ 遅れ」に']);
    expect(found('いんさつ ちょうしょ')).toEqual(['調書を印刷（PDF）']);
    expect(found('ない言葉')).toEqual([]);
  });
  test('what begins with the word comes first', () => {
    const two = [{ title: '', commands: [command('計画の進捗'), command('進捗')] }];
    expect(fitting(two, '進捗')[0]?.commands.map(({ label }) => label)).toEqual(['進捗', '計画の進捗']);
  });
});
