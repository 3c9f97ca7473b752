import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Commands } from './ipc/Commands';

/** What went wrong, as the core tells it: a kind with parameters, never a sentence. */
export interface CommandError {
  readonly kind: string;
  readonly args: Readonly<Record<string, string>>;
  /** Number of the entry in the log; "" when there is none. */
  readonly log_id: string;
}

/** A command that failed; `error` says why, errors.ts says it to the person. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly error: CommandError;
  constructor(error: CommandError) {
    super(error.kind);
    this.error = error;
  }
}

function isCommandError(value: unknown): value is CommandError {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';
}

/** Asks the core for one command. Rejects with a CallError, whatever went wrong on the way. */
export async function call<K extends keyof Commands & string>(name: K, request: Commands[K]['request']): Promise<Commands[K]['answer']> {
  try {
    return await invoke<Commands[K]['answer']>(name, { request });
  } catch (reason) {
    throw new CallError(isCommandError(reason) ? reason : { kind: 'internal', args: { detail: String(reason) }, log_id: '' });
  }
}

/** Hears what the core tells without being asked (progress of long work, a file dropped on the window). Returns the end of it. */
export function hear<T>(event: string, heard: (payload: T) => void): () => void {
  let over = false;
  let end: (() => void) | undefined;
  listen<T>(event, ({ payload }) => heard(payload)).then(
    (stop) => {
      if (over) stop();
      else end = stop;
    },
    // Without the bridge (a page in a browser) nothing is told.
    () => undefined,
  );
  return () => {
    over = true;
    end?.();
  };
}
