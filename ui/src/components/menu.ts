/** One entry of a menu, or a line between entries. */
export type MenuEntry =
  | { readonly line: true }
  | {
      readonly line?: false;
      readonly value: string;
      readonly label: string;
      readonly disabled?: boolean;
      /** Present for an entry that is switched on or off. */
      readonly checked?: boolean;
      /** Key that does the same: Ctrl+Z. */
      readonly hint?: string;
    };
