/** The parts of a KeyboardEvent that decide whether an input method owns the key. */
export interface KeyLike {
  readonly key: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly timeStamp: number;
}

/** Keys an input method uses to confirm or leave a conversion. */
const CONFIRMING = new Set(['Enter', 'Escape']);

/**
 * How long after `compositionend` a confirming key without a `keyup` in between still belongs to the conversion.
 * Both events come from one press, so they carry nearly the same time; a second press cannot be this quick.
 */
const SAME_PRESS_MS = 40;

/**
 * Tells the keys of an input method from the keys of the program, in all three orders in which engines send the
 * Enter that confirms a conversion:
 *
 * - Chromium on Windows: keydown (229, composing) → compositionend → keyup;
 * - WebKit on macOS: compositionend → keydown (229, no longer composing) → keyup;
 * - WebKitGTK with IBus or Fcitx: keydown (229) → compositionend → keydown (13, not composing) → keyup.
 */
export class CompositionGuard {
  #composing = false;
  #endedAt = Number.NEGATIVE_INFINITY;

  /** A conversion is under way: nothing may move the focus or replace the field. */
  get composing(): boolean {
    return this.#composing;
  }

  /** On `compositionstart`. */
  start(): void {
    this.#composing = true;
  }

  /** On `compositionend`, or on a blur that the engine does not announce by one. `time` is the event's timeStamp in ms. */
  end(time: number): void {
    this.#composing = false;
    this.#endedAt = time;
  }

  /** On `keyup`: the press that ended the conversion is over. */
  keyUp(event: KeyLike): void {
    if (!this.#composing && event.keyCode !== 229) this.#endedAt = Number.NEGATIVE_INFINITY;
  }

  /** Whether a `keydown` belongs to the input method; the caller then returns at once and leaves the event alone. */
  owns(event: KeyLike): boolean {
    if (this.#composing || event.isComposing || event.keyCode === 229 || event.key === 'Process') return true;
    return CONFIRMING.has(event.key) && this.justEnded(event.timeStamp);
  }

  /** Whether a conversion ended by the key press that is still being handled at `time` (ms). */
  justEnded(time: number): boolean {
    return time - this.#endedAt < SAME_PRESS_MS;
  }
}
