import { expect, it } from 'vitest';
import { violations } from './axe';
import { compose, confirm, ORDERS, play } from './orders';
import { opener, heard, later, page } from './window';

const open = opener();
const show = (name: 'showDialog' | 'showError'): Promise<void> =>
  page.evaluate((one) => {
    (globalThis as unknown as Record<string, () => void>)[one]?.();
  }, name);

/** An open list belongs to its button, not to a landmark. */
const popups = ['region'];

it.each(['frame', 'frame-empty', 'frame-work'])('axe finds nothing on %s', async (surface) => {
  await open(surface);
  expect(await violations()).toEqual([]);
  if (surface !== 'frame') return;
  await show('showError');
  await page.waitForSelector('[role=alert]');
  expect(await violations()).toEqual([]);
});

it('axe finds nothing in an open list, menu and dialog', async () => {
  await open('frame');
  await page.click('.plan input');
  await page.waitForSelector('[role=listbox]');
  expect(await violations(popups)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.click('.detail .button:not(.quiet)');
  await page.waitForSelector('[role=menu]');
  expect(await violations(popups)).toEqual([]);
  await page.keyboard.press('Escape');
  await show('showDialog');
  await page.waitForSelector('[role=alertdialog]');
  expect(await violations(popups)).toEqual([]);
});

it('F6 goes from part to part, Ctrl+K searches, Ctrl+Z undoes outside of texts', async () => {
  await open('frame');
  await page.click('[data-index="2"] [data-column="2"]');
  await page.keyboard.press('F6');
  expect(await page.evaluate(() => document.activeElement?.closest('[data-pane]')?.className)).toContain('detail');
  await page.keyboard.press('F6');
  expect(await page.evaluate(() => document.activeElement?.closest('[data-pane]')?.tagName)).toBe('HEADER');
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('typing-field');
  await page.keyboard.press('Control+k');
  expect(await heard()).toContainEqual(['search', true]);
  await page.focus('nav button');
  await page.keyboard.press('Control+z');
  expect(await heard()).toContainEqual(['undo', true]);
});

it('a list, a menu and a dialog are used with the keyboard and give the focus back', async () => {
  await open('frame');
  await page.focus('.select-trigger >> nth=1');
  await page.keyboard.press('ArrowDown');
  await page.waitForSelector('[role=listbox]', { timeout: 3000 });
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  expect(await heard()).toContainEqual(['grade', 'a']);
  await page.focus('.detail .button:not(.quiet)');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[role=menu]', { timeout: 3000 });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect((await heard()).filter(([name]) => name === 'menu')).toHaveLength(1);
  await page.waitForFunction(() => document.activeElement?.classList.contains('button'), undefined, { timeout: 3000 });
});

it.each(ORDERS)('a text field does not take the confirming Enter of %s', async (_, order) => {
  await open('frame');
  const field = page.locator('.detail input[type=text]').first();
  await field.focus();
  await play(order('など', '等', '市民協働の深化'));
  await later();
  expect(await field.inputValue()).toBe('市民協働の深化等');
  await page.keyboard.press('Escape');
  expect(await field.inputValue()).toBe('市民協働の深化');
});

it('a combobox keeps what is being converted', async () => {
  await open('frame');
  await page.click('.plan input');
  await page.keyboard.press('Control+a');
  await compose('だい１き');
  await confirm('第１期');
  await later();
  expect(await page.locator('[role=option]').allTextContents()).toHaveLength(1);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.plan input')?.value.startsWith('第1期'));
});

it('the panel is resized with the keyboard', async () => {
  await open('frame');
  const before = await page.locator('.detail').evaluate((one) => one.clientWidth);
  await page.focus('[role=separator]');
  await page.keyboard.press('ArrowLeft');
  expect(await page.locator('.detail').evaluate((one) => one.clientWidth)).toBe(before + 16);
});

it('a year stands on one line, and the name of a long plan ends before the arrow', async () => {
  await open('frame');
  await page.click('[data-testid=year-select] button');
  await page.click('[role=option]:has-text("平成29年度")');
  const lines = await page.locator('[data-testid=year-select] .select-value').evaluate((text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return { drawn: range.getClientRects().length, whole: text.scrollWidth <= text.clientWidth };
  });
  expect(lines).toEqual({ drawn: 1, whole: true });
  await page.click('[data-testid=plan-select] input');
  await page.click('[role=option]:has-text("フォローアップ")');
  const name = page.locator('[data-testid=plan-select] input');
  expect(await name.getAttribute('title')).toBe('第2次市政刷新プラン フォローアップ（平成28年度の取組項目）');
  const [text, arrow] = await Promise.all([name.boundingBox(), page.locator('[data-testid=plan-select] .chevron').boundingBox()]);
  const padding = await name.evaluate((input) => parseFloat(getComputedStyle(input).paddingRight));
  expect((text?.x ?? 0) + (text?.width ?? 0) - padding).toBeLessThanOrEqual(arrow?.x ?? 0);
  await page.screenshot({ path: 'tests/.out/top.png', clip: { x: 0, y: 0, width: 1280, height: 60 } });
});
