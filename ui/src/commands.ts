/**
 * Every command of the core with its request and its answer, and the error all of them may end with.
 * The generated types of src/ipc take the place of this file.
 */
export type Commands = Record<string, { request: unknown; answer: unknown }>;

/** What went wrong, as the core tells it: a kind with parameters, never a sentence. */
export interface CommandError {
  readonly kind: string;
  readonly args: Readonly<Record<string, string>>;
  readonly log_id: string;
}
