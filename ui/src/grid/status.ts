import { inOneUnit, readAmount, type Amount } from '../numbers/amount';
import { mean, parseDecimal, plain, sum } from '../numbers/decimal';
import { cellOf } from './rows';
import type { Column, Range, Row, Status } from './types';

/** The number of a cell: the column's own reading, the one the cell brings, or what its words say (△10,500千円). */
export function numberOf(row: Row, column: Column): Amount | undefined {
  const cell = cellOf(row, column.key);
  const text = column.number ? column.number(row) : cell.number;
  if (text !== undefined) {
    const value = parseDecimal(text);
    return value && { value, unit: '' };
  }
  // A word that stands for a choice, and a label such as ① or 21, is not an amount.
  return column.number || column.kind === 'choice' || column.label ? undefined : readAmount(cell.text);
}

/** Counts the selection; sum and mean are exact decimals over the cells that have a number. */
export function statusOf(
  all: readonly Row[],
  kept: readonly Row[],
  shown: readonly Row[],
  columns: readonly Column[],
  range: Range | undefined,
): Status {
  const count = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + (row.kind === 'row' ? 1 : 0), 0);
  const numbers: Amount[] = [];
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
  const rows = count(kept);
  const together = numbers.length > 0 ? inOneUnit(numbers) : undefined;
  const total = together && sum(together.values);
  return {
    rows,
    left: kept === all ? 0 : count(all) - rows,
    selected,
    numbers: numbers.length,
    unit: together?.unit ?? '',
    sum: total && plain(total),
    mean: total && plain(mean(total, numbers.length)),
  };
}
