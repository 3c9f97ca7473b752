import { expect, it } from 'vitest';
import { namedIn } from './named';

const shared = { scope: { kind: 'fiscal' }, unit: '%', decimals: 1, good: '' } as const;

it('every line is an indicator, with unit and direction where the table has them', () => {
  const added = namedIn('市税の収納率\r\n\r\n 相談の件数 \t件\t↗\n"二行の\n名称"\t\n\t人\n', shared);
  expect(added.map(({ name, unit, good }) => [name, unit, good])).toEqual([
    ['市税の収納率', '%', ''],
    ['相談の件数', '件', '↗'],
    ['二行の名称', '%', ''],
  ]);
  expect(namedIn(' \n', shared)).toEqual([]);
});
