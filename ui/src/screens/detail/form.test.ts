import { expect, test } from 'vitest';
import { movedTo, nodeOptions } from './form';

test('an entry moves and the ends of the list stop it', () => {
  expect(movedTo(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(movedTo(['a', 'b', 'c'], 2, 99)).toEqual(['a', 'b', 'c']);
  expect(movedTo(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
});

test('a former item is offered with its plan', () => {
  const node = { node: 3, plan: 1, plan_name: '第3次大綱', level: 1, label: '②', title: '協働' };
  expect(nodeOptions([node], '（なし）', true)).toEqual([
    { value: '', label: '（なし）' },
    { value: '3', label: '② 協働', hint: '第3次大綱' },
  ]);
});
