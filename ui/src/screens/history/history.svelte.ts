import type { App } from '../../app/app.svelte';
import type { HistoryView } from '../../ipc/HistoryView';
import type { RevertView } from '../../ipc/RevertView';
import type { Step } from '../../ipc/Step';
import type { StepView } from '../../ipc/StepView';
import { t } from '../../texts';

/** What the screen needs of the app. */
export type Core = Pick<App, 'ask' | 'write' | 'notice'>;

/** Which steps are shown; "" leaves a part of it open. */
export interface Narrowed {
  readonly who: string | undefined;
  readonly day: string;
  readonly words: string;
}

/** Value of the choice that leaves a filter open: no name of a person is empty words of this kind. */
export const ALL = '*';

/** The steps of the file, the one that is looked at, and taking it back. */
export class Steps {
  readonly #core: Core;
  view: HistoryView | undefined = $state.raw();
  steps: readonly Step[] = $state.raw([]);
  narrowed: Narrowed = $state.raw({ who: undefined, day: '', words: '' });
  /** The step that is looked at. */
  chosen: StepView | undefined = $state.raw();
  /** What taking the chosen step back would do; the question is open while it is there. */
  preview: RevertView | undefined = $state.raw();
  #asked = 0;

  constructor(core: Core) {
    this.#core = core;
  }

  readonly isNarrowed: boolean = $derived(this.narrowed.who !== undefined || this.narrowed.day !== '' || this.narrowed.words !== '');

  /** Reads the newest steps that fit; an answer to an older question is dropped. */
  async load(): Promise<void> {
    await this.#read(undefined);
    const at = this.steps.find(({ id }) => id === this.chosen?.step.id) ?? this.steps[0];
    await this.choose(at?.id);
  }

  /** Reads on where the list ends. */
  async older(): Promise<void> {
    const last = this.steps.at(-1);
    if (last && this.view?.more) await this.#read(last.id);
  }

  async #read(before: number | undefined): Promise<void> {
    const { who, day, words } = this.narrowed;
    this.#asked += 1;
    const asked = this.#asked;
    const view = await this.#core.ask('history_view', {
      words,
      ...(who !== undefined && { who }),
      ...(day !== '' && { day }),
      ...(before !== undefined && { before }),
    });
    if (!view || asked !== this.#asked) return;
    this.steps = before === undefined ? view.steps : [...this.steps, ...view.steps];
    this.view = view;
  }

  /** Narrows the steps anew. */
  narrow(next: Partial<Narrowed>): Promise<void> {
    this.narrowed = { ...this.narrowed, ...next };
    return this.load();
  }

  /** Looks at a step. */
  async choose(id: number | undefined): Promise<void> {
    if (id === undefined) {
      this.chosen = undefined;
      return;
    }
    const view = await this.#core.ask('step_view', { step: id });
    if (view) this.chosen = view;
  }

  /** Asks what taking the chosen step back would do. */
  async askRevert(): Promise<void> {
    const step = this.chosen?.step;
    if (step && !step.undone) this.preview = await this.#core.ask('step_revert_preview', { step: step.id });
  }

  /** Takes the step back that was asked about. */
  async revert(): Promise<void> {
    const { step } = this.preview ?? {};
    this.preview = undefined;
    if (!step) return;
    const kept = await this.#core.write('step_revert', { step: step.id });
    if (kept === undefined) return;
    this.#core.notice({
      severity: 'success',
      what: t('history-reverted', { step: step.label }),
      ...(kept > 0 && { todo: t('history-reverted-kept', { count: kept }) }),
    });
  }
}

/** Whether a step can be taken back as its preview tells, and if not, why. */
export function stateOf(preview: RevertView): 'can' | 'needed' | 'empty' {
  if (preview.needed) return 'needed';
  return preview.lines.length + preview.more > 0 ? 'can' : 'empty';
}

/** A day of the list in words: 2024-02-02 gives 2024/2/2. */
export function dayWords(day: string): string {
  return day.split('-').map(Number).join('/');
}
