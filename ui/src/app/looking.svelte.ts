import type { FoundIn } from '../ipc/FoundIn';

/** Hits of each part of the programme that are shown at first, and how many more at a wish. */
const FIRST = 60;
const MORE = 200;

/** A search while it is typed: the words, and what was found of those the core was last asked for. */
export class Looking {
  /** What stands in the line of words. */
  words = $state('');
  /** The words of the answer shown; "" before the first. */
  looked = $state('');
  found: readonly FoundIn[] = $state.raw([]);
  /** At most so many hits of each part are asked for. */
  most = $state(FIRST);
  readonly #ask: (words: string, most: number) => Promise<readonly FoundIn[] | undefined>;

  constructor(ask: (words: string, most: number) => Promise<readonly FoundIn[] | undefined>) {
    this.#ask = ask;
  }

  /** What is shown answers other words than those that stand in the line by now. */
  get waiting(): boolean {
    return this.looked !== this.words.trim();
  }

  get total(): number {
    return this.found.reduce((sum, part) => sum + part.total, 0);
  }

  /** Other words are typed: they begin with the first hits again. */
  type(words: string): void {
    this.words = words;
    this.most = FIRST;
  }

  /** More hits of every part. */
  more(): Promise<void> {
    this.most += MORE;
    return this.look();
  }

  /** Asks for the words that stand there. An answer that comes after other words were typed is dropped. */
  async look(): Promise<void> {
    const asked = this.words.trim();
    const most = this.most;
    const answer = asked === '' ? [] : await this.#ask(asked, most);
    if (asked !== this.words.trim() || most !== this.most) return;
    this.found = answer ?? [];
    this.looked = asked;
  }
}
