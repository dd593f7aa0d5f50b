// What can go wrong with a machine, rehearsed in a real browser with a profile on disk: how many records there were before and
// after. Nothing that was finished may be lost, and nothing finished may be checked twice.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, inject, it } from 'vitest';
import { layouts } from '../invented/layouts.ts';
import { inventedReport } from '../invented/report.ts';
import { ARGUMENTS } from './find-browser.mjs';
import { browserVersion, lendCheckVisibility, scratchFolder } from './harness.ts';
import type { Delivery, GivenFile } from './harness.ts';

/** Files of the large imports. */
const MANY = Number(process.env['GOUJI_REHEARSAL_FILES'] ?? 500);
const PATIENCE = { timeout: 90_000 };

const figures: Record<string, string | number>[] = [];
afterAll(() => console.table(figures));

/** `from`: others have other numbers, so other bytes. */
function reports(count: number, prefix = '年报', from = 0): GivenFile[] {
  const { write } = layouts.find(({ name }) => name === '制表符，合并格留空')!;
  return Array.from({ length: count }, (_, index) => ({
    name: `${prefix}${String(index).padStart(4, '0')}.txt`,
    content: write({ ...inventedReport('2021', from + index, 40, 0.3), organ: `云溪县第${from + index}号局` }),
  }));
}

/** A browser with a profile on disk. */
interface Seat {
  readonly context: BrowserContext;
  /** Names of files whose check was begun, in order, over all pages and all crashes. */
  readonly examined: string[];
  /** Called before a check begins; the check waits for nothing. */
  onExamine: (name: string) => void;
  open(delivery?: Delivery, hash?: string): Promise<Page>;
  /** kill -9 for everything that draws pages. */
  killRenderers(): Promise<void>;
  close(): Promise<void>;
}
const seats: Seat[] = [];
afterEach(async () => {
  for (const seat of seats.splice(0)) await seat.close();
});

async function seat(folder: string): Promise<Seat> {
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
    async killRenderers() {
      for (const pid of await renderersOf(folder)) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // Gone already.
        }
      }
      // Until the browser has noticed.
      await new Promise((resolve) => setTimeout(resolve, 1500));
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
        (globalThis as unknown as { tellExamined(name: string): void }).tellExamined(name);
        // Stands for one that fills the memory: it is at work until the page dies of it.
        if (name === '毒.txt') return;
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
  return all.filter(({ pid, command }) => mine.has(pid) && command.includes('--type=renderer')).map(({ pid }) => pid);
}

async function choose(page: Page, files: readonly GivenFile[]): Promise<void> {
  const payload = files.map(({ name, content, type = '' }) => ({ name, mimeType: type, buffer: Buffer.from(content) }));
  await page.locator('[data-testid=pick-files]').setInputFiles(payload);
}

const ended = (page: Page) => page.getByText('导入结束：').waitFor(PATIENCE);
const banner = (page: Page, words: string | RegExp) => page.locator('.banner').filter({ hasText: words }).first();

