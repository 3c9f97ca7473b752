import { describe, expect, it } from 'vitest';
import texts from '../../assets/locales/ja.ftl?raw';
import { CallError } from './call';
import { knownKinds, noticeOf, ruleOf } from './errors';

const told = [...texts.matchAll(/^error-([a-z-]+) =/gmu)].map((match) => match[1] ?? '');

describe('errors', () => {
  it('every kind that has a sentence has its place in the table', () => {
    expect(told.length).toBeGreaterThan(30);
    expect(told.filter((kind) => !knownKinds.includes(kind))).toEqual([]);
  });
  it('says what happened, what is safe and what to do', () => {
    const notice = noticeOf(new CallError({ kind: 'damaged', args: { path: 'R6.kaikaku' }, log_id: 'a1' }));
    expect(notice.what).toContain('R6.kaikaku');
    expect(notice.safe).toBeTruthy();
    expect(notice.todo).toBeTruthy();
    expect(notice.details).toContain('a1');
    expect(notice.action).toBe('open-backup');
  });
  it('never shows the words of a library', () => {
    const notice = noticeOf(new TypeError('undefined is not a function'));
    expect(JSON.stringify(notice)).not.toContain('undefined is');
    expect(noticeOf(new CallError({ kind: 'nobody-knows', args: {}, log_id: '' })).what).toBe(notice.what);
    expect(ruleOf('nobody-knows').severity).toBe('error');
  });
});
