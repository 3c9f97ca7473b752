import { describe, expect, it } from 'vitest';
import { violations } from './axe';
import { compose, ORDERS, play } from './orders';
import { boxOf, copied, drag, heard, later, opensOn, page } from './window';

const open = opensOn('schedule');

it('axe finds nothing, idle and typing', async () => {
  expect(await violations()).toEqual([]);
  await page.click('[data-bar="b5"]');
  await page.keyboard.press('F2');
  expect(await violations()).toEqual([]);
});

describe.each(ORDERS)('the events of %s', (_, order) => {
  it('words typed on a bar replace its words, and the Enter that confirms does not end it', async () => {
    await page.click('[data-bar="b5"]');
    await play(order('しこう', '試行', ''));
    expect(await heard()).toEqual([]);
    await later();
    await page.keyboard.press('Enter');
    expect(await heard()).toEqual([['words', { id: 'b5', words: '試行' }]]);
  });
  it('words typed on a drawn place make a bar', async () => {
    await page.click('[data-row="1"][data-year="0"]');
    await play(order('じゅんび', '準備', ''));
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
  await compose('けんとう');
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

it('Shift+arrows draw a bar over years and lanes, and words name it', async () => {
  await page.click('[data-row="7"][data-year="0"]');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.insertText('調査');
  await page.keyboard.press('Enter');
  await page.click('[data-row="8"][data-year="0"]');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.insertText('前の工程には書けない');
  await page.keyboard.press('Enter');
  await page.click('[data-row="1"][data-year="0"]');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.insertText('準備');
  await page.keyboard.press('Enter');
  expect(await heard()).toEqual([
    ['add', { lane: 'l8', lanes: 1, first: 2021, last: 2023, words: '調査' }],
    ['add', { lane: 'l1', lanes: 2, first: 2021, last: 2021, words: '準備' }],
  ]);
});

it('a drag over years and lanes draws one bar over them, and never into a lane that is gone', async () => {
  await page.click('[data-bar="b9"]');
  await page.keyboard.press('Delete');
  await page.click('[data-bar="b7"]');
  await page.keyboard.press('Delete');
  const from = await boxOf('[data-row="6"][data-year="0"]');
  const gone = await boxOf('[data-row="8"][data-year="1"]');
  await page.keyboard.press('Escape');
  await drag([from.x + 12, from.y + from.height - 6], [gone.x + 30, gone.y + 8]);
  await page.keyboard.insertText('育成');
  await page.keyboard.press('Enter');
  const [, , added] = await heard();
  expect(added).toEqual(['add', { lane: 'l7', lanes: 2, first: 2021, last: 2022, words: '育成' }]);
});

it('the columns of names are made wider with the pointer and with keys', async () => {
  const handle = await boxOf('[data-resize="lane"]');
  await drag([handle.x + 3, handle.y + 8], [handle.x + 63, handle.y + 8]);
  await page.focus('[data-resize="title"]');
  await page.keyboard.press('ArrowLeft');
  expect(await heard()).toEqual([
    ['widths', { title: 190, lane: 280 }],
    ['widths', { title: 174, lane: 280 }],
  ]);
  const name = await boxOf('[data-row="0"].name');
  expect(Math.round(name.width)).toBe(280);
});

it('Ctrl+F finds lanes and words on bars, Esc gives the keys back', async () => {
  await page.click('[data-bar="b5"]');
  await page.keyboard.press('Control+f');
  await page.keyboard.insertText('実施');
  expect(await page.textContent('[role="search"] [role="status"]')).toContain('7');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F2');
  expect(await page.inputValue('[data-testid="schedule-field"]')).toBe('検証・実施');
});

it('Ctrl+A and Ctrl+C copy the table with merged cells, and a bar alone its words', async () => {
  await page.click('[data-bar="b9"]');
  expect((await copied()).text).toBe('実施 △10,500（10月～）');
  await page.keyboard.press('Control+a');
  const { text, html } = await copied();
  expect(text.split('\r\n')[0]).toBe('No.\t実施プログラム\t取組項目\tR3\tR4\tR5\tR6');
  expect(html).toContain('colspan="4" rowspan="2"');
  expect(text).not.toContain('手引き');
});

/** Every name and every bar on the surface: how high it is drawn, and how high what it says is. */
const texts = (): Promise<{ text: string; room: number; words: number }[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.sticky.number, .sticky.title, .sticky.name, .bar')].map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell.querySelector('.words') ?? cell);
      if (!cell.matches('.bar')) range.selectNodeContents(cell);
      const style = getComputedStyle(cell);
      const padding = parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
      return { text: cell.textContent, room: cell.clientHeight - padding, words: range.getBoundingClientRect().height };
    }),
  );
const rowHeight = async (row: number): Promise<number> => Math.round((await boxOf(`.name[data-row="${row}"]`)).height);

it('no name and no words are cut, and no row is higher than what stands in it', async () => {
  for (const width of [1280, 1000, 1600]) {
    await page.setViewportSize({ width, height: 900 });
    await later();
    for (const { text, room, words } of await texts()) expect(words, `${text} at ${width}`).toBeLessThanOrEqual(room + 1);
  }
  await page.setViewportSize({ width: 1600, height: 900 });
  await later();
  // 「WEBを活用した市民参加の実施」 stands on one line beside a bar of one.
  expect(await rowHeight(11)).toBe(34);
  for (const row of [11, 12, 13, 14]) {
    const needed = await page.evaluate((at) => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector(`.name[data-row="${at}"]`) as Node);
      return Math.max(34, range.getBoundingClientRect().height + 11);
    }, row);
    expect(Math.abs((await rowHeight(row)) - needed), `row ${row}`).toBeLessThanOrEqual(1);
  }
});

it('rows follow the width of their names and a face that arrives later', async () => {
  const before = await rowHeight(11);
  const handle = await boxOf('[data-resize="lane"]');
  await drag([handle.x + 3, handle.y + 8], [handle.x - 100, handle.y + 8]);
  await later();
  expect(await rowHeight(11)).toBeGreaterThan(before);
  for (const { text, room, words } of await texts()) expect(words, text).toBeLessThanOrEqual(room + 1);
});

it('five thousand items are measured at once, and scrolling to the last one shows whole names', async () => {
  await open('schedule-large');
  const took = await page.evaluate(async () => {
    const from = performance.now();
    // A face that arrives has everything measured anew.
    document.fonts.dispatchEvent(new Event('loadingdone'));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now() - from;
  });
  console.log(`5,000 items with 10,000 lanes measured and drawn in ${Math.round(took)} ms`);
  expect(took).toBeLessThan(2000);
  await page.evaluate(() => document.querySelector('.scroller')?.scrollTo(0, 1e7));
  await page.waitForSelector('.number:has-text("5000")');
  const drawn = await texts();
  expect(drawn.length).toBeGreaterThan(20);
  for (const { text, room, words } of drawn) expect(words, text).toBeLessThanOrEqual(room + 1);
});
