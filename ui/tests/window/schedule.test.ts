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
  window = await openPage(browser, 'schedule');
  page = window.page;
});
afterEach(async () => {
  expect(window.faults).toEqual([]);
  await page.close();
});

const heard = (): Promise<[string, unknown][]> => page.evaluate(() => (globalThis as unknown as { heard: [string, unknown][] }).heard);
const later = (): Promise<void> => page.waitForTimeout(60);
const boxOf = async (selector: string): Promise<{ x: number; y: number; width: number; height: number }> => {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`${selector} is not seen`);
  return box;
};
const drag = async (from: [number, number], to: [number, number]): Promise<void> => {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 6 });
  await page.mouse.up();
};

it('axe finds nothing, idle and typing', async () => {
  expect(await violations(window)).toEqual([]);
  await page.click('[data-bar="b5"]');
  await page.keyboard.press('F2');
  expect(await violations(window)).toEqual([]);
});

describe.each([
  ['Chromium on Windows', chromiumOrder],
  ['WebKit on macOS', safariOrder],
  ['WebKitGTK', webkitGtkOrder],
])('the events of %s', (_, order) => {
  it('words typed on a bar replace its words, and the Enter that confirms does not end it', async () => {
    await page.click('[data-bar="b5"]');
    await play(page, order('しこう', '試行', ''));
    expect(await heard()).toEqual([]);
    await later();
    await page.keyboard.press('Enter');
    expect(await heard()).toEqual([['words', { id: 'b5', words: '試行' }]]);
  });
  it('words typed on a drawn place make a bar', async () => {
    await page.click('[data-row="1"][data-year="0"]');
    await play(page, order('じゅんび', '準備', ''));
    expect(await heard()).toEqual([]);
    await later();
    await page.keyboard.press('Enter');
    expect(await heard()).toEqual([['add', { lane: 'l2', lanes: 1, first: 2021, last: 2021, words: '準備' }]]);
  });
});

it('a drag over empty years draws a bar that waits for its words', async () => {
  const lane = await boxOf('[data-row="1"][data-year="0"]');
  await drag([lane.x + 10, lane.y + 12], [lane.x + lane.width - 20, lane.y + 12]);
  await page.keyboard.insertText('検討');
  await page.keyboard.press('Enter');
  expect(await heard()).toEqual([['add', { lane: 'l2', lanes: 1, first: 2021, last: 2021, words: '検討' }]]);
});

it('a bar is moved and stretched with the pointer', async () => {
  const year = (await boxOf('[data-row="0"][data-year="0"]')).width;
  const bar = await boxOf('[data-bar="b9"]');
  await drag([bar.x + 60, bar.y + 12], [bar.x + 60 + year, bar.y + 12]);
  expect(await heard()).toEqual([['change', { id: 'b9', lane: 'l8', lanes: 1, first: 2023, last: 2024 }]]);
  const other = await boxOf('[data-bar="b5"]');
  await drag([other.x + other.width - 3, other.y + 12], [other.x + other.width - year, other.y + 12]);
  expect((await heard())[1]).toEqual(['change', { id: 'b5', lane: 'l6', lanes: 1, first: 2021, last: 2021 }]);
});

it('a click elsewhere keeps the words that were being converted', async () => {
  await page.click('[data-bar="b5"]');
  await window.devtools.send('Input.imeSetComposition', { text: 'けんとう', selectionStart: 4, selectionEnd: 4 });
  await page.click('[data-bar="b3"]');
  await later();
  expect(await heard()).toEqual([['words', { id: 'b5', words: 'けんとう' }]]);
});

it('an ended item is not changed', async () => {
  await page.click('[data-bar="b10"]');
  await page.keyboard.press('Delete');
  await page.keyboard.type('x');
  await page.keyboard.press('Enter');
  expect(await heard()).toEqual([]);
});
