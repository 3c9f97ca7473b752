/** A block of texts, row by row; every row has the same number of cells. */
export type Block = readonly (readonly string[])[];

/** What a copied cell needs to arrive in Excel as it is here. */
export interface CopiedCell {
  readonly text: string;
  /** Excel may read it as a number; otherwise it is marked as text, so that 1-1 does not become a date. */
  readonly numeric: boolean;
  /** How many columns and rows it reaches over, when more than its own; the cells below it are `covered`. */
  readonly columns?: number;
  readonly rows?: number;
  readonly covered?: boolean;
}

/** Tab-separated text as Excel writes it: cells with a line break, a tab or a leading quote are quoted. */
export function writeTsv(block: Block): string {
  const quoted = (text: string): string => (/[\t\r\n]|^"/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = block.map((row) => row.map(quoted).join('\t'));
  // Without the last line end a single cell can be pasted into a sentence; with it a blank last cell survives.
  return lines.length === 1 && block[0]?.length === 1 ? (lines[0] ?? '') : lines.map((line) => `${line}\r\n`).join('');
}

/** Reads tab-separated text as Excel, Calc and our own copies write it. Line ends inside a cell become `\n`. */
export function readTsv(source: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = source[at] === '"' ? readQuoted(source, at) : undefined;
    if (quoted) {
      row.push(quoted.text);
      at = quoted.end;
    } else {
      let end = at;
      while (end < source.length && source[end] !== '\t' && source[end] !== '\r' && source[end] !== '\n') end += 1;
      row.push(source.slice(at, end));
      at = end;
    }
    const mark = source[at];
    if (mark === '\t') {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (mark === undefined) break;
    at += mark === '\r' && source[at + 1] === '\n' ? 2 : 1;
    if (at >= source.length) break;
  }
  return squared(rows);
}

/**
 * A cell in quotes that starts at `start`. Excel quotes only what holds a tab, a line break or (in our copies) a quote;
 * a word that merely stands in quotes is returned by Excel as it is, so it is not one of these.
 */
function readQuoted(source: string, start: number): { text: string; end: number } | undefined {
  let text = '';
  let at = start + 1;
  let special = false;
  for (;;) {
    const mark = source[at];
    if (mark === undefined) return undefined;
    if (mark === '"') {
      if (source[at + 1] !== '"') break;
      special = true;
      text += '"';
      at += 2;
      continue;
    }
    if (mark === '\t' || mark === '\n' || mark === '\r') special = true;
    text += mark;
    at += 1;
  }
  const after = source[at + 1];
  const closed = after === undefined || after === '\t' || after === '\r' || after === '\n';
  return special && closed ? { text: text.replace(/\r\n?/gu, '\n'), end: at + 1 } : undefined;
}

function squared(rows: string[][]): string[][] {
  const width = Math.max(1, ...rows.map((row) => row.length));
  for (const row of rows) while (row.length < width) row.push('');
  return rows;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** An HTML table that Excel, Calc and Word take over cell by cell. */
export function writeHtml(cells: readonly (readonly CopiedCell[])[]): string {
  const inner = (text: string): string =>
    escaped(text)
      .replace(/(?<![^ \n\t]) | (?![^ \n\t])/gu, '&nbsp;')
      .replaceAll('\t', '&#9;')
      .replaceAll('\n', '<br style="mso-data-placement:same-cell">');
  const cell = ({ text, numeric, columns, rows: down }: CopiedCell): string => {
    const over = `${columns ? ` colspan="${columns}"` : ''}${down ? ` rowspan="${down}"` : ''}`;
    return `<td${over} style="white-space:pre-wrap${numeric ? '' : `;mso-number-format:'\\@'`}">${inner(text)}</td>`;
  };
  const rows = cells.map((row) => `<tr>${row.filter(({ covered }) => !covered).map(cell).join('')}</tr>`).join('');
  return `<html><head><meta charset="utf-8"></head><body><table>${rows}</table></body></html>`;
}

/** A table read from HTML. */
export interface HtmlTable {
  readonly block: string[][];
  /** For every cell the place its text comes from: merged cells all point to their first one. */
  readonly origins: { readonly row: number; readonly column: number }[][];
  readonly merged: boolean;
}

/** Wider or taller spans than any sheet has are a fault of the source, not a reason to fill the memory. */
const LARGEST_SPAN = 16384;
const LARGEST_BLOCK = 2_000_000;

/** Reads the first table of a parsed page; merged cells spread over every cell they cover. */
export function readHtmlTable(page: Document): HtmlTable | undefined {
  const table = page.querySelector('table');
  if (!table) return undefined;
  const texts: string[][] = [];
  const origins: { row: number; column: number }[][] = [];
  let merged = false;
  let cells = 0;
  const rows = [...table.rows].filter((row) => row.closest('table') === table);
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row.cells) {
      while (origins[y]?.[x]) x += 1;
      const text = htmlText(cell);
      const right = Math.min(span(cell.getAttribute('colspan')), LARGEST_SPAN);
      const down = Math.min(span(cell.getAttribute('rowspan')), rows.length - y);
      merged ||= right > 1 || down > 1;
      cells += right * down;
      if (cells > LARGEST_BLOCK) return;
      for (let dy = 0; dy < down; dy += 1) {
        const line = (texts[y + dy] ??= []);
        const sources = (origins[y + dy] ??= []);
        for (let dx = 0; dx < right; dx += 1) {
          line[x + dx] = text;
          sources[x + dx] = { row: y, column: x };
        }
      }
      x += right;
    }
  });
  if (texts.length === 0 || cells > LARGEST_BLOCK) return undefined;
  const width = Math.max(1, ...texts.map((row) => row.length));
  const block = rows.map((_, y) => Array.from({ length: width }, (__, x) => texts[y]?.[x] ?? ''));
  const from = rows.map((_, y) => Array.from({ length: width }, (__, x) => origins[y]?.[x] ?? { row: y, column: x }));
  return { block, origins: from, merged };
}

