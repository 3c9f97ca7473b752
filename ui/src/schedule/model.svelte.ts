import type { Key } from '../grid/keyboard';
import type { TextPort } from '../grid/model.svelte';
import { estimated, type MeasureLines } from './lines';
import { findHits, hitAt, nextHit, type Hit } from './find';
import { layOut, WIDTHS, type LaneRow, type PlacedBar, type ScheduleLayout } from './geometry';
import { press } from './keys';
import { SIZES } from './sizes';
import { statusOf, type ScheduleStatus } from './status';
import type { NameWidths, ScheduleBar, ScheduleItem, ScheduleYear, Span } from './types';

/** What a screen hears from the schedule. Every callback is optional. */
export interface ScheduleEvents {
  /** A bar was drawn; its words may be blank. */
  onAddBar?: ((span: Span, words: string) => void) | undefined;
  /** A bar was moved or made longer or shorter. */
  onChangeBar?: ((id: string, span: Span) => void) | undefined;
  onRemoveBar?: ((id: string) => void) | undefined;
  onWords?: ((id: string, words: string) => void) | undefined;
  /** The name of a lane was typed. */
  onLaneTitle?: ((lane: string, title: string) => void) | undefined;
  /** A new lane at a place among the lanes of the item, from 0. */
  onAddLane?: ((item: string, position: number) => void) | undefined;
  onRemoveLane?: ((lane: string) => void) | undefined;
  /** A lane to another place among the lanes of its item, from 0. */
  onMoveLane?: ((lane: string, position: number) => void) | undefined;
  /** All that is written on a bar is asked for: amount, months, 「→」. */
  onDetail?: ((id: string) => void) | undefined;
  onUndo?: (() => void) | undefined;
  onRedo?: (() => void) | undefined;
  /** The active item changed. */
  onActive?: ((item: string, lane: string | undefined) => void) | undefined;
  /** The columns of the names were made wider or narrower. */
  onWidths?: ((widths: NameWidths) => void) | undefined;
}

/** A place: a row, and a year from 0 or the lane's name at −1. */
export interface ScheduleSpot {
  readonly row: number;
  readonly year: number;
}

/** What is being typed. */
type Target =
  | { readonly kind: 'new'; readonly span: Span }
  | { readonly kind: 'bar'; readonly id: string }
  | { readonly kind: 'lane'; readonly lane: string };

/** What the bars surface knows and does; the view only draws it and brings it events. */
export class ScheduleModel {
  items: readonly ScheduleItem[] = $state.raw([]);
  bars: readonly ScheduleBar[] = $state.raw([]);
  baseline: readonly ScheduleBar[] = $state.raw([]);
  years: readonly ScheduleYear[] = $state.raw([]);
  yearWidth: number = $state(SIZES.year);
  widths: NameWidths = $state.raw(WIDTHS);
  /** How texts are measured; by what letters take at most, as long as nothing is drawn. */
  measure: MeasureLines = $state.raw(estimated);
  readonly = $state(false);
  /** What is looked for; `undefined` while nothing is. */
  query: string | undefined = $state();
  events: ScheduleEvents = {};
  text: TextPort = { read: () => '', write: () => undefined, breakLine: () => undefined };

  #spot: ScheduleSpot = $state.raw({ row: 0, year: -1 });
  /** The other corner while a bar is being drawn with Shift+arrows or the pointer. */
  #corner: ScheduleSpot | undefined = $state.raw();
  target: Target | undefined = $state.raw();
  /** A bar shown where the pointer has dragged it. */
  preview: { readonly id: string; readonly span: Span } | undefined = $state.raw();

