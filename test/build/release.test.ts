// The release: one archive with everything in it, and the same bytes whenever and wherever it is made from the same sources.
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { release } from '../../.ci/release.mjs';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

let scratch = '';
let made: { archive: string; sha256: string }[] = [];
let files: Record<string, Uint8Array> = {};
beforeAll(async () => {
  scratch = await mkdtemp(path.join(os.tmpdir(), 'gouji-release-test-'));
  const first = await release(path.join(scratch, 'one'));
  // Another day, another part of the world.
  const before = process.env['TZ'];
  process.env['TZ'] = 'Asia/Shanghai';
  const second = await release(path.join(scratch, 'two'));
  process.env['TZ'] = before;
  made = [first, second];
  const entries = Object.entries(unzipSync(await readFile(first.archive)));
  files = Object.fromEntries(entries.map(([name, bytes]) => [name.split('/').slice(1).join('/'), bytes]));
}, 240_000);
afterAll(() => rm(scratch, { recursive: true, force: true }));

describe('the release', () => {
  it('is the same bytes twice', async () => {
    const [one, two] = await Promise.all(made.map(({ archive }) => readFile(archive)));
    expect(sha256(one!)).toBe(sha256(two!));
    console.log(`两次制作的压缩包一致：${sha256(one!)}`);
  });

  it('holds both deliveries, instructions, licences, the list of contents and checksums, in one folder', () => {
    for (const name of [
      'gouji.html',
      'web/index.html',
      'web/sw.js',
      'web/THIRD-PARTY.txt',
      '使用说明.txt',
      'LICENSE',
      'THIRD-PARTY.txt',
      'sbom.cdx.json',
      'SHA256SUMS',
    ])
      expect(Object.keys(files)).toContain(name);
    // Other names would not survive the archives of old systems.
    expect(Object.keys(files).filter((name) => !/^[\w./-]+$/.test(name))).toEqual(['使用说明.txt']);
  });

  it('has a checksum for every file, and the right one', () => {
    const lines = strFromU8(files['SHA256SUMS']!).trim().split('\n');
    expect(lines.map((line) => line.slice(66)).sort()).toEqual(
      Object.keys(files)
        .filter((name) => name !== 'SHA256SUMS')
        .sort(),
    );
    for (const line of lines) expect(sha256(files[line.slice(66)]!)).toBe(line.slice(0, 64));
  });

  it('lists what it is made of, and tells nothing of the machine', () => {
    const bill = JSON.parse(strFromU8(files['sbom.cdx.json']!)) as {
      bomFormat: string;
      metadata: { timestamp?: string };
      components: { name: string; version: string; licenses?: unknown[] }[];
    };
    expect(bill.bomFormat).toBe('CycloneDX');
    expect(bill.metadata.timestamp).toBeUndefined();
    const names = bill.components.map(({ name }) => name);
    for (const name of ['preact', 'comlink', 'idb', 'parse5', 'fflate', 'pdfjs-dist', 'chart.js']) expect(names).toContain(name);
    for (const name of ['vite', 'vitest', 'mammoth', 'playwright-core']) expect(names).not.toContain(name);
    for (const { name, licenses } of bill.components) expect(licenses, name).toBeTruthy();
    for (const [name, bytes] of Object.entries(files)) expect(strFromU8(bytes).includes(scratch), name).toBe(false);
  });

  it('says in Chinese how to open it, as old editors can show it', () => {
    const text = Buffer.from(files['使用说明.txt']!).toString('utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text.split('\n').every((line, at, lines) => at === lines.length - 1 || line.endsWith('\r'))).toBe(true);
    for (const word of ['双击 gouji.html', 'web 文件夹', '一个字节也不上传', 'SHA256SUMS']) expect(text).toContain(word);
  });
});
