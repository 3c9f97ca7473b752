/** How much a message matters. */
export type Severity = 'info' | 'success' | 'warning' | 'error';

/** A message to the person: what happened, what is safe, what to do. */
export interface Notice {
  readonly severity: Severity;
  /** What happened. */
  readonly what: string;
  /** What was kept, or what was lost. */
  readonly safe?: string | undefined;
  /** What to do now. */
  readonly todo?: string | undefined;
  /** For the person who is asked for help: file, place, number in the log. */
  readonly details?: string | undefined;
  readonly actions?: readonly { readonly label: string; readonly run: () => void }[];
}

/** How long a message without a fault stays, ms. Faults stay until they are closed. */
const STAY = 6000;

/** The messages on the screen. */
export class Notices {
  list: readonly { readonly id: number; readonly notice: Notice }[] = $state.raw([]);
  #next = 1;

  /** Shows a message and returns its number. */
  show(notice: Notice): number {
    const id = this.#next;
    this.#next += 1;
    this.list = [...this.list, { id, notice }];
    const passing = (notice.severity === 'info' || notice.severity === 'success') && !notice.actions?.length;
    if (passing) setTimeout(() => this.close(id), STAY);
    return id;
  }

  close(id: number): void {
    this.list = this.list.filter((shown) => shown.id !== id);
  }
}
