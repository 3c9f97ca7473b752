/** Where the keys of a list lead from a row; `undefined` for other keys. Before the first row is −1. */
export function rowOfKey(key: string, at: number, rows: number): number | undefined {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -rows, End: rows };
  const step = steps[key];
  return step === undefined ? undefined : Math.max(0, Math.min(rows - 1, at + step));
}

/** Brings the chosen row of a list into sight once it is drawn. */
export function showChosen(list: Element | undefined): void {
  queueMicrotask(() => list?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }));
}
