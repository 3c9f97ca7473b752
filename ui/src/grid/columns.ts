import { fold } from '../fold';
import type { Choice, Column, Layout } from './types';

/** Narrowest and widest a column may be made, px. */
export const NARROWEST = 32;
export const WIDEST = 1200;

/** The layout before anyone changed anything. */
export function defaultLayout(columns: readonly Column[]): Layout {
  return {
    order: columns.map((column) => column.key),
    widths: {},
    hidden: [],
    frozen: columns.filter((column) => column.frozen).map((column) => column.key),
    closed: [],
  };
}

/** Whether a column is not shown: a person hid it, or it usually is and nobody shows it. */
export function isHidden({ key, hidden }: Pick<Column, 'key' | 'hidden'>, layout: Layout): boolean {
  return layout.hidden.includes(key) || (hidden === true && !layout.shown?.includes(key));
}

/** A column where and how it is shown. */
export interface PlacedColumn extends Column {
  /** Left edge in px, without scrolling. */
  readonly left: number;
  readonly frozen: boolean;
}

/**
 * The columns shown, from left to right: frozen ones first, then in the order a person gave.
 * A column the layout does not know (a new one) takes its place after its neighbour in `columns`.
 */
export function placeColumns(columns: readonly Column[], layout: Layout): PlacedColumn[] {
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const order = layout.order.filter((key) => byKey.has(key));
  columns.forEach((column, index) => {
    if (order.includes(column.key)) return;
    const before = columns[index - 1];
    order.splice(before ? order.indexOf(before.key) + 1 : 0, 0, column.key);
  });
  const frozen = new Set(layout.frozen);
  const shown = order.filter((key) => {
    const column = byKey.get(key);
    return column && !isHidden(column, layout);
  });
  let left = 0;
  const placed: PlacedColumn[] = [];
  for (const key of [...shown.filter((k) => frozen.has(k)), ...shown.filter((k) => !frozen.has(k))]) {
    const column = byKey.get(key);
    if (!column) continue;
    const width = layout.widths[key] ?? column.width;
    placed.push({ ...column, width, left, frozen: frozen.has(key) });
    left += width;
  }
  return placed;
}

/** `layout` with one column `width` px wide. */
export function resized(layout: Layout, key: string, width: number): Layout {
  const kept = Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
  return { ...layout, widths: { ...layout.widths, [key]: kept } };
}

/** `layout` with column `key` put before `before`, or at the end without one. `shown` is the present order. */
export function reordered(layout: Layout, shown: readonly PlacedColumn[], key: string, before: string | undefined): Layout {
  if (key === before) return layout;
  const order = shown.map((column) => column.key).filter((other) => other !== key);
  const at = before === undefined ? order.length : order.indexOf(before);
  if (at < 0) return layout;
  order.splice(at, 0, key);
  // A column takes the state of the place it was put into, or it would jump back.
  const neighbour = shown.find((column) => column.key === (before ?? order[order.length - 2]));
  const frozen = layout.frozen.filter((other) => other !== key);
  return {
    ...layout,
    order: [...order, ...layout.order.filter((other) => !order.includes(other))],
    frozen: neighbour?.frozen ? [...frozen, key] : frozen,
  };
}

/** `layout` with every shown column up to and including `key` frozen; `undefined` frees all. */
export function frozenUntil(layout: Layout, shown: readonly PlacedColumn[], key: string | undefined): Layout {
  const end = shown.findIndex((column) => column.key === key);
  return { ...layout, frozen: shown.slice(0, end + 1).map((column) => column.key) };
}

/** `layout` with one column hidden; the last shown column stays. */
export function hiddenColumn(layout: Layout, shown: readonly PlacedColumn[], key: string): Layout {
  if (shown.length <= 1) return layout;
  const others = (keys: readonly string[]): string[] => keys.filter((other) => other !== key);
  return { ...layout, hidden: [...others(layout.hidden), key], shown: others(layout.shown ?? []) };
}

/** `layout` with some columns shown again, also such as are usually hidden. */
export function shownColumns(layout: Layout, keys: readonly string[]): Layout {
  const hidden = layout.hidden.filter((key) => !keys.includes(key));
  return { ...layout, hidden, shown: [...new Set([...(layout.shown ?? []), ...keys])] };
}

/** The choice a text stands for: its value, label, symbol, key, or 「symbol label」. */
export function choiceOf(column: Pick<Column, 'choices'>, text: string): Choice | undefined {
  const wanted = fold(text);
  if (wanted === '') return undefined;
  const forms = (choice: Choice): string[] =>
    [choice.value, choice.label, choice.symbol ?? '', `${choice.symbol ?? ''} ${choice.label}`, ...(choice.keys ?? [])].map(fold);
  return (
    column.choices?.find((choice) => choice.value === text || choice.label === text) ??
    column.choices?.find((choice) => forms(choice).includes(wanted))
  );
}

/** The choices that begin with what has been typed so far; while nothing fits, all of them or, where other words are taken too, none. */
export function choicesFor(column: Pick<Column, 'choices' | 'others'>, typed: string): readonly Choice[] {
  const all = column.choices ?? [];
  const wanted = fold(typed);
  if (wanted === '') return all;
  const fitting = all.filter((choice) =>
    [choice.label, choice.symbol ?? '', choice.value, ...(choice.keys ?? [])].some((form) => fold(form).startsWith(wanted)),
  );
  return fitting.length > 0 || column.others ? fitting : all;
}

/** The text a cell of this column shows and copies for `text`. */
export function shownText(column: Column, text: string): string {
  if (column.kind !== 'choice') return text;
  const choice = choiceOf(column, text);
  if (!choice) return text;
  return choice.symbol && choice.symbol !== choice.label ? `${choice.symbol} ${choice.label}` : choice.label;
}
