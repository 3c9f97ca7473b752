import { describe, expect, it } from 'vitest';
import type { CheckView } from '../../ipc/CheckView';
import { rowOfKey } from '../../components/lists';
import type { Finding } from '../../ipc/Finding';
import { acceptedOf, openCount, openKinds, sections, shownKind } from './findings';

const finding = (key: string, kind: Finding['kind'], accepted = false): Finding => ({
  key,
  kind,
  title: key,
  text: '',
  why: `why ${kind}`,
  todo: `todo ${kind}`,
  ...(accepted && { accepted: { id: 1, reason: '端数処理のため', who: '経営改革課', at: '2024-02-02T10:32:05' } }),
});

const view: CheckView = {
  kinds: [
    { kind: 'total', name: '合わない合計', open: 1, accepted: 1 },
    { kind: 'reason', name: '理由のない評価', open: 2, accepted: 0 },
    { kind: 'paper', name: '古くなった資料', open: 0, accepted: 1 },
  ],
  findings: [finding('a', 'total', true), finding('b', 'total'), finding('c', 'reason'), finding('d', 'reason'), finding('e', 'paper', true)],
};

describe('findings', () => {
  it('stand under their kinds with why and how once, the accepted ones apart', () => {
    const shown = sections(view, 'all', 300);
    expect(shown.map(({ name, findings }) => [name, findings.map(({ key }) => key)])).toEqual([
      ['合わない合計', ['b']],
      ['理由のない評価', ['c', 'd']],
    ]);
    expect(shown[1]?.why).toBe('why reason');
    expect(acceptedOf(view).map(({ key }) => key)).toEqual(['a', 'e']);
    expect(openCount(view)).toBe(3);
    expect(openKinds(view).map(({ kind }) => kind)).toEqual(['total', 'reason']);
  });

  it('are narrowed to a kind while something open is of it', () => {
    expect(sections(view, 'reason', 300).map(({ kind }) => kind)).toEqual(['reason']);
    expect(shownKind(view, 'paper')).toBe('all');
    expect(sections(view, 'paper', 300)).toHaveLength(2);
  });

  it('are drawn up to a limit', () => {
    expect(sections(view, 'all', 2).flatMap(({ findings }) => findings).map(({ key }) => key)).toEqual(['b', 'c']);
    expect(sections({ kinds: [], findings: [] }, 'all', 2)).toEqual([]);
  });

  it('are walked through by keys', () => {
    expect(rowOfKey('ArrowDown', 0, 3)).toBe(1);
    expect(rowOfKey('ArrowUp', 0, 3)).toBe(0);
    expect(rowOfKey('End', 0, 3)).toBe(2);
    expect(rowOfKey('Home', 2, 3)).toBe(0);
    expect(rowOfKey('PageDown', 0, 3)).toBe(2);
    expect(rowOfKey('a', 0, 3)).toBeUndefined();
  });
});
