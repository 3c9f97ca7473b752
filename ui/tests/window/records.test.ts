import { expect, it } from 'vitest';
import { violations } from './axe';
import { heard, opensOn, page } from './window';

// A list that is put anew while it still closes is told of by the development build alone.
opensOn('records', 'derived_inert');

const year = (long: string) => page.getByRole('group', { name: long, exact: true }).and(page.getByTestId('record-form'));

it('axe finds nothing', async () => {
  expect(await violations()).toEqual([]);
});

it('the year chosen and the one before are open, another opens', async () => {
  expect(await page.getByTestId('record-form').count()).toBe(2);
  await page.getByText('令和4年度', { exact: true }).first().click();
  await page.waitForFunction(() => document.querySelectorAll('[data-testid=record-form]').length === 3);
});

it('a text is written where it stands, of its year', async () => {
  const actual = year('令和6年度').getByLabel('実績');
  await actual.fill('説明会を3回開いた。\n広報した。');
  await actual.press('Control+Enter');
  await year('令和5年度').getByLabel('理由').fill('会場の都合');
  await year('令和5年度').getByLabel('備考').focus();
  expect(await heard()).toEqual([
    ['record_set', { edits: [{ node: 15, year: 2024, field: 'actual', text: '説明会を3回開いた。\n広報した。' }] }],
    ['record_set', { edits: [{ node: 15, year: 2023, field: 'reason', text: '会場の都合', judge: { vocabulary: 3, evaluator: 4 } }] }],
  ]);
});

it('words that are refused stay where they were typed', async () => {
  const [field, other] = [year('令和6年度').getByLabel('設定目標'), year('令和6年度').getByLabel('備考')];
  await field.fill('✗ 長い長い文');
  await field.press('Control+Enter');
  await other.fill('これは書ける');
  await other.press('Control+Enter');
  await page.waitForFunction(() => (globalThis as unknown as { heard: unknown[] }).heard.length >= 2);
  expect([await field.inputValue(), await other.inputValue()]).toEqual(['✗ 長い長い文', '']);
});

it('a word is chosen, and a judgement owes its reason', async () => {
  expect(await year('令和5年度').getByText('理由が書かれていません。').count()).toBe(1);
  await year('令和6年度').getByRole('combobox', { name: '進捗（所管課）' }).click();
  await page.getByRole('option', { name: '予定どおり' }).click();
  expect(await heard()).toEqual([['record_set', { edits: [{ node: 15, year: 2024, field: 'evaluation', text: '予定どおり', judge: { vocabulary: 3, evaluator: 4 } }] }]]);
});

it('marks are set by pointer and by key, and one that is refused does not stay', async () => {
  expect(await year('令和6年度').getByText('前年度の当初予定：説明会を2回開く。').count()).toBe(1);
  const same = year('令和5年度').getByLabel('前年度と同じ');
  await same.click();
  expect(await same.isChecked()).toBe(false);
  const planned = year('令和6年度').getByLabel('当初予定');
  await planned.fill('説明会を4回開く。');
  await planned.press('Alt+s');
  await planned.press('Alt+2');
  expect((await heard()).map(([command, request]) => [command, (request as { text?: string }).text ?? (request as { edits?: { text: string }[] }).edits?.[0]?.text])).toEqual([
    ['bulk_same', undefined],
    ['record_set', '説明会を4回開く。'],
    ['bulk_same', undefined],
    ['bulk_evaluate', '遅れ'],
  ]);
});

it('lanes and bars are fields', async () => {
  const lanes = page.getByTestId('lanes');
  const name = lanes.getByLabel('取組項目の名称').first();
  await name.fill('考え方の整理');
  await name.press('Enter');
  const first = lanes.getByRole('group', { name: '令和3年度～令和4年度 検討' });
  await first.getByRole('combobox', { name: '終わりの年度' }).click();
  await page.getByRole('option', { name: '令和5年度' }).click();
  const amount = first.getByRole('textbox', { name: /金額/u });
  await amount.fill('△10,500');
  await amount.press('Enter');
  const arrow = lanes.getByRole('textbox', { name: '語', exact: true }).nth(1);
  expect(await arrow.inputValue()).toBe('→');
  await arrow.fill('実施');
  await arrow.press('Enter');
  await lanes.getByRole('button', { name: '「管理運営の体制づくり」に工程を加える' }).click();
  await lanes.getByRole('button', { name: '「令和5年度 →（前年度と同じ）」を削除' }).click();
  await lanes.getByTestId('lane-new').click();
  await lanes.getByLabel('新しい取組項目の名称').fill('設計');
  await lanes.getByLabel('新しい取組項目の名称').press('Enter');
  expect((await heard()).map(([, request]) => (request as { edit: unknown }).edit)).toEqual([
    { kind: 'rename_lane', lane: 1, title: '考え方の整理' },
    { kind: 'span_bar', bar: 5, first: 2021, last: 2023, lanes: 1 },
    { kind: 'detail_bar', bar: 5, words: '検討', amount: '△10,500', as_before: false, words_only: false },
    { kind: 'word_bar', bar: 6, words: '実施' },
    { kind: 'add_bar', lane: 2, first: 2021, last: 2021, lanes: 1, words: '' },
    { kind: 'remove_bar', bar: 6 },
    { kind: 'add_lane', schedule: 1, position: 2, title: '設計' },
  ]);
});
