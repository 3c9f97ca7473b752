import { inOneUnit, readAmount, type Amount } from '../numbers/amount';
import { mean, parseDecimal, plain, sum } from '../numbers/decimal';
import { cellOf } from './rows';
import type { Column, Count, Range, Row, Status } from './types';

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

/** What the rows are counted as, and how many: rows of one thing once, headings never. */
export function countsOf(all: readonly Row[], kept: readonly Row[]): Count[] {
  const counted = (rows: readonly Row[]): Map<string, Set<string>> => {
    const found = new Map<string, Set<string>>();
    for (const { id, kind, counted: name, of = id } of rows) {
      if (kind === 'section' || name === '') continue;
      const things = found.get(name ?? '') ?? new Set();
      found.set(name ?? '', things.add(of));
    }
    return found;
  };
  const everything = counted(all);
  const shown = kept === all ? everything : counted(kept);
  if (everything.size === 0) return [{ name: '', shown: 0, all: 0 }];
  return [...everything].map(([name, things]) => ({ name, shown: shown.get(name)?.size ?? 0, all: things.size }));
}

/** Counts the selection; sum and mean are exact decimals over the cells that have a number. */
export function statusOf(
  counts: readonly Count[],
  shown: readonly Row[],
  columns: readonly Column[],
  range: Range | undefined,
): Status {
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
  const together = numbers.length > 0 ? inOneUnit(numbers) : undefined;
  const total = together && sum(together.values);
  return {
    counts,
    selected,
    numbers: numbers.length,
    unit: together?.unit ?? '',
    sum: total && plain(total),
    mean: total && plain(mean(total, numbers.length)),
  };
}
