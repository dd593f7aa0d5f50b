// What holds for every format on the shelf, whatever it reads.
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/core/read/limits.ts';
import { formats, read } from '../../src/core/read/index.ts';
import type { Block } from '../../src/core/model/document.ts';
import { bytes } from './reading.ts';

/** One invented file for each format, with a heading or paragraph, a table and something odd. */
const SPECIMENS: Readonly<Record<string, { readonly name: string; readonly content: string }>> = {
  text: { name: '甲县.txt', content: '甲县年报\r\n\r\n规章\t3\t1\t27\r\n许可\t33\t\t\r\n\r\n| 甲 | 1 |\r\n| 乙\r\n丙 | 2 |\r\n\f完' },
  markdown: {
    name: '甲县.md',
    content:
      '# 甲县年报\n\n| 规章 | 3 |\n|---|---|\n| 许可 | 33 |\n\n<table><tr><td colspan=2>项</td></tr>\n<tr><td>甲</td><td>1</td></tr></table>\n\n完\n',
  },
  html: {
    name: '甲县.html',
    content:
      '<!DOCTYPE html><html><body><h1>甲县年报</h1><table><tr><th rowspan=9 colspan=2>项</th><td>1</td></tr><tr><td>2</td></tr><tr></tr><tr><td colspan=700>3</td><td>4</td></tr></table><p>完</p></body></html>',
  },
};

describe('the shelf', () => {
  it('has formats with an id, a Chinese name and plain extensions, none of them twice', () => {
    expect(new Set(formats.map((format) => format.id)).size).toBe(formats.length);
    const extensions = formats.flatMap((format) => format.extensions);
    expect(new Set(extensions).size).toBe(extensions.length);
    for (const extension of extensions) expect(extension).toMatch(/^[a-z0-9]+$/);
    for (const format of formats) expect(format.name).not.toBe('');
  });

  it('is asked about nothing, little and rubbish without throwing', () => {
    for (const format of formats) {
      for (const content of [new Uint8Array(0), Uint8Array.of(0), Uint8Array.of(0xff, 0xfe), bytes('<'), bytes('|\t\n#')]) {
        for (const head of [null, '', '<', '\ufffd']) {
          expect(['certain', 'likely', 'possible', 'no']).toContain(
            format.recognise({ bytes: content, extension: '', head, archive: null }),
          );
        }
      }
    }
  });
});

const known = formats.flatMap((format) => {
  const specimen = SPECIMENS[format.id];
  return specimen ? [{ id: format.id, ...specimen }] : [];
});

describe.each(known)('$id', ({ id, name, content }) => {
  const blocksOf = async (path: string): Promise<readonly Block[]> => {
    const result = await read(bytes(content), path);
    if (!result.ok) throw new Error(result.failure.message);
    expect(result.format).toBe(id);
    return result.documents[0]?.blocks ?? [];
  };

  it('is recognised by its content under any name', async () => {
    const blocks = await blocksOf(name);
    for (const other of ['unknown', 'unknown.tmp', '目录/年报', '']) expect(await blocksOf(other)).toEqual(blocks);
  });

  it('gives the same result twice and does not touch the bytes', async () => {
    const input = bytes(content);
    const before = input.slice();
    const first = await read(input, name);
    expect(await read(input, name)).toEqual(first);
    expect(input).toEqual(before);
  });

  it('has no empty block, ascending lines and cells within the grid', async () => {
    const blocks = await blocksOf(name);
    expect(blocks.length).toBeGreaterThan(1);
    let line = 0;
    const ascend = (next: number | undefined) => {
      if (next === undefined) return;
      expect(next).toBeGreaterThanOrEqual(line);
      line = next;
    };
    for (const block of blocks) {
      ascend(block.line);
      if (block.kind !== 'table') {
        expect(block.text).toBe(block.text.trim());
        if (block.kind !== 'picture') expect(block.text).not.toBe('');
        continue;
      }
      expect(block.rows.length).toBeGreaterThan(0);
      block.rows.forEach((row, y) => {
        ascend(row.line);
        let free = 0;
        for (const cell of row.cells) {
          ascend(cell.line);
          expect(cell.column).toBeGreaterThanOrEqual(free);
          expect(cell.colSpan).toBeGreaterThanOrEqual(1);
          expect(cell.rowSpan).toBeGreaterThanOrEqual(1);
          expect(cell.column + cell.colSpan).toBeLessThanOrEqual(LIMITS.columns);
          expect(y + cell.rowSpan).toBeLessThanOrEqual(block.rows.length);
          free = cell.column + 1;
        }
      });
    }
  });
});
