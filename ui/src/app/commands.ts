import type { Commands } from '../ipc/Commands';
import type { Done } from '../ipc/Done';
import type { FileChosen } from '../ipc/FileChosen';

/** Name of a command of the core. */
export type Command = keyof Commands & string;

/** What a command is asked with, and what it answers. */
export type Request<K extends Command> = Commands[K]['request'];
export type Answer<K extends Command> = Commands[K]['answer'];

/** The commands that change the file and come as one step of undo. */
export type Writing = { [K in Command]: Answer<K> extends Done<unknown> ? K : never }[Command];

/** The commands that put another file on the desk. */
export type Opening = { [K in Command]: Answer<K> extends FileChosen ? K : never }[Command];

/** What a writing command answers besides the changes: the identity of what is new, for example. */
export type Value<K extends Writing> = Answer<K> extends Done<infer T> ? T : never;
