import { describe, expect, it, vi } from 'vitest';
import { CallError } from '../../call';
import type { Meeting } from '../../ipc/Meeting';
import type { MeetingPaper } from '../../ipc/MeetingPaper';
import type { Pages } from '../../ipc/Pages';
import type { PlanHead } from '../../ipc/PlanHead';
import { paperSize } from '../picture';
import { leadHint } from './lead';
import {
  countedUp,
  formOf,
  meetingName,
  meetingWords,
  movedPaper,
  newestFirst,
  newPaper,
  nextMeeting,
  PAPER_KINDS,
  paperShown,
  shownMoment,
  stateOf,
  titleOf,
  yearMeaning,
} from './meetings';
import { PaperPages, pageOfKey, shownWidth } from './pages.svelte';

const paper = (id: number, doc_no = '資料1'): MeetingPaper => ({ id, kind: 'progress', doc_no, title: '', plan: 2, year: 2024, lead: '' });
const meeting = (id: number, number: string, date: string | undefined, papers: MeetingPaper[] = []): Meeting => ({
  id,
  number,
  name: '経営改革推進委員会',
  ...(date !== undefined && { date: { text: date, meaning: date } }),
  place: '庁議室',
  papers,
});
const plan: PlanHead = {
  id: 2,
  name: '推進プラン',
  period: '令和3年度～令和6年度',
  years: [2021, 2022, 2023, 2024].map((year) => ({ year, long: String(year), short: String(year) })),
};

describe('meetings', () => {
  it('says whether the one on the first screen is still to come', () => {
    const one = { id: 1 } as Meeting;
    expect([meetingWords(one, true), meetingWords(one, false), meetingWords(undefined, false)]).toEqual(['次の会議', '直近の会議（開催済み）', '会議']);
  });
  const meetings = [meeting(1, '第1回', '2023-07-01', [paper(1)]), meeting(2, '第3回', '2024-02-02', [paper(2), paper(3)]), meeting(3, '第2回', '2023-10-20')];

  it('stand with the newest first, one without a date before all', () => {
    expect(newestFirst(meetings).map(({ id }) => id)).toEqual([2, 3, 1]);
    expect(newestFirst([...meetings, meeting(4, '第4回', undefined)])[0]?.id).toBe(4);
  });

  it('know which papers were handed out, and when', () => {
    const states = [{ paper: 2, at: '2024-02-02T10:32:05', stale: true }];
    expect(stateOf(states, 2)?.stale).toBe(true);
    expect(stateOf(states, 1)).toBeUndefined();
    expect(shownMoment('2024-02-02T10:32:05')).toBe('2024-02-02 10:32');
  });

  it('show the paper that was chosen, or the first of the newest meeting once it is gone', () => {
    expect(paperShown(meetings, 1)?.meeting.id).toBe(1);
    expect(paperShown(meetings, 99)?.paper.id).toBe(2);
    expect(paperShown([meeting(3, '第2回', undefined)], undefined)).toBeUndefined();
  });

  it('are counted up in the digits they are written with', () => {
    expect(countedUp('第3回')).toBe('第4回');
    expect(countedUp('第９回')).toBe('第１０回');
    expect(countedUp('資料1-1')).toBe('資料1-2');
    expect(countedUp('参考資料')).toBeUndefined();
  });

  it('begin after the last one, with the progress of the plan as paper', () => {
    expect(nextMeeting(meetings, plan, 2023)).toEqual({
      number: '第4回',
      name: '経営改革推進委員会',
      date: '',
      place: '庁議室',
      papers: [{ id: 0, kind: 'progress', doc_no: '資料1', title: '', lead: '', plan: 2, year: 2023 }],
    });
    expect(nextMeeting([], plan, undefined)).toMatchObject({ number: '第1回', papers: [{ year: 2024 }] });
    expect(nextMeeting([], undefined, undefined).papers).toEqual([]);
  });

  it('take further papers in order', () => {
    expect(newPaper([paper(1, '資料１')], plan, 1999)).toMatchObject({ doc_no: '資料２', year: 2024 });
    const papers = [paper(1), paper(2), paper(3)];
    expect(movedPaper(papers, 2, -1).map(({ id }) => id)).toEqual([1, 3, 2]);
    expect(movedPaper(papers, 0, -1)).toEqual(papers);
    expect(movedPaper(papers, 2, 1)).toEqual(papers);
  });

  it('have papers of every kind, called by plan, kind and the year where it means something', () => {
    const titles = PAPER_KINDS.map(({ kind }) => titleOf({ ...paper(1), kind }, [plan]));
    expect(titles).toEqual([
      '推進プラン　進捗状況（2024）',
      '推進プラン　評価の集計（2024）',
      '推進プラン　効果額',
      '推進プラン　計画書',
      '推進プラン　指標一覧（2024まで）',
    ]);
    expect(titleOf({ ...paper(1), title: '取組の結果' }, [plan])).toBe('取組の結果');
    expect(PAPER_KINDS.filter(({ kind }) => yearMeaning(kind) === undefined).map(({ kind }) => kind)).toEqual(['effects', 'plan']);
  });

  it('keep everything they say when they are changed', () => {
    const one = meeting(2, '第3回', '令和6年2月2日', [paper(2)]);
    expect(formOf(one)).toEqual({ id: 2, number: '第3回', name: '経営改革推進委員会', date: '令和6年2月2日', place: '庁議室', papers: [paper(2)] });
    expect(meetingName({ number: '', name: '本部会議' })).toBe('本部会議');
  });
});

