import type { App } from '../../src/app/app.svelte';

/** What a table of a screen needs of the core. */
type Core = Pick<App, 'ask' | 'write' | 'notice' | 'version' | 'undo'>;

/** A core that stands in for the real one, and what was asked of it and told by it, in order. */
export interface HeardCore {
  readonly core: Core;
  readonly asked: [command: string, request: unknown][];
  readonly notices: string[];
}

/** A core that holds one view; a command that writes answers what `answers` says, and makes another version of the file. */
export function coreHolding(view: unknown, answers: Readonly<Record<string, unknown>> = {}): HeardCore {
  const asked: [string, unknown][] = [];
  const notices: string[] = [];
  const made = {
    version: 1,
    ask: async (command: string, request: unknown) => {
      asked.push([command, request]);
      return view;
    },
    write: async (command: string, request: unknown) => {
      asked.push([command, request]);
      made.version += 1;
      return answers[command] ?? {};
    },
    undo: async () => undefined,
    notice: ({ what }: { what: string }) => void notices.push(what),
  };
  return { core: made as unknown as Core, asked, notices };
}
