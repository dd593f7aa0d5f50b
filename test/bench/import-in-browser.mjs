// Imports many invented reports into the built page in the browser found, and says how fast it went and for how long the page's
// own thread was held. The yardstick of the same run: an empty page that reads the same files and does nothing with them.
// By hand: `npm run bench:import -- 200`. Builds into a folder of its own; reads no file of a person.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build, runnerImport } from 'vite';
import { ensureInstalled, root } from '../../.ci/install.mjs';
import { serve } from '../../.ci/static-server.mjs';
import { findBrowser, launch } from '../browser/find-browser.mjs';

const count = Number(process.argv[2] ?? 200);
await ensureInstalled();
const { module: invented } = await runnerImport('./test/invented/report.ts', { root, logLevel: 'error' });
const { module: written } = await runnerImport('./test/invented/layouts.ts', { root, logLevel: 'error' });

const folder = await mkdtemp(path.join(os.tmpdir(), 'gouji-import-'));
const site = path.join(folder, 'site');
const given = path.join(folder, 'reports');
await mkdir(given);
for (let index = 0; index < count; index++) {
  const layout = written.layouts[index % written.layouts.length];
  const report = { ...invented.inventedReport(index % 5 === 0 ? '2019' : '2021', index + 1, 90, 0.3), organ: `云溪县第${index + 1}局` };
  await writeFile(path.join(given, `${index}-${layout.fileName}`), layout.write(report));
}
const { module: packing } = await runnerImport('./test/read/packing.ts', { root, logLevel: 'error' });
const names = await readdir(given);
const archive = path.join(folder, '全部.zip');
const entries = await Promise.all(
  names.map(async (name) => ({ path: name, data: new Uint8Array(await readFile(path.join(given, name))) })),
);
await writeFile(archive, packing.pack(entries));
const files = names.map((name) => path.join(given, name));

process.env['NODE_ENV'] = 'production';
await build({ root, logLevel: 'warn', build: { outDir: site, emptyOutDir: true } });
await writeFile(path.join(site, 'yardstick.html'), '<!doctype html><meta charset="utf-8"><title>尺子</title><input type="file" multiple>');
const server = await serve(site);
const found = await findBrowser();
const browser = await launch(found);

/** Runs in the page: counts the tasks of its own thread of 50 ms and more, and the longest gap of a heartbeat. */
function watch() {
  /** @type {{ long: number[], gap: number }} */
  const watched = { long: [], gap: 0 };
  Object.assign(globalThis, { watched });
  new PerformanceObserver((list) => watched.long.push(...list.getEntries().map(({ duration }) => Math.round(duration)))).observe({
    entryTypes: ['longtask'],
  });
  let last = performance.now();
  const channel = new MessageChannel();
  channel.port1.addEventListener('message', () => {
    const now = performance.now();
    watched.gap = Math.max(watched.gap, Math.round(now - last));
    last = now;
    setTimeout(() => channel.port2.postMessage(0), 8);
  });
  channel.port1.start();
  channel.port2.postMessage(0);
}

/**
 * Imports into a page of its own, whose storage is empty.
 * @param {string} what
 * @param {string[]} chosen
 * @param {number} yardstick
 */
async function measure(what, chosen, yardstick) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(server.url);
  await page.locator('[data-testid=pick-files]').waitFor({ state: 'attached' });
  await page.evaluate(watch);
  const began = performance.now();
  await page.locator('[data-testid=pick-files]').setInputFiles(chosen);
  await page.getByText(/导入结束：/).waitFor({ timeout: 300_000 });
  const importing = performance.now() - began;
  await page.waitForTimeout(500);
  const { long, gap } = await page.evaluate(
    () => /** @type {{ watched: { long: number[], gap: number } }} */ (/** @type {unknown} */ (globalThis)).watched,
  );
  const times = (importing / yardstick).toFixed(1);
  console.log(`${what}：导入并核验 ${importing.toFixed(0)} 毫秒，每份 ${(importing / count).toFixed(1)} 毫秒，为尺子的 ${times} 倍`);
  const list = long.length > 0 ? `（${long.join('、')} 毫秒）` : '';
  console.log(`　页面线程：50 毫秒以上的任务 ${long.length} 个${list}，心跳最长间隔 ${gap} 毫秒`);
}

try {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.url}yardstick.html`);
  await page.locator('input').setInputFiles(files);
  const reading = await page.evaluate(async () => {
    const chosen = [...(document.querySelector('input')?.files ?? [])];
    const began = performance.now();
    for (const file of chosen) new TextDecoder().decode(await file.arrayBuffer());
    return performance.now() - began;
  });

  console.log(`浏览器：${found.version}，处理器 ${os.cpus().length} 个，负载 ${(os.loadavg()[0] ?? 0).toFixed(1)}`);
  console.log(`尺子，只读不核：${count} 个文件 ${reading.toFixed(0)} 毫秒`);
  await measure(`${count} 份，逐个文件`, files, reading);
  await measure(`${count} 份，一个压缩包`, [archive], reading);
} finally {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
}
