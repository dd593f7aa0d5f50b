// Archives full of files: each is read, each failure is named, nothing else is.
import { describe, expect, it } from 'vitest';
import { mayUnpack, unpack } from '../../src/core/read/archive-parts.ts';
import { read } from '../../src/core/read/index.ts';
import { bytes } from './reading.ts';
import { docx, p, pack } from './packing.ts';
import type { PackedEntry } from './packing.ts';

const TEXT = '一、总体情况\n本机关依法公开。\n';
const outcome = async (entries: readonly PackedEntry[]) => {
  const result = await read(pack(entries), '全县.zip');
  expect(result.format).toBe('zip');
  return result;
};
const gathered = async (entries: readonly PackedEntry[]) => {
  const result = await outcome(entries);
  if (!result.ok) throw new Error(result.failure.message);
  return {
    paths: result.documents.map(({ path }) => path),
    failures: result.failures,
    notes: result.documents.flatMap(({ notes }) => notes),
  };
};
const nest = (levels: number): Uint8Array =>
  pack([{ path: levels === 1 ? '年报.txt' : `${levels}.zip`, data: levels === 1 ? TEXT : nest(levels - 1) }]);

describe('archives of files', () => {
  it('folders become paths; documents of any format; archives within', async () => {
    const { paths, failures } = await gathered([
      { path: '财政局/', data: '', stored: true },
      { path: '财政局/年报.txt', data: TEXT },
      { path: '教育局/年报.docx', data: docx(p('一、总体情况')), stored: true },
      { path: '乡镇.zip', data: nest(1) },
    ]);
    expect(paths).toEqual(['全县.zip/财政局/年报.txt', '全县.zip/教育局/年报.docx', '全县.zip/乡镇.zip/年报.txt']);
    expect(failures).toEqual([]);
  });

  it('what systems leave behind is not mentioned, pictures are', async () => {
    const junk = ['__MACOSX/._年报.txt', '.DS_Store', 'a/Thumbs.db', '~$年报.docx', '._年报.txt', 'desktop.ini', '扫描.jpg', '图.PNG'];
    const { paths, failures, notes } = await gathered([{ path: '年报.txt', data: TEXT }, ...junk.map((path) => ({ path, data: 'x' }))]);
    expect(paths).toEqual(['全县.zip/年报.txt']);
    expect(failures).toEqual([]);
    expect(notes).toMatchObject([{ code: 'pictures-left-out', message: '压缩包里另有2张图片没有读取。' }]);
  });

  it('each part that cannot be read is named, the others are read', async () => {
    const { paths, failures } = await gathered([
      { path: '好.txt', data: TEXT },
      { path: '加密.txt', data: TEXT, flags: 0x0801 },
      { path: '坏.txt', data: TEXT, crc: 1 },
      { path: '坏.docx', data: docx(p('甲')).slice(0, -60), stored: true },
      { path: '空.txt', data: '' },
    ]);
    expect(paths).toEqual(['全县.zip/好.txt']);
    expect(failures.map(({ path, code }) => [path, code])).toEqual([
      ['全县.zip/加密.txt', 'encrypted'],
      ['全县.zip/坏.txt', 'damaged'],
      ['全县.zip/坏.docx', 'truncated'],
      ['全县.zip/空.txt', 'empty'],
    ]);
    for (const { path, message } of failures) expect(message).toContain(`“${path}”`);
  });

  it('an archive of nothing is one clear failure', async () => {
    const refusal = async (entries: readonly PackedEntry[]) => {
      const result = await outcome(entries);
      return result.ok ? 'read' : `${result.failure.code} ${result.failure.message}`;
    };
    expect(await refusal([])).toMatch(/^empty .*没有文件/);
    expect(
      await refusal([
        { path: '1.jpg', data: 'x' },
        { path: '2.png', data: 'x' },
      ]),
    ).toMatch(/^empty .*只有2张图片/);
    expect(
      await refusal([
        { path: 'a.txt', data: '', stored: true },
        { path: 'b.txt', data: '', stored: true },
      ]),
    ).toMatch(/2个文件都没有读取/);
  });

  it('three archives deep, not four', async () => {
    expect((await read(nest(3), '全县.zip')).ok).toBe(true);
    const result = await read(nest(4), '全县.zip');
    expect(result.ok ? '' : result.failure.message).toMatch(/全县\.zip\/4\.zip\/3\.zip\/2\.zip.*3层/);
  });

  it('a Word document in the third archive is still read', async () => {
    const inner = pack([{ path: '年报.docx', data: docx(p('甲')) }]);
    const result = await read(pack([{ path: '1.zip', data: pack([{ path: '2.zip', data: inner }]) }]), '全县.zip');
    expect(result.ok && result.documents.map(({ path }) => path)).toEqual(['全县.zip/1.zip/2.zip/年报.docx']);
  });
});

describe('one file after the other', () => {
  const parts = (content: Uint8Array) => Array.from(unpack(content, '全县.zip') ?? [], (part) => (part.ok ? part.path : part.failure));

  it('all files, those in archives within too, failures in their place', () => {
    const content = pack([
      { path: '年报.txt', data: TEXT },
      { path: '坏.txt', data: TEXT, crc: 1 },
      { path: '年报.docx', data: docx(p('甲')) },
      { path: '里.zip', data: nest(2) },
      { path: '.DS_Store', data: 'x' },
    ]);
    expect(mayUnpack(content.subarray(0, 4))).toBe(true);
    expect(parts(content)).toEqual([
      '全县.zip/年报.txt',
      expect.objectContaining({ path: '全县.zip/坏.txt', code: 'damaged' }),
      '全县.zip/年报.docx',
      '全县.zip/里.zip/2.zip/年报.txt',
    ]);
  });

  it('a document of its own and what is no archive is left whole', () => {
    expect(unpack(docx(p('甲')), 'a.docx')).toBeNull();
    expect(unpack(bytes(TEXT), 'a.zip')).toBeNull();
    expect(unpack(pack([{ path: 'a.txt', data: TEXT }]).slice(0, -30), 'a.zip')).toBeNull();
  });

  it('an empty one and one too deep say so', () => {
    expect(parts(pack([]))).toEqual([expect.objectContaining({ code: 'empty' })]);
    expect(parts(pack([{ path: '1.jpg', data: 'x' }]))).toEqual([expect.objectContaining({ code: 'empty' })]);
    expect(parts(nest(4))).toEqual([expect.objectContaining({ code: 'bomb' })]);
  });
});
