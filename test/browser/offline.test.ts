// The hosted page without its server, and with a newer one: everything works, nothing changes but by a click, nothing gets out.
import { cp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { writeServiceWorker } from '../../.ci/service-worker.mjs';
import { serve } from '../../.ci/static-server.mjs';
import { layouts } from '../invented/layouts.ts';
import { inventedReport } from '../invented/report.ts';
import { lendCheckVisibility, scratchFolder, theBrowser } from './harness.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const report = layouts
  .find(({ name }) => name === '制表符，合并格留空')!
  .write({ ...inventedReport('2021', 21, 40, 0.3), organ: '云溪县档案局' });

/** A machine may be slow, and the whole delivery is hashed before it is kept. */
const PATIENCE = { timeout: 90_000 };

type Server = Awaited<ReturnType<typeof serve>>;
let server: Server | null = null;
let context: BrowserContext | null = null;
afterEach(async () => {
  await context?.close();
  await server?.close();
  context = server = null;
});

/** The delivery in a folder of its own, which the test may change. */
async function deployed(): Promise<string> {
  const folder = path.join(await scratchFolder(), 'site');
  await cp(dist, folder, { recursive: true });
  return folder;
}

/** Puts a newer version in place of what is there: other names of all chunks, another word on the page. */
async function deployNewer(folder: string, word: string): Promise<void> {
  const assets = path.join(folder, 'assets');
  const names = await readdir(assets);
  const renamed = new Map(
    names.map((name) => [
      name,
      name.replace(/-([\w-]{8})\.(\w+)$/, (_, hash: string, ending: string) => `-${word}${hash.slice(word.length)}.${ending}`),
    ]),
  );
  for (const file of [path.join(folder, 'index.html'), ...names.map((name) => path.join(assets, name))]) {
    if (!/\.(html|js|css)$/.test(file)) continue;
    let text = await readFile(file, 'utf8');
    for (const [from, to] of renamed) text = text.split(from).join(to);
    await writeFile(file, text.split('政府信息公开年报核验</span>').join(word).split('回到列表').join(`回到列表${word}`));
  }
  for (const [from, to] of renamed) await rename(path.join(assets, from), path.join(assets, to));
  await rm(path.join(folder, 'sw.js'));
  await writeServiceWorker(folder, 'chrome86');
}

async function begin(folder: string): Promise<Page> {
  server = await serve(folder);
  context = await (await theBrowser()).newContext({ locale: 'zh-CN' });
  return visit();
}

async function visit(hash = ''): Promise<Page> {
  const page = await context!.newPage();
  await lendCheckVisibility(page);
  await page.goto(server!.url + hash);
  await page.waitForFunction(() => !document.getElementById('opening'));
  return page;
}

const kept = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', null, PATIENCE);
const entry = (page: Page) => page.evaluate(() => document.querySelector<HTMLScriptElement>('script[src]')!.src);
const update = (page: Page) => page.locator('.update-bar button');

async function dropReport(page: Page, name = '档案局.txt'): Promise<void> {
  await page
    .locator('input[type=file][multiple]:not([webkitdirectory])')
    .first()
    .setInputFiles([{ name, mimeType: 'text/plain', buffer: Buffer.from(report) }]);
  await page.getByText('导入结束：').waitFor(PATIENCE);
}

describe('without its server, after one visit', () => {
  it('every page opens, files are read, and every file of the delivery is there', async () => {
    const first = await begin(await deployed());
    await kept(first);
    // Nothing but the start page was looked at, and nothing was read.
    await server!.close();
    expect(
      await fetch(server!.url).then(
        () => 'up',
        () => 'down',
      ),
    ).toBe('down');
    await first.close();

    const page = await visit();
    await dropReport(page);
    await page.locator('section[aria-label="报告列表"] tbody a').first().click();
    await page.locator('.source-pane').waitFor();
    for (const [hash, sign] of [
      ['#/rules', '.rules'],
      ['#/charts', 'canvas'],
      ['#/about', '.about'],
    ] as const) {
      await page.evaluate((to) => (location.hash = to), hash);
      await page.locator(sign).first().waitFor();
    }
    expect(await page.locator('.trouble').count()).toBe(0);
    // The heavy one for PDF included.
    const files = (await readdir(path.join(dist, 'assets'))).map((name) => `assets/${name}`);
    const here = await page.evaluate(async () => {
      const addresses: string[] = [];
      for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) addresses.push(url);
      return addresses;
    });
    expect(files.filter((name) => !here.includes(server!.url + name))).toEqual([]);
    const again = await visit('?from=somewhere#/about');
    await again.locator('.about').waitFor();
  });
});

