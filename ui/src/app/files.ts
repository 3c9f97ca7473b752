import type { Shape } from '../ipc/Shape';
import { t } from '../texts';
import type { App } from './app.svelte';

/** Asks for another file and opens it. */
export function openOther(app: App): Promise<boolean> {
  return app.open('file_open', {});
}

/** Opens a new file of a sample city; without a shape of the usual one. */
export function openSample(app: App, shape: Shape = 'progress'): Promise<boolean> {
  return app.open('file_sample', { shape });
}

/** Writes a verified copy of the file; asks where. */
export async function copyFile(app: App): Promise<void> {
  const written = await app.ask('file_copy', {});
  tellWritten(app, written?.files ?? []);
}

/** Writes the programme as JSON; asks where. */
export async function exportProgramme(app: App): Promise<void> {
  const written = await app.ask('programme_export', {});
  tellWritten(app, written?.files ?? []);
}

/** Reads a programme.json over what the file holds; asks which. One step of undo. */
export async function loadProgramme(app: App): Promise<void> {
  const loaded = await app.ask('programme_load', {});
  if (!loaded?.chosen) return;
  await app.refresh(loaded.turns);
  app.notice({ severity: 'success', what: t('app-loaded'), todo: t('app-loaded-todo') });
}

function tellWritten(app: App, files: readonly { readonly path: string }[]): void {
  const [file] = files;
  if (file) app.notice({ severity: 'success', what: t('app-written'), details: file.path });
}

/** Workbooks, whose tables come in by way of the clipboard. */
const WORKBOOKS: ReadonlySet<string | undefined> = new Set(['xlsx', 'xlsm', 'xls', 'xlsb', 'ods']);

/** What to do with a file dropped on the window, by its ending: our own file is opened, a table imported, a workbook pasted from. */
export function droppedAs(name: string): 'open' | 'import' | 'workbook' | 'unknown' {
  const ending = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase();
  if (ending === 'kaikaku') return 'open';
  if (WORKBOOKS.has(ending)) return 'workbook';
  return ending === 'csv' || ending === 'tsv' || ending === 'txt' ? 'import' : 'unknown';
}
