import { fold, holds, writings } from '../fold';
import type { AppCommand, CommandGroup } from './command';

/** How well a command fits what was typed; smaller is better, `undefined` not at all. */
function fit(command: AppCommand, words: readonly (readonly string[])[]): number | undefined {
  const label = fold(command.label);
  const all = [label, fold(command.reading ?? ''), fold(command.keys ?? ''), fold(command.hint ?? '')];
  let worst = 0;
  for (const word of words) {
    if (holds(label, word)) worst = Math.max(worst, word.some((form) => label.startsWith(form)) ? 0 : 1);
    else if (word.some((form) => all[1]?.startsWith(form))) worst = Math.max(worst, 1);
    else if (all.some((text) => holds(text, word))) worst = Math.max(worst, 2);
    else return undefined;
  }
  return worst;
}

/**
 * The commands that hold every word typed, in their label, its reading or its key; the ones that begin with it first.
 * Without words all of them in their groups.
 */
export function fitting(groups: readonly CommandGroup[], typed: string): CommandGroup[] {
  const words = typed
    .split(/\s+/u)
    .filter((word) => fold(word) !== '')
    .map(writings);
  const found = groups.map(({ title, commands }) => ({
    title,
    commands: commands
      .flatMap((command, at) => {
        const rank = fit(command, words);
        return rank === undefined ? [] : [{ command, rank, at }];
      })
      .sort((a, b) => a.rank - b.rank || a.at - b.at)
      .map(({ command }) => command),
  }));
  return found.filter(({ commands }) => commands.length > 0);
}

/** Which key opens the palette; the other of the two opens the search. */
export type PaletteKey = 'ctrl-shift-p' | 'ctrl-k';
