import { readTsv } from '../../grid/clipboard';
import type { NewIndicator } from '../../ipc/NewIndicator';

/** What holds for every new indicator that says nothing else. */
export type Shared = Omit<NewIndicator, 'name'>;

/**
 * New indicators from lines of names. A line copied from a table may have the unit and the direction of good (目指す方向)
 * in the cells behind the name; lines without a name are left out.
 */
export function namedIn(source: string, shared: Shared): NewIndicator[] {
  return readTsv(source.replace(/\r\n?/gu, '\n')).flatMap(([name = '', unit = '', good = '']): NewIndicator[] => {
    // A name stands in one line, whatever line breaks the cell of the table had.
    const written = name.replace(/\s*\n\s*/gu, '').trim();
    if (written === '') return [];
    return [{ ...shared, name: written, unit: unit.trim() || shared.unit, good: good.trim() || shared.good }];
  });
}
