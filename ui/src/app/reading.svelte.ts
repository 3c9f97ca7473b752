/** What a screen shows of the file: read once for every state it asks for; a slower older answer never comes after. */
export class Reading<T> {
  value: T | undefined = $state.raw();
  #under: { readonly of: string; readonly done: Promise<void> } | undefined;

  /** Reads for a state of the file, named by `of`. The promise is over when the value is there. */
  load(of: string, read: () => Promise<T | undefined>): Promise<void> {
    if (this.#under?.of === of) return this.#under.done;
    const done = read().then((value) => {
      if (this.#under?.of === of && value !== undefined) this.value = value;
    });
    this.#under = { of, done };
    return done;
  }
}