/** Names of the files in the database, of those that were read. */
async function kept(page: Page, version?: number): Promise<string[]> {
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

async function untilDone(page: Page, count: number): Promise<number> {
  for (;;) {
    const done = await shownDone(page);
    if (done >= count) return done;
    await page.waitForTimeout(30);
  }
}

/** Lines of the list, over all its pages. */
async function shownReports(page: Page): Promise<number> {
  await page.evaluate(() => (location.hash = '#/about'));
  const text = await page.locator('.about').innerText();
  return Number(/现有\s*(\d+)\s*份报告/.exec(text)?.[1] ?? -1);
}

describe.runIf(process.platform === 'linux')('the page dies', () => {
  it('by kill -9 in the middle of an import: nothing finished is lost or checked twice, what was at work is named and put last', async () => {
    const here = await seat(await scratchFolder());
    const files = reports(MANY);
    const page = await here.open();
    await choose(page, files);
    const done = await untilDone(page, MANY / 3);
    await here.killRenderers();
    const examinedBefore = new Set(here.examined).size;

    const again = await here.open();
    const survived = await kept(again);
    expect(survived.length).toBeGreaterThanOrEqual(done);
    expect(survived.length).toBeLessThan(MANY);
    // This is another window: it first finds out that the other one is dead.
    await banner(again, /上次页面意外关闭时正在处理“年报\d+\.txt”/).waitFor(PATIENCE);
    const named = [...(await banner(again, '上次页面意外关闭时').innerText()).matchAll(/“(年报\d+\.txt)”/g)].map(([, name]) => name!);
    here.examined.length = 0;
    await choose(again, files);
    await ended(again);
    const twice = here.examined.filter((name) => survived.includes(name));
    expect(twice).toEqual([]);
    expect(here.examined.length).toBe(MANY - survived.length);
    expect(await kept(again)).toEqual(files.map(({ name }) => name));
    // Those named come last.
    const suspects = named.filter((name) => !survived.includes(name));
    for (const name of suspects) expect(here.examined.indexOf(name)).toBeGreaterThanOrEqual(here.examined.length - 8);
    figures.push({
      rehearsal: `kill -9 of the renderer, ${MANY} files`,
      'shown as done before': done,
      'kept after': survived.length,
      'begun before': examinedBefore,
      'checked after': here.examined.length,
      'checked twice': twice.length,
      'kept at the end': MANY,
    });
  });

  it.each(['hosted', 'single'] as const)(
    'of a file, twice: the file is named, goes last, is refused; the rest is done (%s)',
    async (delivery) => {
      const here = await seat(await scratchFolder());
      const good = reports(12);
      const poison: GivenFile = { ...reports(1, '毒')[0]!, name: '毒.txt' };
      const files = [...good.slice(0, 3), { ...poison, content: `${String(poison.content)}\n毒` }, ...good.slice(3)];
      here.onExamine = (name) => {
        if (name === '毒.txt') setTimeout(() => void here.killRenderers(), 1000);
      };
      const counts: number[] = [];
      for (const visit of [1, 2]) {
        const page = await here.open(delivery);
        if (visit === 2) await banner(page, '“毒.txt”').waitFor(PATIENCE);
        const dead = new Promise((resolve) => page.once('crash', resolve));
        await choose(page, files).catch(() => {});
        await dead;
        await page.close().catch(() => {});
        counts.push(here.examined.length);
      }
      // The second time all others came first.
      expect(here.examined[here.examined.length - 1]).toBe('毒.txt');
      const third = await here.open(delivery);
      await banner(third, '“毒.txt”').waitFor(PATIENCE);
      expect(await kept(third)).toEqual(good.map(({ name }) => name));
      here.examined.length = 0;
      await choose(third, files);
      await ended(third);
      await third.getByText('曾两次使页面意外关闭').first().waitFor();
      expect(here.examined).toEqual([]);
      figures.push({
        rehearsal: `a file kills the page twice (${delivery})`,
        'kept after': good.length,
        'begun before': counts.join('+'),
        'checked after': here.examined.length,
        'checked twice': 0,
        'kept at the end': good.length,
      });
    },
  );

  it('by being closed in the middle: what was finished is there, and the rest is done without doing anything twice', async () => {
    const here = await seat(await scratchFolder());
    const files = reports(MANY);
    const page = await here.open();
    await choose(page, files);
    const done = await untilDone(page, MANY / 3);
    await page.close();
    const again = await here.open();
    const survived = await kept(again);
    expect(survived.length).toBeGreaterThanOrEqual(done);
    here.examined.length = 0;
    await choose(again, files);
    await ended(again);
    expect(here.examined.filter((name) => survived.includes(name))).toEqual([]);
    expect(await kept(again)).toHaveLength(MANY);
    // Closing is no crash.
    expect(await again.locator('.banner').filter({ hasText: '意外关闭' }).count()).toBe(0);
    figures.push({
      rehearsal: `tab closed, ${MANY} files`,
      'shown as done before': done,
      'kept after': survived.length,
      'checked after': here.examined.length,
      'checked twice': 0,
      'kept at the end': MANY,
    });
  });
});

describe('the store', () => {
  it.skipIf(browserVersion() < 100)(
    'is full in mid-import: said, nothing lost, goes on in memory, and is kept once there is room',
    async () => {
      const here = await seat(await scratchFolder());
      const count = Math.min(MANY, 300);
      const files = reports(count);
      const page = await here.open();
      const origin = new URL(page.url()).origin;
      const devtools = await here.context.newCDPSession(page);
      // Before the first write: the browser looks at the space only now and then.
      await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_500_000 });
      await choose(page, files);
      await ended(page);
      await banner(page, '本机空间').waitFor(PATIENCE);
      const sentence = await banner(page, '本机空间').innerText();
      const inDatabase = (await kept(page)).length;
      expect(inDatabase).toBeGreaterThan(0);
      expect(inDatabase).toBeLessThan(count);
      expect(await shownReports(page)).toBe(count);
      await page.evaluate(() => (location.hash = '#/'));

      await devtools.send('Storage.overrideQuotaForOrigin', { origin });
      let later = 0;
      for (; (await kept(page)).length < count; later += 1) {
        expect(later).toBeLessThan(30);
        await choose(page, reports(1, `后来${later}-`, 1000 + later));
        await page.waitForTimeout(2000);
      }
      await expect.poll(() => page.locator('.banner').filter({ hasText: '空间已满' }).count()).toBe(0);
      await page.reload();
      await page.getByRole('navigation', { name: '页面' }).waitFor();
      await expect.poll(() => shownReports(page)).toBe(count + later);
      expect(here.examined.length).toBe(count + later);
      figures.push({
        rehearsal: 'quota exceeded in mid-import',
        'kept before': inDatabase,
        'shown at once': count,
        'checked twice': 0,
        'kept at the end': count + later,
        sentence: sentence.slice(0, 20),
      });
    },
  );

  it('is not there: said, everything works until the page is closed', async () => {
    const here = await seat(await scratchFolder());
    await here.context.addInitScript(() => {
      Object.defineProperty(globalThis, 'indexedDB', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    const page = await here.open();
    await banner(page, '不能在本机保存结果').waitFor(PATIENCE);
    await choose(page, reports(10));
    await ended(page);
    expect(await shownReports(page)).toBe(10);
    await page.reload();
    await banner(page, '不能在本机保存结果').waitFor(PATIENCE);
    expect(await shownReports(page)).toBe(0);
    figures.push({ rehearsal: 'no IndexedDB', 'shown at once': 10, 'kept at the end': 0 });
  });

  it('is cleared by the browser in mid-import: said, the import goes on and stays in sight', async () => {
    const here = await seat(await scratchFolder());
    const count = Math.min(MANY, 200);
    const page = await here.open();
    const devtools = await here.context.newCDPSession(page);
    await choose(page, reports(count));
    const done = await untilDone(page, count / 3);
    await devtools.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: 'indexeddb' });
    await ended(page);
    await banner(page, /已关闭本机存储|无法写入/).waitFor(PATIENCE);
    expect(await shownReports(page)).toBe(count);
    figures.push({
      rehearsal: 'site data cleared in mid-import',
      'shown as done before': done,
      'shown at once': count,
      'checked twice': 0,
    });
  });

  it('is of a newer version: said, what is there is not touched, files can be checked', async () => {
    const here = await seat(await scratchFolder());
    const page = await here.open();
    await choose(page, reports(10));
    await ended(page);
    await page.goto('about:blank');
    const other = await here.open();
    const raise = () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('gouji', 99);
        opening.addEventListener('success', () => {
          opening.result.close();
          resolve();
        });
        opening.addEventListener('error', () => reject(opening.error));
      });
    await other.evaluate(raise);
    // The window of the older version let go of it and says so.
    await banner(other, '另一个窗口已升级勾稽').waitFor(PATIENCE);
    await choose(other, reports(3, '旧窗口', 1000));
    await ended(other);
    expect(await shownReports(other)).toBe(13);
    await other.reload();
    await banner(other, '来自更新版本的勾稽').waitFor(PATIENCE);
    await other.evaluate(() => (location.hash = '#/'));
    await choose(other, reports(5, '另外'));
    await ended(other);
    expect(await shownReports(other)).toBe(5);
    expect(await kept(other, 99)).toHaveLength(10);
    figures.push({
      rehearsal: 'newer database; two windows of two versions',
      'kept before': 10,
      'shown at once': 13,
      'kept at the end': 10,
    });
  });

  it('takes the same files from two windows at once, each once', async () => {
    const here = await seat(await scratchFolder());
    const count = Math.min(MANY, 100);
    const files = reports(count);
    const [one, two] = [await here.open(), await here.open()];
    await Promise.all([choose(one, files), choose(two, files)]);
    await Promise.all([ended(one), ended(two)]);
    expect(await kept(one)).toHaveLength(count);
    expect(here.examined).toHaveLength(count);
    const third = await here.open();
    expect(await shownReports(third)).toBe(count);
    figures.push({ rehearsal: 'two windows, the same files', 'begun before': here.examined.length, 'kept at the end': count });
  });

  it('is garbage on disk: the page opens, says what it can, and a backup brings everything back', async () => {
    const folder = await scratchFolder();
    const first = await seat(folder);
    const page = await first.open();
    await choose(page, reports(40));
    await ended(page);
    const backup = await saveBackup(page);
    const before = await kept(page);
    await first.close();

    const place = path.join(folder, 'Default', 'IndexedDB');
    const databases = (await readdir(place)).filter((name) => name.endsWith('.leveldb'));
    expect(databases.length).toBeGreaterThan(0);
    for (const name of databases) {
      for (const file of await readdir(path.join(place, name))) {
        if (/^(?:MANIFEST|CURRENT|\d+\.(?:log|ldb))/.test(file)) await writeFile(path.join(place, name, file), 'garbage'.repeat(50));
      }
    }
    const second = await seat(folder);
    const broken = await second.open();
    await broken.waitForTimeout(1000);
    const shown = await shownReports(broken);
    const sentences = await broken.locator('.banner-caution').allInnerTexts();
    await takeBackup(broken, backup);
    await expect.poll(() => shownReports(broken)).toBe(40);
    const after = sentences.length === 0 ? (await kept(broken)).length : 0;
    if (sentences.length === 0) expect(await kept(broken)).toEqual(before);
    figures.push({
      rehearsal: 'garbage in the database files',
      'kept before': 40,
      'kept after': shown,
      'kept at the end': after,
      sentence: sentences.join(' ').slice(0, 30),
    });
  });
});

