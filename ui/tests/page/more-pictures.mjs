/** Surfaces besides the grid: surface, name of the picture, what to do before. */
export default [
  ['schedule', 'schedule', async (p) => p.click('[data-bar="b5"]')],
  [
    'schedule',
    'schedule-draw',
    async (p) => {
      await p.click('[data-row="2"][data-year="-1"]');
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'Shift+ArrowRight']) await p.keyboard.press(key);
      await p.keyboard.insertText('検討');
    },
  ],
  ['tree', 'tree', async (p) => p.click('[data-at="3"]')],
  [
    'tree',
    'tree-name',
    async (p) => {
      await p.click('[data-at="4"]');
      await p.keyboard.press('F2');
    },
  ],
  ['frame', 'frame', async (p) => p.click('[data-index="2"] [data-column="5"]')],
  ['frame-empty', 'frame-empty'],
  ['frame-work', 'frame-work', async (p) => p.evaluate(() => globalThis.showError())],
  ['frame', 'frame-dialog', async (p) => p.evaluate(() => globalThis.showDialog())],
  ['frame', 'frame-menu', async (p) => p.click('.detail .button:not(.quiet)')],
  ['frame', 'frame-plan', async (p) => p.click('.plan input')],
];
