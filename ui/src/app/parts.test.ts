import { describe, expect, it } from 'vitest';
import { droppedAs } from './files';
import { levelsOf, missing } from './newPlan';
import { Queue } from './queue';
import { sampleEntries, sampleOf } from './samples';
import { momentOf, saveState, timeOf } from './saved';
import { partsOf } from './search';
import { fiscalYearOf, yearShownFirst } from './years';

const day = (year: number, month: number, date: number): Date => new Date(year, month - 1, date);
const plan = { id: 1, name: '', period: '', years: [2021, 2022, 2023].map((year) => ({ year, long: '', short: '' })) };

describe('years', () => {
  it('begin in April', () => {
    expect([fiscalYearOf(day(2024, 3, 31)), fiscalYearOf(day(2024, 4, 1))]).toEqual([2023, 2024]);
  });
  it('stay inside of the plan, and are the last one that is judged', () => {
    expect(yearShownFirst(plan, day(2030, 6, 1))).toBe(2023);
    expect(yearShownFirst(plan, day(2019, 6, 1))).toBe(2021);
    expect(yearShownFirst(plan, day(2022, 6, 1))).toBe(2022);
    expect(yearShownFirst({ ...plan, judged: 2022 }, day(2030, 6, 1))).toBe(2022);
    expect(yearShownFirst({ ...plan, judged: 2030 }, day(2022, 6, 1))).toBe(2023);
    expect(yearShownFirst({ ...plan, years: [] }, day(2022, 6, 1))).toBeUndefined();
  });
});

describe('the samples', () => {
  it('are offered with a line that tells about each, the usual one first', () => {
    const entries = sampleEntries().flatMap((entry) => (entry.line ? [] : [entry]));
    expect(entries.map(({ value }) => sampleOf(value))[0]).toBe('progress');
    expect(entries.every(({ label, about = '' }) => label !== '' && about.length > 10)).toBe(true);
    expect(new Set(entries.map(({ value }) => sampleOf(value))).size).toBe(entries.length);
  });
  it('are not mistaken for other entries', () => {
    expect([sampleOf('recent:outline'), sampleOf('sample:toString'), sampleOf('outline')]).toEqual([undefined, undefined, undefined]);
  });
});

describe('the queue', () => {
  it('goes on behind a task that fails', async () => {
    const queue = new Queue();
    const bad = queue.add(() => Promise.reject(new Error('no')));
    const good = queue.add(() => Promise.resolve('yes'));
    await expect(bad).rejects.toThrow('no');
    expect(await good).toBe('yes');
  });
});

describe('what the top bar says', () => {
  const open = { file: { path: 'a', name: 'a', there: true }, city: '', negative: '△', read_only: false, out: '', turns: { undo: null, redo: null, saved_at: null } };
  const status = { open, recent: [], asked: null, asked_import: null, user: '', layout: {}, file_layout: {} };
  const base = { status, readOnly: false, unsaved: false, writing: 0, turns: open.turns };
  it('tells the five states apart', () => {
    expect(saveState({ ...base, status: { ...status, open: null } }).kind).toBe('none');
    expect(saveState({ ...base, readOnly: true }).kind).toBe('read-only');
    expect(saveState({ ...base, writing: 1 }).kind).toBe('saving');
    expect(saveState({ ...base, unsaved: true }).kind).toBe('unsaved');
    expect(saveState(base).kind).toBe('clean');
    expect(saveState({ ...base, turns: { ...open.turns, saved_at: '2024-02-02T10:32:05' } })).toEqual({ kind: 'saved', time: '10:32' });
  });
  it('reads moments', () => {
    expect([timeOf('2024-02-02T10:32:05'), momentOf('2024-02-02T10:32:05')]).toEqual(['10:32', '2/2 10:32']);
  });
});

describe('the form of a new plan', () => {
  const blank = { city: '', name: '', first: '', last: '', levels: '' };
  it('asks for the city, and for the plan only once it is begun', () => {
    expect(Object.keys(missing(blank, 'file'))).toEqual(['city']);
    expect(missing({ ...blank, city: 'X' }, 'file')).toEqual({});
    expect(Object.keys(missing({ ...blank, city: 'X', name: 'P' }, 'file'))).toEqual(['first', 'last']);
    expect(Object.keys(missing(blank, 'plan'))).toEqual(['name', 'first', 'last']);
  });
  it('wants two levels to five, or none named', () => {
    const plan = { ...blank, name: 'P', first: 'R7', last: 'R8' };
    const faulty = (levels: string): string[] => Object.keys(missing({ ...plan, levels }, 'plan'));
    expect(['', '柱、項目', '一、二、三、四、五'].map(faulty)).toEqual([[], [], []]);
    expect(['項目', '一、二、三、四、五、六'].map(faulty)).toEqual([['levels'], ['levels']]);
  });
  it('parts the names of levels', () => {
    expect(levelsOf(' 柱、方向性 ,，項目\n')).toEqual(['柱', '方向性', '項目']);
  });
});

describe('files and hits', () => {
  it('knows a dropped file by its ending', () => {
    expect(['R6.kaikaku', 'a.CSV', '第3回.XLSX', 'a.docx', 'a'].map(droppedAs)).toEqual(['open', 'import', 'workbook', 'unknown', 'unknown']);
  });
  it('marks in an excerpt what the core found', () => {
    expect(partsOf({ excerpt: '…髙﨑地区と高崎', marks: [[1, 3], [6, 8]] })).toEqual([
      { text: '…', found: false },
      { text: '髙﨑', found: true },
      { text: '地区と', found: false },
      { text: '高崎', found: true },
    ]);
    expect(partsOf({ excerpt: '何もない', marks: [] })).toEqual([{ text: '何もない', found: false }]);
  });
});
