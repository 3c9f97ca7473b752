import type { SettingsSpot } from './rows';

/** What takes the keyboard in a row. */
const FIELDS = 'input:not([disabled]), textarea:not([disabled]), button:not([disabled])';

/** Puts the keyboard into a row of the section shown, and the row into sight; answers whether it is there. */
export function enter(section: ParentNode, { row, label }: SettingsSpot): boolean {
  const found = row === undefined ? undefined : section.querySelector<HTMLElement>(`[data-row="${row}"]`);
  if (!found) return false;
  const named = label === undefined ? undefined : [...found.querySelectorAll('label')].find(({ textContent }) => textContent.trim() === label);
  const field = named?.control ?? found.querySelector<HTMLElement>(FIELDS);
  found.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
  return true;
}
