// Markdown: headings, pipe tables, pieces of HTML.
import { describe, expect, it } from 'vitest';
import type { TableBlock } from '../../src/core/model/document.ts';
import { brief, gridOf, readDocument } from './reading.ts';

const blocksOf = async (text: string) => brief((await readDocument(text, 'a.md')).blocks);

describe('Markdown', () => {
  it('reads headings, paragraphs and pipe tables, without the row of dashes', async () => {
    const text = '# 甲县年报\n\n全年公开**20**条。\n\n| 名称 | 数 |\n|:---|---:|\n| 规章 | 3 |\n| | 5 |\n';
    const { blocks } = await readDocument(text, 'a.md');
    expect(brief(blocks)).toEqual(['# 甲县年报', '全年公开20条。', ['名称¦数', '规章¦3', '¦5']]);
    expect(blocks.map((block) => block.line)).toEqual([1, 3, 5]);
    expect((blocks[2] as TableBlock).rows.map((row) => row.line)).toEqual([5, 7, 8]);
  });

  it('turns <br> inside a cell into a line feed and strips marks', async () => {
    expect(await blocksOf('| 商业<br>企业 | **1** | `2` |\n|---|---|---|\n| a\\|b | _甲_ | [乙](http://a/b "c") |')).toEqual([
      ['商业\n企业¦1¦2', 'a|b¦甲¦乙'],
    ]);
  });

  it('keeps printed numbers of lists and never eats a digit or a placeholder', async () => {
    expect(await blocksOf('1. 第一\n2\\. 第二\n- 第三\n> 引文\n2*3*4\n-57\n__*甲*__ &nbsp;乙 &lt;5')).toEqual([
      '1. 第一',
      '2. 第二',
      '第三',
      '引文',
      '2*3*4',
      '-57',
      '甲  乙 <5',
    ]);
  });

  it('takes underlined lines as headings and drawn lines as nothing', async () => {
    expect(await blocksOf('甲县年报\n===\n\n一、总体情况\n---\n\n正文\n\n***\n\n完')).toEqual([
      '# 甲县年报',
      '## 一、总体情况',
      '正文',
      '完',
    ]);
  });

  it('reads front matter as metadata', async () => {
    const document = await readDocument('---\ntitle: "甲县2023年年报"\ndate: 2024-01-20\n---\n\n正文', 'a.md');
    expect(document.metaTitle).toBe('甲县2023年年报');
    expect(brief(document.blocks)).toEqual(['正文']);
    expect(document.blocks[0]?.line).toBe(6);
  });

  it('reads tables of HTML with spans and lines of the file', async () => {
    const text = '前文\n\n<table>\n<tr><td colspan="2">项</td></tr>\n\n<tr><td>甲</td>\n<td>1</td></tr>\n</table>\n后文';
    const { blocks } = await readDocument(text, 'a.md');
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'table', 'paragraph']);
    const table = blocks[1] as TableBlock;
    expect(gridOf(table)).toEqual([
      ['项', '←'],
      ['甲', '1'],
    ]);
    expect(blocks.map((block) => block.line)).toEqual([1, 3, 9]);
    expect(table.rows.map((row) => row.line)).toEqual([4, 6]);
    expect(table.rows[1]?.cells.map((cell) => cell.line)).toEqual([6, 7]);
  });

  it('starts with a piece of HTML and is still Markdown', async () => {
    const { blocks } = await readDocument('<h1 align="center">甲县年报</h1>\n<p></p><p></p>\n\n## 一、总体情况\n', 'a.md');
    expect(brief(blocks)).toEqual(['# 甲县年报', '## 一、总体情况']);
    expect(blocks.map((block) => block.line)).toEqual([1, 4]);
  });
});
