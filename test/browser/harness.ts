// Opens the page as people do and watches it: whatever it complains of, and whatever it asks of the network, fails the test.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, inject } from 'vitest';
import { launch } from './find-browser.mjs';

export type Delivery = 'hosted' | 'single';
export const DELIVERIES: readonly Delivery[] = ['hosted', 'single'];

/** A file as it will be dropped or chosen. */
export interface GivenFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** So many times the content, when dropped: what is large is made in the page and need not be carried there. */
  readonly times?: number;
  /** MIME type, as the system would give it. */
  readonly type?: string;
}

export interface OpenOptions {
  /** What follows the address, such as '#/rules'. */
  readonly hash?: string;
  /** A context with its storage, to open the page once more in. The caller's to close. */
  readonly context?: BrowserContext;
  readonly contextOptions?: BrowserContextOptions;
  /** Complaints that are the point of the test. */
  readonly tolerate?: readonly RegExp[];
}

export interface Gouji {
  readonly page: Page;
  /** Errors of page, console and workers, broken policies, requests beyond the delivery. Must be empty when the test ends. */
  readonly complaints: string[];
  /** Drops files on the page, on `selector` if given. Made by script: no folders, works in every version. */
  drop(files: readonly GivenFile[], selector?: string): Promise<void>;
  /** Drops files and folders of the disk as the system would do it. Chromium 103 and later. */
  dropPaths(paths: readonly string[], selector?: string): Promise<void>;
  /** Chooses files by the first file input that takes several, or by `selector`. */
  choose(files: readonly GivenFile[] | readonly string[], selector?: string): Promise<void>;
  /** Tasks of the page's own thread of 50 ms and more since the last call, in ms. */
  longTasks(): Promise<number[]>;
  close(): Promise<void>;
}

let browser: Promise<Browser> | null = null;
const opened = new Set<Gouji>();

/** The browser of this test file, started at the first call. */
export function theBrowser(): Promise<Browser> {
  browser ??= launch(inject('browser'));
  return browser;
}

/** The major version, for what old ones cannot do. */
export function browserVersion(): number {
  return Number.parseInt(inject('browser').version, 10);
}

