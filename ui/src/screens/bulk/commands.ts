import type { AppCommand } from '../../app/command';
import type { MenuEntry } from '../../components/menu';
import type { FiscalYear } from '../../ipc/FiscalYear';
import type { Judge } from '../../ipc/Judge';
import type { LaneId } from '../../ipc/LaneId';
import type { NodeId } from '../../ipc/NodeId';
import type { Term } from '../../ipc/Term';
import { t } from '../../texts';
import type { Bulk } from './bulk.svelte';

/** The nodes chosen on a screen, and where they are looked at. */
export interface Chosen {
  readonly nodes: readonly NodeId[];
  /** Lanes chosen among them; all of them when empty. */
  readonly lanes?: readonly LaneId[];
}

/** What the commands are about. Asked for when a command is carried out, since the selection moves. */
export interface Ground {
  readonly bulk: Bulk;
  readonly chosen: () => Chosen;
  /** Whose words judge, and the words: the judge of the column a person stands in, or the first one. */
  readonly judge?: { readonly judge: Judge; readonly terms: readonly Term[] } | undefined;
  /** The year of the records; without one a screen shows none. */
  readonly year?: FiscalYear | undefined;
  readonly readonly: boolean;
}

/** Words that have a key of their own. */
const MOST_KEYS = 9;

/** Judging the chosen items: one command for each word, with its key. */
export function judgingCommands({ bulk, chosen, judge, year, readonly }: Ground): AppCommand[] {
  if (!judge || year === undefined) return [];
  const words = judge.terms.slice(0, MOST_KEYS).map((term, at): AppCommand => ({
    id: `evaluate-${at + 1}`,
    label: t('bulk-evaluate', { word: [term.symbol, term.label].filter((part) => part !== '').join(' ') }),
    keys: `Alt+${at + 1}`,
    disabled: readonly,
    run: () => bulk.evaluate(chosen().nodes, year, term.label, judge.judge),
  }));
  const none: AppCommand = {
    id: 'evaluate-0',
    label: t('bulk-evaluate-none'),
    keys: 'Alt+0',
    disabled: readonly,
    run: () => bulk.evaluate(chosen().nodes, year, '', judge.judge),
  };
  return [...words, none];
}

/** Planning of the chosen items: the same as last year, copied from last year, into the results. */
export function planningCommands({ bulk, chosen, year, readonly }: Ground): AppCommand[] {
  if (year === undefined) return [];
  return [
    { id: 'same', label: t('bulk-same'), keys: 'Alt+S', reading: t('bulk-same-kana'), disabled: readonly, run: () => bulk.same(chosen().nodes, year, true) },
    { id: 'unsame', label: t('bulk-unsame'), keys: 'Alt+Shift+S', disabled: readonly, run: () => bulk.same(chosen().nodes, year, false) },
    {
      id: 'cumulative',
      label: t('bulk-cumulative'),
      keys: 'Alt+R',
      reading: t('bulk-cumulative-kana'),
      disabled: readonly,
      run: () => bulk.cumulative(chosen().nodes, year, true),
    },
    {
      id: 'uncumulative',
      label: t('bulk-uncumulative'),
      keys: 'Alt+Shift+R',
      disabled: readonly,
      run: () => bulk.cumulative(chosen().nodes, year, false),
    },
    { id: 'copy-planned', label: t('bulk-copy-planned'), reading: t('bulk-copy-planned-kana'), disabled: readonly, run: () => bulk.askCopy(chosen().nodes, year, 'planned') },
    { id: 'copy-actual', label: t('bulk-copy-actual'), reading: t('bulk-copy-actual-kana'), disabled: readonly, run: () => bulk.askCopy(chosen().nodes, year, 'actual') },
  ];
}

/** What can be done with the chosen nodes on every screen of the plan. */
export function nodeCommands({ bulk, chosen, readonly }: Ground): AppCommand[] {
  return [
    {
      id: 'shift',
      label: t('bulk-shift'),
      keys: 'Alt+M',
      reading: t('bulk-shift-kana'),
      disabled: readonly,
      run: () => {
        const { nodes, lanes } = chosen();
        bulk.askShift(nodes, lanes ?? []);
      },
    },
    { id: 'assign', label: t('bulk-assign'), keys: 'Alt+A', reading: t('bulk-assign-kana'), disabled: readonly, run: () => bulk.askAssign(chosen().nodes) },
    { id: 'print-pdf', label: t('bulk-print-pdf'), keys: 'Ctrl+P', reading: t('bulk-print-kana'), run: () => bulk.print(chosen().nodes, 'pdf') },
    { id: 'print-xlsx', label: t('bulk-print-xlsx'), reading: t('bulk-print-kana'), run: () => bulk.print(chosen().nodes, 'xlsx') },
  ];
}

/** Groups of commands as a menu, with a line between groups. */
export function entriesOf(groups: readonly (readonly AppCommand[])[]): MenuEntry[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, at): MenuEntry[] => [
      ...(at > 0 ? [{ line: true } as const] : []),
      ...group.map(({ id, label, keys, disabled }): MenuEntry => ({ value: id, label, ...(keys !== undefined && { hint: keys }), disabled: disabled ?? false })),
    ]);
}

/** The key of an event as it is written in a command: Alt+Shift+S. */
export function keysOf(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  // With Alt some layouts deliver another letter; the digit or letter of the key itself is meant.
  const own = /^(?:Digit|Key|Numpad)(.)$/u.exec(event.code)?.[1];
  const key = event.altKey && own !== undefined ? own : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', event.shiftKey ? 'Shift' : '', key].filter((part) => part !== '').join('+');
}

/** Carries out the command of a key; `false` when there is none. */
export function pressed(event: KeyboardEvent, commands: readonly AppCommand[]): boolean {
  if (event.isComposing || event.keyCode === 229) return false;
  const keys = keysOf(event);
  const command = commands.find((one) => one.keys === keys);
  if (!command || command.disabled) return false;
  void command.run();
  return true;
}
