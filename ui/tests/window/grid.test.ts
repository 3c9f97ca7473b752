import { describe, expect, it } from 'vitest';
import { violations } from './axe';
import { active, cell } from './grid';
import { boxOf, copied, drag, heardOf, opener, page } from './window';

const open = opener();

const paste = (text: string, html = ''): Promise<void> =>
  page.evaluate(
    ([plain, rich]) => {
      const data = new DataTransfer();
      data.setData('text/plain', plain ?? '');
      if (rich) data.setData('text/html', rich);
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    },
    [text, html],
  );

describe('totals at the bottom', () => {
  it('stay in view and never lie over the last row', async () => {
    await open('grid-foot');
    const edge = (selector: string, side: 'top' | 'bottom'): Promise<number> =>
      page.$eval(selector, (element, wanted) => element.getBoundingClientRect()[wanted as 'top'], side);
    const frame = await edge('.scroller', 'bottom');
    expect(await page.textContent('.foot')).toContain('歳入計');
    expect(await edge('.foot', 'bottom')).toBeLessThanOrEqual(frame);
    await page.click(cell(1, 1));
    await page.keyboard.press('Control+End');
    await page.waitForSelector(cell(31, 1));
    await page.waitForTimeout(200);
    expect(await edge(cell(31, 1), 'bottom')).toBeLessThanOrEqual((await edge('.foot', 'top')) + 1);
    expect(await edge('.foot', 'bottom')).toBeLessThanOrEqual(frame);
    await page.click('.foot [role=gridcell]');
    expect(await active()).toContain('-31-');
    expect(await violations()).toEqual([]);
  });
});

describe('everyone can use it', () => {
  it('axe finds nothing, idle, editing, choosing and asking', async () => {
    await open('grid');
    expect(await violations()).toEqual([]);
    await page.click(cell(2, 6));
    await page.keyboard.press('Alt+ArrowDown');
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+f');
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await paste('前倒し');
    await page.waitForSelector('[role=alertdialog]');
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForSelector('[role=alertdialog]', { state: 'detached' });
    expect(await active()).toMatch(/-2-6$/u);
  });
  it('the active cell exists in the page even when it is scrolled away', async () => {
    await open('grid-large');
    await page.click(cell(2, 3));
    await page.evaluate(() => document.querySelector('.scroller')?.scrollTo(0, 200000));
    await page.waitForTimeout(100);
    const id = await active();
    expect(await page.evaluate((one) => document.getElementById(one ?? '') !== null, id)).toBe(true);
  });
  it('Tab leaves the grid after the last cell and Shift+Tab before the first', async () => {
    await open('grid');
    await page.click(cell(2, 2));
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.classList.contains('typing-field'))).toBe(false);
  });
});

describe('headings over several columns', () => {
  const places = (): Promise<{ frozen: number; name: [number, number]; first: number; seen: number }> =>
    page.evaluate(() => {
      const box = (selector: string): DOMRect => (document.querySelector(selector) as HTMLElement).getBoundingClientRect();
      const name = box('.group .name');
      return { frozen: box('[data-head="name"]').right, name: [name.left, name.right], first: box('[data-head="before"]').left, seen: box('.scroller').right };
    });
  it('stay readable as long as one of their columns is seen', async () => {
    await open('grid');
    await page.setViewportSize({ width: 800, height: 600 });
    for (const left of [0, 300, 600, 900]) {
      await page.evaluate((to) => document.querySelector('.scroller')?.scrollTo(to, 0), left);
      await page.waitForTimeout(60);
      const { frozen, name, seen } = await places();
      expect(name[0]).toBeGreaterThanOrEqual(frozen);
      expect(name[1]).toBeLessThanOrEqual(seen);
    }
  });
  it('come along whole with the cell a person is sent to', async () => {
    await open('grid');
    await page.setViewportSize({ width: 1100, height: 600 });
    await page.evaluate(() => (globalThis as unknown as { goTo: (row: string, key: string, whole: boolean) => void }).goTo('r1', 'grade', true));
    await page.waitForTimeout(300);
    const { frozen, first } = await places();
    expect(Math.abs(first - frozen)).toBeLessThanOrEqual(1);
    expect(await active()).toMatch(/-2-6$/u);
    const right = await page.$eval(cell(2, 6), (one) => one.getBoundingClientRect().right);
    expect(right).toBeLessThanOrEqual(1100);
  });
});

