// A browser with a profile on disk, as a person has one: what it keeps outlives it. It writes down which files were begun, and can be killed.
import { readFile, readdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, expect, inject } from 'vitest';
import { layouts } from '../invented/layouts.ts';
import { inventedReport } from '../invented/report.ts';
import { ARGUMENTS } from './find-browser.mjs';
import { lendCheckVisibility } from './harness.ts';
import type { Delivery, GivenFile } from './harness.ts';
import { savedFile } from './saved-file.ts';

/** Files of the large imports: enough that a browser is in the midst of them when it is killed after a third. */
export const MANY = Number(process.env['GOUJI_REHEARSAL_FILES'] ?? 120);
export const PATIENCE = { timeout: 90_000 };

export const figures: Record<string, string | number>[] = [];
afterAll(() => console.table(figures));

/** `from`: others have other numbers, so other bytes. */
export function reports(count: number, prefix = '年报', from = 0): GivenFile[] {
  const { write } = layouts.find(({ name }) => name === '制表符，合并格留空')!;
  return Array.from({ length: count }, (_, index) => ({
    name: `${prefix}${String(index).padStart(4, '0')}.txt`,
    content: write({ ...inventedReport('2021', from + index, 40, 0.3), organ: `云溪县第${from + index}号局` }),
  }));
}

declare global {
  interface Window {
    tellExamined(name: string): void;
    /** How many more checks may begin, and those that wait. */
    still?: { after: number; readonly held: (() => void)[] } | null;
  }
}

/** A browser with a profile on disk. */
export interface Seat {
  readonly context: BrowserContext;
  /** Names of files whose check was begun, in order, over all pages and all crashes. */
  readonly examined: string[];
  /** Called before a check begins; the check waits for nothing. */
  onExamine: (name: string) => void;
  open(delivery?: Delivery, hash?: string): Promise<Page>;
  /** Lets an import of this page come so many files far and no further, until it is told to go on: it cannot be over too soon. */
  standStill(page: Page, after: number): Promise<void>;
  goOn(page: Page): Promise<void>;
  /** kill -9 for everything that draws pages. */
  killRenderers(): Promise<void>;
  close(): Promise<void>;
}
const seats: Seat[] = [];
afterEach(async () => {
  for (const seat of seats.splice(0)) await seat.close();
});

export async function seat(folder: string): Promise<Seat> {
  const { executable, environment } = inject('browser');
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: executable,
    args: [...ARGUMENTS, '--no-sandbox'],
    // In the locale of the tests it could not name a download.
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...environment } as Record<string, string>,
    headless: true,
    chromiumSandbox: false,
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    acceptDownloads: true,
  });
  const crashed = new WeakSet<Page>();
  const watch = (page: Page) => page.once('crash', () => crashed.add(page));
  context.pages().forEach(watch);
  context.on('page', watch);
  const self: Seat = {
    context,
    examined: [],
    onExamine: () => {},
    async open(delivery = 'hosted', hash = '') {
      const page = await context.newPage();
      await lendCheckVisibility(page);
      await page.goto(inject('deliveries')[delivery] + hash);
      await page.getByRole('navigation', { name: '页面' }).waitFor();
      return page;
    },
    standStill: (page, after) => page.evaluate((count) => void (window.still = { after: count, held: [] }), after),
    goOn: (page) =>
      page.evaluate(() => {
        const { held } = window.still!;
        window.still = null;
        for (const send of held) send();
      }),
    async killRenderers() {
      const noticed = context
        .pages()
        .filter((page) => !crashed.has(page))
        .map((page) => page.waitForEvent('crash', PATIENCE));
      const doomed = await renderersOf(folder);
      for (const pid of doomed) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // Gone already.
        }
      }
      // Until the browser has noticed, and nothing of them is left.
      await Promise.all(noticed);
      while ((await renderersOf(folder)).some((pid) => doomed.includes(pid))) await new Promise((resolve) => setTimeout(resolve, 50));
    },
    async close() {
      const at = seats.indexOf(self);
      if (at >= 0) seats.splice(at, 1);
      await context.close().catch(() => {});
    },
  };
  seats.push(self);
  await context.exposeBinding('tellExamined', (_, name: string) => {
    self.examined.push(name);
    self.onExamine(name);
  });
  await context.addInitScript(() => {
    const send = Worker.prototype.postMessage as (this: Worker, ...args: unknown[]) => void;
    Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]) {
      const message = args[0] as { path?: string[]; argumentList?: { value?: unknown }[] } | undefined;
      if (message?.path?.[0] === 'examine') {
        const name = String(message.argumentList?.[1]?.value);
        window.tellExamined(name);
        // Stands for one that fills the memory: it is at work until the page dies of it.
        if (name === '毒.txt') return;
        const { still } = window;
        if (still && (still.after -= 1) < 0) {
          still.held.push(() => send.apply(this, args));
          return;
        }
      }
      send.apply(this, args);
    } as Worker['postMessage'];
  });
  return self;
}

