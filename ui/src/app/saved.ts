import type { SaveState } from '../components/frame';
import type { App } from './app.svelte';

/** Time of day of a local moment: 2024-02-02T10:32:05 gives 10:32. */
export function timeOf(moment: string): string {
  return moment.slice(11, 16);
}

/** Day and time of a local moment as a list shows it: 2024-02-02T10:32:05 gives 2/2 10:32. */
export function momentOf(moment: string): string {
  return `${Number(moment.slice(5, 7))}/${Number(moment.slice(8, 10))} ${timeOf(moment)}`;
}

/** What the top bar says about the file on the disk. */
export function saveState(app: Pick<App, 'status' | 'readOnly' | 'unsaved' | 'writing' | 'turns'>): SaveState {
  if (!app.status.open) return { kind: 'none' };
  if (app.readOnly) return { kind: 'read-only' };
  if (app.writing > 0) return { kind: 'saving' };
  if (app.unsaved) return { kind: 'unsaved' };
  const at = app.turns?.saved_at;
  return at ? { kind: 'saved', time: timeOf(at) } : { kind: 'clean' };
}
