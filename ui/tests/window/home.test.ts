import { expect, it } from 'vitest';
import { violations } from './axe';
import { heard, opensOn, page } from './window';

opensOn('home');

it('axe finds nothing', async () => {
  await page.getByText('まだ書き出していません').waitFor();
  expect(await violations()).toEqual([]);
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
