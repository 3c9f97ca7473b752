import { describe, expect, it } from 'vitest';
import { violations } from './axe';
import { ORDERS, play } from './orders';
import { boxOf, drag, heard, later, opensOn, page } from './window';

opensOn('tree');

const order = (): Promise<string> => page.evaluate(() => (globalThis as unknown as { order(): string }).order());

it('axe finds nothing, idle and naming', async () => {
  expect(await violations()).toEqual([]);
  await page.click('[data-at="1"]');
  await page.keyboard.press('F2');
  expect(await violations()).toEqual([]);
});

describe.each(ORDERS)('the events of %s', (_, events) => {
  it('the Enter that confirms does not end the naming', async () => {
    await page.click('[data-at="1"]');
    await page.keyboard.press('F2');
    await play(events('など', '等', '幅広い市民意見の収集'));
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
  const put = async (from: number, to: number, part: number): Promise<void> => {
    const [a, b] = [await boxOf(`[data-at="${from}"]`), await boxOf(`[data-at="${to}"]`)];
    await drag([a.x + 120, a.y + a.height / 2], [b.x + 130, b.y + b.height * part]);
  };
  await put(7, 1, 0.1);
  expect(await order()).toBe('0d1 1p4 1p1 2l1 2l2 1p2 0d2 1p3');
  await put(5, 6, 0.5);
  expect(await order()).toBe('0d1 1p4 1p1 2l1 2l2 0d2 1p3 1p2');
  await put(0, 6, 0.5);
  expect((await heard()).length).toBe(2);
  await put(0, 5, 0.9);
  expect(await order()).toBe('0d2 1p3 1p2 0d1 1p4 1p1 2l1 2l2');
});
