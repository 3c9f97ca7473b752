import type { App } from '../../app/app.svelte';
import { Reading } from '../../app/reading.svelte';
import type { NodeId } from '../../ipc/NodeId';
import type { PlanId } from '../../ipc/PlanId';
import type { PlanView } from '../../ipc/PlanView';
import type { ScheduleEdit } from '../../ipc/ScheduleEdit';
import type { ScheduleView } from '../../ipc/ScheduleView';
import type { Shown } from '../../ipc/Shown';
import type { Span } from '../../schedule/types';
import { laneOf, ownerOf } from './surface';

/** What is written on a bar besides its years. */
export type BarWriting = Omit<Extract<ScheduleEdit, { kind: 'detail_bar' }>, 'kind' | 'bar'>;

/** What the screen needs of the app. */
export type Core = Pick<App, 'ask' | 'write' | 'version'>;

/** The schedule in force of a plan and the one before it. */
export const USUAL: Shown = { ghost: { kind: 'before' } };

/** A schedule of a plan as it stands in the file, and what a person does with it. */
export class ScheduleTable {
  readonly #core: Core;
  readonly #reading = new Reading<ScheduleView>();
  #shown: Shown = USUAL;
  /** Items written into since they were narrowed: they stay, whatever they are like by now. */
  held: ReadonlySet<NodeId> = $state.raw(new Set());

  constructor(core: Core) {
    this.#core = core;
  }

  get view(): ScheduleView | undefined {
    return this.#reading.value;
  }

  /** Shows a schedule of a plan, beside another one, at a version of the file. */
  load(plan: PlanId, version: number, shown: Shown): Promise<void> {
    this.#shown = shown;
    return this.#reading.load(`${plan}/${version}/${JSON.stringify(shown)}`, () => this.#core.ask('schedule_view', { plan, shown }));
  }

  /** Only the schedule in force is written into: what an earlier one said stays. */
  readonly inForce: boolean = $derived.by(() => this.view?.schedule === this.view?.schedules.at(-1)?.id);

  /** Offices, groups and life cycles of the plan, for forms. */
  choices: Pick<PlanView, 'offices' | 'life_cycles' | 'groups'> | undefined = $state.raw();

  async loadChoices(plan: PlanId): Promise<void> {
    this.choices = (await this.#core.ask('plan_view', { plan })) ?? this.choices;
  }

  addBar({ lane, first, last, lanes }: Span, words: string): Promise<void> {
    return this.#edit({ lane }, { kind: 'add_bar', lane: Number(lane), first, last, lanes, words });
  }

  changeBar(bar: string, { lane, first, last, lanes }: Span): Promise<void> {
    const own = this.view && laneOf(this.view, bar);
    const edit: ScheduleEdit =
      own === undefined || own === lane
        ? { kind: 'span_bar', bar: Number(bar), first, last, lanes }
        : { kind: 'place_bar', bar: Number(bar), lane: Number(lane), first, last };
    return this.#edit({ bar }, edit);
  }

  /** All that is written on a bar. */
  detail(bar: string, written: BarWriting): Promise<void> {
    return this.#edit({ bar }, { kind: 'detail_bar', bar: Number(bar), ...written });
  }

  moveLane(lane: string, position: number): Promise<void> {
    return this.#edit({ lane }, { kind: 'move_lane', lane: Number(lane), position });
  }

  removeBar(bar: string): Promise<void> {
    return this.#edit({ bar }, { kind: 'remove_bar', bar: Number(bar) });
  }

  word(bar: string, words: string): Promise<void> {
    return this.#edit({ bar }, { kind: 'word_bar', bar: Number(bar), words });
  }

  renameLane(lane: string, title: string): Promise<void> {
    return this.#edit({ lane }, { kind: 'rename_lane', lane: Number(lane), title });
  }

  removeLane(lane: string): Promise<void> {
    return this.#edit({ lane }, { kind: 'remove_lane', lane: Number(lane) });
  }

  async addLane(item: string, position: number, title: string): Promise<void> {
    const schedule = this.view?.schedule;
    if (schedule !== undefined) await this.#write(Number(item), { kind: 'add_lane', schedule, position, title });
  }

  async #edit(at: { readonly lane?: string; readonly bar?: string }, edit: ScheduleEdit): Promise<void> {
    const node = this.view && ownerOf(this.view, at);
    if (node !== undefined) await this.#write(node, edit);
  }

  async #write(node: NodeId, edit: ScheduleEdit): Promise<void> {
    this.held = new Set([...this.held, node]);
    await this.#core.write('schedule_edit', { node, edit });
    if (this.view) await this.load(this.view.plan, this.#core.version, this.#shown);
  }
}
