// Plain text: lines, tables by separators, headings.
import { describe, expect, it } from 'vitest';
import type { TableBlock } from '../../src/core/model/document.ts';
import { cpuClock } from '../cpu-clock.ts';
import { brief, bytes, readDocument } from './reading.ts';
import { read } from '../../src/core/read/index.ts';

const blocksOf = async (text: string, name = 'a.txt') => brief((await readDocument(text, name)).blocks);

describe('lines of a text', () => {
  it('every block, row and cell knows its line, blank lines counted', async () => {
    const { blocks } = await readDocument('\r\n\r\n甲县年报\r\n\r\n规章\t3\t1\r\n许可\t2\t\r\n完', 'a.txt');
    expect(blocks).toEqual([
      { kind: 'paragraph', text: '甲县年报', line: 3 },
      {
        kind: 'table',
        geometry: 'ragged',
        line: 5,
        rows: [
          { line: 5, cells: [cell('规章', 0, 5), cell('3', 1, 5), cell('1', 2, 5)] },
          { line: 6, cells: [cell('许可', 0, 6), cell('2', 1, 6), cell('', 2, 6)] },
        ],
      },
      { kind: 'paragraph', text: '完', line: 7 },
    ]);
  });

  it('counts \\n, \\r\\n and a lone \\r as an editor does', async () => {
    const { blocks } = await readDocument('一行\n二行\r\n三行\r四行', 'a.txt');
    expect(blocks.map((block) => block.line)).toEqual([1, 2, 3, 4]);
  });

  it('takes # at the start as a heading and keeps its line', async () => {
    const { blocks } = await readDocument('\n# 甲县年报\n##### (一) 问题 ##\n##二、主动公开\n#话题#不是标题\n1#楼', 'a.txt');
    expect(brief(blocks)).toEqual(['# 甲县年报', '##### (一) 问题', '## 二、主动公开', '#话题#不是标题', '1#楼']);
    expect(blocks.map((block) => block.line)).toEqual([2, 3, 4, 5, 6]);
  });

  it('a page break is no text and does not end a table', async () => {
    expect(await blocksOf('甲\t1\t2\n\f\n乙\t3\t4\n\f丙\t5\t6\n\n\f次页')).toEqual([['甲¦1¦2', '乙¦3¦4', '丙¦5¦6'], '次页']);
  });

  it('keeps runs of spaces inside a line for the understanding', async () => {
    expect(await blocksOf('规章      3        1     27\n  　正文　')).toEqual(['规章      3        1     27', '正文']);
  });

  it('removes what cannot be seen, keeps full-width forms', async () => {
    expect(await blocksOf('甲\u200b县\ufeff１２\u00a0件')).toEqual(['甲县１２ 件']);
  });
});

describe('rows by tabs', () => {
  it('counts empty cells in front, between and behind', async () => {
    expect(await blocksOf('三、办理\t(一) 公开\t\t0\t0\t\n\t\t2.其他\t\t0\t\n3.另\t\t0\t0\t\t')).toEqual([
      ['三、办理¦(一) 公开¦¦0¦0¦', '¦¦2.其他¦¦0¦', '3.另¦¦0¦0¦¦'],
    ]);
  });

  it('a blank line ends the table, a caption with trailing tabs belongs to it', async () => {
    expect(await blocksOf('第（一）项\t\t\t\n规章\t1\t2\t3\n\n许可\t4')).toEqual([['第（一）项¦¦¦', '规章¦1¦2¦3'], ['许可¦4']]);
  });

  it('takes a number that a word processor set before a tab as part of the text, and one tab as an indent', async () => {
    expect(await blocksOf('一、\t总体情况\n\t全年公开信息。\n（二）\t依申请公开\n1.\t条目')).toEqual([
      '一、总体情况',
      '全年公开信息。',
      '（二）依申请公开',
      '1.条目',
    ]);
  });

  it('does not take the heading below a table for a row', async () => {
    expect(await blocksOf('甲\t1\t2\n\t四、行政复议情况\n乙\t3\t4')).toEqual([['甲¦1¦2'], '四、行政复议情况', ['乙¦3¦4']]);
  });
});