describe('when a newer version is put on the server', () => {
  it('nothing changes before a click; a click brings it; windows of the old version go on working', async () => {
    const folder = await deployed();
    const page = await begin(folder);
    await kept(page);
    await dropReport(page);
    const old = await entry(page);
    const second = await visit();
    await kept(second);
    await deployNewer(folder, 'zwei');

    // A new visit still shows the version that was chosen, and says that there is a newer one.
    await page.reload();
    await update(page).waitFor(PATIENCE);
    expect(await entry(page)).toBe(old);
    await page.evaluate(() => (location.hash = '#/rules'));
    await page.locator('.rules').first().waitFor();

    await update(page).click();
    await page.waitForFunction((before) => {
      const now = document.querySelector<HTMLScriptElement>('script[src]')?.src;
      return now !== undefined && now !== before;
    }, old);
    expect(await entry(page)).toContain('zwei');
    await page.evaluate(() => (location.hash = '#/'));
    await expect.poll(() => page.locator('section[aria-label="报告列表"] tbody tr').count()).toBe(1);
    expect(await update(page).count()).toBe(0);

    // The other window is still the old one; its pages, which the server has no more, and its readers are there.
    expect(await entry(second)).toBe(old);
    await second.evaluate(() => (location.hash = '#/rules'));
    await second.locator('.rules').first().waitFor();
    await second.evaluate(() => (location.hash = '#/'));
    await second.getByRole('button', { name: '载入示例' }).click();
    await second.getByText('导入结束：').waitFor(PATIENCE);
    expect(await second.locator('.trouble, .job-failed').count()).toBe(0);

    // Once it is closed, the old version goes.
    await second.close();
    await page.reload();
    await expect.poll(() => page.evaluate(async () => (await caches.keys()).length), PATIENCE).toBe(2);
  });

  it('the click waits until an import is over', async () => {
    const folder = await deployed();
    const page = await begin(folder);
    await kept(page);
    await deployNewer(folder, 'zwei');
    await page.reload();
    await update(page).waitFor(PATIENCE);
    await page.evaluate(() => {
      const waited = new Promise<boolean>((resolve) => {
        new MutationObserver(() => {
          if (document.querySelector('.update-bar button:disabled')) resolve(true);
          else if (document.querySelector('.progress-words')?.textContent?.startsWith('导入结束')) resolve(false);
        }).observe(document.body, { childList: true, subtree: true, attributes: true });
      });
      Object.assign(globalThis, { waited });
    });
    await dropReport(page);
    expect(await page.evaluate(() => (globalThis as unknown as { waited: Promise<boolean> }).waited)).toBe(true);
    await expect.poll(() => update(page).isEnabled()).toBe(true);
  });

  it('one that is not whole is not taken', async () => {
    const folder = await deployed();
    const page = await begin(folder);
    await kept(page);
    await deployNewer(folder, 'zwei');
    const some = (await readdir(path.join(folder, 'assets'))).find((name) => name.startsWith('rules-page'));
    await writeFile(path.join(folder, 'assets', some!), 'export const RulesPage = () => null;');
    const before = (await page.evaluate(() => caches.keys())).sort();
    server!.requests.length = 0;
    await page.reload();
    // It was fetched, found out and given up.
    await expect.poll(() => server!.requests.some((each) => each.endsWith(some!)), PATIENCE).toBe(true);
    await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.installing === null);
    await expect.poll(async () => (await page.evaluate(() => caches.keys())).sort(), PATIENCE).toEqual(before);
    expect(await update(page).count()).toBe(0);
    await page.evaluate(() => (location.hash = '#/rules'));
    await page.locator('.rules').first().waitFor();
  });

  it('the script that ends it takes the copy away and leaves the reports', async () => {
    const folder = await deployed();
    const page = await begin(folder);
    await kept(page);
    await dropReport(page);
    await cp(path.join(folder, 'sw-off.js'), path.join(folder, 'sw.js'));
    await page.reload();
    await expect.poll(() => page.evaluate(() => caches.keys()), PATIENCE).toEqual([]);
    await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    const after = await visit();
    await expect.poll(() => after.locator('section[aria-label="报告列表"] tbody tr').count()).toBe(1);
  });
});

