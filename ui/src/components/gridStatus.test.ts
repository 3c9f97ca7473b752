import { describe, expect, it } from 'vitest';
import type { Status } from '../grid/types';
import { statusParts } from './gridStatus';

const status: Status = { rows: 28, left: 0, selected: 3, numbers: 2, unit: '千円', sum: '-12345', mean: '-6172.5' };

describe('the left part of the status bar', () => {
  it('writes numbers as the city does', () => {
    expect(statusParts(status, '▲').slice(2)).toEqual(['合計 ▲12,345千円', '平均 ▲6,172.5千円']);
    expect(statusParts(status, '−')[2]).toBe('合計 −12,345千円');
  });
});
