// What both kinds of workbooks must give: the same sheets written as xlsx and as xls, read alike.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/core/index.ts';
import type { SourceDocument, TableBlock } from '../../src/core/model/document.ts';
import { read } from '../../src/core/read/index.ts';
import { cpuClock } from '../cpu-clock.ts';
import { brief, gridOf, readDocument } from './reading.ts';
import { FRAMED, xls, xlsx } from './workbooks.ts';
import type { CellValue, TestBook } from './workbooks.ts';

const KINDS = [
  { kind: 'xlsx', build: xlsx },
  { kind: 'xls', build: xls },
] as const;
const framed = (value: CellValue) => [value, 1] as const;
const gridsOf = (document: SourceDocument) => document.blocks.filter((block): block is TableBlock => block.kind === 'table').map(gridOf);

describe.each(KINDS)('$kind', ({ kind, build }) => {
  const documentOf = (book: TestBook) => readDocument(build(book), `甲县年报.${kind}`);
  const briefOf = async (book: TestBook) => brief((await documentOf(book)).blocks);

  it('titles and text become paragraphs, rows with borders tables with a grid of their own', async () => {
    const document = await documentOf({
      looks: [FRAMED],
      sheets: [
        {
          rows: [
            ['甲县水利局2023年政府信息公开工作年度报告'],
            ['二、主动公开政府信息情况'],
            [framed('第二十条第（一）项'), framed(null), framed(null), framed(null)],
            [framed('信息内容'), framed('本年制发件数'), framed('本年废止件数'), framed('现行有效件数')],
            [framed('规章'), framed(3), framed(null), framed(27)],
            [framed('行政许可'), framed(1833), framed(null), framed(null)],
            ['三、收到和处理情况'],
            [],
            ['没有收费。\n另行说明'],
          ],
          merges: ['A1:O1', 'A2:O2', 'A3:D3', 'B6:D6', 'A7:O7'],
        },
      ],
    });
    expect(brief(document.blocks.filter((block) => block.kind !== 'table'))).toEqual([
      '甲县水利局2023年政府信息公开工作年度报告',
      '二、主动公开政府信息情况',
      '三、收到和处理情况',
      '没有收费。',
      '另行说明',
    ]);
    expect(gridsOf(document)).toEqual([
      [
        ['第二十条第（一）项', '←', '←', '←'],
        ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
        ['规章', '3', '', '27'],
        ['行政许可', '1833', '←', '←'],
      ],
    ]);
    expect(document.notes).toEqual([]);
  });

  it('a row of a label without values stays in its table, also without borders where it stands between rows', async () => {
    const rows = [
      ['甲', '乙', '丙'],
      ['一、新收', null, null],
      ['二、结转', '1', '2'],
    ];
    expect(await briefOf({ looks: [FRAMED], sheets: [{ rows: rows.map((row) => row.map(framed)) }] })).toEqual([
      ['甲¦乙¦丙', '一、新收¦¦', '二、结转¦1¦2'],
    ]);
    const bare = [
      ['甲', '乙', '丙'],
      ['新收', null, null],
      ['结转', '1', '2'],
    ];
    expect(await briefOf({ sheets: [{ rows: bare }] })).toEqual([['甲¦乙¦丙', '新收¦¦', '结转¦1¦2']]);
  });

  it('a merged value left blank keeps its row in the table', async () => {
    const document = await documentOf({
      sheets: [
        {
          rows: [
            ['信息内容', '本年处理决定数量'],
            ['行政处罚', 912],
            ['行政强制', null],
          ],
          merges: ['B1:D1', 'B2:D2', 'B3:D3'],
        },
      ],
    });
    expect(gridsOf(document)).toEqual([
      [
        ['信息内容', '本年处理决定数量'],
        ['行政处罚', '912'],
        ['行政强制', ''],
      ],
    ]);
  });

  it('a finer grid than the cells need is made coarse; merges down and across', async () => {
    const document = await documentOf({
      sheets: [
        {
          rows: [
            ['办理结果', null, null, '（一）公开', null, null, null, 36],
            [null, null, null, '（二）不公开', null, '1.秘密', null, 18],
            ['总计', null, null, null, null, null, null, 54],
          ],
          merges: ['A1:C2', 'D1:G1', 'D2:E2', 'F2:G2', 'A3:G3'],
        },
      ],
    });
    expect(gridsOf(document)).toEqual([
      [
        ['办理结果', '（一）公开', '←', '36'],
        ['↑', '（二）不公开', '1.秘密', '18'],
        ['总计', '←', '←', '54'],
      ],
    ]);
  });

  it('numbers as they are shown; what is rounded away is said', async () => {
    const look = (format: string) => ({ format, framed: true });
    const document = await documentOf({
      looks: [look('0.00'), look('#,##0'), look('0.0%'), look('yyyy"年"m"月"d"日"'), look('0;-0;;@')],
      sheets: [
        {
          rows: [
            [120.3456, [120.3456, 1], [1286, 2], [0.1234, 3], [45291, 4], [0, 5], 0.1 + 0.2, 1e6, true],
            ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬'],
          ],
        },
      ],
    });
    expect(brief(document.blocks)).toEqual([
      ['120.3456¦120.35¦1,286¦12.3%¦2023年12月31日¦¦0.3¦1000000¦TRUE', '甲¦乙¦丙¦丁¦戊¦己¦庚¦辛¦壬'],
    ]);
    expect(document.notes).toMatchObject([{ code: 'rounded-display', message: '有2个单元格只显示了数的一部分小数位，按显示的数读取。' }]);
  });

  it('days counted from 1904', async () => {
    const book = { looks: [{ format: 'yyyy-mm-dd' }], from1904: true, sheets: [{ rows: [[[43829, 1], '甲'] as const] }] };
    expect(await briefOf(book)).toEqual([['2023-12-31¦甲']]);
  });

  it('sheets in their order; hidden sheets, rows and columns are left out and said', async () => {
    const document = await documentOf({
      sheets: [
        { rows: [['表一', '1']] },
        { rows: [['看不见', '9']], state: 'hidden' },
        { rows: [['也看不见', '9']], state: 'veryHidden' },
        {
          rows: [
            ['甲', '藏', '乙'],
            ['藏行', '9', '9'],
            ['1', '9', '2'],
          ],
          hiddenRows: [1],
          hiddenColumns: [1],
        },
      ],
    });
    expect(brief(document.blocks)).toEqual([['表一¦1'], ['甲¦乙', '1¦2']]);
    expect(document.notes.map(({ code, message, weight }) => [code, message, weight])).toEqual([
      ['hidden-sheets-left-out', '有2个隐藏的工作表，没有读取。', 'caution'],
      ['hidden-cells-left-out', '表格里有1行、1列设为隐藏，没有读取。', 'caution'],
    ]);
  });

  it('an area that starts in a hidden row or column shows its text all the same', async () => {
    const document = await documentOf({
      sheets: [
        {
          rows: [
            ['藏', '标题', '甲'],
            [null, null, '乙'],
            [null, '丙', '丁'],
          ],
          merges: ['B1:B2'],
          hiddenRows: [0],
          hiddenColumns: [0],
        },
      ],
    });
    expect(gridsOf(document)).toEqual([
      [
        ['标题', '乙'],
        ['丙', '丁'],
      ],
    ]);
  });

  it('text below an area is not shown, and that is said; areas over each other count once', async () => {
    const document = await documentOf({
      sheets: [
        {
          rows: [
            ['甲', '盖住', '丙'],
            ['1', '2', '3'],
          ],
          merges: ['A1:B1', 'B1:B2'],
        },
      ],
    });
    expect(gridsOf(document)).toEqual([
      [
        ['甲', '←', '丙'],
        ['1', '2', '3'],
      ],
    ]);
    expect(document.notes).toMatchObject([{ code: 'covered-left-out', weight: 'caution' }]);
  });

  it('a cell at the far corner costs nothing', async () => {
    const far = kind === 'xlsx' ? { row: 1_048_575, column: 16_383 } : { row: 65_535, column: 255 };
    const rows: CellValue[][] = [['甲', '1']];
    const book: TestBook = { sheets: [{ rows, merges: [kind === 'xlsx' ? 'A3:XFD1048576' : 'A3:IV65536'] }] };
    const bytes =
      kind === 'xlsx'
        ? xlsx(book, {
            xml: [
              '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="str"><v>甲</v></c><c r="B1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" t="str"><v>远</v></c></row></sheetData>',
            ],
          })
        : xls({
            sheets: [
              {
                rows: [
                  ...rows,
                  ...Array.from({ length: far.row - 1 }, (): CellValue[] => []),
                  [...new Array<null>(far.column).fill(null), '远'],
                ],
              },
            ],
          });
    const spent = cpuClock();
    const document = await readDocument(bytes, `年报.${kind}`);
    expect(spent()).toBeLessThan(1000);
    expect(brief(document.blocks)).toEqual([['甲¦1'], '远']);
  });

  it('more than the caps is cut and said', async () => {
    const rows = Array.from({ length: 20_010 }, (_, i) => [i, i + 1]);
    const document = await documentOf({ sheets: [{ rows }] });
    expect(document.blocks[0]).toMatchObject({ kind: 'table' });
    expect(document.notes).toMatchObject([{ code: 'cut-rows', weight: 'caution' }]);
    const wide = await documentOf({ sheets: [{ rows: [Array.from({ length: 256 }, (_, i) => i), ['甲', '乙']] }] });
    expect((wide.blocks[0] as TableBlock).rows[0]?.cells).toHaveLength(256);
  });

  it('nothing but hidden or empty sheets is no silent success', async () => {
    expect(await read(build({ sheets: [{ rows: [] }] }), '空表')).toMatchObject({ ok: false, failure: { code: 'empty' } });
    const hidden = await read(build({ sheets: [{ rows: [['甲', '1']], state: 'hidden' }] }), '藏');
    expect(hidden).toMatchObject({
      ok: false,
      failure: { code: 'empty', message: '“藏”里看得见的部分没有文字，其余设为隐藏，没有读取。请取消隐藏后重新导入。' },
    });
  });
});

