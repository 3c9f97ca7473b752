import { readTsv } from '../../grid/clipboard';
import { fold } from '../../fold';
import type { Column } from '../../grid/types';
import type { NodeText } from '../../ipc/NodeText';
import { editsOf, TITLE } from './table';

/** A table pasted from elsewhere: its cells, and whether the first line names the columns. */
export interface Pasted {
  readonly lines: readonly (readonly string[])[];
  readonly headed: boolean;
  /** For every column the key of the column it goes to; `undefined` leaves it out. */
  readonly keys: readonly (string | undefined)[];
}

/** The columns a table without headings is read as, by its width. */
const USUAL: Readonly<Record<number, readonly string[]>> = { 1: [TITLE], 2: ['label', TITLE], 3: ['label', TITLE, 'offices'] };

/** Reads what was copied in Excel: cells parted by tabs, with line breaks inside of quotes. Blank lines are left out. */
export function readPasted(source: string, columns: readonly Column[]): Pasted {
  const lines = readTsv(source.replace(/\r\n?/gu, '\n')).filter((line) => line.some((cell) => cell.trim() !== ''));
  const width = Math.max(0, ...lines.map((line) => line.length));
  const known = new Map(columns.filter(({ readonly }) => !readonly).map(({ key, title }) => [fold(title), key]));
  const named = (lines[0] ?? []).map((cell) => known.get(fold(cell)));
  const headed = named.includes(TITLE);
  const usual = USUAL[Math.min(width, 3)] ?? [];
  const keys = Array.from({ length: width }, (_, at) => (headed ? named[at] : usual[at]));
  return { lines: headed ? lines.slice(1) : lines, headed, keys };
}

/** `keys` with one column read as another; a column that was read so before is left out. */
export function readAs(keys: Pasted['keys'], at: number, key: string | undefined): Pasted['keys'] {
  return keys.map((one, index) => (index === at ? key : one === key ? undefined : one));
}

/** The rows as new nodes: only those with a name, with the texts of the columns that are read. */
export function newRows({ lines, keys }: Pick<Pasted, 'lines' | 'keys'>): NodeText[][] {
  const title = keys.indexOf(TITLE);
  return lines
    .filter((line) => (line[title] ?? '').trim() !== '')
    .map((line) =>
      keys.flatMap((key, at) => {
        const text = (line[at] ?? '').trim();
        if (key === undefined || text === '') return [];
        // A name stands in one line, whatever line breaks the cell of the table had.
        const written = key === TITLE ? text.replace(/\s*\n\s*/gu, '') : text;
        return editsOf([{ rowId: '0', key, text: written }]).map(({ node: _node, ...rest }) => rest);
      }),
    );
}
