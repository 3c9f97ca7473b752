import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';

/** The page of the test that runs. */
export let page: Page;
/** What the page does not let a script do: conversions of the engine's own input method, scripts against its policy. */
export let devtools: CDPSession;

/** Everything the pages of the test complained of. */
let faults: string[] = [];

/** Chromium as these tests start it; nothing of it reaches the network. */
async function openBrowser(): Promise<Browser> {
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

async function openPage(browser: Browser, surface: string): Promise<void> {
  page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const told = faults;
  page.on('pageerror', (error) => told.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') told.push(message.text());
  });
  await page.goto(`${inject('page')}#${surface}`);
  await page.waitForSelector('[data-ready]');
  await page.evaluate(() => document.fonts.ready);
  devtools = await page.context().newCDPSession(page);
}

/**
 * The browser of a file of tests: one for all of them, with a page of its own for each that must end without a fault.
 * Faults with the words `without` are none. Answers what opens a surface, for tests that name their own.
 */
export function opener(without?: string): (surface: string) => Promise<void> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    const told = faults;
    faults = [];
    await page.close();
    expect(told.filter((fault) => without === undefined || !fault.includes(without))).toEqual([]);
  });
  return (surface) => openPage(browser, surface);
}

/** The same with one surface that every test begins on; a test that opens another one leaves it. */
export function opensOn(surface: string, without?: string): (surface: string) => Promise<void> {
  const open = opener(without);
  beforeEach(() => open(surface));
  return async (other) => {
    await page.close();
    await open(other);
  };
}

/** What the surface told its screen, in order. */
export const heard = (): Promise<[string, unknown][]> => page.evaluate(() => (globalThis as unknown as { heard: [string, unknown][] }).heard);

/** What it told under one name. */
export const heardOf = async <T>(name: string): Promise<T[]> => (await heard()).filter(([one]) => one === name).map(([, value]) => value as T);

/** A person's second press comes later than the events of the first. */
export const later = (): Promise<void> => page.waitForTimeout(60);

/** Where the first element of a selector is drawn, px. */
export async function boxOf(selector: string): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`${selector} is not seen`);
  return box;
}

/** Drags from one point to another, px. */
export async function drag(from: [number, number], to: [number, number]): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 6 });
  await page.mouse.up();
}

/** What the focused surface puts on the clipboard. */
export const copied = (kind: 'copy' | 'cut' = 'copy'): Promise<{ text: string; html: string }> =>
  page.evaluate((name) => {
    const data = new DataTransfer();
    document.activeElement?.dispatchEvent(new ClipboardEvent(name, { clipboardData: data, bubbles: true, cancelable: true }));
    return { text: data.getData('text/plain'), html: data.getData('text/html') };
  }, kind);
