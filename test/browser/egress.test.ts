// No byte leaves: every way out that we know of is tried in both deliveries, from the page and from a worker, against listeners
// that count. A way counts as closed only if it leads somewhere on a page without a policy, in this very browser.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { serve } from '../../.ci/static-server.mjs';
import { CHANNELS } from './egress-channels.mjs';
import { expectedOf, tryEveryWay } from './egress-run.mjs';
import { DELIVERIES, browserVersion, lendCheckVisibility, open, scratchFolder, theBrowser } from './harness.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const TRIED = ['hosted', 'kept', 'single'] as const;
const SIDES = ['page', 'worker'] as const;

describe('of all ways out', () => {
  let egress: Awaited<ReturnType<typeof tryEveryWay>>;
  beforeAll(async () => {
    egress = await tryEveryWay(inject('browser'), { site: path.join(root, 'dist'), file: path.join(root, 'dist-single', 'gouji.html') });
  }, 600_000);

  it('more than 33 lead to the listeners from a page without a policy, and those of a worker do too', () => {
    const heard = (side: string) => Object.keys(CHANNELS).filter((id) => egress.arrived[`control ${side} ${id}`]);
    expect(heard('page').length).toBeGreaterThan(50);
    expect(heard('worker').length).toBeGreaterThan(10);
    // Without these nothing would be proven at all.
    for (const id of ['fetch', 'websocket', 'img', 'webrtc', 'webrtc-frame', 'script', 'click', 'own-image'])
      expect(heard('page'), id).toContain(id);
    expect(heard('worker')).toEqual(expect.arrayContaining(['fetch', 'xhr', 'websocket', 'import-call', 'importScripts']));
  });

  it.each(TRIED)('none leads out of the %s page but those that no policy closes, and these are as known', (place) => {
    const found = Object.keys(CHANNELS).flatMap((id) =>
      SIDES.filter((side) => CHANNELS[id]?.[side] && !(place === 'single' && CHANNELS[id]?.own)).map((side) => {
        const verdict = egress.verdict(id, place, side);
        return {
          way: `${id} (${side})`,
          verdict,
          expected: verdict === 'untestable' ? 'untestable' : expectedOf(id, place, browserVersion()),
        };
      }),
    );
    expect(found.filter(({ verdict, expected }) => verdict !== expected)).toEqual([]);
    expect(found.filter(({ verdict }) => verdict === 'closed').length).toBeGreaterThan(60);
  });
});

describe('离线自检', () => {
  const check = async (page: Awaited<ReturnType<typeof open>>['page']): Promise<string> => {
    await page.getByRole('button', { name: '开始自检' }).click();
    const field = page.locator('.self-check-text');
    await field.waitFor();
    return field.inputValue();
  };

  it.each(DELIVERIES)('finds everything closed in the %s page, within five seconds, and says what it did not try', async (delivery) => {
    const { page } = await open(delivery, { hash: '#/about', tolerate: [/./] });
    const asked: string[] = [];
    page.context().on('request', (request) => void asked.push(request.url()));
    const text = await check(page);
    expect(text).toContain('试过的办法都发不出数据');
    expect(text).toContain('没有拦住 0 次，说不清 0 次');
    expect(text).toMatch(/fetch）\t已被本页拦住\t已被本页拦住/);
    expect(text).toContain(`内核 ${browserVersion()}.`);
    expect(text).toContain(delivery === 'single' ? '单个网页文件' : '本机网站');
    expect(text).toContain('没有试的');
    expect(Number(/用时 ([\d.]+) 秒/.exec(text)?.[1])).toBeLessThan(5);
    // The page's own parts may still come: chunks, its picture when its head changes, what its service worker keeps. They are
    // files of the delivery, and their addresses carry nothing.
    const own = inject('deliveries').hosted;
    const parts = await readdir(path.join(root, 'dist'), { recursive: true });
    const names = new Set(parts.map((part) => own + part.split(path.sep).join('/')));
    const strange = asked.filter((url) => !/^(?:blob|data):|^\w+:\/\/[\w-]+\.gouji\.invalid/.test(url));
    expect(strange.filter((url) => url !== own && !names.has(url))).toEqual([]);
    await page.getByRole('button', { name: '复制' }).click();
    await page.getByText(/已复制|请按 Ctrl\+C/).waitFor();
  });

  it('does not call a page closed that has lost its policy', async () => {
    const folder = await scratchFolder();
    const html = await readFile(path.join(root, 'dist-single', 'gouji.html'), 'utf8');
    const bare = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '').replace(/delete window\[name\];?/, '');
    expect(bare.length).toBeLessThan(html.length - 100);
    await writeFile(path.join(folder, 'index.html'), bare);
    const server = await serve(folder);
    try {
      const page = await (await theBrowser()).newPage();
      await lendCheckVisibility(page);
      await page.goto(`${server.url}#/about`);
      const text = await check(page);
      expect(text).not.toContain('都发不出数据');
      expect(text).toMatch(/不能断定|没有拦住！/);
      expect(text).toMatch(/RTCPeerConnection）\t没有拦住！/);
      await page.close();
    } finally {
      await server.close();
    }
  });
});