describe('a double click', () => {
  it('on a cell that cannot be changed asks for nothing', async () => {
    await open('grid');
    await page.dblclick(cell(2, 0));
    expect(await heardOf('open')).toEqual([]);
    expect(await heardOf('edit')).toEqual([]);
    await page.keyboard.press('Control+Enter');
    expect(await heardOf('open')).toHaveLength(1);
  });
});

describe('keys', () => {
  it('a column scrolled in from the right leaves none cut in half beside the frozen ones', async () => {
    await open('grid');
    await page.setViewportSize({ width: 800, height: 600 });
    await page.click(cell(2, 2));
    const scrolled: number[] = [];
    for (let step = 0; step < 8; step += 1) {
      await page.keyboard.press('ArrowRight');
      await page.waitForTimeout(80);
      const [at, cut, end] = await page.evaluate(() => {
        const scroller = document.querySelector('.scroller');
        const cells = [...document.querySelectorAll<HTMLElement>('[data-index="2"] [data-column]')];
        const frozen = Math.max(...cells.filter((one) => getComputedStyle(one).position === 'sticky').map((one) => one.getBoundingClientRect().right));
        const halved = cells.filter((one) => getComputedStyle(one).position !== 'sticky').map((one) => one.getBoundingClientRect());
        const left = scroller?.scrollLeft ?? 0;
        return [left, halved.filter(({ left: from, right }) => from < frozen - 1 && right > frozen + 1).length, left + (scroller?.clientWidth ?? 0) >= (scroller?.scrollWidth ?? 0) - 1];
      });
      // Where there is nothing more to the right the last column ends at the edge instead.
      if (!end) expect(cut).toBe(0);
      scrolled.push(at);
    }
    expect(scrolled.at(-1)).toBeGreaterThan(0);
    expect(new Set(scrolled.filter((at) => at > 0)).size).toBeGreaterThan(1);
  });
  it('typing replaces, Enter goes down, Ctrl+Z and Ctrl+Y are handed on', async () => {
    await open('grid');
    await page.click(cell(2, 5));
    await page.keyboard.type('abc');
    await page.keyboard.press('Enter');
    expect(await heardOf('edit')).toEqual([[{ rowId: 'r1', key: 'actual', text: 'abc' }]]);
    expect(await active()).toMatch(/-3-5$/u);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+y');
    expect(await heardOf('undo')).toHaveLength(1);
    expect(await heardOf('redo')).toHaveLength(1);
  });
  it('Alt+Enter makes a line and Enter after it commits both', async () => {
    await open('grid');
    await page.click(cell(2, 5));
    await page.keyboard.type('a');
    await page.keyboard.press('Alt+Enter');
    await page.keyboard.type('b');
    await page.keyboard.press('Enter');
    expect(await heardOf('edit')).toEqual([[{ rowId: 'r1', key: 'actual', text: 'a\nb' }]]);
  });
  it('one key sets an evaluation', async () => {
    await open('grid');
    await page.click(cell(3, 6));
    await page.keyboard.press('1');
    expect(await heardOf('edit')).toEqual([[{ rowId: 'r2', key: 'grade', text: 'early' }]]);
    expect(await page.textContent(cell(3, 6))).toContain('◎ 前倒し');
  });
  it('Delete clears the selection as one step and Ctrl+D fills it', async () => {
    await open('grid');
    await page.click(cell(1, 8));
    await page.keyboard.type('x');
    await page.keyboard.press('Enter');
    await page.click(cell(1, 8));
    await page.click(cell(3, 8), { modifiers: ['Shift'] });
    await page.keyboard.press('Control+d');
    await page.keyboard.press('Delete');
    const steps = await heardOf<{ text: string }[]>('edit');
    expect(steps.map((step) => step.map((edit) => edit.text))).toEqual([['x'], ['x', 'x'], ['', '', '']]);
  });
  it('dragging selects and the status counts exactly', async () => {
    await open('grid');
    await page.hover(cell(2, 7));
    await page.mouse.down();
    await page.hover(cell(5, 7));
    await page.mouse.up();
    const status = JSON.parse((await page.textContent('[data-status]')) ?? '{}') as Record<string, unknown>;
    expect(status).toMatchObject({ counts: [{ name: '', shown: 28, all: 28 }], selected: 4, numbers: 3, sum: '262.5', mean: '87.5' });
  });
});

