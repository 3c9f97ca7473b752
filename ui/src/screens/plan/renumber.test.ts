import { describe, expect, it } from 'vitest';
import { planRow } from '../../../tests/support/planRow';
import type { PlanRow } from '../../ipc/PlanRow';
import type { PlanView } from '../../ipc/PlanView';
import { ALL, firstOf, formFor, levelsFor, numberingOf, scopesFor } from './renumber';

const row = (id: number, level: number, label: string, parent?: number): PlanRow => planRow(id, level, parent, { label });
const view: PlanView = {
  plan: { id: 9, name: '計画', period: '令和3年度～令和6年度', years: [] },
  levels: ['方向性', '項目', '具体策'],
  evaluation_level: 1,
  groups: [],
  section_titles: [],
  life_cycles: [],
  life_cycles_read: [],
  offices: [],
  rows: [row(1, 0, '1'), row(2, 1, '①', 1), row(3, 2, 'ア', 2), row(4, 1, '②', 1)],
};

describe('numbering anew', () => {
  it('is asked for the whole plan, or below a node that has something below it', () => {
    expect(scopesFor(view, 3).map(({ value }) => value)).toEqual([ALL, '2', '1']);
    expect(scopesFor(view, 4).map(({ value }) => value)).toEqual([ALL, '1']);
    expect(scopesFor(view, undefined)).toHaveLength(1);
    expect(levelsFor(view, ALL).map(({ value }) => value)).toEqual(['0', '1', '2']);
    expect(levelsFor(view, '2').map(({ value }) => value)).toEqual(['2']);
  });
  it('takes the numbers as they are written now unless a way is chosen', () => {
    const form = formFor(view);
    expect(numberingOf(view, form)).toEqual({ plan: 9, level: 1, first: 1, restart: false, by_group: false, unlabelled: false });
    const grouped = { ...view, groups: [{ id: 1, name: '実施', description: '' }] };
    expect(numberingOf(grouped, formFor(grouped))?.by_group).toBe(true);
    expect(numberingOf(view, { ...form, scope: '1', style: 'circled', first: '２１' })).toMatchObject({ under: 1, style: 'circled', first: 21 });
  });
  it('waits for a first number that is one', () => {
    expect(['0', '-1', '12345', ''].map(firstOf)).toEqual([undefined, undefined, undefined, undefined]);
    expect(numberingOf(view, { ...formFor(view), first: '一' })).toBeUndefined();
  });
});
