/** Carries out tasks one after the other in the order they were given, whatever becomes of the ones before. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve();

  /** Adds a task; the promise is that of the task itself. */
  add<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(task, task);
    this.#last = turn;
    return turn;
  }
}