describe('clipboard', () => {
  it('copies text and table, headings and choices with their words', async () => {
    await open('grid');
    await page.click(cell(1, 5));
    await page.click(cell(2, 7), { modifiers: ['Shift'] });
    const { text, html } = await copied();
    expect(text).toBe('"・無作為抽出による意見交換会を2回開いた。\n・オンライン会場を併設し、若い世代の参加が増えた。"\t○ 予定どおり\t0\r\n・移管の基準を定めた。\t△ 遅れ\t37.5\r\n');
    expect(html).toContain('<table>');
    await page.click(cell(10, 5));
    await paste(text, html);
    await page.click('[role=alertdialog] .button.primary');
    const [step] = await heardOf<{ key: string; text: string }[]>('edit');
    expect(step?.find((edit) => edit.key === 'grade')?.text).toBe('as-planned');
    expect(await page.textContent(cell(10, 5))).toContain('オンライン会場');
  });
  it('cut takes the words away', async () => {
    await open('grid');
    await page.click(cell(2, 5));
    expect((await copied('cut')).text).toBe('・移管の基準を定めた。');
    expect(await heardOf('edit')).toEqual([[{ rowId: 'r1', key: 'actual', text: '' }]]);
  });
  it('asks before it overwrites; no leaves everything', async () => {
    await open('grid');
    await page.click(cell(2, 5));
    await paste('１２３\t遅れ\t▲ 4\r\n', '<table><tr><td>１２３</td><td>遅れ</td><td>▲ 4</td></tr></table>');
    await page.waitForSelector('[role=alertdialog]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('[role=alertdialog]', { state: 'detached' });
    expect(await heardOf('edit')).toEqual([]);
    await page.keyboard.type('z');
    expect(await page.inputValue('textarea.typing-field')).toBe('z');
  });
  it('the real Ctrl+C and Ctrl+V carry a cell', async () => {
    await open('grid');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.click(cell(2, 5));
    await page.keyboard.press('Control+c');
    await page.click(cell(3, 5));
    await page.keyboard.press('Control+v');
    expect(await heardOf('edit')).toEqual([[{ rowId: 'r2', key: 'actual', text: '・移管の基準を定めた。' }]]);
  });
});

describe('columns', () => {
  it('a drag on the edge makes a column wider and is remembered', async () => {
    await open('grid');
    const box = await boxOf('[data-head="office"]');
    await drag([box.x + box.width - 1, box.y + 10], [box.x + box.width + 59, box.y + 10]);
    const [layout] = await heardOf<{ widths: Record<string, number> }>('remember');
    expect(layout?.widths['office']).toBe(170);
  });
  it('a drag of the heading moves a column, a click selects it', async () => {
    await open('grid');
    const [from, to] = [await boxOf('[data-head="reason"]'), await boxOf('[data-head="office"]')];
    await drag([from.x + 20, from.y + 10], [to.x + 10, to.y + 10]);
    expect(await page.locator('[data-head]').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['head']))).toEqual(
      ['no', 'name', 'reason', 'office', 'before', 'planned', 'actual', 'grade', 'effect'],
    );
    await page.click('[data-head="office"]', { position: { x: 30, y: 12 } });
    const status = JSON.parse((await page.textContent('[data-status]')) ?? '{}') as { selected: number };
    expect(status.selected).toBe(28);
  });
  it('the menu hides a column by keyboard and gives the focus back', async () => {
    await open('grid');
    await page.click(cell(2, 4));
    await page.keyboard.press('Shift+F10');
    await page.waitForSelector('[role=menu]');
    // Keys reach the menu once it has the focus.
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'menu');
    await page.keyboard.press('End');
    await page.waitForSelector('[role=menuitem][data-value="hide"][data-highlighted]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=menu]', { state: 'detached' });
    expect(await page.locator('[data-head="planned"]').count()).toBe(0);
    await page.waitForFunction(() => document.activeElement?.classList.contains('typing-field'));
  });
});

