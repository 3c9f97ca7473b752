import { mean, parseDecimal, plain, sum, type Decimal } from '../numbers/decimal';
import { cellOf } from './rows';
import type { Column, Range, Row, Status } from './types';

/** The number of a cell: the column's own reading, or the one the cell brings. */
export function numberOf(row: Row, column: Column): Decimal | undefined {
  const text = column.number ? column.number(row) : cellOf(row, column.key).number;
  return text === undefined ? undefined : parseDecimal(text);
}

/** Counts the selection; sum and mean are exact decimals over the cells that have a number. */
export function statusOf(all: readonly Row[], shown: readonly Row[], columns: readonly Column[], range: Range | undefined): Status {
  const rows = all.reduce((count, row) => count + (row.kind === 'row' ? 1 : 0), 0);
  const numbers: Decimal[] = [];
  let selected = 0;
  if (range) {
    for (let r = range.top; r <= range.bottom; r += 1) {
      const row = shown[r];
      if (row?.kind !== 'row') continue;
      for (let c = range.left; c <= range.right; c += 1) {
        const column = columns[c];
        if (!column) continue;
        selected += 1;
        const number = numberOf(row, column);
        if (number) numbers.push(number);
      }
    }
  }
  const total = sum(numbers);
  return {
    rows,
    selected,
    numbers: numbers.length,
    sum: numbers.length > 0 ? plain(total) : undefined,
    mean: numbers.length > 0 ? plain(mean(total, numbers.length)) : undefined,
  };
}