export async function open(delivery: Delivery, options: OpenOptions = {}): Promise<Gouji> {
  const base = inject('deliveries')[delivery];
  const context =
    options.context ??
    (await (await theBrowser()).newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', ...options.contextOptions }));
  const page = await context.newPage();
  const complaints: string[] = [];
  const complain = (sentence: string): void => {
    if (!options.tolerate?.some((pattern) => pattern.test(sentence))) complaints.push(sentence);
  };
  page.on('pageerror', (error) => complain(`page error: ${error.stack ?? error.message}`));
  page.on('crash', () => complain('the page crashed'));
  page.on('console', (message) => {
    // A hint that tests call forth when they look at the pixels of a chart.
    if (message.text().startsWith('Canvas2D: Multiple readback')) return;
    if (message.type() === 'error' || message.type() === 'warning') complain(`console ${message.type()}: ${message.text()}`);
  });
  // On the context: what workers ask for comes here too.
  context.on('request', (request) => {
    const url = request.url();
    if (!isOwn(url, delivery, base)) complain(`request: ${url}`);
  });
  await page.addInitScript(watch);
  await lendCheckVisibility(page);
  await page.goto(base + (options.hash ?? ''));

  const gouji: Gouji = {
    page,
    complaints,
    async drop(files, selector = 'body') {
      const given = files.map(({ name, content, times = 1, type = '' }) => ({
        name,
        type,
        times,
        base64: Buffer.from(content).toString('base64'),
      }));
      const dataTransfer = await page.evaluateHandle((list) => {
        const transfer = new DataTransfer();
        for (const { name, type, times, base64 } of list) {
          const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
          transfer.items.add(new File(new Array<BlobPart>(times).fill(bytes), name, { type }));
        }
        return transfer;
      }, given);
      for (const event of ['dragenter', 'dragover', 'drop']) await page.locator(selector).first().dispatchEvent(event, { dataTransfer });
    },
    async dropPaths(paths, selector = 'body') {
      const session = await context.newCDPSession(page);
      const box = await page.locator(selector).first().boundingBox();
      if (!box) throw new Error(`nothing to drop on: ${selector}`);
      const place = { x: Math.round(box.x + Math.min(box.width, 1000) / 2), y: Math.round(box.y + Math.min(box.height, 600) / 2) };
      const data = { items: [], files: [...paths], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await session.send('Input.dispatchDragEvent', { type, ...place, data });
      await session.detach();
    },
    async choose(files, selector = 'input[type=file][multiple]:not([webkitdirectory])') {
      const payload = files.map((file) =>
        typeof file === 'string' ? file : { name: file.name, mimeType: file.type ?? '', buffer: Buffer.from(file.content) },
      );
      await page
        .locator(selector)
        .first()
        .setInputFiles(payload as string[]);
    },
    longTasks: () => page.evaluate(() => (globalThis as unknown as { watched: { longTasks: number[] } }).watched.longTasks.splice(0)),
    async close() {
      opened.delete(gouji);
      const violations = page.isClosed()
        ? []
        : await page.evaluate(() => (globalThis as unknown as { watched: { violations: string[] } }).watched.violations).catch(() => []);
      for (const violation of violations) complain(`policy: ${violation}`);
      if (options.context) await page.close();
      else await context.close();
    },
  };
  opened.add(gouji);
  return gouji;
}

/** A folder of its own, gone after the test file. */
export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gouji-'));
  scratch.add(folder);
  return folder;
}
const scratch = new Set<string>();

/** Runs in the page before anything else. */
function watch(): void {
  const watched: { longTasks: number[]; violations: string[] } = { longTasks: [], violations: [] };
  (globalThis as unknown as { watched: typeof watched }).watched = watched;
  document.addEventListener('securitypolicyviolation', (event) =>
    watched.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
  );
  try {
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.longTasks.push(Math.round(duration));
    }).observe({ entryTypes: ['longtask'] });
  } catch {
    // Not every engine counts them.
  }
}

/**
 * Playwright asks elements whether they are visible by a method that Chromium has from 105 on. It asks in a world of its own,
 * which no public call reaches: hence this look behind the curtain. The page itself stays as it is.
 */
export async function lendCheckVisibility(page: Page): Promise<void> {
  if (browserVersion() >= 105) return;
  // oxlint-disable no-underscore-dangle -- the names are Playwright's
  interface Behind {
    readonly _connection: {
      toImpl(page: Page): {
        readonly delegate: {
          readonly utilityWorldName: string;
          readonly _mainFrameSession: { readonly _client: { send(method: string, parameters: object): Promise<unknown> } };
        };
      };
    };
  }
  const { delegate } = (page as unknown as Behind)._connection.toImpl(page);
  await delegate._mainFrameSession._client.send('Page.addScriptToEvaluateOnNewDocument', {
    worldName: delegate.utilityWorldName,
    source: `Element.prototype.checkVisibility ||= function () {
      for (let element = this; element; element = element.parentElement) {
        if (getComputedStyle(element).display === 'none') return false;
        const details = element.parentElement;
        if (details instanceof HTMLDetailsElement && !details.open && element.tagName !== 'SUMMARY') return false;
      }
      return true;
    };`,
  });
  // oxlint-enable no-underscore-dangle
}

function isOwn(url: string, delivery: Delivery, base: string): boolean {
  if (/^(blob|data):/.test(url)) return true;
  // The single file is one file: nothing else is asked of the disk either.
  return delivery === 'single' ? url.split('#')[0] === base : url.startsWith(base);
}

afterEach(async () => {
  const left = [...opened];
  for (const gouji of left) await gouji.close();
  const complaints = left.flatMap((gouji) => gouji.complaints);
  if (complaints.length > 0) throw new Error(`the page complained:\n${complaints.join('\n')}`);
});

afterAll(async () => {
  await (await browser)?.close();
  browser = null;
  for (const folder of scratch) await rm(folder, { recursive: true, force: true });
});
