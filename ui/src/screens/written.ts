import type { Notice } from '../components/notices.svelte';
import type { FileName } from '../ipc/FileName';
import { t } from '../texts';

/** Tells which files were written and where, and offers to copy the folder, to be pasted into the file window. */
export function writtenNotice(files: readonly FileName[], copy: (text: string) => void): Notice {
  const first = files[0];
  const folder = first ? first.path.slice(0, first.path.length - first.name.length).replace(/[\\/]$/u, '') : '';
  return {
    severity: 'success',
    what: t('written-what', { count: files.length }),
    safe: files.map((file) => file.name).join(t('written-and')),
    todo: t('written-where', { folder }),
    actions: [{ label: t('written-copy'), run: () => copy(folder) }],
  };
}

/** Puts a text on the clipboard, also where the web view has no clipboard of its own to offer. */
export function copyText(text: string): void {
  const byHand = (): void => {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'only-read-aloud';
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  };
  if ('clipboard' in navigator) navigator.clipboard.writeText(text).catch(byHand);
  else byHand();
}
