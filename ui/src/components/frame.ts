/** One screen of the left navigation. */
export interface ScreenEntry {
  readonly id: string;
  readonly label: string;
  /** Findings that wait there; shown in brackets. */
  readonly findings?: number;
}

/** Whether what is on the screen is in the file. */
export type SaveState =
  | { readonly kind: 'none' }
  /** Opened, and nothing written since. */
  | { readonly kind: 'clean' }
  | { readonly kind: 'read-only' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'unsaved' }
  /** `time` as the city writes it: 10:32. */
  | { readonly kind: 'saved'; readonly time: string };

/** One step of undo or redo with its name: 「…」令和5年度 実績の入力を元に戻す. */
export interface Step {
  readonly label: string;
}

/** A long work that is under way. */
export interface Work {
  readonly id: string;
  readonly label: string;
  readonly done?: number;
  readonly total?: number;
  readonly detail?: string;
  readonly stopping?: boolean;
  readonly onCancel?: () => void;
}