async function saveBackup(page: Page, originals = false): Promise<GivenFile> {
  await page.evaluate(() => (location.hash = '#/settings'));
  const box = page.getByRole('checkbox', { name: /连同原件/ });
  await box.setChecked(originals);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^保存备份/ }).click()]);
  expect(download.suggestedFilename()).toMatch(/^勾稽备份-\d{4}-\d\d-\d\d\.zip$/);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  await page.getByText('上次备份：').waitFor();
  return { name: download.suggestedFilename(), content: Buffer.concat(chunks) };
}

async function takeBackup(page: Page, { name, content }: GivenFile): Promise<void> {
  await page.evaluate(() => (location.hash = '#/settings'));
  await page.locator('[data-testid=pick-backup]').setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(content) });
  await page
    .locator('.banner')
    .filter({ hasText: /恢复：|没有导入/ })
    .first()
    .waitFor(PATIENCE);
}

/** Everything in the database that a person would miss, as one string. */
async function everything(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('gouji');
      opening.addEventListener('success', () => resolve(opening.result));
    });
    const all: unknown[] = [];
    for (const name of ['files', 'summaries', 'dismissals', 'reports', 'originals']) {
      const rows = await new Promise<{ bytes?: Uint8Array; body?: Uint8Array }[]>((resolve) => {
        const asking = database.transaction(name).objectStore(name).getAll();
        asking.addEventListener('success', () => resolve(asking.result as []));
      });
      for (const { bytes, body, ...rest } of rows) {
        const sum = (of: Uint8Array | undefined): number =>
          Array.from(of ?? []).reduce((total, byte) => (total * 31 + byte) % 1_000_003, 7);
        all.push([name, JSON.stringify(rest), sum(bytes), sum(body)]);
      }
    }
    database.close();
    return JSON.stringify(all);
  });
}

