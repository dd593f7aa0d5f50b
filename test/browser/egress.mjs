// Ways out × deliveries × page and worker, in old and new browsers: `npm run egress`. Prints the table and writes it into
// SECURITY.md between its marks; fails if anything is not as known.
//   npm run egress -- 86 current    only these, and nothing is written
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { CHANNELS } from './egress-channels.mjs';
import { PLACES, expectedOf, tryEveryWay } from './egress-run.mjs';
import { findBrowser } from './find-browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const asked = process.argv.slice(2);
const browsers = asked.length > 0 ? asked : ['86', '109', 'current'];
/** @type {readonly ('hosted' | 'kept' | 'single')[]} */
const TRIED = ['hosted', 'kept', 'single'];
/** @type {readonly ('page' | 'worker')[]} */
const SIDES = ['page', 'worker'];

const scratch = await mkdtemp(path.join(os.tmpdir(), 'gouji-egress-'));
process.env['NODE_ENV'] = 'production';
const site = path.join(scratch, 'site');
const one = path.join(scratch, 'one');
/** @type {{ version: number, egress: import('./egress-run.mjs').Egress }[]} */
const runs = [];
try {
  await build({ root, logLevel: 'warn', build: { outDir: site, emptyOutDir: true } });
  await build({ root, logLevel: 'warn', mode: 'single', build: { outDir: one, emptyOutDir: true } });
  for (const browser of browsers) {
    if (browser === 'current') delete process.env['GOUJI_BROWSER'];
    else process.env['GOUJI_BROWSER'] = `chromium-${browser}`;
    const found = await findBrowser();
    const egress = await tryEveryWay(found, { site, file: path.join(one, 'gouji.html') });
    runs.push({ version: Number.parseInt(found.version, 10), egress });
    console.log(`Chromium ${found.version}：试完`);
  }
} finally {
  await rm(scratch, { recursive: true, force: true });
}

let wrong = 0;
let closed = 0;
let arrivals = 0;
/** @type {string[]} */
const rows = [];
for (const own of [false, true]) {
  if (own) rows.push('| **To the server of the page itself** | | | | | |');
  for (const [id, channel] of Object.entries(CHANNELS)) {
    if (Boolean(channel.own) !== own) continue;
    for (const side of SIDES) {
      if (!channel[side]) continue;
      const heard = runs.filter(({ egress }) => egress.arrived[`control ${side} ${id}`] || egress.arrived[`file-control ${side} ${id}`]);
      const cells = TRIED.map((place) => {
        if (own && place === 'single') return '–';
        /** @type {string[]} */
        const open = [];
        let some = 0;
        for (const { version, egress } of runs) {
          const verdict = egress.verdict(id, place, side);
          if (verdict === 'untestable') continue;
          some += 1;
          if (verdict !== expectedOf(id, place, version)) {
            wrong += 1;
            console.log(
              `✗ Chromium ${version} · ${PLACES[place]} · ${side} · ${channel.name}：${verdict}，应为 ${expectedOf(id, place, version)}`,
            );
          }
          if (verdict === 'open') {
            open.push(String(version));
            arrivals += 1;
          } else closed += 1;
        }
        if (some === 0) return '–';
        return open.length === 0 ? 'closed' : open.length === some ? '**open**' : `**open in ${open.join(', ')}**, closed else`;
      });
      rows.push(`| ${channel.name} | ${side} | ${heard.map(({ version }) => version).join(' ') || 'nowhere'} | ${cells.join(' | ')} |`);
    }
  }
}
const reasons = new Map();
for (const { name, open, ownOpen, until } of Object.values(CHANNELS)) {
  const reason = open ?? ownOpen;
  if (reason) reasons.set(reason, [...(reasons.get(reason) ?? []), until ? `${name} (before Chromium ${until})` : name]);
}
const date = new Date().toISOString().slice(0, 10);
const text = [
  `Tried on ${date} in Chromium ${runs.map(({ version }) => version).join(', ')}: ${rows.length - 1} ways, ${closed} times closed, ${arrivals} arrivals, all of them known.`,
  '“Leads out” names the browsers in which the way arrives from a page without a policy; only there “closed” is said. “–” is no statement.',
  '',
  `| way out | from | leads out in | ${TRIED.map((place) => PLACES[place]).join(' | ')} |`,
  '|---|---|---|---|---|---|',
  ...rows,
  '',
  'What is open, and why that is bearable:',
  '',
  ...[...reasons].map(([reason, names]) => `- ${[...new Set(names)].join(', ')}: ${reason}.`),
].join('\n');
console.log(text);
if (wrong === 0 && asked.length === 0) {
  const file = path.join(root, 'SECURITY.md');
  const before = await readFile(file, 'utf8');
  const marks = /(<!-- egress: written by `npm run egress` -->\n)[\s\S]*?(\n<!-- \/egress -->)/;
  if (!marks.test(before)) throw new Error('SECURITY.md：找不到表格的标记。');
  await writeFile(
    file,
    before.replace(marks, (_all, from, to) => `${from}\n${text}\n${to}`),
  );
}
process.exit(wrong > 0 ? 1 : 0);
