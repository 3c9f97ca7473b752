/** Something a person can do here and now: a line of the palette, of a menu and of the list of keys. */
export interface AppCommand {
  readonly id: string;
  /** What it does, as a menu says it. */
  readonly label: string;
  /** Key that does the same: Ctrl+Z. */
  readonly keys?: string;
  /** How the label is read, for those who type its kana: しんちょく. */
  readonly reading?: string;
  /** Said beside it in the palette: the folder of a file. */
  readonly hint?: string;
  readonly disabled?: boolean;
  readonly run: () => unknown;
}

/** Commands under one heading. */
export interface CommandGroup {
  readonly title: string;
  readonly commands: readonly AppCommand[];
}
