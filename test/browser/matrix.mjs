// Browser × delivery × main job: `npm run matrix`. Prints a table and writes it into README.md. Every file goes through the
// page and through the core in Node, and what comes of it must be the same: numbers, counts of findings, failures.
//   npm run matrix -- 86 109 firefox    only these
import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, runnerImport } from 'vite';
import { serve } from '../../.ci/static-server.mjs';
import { findBrowser } from './find-browser.mjs';
import { startFirefox } from './firefox.mjs';
import { startChromium } from './matrix-driver.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const shared = path.join(root, '..', 'shared');
const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];
/** Milliseconds for all files of one cell. */
const PATIENCE = 240_000;

const asked = process.argv.slice(2);
const wanted = asked.length > 0 ? asked : ['86', '109', 'current', 'firefox'];

const scratch = await mkdtemp(path.join(os.tmpdir(), 'gouji-matrix-'));
process.env['NODE_ENV'] = 'production';
const site = path.join(scratch, 'site');
const one = path.join(scratch, 'one');
await build({ root, logLevel: 'warn', build: { outDir: site, emptyOutDir: true } });
await build({ root, logLevel: 'warn', mode: 'single', build: { outDir: one, emptyOutDir: true } });
const server = await serve(site);
/** @type {string[][]} */
const rows = [];
let failed = 0;
try {
  const files = await givenFiles();
  const expected = await expectedOf(files);
  const single = path.join(scratch, '勾稽 核验.html');
  await copyFile(path.join(one, 'gouji.html'), single);
  const places = [
    { title: '网站（安全连接或本机）', url: server.url },
    { title: '内网 http', url: server.url.replace('127.0.0.1', 'intranet.test') },
    { title: '单个文件（双击）', url: pathToFileURL(single).href },
  ];
  console.log(`${files.length} 个文件，${Object.keys(expected.reports).length} 份报告，${expected.failures.length} 个应说明读不了`);
  for (const browser of wanted) {
    /** @type {string[]} */
    const cells = [];
    let name = browser;
    for (const place of places) {
      const started = performance.now();
      let cell;
      try {
        const driver = await start(browser);
        name = driver.name;
        try {
          const wrong = await mainJob(driver, place.url, files, expected);
          const seconds = ((performance.now() - started) / 1000).toFixed(0);
          cell = wrong.length === 0 ? `✓ ${seconds} 秒` : `✗ ${wrong.length} 处不符`;
          for (const each of wrong.slice(0, 20)) console.log(`  ${name} · ${place.title}：${each}`);
          if (wrong.length > 0) failed += 1;
        } finally {
          await driver.close();
        }
      } catch (error) {
        failed += 1;
        cell = '✗ 没有完成';
        console.log(`  ${name} · ${place.title}：${error instanceof Error ? error.message.split('\n')[0] : error}`);
      }
      cells.push(cell);
      console.log(`${name} · ${place.title}：${cell}`);
    }
    rows.push([name, ...cells]);
  }
  const table = [
    `| 浏览器 | ${places.map(({ title }) => title).join(' | ')} |`,
    `|---|${places.map(() => '---').join('|')}|`,
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
  console.log(`\n${table}`);
  if (asked.length === 0 && failed === 0) await intoReadme(table, files.length);
} finally {
  await server.close();
  await rm(scratch, { recursive: true, force: true });
}
process.exit(failed > 0 ? 1 : 0);

/** @param {string} browser */
async function start(browser) {
  if (browser === 'firefox') {
    const executable = FIREFOX.find(existsSync);
    if (!executable) throw new Error('这台机器上没有 Firefox');
    return startFirefox(executable);
  }
  if (browser === 'current') delete process.env['GOUJI_BROWSER'];
  else process.env['GOUJI_BROWSER'] = `chromium-${browser}`;
  return startChromium(await findBrowser());
}

/**
 * The files of one cell: where the samples of the office stand beside the repository one of each kind and the real reports,
 * else invented ones in the layouts of the tests.
 */
async function givenFiles() {
  /** @type {string[]} */
  const files = [];
  for (const folder of ['domain/seeds', 'samples/formats']) {
    const place = path.join(shared, folder);
    if (!existsSync(place)) continue;
    for (const entry of await readdir(place, { withFileTypes: true }))
      if (entry.isFile() && !/\.(json|py|mjs)$/.test(entry.name)) files.push(path.join(place, entry.name));
  }
  const { module: invented } = await runnerImport('./test/invented/report.ts', { root, logLevel: 'error' });
  const { module: written } = await runnerImport('./test/invented/layouts.ts', { root, logLevel: 'error' });
  for (const [index, layout] of written.layouts.entries()) {
    const file = path.join(scratch, `${index}-${layout.fileName}`);
    await writeFile(file, layout.write(invented.inventedReport(index % 5 === 0 ? '2019' : '2021', index + 1, 90, 0.3)));
    files.push(file);
  }
  // Two that must be refused in words.
  const refused = {
    '图片.docx': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    '通知.txt': Buffer.from('关于召开会议的通知\n请准时参加。'),
  };
  for (const [name, content] of Object.entries(refused)) {
    await writeFile(path.join(scratch, name), content);
    files.push(path.join(scratch, name));
  }
  return files;
}

/**
 * What the core makes of them in Node, by what the page keeps.
 * @param {string[]} files
 */
async function expectedOf(files) {
  const { module: core } = await runnerImport('./src/core/index.ts', { root, logLevel: 'error' });
  const { module: model } = await runnerImport('./src/core/model/summary.ts', { root, logLevel: 'error' });
  const { module: form } = await runnerImport('./src/core/form/index.ts', { root, logLevel: 'error' });
  /** @type {Record<string, unknown>} */
  const reports = {};
  /** @type {string[]} */
  const failures = [];
  for (const file of files) {
    const bytes = new Uint8Array(await readFile(file));
    const outcome = await core.examine(bytes, path.basename(file), {});
    const id = createHash('sha256').update(bytes).digest('hex');
    if (!outcome.ok) failures.push(`${id} ${outcome.failure.code}`);
    else
      for (const [index, { report, findings, checks }] of outcome.reports.entries())
        reports[`${id}.${index}`] = JSON.parse(JSON.stringify(model.summarise(report, findings, checks, form.unreadCells(report))));
  }
  return { reports, failures: failures.sort() };
}

/**
 * @param {import('./matrix-driver.mjs').Driver} driver
 * @param {string} url
 * @param {string[]} files
 * @param {Awaited<ReturnType<typeof expectedOf>>} expected
 * @returns {Promise<string[]>} what was not as it should be
 */
async function mainJob(driver, url, files, expected) {
  /** @type {string[]} */
  const wrong = [];
  const input = 'input[type=file][multiple]:not([webkitdirectory])';
  await driver.goto(url);
  await until(driver, (/** @type {string} */ selector) => document.querySelector(selector) !== null, input);
  await driver.choose(input, files);
  const wantedFiles = new Set([
    ...Object.keys(expected.reports).map((id) => id.split('.')[0]),
    ...expected.failures.map((each) => each.split(' ')[0]),
  ]);
  const deadline = Date.now() + PATIENCE;
  /** @type {{ files: any[], summaries: any[] }} */
  let kept;
  for (;;) {
    kept = await driver.evaluate(readStore);
    if (kept.files.length >= wantedFiles.size || Date.now() > deadline) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  if (kept.files.length !== wantedFiles.size) wrong.push(`应有 ${wantedFiles.size} 个文件的记录，有 ${kept.files.length} 个`);
  const got = new Map(kept.summaries.map((summary) => [summary.id, summary]));
  for (const [id, summary] of Object.entries(expected.reports)) {
    const found = got.get(id);
    if (!found) wrong.push(`没有报告 ${id.slice(0, 8)}`);
    else
      for (const [key, value] of Object.entries(/** @type {object} */ (summary)))
        if (!sameData(found[key], value))
          wrong.push(`${id.slice(0, 8)} ${key}：${JSON.stringify(found[key])?.slice(0, 80)}，应为 ${JSON.stringify(value)?.slice(0, 80)}`);
  }
  const failures = kept.files.filter((file) => file.failure).map((file) => `${file.id} ${file.failure.code}`);
  if (!sameData(failures.sort(), expected.failures)) wrong.push(`读不了的文件：${failures.map((each) => each.slice(60)).join('，')}`);

  // The page again, from what was kept: the list, a report with an error, one of its findings.
  await driver.goto(url);
  await until(
    driver,
    (/** @type {number} */ least) => document.querySelectorAll('main table tbody tr').length >= least,
    Math.min(20, wantedFiles.size),
  );
  const worst = kept.summaries.filter((summary) => summary.counts.error > 0).sort((a, b) => b.counts.error - a.counts.error)[0];
  if (worst) {
    await driver.goto(`${url}#/report/${encodeURIComponent(worst.id)}`);
    await until(driver, () => document.querySelector('.finding-title') !== null);
    await driver.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector('.finding-title'))?.click());
    await until(driver, () => document.querySelector('.source .marked') !== null);
  }
  await driver.goto(`${url}#/charts`);
  await until(driver, () => document.querySelector('canvas') !== null || (document.querySelector('main')?.textContent ?? '').length > 20);
  for (const complaint of driver.complaints) if (!/Canvas2D/.test(complaint)) wrong.push(`页面报错：${complaint.slice(0, 200)}`);
  return wrong;
}

