// Takes the pictures of the README: builds the page into a folder of its own, loads the invented examples in the browser found,
// opens the first report whose numbers do not add up and chooses that finding. By hand: `npm run pictures`. Reads no file of a person.
import { mkdtemp, mkdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { ensureInstalled, root } from '../../.ci/install.mjs';
import { serve } from '../../.ci/static-server.mjs';
import { findBrowser, launch } from './find-browser.mjs';

/** Bytes of one picture: they are loaded with every look at the repository. */
const LARGEST = 200_000;

const pictures = path.join(root, 'test', 'browser', 'pictures');
await ensureInstalled();
const found = await findBrowser();
console.log(`浏览器：${found.executable}（${found.version}）`);
const folder = await mkdtemp(path.join(os.tmpdir(), 'gouji-pictures-'));
process.env['NODE_ENV'] = 'production';
await build({ root, logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
const server = await serve(folder);
const browser = await launch(found);
try {
  const context = await browser.newContext({ viewport: { width: 1200, height: 600 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(server.url);
  // By its words: asking for a role needs a younger browser than the oldest we serve.
  await page.locator('button', { hasText: '载入示例' }).click();
  await page.getByText(/导入结束：共 \d+ 个文件/).waitFor();
  await page.locator('.report-list tbody tr').first().waitFor();
  await page.mouse.move(0, 0);
  await mkdir(pictures, { recursive: true });
  await take(page, 'list.png');

  // Which of the examples has the finding is not known here: they are opened one after the other.
  const addresses = await page
    .locator('.report-list a[href^="#/report/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  let shown = false;
  for (const address of new Set(addresses)) {
    await page.goto(server.url + address);
    await page.locator('.findings-pane').waitFor();
    const card = page.locator('.finding-error').filter({ has: page.locator('.arithmetic') });
    if ((await card.count()) === 0) continue;
    await card.first().locator('.finding-title').click();
    await page.locator('td.marked').first().waitFor();
    // Scrolling to the place takes its time.
    await page.waitForTimeout(800);
    await page.mouse.move(0, 0);
    await take(page, 'report.png');
    shown = true;
    break;
  }
  if (!shown) throw new Error('示例报告里没有一处带算式的错误，截不出图。');
} finally {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
async function take(page, name) {
  const file = path.join(pictures, name);
  await page.screenshot({ path: file, animations: 'disabled' });
  const { size } = await stat(file);
  console.log(`${path.relative(root, file)}：${Math.ceil(size / 1000)} kB`);
  if (size > LARGEST) throw new Error(`${name} 有 ${size} 字节，超过 ${LARGEST}。`);
}
