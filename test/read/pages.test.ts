// Pages: tables from lines and positions, prose from lines of text. The same drawings as PDF and as OFD give the same blocks.
import { describe, expect, it } from 'vitest';
import type { TableBlock } from '../../src/core/model/document.ts';
import { asOfd, asPdf, drawProse, drawTable, together } from './drawing.ts';
import type { CellText, Drawn, TableOptions } from './drawing.ts';
import { brief, gridOf, readDocument } from './reading.ts';

const FORMATS = [
  ['PDF', (pages: readonly Drawn[]) => readDocument(asPdf(pages), '年报.pdf')],
  ['PDF, lines as thin boxes', (pages: readonly Drawn[]) => readDocument(asPdf(pages, { filled: true }), '年报.pdf')],
  ['OFD', (pages: readonly Drawn[]) => readDocument(asOfd(pages), '年报.ofd')],
] as const;

const wide = (text: string, colSpan: number, rowSpan = 1) => ({ text, colSpan, rowSpan });
const tall = (text: string, rowSpan: number) => ({ text, rowSpan });
const words = (text: string, x: number, y: number, more = {}) => ({ texts: [{ text, x, y, ...more }] });
const codes = (document: { readonly notes: readonly { readonly code: string }[] }) => document.notes.map(({ code }) => code);

