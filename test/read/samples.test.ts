// Reads the sample files beside the checkout, where they stand, and compares them with what is known of them.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeHead } from '../../src/core/read/charset.ts';
import { read } from '../../src/core/read/index.ts';
import { LIMITS } from '../../src/core/read/limits.ts';
import { recogniseSignature } from '../../src/core/read/signature.ts';
import type { Block, TableBlock } from '../../src/core/model/document.ts';
import { gridOf } from './reading.ts';

const SAMPLES = new URL('../../../shared/samples/formats/', import.meta.url).pathname;
const SEEDS = new URL('../../../shared/domain/seeds/', import.meta.url).pathname;
const bytesOf = (path: string) => new Uint8Array(readFileSync(path));

interface Truth {
  readonly grids: readonly (readonly (readonly string[])[])[];
  readonly blocks: readonly ({ readonly h: number; readonly t: string } | { readonly p: string } | { readonly table: number })[];
}

describe.skipIf(!existsSync(SAMPLES))('sample files', () => {
  const truth = (): Truth => JSON.parse(readFileSync(`${SAMPLES}truth.json`, 'utf8'));
  const prose = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));
  const expectedProse = () => truth().blocks.flatMap((block) => ('t' in block ? [block.t] : 'p' in block ? [block.p] : []));
  const uncovered = (grid: readonly (readonly string[])[]) =>
    grid.map((row) => row.map((text) => (text === '←' || text === '↑' ? '' : text)));

  it.each(['report.html', 'word.htm', 'enc/gb2312.html', 'report.docx', 'report.odt'])(
    '%s: every block and every grid cell by cell',
    async (name) => {
      const result = await read(bytesOf(SAMPLES + name), name);
      if (!result.ok) throw new Error(result.failure.message);
      const blocks = result.documents[0]?.blocks ?? [];
      expect(prose(blocks)).toEqual(expectedProse());
      const tables = blocks.filter((block): block is TableBlock => block.kind === 'table');
      expect(new Set(tables.map(gridOf).map((grid) => JSON.stringify(grid)))).toEqual(
        new Set(truth().grids.map((grid) => JSON.stringify(grid))),
      );
      expect(tables.map((table) => table.geometry)).toEqual(['grid', 'grid', 'grid', 'grid']);
    },
  );

  it.each(['report.md', 'report.txt', 'enc/gbk.txt', 'enc/utf16le_nobom.txt'])('%s: every block and every cell', async (name) => {
    const result = await read(bytesOf(SAMPLES + name), name);
    if (!result.ok) throw new Error(result.failure.message);
    const blocks = result.documents[0]?.blocks ?? [];
    expect(prose(blocks)).toEqual(expectedProse());
    const tables = blocks.filter((block): block is TableBlock => block.kind === 'table');
    const got = tables.map((table) => JSON.stringify(table.rows.map((row) => row.cells.map((cell) => cell.text))));
    expect(new Set(got)).toEqual(new Set(truth().grids.map((grid) => JSON.stringify(uncovered(grid)))));
  });

  const expectedCharset = (name: string) =>
    name.startsWith('big5')
      ? 'big5'
      : name.startsWith('gb')
        ? 'gb18030'
        : name.startsWith('utf16le')
          ? 'utf-16le'
          : name.startsWith('utf16be')
            ? 'utf-16be'
            : 'utf-8';
  const encoded = existsSync(`${SAMPLES}enc`) ? readdirSync(`${SAMPLES}enc`) : [];
  it.each(encoded)('enc/%s is decoded rightly', async (name) => {
    const result = await read(bytesOf(`${SAMPLES}enc/${name}`), name);
    if (!result.ok) throw new Error(result.failure.message);
    expect(result.charset).toBe(expectedCharset(name));
    expect(result.documents[0]?.garbled).toBeLessThan(0.01);
    // The files cut off happen to end between two characters.
    expect(result.documents[0]?.notes.some((note) => note.code === 'charset-broken')).toBe(name.includes('dirty'));
  });

  it.each([
    ['report.pdf', 'PDF'],
    ['report.docx', 'docx'],
    ['report.doc', 'doc、wps'],
    ['report.wps', 'doc、wps'],
    ['clean.xls', 'xls、et'],
    ['clean.xlsx', 'xlsx'],
    ['report.ofd', 'OFD'],
    ['report.rtf', 'RTF'],
    ['report.odt', 'OpenDocument'],
    ['chrome.mht', 'mht'],
    ['zip/bomb1g.zip', 'ZIP'],
  ])('%s is told by its content', (name, kind) => {
    const bytes = bytesOf(SAMPLES + name);
    expect(recogniseSignature(bytes, decodeHead(bytes, LIMITS), 'unknown')?.name).toContain(kind);
  });
});

describe.skipIf(!existsSync(SEEDS))('published reports', () => {
  const seeds = existsSync(SEEDS) ? readdirSync(SEEDS).filter((name) => name.endsWith('.txt')) : [];
  it.each(seeds)('%s loses no character of its lines', async (name) => {
    const bytes = bytesOf(SEEDS + name);
    const result = await read(bytes, name);
    if (!result.ok) throw new Error(result.failure.message);
    const lines = new TextDecoder().decode(bytes).split('\n');
    const seen = new Map<number, string>();
    const add = (line: number | undefined, text: string) => seen.set(line ?? 0, (seen.get(line ?? 0) ?? '') + text);
    for (const block of result.documents[0]?.blocks ?? []) {
      if (block.kind === 'table') for (const row of block.rows) for (const cell of row.cells) add(cell.line, cell.text);
      else add(block.line, block.text);
    }
    const bare = (text: string) => text.replace(/[\s|#]/g, '');
    lines.forEach((line, i) => expect(bare(seen.get(i + 1) ?? '')).toBe(bare(line)));
  });
});
