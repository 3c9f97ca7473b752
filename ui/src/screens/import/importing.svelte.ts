import type { App } from '../../app/app.svelte';
import type { CopiedArea } from '../../grid/clipboard';
import type { Column, Row } from '../../grid/types';
import type { Preview } from '../../ipc/Preview';
import type { PreviewCell } from '../../ipc/PreviewCell';
import type { PreviewFinding } from '../../ipc/PreviewFinding';
import type { Taken } from '../../ipc/Taken';
import { t } from '../../texts';

/** What the import needs of the app. */
export type Core = Pick<App, 'ask' | 'write' | 'notice' | 'undo'>;

/** A table of somebody else's on its way into the file: chosen, read, looked at, taken over or left. */
export class Importing {
  preview: Preview | undefined = $state.raw();
  /** A file is being chosen, read or taken over. */
  busy = $state(false);

  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /** Asks which file and reads it. Giving up the question keeps what was read before. */
  async choose(): Promise<void> {
    await this.#wait(async () => {
      const read = await this.#core.ask('import_choose', {});
      if (read?.preview) this.preview = read.preview;
    });
  }

  /** Reads a file that was dropped on the window. */
  async read(path: string): Promise<void> {
    await this.#wait(async () => {
      this.preview = (await this.#core.ask('import_read', { path }))?.preview ?? undefined;
    });
  }

  /** Reads cells copied in a spreadsheet. */
  async paste(cells: readonly CopiedArea[] | undefined): Promise<void> {
    if (!cells || cells.length === 0) {
      this.#core.notice({ severity: 'warning', what: t('import-paste-nothing'), todo: t('import-paste-nothing-todo') });
      return;
    }
    await this.#wait(async () => {
      const read = await this.#core.ask('import_paste', { cells: [...cells] });
      if (read?.preview) this.preview = read.preview;
    });
  }

  /** Takes the table over as one step. Answers whether it is in the file now. */
  async apply(): Promise<boolean> {
    const source = this.preview?.source ?? '';
    let taken: Taken | undefined;
    await this.#wait(async () => {
      taken = await this.#core.write('import_apply', {});
    });
    if (!taken) return false;
    this.preview = undefined;
    this.#core.notice({
      severity: 'success',
      what: t('import-taken', { source, added: taken.added, updated: taken.updated }),
      todo: t('import-taken-todo'),
      actions: [{ label: t('ui-frame-undo'), run: () => void this.#core.undo() }],
    });
    return true;
  }

  /** Leaves the table; the file is as it was. */
  leave(): void {
    this.preview = undefined;
  }

  async #wait(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await work();
    } finally {
      this.busy = false;
    }
  }
}

/** The name of a cell's row in the list of cells. */
const cellId = (at: number): string => `c${at}`;

/** Columns of the list of findings. */
export function findingColumns(): Column[] {
  return [
    { key: 'line', title: t('import-column-line'), width: 52, kind: 'number', readonly: true, frozen: true },
    { key: 'column', title: t('import-column-heading'), width: 110, kind: 'text', readonly: true },
    { key: 'source', title: t('import-column-source'), width: 190, kind: 'text', readonly: true },
    { key: 'text', title: t('import-column-finding'), width: 330, kind: 'text', readonly: true },
    { key: 'outcome', title: t('import-column-outcome'), width: 210, kind: 'text', readonly: true },
  ];
}

export function findingRows(findings: readonly PreviewFinding[]): Row[] {
  return findings.map((finding, at) => ({
    id: `f${at}`,
    kind: 'row',
    level: 0,
    cells: {
      line: { text: String(finding.line) },
      column: { text: finding.column ?? t('import-whole-row') },
      source: { text: finding.source },
      text: { text: finding.text },
      outcome: { text: finding.outcome },
    },
  }));
}

/** Columns of the list of cells. */
export function cellColumns(): Column[] {
  return [
    { key: 'line', title: t('import-column-line'), width: 52, kind: 'number', readonly: true, frozen: true },
    { key: 'column', title: t('import-column-heading'), width: 150, kind: 'text', readonly: true },
    { key: 'source', title: t('import-column-source'), width: 370, kind: 'text', readonly: true },
    { key: 'understood', title: t('import-column-understood'), width: 320, kind: 'text', readonly: true },
  ];
}

/** Every cell with what was understood; a cell somebody should look at carries the mark and the words of its findings. */
export function cellRows(cells: readonly PreviewCell[], findings: readonly PreviewFinding[]): Row[] {
  const notes = new Map<string, string[]>();
  for (const { line, column, text } of findings) {
    const place = `${line}\n${column ?? ''}`;
    notes.set(place, [...(notes.get(place) ?? []), text]);
  }
  return cells.map((cell, at) => {
    const note = notes.get(`${cell.line}\n${cell.column}`);
    return {
      id: cellId(at),
      kind: 'row',
      level: 0,
      cells: {
        line: { text: String(cell.line) },
        column: { text: cell.column },
        source: { text: cell.source },
        understood: { text: cell.understood, ...(note && { state: 'error' as const, note: note.join('\n') }) },
      },
    };
  });
}

/** The row of the list of cells a finding speaks of: its cell, or the first one of its line. */
export function cellOfFinding(cells: readonly PreviewCell[], finding: PreviewFinding): string | undefined {
  const exact = cells.findIndex((cell) => cell.line === finding.line && cell.column === finding.column);
  const at = exact >= 0 ? exact : cells.findIndex((cell) => cell.line === finding.line);
  return at < 0 ? undefined : cellId(at);
}
