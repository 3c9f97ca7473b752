import { Reading } from './reading.svelte';

/** A view with some of its rows, and the order of all of them. */
export interface SomeRows<V> {
  readonly view: V;
  readonly order: readonly number[];
}

/** What a change of the file touches of a view: some rows, or everything. */
export type Touched = readonly number[] | 'all';

/** Beyond so many rows it is quicker to read them all. */
const MANY = 300;

/** A view of many rows, one for each node. After a change only the rows it touched are read anew. */
export class RowsReading<R, V extends { readonly rows: readonly R[] }> {
  readonly #reading = new Reading<V>();
  readonly #idOf: (row: R) => number;
  /** What changed since the view was read. */
  #owed: Set<number> | 'all' = 'all';
  #seen = { what: '', version: -1 };
  #of = '';

  constructor(idOf: (row: R) => number) {
    this.#idOf = idOf;
  }

  get value(): V | undefined {
    return this.#reading.value;
  }

  /**
   * Shows a view, named by `what`, at a version of the file. `touched` is what the change that led to this version
   * touched of it. The promise is over when the view is there.
   */
  load(what: string, version: number, touched: Touched, all: () => Promise<V | undefined>, some: (nodes: number[]) => Promise<SomeRows<V> | undefined>): Promise<void> {
    const seen = this.#seen;
    if (seen.what !== what || version > seen.version + 1 || version < seen.version) this.#owed = 'all';
    else if (version === seen.version + 1) this.#owe(touched);
    this.#seen = { what, version };
    const owed = this.#owed;
    // Nothing of it changed: what is shown, or on its way, stays.
    if (this.#of === '' || owed === 'all' || owed.size > 0) this.#of = `${what}/${version}`;
    const of = this.#of;
    return this.#reading.load(of, async () => {
      const before = this.#reading.value;
      const patched = owed === 'all' || owed.size > MANY || !before ? undefined : this.#patched(before, await some([...owed]));
      const value = patched ?? (await all());
      // A newer reading owes what this one owed too.
      if (value !== undefined && this.#of === of) this.#owed = new Set();
      return value;
    });
  }

  #owe(touched: Touched): void {
    if (touched === 'all') this.#owed = 'all';
    else if (this.#owed !== 'all') this.#owed = new Set([...this.#owed, ...touched]);
  }

  #patched(before: V, answer: SomeRows<V> | undefined): V | undefined {
    if (!answer) return undefined;
    const rows = new Map([...before.rows, ...answer.view.rows].map((row) => [this.#idOf(row), row]));
    const ordered = answer.order.map((id) => rows.get(id));
    return ordered.every((row) => row !== undefined) ? { ...answer.view, rows: ordered } : undefined;
  }
}
