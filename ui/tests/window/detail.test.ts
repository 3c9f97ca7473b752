import { expect, it } from 'vitest';
import { violations } from './axe';
import { heard, opensOn, page } from './window';

// A list that is put anew while it still closes is told of by the development build alone.
opensOn('detail', 'derived_inert');

const choose = async (label: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: label }).last().click();
  await page.getByRole('option', { name: option }).click();
};

it('axe finds nothing', async () => {
  expect(await violations()).toEqual([]);
});

it('an event is added, told anew and taken away, and the others stay', async () => {
  await choose('区分の経過を加える', '廃止');
  await page.waitForFunction(() => document.querySelectorAll('[data-testid=life] .event').length === 3);
  const year = page.getByRole('textbox', { name: '年度（例：令和4年度）' }).first();
  await year.fill('R5');
  await year.press('Enter');
  await page.getByRole('button', { name: '「新規 令和4年度」を下へ' }).click();
  await page.getByRole('button', { name: '「統合 令和6年度」を削除' }).click();
  expect((await heard()).map(([, change]) => change)).toEqual([
    { kind: 'add_life_event', cycle: 'ended' },
    { kind: 'life_event', event: 1, cycle: 'new', year: 'R5', words: '新規（令和4年度追加）' },
    { kind: 'move_life_event', event: 1, position: 1 },
    { kind: 'remove_life_event', event: 2 },
  ]);
});

it('an item continues several former ones, each named with its plan', async () => {
  await page.getByRole('button', { name: '1-2 協働事業提案制度の定着', exact: true }).click();
  const added = page.getByRole('combobox', { name: '前の計画の項目を加える' });
  await added.fill('市民参加');
  await page.getByRole('option', { name: /市民参加手続の充実/u }).click();
  await page.getByRole('button', { name: '「1-2 協働事業提案制度の定着」を下へ' }).click();
  expect(await heard()).toEqual([
    ['go', 3],
    ['formers', [3, 2]],
    ['formers', [2, 3]],
  ]);
});

it('an office of earlier years says so', async () => {
  const lines = await page.locator('ol').first().locator('li .name').allTextContents();
  expect(lines).toEqual(['経営改革課令和5年度から', '行政経営課令和4年度まで']);
});

it('Alt+arrows move the office or the former item the keyboard is in', async () => {
  await page.getByRole('combobox', { name: '「経営改革課」の役割' }).press('Alt+ArrowDown');
  const lines = await page.locator('ol').first().locator('li .name').allTextContents();
  expect(lines).toEqual(['行政経営課令和4年度まで', '経営改革課令和5年度から']);
  const added = page.getByRole('combobox', { name: '前の計画の項目を加える' });
  await added.fill('市民参加');
  await page.getByRole('option', { name: /市民参加手続の充実/u }).click();
  await page.getByRole('button', { name: '1-1 市民参加手続の充実', exact: true }).press('Alt+ArrowUp');
  expect(await heard()).toEqual([
    ['formers', [3, 2]],
    ['formers', [2, 3]],
  ]);
});
