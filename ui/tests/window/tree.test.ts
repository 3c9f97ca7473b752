import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { violations } from './axe';
import { chromiumOrder, play, safariOrder, webkitGtkOrder } from './orders';
import { openBrowser, openPage, type Window } from './window';

let browser: Browser;
let window: Window;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  window = await openPage(browser, 'tree');
  page = window.page;
});
afterEach(async () => {
  expect(window.faults).toEqual([]);
  await page.close();
});

const heard = (): Promise<[string, unknown][]> => page.evaluate(() => (globalThis as unknown as { heard: [string, unknown][] }).heard);
const order = (): Promise<string> => page.evaluate(() => (globalThis as unknown as { order(): string }).order());
const later = (): Promise<void> => page.waitForTimeout(60);

it('axe finds nothing, idle and naming', async () => {
  expect(await violations(window)).toEqual([]);
  await page.click('[data-at="1"]');
  await page.keyboard.press('F2');
  expect(await violations(window)).toEqual([]);
});

describe.each([
  ['Chromium on Windows', chromiumOrder],
  ['WebKit on macOS', safariOrder],
  ['WebKitGTK', webkitGtkOrder],
])('the events of %s', (_, events) => {
  it('the Enter that confirms does not end the naming', async () => {
    await page.click('[data-at="1"]');
    await page.keyboard.press('F2');
    await play(page, events('など', '等', '幅広い市民意見の収集'));
    expect(await heard()).toEqual([]);
    await later();
    await page.keyboard.press('Enter');
    expect(await heard()).toEqual([['rename', { id: 'p1', title: '幅広い市民意見の収集等' }]]);
  });
});

it('Alt+arrows move, and the node stays the active one', async () => {
  await page.click('[data-at="4"]');
  await page.keyboard.press('Alt+ArrowUp');
  expect(await order()).toBe('0d1 1p2 1p1 2l1 2l2 0d2 1p3 1p4');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowRight');
  expect(await order()).toBe('0d1 1p1 2l1 2l2 2p2 0d2 1p3 1p4');
  await page.keyboard.press('Alt+ArrowLeft');
  expect(await order()).toBe('0d1 1p1 2l1 2l2 1p2 0d2 1p3 1p4');
});

it('is dragged before, behind and into others, never deeper than the plan', async () => {
  const drag = async (from: number, to: number, part: number): Promise<void> => {
    const a = await page.locator(`[data-at="${from}"]`).boundingBox();
    const b = await page.locator(`[data-at="${to}"]`).boundingBox();
    if (!a || !b) throw new Error('not seen');
    await page.mouse.move(a.x + 120, a.y + a.height / 2);
    await page.mouse.down();
    await page.mouse.move(b.x + 130, b.y + b.height * part, { steps: 6 });
    await page.mouse.up();
  };
  await drag(7, 1, 0.1);
  expect(await order()).toBe('0d1 1p4 1p1 2l1 2l2 1p2 0d2 1p3');
  await drag(5, 6, 0.5);
  expect(await order()).toBe('0d1 1p4 1p1 2l1 2l2 0d2 1p3 1p2');
  await drag(0, 6, 0.5);
  expect((await heard()).length).toBe(2);
  await drag(0, 5, 0.9);
  expect(await order()).toBe('0d2 1p3 1p2 0d1 1p4 1p1 2l1 2l2');
});
