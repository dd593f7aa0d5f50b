// Everything an office has, dropped as one folder and as one archive with names in GBK: the page reads of it what the core reads.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { examine, formats } from '../../src/core/index.ts';
import { layouts } from '../invented/layouts.ts';
import { inventedReport } from '../invented/report.ts';
import { pack } from '../read/packing.ts';
import { browserVersion, DELIVERIES, open, scratchFolder } from './harness.ts';
import { briefly, keptInPage } from './kept-in-page.ts';
import type { KeptReport } from './kept-in-page.ts';

const samples = path.resolve(import.meta.dirname, '../../../shared/samples/formats');

/** Copies of one report in all formats that there are. */
const SAMPLES =
  'report.docx report.wps report.html report.md report.txt report.odt report.ofd report.pdf report.rtf word.htm word.mht chrome.mht chrome.pdf'
    .split(' ')
    .filter((name) => formats.some(({ extensions }) => extensions.includes(path.extname(name).slice(1))));

interface Given {
  readonly folder: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

function given(): readonly Given[] {
  const files: Given[] = layouts.map((layout, index) => ({
    folder: index % 2 === 0 ? '区直部门' : '',
    name: `${index + 1}号${layout.fileName}`,
    bytes: new TextEncoder().encode(layout.write({ ...inventedReport('2021', index + 1, 40, 0.3), organ: `云溪县第${index + 1}局` })),
  }));
  if (!existsSync(samples)) return files;
  return [
    ...files,
    ...SAMPLES.map((name) => ({ folder: '样本/各种格式', name, bytes: new Uint8Array(readFileSync(path.join(samples, name))) })),
  ];
}

/** Bytes of a name in GBK, as Windows and WPS write names into archives. */
function gbk(text: string): Uint8Array {
  codes ??= new Map(
    Array.from({ length: 0x7e * 0xbf }, (_, index) => {
      const bytes = [0x81 + Math.floor(index / 0xbf), 0x40 + (index % 0xbf)];
      return [new TextDecoder('gb18030').decode(new Uint8Array(bytes)), bytes] as const;
    }),
  );
  return Uint8Array.from([...text].flatMap((character) => (character < '\u0080' ? [character.charCodeAt(0)] : codes!.get(character)!)));
}
let codes: Map<string, number[]> | null = null;

/** What the core says of each file, by name. The same files are dropped four times. */
const truths = new Map<string, KeptReport[]>();
async function expected(files: readonly Given[]): Promise<Map<string, KeptReport[]>> {
  const all = truths;
  for (const { name, bytes } of files.filter((file) => !truths.has(file.name))) {
    const outcome = await examine(bytes.slice(), name);
    if (!outcome.ok) throw new Error(`${name}: ${outcome.failure.message}`);
    all.set(name, outcome.reports.map(briefly));
  }
  return all;
}

async function settled(page: Page): Promise<void> {
  await page.getByText('导入结束：').waitFor({ timeout: 90_000 });
}

async function compare(page: Page, files: readonly Given[], root: string): Promise<void> {
  const kept = await keptInPage(page);
  expect(kept.filter(({ failure }) => failure !== null)).toEqual([]);
  expect(kept.map((file) => `${file.path}/${file.name}`).sort()).toEqual(
    files.map(({ folder, name }) => `${[root, folder].filter(Boolean).join('/')}/${name}`).sort(),
  );
  expect(kept.every(({ keepsOriginal }) => keepsOriginal)).toBe(true);
  const truth = await expected(files);
  for (const file of kept) expect(file.reports, file.name).toEqual(truth.get(file.name));
  // Cell for cell the same report, whatever it came in.
  const copies = kept.filter(({ name }) => SAMPLES.includes(name));
  if (copies.length === 0) return;
  const { facts } = copies.find(({ name }) => name === 'report.html')!.reports[0]!;
  expect(facts).toHaveLength(200);
  expect(facts.every((fact) => fact.endsWith(' sure'))).toBe(true);
  for (const { name, reports } of copies) expect(reports[0]!.facts, name).toEqual(facts);
}

describe.each(DELIVERIES)('in the %s page', (delivery) => {
  it('a folder with a file of every format', async ({ skip }) => {
    if (browserVersion() < 103) skip();
    const files = given();
    const folder = path.join(await scratchFolder(), '报送 2023（全部）');
    for (const { folder: inside, name, bytes } of files) {
      await mkdir(path.join(folder, inside), { recursive: true });
      await writeFile(path.join(folder, inside, name), bytes);
    }
    const { page, dropPaths } = await open(delivery);
    // It listens from its first drawing on.
    await page.getByRole('button', { name: '选择文件', exact: true }).waitFor();
    await dropPaths([folder]);
    await settled(page);
    await compare(page, files, '报送 2023（全部）');
  }, 180_000);

  it('an archive with names in GBK, an archive in it and a file that is broken', async () => {
    const files = given();
    const inner = files.slice(-2);
    const entry = ({ folder, name, bytes }: Given) => ({ path: gbk(folder ? `${folder}/${name}` : name), data: bytes });
    const bytes = pack([
      ...files.slice(0, -2).map(entry),
      { path: gbk('内层/补报.zip'), data: pack(inner.map(({ name, bytes: data }) => ({ path: gbk(name), data }))), stored: true },
      { path: gbk('区直部门/坏.txt'), data: '一、总体情况', crc: 1 },
      { path: gbk('照片/合影.jpg'), data: 'x' },
    ]);
    const { page, drop } = await open(delivery);
    await drop([{ name: '年报.zip', content: bytes }]);
    await settled(page);
    await page.getByText(`共 ${files.length + 1} 个文件`).waitFor();
    const list = page.locator('section[aria-label="报告列表"]');
    await list.getByText('“年报.zip/区直部门/坏.txt”的内容校验不符').waitFor();
    const kept = await keptInPage(page);
    expect(kept.find(({ name }) => name === '坏.txt')).toMatchObject({ path: '年报.zip/区直部门', failure: 'damaged' });
    await list
      .getByRole('row', { name: /坏\.txt/ })
      .getByRole('button', { name: /删除/ })
      .click();
    // What is said of the archive as a whole is a record of its own.
    expect(kept.find(({ name }) => name === '年报.zip')).toMatchObject({ format: 'zip', failure: null });
    const truth = await expected(files);
    const reports = kept.filter(({ name, failure }) => name !== '年报.zip' && failure === null);
    expect(reports.map(({ path: folder, name }) => `${folder}/${name}`).sort()).toEqual(
      [
        ...files.slice(0, -2).map(({ folder, name }) => `年报.zip/${folder ? `${folder}/` : ''}${name}`),
        ...inner.map(({ name }) => `年报.zip/内层/补报.zip/${name}`),
      ].sort(),
    );
    for (const file of reports) expect(file.reports, file.name).toEqual(truth.get(file.name));
    expect(reports.every(({ keepsOriginal }) => keepsOriginal)).toBe(true);

    // Once more: nothing is imported twice.
    await page.getByRole('button', { name: '不再显示' }).click();
    await drop([{ name: '年报.zip', content: bytes }]);
    await settled(page);
    await page.getByText(`重复 ${files.length}）`).waitFor();
  }, 180_000);
});
