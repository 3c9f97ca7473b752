import type { Bar } from '../../ipc/Bar';
import type { CellRef } from '../../ipc/CellRef';
import type { NodeId } from '../../ipc/NodeId';
import type { ScheduleView } from '../../ipc/ScheduleView';
import type { ScheduleBar, ScheduleItem } from '../../schedule/types';

/** Headings and items as the surface draws them: a node that carries no lanes is a heading. */
export function itemsOf(view: ScheduleView): ScheduleItem[] {
  return view.items.map((item) => ({
    id: String(item.node),
    kind: item.item ? 'item' : 'section',
    number: item.label,
    title: item.ended === '' ? item.title : `${item.title}\n${item.ended}`,
    lanes: item.lanes.map(({ lane }) => ({ id: String(lane.id), title: lane.title })),
  }));
}

/** The bars of all lanes. */
export function barsOf(view: ScheduleView): ScheduleBar[] {
  return view.items.flatMap((item) => item.lanes.flatMap(({ lane }) => lane.bars.map((bar) => drawn(bar, lane.id))));
}

/** The bars of the schedule before, in the lanes that have the same name today. */
export function baselineOf(view: ScheduleView): ScheduleBar[] {
  return view.items.flatMap((item) => item.lanes.flatMap(({ lane, baseline }) => baseline?.bars.map((bar) => drawn(bar, lane.id)) ?? []));
}

function drawn(bar: Bar, lane: number): ScheduleBar {
  return {
    id: String(bar.id),
    lane: String(lane),
    lanes: bar.lanes,
    first: bar.first,
    last: bar.last,
    words: bar.words,
    asBefore: bar.as_before,
    ...(bar.amount && { amount: bar.amount.text }),
    ...(bar.first_month !== undefined && { firstMonth: bar.first_month }),
    ...(bar.last_month !== undefined && { lastMonth: bar.last_month }),
  };
}

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
