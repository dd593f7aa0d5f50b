// The page opens, in both deliveries, and keeps to itself.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../.ci/static-server.mjs';
import { DELIVERIES, open, scratchFolder, theBrowser } from './harness.ts';

// Somebody who listens: what counts is what arrives, not what a call answers.
let sink: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  sink = await serve(await scratchFolder());
});
afterAll(() => sink.close());

describe.each(DELIVERIES)('the %s page', (delivery) => {
  it('opens without a complaint', async () => {
    const { page } = await open(delivery);
    await page.waitForFunction(() => !document.getElementById('opening'));
    expect(await page.title()).toContain('勾稽');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
    expect((await page.locator('#app').innerText()).trim()).not.toBe('');
    expect(await page.evaluate(() => document.characterSet)).toBe('UTF-8');
  });

  it('leaves its first row to name, pages and looks together where a common screen is enlarged twice', async () => {
    const { page } = await open(delivery);
    // 1366 × 768 at 200 %, with a scroll bar of 17 pixels beside it.
    await page.setViewportSize({ width: 666, height: 384 });
    const parts = page.locator('.top-bar .brand, .top-bar nav a, .looks .button, .looks select');
    await expect.poll(() => parts.count()).toBe(11);
    const boxes = () => parts.evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().toJSON() as DOMRect));
    await expect.poll(async () => Math.max(...(await boxes()).map(({ top }) => top))).toBeLessThan(20);
    for (const { height, left, right } of await boxes()) {
      expect(height).toBeGreaterThanOrEqual(24);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(666);
    }
  });

  it('has no way out', async () => {
    await fetch(`${sink.url}heard`);
    expect(sink.requests.splice(0)).toEqual(['/heard']);
    const { page } = await open(delivery, { tolerate: [/./] });
    await page.waitForFunction(() => !document.getElementById('opening'));
    const tried = await page.evaluate(async (away) => {
      const answer: Record<string, string> = {};
      const trial = async (name: string, run: () => unknown): Promise<void> => {
        answer[name] = await Promise.resolve()
          .then(run)
          .then(
            () => 'let through',
            () => 'stopped',
          );
      };
      await trial('fetch', () => fetch(away));
      await trial('fetch of the page itself', () => fetch(location.href));
      await trial(
        'XMLHttpRequest',
        () =>
          new Promise((resolve, reject) => {
            const request = new XMLHttpRequest();
            request.addEventListener('load', resolve);
            request.addEventListener('error', reject);
            request.open('GET', away);
            request.send();
          }),
      );
      await trial('worker by address', () => new Worker(away + 'worker.js'));
      await trial('markup', () => {
        document.createElement('div').innerHTML = '<img src=x>';
      });
      // oxlint-disable-next-line no-eval -- the point is that it does not run
      await trial('eval', () => (0, eval)('1'));
      await trial('WebRTC', () => new (globalThis as unknown as { RTCPeerConnection: new () => unknown }).RTCPeerConnection());
      await trial(
        'image',
        () =>
          new Promise((resolve, reject) => {
            const image = new Image();
            image.addEventListener('load', resolve);
            image.addEventListener('error', reject);
            image.src = away + 'x.png';
          }),
      );
      await trial(
        'a worker from a blob, which then fetches',
        () =>
          new Promise((resolve, reject) => {
            const url = URL.createObjectURL(new Blob([`fetch('${away}').then(() => postMessage(1), () => postMessage(0))`]));
            const worker = new Worker(url);
            worker.addEventListener('message', ({ data }) => (data ? resolve(1) : reject(new Error('stopped'))));
            worker.addEventListener('error', reject);
          }),
      );
      // These two answer as if they had been sent, or not at all.
      navigator.sendBeacon(away, 'x');
      for (const [tag, attribute] of [
        ['script', 'src'],
        ['iframe', 'src'],
        ['link', 'href'],
        ['video', 'src'],
      ] as const) {
        try {
          const element = document.createElement(tag);
          if (tag === 'link') element.setAttribute('rel', 'stylesheet');
          element.setAttribute(attribute, away + tag);
          document.body.append(element);
        } catch {
          // Trusted types stop the script before it is one, and the page makes no frames.
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
      return answer;
    }, sink.url);
    expect(Object.entries(tried).filter(([, result]) => result !== 'stopped')).toEqual([]);
    expect(sink.requests).toEqual([]);
  });

  it('stays as it is at a strange address', async () => {
    const { page } = await open(delivery, { hash: '#/nowhere/%E4%BD%A0?x=1' });
    await page.waitForFunction(() => !document.getElementById('opening'));
    expect((await page.locator('#app').innerText()).trim()).not.toBe('');
  });
});

it('the hosted page says so when it is opened from the disk, where it cannot run', async () => {
  const page = await (await theBrowser()).newPage();
  await page.goto(new URL('../../dist/index.html', import.meta.url).href);
  await page.waitForFunction(() => document.getElementById('opening')?.textContent?.includes('单文件版'));
  await page.close();
});
