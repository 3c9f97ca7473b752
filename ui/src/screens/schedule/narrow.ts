import { fold } from '../../fold';
import type { ScheduleItem } from '../../ipc/ScheduleItem';

/** What the items of a schedule are narrowed to. */
export interface Narrowing {
  /** Words in the number, the name, a lane or a bar. */
  readonly holds?: string;
  readonly office?: string;
  /** Items that have ended: left out, or these alone. */
  readonly ended?: 'without' | 'only';
}

/** Whether a narrowing leaves anything out at all. */
export const narrows = ({ holds = '', office = '', ended }: Narrowing): boolean => holds !== '' || office !== '' || ended !== undefined;

const officesIn = (item: ScheduleItem): string[] => item.offices.split('、').filter((name) => name !== '');

/** The offices of all items in the order they first stand there. */
export function officesOf(items: readonly ScheduleItem[]): string[] {
  return [...new Set(items.filter(({ item }) => item).flatMap(officesIn))];
}

function fulfils(item: ScheduleItem, { holds = '', office = '', ended }: Narrowing): boolean {
  if (ended !== undefined && item.over !== (ended === 'only')) return false;
  if (office !== '' && !officesIn(item).includes(office)) return false;
  if (holds === '') return true;
  const lanes = item.lanes.flatMap(({ lane }) => [lane.title, ...lane.bars.map(({ words }) => words)]);
  return fold([item.label, item.title, item.ended, ...lanes].join('\n')).includes(fold(holds));
}

/**
 * The items that fulfil the narrowing, with the headings above them. Items in `held` stay whatever they are like by now,
 * because a person has just written into them.
 */
export function narrowed(items: readonly ScheduleItem[], narrowing: Narrowing, held: ReadonlySet<number>): readonly ScheduleItem[] {
  if (!narrows(narrowing)) return items;
  const kept: ScheduleItem[] = [];
  /** Headings that wait for an item below them. */
  let above: ScheduleItem[] = [];
  for (const item of items) {
    above = above.filter(({ level }) => level < item.level);
    if (!item.item) above.push(item);
    else if (held.has(item.node) || fulfils(item, narrowing)) {
      kept.push(...above, item);
      above = [];
    }
  }
  return kept;
}
