import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { inject } from 'vitest';

/** Chromium as these tests start it; nothing of it reaches the network. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A fresh page of one surface, with every fault of the page collected. */
export interface Window {
  readonly page: Page;
  readonly devtools: CDPSession;
  readonly faults: string[];
}

export async function openPage(browser: Browser, surface: string): Promise<Window> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  await page.goto(`${inject('page')}#${surface}`);
  await page.waitForSelector('[data-ready]');
  await page.evaluate(() => document.fonts.ready);
  return { page, devtools: await page.context().newCDPSession(page), faults };
}
