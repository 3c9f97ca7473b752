import { writeHtml, writeTsv, type CopiedCell } from '../grid/clipboard';

/** Puts a table on the clipboard, as text between tabs and as a table, for Excel and Word. Answers whether it went there. */
export function copyTable(cells: readonly (readonly CopiedCell[])[]): boolean {
  const tsv = writeTsv(cells.map((line) => line.map(({ text }) => text)));
  const field = document.createElement('textarea');
  // Only something that is selected can be copied by hand, and only then may the page say what.
  field.value = tsv;
  field.className = 'only-read-aloud';
  field.addEventListener('copy', (event) => {
    event.stopPropagation();
    if (!event.clipboardData) return;
    event.clipboardData.setData('text/plain', tsv);
    event.clipboardData.setData('text/html', writeHtml(cells));
    event.preventDefault();
  });
  const focused = document.activeElement;
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
