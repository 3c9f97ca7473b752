import { describe, expect, it } from 'vitest';
import type { Status } from '../grid/types';
import { statusParts } from './gridStatus';

const status: Status = { counts: [{ name: '', shown: 28, all: 28 }], selected: 3, numbers: 2, unit: '千円', sum: '-12345', mean: '-6172.5' };

describe('the left part of the status bar', () => {
  it('counts what the rows are, in the words of the city', () => {
    expect(statusParts(status, '△')[0]).toBe('28項目');
    const counted = { ...status, counts: [{ name: '方向性', shown: 2, all: 4 }, { name: '取組項目', shown: 5, all: 28 }] };
    expect(statusParts(counted, '△').slice(0, 2)).toEqual(['方向性 2 / 4', '取組項目 5 / 28']);
    expect(statusParts({ ...status, counts: [{ name: '取組項目', shown: 5, all: 5 }] }, '△', 28)[0]).toBe('取組項目 5 / 28');
  });
  it('writes numbers as the city does', () => {
    expect(statusParts(status, '▲').slice(2)).toEqual(['合計 ▲12,345千円', '平均 ▲6,172.5千円']);
    expect(statusParts(status, '−')[2]).toBe('合計 −12,345千円');
  });
});