/** Linux only: the children of the browser that has this profile. */
async function renderersOf(folder: string): Promise<number[]> {
  const all = await Promise.all(
    (await readdir('/proc'))
      .filter((name) => /^\d+$/.test(name))
      .map(async (name) => {
        const [command, status] = await Promise.all(
          ['cmdline', 'stat'].map((file) => readFile(`/proc/${name}/${file}`, 'utf8').catch(() => '')),
        );
        const parent = Number(/^\d+ \(.*\) \S (\d+)/s.exec(status!)?.[1] ?? 0);
        return { pid: Number(name), parent, command: command!.replaceAll('\0', ' ') };
      }),
  );
  const mine = new Set(all.filter(({ command }) => command.includes(`--user-data-dir=${folder}`)).map(({ pid }) => pid));
  for (let before = -1; before !== mine.size; ) {
    before = mine.size;
    for (const { pid, parent } of all) if (mine.has(parent)) mine.add(pid);
  }
  // What is dead and waits to be buried has no command line.
  return all.filter(({ pid, command }) => mine.has(pid) && command.includes('--type=renderer')).map(({ pid }) => pid);
}

export async function choose(page: Page, files: readonly GivenFile[]): Promise<void> {
  const payload = files.map(({ name, content, type = '' }) => ({ name, mimeType: type, buffer: Buffer.from(content) }));
  await page.locator('[data-testid=pick-files]').setInputFiles(payload);
}

export const ended = (page: Page) => page.getByText('导入结束：').waitFor(PATIENCE);
export const banner = (page: Page, words: string | RegExp) => page.locator('.banner').filter({ hasText: words }).first();

/** Names of the files in the database, of those that were read. */
export async function kept(page: Page, version?: number): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('gouji', wanted);
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(opening.error));
    });
    if (!database.objectStoreNames.contains('files')) {
      database.close();
      return [];
    }
    const read = (name: string): Promise<Record<string, unknown>[]> =>
      new Promise((resolve, reject) => {
        const asking = database.transaction(name).objectStore(name).getAll();
        asking.addEventListener('success', () => resolve(asking.result as Record<string, unknown>[]));
        asking.addEventListener('error', () => reject(asking.error));
      });
    const [files, all, summaries] = await Promise.all([read('files'), read('reports'), read('summaries')]);
    database.close();
    const whole = new Set(all.map(({ id }) => id));
    const listed = new Set(summaries.map(({ id }) => id));
    return files
      .filter(({ failure }) => failure === null)
      .filter(({ reportIds }) => (reportIds as string[]).every((id) => whole.has(id) && listed.has(id)))
      .map(({ name }) => name as string)
      .sort();
  }, version);
}

/** What the page says is done. */
async function shownDone(page: Page): Promise<number> {
  const words = await page
    .locator('.progress-words')
    .innerText({ timeout: 5000 })
    .catch(() => '');
  return Number(/完成 (\d+)/.exec(words)?.[1] ?? 0);
}

export async function untilDone(page: Page, count: number): Promise<number> {
  for (;;) {
    const done = await shownDone(page);
    if (done >= count) return done;
    await page.waitForTimeout(30);
  }
}

/** Lines of the list, over all its pages, as soon as the page has counted them. */
export async function shownReports(page: Page): Promise<number> {
  await page.evaluate(() => (location.hash = '#/about'));
  const told = page.locator('.about li').filter({ hasText: /现有\s*\d+\s*份报告/ });
  return Number(/现有\s*(\d+)/.exec(await told.innerText(PATIENCE))![1]);
}

export async function saveBackup(page: Page, originals = false): Promise<GivenFile> {
  await page.evaluate(() => (location.hash = '#/settings'));
  const box = page.getByRole('checkbox', { name: /连同原件/ });
  await box.setChecked(originals);
  const file = await savedFile(page, () => page.getByRole('button', { name: /^保存备份/ }).click());
  expect(file.name).toMatch(/^勾稽备份-\d{4}-\d\d-\d\d\.zip$/);
  await page.getByText('上次备份：').waitFor();
  return file;
}

export async function takeBackup(page: Page, { name, content }: GivenFile): Promise<void> {
  await page.evaluate(() => (location.hash = '#/settings'));
  await page.locator('[data-testid=pick-backup]').setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(content) });
  await page
    .locator('.banner')
    .filter({ hasText: /恢复：|没有导入/ })
    .first()
    .waitFor(PATIENCE);
}
