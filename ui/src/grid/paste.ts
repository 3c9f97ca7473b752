import { fold } from '../fold';
import { choiceOf, shownText } from './columns';
import type { Block } from './clipboard';
import { cellOf, shownCell } from './rows';
import type { Column, Edit, Range, Row } from './types';

/** A filled cell that a paste would replace. */
export interface Overwrite {
  readonly row: Row;
  readonly column: Column;
  readonly before: string;
  readonly after: string;
}

/** A text that a paste would leave out. */
export interface Refusal {
  readonly text: string;
  /** The place is read-only, not a value of the column's choices, or past the last row or column. */
  readonly reason: 'readonly' | 'choice' | 'outside';
  readonly row?: Row;
  readonly column?: Column;
}

/** What a paste would do; nothing has been changed yet. */
export interface PastePlan {
  readonly edits: readonly Edit[];
  readonly overwrites: readonly Overwrite[];
  readonly refusals: readonly Refusal[];
  /** The cells the block covers, to select afterwards. */
  readonly target: Range;
}

/** A paste is shown before it is done when it would replace something or leave something out. */
export function mustAsk(plan: PastePlan): boolean {
  return plan.overwrites.length > 0 || plan.refusals.length > 0;
}

/** Lays a block over the shown rows and columns, from the upper left corner of the selection. */
export function planPaste(block: Block, selection: Range, rows: readonly Row[], columns: readonly Column[]): PastePlan {
  const edits: Edit[] = [];
  const overwrites: Overwrite[] = [];
  const refusals: Refusal[] = [];
  const target = { ...selection };

  const put = (text: string, rowIndex: number, columnIndex: number): void => {
    const row = rows[rowIndex];
    const column = columns[columnIndex];
    if (!row || !column) {
      if (text !== '') refusals.push({ text, reason: 'outside', ...(row && { row }), ...(column && { column }) });
      return;
    }
    target.bottom = Math.max(target.bottom, rowIndex);
    target.right = Math.max(target.right, columnIndex);
    const cell = cellOf(row, column.key);
    const before = shownText(column, shownCell(cell));
    if (text === before) return;
    if (column.readonly || cell.readonly) {
      if (text !== '') refusals.push({ text, reason: 'readonly', row, column });
      return;
    }
    const choice = column.kind === 'choice' && text !== '' ? choiceOf(column, text) : undefined;
    if (column.kind === 'choice' && !column.others?.includes(text) && text !== '' && !choice) {
      refusals.push({ text, reason: 'choice', row, column });
      return;
    }
    const value = choice ? choice.value : text;
    if (value === cell.text || (choice && choiceOf(column, cell.text) === choice)) return;
    edits.push({ rowId: row.id, key: column.key, text: value });
    if (before !== '') overwrites.push({ row, column, before, after: text });
  };

  const height = block.length;
  const width = block[0]?.length ?? 0;
  const selected: number[] = [];
  for (let index = selection.top; index <= selection.bottom; index += 1) if (rows[index]?.kind === 'row') selected.push(index);
  const across = selection.right - selection.left + 1;
  const tiles =
    selected.length % height === 0 && across % width === 0 && (selected.length > height || across > width) && selected.length > 0;
  if (tiles) {
    selected.forEach((rowIndex, i) => {
      for (let j = 0; j < across; j += 1) put(block[i % height]?.[j % width] ?? '', rowIndex, selection.left + j);
    });
    return { edits, overwrites, refusals, target };
  }

  let rowIndex = selection.top;
  for (const line of block) {
    // Headings are no place for values: a copied heading meets its own again, any other row steps over it.
    let heading = rows[rowIndex];
    let met = false;
    while (heading?.kind === 'section' && !met) {
      met = isHeading(line, heading);
      rowIndex += 1;
      heading = rows[rowIndex];
    }
    if (met) continue;
    line.forEach((text, j) => put(text, rowIndex, selection.left + j));
    rowIndex += 1;
  }
  return { edits, overwrites, refusals, target };
}

/** Whether a pasted line is the copy of a heading, with its words once or spread over merged cells. */
function isHeading(line: readonly string[], heading: Row): boolean {
  const title = fold(heading.title ?? '');
  const words = line.map(fold).filter((text) => text !== '');
  return words.length > 0 && words.every((text) => text === title);
}