  readonly layout: ScheduleLayout = $derived(
    layOut(
      this.items,
      this.preview ? this.bars.map((bar) => (bar.id === this.preview?.id ? { ...bar, ...this.preview.span } : bar)) : this.bars,
      this.baseline,
      this.years,
      this.yearWidth,
      this.widths,
      this.measure,
    ),
  );
  readonly spot: ScheduleSpot = $derived({
    row: Math.max(0, Math.min(this.#spot.row, this.layout.rows.length - 1)),
    year: Math.max(-1, Math.min(this.#spot.year, this.years.length - 1)),
  });
  readonly row: LaneRow | undefined = $derived(this.layout.rows[this.spot.row]);
  /** The bar under the active place. */
  readonly bar: PlacedBar | undefined = $derived(this.#barAt(this.spot));
  /** The span that is being drawn. */
  readonly draft: Span | undefined = $derived(this.#drawn());

  get locked(): boolean {
    return this.readonly || !this.row || this.row.item.readonly === true || !this.row.lane || this.row.gone;
  }

  /** Bars that cover a year of a row, in the order of their tracks. */
  barsAt(row: number, year: number): PlacedBar[] {
    const at = this.years[year]?.year;
    if (at === undefined) return [];
    return (this.layout.byRow.get(row) ?? []).filter(({ bar }) => at >= bar.first && at <= bar.last);
  }

  #chosen: string | undefined = $state();
  #barAt(spot: ScheduleSpot): PlacedBar | undefined {
    const here = this.barsAt(spot.row, spot.year);
    return here.find((placed) => placed.bar.id === this.#chosen) ?? here[0];
  }

  #drawn(): Span | undefined {
    if (this.target?.kind === 'new') return this.target.span;
    const corner = this.#corner;
    return corner ? this.#span(this.spot, corner) : undefined;
  }

  #span(a: ScheduleSpot, b: ScheduleSpot): Span | undefined {
    const top = this.layout.rows[Math.min(a.row, b.row)];
    const first = this.years[Math.max(0, Math.min(a.year, b.year))]?.year;
    const last = this.years[Math.max(a.year, b.year)]?.year;
    if (!top?.lane || first === undefined || last === undefined) return undefined;
    return { lane: top.lane.id, lanes: Math.abs(a.row - b.row) + 1, first, last };
  }

  /** The other end of the rows chosen by their names. */
  #until: number | undefined = $state();
  /** The rows chosen: those between the active one and where Shift led, by their names, or the active one alone. */
  readonly range: { readonly from: number; readonly to: number } = $derived.by(() => {
    const other = this.spot.year < 0 ? Math.max(0, Math.min(this.#until ?? this.spot.row, this.layout.rows.length - 1)) : this.spot.row;
    return { from: Math.min(this.spot.row, other), to: Math.max(this.spot.row, other) };
  });

  /** The rows chosen, and of a place on the years only its row. */
  get chosenRows(): readonly LaneRow[] {
    return this.layout.rows.slice(this.range.from, this.range.to + 1);
  }

  readonly status: ScheduleStatus = $derived(statusOf(this.layout.rows, this.bars, this.chosenRows));

  /** Places that contain what is looked for. */
  readonly hits: readonly Hit[] = $derived(this.query === undefined ? [] : findHits(this.layout, this.years[0]?.year ?? 0, this.query));
  /** The hit a person stands on, from 0; −1 for none. */
  readonly hit: number = $derived(hitAt(this.hits, this.spot.row, this.spot.year, this.spot.year < 0 ? undefined : this.bar?.bar.id));

  /** Goes to the next hit; `false` without one. */
  findNext(back: boolean): boolean {
    const hit = this.hits[nextHit(this.hits, this.spot.row, this.spot.year, this.spot.year < 0 ? undefined : this.bar?.bar.id, back)];
    if (hit) this.select({ row: hit.row, year: hit.year }, hit.bar);
    return hit !== undefined;
  }

  /** The row a choice by names has come to. */
  get end(): number {
    return this.#until ?? this.spot.row;
  }

  /** The items chosen, and of them the lanes: all of the item while a person stands on its years. */
  chosen(): { readonly items: string[]; readonly lanes: string[] } {
    const rows = this.layout.rows.slice(this.range.from, this.range.to + 1);
    const items = [...new Set(rows.map((row) => row.item.id))];
    return { items, lanes: this.spot.year < 0 ? rows.flatMap((row) => (row.gone ? [] : (row.lane?.id ?? []))) : [] };
  }

  /** Chooses the rows up to one, by their names. */
  choose(row: number): void {
    this.#until = Math.max(0, Math.min(row, this.layout.rows.length - 1));
  }

  /** The place of a bar or a lane of an item; its first lane where that is not drawn. */
  spotOf(item: string, at: { readonly lane?: string | undefined; readonly bar?: string | undefined }): ScheduleSpot | undefined {
    const bar = this.bars.find(({ id }) => id === at.bar);
    const lane = bar?.lane ?? at.lane;
    const own = this.layout.rows.findIndex((row) => row.item.id === item && row.lane !== undefined && row.lane.id === lane);
    if (own >= 0) return { row: own, year: bar ? this.years.findIndex(({ year }) => year >= bar.first && year <= bar.last) : -1 };
    const first = this.layout.rows.findIndex((row) => row.item.id === item);
    return first < 0 ? undefined : { row: first, year: -1 };
  }

  /** Makes a place the active one; `chosen` names the bar where several lie over each other. */
  select(spot: ScheduleSpot, chosen?: string): void {
    const before = this.row;
    this.#corner = undefined;
    this.#until = undefined;
    this.#spot = spot;
    this.#chosen = chosen;
    const row = this.row;
    if (row && row !== before) this.events.onActive?.(row.item.id, row.lane?.id);
  }

  /** Draws from the active place to here, without leaving the item. */
  extend(spot: ScheduleSpot): void {
    const item = this.row?.item;
    if (this.locked || this.spot.year < 0) return;
    let row = Math.max(0, Math.min(spot.row, this.layout.rows.length - 1));
    const step = row > this.spot.row ? -1 : 1;
    while (this.layout.rows[row]?.item !== item || this.layout.rows[row]?.gone) row += step;
    this.#corner = { row, year: Math.max(0, Math.min(spot.year, this.years.length - 1)) };
  }

  get corner(): ScheduleSpot {
    return this.#corner ?? this.spot;
  }

  /** Opens what is active for typing: the words of a bar, the name of a lane, or a new bar; `text` replaces it. */
  edit(text?: string): boolean {
    const present = this.#open();
    if (present === undefined) return false;
    this.text.write(text ?? present);
    return true;
  }

  /** The first letter has arrived in the text field. */
  typed(): void {
    if (!this.target) this.#open();
  }

  /** Makes what is active the target of the typing and returns its present text; `undefined` when it is locked. */
  #open(): string | undefined {
    const lane = this.row?.lane;
    if (this.locked || !lane) return undefined;
    if (this.spot.year < 0) {
      this.target = { kind: 'lane', lane: lane.id };
      return lane.title;
    }
    const bar = this.#corner ? undefined : this.bar?.bar;
    if (bar) {
      this.target = { kind: 'bar', id: bar.id };
      return bar.words;
    }
    const span = this.draft ?? this.#span(this.spot, this.spot);
    if (!span) return undefined;
    this.target = { kind: 'new', span };
    return '';
  }

  /** Ends the typing and hands on what was typed. */
  commit(): void {
    const target = this.target;
    if (!target) return;
    const words = this.text.read().replace(/\r\n?/gu, '\n');
    this.cancel();
    if (target.kind === 'new') this.events.onAddBar?.(target.span, words);
    else if (target.kind === 'lane') {
      const lane = this.layout.rows.find((row) => row.lane?.id === target.lane)?.lane;
      if (lane && lane.title !== words) this.events.onLaneTitle?.(target.lane, words);
    } else {
      const bar = this.bars.find((one) => one.id === target.id);
      if (bar && bar.words !== words) this.events.onWords?.(target.id, words);
    }
  }

  /** Gives up the typing or the drawing. */
  cancel(): void {
    this.target = undefined;
    this.#corner = undefined;
    this.text.write('');
  }

  /** Hands on the new place of a bar, when it has one. */
  change(bar: ScheduleBar, span: Span): void {
    if (span.first === bar.first && span.last === bar.last && span.lanes === bar.lanes && span.lane === bar.lane) return;
    this.events.onChangeBar?.(bar.id, { lane: span.lane, lanes: span.lanes, first: span.first, last: span.last });
  }

  /** Goes some rows and years on, or with `far` to the end of them. */
  step(rows: number, years: number, far: boolean): void {
    const { row, year } = this.spot;
    this.select({
      row: Math.max(0, Math.min(this.layout.rows.length - 1, far && rows !== 0 ? rows * 1e6 : row + rows)),
      year: Math.max(-1, Math.min(this.years.length - 1, far && years !== 0 ? (years < 0 ? -1 : this.years.length - 1) : year + years)),
    });
  }

  /** Goes to the next bar in reading order; `false` past the last one. */
  nextBar(back: boolean): boolean {
    const inOrder = [...this.layout.bars].sort((a, b) => a.row - b.row || a.bar.first - b.bar.first || a.top - b.top);
    const here = this.bar;
    const at = inOrder.findIndex((placed) => placed.bar.id === here?.bar.id);
    const year = this.years[this.spot.year]?.year ?? Number.NEGATIVE_INFINITY;
    const after = (placed: PlacedBar): boolean => placed.row > this.spot.row || (placed.row === this.spot.row && placed.bar.first > year);
    const next =
      at >= 0 ? inOrder[at + (back ? -1 : 1)] : back ? inOrder.findLast((placed) => !after(placed)) : inOrder.find(after);
    if (!next) return false;
    this.select({ row: next.row, year: Math.max(0, next.bar.first - (this.years[0]?.year ?? 0)) }, next.bar.id);
    return true;
  }

  /** Handles a key that is not the input method's. `false` leaves it to the text field or the browser. */
  press(key: Key): boolean {
    return press(this, key);
  }

  /** The lane of a row, if it is one of the same item. */
  laneAt(row: number, item: ScheduleItem): string | undefined {
    const found = this.layout.rows[row];
    return found?.item === item && !found.gone ? found.lane?.id : undefined;
  }
}