describe('the way out stays shut', () => {
  // Engines without Trusted Types have the policy only: it must do alone. What it says of them does not count for the hash of a script.
  it.each([
    ['with Trusted Types', true],
    ['where there are none', false],
  ])('for workers by address, other service workers, and whatever is asked of the one that is there, %s', async (_, trusted) => {
    const folder = await deployed();
    await writeFile(path.join(folder, 'leak.js'), `fetch('/heard'); postMessage('ran')`);
    if (!trusted) {
      const start = path.join(folder, 'index.html');
      const html = await readFile(start, 'utf8');
      const without = html.replace("; require-trusted-types-for 'script'; trusted-types default", '');
      expect(without).not.toBe(html);
      await writeFile(start, without);
      await writeServiceWorker(folder, 'chrome86');
    }
    const page = await begin(folder);
    const tryWorkers = (target: Page) =>
      target.evaluate(async () => {
        const answer: Record<string, string> = {};
        const trial = async (name: string, run: () => unknown): Promise<void> => {
          answer[name] = await Promise.resolve()
            .then(run)
            .then(
              () => 'let through',
              () => 'stopped',
            );
        };
        const worker = (make: () => Worker | SharedWorker) => () =>
          new Promise((resolve, reject) => {
            const made = make();
            made.addEventListener('message', resolve);
            made.addEventListener('error', reject);
            setTimeout(() => reject(new Error('silent')), 1500);
          });
        await trial(
          'worker',
          worker(() => new Worker(new URL('leak.js', location.href).href)),
        );
        await trial(
          'module worker',
          worker(() => new Worker(new URL('leak.js', location.href).href, { type: 'module' })),
        );
        await trial(
          'own chunk as worker',
          worker(() => new Worker(document.querySelector<HTMLScriptElement>('script[src]')!.src)),
        );
        if (typeof SharedWorker !== 'undefined')
          await trial(
            'shared worker',
            worker(() => new SharedWorker(new URL('leak.js', location.href).href)),
          );
        await trial('service worker', () => navigator.serviceWorker.register(new URL('leak.js', location.href).href));
        await trial('fetch', () => fetch('/heard'));
        return answer;
      });
    const stopped = (tried: Record<string, string>) => Object.entries(tried).filter(([, result]) => result !== 'stopped');
    expect(stopped(await tryWorkers(page))).toEqual([]);
    await kept(page);
    await page.reload();
    await page.waitForFunction(() => !document.getElementById('opening'));
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    expect(stopped(await tryWorkers(page))).toEqual([]);
    // Leaving for an address of this site that carries words: the kept page answers, nothing travels.
    server!.requests.length = 0;
    await page.goto(`${server!.url}?secret=1`);
    const image = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const picture = new Image();
          picture.addEventListener('load', () => resolve('loaded'));
          picture.addEventListener('error', () => resolve('stopped'));
          picture.src = `heard.png?secret=1`;
        }),
    );
    expect(image).toBe('stopped');
    expect(server!.requests.filter((each) => /heard|leak|secret/.test(each))).toEqual([]);
  });
});
