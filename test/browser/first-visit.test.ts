// The first visit to the hosted page: what must travel before a file can be dropped, counted at the server.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { serve } from '../../.ci/static-server.mjs';
import { rules } from '../../src/core/index.ts';
import { lendCheckVisibility, theBrowser } from './harness.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
/** Bytes, compressed with brotli. */
const MOST = 60_000;

it(`needs at most ${MOST / 1000} kB before the drop zone works, and no rule and no reader is among it`, async () => {
  const server = await serve(dist);
  // What the service worker fetches later, for other days, does not count.
  const context = await (await theBrowser()).newContext({ locale: 'zh-CN', serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await lendCheckVisibility(page);
    // Where the page cannot be kept, the rest of it follows after five seconds. That is no part of the visit, however slow the machine.
    await page.addInitScript(() => {
      const start = setTimeout as (...args: unknown[]) => unknown;
      Object.assign(globalThis, {
        setTimeout: (run: unknown, milliseconds = 0, ...args: unknown[]) => (milliseconds < 4000 ? start(run, milliseconds, ...args) : 0),
      });
    });
    await page.goto(server.url);
    const zone = page.getByText('把年报文件或文件夹拖到窗口任意位置');
    await zone.waitFor();
    const before = server.requests.length;
    // Nothing more comes by itself while the person looks.
    await page.waitForTimeout(2000);
    const requests = [...new Set(server.requests)];
    expect(server.requests.slice(before).filter((each) => !/icon|manifest|favicon/.test(each))).toEqual([]);

    let bytes = 0;
    const texts: string[] = [];
    for (const request of requests) {
      const file = path.join(dist, request === '/' ? 'index.html' : new URL(request, server.url).pathname);
      const content = await readFile(file);
      bytes += Math.min(content.length, brotliCompressSync(content).length);
      if (file.endsWith('.js')) texts.push(content.toString());
    }
    console.log(`首次打开：${requests.length} 个请求，${(bytes / 1000).toFixed(1)} kB（brotli）`);
    expect(bytes).toBeLessThanOrEqual(MOST);
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) {
      expect(rules.filter(({ id, why }) => text.includes(`'${id}'`) || text.includes(why)).map(({ id }) => id)).toEqual([]);
      expect(text).not.toMatch(/parse5|pdfjsVersion|w:tbl|office:body/);
    }

    // And it does work: only now the reader comes.
    await page
      .locator('input[type=file][multiple]:not([webkitdirectory])')
      .first()
      .setInputFiles([{ name: '空白.txt', mimeType: 'text/plain', buffer: Buffer.from('这里没有报告。') }]);
    await page.getByText('导入结束：').waitFor();
    expect(server.requests.some((each) => /examiner\.worker/.test(each))).toBe(true);
  } finally {
    await context.close();
    await server.close();
  }
});

it('opens a page with its styles at the next try, if they did not come at the first', async () => {
  const server = await serve(dist);
  const context = await (await theBrowser()).newContext({ locale: 'zh-CN', serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await lendCheckVisibility(page);
    let refused = 0;
    await page.route(/later-[^/]*\.css$/, (route) => {
      refused += 1;
      return refused === 1 ? route.abort() : route.continue();
    });
    await page.goto(`${server.url}#/rules`);
    await page.getByText('规则页没有载入').waitFor();
    await page.getByRole('button', { name: '重试' }).click();
    const rule = page.locator('.rules > li').first();
    await rule.waitFor();
    // A line between the rules is drawn by that sheet alone.
    expect(await rule.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe('solid');
    expect(refused).toBe(2);
  } finally {
    await context.close();
    await server.close();
  }
});
