import { describe, expect, it } from 'vitest';
import { planRow } from '../../../tests/support/planRow';
import type { NodeRemoval } from '../../ipc/NodeRemoval';
import type { PlanView } from '../../ipc/PlanView';
import { PlanTree, type Core, touchedRows } from './plan.svelte';
import { newRows, readAs, readPasted } from './pasted';
import { removalParts } from './removal';
import { chosenCell, columnsOf, editsOf, placesFor, rowsOf, treeOf } from './table';

const view: PlanView = {
  plan: { id: 9, name: '', period: '', years: [] },
  levels: ['D', 'I'],
  evaluation_level: 1,
  groups: [],
  section_titles: ['目指す姿'],
  life_cycles: ['継続', '新規', '修正', '拡充', '統合', '終了', '再掲'],
  life_cycles_read: ['充実'],
  offices: [],
  rows: [
    planRow(1, 0),
    planRow(2, 1, 1, { sections: [{ id: 8, title: '目指す姿', text: 'x' }], lanes: ['a', 'b'] }),
    planRow(3, 1, 1, { life_cycle: '廃止', ended: true }),
    planRow(4, 0),
    planRow(5, 1, 4, { lanes: ['c'] }),
  ],
};

const removal: NodeRemoval = {
  node: 1,
  title: '1 t1',
  below: 2,
  sections: 0,
  lanes: 0,
  earlier_lanes: 0,
  records: 3,
  projects: 0,
  indicators: 0,
  charts: 0,
  effect_rows: 4,
  referring: 0,
};

/** A core that answers this view, and what it was asked to write. */
function tree(): { plan: PlanTree; written: [string, unknown][]; asked: string[]; core: Core } {
  const written: [string, unknown][] = [];
  const asked: string[] = [];
  const core = {
    version: 1,
    changes: [],
    ask: (command: string) => {
      asked.push(command);
      return Promise.resolve(command === 'node_removal' ? removal : view);
    },
    write: (command: string, request: unknown) => {
      written.push([command, request]);
      return Promise.resolve(77);
    },
  } as unknown as Core;
  return { plan: new PlanTree(core), written, asked, core };
}

describe('the table of the plan', () => {
  const columns = columnsOf(view, { added: ['課題'], readonly: false, texts: true });
  it('has a column for every heading of text, also for one just added', () => {
    expect(columns.map(({ key }) => key)).toContain('section:課題');
    expect(rowsOf(view, columns)[1]?.cells['section:目指す姿']?.text).toBe('x');
    expect(rowsOf(view, columns)[1]?.cells['lanes']?.text).toBe('a\nb');
  });
  it('never lets the list of measures be typed over, and nothing in a file for reading', () => {
    expect(columns.filter(({ readonly }) => readonly).map(({ key }) => key)).toEqual(['lanes']);
    expect(columnsOf(view, { added: [], readonly: true, texts: true }).every(({ readonly }) => readonly)).toBe(true);
  });
  it('leaves the long texts out when they are not wanted', () => {
    expect(columnsOf(view, { added: ['課題'], readonly: false, texts: false }).some(({ kind }) => kind === 'longtext')).toBe(false);
  });
  it('has groups and markers once there are any, and labels that do not break', () => {
    const of = (more: Partial<PlanView>) => columnsOf({ ...view, ...more }, { added: [], readonly: false, texts: false });
    const hidden = (more: Partial<PlanView>) => of(more).filter((column) => column.hidden).map(({ key }) => key);
    expect(hidden({})).toEqual(['group', 'markers']);
    expect(hidden({ rows: [planRow(1, 0, undefined, { markers: '重点' })] })).toEqual(['group']);
    expect(hidden({ groups: [{ id: 3, name: '実施', description: '' }] })).toEqual(['markers']);
    const marked = planRow(1, 0, undefined, { label: '方向性1', group: '実施プログラム', markers: '重点' });
    const all = of({ rows: [marked] });
    const end = all.slice(0, all.findIndex(({ key }) => key === 'life_cycle') + 1).reduce((sum, { width }) => sum + width, 0);
    expect(end).toBeLessThanOrEqual(678);
    const wide = (label: string): number => of({ rows: [planRow(1, 0, undefined, { label })] })[0]?.width ?? 0;
    expect(wide('①')).toBe(52);
    expect(wide('展開方向1')).toBeGreaterThan(5 * 13.5);
    expect(wide('展開方向1'.repeat(9))).toBe(132);
  });
  it('counts its nodes by the names of their levels', () => {
    expect(rowsOf(view, []).map(({ counted }) => counted)).toEqual(['D', 'I', 'I', 'D', 'I']);
  });
  it('turns edits into changes of the file', () => {
    expect(
      editsOf([
        { rowId: '2', key: 'title', text: 'n' },
        { rowId: '2', key: 'section:課題', text: 's' },
        { rowId: '2', key: 'lanes', text: 'no' },
      ]),
    ).toEqual([
      { node: 2, field: 'title', text: 'n' },
      { node: 2, field: 'section', section: '課題', text: 's' },
    ]);
    expect(chosenCell('2', columns.at(-1))).toBeUndefined();
    expect(chosenCell('2', columns[1])?.value).toEqual({ kind: 'node', node: 2, field: 'title' });
  });
  it('marks ended items in the tree', () => {
    expect(treeOf(view).map(({ ended }) => ended)).toEqual([false, false, true, false, false]);
  });
});