const SAMPLES = new URL('../../../shared/samples/formats/', import.meta.url).pathname;

describe.skipIf(!existsSync(SAMPLES))('sample workbooks', () => {
  const bytesOf = (name: string) => new Uint8Array(readFileSync(SAMPLES + name));
  const factsOf = async (name: string) => {
    const outcome = await examine(bytesOf(name), name);
    if (!outcome.ok) throw new Error(outcome.failure.message);
    expect(outcome.reports).toHaveLength(1);
    return outcome.reports.flatMap(({ report }) => report.facts.map(({ key, value, certainty }) => `${key}=${value} ${certainty}`));
  };
  const truth = () =>
    JSON.parse(readFileSync(`${SAMPLES}truth.json`, 'utf8')) as { grids: string[][][]; blocks: { t?: string; p?: string }[] };

  it.each(['clean.xlsx', 'clean.xls', 'clean.et', 'htmlimport.xlsx', 'htmlimport.xls', 'zip/far.xlsx'])(
    '%s gives the facts of report.html, all sure',
    async (name) => {
      expect(new Set(await factsOf(name))).toEqual(new Set(await factsOf('report.html')));
    },
  );

  it.each(['clean.xlsx', 'clean.xls', 'clean.et', 'htmlimport.xlsx', 'htmlimport.xls'])(
    '%s: every line of text and every grid',
    async (name) => {
      const document = await readDocument(bytesOf(name), name);
      expect(document.blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]))).toEqual(
        truth().blocks.flatMap((block) => block.t ?? block.p ?? []),
      );
      // Imported from a page, the file holds the number 1286 where the page shows 1,286.
      const plain = (grid: string[][]) => JSON.stringify(grid).replace('1,286', '1286');
      expect(new Set(gridsOf(document).map(plain))).toEqual(new Set(truth().grids.map(plain)));
    },
  );
});
