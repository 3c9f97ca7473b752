import { describe, expect, it } from 'vitest';
import { active, cell } from './grid';
import { compose, confirm, ORDERS, play } from './orders';
import { heardOf, later, opensOn, page } from './window';

opensOn('grid');

const field = (): Promise<string> => page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value);
const textOf = (row: string, column: string): Promise<string> =>
  page.evaluate(([r, c]) => (globalThis as unknown as { textOf(r: string, c: string): string }).textOf(r ?? '', c ?? ''), [row, column]);
const edits = (): Promise<{ rowId: string; key: string; text: string }[][]> => heardOf('edit');

describe.each(ORDERS)('the events of %s', (_, order) => {
  it('Japanese typed into a selected cell replaces it, and the Enter that confirms does not move', async () => {
    await page.click(cell(2, 5));
    const before = await active();
    await play(order('いかんした', '移管した', ''));
    expect(await field()).toBe('移管した');
    expect(await active()).toBe(before);
    expect(await edits()).toEqual([]);
    await later();
    await play(order('。', '。', '移管した'));
    expect(await field()).toBe('移管した。');
    expect(await edits()).toEqual([]);
    await later();
    await page.keyboard.press('Enter');
    expect(await edits()).toEqual([[{ rowId: 'r1', key: 'actual', text: '移管した。' }]]);
    expect(await active()).toBe(before?.replace('-2-5', '-3-5'));
    expect(await field()).toBe('');
  });

  it('adds to an opened cell without losing what was there', async () => {
    await page.dblclick(cell(2, 5));
    expect(await field()).toBe('・移管の基準を定めた。');
    await play(order('つづく', '続く', '・移管の基準を定めた。'));
    await later();
    await page.keyboard.press('Tab');
    expect(await edits()).toEqual([[{ rowId: 'r1', key: 'actual', text: '・移管の基準を定めた。続く' }]]);
  });

  it('ten cells one after the other lose nothing', async () => {
    await page.click(cell(9, 8));
    const words = ['準備', '実施', '検証', '完了', '移管', '公表', '周知', '設計', '工事', '運用'];
    for (const word of words) {
      await play(order(word, word, ''));
      await later();
      await page.keyboard.press('Enter');
    }
    expect((await edits()).map(([edit]) => edit?.text)).toEqual(words);
    expect(new Set((await edits()).map(([edit]) => edit?.rowId)).size).toBe(10);
  });

  it('an evaluation typed by the input method takes the Enter after the confirming one', async () => {
    await page.click(cell(3, 6));
    await play(order('おくれ', '遅れ', ''));
    expect(await edits()).toEqual([]);
    await later();
    await page.keyboard.press('Enter');
    expect(await edits()).toEqual([[{ rowId: 'r2', key: 'grade', text: 'late' }]]);
  });

  it('the find bar does not jump on the Enter that confirms', async () => {
    await page.click(cell(1, 5));
    await page.keyboard.press('Control+f');
    const before = await active();
    await play(order('きゅうしょく', '給食', ''));
    expect(await active()).toBe(before);
    await later();
    await page.keyboard.press('Enter');
    expect(await active()).not.toBe(before);
  });
});

describe('with the input method of the browser itself', () => {
  it('the first letter is part of the conversion', async () => {
    await page.click(cell(2, 5));
    for (const kana of ['い', 'いか', 'いかん', '移管']) await compose(kana);
    expect(await field()).toBe('移管');
    expect(await page.isVisible('textarea.typing-field.open')).toBe(true);
    await confirm('移管');
    await later();
    expect(await edits()).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await textOf('r1', 'actual')).toBe('移管');
  });

  it('the field is the same, focused and in place while composing, even when rows come in above and the rows scroll', async () => {
    await page.click(cell(2, 5));
    await page.evaluate(() => ((globalThis as unknown as { kept: Element | null }).kept = document.activeElement));
    await compose('とちゅう');
    await page.evaluate(() => (globalThis as unknown as { addRowAbove(): void }).addRowAbove());
    await page.evaluate(() => {
      const scroller = document.querySelector('.scroller');
      if (scroller) scroller.scrollTop = 900;
    });
    await page.waitForTimeout(100);
    expect(await page.evaluate(() => (globalThis as unknown as { kept: Element | null }).kept === document.activeElement)).toBe(true);
    expect(await field()).toBe('とちゅう');
    await confirm('途中');
    await later();
    await page.keyboard.press('Enter');
    expect(await textOf('r1', 'actual')).toBe('途中');
  });

  it('a click on another cell keeps what was being converted', async () => {
    await page.click(cell(2, 5));
    await compose('けんしょう');
    await page.click(cell(4, 4));
    await page.waitForTimeout(50);
    expect(await textOf('r1', 'actual')).toBe('けんしょう');
    expect(await active()).toMatch(/-4-4$/u);
    await compose('つぎ');
    await confirm('次');
    await later();
    await page.keyboard.press('Enter');
    expect(await textOf('r3', 'planned')).toBe('次');
  });

  it('leaving the grid while converting keeps the text', async () => {
    await page.click(cell(2, 5));
    await compose('けんしょう');
    await page.click('[data-status]');
    await page.waitForTimeout(50);
    expect(await textOf('r1', 'actual')).toBe('けんしょう');
  });

  it('a read-only cell takes no letters', async () => {
    await page.click(cell(2, 0));
    await compose('あ');
    await page.keyboard.type('x');
    await page.keyboard.press('Enter');
    expect(await edits()).toEqual([]);
    expect(await active()).toMatch(/-3-0$/u);
  });

  it('Esc after a conversion gives up the cell', async () => {
    await page.click(cell(2, 5));
    await compose('みす');
    await confirm('ミス');
    await later();
    await page.keyboard.press('Escape');
    expect(await edits()).toEqual([]);
    expect(await page.textContent(cell(2, 5))).toContain('移管の基準');
  });
});