describe('the tree of the plan', () => {
  it('adds behind, below, and at the end without a choice', async () => {
    const { plan, written } = tree();
    await plan.load(9, 1);
    expect(await plan.add('behind', 2)).toBe(77);
    await plan.add('below', 1);
    await plan.add('behind', undefined);
    // Below the last level nothing can stand.
    await plan.add('below', 2);
    expect(written.map(([, request]) => request)).toMatchObject([
      { plan: 9, parent: 1, position: 1 },
      { plan: 9, parent: 1, position: 2 },
      { plan: 9, position: 2 },
      { plan: 9, parent: 1, position: 1 },
    ]);
    expect(written[2]?.[1]).not.toHaveProperty('parent');
  });
  it('moves where the plan allows it', async () => {
    const { plan, written } = tree();
    await plan.load(9, 1);
    expect(plan.wayOf(1, 'up')).toBeUndefined();
    expect(plan.wayOf(2, 'in')).toBeUndefined();
    expect(plan.wayOf(5, 'up')).toEqual({ id: '5', parent: '1', position: 2 });
    const out = plan.wayOf(3, 'out');
    expect(out).toEqual({ id: '3', parent: undefined, position: 1 });
    if (out) await plan.move(out);
    expect(written).toEqual([['node_place', { node: 3, position: 1 }]]);
  });
  it('asks once what a removal takes along, and goes on at the row behind', async () => {
    const { plan, asked } = tree();
    await plan.load(9, 1);
    expect(await plan.removal(1)).toEqual(removal);
    expect(asked).toEqual(['plan_view', 'node_removal']);
    expect(removalParts(removal)).toEqual({ gone: ['下の階層の2項目', '年度ごとの記録 3件'], untied: ['効果額の行 4件'] });
    expect(await plan.remove(1)).toBe(4);
    expect(await plan.remove(5)).toBe(4);
  });
  it('reads nothing anew for a change that does not show here, and else only the rows it touched', async () => {
    const { core } = tree();
    const asked: unknown[] = [];
    const ask = (command: string, request: { nodes?: number[] }): Promise<unknown> => {
      asked.push(request.nodes ?? command);
      if (command === 'plan_view') return Promise.resolve(view);
      const rows = view.rows.filter(({ id }) => request.nodes?.includes(id)).map((row) => ({ ...row, title: 'new' }));
      return Promise.resolve({ view: { ...view, rows }, order: view.rows.map(({ id }) => id) });
    };
    const counting = { ...core, ask, changes: [] } as unknown as { changes: unknown[] } & Core;
    const plan = new PlanTree(counting);
    await plan.load(9, 1);
    (counting as { changes: unknown[] }).changes = [{ table: 'record', key: [2, 2023], kind: 'updated' }];
    await plan.load(9, 2);
    expect(asked).toEqual(['plan_view']);
    (counting as { changes: unknown[] }).changes = [{ table: 'node', key: [2], kind: 'updated' }];
    await plan.load(9, 3);
    expect(asked).toEqual(['plan_view', [2]]);
    expect(plan.view?.rows.filter(({ title }) => title === 'new').map(({ id }) => id)).toEqual([2]);
    (counting as { changes: unknown[] }).changes = [{ table: 'section', key: [7], kind: 'updated' }];
    await plan.load(9, 4);
    expect(asked.at(-1)).toBe('plan_view');
  });
  it('knows whose texts it wrote itself', () => {
    const section = { table: 'section' as const, key: [7], kind: 'updated' as const };
    expect(touchedRows([section])).toBe('all');
    expect(touchedRows([section], [3])).toEqual([3]);
    expect(touchedRows([], [3])).toBe('all');
  });
});