describe('5,000 rows', () => {
  it('no part of the window is blank in any frame while scrolling', async () => {
    await open('grid-large');
    const blanks = await page.evaluate(async () => {
      const scroller = document.querySelector('.scroller');
      const area = document.querySelector('.window');
      if (!scroller || !area) throw new Error('no grid');
      const bounds = area.getBoundingClientRect();
      const found: unknown[] = [];
      const jumps = [40, 400, 4000, 40000, 90000, 89000, 200000, 100, 260000, 50, 0];
      for (const top of [...jumps, ...Array.from({ length: 60 }, (_, i) => i * 137)]) {
        scroller.scrollTop = top;
        // What a frame shows is settled once it has been painted: heights are measured just before that.
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        for (let y = bounds.top + 4; y < bounds.bottom - 2; y += 23) {
          if (!document.elementFromPoint(bounds.left + 120, y)?.closest('[data-index]')) found.push([top, scroller.scrollTop, y, document.elementFromPoint(bounds.left + 120, y)?.className]);
        }
      }
      return found;
    });
    expect(blanks).toEqual([]);
  });
  it('only the rows in the window are drawn, none over another', async () => {
    await open('grid-large');
    await page.evaluate(() => document.querySelector('.scroller')?.scrollTo(0, 123456));
    await page.waitForTimeout(300);
    const rows = await page.locator('[data-index]').evaluateAll((all) =>
      all.map((one) => ({ index: Number((one as HTMLElement).dataset['index']), top: one.getBoundingClientRect().top, bottom: one.getBoundingClientRect().bottom })),
    );
    expect(rows.length).toBeLessThan(60);
    const drawn = rows.filter((row) => row.index > 0).sort((a, b) => a.index - b.index);
    for (let i = 1; i < drawn.length; i += 1) expect(Math.abs((drawn[i]?.top ?? 0) - (drawn[i - 1]?.bottom ?? 0))).toBeLessThan(1.5);
  });
  it('an arrow key takes well under a frame or two', async () => {
    await open('grid-large');
    await page.click(cell(2, 3));
    const slowest = await page.evaluate(async () => {
      const field = document.activeElement;
      const times: number[] = [];
      for (let i = 0; i < 60; i += 1) {
        const start = performance.now();
        field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
        await Promise.resolve();
        document.body.getBoundingClientRect();
        times.push(performance.now() - start);
        await new Promise(requestAnimationFrame);
      }
      return times.sort((a, b) => a - b)[Math.floor(times.length * 0.9)] ?? 0;
    });
    expect(slowest).toBeLessThan(50);
  });
  it('goes to a far cell and back', async () => {
    await open('grid-large');
    await page.evaluate(() => (globalThis as unknown as { goTo(row: string, key: string): boolean }).goTo('r4321', 'actual'));
    await page.waitForTimeout(200);
    const id = await active();
    const seen = await page.evaluate((one) => {
      const bounds = document.getElementById(one ?? '')?.getBoundingClientRect();
      const area = document.querySelector('.window')?.getBoundingClientRect();
      return bounds !== undefined && area !== undefined && bounds.top >= area.top - 1 && bounds.bottom <= area.bottom + 1;
    }, id);
    expect(seen).toBe(true);
  });
});