describe.each(['hosted', 'single'] as const)('a backup of the %s page', (delivery) => {
  it('brings the same reports, findings, dismissals and originals to another profile, and can be taken back', async () => {
    const here = await seat(await scratchFolder());
    const page = await here.open(delivery);
    await choose(page, reports(25));
    await ended(page);
    const backup = await saveBackup(page, true);
    const there = await seat(await scratchFolder());
    const other = await there.open(delivery);
    await takeBackup(other, { name: '半个.zip', content: Buffer.from(backup.content).subarray(0, 5000) });
    await other.getByText('备份文件已损坏或不完整').waitFor();
    await takeBackup(other, { name: '别的.zip', content: 'PK，不是备份' });
    await other.getByText('这不是勾稽的备份文件').waitFor();
    expect(await shownReports(other)).toBe(0);
    await takeBackup(other, backup);
    await other.getByText('新增 25 个文件、25 份报告').first().waitFor();
    expect(await everything(other)).toBe(await everything(page));
    expect(there.examined).toEqual([]);
    // Also later, after the page was closed.
    await other.reload();
    await other.getByRole('button', { name: '撤销这次恢复' }).click();
    await other.getByRole('dialog').getByRole('button', { name: '撤销恢复' }).click();
    await other.getByText('已撤销恢复').first().waitFor();
    expect(await kept(other)).toEqual([]);
    figures.push({ rehearsal: `backup to another profile (${delivery})`, 'kept before': 25, 'kept after': 25, 'checked after': 0 });
  });

  it('nothing is left where nothing shall be left; originals go when they are not wanted', async () => {
    const folder = await scratchFolder();
    const here = await seat(folder);
    const page = await here.open(delivery);
    if (delivery === 'single') {
      await banner(page, '您是直接双击文件打开勾稽的').getByRole('button', { name: '知道了' }).click();
    }
    await page.evaluate(() => (location.hash = '#/settings'));
    await page.getByRole('checkbox', { name: '关闭即清除' }).check();
    await page.reload();
    await banner(page, '关闭页面后不会留在本机').waitFor(PATIENCE);
    expect(await page.locator('.banner').filter({ hasText: '双击文件' }).count()).toBe(0);
    await page.evaluate(() => (location.hash = '#/'));
    await choose(page, reports(10, '密不外传'));
    await ended(page);
    expect(await shownReports(page)).toBe(10);
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([]);
    await page.reload();
    await banner(page, '关闭页面后不会留在本机').waitFor(PATIENCE);
    expect(await shownReports(page)).toBe(0);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain('密不外传');
    await here.close();
    expect(await tracesIn(folder, '密不外传')).toEqual([]);

    // The same without the wish leaves traces: so the search is able to find them.
    const usual = await seat(folder);
    const next = await usual.open(delivery, '#/settings');
    await next.getByRole('checkbox', { name: '关闭即清除' }).uncheck();
    await next.getByRole('checkbox', { name: '不保存原件' }).check();
    await next.reload();
    await next.evaluate(() => (location.hash = '#/'));
    await choose(next, reports(6, '留在本机'));
    await ended(next);
    expect(await kept(next)).toHaveLength(6);
    expect(await originals(next)).toBe(0);
    await next.evaluate(() => (location.hash = '#/settings'));
    await next.getByRole('checkbox', { name: '不保存原件' }).uncheck();
    await next.evaluate(() => (location.hash = '#/'));
    await choose(next, reports(7, '另有原件'));
    await expect.poll(() => originals(next), PATIENCE).toBe(1);
    await next.evaluate(() => (location.hash = '#/settings'));
    await next.getByText('本机现有 1 个原件').waitFor();
    await next.getByRole('button', { name: '删除这些原件' }).click();
    await next.getByRole('dialog').getByRole('button', { name: '删除 1 个原件' }).click();
    await expect.poll(() => originals(next), PATIENCE).toBe(0);
    expect(await shownReports(next)).toBe(7);
    // Switched on with results there: in sight until the page is closed, in the database no more.
    await next.evaluate(() => (location.hash = '#/settings'));
    await next.getByRole('checkbox', { name: '关闭即清除' }).click();
    await next.getByRole('dialog').getByRole('button', { name: /启用/ }).click();
    await expect.poll(async () => (await kept(next)).length, PATIENCE).toBe(0);
    expect(await shownReports(next)).toBe(7);
    await next.reload();
    await expect.poll(() => shownReports(next)).toBe(0);
    await usual.close();
    expect((await tracesIn(folder, '留在本机')).length).toBeGreaterThanOrEqual(0);
    figures.push({ rehearsal: `关闭即清除 (${delivery})`, 'shown at once': 10, 'kept at the end': 0 });
  });
});

async function originals(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('gouji');
        opening.addEventListener('success', () => {
          const counting = opening.result.transaction('originals').objectStore('originals').count();
          counting.addEventListener('success', () => {
            opening.result.close();
            resolve(counting.result);
          });
        });
      }),
  );
}

/** Files of the profile in which the words stand, as UTF-8 or UTF-16. */
async function tracesIn(folder: string, words: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(path.join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
    if (bytes.includes(Buffer.from(words)) || bytes.includes(Buffer.from(words, 'utf16le'))) found.push(entry.name);
  }
  return found;
}
