import { describe, expect, it, vi } from 'vitest';
import { coreHolding, type HeardCore } from '../../../tests/support/core';
import { CallError } from '../../call';
import type { ChartDefinition } from '../../ipc/ChartDefinition';
import type { FiscalView } from '../../ipc/FiscalView';
import type { Picture } from '../../ipc/Picture';
import { ChartPicture } from './chartPicture.svelte';
import { FiscalTable } from './fiscal.svelte';

const chart: ChartDefinition = {
  id: 5,
  title: '題名',
  series: [{ indicator: 1, part: 0, axis: 'left', mark: 'line' }],
  targets: false,
  second_line: 'kind',
  width_mm: 160,
  height_mm: 90,
  source: '',
  note: '',
};

const viewOf = (): FiscalView => ({
  years: [{ year: 2023, long: '令和5年度', short: 'R5' }],
  rows: [
    {
      indicator: 1,
      part: 0,
      slot: 'actual',
      name: '経常収支比率',
      part_name: '',
      account: '',
      unit: '%',
      target: '',
      target_year: '',
      cells: [{ text: '94.6% (見込)', number: '94.6', kind: 'provisional', understood: true }],
    },
  ],
  charts: [chart],
});

/** A core that holds one table and remembers what was asked of it. */
function core(): HeardCore & { view: FiscalView } {
  const view = viewOf();
  return { ...coreHolding(view), view };
}

describe('the table of series', () => {
  it('reads a version of the file once, however often it is asked for', async () => {
    const { core: one, asked } = core();
    const table = new FiscalTable(one);
    await Promise.all([table.load(1, undefined), table.load(1, undefined)]);
    expect(asked).toEqual([['fiscal_view', {}]]);
    expect(await table.goBack()).toBe(2022);
    await table.load(1, table.first);
    expect(asked).toEqual([
      ['fiscal_view', {}],
      ['fiscal_view', { first: 2018 }],
    ]);
  });

  it('writes the figures of one gesture as one step and shows the file anew before the cells are released', async () => {
    const { core: one, asked } = core();
    const table = new FiscalTable(one);
    await table.load(1, undefined);
    await table.edit([{ rowId: '1/0/actual', key: 'y2023', text: '94.8%' }]);
    expect(asked.map(([name]) => name)).toEqual(['fiscal_view', 'figure_set', 'fiscal_view']);
    expect(asked[1]?.[1]).toEqual({ edits: [{ indicator: 1, part: 0, slot: 'actual', year: 2023, text: '94.8%' }] });
  });

  it('says so when no selected cell can take a kind, and when a cell kept its own', async () => {
    const { core: one, asked, notices } = core();
    const table = new FiscalTable(one);
    await table.load(1, undefined);
    await table.setKind(['1/0/actual'], ['name'], 'settled');
    expect(asked.map(([name]) => name)).toEqual(['fiscal_view']);
    await table.setKind(['1/0/actual'], ['y2023'], 'settled');
    expect(asked[1]?.[1]).toEqual({ edits: [{ indicator: 1, part: 0, slot: 'actual', year: 2023, text: '94.6%', kind: 'settled' }] });
    // This core keeps the old kind whatever it is told.
    expect(notices).toHaveLength(2);
    expect(notices[1]).toContain('1セル');
  });

  it('builds a change of a chart upon the change before it that is still on its way', async () => {
    const { core: one, asked } = core();
    const table = new FiscalTable(one);
    await table.load(1, undefined);
    await Promise.all([
      table.changeChart(5, (now) => ({ ...now, title: '新しい題名' })),
      table.changeChart(5, (now) => ({ ...now, targets: true })),
    ]);
    const saved = asked.filter(([name]) => name === 'chart_save').map(([, request]) => request);
    expect(saved).toEqual([
      { ...chart, title: '新しい題名' },
      { ...chart, title: '新しい題名', targets: true },
    ]);
  });
});

describe('the picture of a chart', () => {
  const drawn = (svg: string): Picture => ({ svg, alt: svg, width_mm: 160, height_mm: 90 });

  it('keeps the old picture until the new one is there, and gives the old address back', async () => {
    const discard = vi.fn();
    const picture = new ChartPicture({ draw: async ({ chart: id }) => drawn(`c${id}`), picture: async (svg) => `blob:${svg}`, discard });
    await picture.draw({ chart: 1, mono: false });
    expect(picture.shown?.url).toBe('blob:c1');
    const next = picture.draw({ chart: 2, mono: false });
    expect(picture.shown?.url).toBe('blob:c1');
    expect(discard).not.toHaveBeenCalled();
    await next;
    expect(picture.shown?.url).toBe('blob:c2');
    expect(discard.mock.calls).toEqual([['blob:c1']]);
  });

  it('shows the last drawing asked for, whichever comes first', async () => {
    const ready = new Map<number, (picture: Picture) => void>();
    const picture = new ChartPicture({
      draw: ({ chart: id }) => new Promise((done) => ready.set(id, done)),
      picture: async (svg) => `blob:${svg}`,
      discard: vi.fn(),
    });
    const both = [picture.draw({ chart: 1, mono: false }), picture.draw({ chart: 2, mono: false })];
    ready.get(2)?.(drawn('c2'));
    ready.get(1)?.(drawn('c1'));
    await Promise.all(both);
    expect(picture.shown?.url).toBe('blob:c2');
  });

  it('shows the reason in place of the picture, and a picture again once it can be drawn', async () => {
    let fails = true;
    const picture = new ChartPicture({
      draw: async () => {
        if (fails) throw new CallError({ kind: 'chart-too-small', args: { width: '120', height: '60' }, log_id: '' });
        return drawn('c');
      },
      picture: async (svg) => `blob:${svg}`,
      discard: vi.fn(),
    });
    await picture.draw({ chart: 1, mono: true });
    expect(picture.shown).toBeUndefined();
    expect(picture.reason?.todo).toContain('120');
    fails = false;
    await picture.draw({ chart: 1, mono: true });
    expect(picture.reason).toBeUndefined();
    expect(picture.shown?.url).toBe('blob:c');
  });
});
