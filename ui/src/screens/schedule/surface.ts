import type { Bar } from '../../ipc/Bar';
import type { CellRef } from '../../ipc/CellRef';
import type { NodeId } from '../../ipc/NodeId';
import type { Lane } from '../../ipc/Lane';
import type { Schedule } from '../../ipc/Schedule';
import type { ScheduleId } from '../../ipc/ScheduleId';
import type { ScheduleItem as ViewItem } from '../../ipc/ScheduleItem';
import type { ScheduleView } from '../../ipc/ScheduleView';
import type { ScheduleBar, ScheduleItem, ScheduleLane } from '../../schedule/types';
import { printedAmount, printedWords } from '../../schedule/words';
import { t } from '../../texts';

/** What of a view the surface draws: its schedules, and the items that are shown of it. */
export type Drawn = Pick<ScheduleView, 'schedules' | 'schedule' | 'ghost' | 'years' | 'beyond'> & { readonly items: readonly ViewItem[] };

const unitOf = (view: Drawn, id: ScheduleId | undefined): string => view.schedules.find((schedule) => schedule.id === id)?.unit ?? '';

/** Headings and items as the surface draws them: a node that carries no lanes is a heading. */
export function itemsOf(view: Drawn): ScheduleItem[] {
  const beyond = beyondOf(view);
  return view.items.map((item) => ({
    id: String(item.node),
    kind: item.item ? 'item' : 'section',
    number: item.label,
    title: item.title,
    ...(item.ended !== '' && { note: item.ended }),
    lanes: item.lanes.map(({ lane }) => ({ ...named(lane), ...beyond(lane) })),
    gone: item.gone.map((lane) => ({ ...named(lane), title: t(later(view) ? 'schedule-gone-later' : 'schedule-gone', { title: lane.title }) })),
    readonly: item.over,
  }));
}

/** Whether the schedule compared came after the one shown. */
function later({ schedules, schedule, ghost }: Drawn): boolean {
  const at = (wanted: ScheduleId | undefined): number => schedules.findIndex(({ id }) => id === wanted);
  return at(ghost) > at(schedule);
}

/** What of a lane's bars lies outside of the years shown, in words: 表の年度の外：R7～R8 準備. */
function beyondOf(view: Drawn): (lane: Lane) => Pick<ScheduleLane, 'note'> {
  const first = view.years[0]?.year;
  const last = view.years.at(-1)?.year;
  if (view.beyond.length === 0 || first === undefined || last === undefined) return () => ({});
  const names = new Map([...view.years, ...view.beyond].map(({ year, short }) => [year, short]));
  const unit = unitOf(view, view.schedule);
  const name = (year: number): string => names.get(year) ?? String(year);
  return (lane) => {
    const outside = lane.bars.filter((bar) => bar.first < first || bar.last > last);
    if (outside.length === 0) return {};
    const told = outside.map((bar) => {
      const years = bar.first === bar.last ? name(bar.first) : t('schedule-years', { first: name(bar.first), last: name(bar.last) });
      return [years, printedWords(drawn(bar, lane.id, unit))].filter((part) => part !== '').join(' ');
    });
    return { note: t('schedule-beyond', { bars: told.join(t('schedule-beyond-joint')) }) };
  };
}

const named = (lane: Lane): ScheduleLane => ({ id: String(lane.id), title: lane.title });

/** The bars of all lanes. */
export function barsOf(view: Drawn): ScheduleBar[] {
  const unit = unitOf(view, view.schedule);
  return view.items.flatMap((item) => item.lanes.flatMap(({ lane }) => lane.bars.map((bar) => drawn(bar, lane.id, unit))));
}

/** The bars of the schedule compared, in the lanes that have the same name and in those that are gone. */
export function baselineOf(view: Drawn): ScheduleBar[] {
  const unit = unitOf(view, view.ghost);
  return view.items.flatMap((item) => [
    ...item.lanes.flatMap(({ lane, baseline }) => baseline?.bars.map((bar) => drawn(bar, lane.id, unit)) ?? []),
    ...item.gone.flatMap((lane) => lane.bars.map((bar) => drawn(bar, lane.id, unit))),
  ]);
}

function drawn(bar: Bar, lane: number, unit: string): ScheduleBar {
  return {
    id: String(bar.id),
    lane: String(lane),
    lanes: bar.lanes,
    first: bar.first,
    last: bar.last,
    words: bar.words,
    asBefore: bar.as_before,
    wordsOnly: bar.words_only,
    amount: printedAmount(bar.amount, unit),
    firstMonth: bar.first_month,
    lastMonth: bar.last_month,
  };
}

/** A bar as it stands in the file. */
export function barAt(view: ScheduleView, id: string): Bar | undefined {
  const bars = view.items.flatMap((item) => item.lanes.flatMap(({ lane }) => lane.bars));
  return bars.find((bar) => String(bar.id) === id);
}

/** A schedule by its moment, or by its name where it has none: R5.3時点想定. */
export const momentOf = ({ name, as_of }: Schedule): string => as_of?.text ?? name;

/** The item a lane or a bar belongs to. */
export function ownerOf(view: ScheduleView, at: { readonly lane?: string; readonly bar?: string }): NodeId | undefined {
  const holds = view.items.find((item) =>
    item.lanes.some(({ lane }) => String(lane.id) === at.lane || lane.bars.some((bar) => String(bar.id) === at.bar)),
  );
  return holds?.node;
}

/** The lane a bar lies in. */
export function laneOf(view: ScheduleView, bar: string): string | undefined {
  const lanes = view.items.flatMap((item) => item.lanes);
  const lane = lanes.find((one) => one.lane.bars.some(({ id }) => String(id) === bar))?.lane;
  return lane && String(lane.id);
}

/** The lane or the bar a row of the file is. */
export function markOf(cell: CellRef | undefined): { readonly lane?: string; readonly bar?: string } {
  const id = cell?.key[0];
  if (id === undefined || (cell?.table !== 'lane' && cell?.table !== 'bar')) return {};
  return cell.table === 'lane' ? { lane: String(id) } : { bar: String(id) };
}