describe('a pasted table', () => {
  const columns = columnsOf(view, { added: [], readonly: false, texts: true });
  it('finds its columns by their headings, whatever their order', () => {
    const pasted = readPasted('所管課\t備考\t名称\t番号\n市民課\tx\t窓口の\u3000統合\tA\n\n\t\t\tB', columns);
    expect([pasted.headed, pasted.keys]).toEqual([true, ['offices', undefined, 'title', 'label']]);
    expect(newRows(pasted)).toEqual([
      [
        { field: 'offices', text: '市民課' },
        { field: 'title', text: '窓口の\u3000統合' },
        { field: 'label', text: 'A' },
      ],
    ]);
  });
  it('takes one column for names, two for numbers and names', () => {
    expect(readPasted('a\r\nb\r\n', columns)).toEqual({ lines: [['a'], ['b']], headed: false, keys: ['title'] });
    expect(readPasted('1\ta', columns).keys).toEqual(['label', 'title']);
    expect(readPasted('1\ta\tb\tc', columns).keys).toEqual(['label', 'title', 'offices', undefined]);
    expect(readPasted(' \n', columns)).toEqual({ lines: [], headed: false, keys: [] });
  });
  it('joins a name over line breaks and keeps those of a text', () => {
    const pasted = readPasted('名称\t目指す姿\n"a\nb"\t"・c\n・d"', columns);
    expect(newRows(pasted)).toEqual([
      [
        { field: 'title', text: 'ab' },
        { field: 'section', section: '目指す姿', text: '・c\n・d' },
      ],
    ]);
  });
  it('reads a column as one thing only', () => {
    expect(readAs(['label', 'title', undefined], 2, 'title')).toEqual(['label', undefined, 'title']);
    expect(newRows({ lines: [['x']], keys: [undefined] })).toEqual([]);
  });
  it('goes where the person stands, as one step', async () => {
    expect(placesFor(view, 1).map(({ value }) => value)).toEqual(['below:1', 'behind:1', 'top']);
    expect(placesFor(view, 2).map(({ value }) => value)).toEqual(['behind:2', 'top']);
    expect(placesFor(view, undefined).map(({ value }) => value)).toEqual(['top']);
    const { plan, written } = tree();
    await plan.load(9, 1);
    for (const place of ['below:1', 'behind:2', 'top']) await plan.addRows([[{ field: 'title', text: 'a' }]], place);
    expect(written.map(([, request]) => request)).toMatchObject([
      { parent: 1, position: 2 },
      { parent: 1, position: 1 },
      { plan: 9, position: 2 },
    ]);
  });
});
