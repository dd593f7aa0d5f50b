// Documents a second in one thread, beside the libraries that people would take otherwise, on the same invented report in one run:
// mammoth and python-docx for Word, SheetJS for Excel, parse5 alone, pandas and BeautifulSoup for pages. Rounds are interleaved
// and the median counts, in time of the processor and of the clock, since the machine does other things too. By hand:
// `node test/bench/yardsticks.mjs`. The yardsticks of Python are left out where Debian's packages are not installed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as sheetjs from '@e965/xlsx';
import mammoth from 'mammoth';
import { parse } from 'parse5';
import { runnerImport } from 'vite';

const ROUNDS = Number(process.argv[2] ?? 9);
/** Time of the processor that one round of one reader takes, about, in ms. */
const ROUND = 200;

const root = fileURLToPath(new URL('../..', import.meta.url));
const load = async (/** @type {string} */ file) => (await runnerImport(file, { root, logLevel: 'error' })).module;
const read = await (await load('./test/bench/built-reader.ts')).builtReader();
const { wordDocument, workbook, page } = await load('./test/bench/usual-report.ts');

const docx = wordDocument();
const xlsx = workbook();
const source = page();
const html = new TextEncoder().encode(source);
const buffer = Buffer.from(docx);

/** @param {Uint8Array} bytes @param {string} name */
const ours = async (bytes, name) => {
  const result = await read(bytes, name);
  if (!result.ok || result.documents[0]?.blocks.length < 10) throw new Error('not read');
};
const cells = () => {
  const book = sheetjs.read(xlsx, { type: 'array' });
  for (const name of book.SheetNames)
    sheetjs.utils.sheet_to_json(/** @type {sheetjs.WorkSheet} */ (book.Sheets[name]), { header: 1, raw: false });
};

/** @typedef {{ name: string, run: () => unknown, times: number, cpu: number[], wall: number[] }} Lane */
/** @type {(name: string, run: () => unknown) => Lane} */
const lane = (name, run) => ({ name, run, times: 1, cpu: [], wall: [] });
/** @type {{ what: string, bytes: Uint8Array, file: string, lanes: Lane[], python: readonly (readonly [name: string, code: string, wanted: number])[], wanted: number }[]} */
const kinds = [
  {
    what: 'Word',
    bytes: docx,
    file: 'a.docx',
    lanes: [lane('ours', () => ours(docx, 'a.docx')), lane('mammoth', () => mammoth.convertToHtml({ buffer }))],
    python: [
      [
        'python-docx',
        'import docx\ndef run():\n d = docx.Document(FILE)\n [p.text for p in d.paragraphs]\n [[c.text for c in r.cells] for t in d.tables for r in t.rows]',
        20,
      ],
    ],
    wanted: 10,
  },
  {
    what: 'Excel',
    bytes: xlsx,
    file: 'a.xlsx',
    lanes: [lane('ours', () => ours(xlsx, 'a.xlsx')), lane('SheetJS', cells)],
    python: [],
    wanted: 2,
  },
  {
    what: 'page',
    bytes: html,
    file: 'a.html',
    lanes: [lane('ours', () => ours(html, 'a.html')), lane('parse5 alone', () => parse(source))],
    python: [
      [
        'pandas.read_html',
        'import pandas, io\ntext = open(FILE, encoding="utf-8").read()\ndef run(): pandas.read_html(io.StringIO(text))',
        3,
      ],
      [
        'BeautifulSoup with lxml',
        'import bs4\ntext = open(FILE, encoding="utf-8").read()\ndef run():\n s = bs4.BeautifulSoup(text, "lxml")\n [[c.get_text() for c in r.find_all(["td", "th"])] for r in s.find_all("tr")]',
        3,
      ],
    ],
    wanted: 0.6,
  },
];

/** @param {Lane} lane @param {boolean} counted */
async function round(lane, counted) {
  const began = process.cpuUsage();
  const from = performance.now();
  for (let i = 0; i < lane.times; i++) await lane.run();
  const { user, system } = process.cpuUsage(began);
  const cpu = (user + system) / 1000 / lane.times;
  if (counted) {
    lane.cpu.push(cpu);
    lane.wall.push((performance.now() - from) / lane.times);
  }
  return cpu;
}
const median = (/** @type {number[]} */ values) => values.slice().sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const rate = (/** @type {number} */ ms) => (1000 / ms).toFixed(0).padStart(6);

const folder = mkdtempSync(path.join(os.tmpdir(), 'gouji-yardsticks-'));
console.log(`load ${os.loadavg()[0]?.toFixed(1)}, ${os.cpus().length} processors, Node ${process.version}`);
try {
  for (const { what, bytes, file, lanes, python, wanted } of kinds) {
    for (const each of lanes) {
      await round(each, false);
      // Until it is compiled; then as often as fills a round.
      for (let spent = 0, cpu = 0; spent < 1500; spent += cpu * each.times) {
        each.times = 10;
        cpu = await round(each, false);
        if (spent + cpu * 10 >= 1500) each.times = Math.max(1, Math.round(ROUND / cpu));
        if (each.times !== 10) break;
      }
    }
    for (let i = 0; i < ROUNDS; i++) for (const each of lanes) await round(each, true);
    const [own, other] = /** @type {[Lane, Lane]} */ (lanes);
    console.log(`\n${what}, ${Math.round(bytes.length / 1024)} kB`);
    const report = (/** @type {string} */ name, /** @type {number} */ cpu, /** @type {number} */ wall, /** @type {number} */ least) => {
      const times = cpu / median(own.cpu);
      console.log(
        `  ${name.padEnd(24)} ${rate(cpu)}/s cpu ${rate(wall)}/s clock   ours × ${times.toFixed(2)} (clock × ${(wall / median(own.wall)).toFixed(2)}), wanted × ${least}${times >= least ? '' : '  MISSED'}`,
      );
    };
    console.log(`  ${'ours'.padEnd(24)} ${rate(median(own.cpu))}/s cpu ${rate(median(own.wall))}/s clock`);
    report(other.name, median(other.cpu), median(other.wall), wanted);
    writeFileSync(path.join(folder, file), bytes);
    for (const [name, code, least] of python) {
      const script = `import time\nFILE=${JSON.stringify(path.join(folder, file))}\n${code}\nfor _ in range(3): run()\nc=[];w=[]\nfor _ in range(${ROUNDS}):\n a=time.process_time();b=time.perf_counter()\n for _ in range(3): run()\n c.append((time.process_time()-a)/3);w.append((time.perf_counter()-b)/3)\nc.sort();w.sort()\nprint(c[len(c)//2]*1000,w[len(w)//2]*1000)`;
      const { stdout, status } = spawnSync('/usr/bin/python3', ['-c', script], { encoding: 'utf8' });
      if (status !== 0) console.log(`  ${name.padEnd(24)} not installed`);
      else {
        const [cpu = Number.NaN, wall = Number.NaN] = stdout.trim().split(' ').map(Number);
        report(name, cpu, wall, least);
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
