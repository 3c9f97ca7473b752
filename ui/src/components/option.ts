/** One value to choose from. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** Said beside the label. */
  readonly hint?: string;
  readonly disabled?: boolean;
}
