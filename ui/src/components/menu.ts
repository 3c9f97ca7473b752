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
      /** A line below the label that tells more. */
      readonly about?: string;
      /** A menu of its own that opens beside this entry. */
      readonly entries?: readonly MenuEntry[];
    };