describe('rows by pipes', () => {
  it('spaced pipes with a trailing one: every pipe counts', async () => {
    expect(await blocksOf('第(一)项  | |||\n规章  | 0  | 0  | 5  | \n许可  | 8  | ||')).toEqual([
      ['第(一)项¦¦¦¦', '规章¦0¦0¦5¦', '许可¦8¦¦¦'],
    ]);
  });

  it('compact pipes', async () => {
    expect(await blocksOf('规章 | 1 | 2 |\n许可 | 3 |  |')).toEqual([['规章¦1¦2¦', '许可¦3¦¦']]);
  });

  it('pipes at both ends of all rows are a frame, at the start of some they are not', async () => {
    expect(await blocksOf('| 规章 | 1 |\n| | 2 |')).toEqual([['规章¦1', '¦2']]);
    expect(await blocksOf('组 | 甲 | 1\n| 乙 | 2')).toEqual([['组¦甲¦1', '¦乙¦2']]);
  });

  it('a row broken inside a cell is one row', async () => {
    const { blocks } = await readDocument('| 信息 | 本年\n制发 | 现行\n有效 |\n| 规章 | 1 | 2 |', 'a.txt');
    const table = blocks[0] as TableBlock;
    expect(table.rows.map((row) => row.cells.map((each) => each.text))).toEqual([
      ['信息', '本年\n制发', '现行\n有效'],
      ['规章', '1', '2'],
    ]);
    expect(table.rows.map((row) => row.line)).toEqual([1, 4]);
    expect(table.rows[0]?.cells.map((each) => each.line)).toEqual([1, 1, 2]);
  });

  it('a pipe alone on its line, and one cell per line, stay paragraphs', async () => {
    expect(await blocksOf('规章\n|\n3\n|\n1\n\n许可\n\n33')).toEqual(['规章', '|', '3', '|', '1', '许可', '33']);
  });

  it('a single pipe in a title is punctuation, before a number it is a row', async () => {
    expect(await blocksOf('甲县2023年年度报告 | 甲县政府网\n\n行政许可 | 33\n\n关注｜甲县年报\n\n首页 | 概况 | 联系我们')).toEqual([
      '甲县2023年年度报告 | 甲县政府网',
      ['行政许可¦33'],
      '关注｜甲县年报',
      ['首页¦概况¦联系我们'],
    ]);
  });

  it('drops drawn borders and the dashes under a head, never a row of placeholders', async () => {
    expect(await blocksOf('┌──┬──┐\n│ 规章 │ 1 │\n├──┼──┤\n│ 许可 │ 2 │\n└──┴──┘')).toEqual([['规章¦1', '许可¦2']]);
    expect(await blocksOf('| 甲 | 乙 |\n|---|:---:|\n| 维持 | 纠正 |\n| --- | --- |')).toEqual([['甲¦乙', '维持¦纠正', '---¦---']]);
    expect(await blocksOf('+----+---+\n| 规章 | - |\n+----+---+')).toEqual([['规章¦-']]);
  });
});

describe('caps', () => {
  it('cuts columns and says so', async () => {
    const document = await readDocument(`甲\t${'1\t'.repeat(5000)}`, 'a.txt');
    expect((document.blocks[0] as TableBlock).rows[0]?.cells.length).toBe(256);
    expect(document.notes).toContainEqual(expect.objectContaining({ code: 'cut-columns', weight: 'caution' }));
  });

  it('goes on with an over-long paragraph in the next block and loses nothing', async () => {
    const { blocks, notes } = await readDocument('公开信息二十条。'.repeat(10_000), 'a.txt');
    expect(blocks.length).toBe(4);
    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('')).toBe('公开信息二十条。'.repeat(10_000));
    expect(notes).toEqual([]);
  });

  it('reads the beginning of a text of millions of characters or lines and says where it stopped', async () => {
    const long = await readDocument('公开信息二十条。\n'.repeat(1_200_000), 'a.txt');
    expect(long.notes.map((note) => note.code)).toContain('cut-lines');
    const wide = await readDocument('|'.repeat(5_000_000), 'a.txt');
    expect(wide.notes.map((note) => note.code)).toContain('cut-columns');
  }, 20_000);

  it('refuses a text beyond 32 MB and any file beyond 128 MB before decoding', async () => {
    const spent = cpuClock();
    for (const [size, sentence] of [
      [33, '32兆'],
      [200, '128兆'],
    ] as const) {
      const result = await read(new Uint8Array(size * 1024 * 1024).fill(0x61), 'a.txt');
      expect(result.ok).toBe(false);
      if (!result.ok) {
        expect(result.failure.code).toBe('too-large');
        expect(result.failure.message).toContain(sentence);
      }
    }
    expect(spent()).toBeLessThan(3000);
  });
});

describe('which text format', () => {
  it('content decides first, the name second', async () => {
    const format = async (text: string, name: string) => (await read(bytes(text), name)).format;
    expect(await format('<!doctype html><p>甲县年报</p>', 'a.txt')).toBe('html');
    expect(await format('<p>甲</p><p>乙</p>', 'a.txt')).toBe('html');
    expect(await format('甲县年报\n收费<5万元', 'a.html')).toBe('text');
    expect(await format('甲县年报<br>一、总体情况', 'a.html')).toBe('html');
    expect(await format('甲县年报，收费<5万元', 'a')).toBe('text');
    expect(await format('# 甲县年报\n\n## 一、总体情况', 'a.txt')).toBe('text');
    expect(await format('# 甲县年报\n\n## 一、总体情况', '未命名')).toBe('markdown');
    expect(await format('| 甲 | 乙 |\n|---|---|\n| 1 | 2 |', '未命名')).toBe('markdown');
  });
});

function cell(text: string, column: number, line: number) {
  return { text, column, colSpan: 1, rowSpan: 1, line };
}