/**
 * @param {import('./matrix-driver.mjs').Driver} driver
 * @param {(argument: any) => boolean} condition
 * @param {unknown} [argument]
 */
async function until(driver, condition, argument) {
  const deadline = Date.now() + 30_000;
  while (!(await driver.evaluate(condition, argument))) {
    if (Date.now() > deadline) throw new Error(`等不到：${String(condition).slice(0, 120)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Runs in the page: the records of files and the summaries of reports. */
async function readStore() {
  const names = indexedDB.databases ? (await indexedDB.databases()).map(({ name }) => name) : ['gouji'];
  if (!names.includes('gouji')) return { files: [], summaries: [] };
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open('gouji');
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
  const all = (/** @type {string} */ name) =>
    new Promise((resolve, reject) => {
      if (!database.objectStoreNames.contains(name)) return resolve([]);
      const request = database.transaction(name).objectStore(name).getAll(null, 1000);
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
  const kept = { files: await all('files'), summaries: await all('summaries') };
  database.close();
  return kept;
}

/** @param {unknown} a @param {unknown} b */
function sameData(a, b) {
  return stable(a) === stable(b);
}

/** @param {unknown} value @returns {string} */
function stable(value) {
  return JSON.stringify(value, (_, each) =>
    each && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

/** @param {string} table @param {number} count */
async function intoReadme(table, count) {
  const readme = path.join(root, 'README.md');
  const before = await readFile(readme, 'utf8');
  const text = `<!-- matrix -->\n\n主要流程（导入 ${count} 个文件、核对、保存、重新打开、看问题、看图）在各浏览器、各交付方式中的结果，与 Node 中同一核心的结果逐项相同才打勾；\`npm run matrix\` 打印：\n\n${table}\n\n<!-- /matrix -->`;
  const after = before.replace(/<!-- matrix -->[\s\S]*<!-- \/matrix -->/, () => text);
  if (after !== before) await writeFile(readme, after);
}
