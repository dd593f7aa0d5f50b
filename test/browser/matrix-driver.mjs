// What the matrix asks of a browser, and how Chromium answers; Firefox has a file of its own.
import { chromium } from 'playwright-core';
import { ARGUMENTS } from './find-browser.mjs';

/**
 * @typedef {{
 *   name: string,
 *   complaints: string[],
 *   goto(url: string): Promise<void>,
 *   evaluate(work: (argument: any) => any, argument?: unknown): Promise<any>,
 *   choose(selector: string, files: string[]): Promise<void>,
 *   close(): Promise<void>,
 * }} Driver
 *   `complaints`: errors and warnings of the console and of the page. `evaluate`: plain data in and out.
 */

/**
 * @param {import('./find-browser.mjs').FoundBrowser} found
 * @returns {Promise<Driver>}
 */
export async function startChromium({ executable, environment, version }) {
  const resolver = '--host-resolver-rules=MAP intranet.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';
  const browser = await chromium.launch({
    executablePath: executable,
    chromiumSandbox: false,
    args: [...ARGUMENTS.filter((each) => !each.startsWith('--host-resolver-rules')), resolver],
    env: /** @type {Record<string, string>} */ ({ ...process.env, LC_ALL: 'C.UTF-8', ...environment }),
  });
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const page = await context.newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('crash', () => complaints.push('the page crashed'));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  return {
    name: `Chromium ${Number.parseInt(version, 10)}`,
    complaints,
    async goto(url) {
      await page.goto('about:blank');
      await page.goto(url);
    },
    evaluate: (work, argument) => page.evaluate(work, argument),
    async choose(selector, files) {
      await page.locator(selector).first().setInputFiles(files);
    },
    close: () => browser.close(),
  };
}