describe.each(FORMATS)('%s', (_name, open) => {
  const tablesOf = async (pages: readonly Drawn[]) =>
    (await open(pages)).blocks.filter((block): block is TableBlock => block.kind === 'table');
  const gridsOf = async (pages: readonly Drawn[]) => (await tablesOf(pages)).map(gridOf);
  const one = (rows: readonly (readonly CellText[])[], options: TableOptions) => [drawTable(rows, options)];

  it('merged cells are where a line is missing', async () => {
    const rows = [
      [wide('申请人情况', 3), tall('总计', 2)],
      ['自然人', wide('法人', 2)],
      [tall('三、\n办理结果', 2), '予以公开', '3', '5'],
      ['部分公开', '', '1'],
    ];
    const [table] = await tablesOf(one(rows, { widths: [80, 100, 80, 60], height: 30 }));
    expect(table?.geometry).toBe('grid');
    expect(gridOf(table as TableBlock)).toEqual([
      ['申请人情况', '←', '←', '总计'],
      ['自然人', '法人', '←', '↑'],
      ['三、办理结果', '予以公开', '3', '5'],
      ['↑', '部分公开', '', '1'],
    ]);
  });

  it('a table cut by the page goes on: groups, cut rows and all', async () => {
    const widths = [60, 120, 60, 60];
    const above = [
      ['项目', '情形', '自然人', '总计'],
      [tall('（三）不\n予公开', 2), '1.国家秘密', '1', '1'],
      ['2.其他法律行政法规', '', ''],
    ];
    const below = [
      [tall('', 3), '禁止公开', '4', '4'],
      ['3.危及安全', '2', '2'],
      ['4.保护权益', '0', '0'],
      ['（四）其他', '', '6', '6'],
    ];
    const pages = [drawTable(above, { widths, y: 700, height: 36 }), drawTable(below, { widths, y: 60 })];
    const document = await open(pages);
    expect(document.blocks.map((block) => block.kind === 'table' && gridOf(block))).toEqual([
      [
        ['项目', '情形', '自然人', '总计'],
        ['（三）不予公开', '1.国家秘密', '1', '1'],
        ['↑', '2.其他法律行政法规禁止公开', '4', '4'],
        ['↑', '3.危及安全', '2', '2'],
        ['↑', '4.保护权益', '0', '0'],
        ['（四）其他', '', '6', '6'],
      ],
    ]);
    expect(codes(document)).toEqual(expect.arrayContaining(['table-joined', 'row-joined']));
  });

  it('rows are joined only where one half is written on either side', async () => {
    const widths = [120, 60];
    const above = drawTable(
      [
        ['规章', '1'],
        ['规范性文件', '2'],
      ],
      { widths, y: 740 },
    );
    const below = drawTable(
      [
        ['行政许可', '3'],
        ['行政处罚', ''],
      ],
      { widths, y: 60 },
    );
    expect(await gridsOf([above, below])).toEqual([
      [
        ['规章', '1'],
        ['规范性文件', '2'],
        ['行政许可', '3'],
        ['行政处罚', ''],
      ],
    ]);
  });

  it('a head that stands again on the next page counts once', async () => {
    const widths = [80, 60, 60];
    const head = ['信息内容', '制发', '废止'];
    const pages = [drawTable([head, ['规章', '3', '1']], { widths, y: 700 }), drawTable([head, ['文件', '5', '0']], { widths, y: 60 })];
    const document = await open(pages);
    expect(document.blocks.map((block) => block.kind === 'table' && gridOf(block))).toEqual([
      [head, ['规章', '3', '1'], ['文件', '5', '0']],
    ]);
    expect(codes(document)).toContain('head-repeated');
  });

  it('tables with other columns, or with text between, stay apart', async () => {
    const first = drawTable(
      [
        ['甲', '乙'],
        ['1', '2'],
      ],
      { widths: [60, 60], y: 740 },
    );
    const other = drawTable(
      [
        ['丙', '丁', '戊'],
        ['3', '4', '5'],
      ],
      { widths: [90, 90, 90], y: 60 },
    );
    expect(await gridsOf([first, other])).toHaveLength(2);
    const same = drawTable(
      [
        ['丙', '丁'],
        ['3', '4'],
      ],
      { widths: [60, 60], y: 120 },
    );
    expect(await gridsOf([first, together(words('四、复议诉讼情况', 60, 80), same)])).toHaveLength(2);
  });

  it('two numbers below each other in a cell never become one', async () => {
    const grid = (
      await gridsOf(
        one(
          [
            ['行政许可', '18\n46'],
            ['行政处罚', '7'],
          ],
          { widths: [80, 22], height: 40 },
        ),
      )
    )[0];
    expect(grid).toEqual([
      ['行政许可', '18\n46'],
      ['行政处罚', '7'],
    ]);
  });

  it('what fills a line of a cell goes on, what does not stands on its own line', async () => {
    const rows = [
      ['2.其他法律、行政\n法规禁止公开', '共5件\n2件转办'],
      ['收费（单位：\n万元）', '1.5'],
    ];
    expect((await gridsOf(one(rows, { widths: [90, 120], height: 40 })))[0]).toEqual([
      ['2.其他法律、行政法规禁止公开', '共5件\n2件转办'],
      ['收费（单位：万元）', '1.5'],
    ]);
  });

  it('a frame around the text, underlines and charts are no tables', async () => {
    const frame: Drawn = {
      lines: [
        [40, 40, 555, 40],
        [40, 800, 555, 800],
        [40, 40, 40, 800],
        [555, 40, 555, 800],
      ],
    };
    const underline: Drawn = { lines: [[60, 103, 160, 103]] };
    const document = await open([
      together(frame, underline, words('一、总体情况', 60, 100), drawProse('全年主动公开信息二十条，办结申请三件。', 130)),
    ]);
    expect(brief(document.blocks)).toEqual(['一、总体情况', '全年主动公开信息二十条，办结申请三件。']);
  });

  it('lines become paragraphs, also over the page break; larger lines headings', async () => {
    const title = words('云溪县水利局2023年政府信息公开工作年度报告', 120, 80, { size: 18 });
    const long = '本机关全年主动公开各类政府信息，及时回应群众关切，办理依申请公开事项，'.repeat(5);
    const first = drawProse(`${long}完。`, 130);
    const second = drawProse('其他事项没有变化。', first.bottom);
    const cut = drawProse(`${'下一年继续做好公开工作，'.repeat(11)}`, 780, { width: 480 });
    const [head = [], rest = []] = [cut.texts?.filter(({ y }) => y < 800), cut.texts?.filter(({ y }) => y >= 800)];
    const pages = [
      together(title, first, second, { texts: head }),
      together({ texts: rest.map((text, i) => ({ ...text, y: 70 + i * 16 })) }, drawProse('完毕。', 200)),
    ];
    expect(brief((await open(pages)).blocks)).toEqual([
      '# 云溪县水利局2023年政府信息公开工作年度报告',
      `${long}完。`,
      '其他事项没有变化。',
      '下一年继续做好公开工作，'.repeat(11),
      '完毕。',
    ]);
  });

  it('bold short lines with a number are headings below the larger ones', async () => {
    const pages = [
      together(
        words('年度报告', 200, 60, { size: 18 }),
        words('一、总体情况', 80, 100, { bold: true }),
        words('（一）主动公开', 80, 130, { bold: true }),
        drawProse('主动公开各类信息若干条。', 160),
        drawProse('没有其他需要报告的事项，一切照常。', 190),
      ),
    ];
    expect(brief((await open(pages)).blocks).slice(0, 3)).toEqual(['# 年度报告', '## 一、总体情况', '### （一）主动公开']);
  });

  it('page numbers and repeated heads and feet are left out, and said', async () => {
    const page = (n: number) =>
      together(words('云溪县水利局文件', 60, 40), drawProse(`第${n}部分的内容，与别处不同。`, 120), words(`— ${n} —`, 290, 810));
    const document = await open([page(1), page(2), page(3)]);
    expect(brief(document.blocks)).toEqual([1, 2, 3].map((n) => `第${n}部分的内容，与别处不同。`));
    expect(document.notes.find(({ code }) => code === 'page-margins')?.message).toContain('云溪县水利局文件');
  });

  it('a number that stands on one page alone at its foot is kept if it is no page number', async () => {
    const document = await open([together(drawProse('全年公开信息。', 120), words('联系电话：0000', 60, 810))]);
    expect(brief(document.blocks)).toContain('联系电话：0000');
  });

  it('two columns of prose are read one after the other', async () => {
    const left = drawProse('左栏写的是主动公开的情况，内容较多，一直写到底。'.repeat(6), 100, { width: 220 });
    const right = drawProse('右栏写的是依申请公开的情况，同样一直写到栏底。'.repeat(6), 100, { x: 310, width: 220 });
    const texts = brief((await open([together(left, right)])).blocks);
    expect(texts.join('')).toBe(
      '左栏写的是主动公开的情况，内容较多，一直写到底。'.repeat(6) + '右栏写的是依申请公开的情况，同样一直写到栏底。'.repeat(6),
    );
  });

  it('a table without lines comes from the alignment of its numbers, and is not called a grid', async () => {
    const rows = [
      ['信息内容', '制发件数', '废止件数', '有效件数'],
      ['规章', '3', '1', '27'],
      ['行政规范\n性文件', '14', '5', '186'],
      ['其他', '', '2', '9'],
    ];
    const document = await open(one(rows, { widths: [80, 70, 70, 70], height: 30, ruled: false }));
    const table = document.blocks.find((block): block is TableBlock => block.kind === 'table');
    expect(table?.geometry).toBe('ragged');
    expect(gridOf(table as TableBlock)).toEqual([
      ['信息内容', '制发件数', '废止件数', '有效件数'],
      ['规章', '3', '1', '27'],
      ['行政规范性文件', '14', '5', '186'],
      ['其他', '', '2', '9'],
    ]);
    expect(codes(document)).toContain('table-by-alignment');
  });

  it('a picture as wide as the text is a picture block, a seal is none', async () => {
    const pages = [
      together(drawProse('下表为全年情况，说明文字若干。', 100), {
        pictures: [
          [60, 150, 480, 200],
          [400, 700, 80, 80],
        ],
      }),
    ];
    expect((await open(pages)).blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'picture']);
  });
});
