// What can go wrong with a machine, rehearsed in a real browser with a profile on disk: how many records there were before and
// after. Nothing that was finished may be lost, and nothing finished may be checked twice. `npm run rehearsals` takes more files.
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { browserVersion, scratchFolder } from './harness.ts';
import type { GivenFile } from './harness.ts';
import {
  MANY,
  PATIENCE,
  banner,
  choose,
  ended,
  figures,
  kept,
  reports,
  saveBackup,
  seat,
  shownReports,
  takeBackup,
  untilDone,
} from './seat.ts';

/** More files than any machine checks at once. */
const AT_ONCE = 8;

describe.runIf(process.platform === 'linux')('the page dies', () => {
  it('by kill -9 in the middle of an import: nothing finished is lost or checked twice, it is said, and what was at work is put last', async () => {
    const here = await seat(await scratchFolder());
    const files = reports(MANY);
    const page = await here.open();
    await here.standStill(page, MANY / 2);
    await choose(page, files);
    const done = await untilDone(page, MANY / 3);
    await here.killRenderers();

    const again = await here.open();
    const survived = await kept(again);
    expect(survived.length).toBeGreaterThanOrEqual(done);
    expect(survived.length).toBeLessThan(MANY);
    // This is another window: it first finds out that the other one is dead.
    // Where it died between two files, none is named.
    await banner(again, /上次页面意外关闭时(?:正在处理“年报\d+\.txt”|还有文件没有处理完：请重新导入)/).waitFor(PATIENCE);
    const named = [...(await banner(again, '上次页面意外关闭时').innerText()).matchAll(/“(年报\d+\.txt)”/g)].map(([, name]) => name!);
    // What was begun last, or comes next: the word that it was begun may have died with the page on its way to us.
    const begunBefore = new Set(here.examined).size;
    for (const name of named) expect(Math.abs(files.findIndex((file) => file.name === name) - begunBefore)).toBeLessThanOrEqual(AT_ONCE);
    here.examined.length = 0;
    await choose(again, files);
    await ended(again);
    const twice = here.examined.filter((name) => survived.includes(name));
    expect(twice).toEqual([]);
    expect(here.examined.length).toBe(MANY - survived.length);
    expect(await kept(again)).toEqual(files.map(({ name }) => name));
    // Those named come last.
    const suspects = named.filter((name) => !survived.includes(name));
    for (const name of suspects) expect(here.examined.indexOf(name)).toBeGreaterThanOrEqual(here.examined.length - AT_ONCE);
    figures.push({
      rehearsal: `kill -9 of the renderer, ${MANY} files`,
      'shown as done before': done,
      'kept after': survived.length,
      'begun before': begunBefore,
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
      let killed: Promise<void> = Promise.resolve();
      here.onExamine = (name) => {
        if (name === '毒.txt') killed = new Promise((resolve) => setTimeout(resolve, 1000)).then(() => here.killRenderers());
      };
      const counts: number[] = [];
      for (const visit of [1, 2]) {
        const page = await here.open(delivery);
        if (visit === 2) await banner(page, '“毒.txt”').waitFor(PATIENCE);
        const dead = new Promise((resolve) => page.once('crash', resolve));
        await choose(page, files).catch(() => {});
        await dead;
        // Nothing else may be opened in what is about to die.
        await killed;
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
    await here.standStill(page, MANY / 2);
    await choose(page, files);
    const done = await untilDone(page, MANY / 3);
    await page.close();
    const again = await here.open();
    const survived = await kept(again);
    expect(survived.length).toBeGreaterThanOrEqual(done);
    expect(survived.length).toBeLessThan(MANY);
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

/** Bytes for reports: some fit in, all do not. */
const ROOM = 600_000;

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
      // What the page keeps of itself takes room too, sooner or later.
      await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
      const { usage } = await devtools.send('Storage.getUsageAndQuota', { origin });
      // Before the first write: the browser looks at the space only now and then.
      await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + ROOM });
      await choose(page, files);
      await ended(page);
      await banner(page, '本机空间').waitFor(PATIENCE);
      const sentence = await banner(page, '本机空间').innerText();
      const inDatabase = (await kept(page)).length;
      expect(inDatabase).toBeGreaterThan(0);
      expect(inDatabase).toBeLessThan(count);
      await expect.poll(() => shownReports(page)).toBe(count);
      await page.evaluate(() => (location.hash = '#/'));

      await devtools.send('Storage.overrideQuotaForOrigin', { origin });
      let later = 0;
      // All of them, those that came later too: the page is about to be left.
      for (; (await kept(page)).length < count + later; later += 1) {
        expect(later).toBeLessThan(30);
        await choose(page, reports(1, `后来${later}-`, 1000 + later));
        await expect
          .poll(async () => (await kept(page)).length, { timeout: 2000, interval: 200 })
          .toBe(count + later + 1)
          // Not yet: with the next one it is tried again.
          .catch(() => {});
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
    await expect.poll(() => shownReports(page)).toBe(10);
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
    await here.standStill(page, count / 2);
    await choose(page, reports(count));
    const done = await untilDone(page, count / 3);
    await devtools.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: 'indexeddb' });
    await here.goOn(page);
    await ended(page);
    await banner(page, /已关闭本机存储|无法写入/).waitFor(PATIENCE);
    await expect.poll(() => shownReports(page)).toBe(count);
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
    // It has its database open: only then is it a window of an older version.
    await expect.poll(() => shownReports(other)).toBe(10);
    await other.evaluate(() => (location.hash = '#/'));
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
    await expect.poll(() => shownReports(other)).toBe(13);
    await other.reload();
    await banner(other, '来自更新版本的勾稽').waitFor(PATIENCE);
    await other.evaluate(() => (location.hash = '#/'));
    await choose(other, reports(5, '另外'));
    await ended(other);
    await expect.poll(() => shownReports(other)).toBe(5);
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
    await expect.poll(() => shownReports(third)).toBe(count);
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
    // Counted once the store was opened, or given up.
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
