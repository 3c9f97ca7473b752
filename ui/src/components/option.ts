/** One value to choose from. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** Said beside the label. */
  readonly hint?: string;
  readonly disabled?: boolean;
}

/** A control that shows one of its options. */
export interface Choosing {
  label: string;
  options: readonly Option[];
  value: string | undefined;
  onChange: (value: string) => void;
  /** The label is only read aloud. */
  quiet?: boolean;
  disabled?: boolean;
  placeholder?: string;
}

/** How options are read by the parts that list them. */
export const READ_OPTION = {
  itemToValue: (option: Option): string => option.value,
  itemToString: (option: Option): string => option.label,
  isItemDisabled: (option: Option): boolean => option.disabled ?? false,
};
