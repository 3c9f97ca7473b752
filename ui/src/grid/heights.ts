import type { PlacedColumn } from './columns';
import { cellOf, shownCell } from './rows';
import type { Row } from './types';

/** Sizes of the grid's text in px; the style sheet uses the same. */
export const GRID_TEXT = { font: 13.5, line: 19, paddingX: 6, paddingY: 4, indent: 16, twisty: 18, smallest: 28 } as const;

/** The width of a text in px: a Japanese letter is as wide as the font is high, a Latin one about half, or `narrow` of it. */
function textWidth(text: string, narrow = 0.56): number {
  let width = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    width += code < 0x250 || (code >= 0xff61 && code <= 0xff9f) ? narrow : 1;
  }
  return width * GRID_TEXT.font;
}

/** The width of a column in px in which each of the texts stands in one line, within limits. */
export function fittedWidth(texts: readonly string[], least: number, most: number): number {
  // A digit is wider than most Latin letters, and no label may break before its number.
  const widest = texts.reduce((most, text) => Math.max(most, textWidth(text, 0.66)), 0);
  return Math.min(most, Math.max(least, Math.ceil(widest) + 2 * GRID_TEXT.paddingX + 6));
}

function lines(text: string, width: number): number {
  let count = 0;
  for (const line of text.split('\n')) count += Math.max(1, Math.ceil(textWidth(line) / Math.max(width, GRID_TEXT.font)));
  return count;
}

/**
 * The height a row will have, in px, before it is drawn. It only has to be near: the row is measured once it is seen.
 */
export function estimateHeight(row: Row, columns: readonly PlacedColumn[]): number {
  if (row.kind === 'section') return GRID_TEXT.smallest;
  let most = 1;
  for (const column of columns) {
    const text = shownCell(cellOf(row, column.key));
    if (text === '') continue;
    const indent = column.tree ? row.level * GRID_TEXT.indent + GRID_TEXT.twisty : 0;
    most = Math.max(most, lines(text, column.width - 2 * GRID_TEXT.paddingX - 1 - indent));
  }
  return Math.max(GRID_TEXT.smallest, most * GRID_TEXT.line + 2 * GRID_TEXT.paddingY + 1);
}
