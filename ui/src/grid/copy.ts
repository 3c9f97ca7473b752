import type { CopiedCell } from './clipboard';
import { shownText } from './columns';
import { cellOf, shownCell } from './rows';
import { numberOf } from './status';
import type { Column, Range, Row } from './types';

/** The cells of a range as they are copied; a heading is its words in the first column. */
export function copiedCells(rows: readonly Row[], columns: readonly Column[], range: Range): CopiedCell[][] {
  const across = columns.slice(range.left, range.right + 1);
  return rows.slice(range.top, range.bottom + 1).map((row) =>
    across.map((column, index) => {
      if (row.kind === 'section') return { text: index === 0 ? (row.title ?? '') : '', numeric: false };
      const text = shownText(column, shownCell(cellOf(row, column.key)));
      return { text, numeric: column.kind === 'number' && numberOf(row, column) !== undefined };
    }),
  );
}
