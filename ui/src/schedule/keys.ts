import type { Key } from '../grid/keyboard';
import { moved, stretched } from './geometry';
import type { ScheduleModel } from './model.svelte';

const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Handles a key that is not the input method's. `false` leaves it to the text field or the browser. */
export function press(model: ScheduleModel, key: Key): boolean {
  return model.target ? pressTyping(model, key) : pressIdle(model, key);
}

function pressTyping(model: ScheduleModel, key: Key): boolean {
  switch (key.key) {
    case 'Enter':
      if (key.altKey) model.text.breakLine();
      else model.commit();
      return true;
    case 'Tab':
      model.commit();
      return model.nextBar(key.shiftKey);
    case 'Escape':
      model.cancel();
      return true;
  }
  return false;
}

function pressIdle(model: ScheduleModel, key: Key): boolean {
  const control = key.ctrlKey || key.metaKey;
  const arrow = ARROWS[key.key];
  if (arrow) {
    const [rows, years] = arrow;
    if (key.altKey) shift(model, rows, years, key.shiftKey);
    else if (key.shiftKey && model.spot.year < 0) {
      if (rows !== 0) model.choose(model.end + rows);
    } else if (key.shiftKey) model.extend({ row: model.corner.row + rows, year: model.corner.year + years });
    else model.step(rows, years, control);
    return true;
  }
  const row = model.row;
  const lastRow = model.layout.rows.length - 1;
  switch (key.key) {
    case 'Enter':
      if (control && row && !model.readonly && !row.item.readonly) {
        model.events.onAddLane?.(row.item.id, row.lane ? row.within + 1 : 0);
        return true;
      }
      if (key.altKey) {
        if (model.bar && !model.locked) model.events.onDetail?.(model.bar.bar.id);
        return true;
      }
      model.edit();
      return true;
    case 'F2':
      model.edit();
      return true;
    case 'Delete':
    case 'Backspace':
      if (control && key.key === 'Delete' && row?.lane && !model.locked) model.events.onRemoveLane?.(row.lane.id);
      else if (!model.locked && model.bar) model.events.onRemoveBar?.(model.bar.bar.id);
      return true;
    case 'Escape':
      model.cancel();
      return true;
    case 'Home':
      if (control) model.select({ row: 0, year: -1 });
      else model.step(0, -1, true);
      return true;
    case 'End':
      if (control) model.select({ row: lastRow, year: model.years.length - 1 });
      else model.step(0, 1, true);
      return true;
    case 'PageUp':
      model.step(-8, 0, false);
      return true;
    case 'PageDown':
      model.step(8, 0, false);
      return true;
    case 'Tab':
      return !control && !key.altKey && model.nextBar(key.shiftKey);
  }
  if (!control || key.altKey) return false;
  switch (key.key.toLowerCase()) {
    case 'a':
      model.select({ row: 0, year: -1 });
      model.choose(lastRow);
      return true;
    case 'f':
      model.query ??= '';
      return true;
    case 'z':
      if (key.shiftKey) model.events.onRedo?.();
      else model.events.onUndo?.();
      return true;
    case 'y':
      model.events.onRedo?.();
      return true;
  }
  return false;
}

/** Alt+arrows move a bar or, on its name, a lane; with Shift the end of a bar or its last lane. */
function shift(model: ScheduleModel, rows: number, years: number, end: boolean): void {
  const { row, spot } = model;
  if (model.locked || !row) return;
  if (spot.year < 0) {
    if (rows === 0 || end || !row.lane || model.laneAt(row.index + rows, row.item) === undefined) return;
    model.events.onMoveLane?.(row.lane.id, row.within + rows);
    model.select({ row: row.index + rows, year: -1 });
    return;
  }
  const placed = model.bar;
  if (!placed) return;
  const { bar } = placed;
  if (rows !== 0) {
    const { item } = row;
    if (!end) {
      const lane = model.laneAt(placed.row + rows, item);
      if (lane === undefined) return;
      model.select({ row: placed.row + rows, year: spot.year }, bar.id);
      model.change(bar, { ...bar, lane });
      return;
    }
    const room = model.layout.rows.filter((one) => one.item === item && !one.gone && one.index >= placed.row).length;
    model.change(bar, { ...bar, lanes: Math.max(1, Math.min(room, bar.lanes + rows)) });
    return;
  }
  const span = end ? stretched(bar, 'last', years, model.years) : moved(bar, years, model.years);
  if (!end && span.first !== bar.first) model.select({ row: spot.row, year: spot.year + (span.first - bar.first) }, bar.id);
  else if (end) model.select({ row: spot.row, year: Math.min(spot.year, span.last - (model.years[0]?.year ?? 0)) }, bar.id);
  model.change(bar, span);
}
