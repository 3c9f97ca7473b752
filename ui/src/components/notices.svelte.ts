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
    const harmless = ({ severity }: Notice) => severity === 'info' || severity === 'success';
    // One with a button waits for the person, but only until the next good news: they would pile up.
    const past = (shown: Notice) => harmless(notice) && harmless(shown) && !!shown.actions?.length;
    this.list = [...this.list.filter((shown) => !past(shown.notice)), { id, notice }];
    const passing = harmless(notice) && !notice.actions?.length;
    if (passing) setTimeout(() => this.close(id), STAY);
    return id;
  }

  close(id: number): void {
    this.list = this.list.filter((shown) => shown.id !== id);
  }
}
