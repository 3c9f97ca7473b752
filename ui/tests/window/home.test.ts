import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { violations } from './axe';
import { openBrowser, openPage, type Window } from './window';

let browser: Browser;
let window: Window;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  window = await openPage(browser, 'home');
  page = window.page;
});
afterEach(async () => {
  expect(window.faults).toEqual([]);
  await page.close();
});

const heard = (): Promise<[string, unknown][]> => page.evaluate(() => (globalThis as unknown as { heard: [string, unknown][] }).heard);

it('axe finds nothing', async () => {
  await page.getByText('まだ書き出していません').waitFor();
  expect(await violations(window)).toEqual([]);
  if (process.env['PICTURE']) await page.screenshot({ path: process.env['PICTURE'] });
});

it('the next meeting is shown first, and then what became of its papers', async () => {
  await page.getByText('まだ書き出していません').waitFor();
  expect((await heard()).map(([, command]) => command)).toEqual(['home', 'paper_states']);
  const card = page.getByRole('region', { name: '次の会議' });
  expect(await card.locator('li .title').allInnerTexts()).toEqual([
    expect.stringContaining('この資料は古くなっています'),
    expect.stringContaining('2024-06-21 09:00 に書き出し'),
    expect.stringContaining('まだ書き出していません'),
  ]);
});

it('the titles of papers stand below each other', async () => {
  const lefts = await page.locator('.meeting li .title').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
  expect(new Set(lefts).size).toBe(1);
});

it('every figure opens what it counted, a paper its page, another file itself', async () => {
  await page.getByTestId('home-tally-all').click();
  await page.getByTestId('home-paper').nth(1).click();
  await page.getByTestId('file-recent').click();
  const acts = (await heard()).filter(([what]) => what !== 'ask');
  expect(acts).toEqual([
    ['only', { label: '対象の項目', items: [1, 2, 3, 4, 5] }],
    ['go', [{ kind: 'meeting', meeting: 3 }, { table: 'paper', key: [2] }]],
    ['file_reopen', { path: 'C:/行革/R2.kaikaku' }],
  ]);
});