function span(value: string | null): number {
  const read = Number.parseInt(value ?? '1', 10);
  return Number.isFinite(read) && read > 1 ? read : 1;
}

const BLOCKS = new Set(['P', 'DIV', 'LI', 'UL', 'OL', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'TR', 'BLOCKQUOTE']);
const IGNORED = new Set(['STYLE', 'SCRIPT', 'HEAD', 'TEMPLATE', 'RT', 'RP']);

/**
 * HTML from the clipboard without its styles: they say nothing about the texts, and the content security policy of the
 * window would complain of each of them.
 */
function withoutStyles(html: string): string {
  return html
    .replace(/<style\b[\s\S]*?<\/style\s*>/giu, '')
    .replace(/<[a-z][^>]*>/giu, (tag) => tag.replace(/\sstyle\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/giu, ''));
}

/** HTML from the clipboard as a page of which only the texts are asked; `undefined` for none. */
export function parsed(html: string): Document | undefined {
  return html === '' ? undefined : new DOMParser().parseFromString(withoutStyles(html), 'text/html');
}

/** The text of an element as it is seen: white space runs together, `<br>` and paragraphs make lines. */
function htmlText(root: Element): string {
  let text = '';
  const visit = (node: Node): void => {
    if (node.nodeType === 3) {
      // A break in the source between two full-width characters is none on the page.
      text += (node.nodeValue ?? '')
        .replace(/([\u3000-\u9fff\uff00-\uffef])[ \t]*[\r\n]+[ \t]*(?=[\u3000-\u9fff\uff00-\uffef])/gu, '$1')
        .replace(/[ \t\r\n\f]+/gu, ' ');
      return;
    }
    if (!(node.nodeType === 1) || IGNORED.has((node as Element).tagName)) return;
    const tag = (node as Element).tagName;
    if (tag === 'BR') {
      text = `${text.replace(/ $/u, '')}\n`;
      return;
    }
    const apart = BLOCKS.has(tag);
    if (apart && text.trim() !== '' && !text.endsWith('\n')) text = `${text.replace(/ $/u, '')}\n`;
    node.childNodes.forEach(visit);
    if (apart && text !== '' && !text.endsWith('\n')) text = `${text.replace(/ $/u, '')}\n`;
  };
  root.childNodes.forEach(visit);
  const lines = text.replace(/ {2,}/gu, ' ').split('\n').map((line) => line.replace(/^ | $/gu, ''));
  // A paragraph ends with a line end of its own, a cell does not; a `<br>` at the end is a line the person made.
  if (lines.at(-1) === '' && BLOCKS.has(root.lastElementChild?.tagName ?? '')) lines.pop();
  return lines.join('\n').replaceAll('\u00a0', ' ');
}

/** A cell of a copied sheet with what it covers. */
export interface CopiedArea {
  readonly row: number;
  readonly column: number;
  readonly down: number;
  readonly right: number;
  readonly text: string;
}

/** What the clipboard holds as the cells of a sheet, merged ones as such. */
export function readSheet(text: string, page: Document | undefined): CopiedArea[] | undefined {
  const block = readClipboard(text, page);
  if (!block) return undefined;
  const origins = page && readHtmlTable(page)?.origins;
  const areas = new Map<string, { row: number; column: number; down: number; right: number; text: string }>();
  block.forEach((line, y) => {
    line.forEach((own, x) => {
      const origin = origins?.[y]?.[x] ?? { row: y, column: x };
      const place = `${origin.row}:${origin.column}`;
      const area = areas.get(place);
      if (!area) areas.set(place, { ...origin, down: 1, right: 1, text: own });
      else {
        area.down = Math.max(area.down, y - area.row + 1);
        area.right = Math.max(area.right, x - area.column + 1);
      }
    });
  });
  return [...areas.values()].filter((area) => area.text !== '');
}

/**
 * What the clipboard holds as one block. The plain text is exact to the letter, the table knows merged cells:
 * when both have the same shape the text is taken and spread as the table says, otherwise the table, then the text.
 */
export function readClipboard(text: string, page: Document | undefined): string[][] | undefined {
  const table = page && readHtmlTable(page);
  if (!table) return text === '' ? undefined : readTsv(text);
  const plain = readTsv(text);
  const alike = plain.length === table.block.length && plain[0]?.length === table.block[0]?.length;
  if (text === '' || !alike) return table.block;
  if (!table.merged) return plain;
  return plain.map((row, y) =>
    row.map((own, x) => {
      const origin = table.origins[y]?.[x];
      return (origin && plain[origin.row]?.[origin.column]) ?? own;
    }),
  );
}
