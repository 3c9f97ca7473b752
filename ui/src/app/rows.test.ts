import { describe, expect, it } from 'vitest';
import { RowsReading, type SomeRows } from './rows.svelte';

interface Row {
  readonly id: number;
  readonly text: string;
}
interface View {
  readonly rows: readonly Row[];
}

/** A file whose rows are read, and what was asked of it. */
function file(texts: string[]) {
  const asked: (string | number[])[] = [];
  const rows = (): Row[] => texts.map((text, id) => ({ id, text }));
  const all = (): Promise<View> => {
    asked.push('all');
    return Promise.resolve({ rows: rows() });
  };
  const some = (nodes: number[]): Promise<SomeRows<View>> => {
    asked.push(nodes);
    return Promise.resolve({ view: { rows: rows().filter(({ id }) => nodes.includes(id)) }, order: rows().map(({ id }) => id) });
  };
  return { asked, all, some, texts };
}

const shown = (reading: RowsReading<Row, View>): string => reading.value?.rows.map(({ text }) => text).join('') ?? '';

describe('a view of many rows', () => {
  it('reads only the rows that a change touched', async () => {
    const { asked, all, some, texts } = file(['a', 'b', 'c']);
    const reading = new RowsReading<Row, View>(({ id }) => id);
    await reading.load('p', 1, 'all', all, some);
    texts[1] = 'B';
    await reading.load('p', 2, [1], all, some);
    expect([shown(reading), asked]).toEqual(['aBc', ['all', [1]]]);
  });
  it('reads nothing when a change is elsewhere, and all for another plan', async () => {
    const { asked, all, some } = file(['a']);
    const reading = new RowsReading<Row, View>(({ id }) => id);
    await reading.load('p', 1, 'all', all, some);
    await reading.load('p', 2, [], all, some);
    await reading.load('p', 2, [], all, some);
    expect(asked).toEqual(['all']);
    await reading.load('q', 3, [], all, some);
    expect(asked).toEqual(['all', 'all']);
  });
  it('reads all when it missed a change', async () => {
    const { asked, all, some } = file(['a']);
    const reading = new RowsReading<Row, View>(({ id }) => id);
    await reading.load('p', 1, 'all', all, some);
    await reading.load('p', 3, [0], all, some);
    expect(asked).toEqual(['all', 'all']);
  });
  it('takes over rows that came, went or moved', async () => {
    const { all, some, texts } = file(['a', 'b']);
    const reading = new RowsReading<Row, View>(({ id }) => id);
    await reading.load('p', 1, 'all', all, some);
    texts.push('c');
    await reading.load('p', 2, [2], all, some);
    expect(shown(reading)).toBe('abc');
    const moved = async (nodes: number[]): Promise<SomeRows<View>> => ({ ...(await some(nodes)), order: [2, 0] });
    await reading.load('p', 3, [1], all, moved);
    expect(shown(reading)).toBe('ca');
  });
  it('reads all when it does not know a row of the order', async () => {
    const { asked, all, some, texts } = file(['a']);
    const reading = new RowsReading<Row, View>(({ id }) => id);
    await reading.load('p', 1, 'all', all, some);
    texts.push('b', 'c');
    await reading.load('p', 2, [1], all, some);
    expect([shown(reading), asked]).toEqual(['abc', ['all', [1], 'all']]);
  });
  it('loses nothing when changes follow each other before the first is read', async () => {
    const { all, some, texts } = file(['a', 'b', 'c']);
    const reading = new RowsReading<Row, View>(({ id }) => id);
    await reading.load('p', 1, 'all', all, some);
    let go: () => void = () => undefined;
    const slow = async (nodes: number[]): Promise<SomeRows<View>> => {
      await new Promise<void>((done) => (go = done));
      return some(nodes);
    };
    texts[0] = 'A';
    const first = reading.load('p', 2, [0], all, slow);
    texts[2] = 'C';
    await reading.load('p', 3, [2], all, some);
    go();
    await first;
    expect(shown(reading)).toBe('AbC');
  });
});
