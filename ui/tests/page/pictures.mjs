// Draws every surface of the test page as a picture, to be looked at: node tests/page/pictures.mjs [folder]
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';

const folder = process.argv[2] ?? 'tests/.out/pictures';
const configFile = 'vite.demo.config.ts';
await build({ configFile, logLevel: 'warn' });
mkdirSync(folder, { recursive: true });
const server = await preview({ configFile, logLevel: 'warn', preview: { host: '127.0.0.1', port: 0 } });
const url = `http://127.0.0.1:${server.httpServer.address().port}/`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
const shot = async (surface, name, act) => {
  await page.goto('about:blank');
  await page.goto(`${url}#${surface}`);
  await page.waitForSelector('[data-ready]');
  await page.evaluate(() => document.fonts.ready);
  await act?.(page);
  await page.waitForTimeout(150);
  await page.screenshot({ path: `${folder}/${name}.png` });
};
try {
  await shot('grid', 'grid', async (p) => {
    await p.click('[data-index="2"] [data-column="5"]');
    await p.keyboard.press('Shift+ArrowDown');
    await p.keyboard.press('Shift+ArrowRight');
  });
  await shot('grid', 'grid-edit', async (p) => {
    await p.dblclick('[data-index="4"] [data-column="5"]');
  });
  await shot('grid', 'grid-choice', async (p) => {
    await p.click('[data-index="2"] [data-column="6"]');
    await p.keyboard.press('Alt+ArrowDown');
  });
  await shot('grid', 'grid-find', async (p) => {
    await p.click('[data-index="2"] [data-column="5"]');
    await p.keyboard.press('Control+f');
    await p.keyboard.insertText('市民');
  });
  await shot('grid', 'grid-menu', async (p) => {
    await p.click('[data-index="2"] [data-column="5"]');
    await p.keyboard.press('Shift+F10');
  });
  await shot('grid', 'grid-paste', async (p) => {
    await p.click('[data-index="2"] [data-column="5"]');
    await p.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '実施した\t2\r\n契約した\tすごい\r\n"一つ\n二つ"\t3\r\n');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
  });
  await shot('grid-large', 'grid-scrolled', async (p) => {
    await p.evaluate(() => (document.querySelector('.scroller').scrollTop = 90000));
    await p.evaluate(() => (document.querySelector('.scroller').scrollLeft = 300));
  });
  for (const extra of await import('./more-pictures.mjs').then((m) => m.default, () => [])) await shot(...extra);
} finally {
  await browser.close();
  await server.close();
}
