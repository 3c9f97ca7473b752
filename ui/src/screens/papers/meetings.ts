import type { FiscalYear } from '../../ipc/FiscalYear';
import type { Meeting } from '../../ipc/Meeting';
import type { MeetingForm } from '../../ipc/MeetingForm';
import type { MeetingPaper } from '../../ipc/MeetingPaper';
import type { PaperId } from '../../ipc/PaperId';
import type { PaperKind } from '../../ipc/PaperKind';
import type { PaperState } from '../../ipc/PaperState';
import type { PlanHead } from '../../ipc/PlanHead';
import { t } from '../../texts';

/** The name of a meeting as it is called: 第3回 経営改革推進委員会. */
export const meetingName = (meeting: Pick<Meeting, 'number' | 'name'>): string => [meeting.number, meeting.name].filter((part) => part !== '').join(' ');

/** How a meeting is spoken of on the first screen: the next one, or the last that was held. */
export const meetingWords = (meeting: Meeting | undefined, ahead: boolean): string =>
  meeting === undefined ? t('home-meeting') : ahead ? t('home-meeting-next') : t('home-meeting-last');

/** Every kind of paper in plain words, the usual one first. */
export const PAPER_KINDS: readonly { kind: PaperKind; label: string }[] = [
  { kind: 'progress', label: t('papers-kind-progress') },
  { kind: 'tally', label: t('papers-kind-tally') },
  { kind: 'effects', label: t('papers-kind-effects') },
  { kind: 'plan', label: t('papers-kind-plan') },
  { kind: 'indicators', label: t('papers-kind-indicators') },
];

/** What the year of a paper means; `undefined` when it is printed over all the years of its plan. */
export function yearMeaning(kind: PaperKind): string | undefined {
  switch (kind) {
    case 'progress':
      return t('papers-year-progress');
    case 'tally':
      return t('papers-year-tally');
    case 'indicators':
      return t('papers-year-indicators');
    case 'effects':
    case 'plan':
      return undefined;
  }
}

/** What a paper is called in a list: its own title, or plan, kind and year. */
export function titleOf(paper: MeetingPaper, plans: readonly PlanHead[]): string {
  if (paper.title !== '') return paper.title;
  const head = plans.find(({ id }) => id === paper.plan);
  const plan = head?.name ?? '';
  const year = head?.years.find((one) => one.year === paper.year)?.long ?? String(paper.year);
  switch (paper.kind) {
    case 'progress':
      return t('papers-progress-of', { plan, year });
    case 'tally':
      return t('papers-tally-of', { plan, year });
    case 'effects':
      return t('papers-effects-of', { plan });
    case 'plan':
      return t('papers-plan-of', { plan });
    case 'indicators':
      return t('papers-indicators-of', { plan, year });
  }
}

/** The meetings, the one of the latest date first; one without a date is still to come and stands before all. */
export function newestFirst(meetings: readonly Meeting[]): Meeting[] {
  const key = (meeting: Meeting): string => meeting.date?.meaning ?? '9999';
  return [...meetings].sort((one, other) => (key(one) === key(other) ? other.id - one.id : key(one) < key(other) ? 1 : -1));
}

/** A paper with its meeting. */
export interface Found {
  readonly meeting: Meeting;
  readonly paper: MeetingPaper;
}

/** The paper that was chosen; the first one of the newest meeting that has any, when it is gone or none was chosen. */
export function paperShown(meetings: readonly Meeting[], chosen: PaperId | undefined): Found | undefined {
  const all = newestFirst(meetings).flatMap((meeting) => meeting.papers.map((paper) => ({ meeting, paper })));
  return all.find(({ paper }) => paper.id === chosen) ?? all[0];
}

/** What became of a paper since it was handed out; `undefined` when it never was. */
export const stateOf = (states: readonly PaperState[], paper: PaperId): PaperState | undefined => states.find((state) => state.paper === paper);

/** A moment as it is shown: 2024-02-02T10:32:05 → 2024-02-02 10:32. */
export const shownMoment = (at: string): string => at.slice(0, 16).replace('T', ' ');

/** What a meeting is changed by: all it says now. */
export function formOf(meeting: Meeting): MeetingForm {
  return {
    id: meeting.id,
    number: meeting.number,
    name: meeting.name,
    date: meeting.date?.text ?? '',
    place: meeting.place,
    papers: meeting.papers.map((paper) => ({ ...paper })),
  };
}

const FULL_WIDTH_ZERO = 0xff10;

/** A numbered label counted up, in the digits it is written with: 第3回 → 第4回, 資料１ → 資料２; `undefined` without a number. */
export function countedUp(label: string): string | undefined {
  const digits = /[0-9０-９]+(?=[^0-9０-９]*$)/u.exec(label);
  if (!digits) return undefined;
  const wide = /[０-９]/u.test(digits[0]);
  const next = String(Number(digits[0].normalize('NFKC')) + 1);
  const written = wide ? [...next].map((digit) => String.fromCharCode(FULL_WIDTH_ZERO + Number(digit))).join('') : next;
  return label.slice(0, digits.index) + written + label.slice(digits.index + digits[0].length);
}

/** A new meeting after the ones there are: the next number of the same committee, and the progress of the plan as its paper. */
export function nextMeeting(meetings: readonly Meeting[], plan: PlanHead | undefined, year: FiscalYear | undefined): MeetingForm {
  const last = newestFirst(meetings)[0];
  const paper = plan && newPaper([], plan, year);
  return {
    number: (last && countedUp(last.number)) ?? t('papers-first-number'),
    name: last?.name ?? t('papers-first-name'),
    date: '',
    place: last?.place ?? '',
    papers: paper ? [paper] : [],
  };
}

/** A new paper of a meeting: the next 資料番号, the plan and year chosen or the plan's last year. */
export function newPaper(papers: readonly MeetingPaper[], plan: PlanHead, year: FiscalYear | undefined): MeetingPaper {
  const last = papers.at(-1);
  const fits = plan.years.some((head) => head.year === year) ? year : plan.years.at(-1)?.year;
  return {
    id: 0,
    kind: 'progress',
    doc_no: last ? (countedUp(last.doc_no) ?? '') : t('paper-first-number'),
    title: '',
    lead: '',
    plan: plan.id,
    year: fits ?? year ?? 0,
  };
}

/** `papers` with one changed. */
export const changedPaper = (papers: readonly MeetingPaper[], at: number, change: Partial<MeetingPaper>): MeetingPaper[] =>
  papers.map((paper, index) => (index === at ? { ...paper, ...change } : paper));

/** `papers` with the one at a place moved up or down; the order is that of the list of papers in print. */
export function movedPaper(papers: readonly MeetingPaper[], at: number, by: -1 | 1): MeetingPaper[] {
  const moved = [...papers];
  const [paper] = moved.splice(at, 1);
  if (paper) moved.splice(Math.min(Math.max(at + by, 0), moved.length), 0, paper);
  return moved;
}
