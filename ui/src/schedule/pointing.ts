import { moved, stretched, type PlacedBar } from './geometry';
import type { ScheduleModel } from './model.svelte';
import type { ScheduleBar } from './types';

/** What the surface tells the pointer about itself. */
export interface Surface {
  /** The row and year under an event. */
  readonly pointed: (event: PointerEvent | MouseEvent) => { row: number; year: number } | undefined;
  /** The text field, which keeps its own clicks and its conversion. */
  readonly field: () => { owns(target: EventTarget | null): boolean; composing(): boolean; leaveWhenComposed(): void; focus(): void } | undefined;
}

type Drag =
  | { readonly kind: 'draw'; readonly x: number; readonly y: number; readonly under: boolean }
  | { readonly kind: 'bar'; readonly bar: ScheduleBar; readonly part: 'all' | 'first' | 'last'; readonly x: number };

/** Pixels a pointer moves before a click becomes a drawn bar. */
const STILL = 8;

/** Clicks and drags on the surface: bars drawn, moved to other years and lanes, and made longer or shorter. */
export class Pointing {
  readonly #model: ScheduleModel;
  readonly #surface: Surface;
  #drag: Drag | undefined;
  #waiting: (() => void) | undefined;

  constructor(model: ScheduleModel, surface: Surface) {
    this.#model = model;
    this.#surface = surface;
  }

  get #start(): number {
    return this.#model.years[0]?.year ?? 0;
  }

  #under(target: Element): { readonly placed: PlacedBar | undefined; readonly cell: HTMLElement | null; readonly edge: string | undefined } {
    const bar = target.closest<HTMLElement>('[data-bar]');
    return {
      placed: bar ? this.#model.layout.bars.find((one) => one.bar.id === bar.dataset['bar']) : undefined,
      cell: target.closest<HTMLElement>('[data-year]'),
      edge: target.closest<HTMLElement>('[data-edge]')?.dataset['edge'],
    };
  }

  down(event: PointerEvent): void {
    const field = this.#surface.field();
    if (event.button !== 0 || field?.owns(event.target) || !(event.target instanceof Element)) return;
    const { placed, cell, edge } = this.#under(event.target);
    if (!placed && !cell) return;
    const model = this.#model;
    const act = (): void => {
      if (placed) {
        const at = this.#surface.pointed(event);
        const year = Math.max(placed.bar.first, Math.min(placed.bar.last, this.#start + (at?.year ?? 0)));
        model.select({ row: placed.row, year: year - this.#start }, placed.bar.id);
      } else if (cell && event.shiftKey && model.spot.year < 0 && cell.dataset['year'] === '-1') model.choose(Number(cell.dataset['row']));
      else if (cell) model.select({ row: Number(cell.dataset['row']), year: Number(cell.dataset['year']) });
      field?.focus();
    };
    if (field?.composing()) {
      // The click itself ends the conversion; the place changes once its text is kept.
      field.leaveWhenComposed();
      this.#waiting = act;
      return;
    }
    event.preventDefault();
    model.commit();
    act();
    if (model.locked) return;
    if (placed) this.#drag = { kind: 'bar', bar: placed.bar, part: edge === 'first' || edge === 'last' ? edge : 'all', x: event.clientX };
    else if (model.spot.year >= 0) this.#drag = { kind: 'draw', x: event.clientX, y: event.clientY, under: false };
  }

  /** The text that was being converted is kept: what the click meant follows. */
  left(): void {
    const next = this.#waiting;
    this.#waiting = undefined;
    next?.();
  }

  move(event: PointerEvent): void {
    const drag = this.#drag;
    if (!drag) return;
    if ((event.buttons & 1) === 0) {
      this.drop();
      return;
    }
    const model = this.#model;
    if (drag.kind === 'draw') {
      const at = this.#surface.pointed(event);
      if (!at || (!drag.under && Math.abs(event.clientX - drag.x) < STILL && Math.abs(event.clientY - drag.y) < STILL)) return;
      this.#drag = { ...drag, under: true };
      model.extend(at);
      return;
    }
    const by = Math.round((event.clientX - drag.x) / model.yearWidth);
    const span = drag.part === 'all' ? moved(drag.bar, by, model.years) : stretched(drag.bar, drag.part, by, model.years);
    model.preview = { id: drag.bar.id, span: drag.part === 'all' ? { ...span, lane: this.#laneUnder(event, drag.bar) } : span };
  }

  /** The lane of the item under the pointer; a bar never leaves its item. */
  #laneUnder(event: PointerEvent, bar: ScheduleBar): string {
    const own = this.#model.layout.rows.find((row) => row.lane?.id === bar.lane);
    const at = this.#surface.pointed(event);
    return (own && at && this.#model.laneAt(at.row, own.item)) ?? bar.lane;
  }

  drop(): void {
    const model = this.#model;
    const ended = this.#drag;
    this.#drag = undefined;
    const preview = model.preview;
    model.preview = undefined;
    // A drawn bar waits for its words; it is there as soon as they are typed or the place is left.
    if (ended?.kind === 'draw' && ended.under) model.edit();
    if (ended?.kind === 'bar' && preview) {
      const row = model.layout.rows.findIndex((one) => one.lane?.id === preview.span.lane);
      model.select({ row: row < 0 ? model.spot.row : row, year: preview.span.first - this.#start }, ended.bar.id);
      model.change(ended.bar, preview.span);
    }
  }

  /** The other button: the place under it becomes the active one, unless it is chosen already. `false` beside every place. */
  menu(event: MouseEvent): boolean {
    const field = this.#surface.field();
    if (!(event.target instanceof Element) || field?.composing()) return false;
    const { placed, cell } = this.#under(event.target);
    if (!placed && !cell) return false;
    event.preventDefault();
    const model = this.#model;
    model.commit();
    const row = Number(cell?.dataset['row'] ?? -1);
    const within = cell?.dataset['year'] === '-1' && row >= model.range.from && row <= model.range.to;
    if (placed) model.select({ row: placed.row, year: this.#surface.pointed(event)?.year ?? 0 }, placed.bar.id);
    else if (!within) model.select({ row, year: Number(cell?.dataset['year']) });
    field?.focus();
    return true;
  }
}