describe('pages', () => {
  function made(counts: Record<number, number>): { pages: PaperPages; discard: ReturnType<typeof vi.fn> } {
    const discard = vi.fn();
    const set = async (id: number): Promise<Pages> => {
      const count = counts[id];
      if (count === undefined) throw new CallError({ kind: 'missing-glyphs', args: { chars: '「𠮷」', text: '名称' }, log_id: '' });
      return { title: `p${id}`, pages: Array.from({ length: count }, (_, at) => `<svg width="10pt" height="20pt">${id}-${at + 1}</svg>`) };
    };
    return { pages: new PaperPages({ set, picture: async (svg) => /(\d+-\d+)/u.exec(svg)?.[1] ?? '', discard }), discard };
  }

  it('are turned one by one and stop at both ends', async () => {
    const { pages, discard } = made({ 1: 3 });
    await pages.load(1);
    expect([pages.at, pages.count, pages.shown?.url]).toEqual([1, 3, '1-1']);
    await pages.next();
    await pages.next();
    await pages.next();
    expect([pages.at, pages.shown?.url]).toEqual([3, '1-3']);
    await pages.go(-4);
    await pages.back();
    expect(pages.shown?.url).toBe('1-1');
    expect(discard.mock.calls.flat()).toEqual(['1-1', '1-2', '1-3']);
  });

  it('stay where they were when the paper is set anew, and begin at the first of another paper', async () => {
    const counts: Record<number, number> = { 1: 5, 2: 4 };
    const { pages } = made(counts);
    await pages.load(1);
    await pages.go(5);
    counts[1] = 3;
    await pages.load(1);
    expect(pages.at).toBe(3);
    await pages.load(2);
    expect([pages.at, pages.title, pages.shown?.url]).toEqual([1, 'p2', '2-1']);
  });

  it('give way to the reason when a paper cannot be set', async () => {
    const { pages } = made({ 1: 2 });
    await pages.load(1);
    await pages.load(9);
    expect([pages.count, pages.at, pages.shown, pages.setting]).toEqual([0, 0, undefined, false]);
    expect(pages.reason?.what).toContain('𠮷');
    await pages.load(1);
    expect(pages.reason).toBeUndefined();
  });

  it('are those of the last paper chosen, whichever is set first', async () => {
    const ready: ((pages: Pages) => void)[] = [];
    const pages = new PaperPages({ set: () => new Promise((done) => ready.push(done)), picture: async (svg) => svg, discard: vi.fn() });
    const both = [pages.load(1), pages.load(2)];
    ready[1]?.({ title: 'two', pages: ['two'] });
    ready[0]?.({ title: 'one', pages: ['one'] });
    await Promise.all(both);
    expect([pages.title, pages.shown?.url, pages.setting]).toEqual(['two', 'two', false]);
  });

  it('follow the keys of a reader', () => {
    expect(pageOfKey('PageDown', 1, 3)).toBe(2);
    expect(pageOfKey('PageDown', 3, 3)).toBe(3);
    expect(pageOfKey('PageUp', 1, 3)).toBe(1);
    expect(pageOfKey('End', 1, 3)).toBe(3);
    expect(pageOfKey('Home', 3, 3)).toBe(1);
    expect(pageOfKey('ArrowDown', 1, 3)).toBeUndefined();
  });

  it('are as wide as the room, whole in it, or as large as on paper', () => {
    const size = paperSize('<?xml version="1.0"?><svg class="doc" viewBox="0 0 1190 842" width="1190.55pt" height="841.89pt">');
    expect(size?.width).toBeCloseTo(1587.4, 1);
    const room = { width: 800, height: 400 };
    expect(shownWidth('width', size, room)).toBe(800);
    expect(shownWidth('paper', size, room)).toBeCloseTo(1587.4, 1);
    expect(shownWidth('page', size, room)).toBeCloseTo(565.7, 1);
    expect(paperSize('<svg viewBox="0 0 1 1">')).toBeUndefined();
  });
});

describe('the sentence on the tally', () => {
  const year = { year: 2022, long: '令和4年度', short: 'R4' };
  const lead = { year, generated: '26項目のうち…', text: '26項目のうち…', edited: false, disagreeing: [] };
  it('says whose words it is', () => {
    expect(leadHint(lead).state).toContain('自動で作った文');
    expect(leadHint({ ...lead, generated: '', text: '' }).state).toContain('令和4年度の評価がまだない');
    expect(leadHint({ ...lead, edited: true, text: 'w' }).state).toBe('書き直した文です。');
    expect(leadHint({ ...lead, edited: true, text: '' }).state).toContain('印刷しません');
  });
  it('is that of a person where the paper tells no tally', () => {
    const { year, ...own } = lead;
    expect(year?.long).toBe('令和4年度');
    expect(leadHint(own)).toMatchObject({ label: '前書き（表の上に印刷します）', differs: undefined });
  });
  it('names the numbers that the tally does not have', () => {
    expect(leadHint(lead).differs).toBeUndefined();
    expect(leadHint({ ...lead, edited: true, text: 'w', disagreeing: ['25項目', '88.5%'] }).differs).toBe('今の集計と合わない数があります：25項目、88.5%');
  });
});
