import { call, hear } from '../call';
import type { Work } from '../components/frame';

interface TaskProgress {
  readonly task: number;
  readonly done: number;
  readonly total: number;
}

interface Entry {
  readonly task: number;
  readonly label: string;
  readonly done?: number;
  readonly total?: number;
  readonly stopping: boolean;
}

/** Work shorter than this shows no progress, ms. */
const PATIENCE = 500;

/** The long works under way: each has a number the core tells its progress by. */
export class Works {
  #entries: readonly Entry[] = $state.raw([]);
  #next = 1;

  /** What the status bar shows. */
  readonly list: readonly Work[] = $derived(
    this.#entries.map(({ task, label, done, total, stopping }) => ({
      id: String(task),
      label,
      stopping,
      ...(done !== undefined && total !== undefined && { done, total }),
      onCancel: () => this.#stop(task),
    })),
  );

  /** Hears of progress until the answer is called. */
  listen(): () => void {
    return hear<TaskProgress>('task-progress', ({ task, done, total }) => this.#change(task, { done, total }));
  }

  /** Runs a work under a new number; it is shown once it lasts. */
  async run<T>(label: string, task: (number: number) => Promise<T>): Promise<T> {
    const number = this.#next;
    this.#next += 1;
    const shown = setTimeout(() => {
      this.#entries = [...this.#entries, { task: number, label, stopping: false }];
    }, PATIENCE);
    try {
      return await task(number);
    } finally {
      clearTimeout(shown);
      this.#entries = this.#entries.filter((entry) => entry.task !== number);
    }
  }

  #change(task: number, change: Partial<Entry>): void {
    this.#entries = this.#entries.map((entry) => (entry.task === task ? { ...entry, ...change } : entry));
  }

  #stop(task: number): void {
    this.#change(task, { stopping: true });
    // A work that has come to its end by now needs no stopping.
    call('task_stop', { task }).catch(() => undefined);
  }
}
