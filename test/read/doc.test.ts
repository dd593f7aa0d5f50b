// Word 97 documents: headings with their numbers, tables with true columns, fields, changes, boxes; failures with a name.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/core/index.ts';
import type { TableBlock } from '../../src/core/model/document.ts';
import { read } from '../../src/core/read/index.ts';
import { ByteWriter, compoundFile } from './compound-file.ts';
import { brief, gridOf, readDocument } from './reading.ts';
import {
  DELETED,
  ENDS_ROW,
  HIDDEN,
  IN_TABLE,
  INSERTED,
  listOverrides,
  modifier,
  numberedList,
  paragraph,
  row,
  SPECIAL,
  wordDocument,
  wordStreams,
} from './word97.ts';
import type { WordParagraph, WordParts } from './word97.ts';
import { fc, runs } from '../property.ts';

const documentOf = (parts: WordParts) => readDocument(wordDocument(parts), '甲县年报.doc');
const blocksOf = async (...paragraphs: readonly WordParagraph[]) => (await documentOf({ paragraphs })).blocks;
const tablesOf = async (...paragraphs: readonly WordParagraph[]) =>
  (await blocksOf(...paragraphs)).filter((block): block is TableBlock => block.kind === 'table');
const gridsOf = async (...paragraphs: readonly WordParagraph[]) => (await tablesOf(...paragraphs)).map(gridOf);
const failureOf = async (bytes: Uint8Array, name = '甲县年报.doc') => {
  const result = await read(bytes, name);
  return result.ok ? null : result.failure;
};
const cells = (texts: readonly string[], width = 1000) => texts.map((text, i) => ({ text, right: (i + 1) * width }));

describe('text of Word documents', () => {
  it('paragraphs, headings by their style or by themselves, lines broken by hand', async () => {
    const { blocks, metaTitle } = await documentOf({
      styles: [{ id: 0 }, { id: 1 }, { id: 4095, modifiers: modifier(0x2640, 1) }],
      paragraphs: [
        paragraph('甲县水利局\u000b2023年报告', [], 1),
        paragraph('主动公开', [], 2),
        paragraph('正文', modifier(0x2640, 2)),
        paragraph('第一行\u000b第二行\u00a0完'),
        paragraph('标题样式的正文', modifier(0x2640, 9), 1),
        paragraph(''),
      ],
    });
    expect(brief(blocks)).toEqual(['# 甲县水利局2023年报告', '## 主动公开', '### 正文', '第一行', '第二行 完', '标题样式的正文']);
    expect(metaTitle).toBeNull();
  });

  it('automatic numbers, also inherited from a style, with starts of their own', async () => {
    const list = numberedList([
      { format: 39, text: '<0>、' },
      { format: 37, text: '（<1>）' },
      { format: 0, text: '<0>.<2>' },
    ]);
    const at = (override: number, level: number) => [...modifier(0x460b, override, 0), ...modifier(0x260a, level)];
    const blocks = await documentOf({
      ...list,
      listOverrides: listOverrides([[], [{ level: 1, start: 7 }]]),
      styles: [{ id: 0 }, { id: 1, modifiers: at(1, 0) }],
      paragraphs: [
        paragraph('总体情况', [], 1),
        paragraph('主动公开', at(1, 1)),
        paragraph('依申请公开', at(1, 1)),
        paragraph('主动公开情况', [], 1),
        paragraph('重新开始', at(1, 1)),
        paragraph('Item', at(1, 2)),
        paragraph('另起', at(2, 1)),
        paragraph('接着', at(1, 1)),
        paragraph('不编号', modifier(0x460b, 0, 0), 1),
      ],
    });
    expect(brief(blocks.blocks)).toEqual([
      '# 一、总体情况',
      '（一）主动公开',
      '（二）依申请公开',
      '# 二、主动公开情况',
      '（一）重新开始',
      '二.1 Item',
      '（七）另起',
      '（八）接着',
      '# 不编号',
    ]);
  });

  it('fields show their result only; rings and ruby show their character', async () => {
    expect(
      brief(
        await blocksOf(
          paragraph('共\u0013 SUM(A1) \\* MERGEFORMAT \u00141286\u0015条'),
          paragraph('\u0013 TOC \\o \u0014\u0013 HYPERLINK "x" \u0014一、概述\u0015\u0013 XE "隐" \u0015\u0015'),
          paragraph('\u0013 EQ \\o\\ac(○,3)\u0015和\u0013EQ \\* jc2 \\o\\ad(\\s\\up 9(pin),拼)\u0015'),
          paragraph('没有开始的\u0015域'),
          paragraph('没有结束的\u0013 域'),
        ),
      ),
    ).toEqual(['共1286条', '一、概述', '③和拼', '没有开始的域', '没有结束的 域']);
  });

  it('deleted text is gone, inserted text stays, a deleted mark joins two paragraphs; it is said', async () => {
    const { blocks, notes } = await documentOf({
      paragraphs: [
        { runs: [{ text: '公开' }, { text: '1200', modifiers: DELETED }, { text: '1286', modifiers: INSERTED }, { text: '条\r' }] },
        { runs: [{ text: '上半' }, { text: '\r', modifiers: DELETED }] },
        paragraph('下半'),
        { runs: [{ text: '整段\r', modifiers: DELETED }] },
        paragraph('完'),
      ],
    });
    expect(brief(blocks)).toEqual(['公开1286条', '上半下半', '完']);
    expect(notes).toMatchObject([{ code: 'changes-accepted' }]);
  });

  it('a deleted mark in front of a table does not run on into it', async () => {
    const blocks = await blocksOf({ runs: [{ text: '表前' }, { text: '\r', modifiers: DELETED }] }, ...row(cells(['甲', '乙'])));
    expect(brief(blocks)).toEqual(['表前', ['甲¦乙']]);
  });

  it('hidden text is left out and said; a style may hide too', async () => {
    const { blocks, notes } = await documentOf({
      paragraphs: [{ runs: [{ text: '看得见' }, { text: '看不见', modifiers: HIDDEN }, { text: '完\r' }] }],
    });
    expect(brief(blocks)).toEqual(['看得见完']);
    expect(notes).toMatchObject([{ code: 'hidden-left-out' }]);
  });

  it('signs, hyphens and pictures; a page break does not number twice', async () => {
    const list = numberedList([{ format: 39, text: '<0>、' }]);
    const { blocks } = await documentOf({
      ...list,
      listOverrides: listOverrides([[]]),
      paragraphs: [
        { runs: [{ text: '勾' }, { text: '(', modifiers: modifier(0x6a09, 0, 0, 0xb7, 0x20) }, { text: 'a\u001eb\u001fc(d)\r' }] },
        { runs: [{ text: '图' }, { text: '\u0001', modifiers: [...modifier(0x6a03, 0, 0, 0, 0), ...SPECIAL] }, { text: '\r' }] },
        paragraph('\u000c下一页', modifier(0x460b, 1, 0)),
      ],
    });
    expect(brief(blocks)).toEqual(['勾₷a-bc(d)', '图', '[]', '一、下一页']);
  });

  it('a file within the document is left out and said', async () => {
    const { blocks, notes } = await documentOf({ paragraphs: [paragraph('见\u0013 EMBED Excel.Sheet.8 \u0014\u0001\u0015表')] });
    expect(brief(blocks)).toEqual(['见表']);
    expect(notes).toMatchObject([{ code: 'embedded-left-out', weight: 'caution' }]);
  });

  it('footnotes and headers are left out and said', async () => {
    const { blocks, notes } = await documentOf({
      paragraphs: [paragraph('正文')],
      footnotes: [paragraph('脚注里的话')],
      headers: [paragraph('某某县人民政府')],
    });
    expect(brief(blocks)).toEqual(['正文']);
    expect(notes.map((note) => note.code)).toEqual(['footnotes-left-out', 'margins-left-out']);
  });

  it('a text box comes once, behind the paragraph that holds it; one without a place at the end', async () => {
    const shapes = new ByteWriter().u32(1, 5).u32(900).raw(new Array<number>(22).fill(0)).done();
    const entry = (id: number) => new ByteWriter().u32(0, 0).u16(0).u32(0, id, 0).done();
    const boxTable = new ByteWriter().u32(0, 4, 8, 10).raw(entry(901)).raw(entry(900)).raw(entry(0)).done();
    const { blocks } = await documentOf({
      paragraphs: [{ runs: [{ text: '前' }, { text: '\u0008', modifiers: SPECIAL }, { text: '后\r' }] }, paragraph('又')],
      boxes: [paragraph('没位置'), paragraph('框里的'), paragraph(' ')],
      shapes,
      boxTable,
    });
    expect(brief(blocks)).toEqual(['前后', '框里的', '又', '没位置']);
  });
});

describe('tables of Word documents', () => {
  it('cells merged across and down keep their true columns', async () => {
    const grids = await gridsOf(
      ...row([
        { text: '办理结果', right: 1000, down: 3 },
        { text: '（一）予以公开', right: 3000 },
        { text: '36', right: 4000 },
      ]),
      ...row([
        { text: '', right: 1000, down: 1 },
        { text: '（三）不予公开', right: 2000 },
        { text: '1.国家秘密', right: 3000 },
        { text: '18', right: 4000 },
      ]),
      ...row([
        { text: '总计', right: 3000 },
        { text: '54', right: 4000 },
      ]),
    );
    expect(grids).toEqual([
      [
        ['办理结果', '（一）予以公开', '←', '36'],
        ['↑', '（三）不予公开', '1.国家秘密', '18'],
        ['总计', '←', '←', '54'],
      ],
    ]);
  });

  it('old merges across, in either writing', async () => {
    for (const [first, next] of [
      [1, 2],
      [2, 1],
    ] as const) {
      const head = [
        { text: '横', right: 1000, across: first },
        { text: '', right: 2000, across: next },
        { text: '右', right: 3000 },
      ];
      expect(await gridsOf(...row(head), ...row(cells(['1', '2', '3'])))).toEqual([
        [
          ['横', '←', '右'],
          ['1', '2', '3'],
        ],
      ]);
    }
  });

  it('edges a hair apart are one; a row may start further in', async () => {
    const grids = await gridsOf(
      ...row(cells(['甲', '乙', '丙'])),
      ...row(
        [
          { text: '1', right: 1030 },
          { text: '2', right: 1985 },
          { text: '3', right: 3010 },
        ],
        15,
      ),
      ...row([{ text: '只有右边', right: 3000 }], 2000),
    );
    expect(grids).toEqual([
      [
        ['甲', '乙', '丙'],
        ['1', '2', '3'],
        ['·', '·', '只有右边'],
      ],
    ]);
  });

  it('blank cells stay; lines of one cell join, numbers never', async () => {
    const texts = cells(['商业\r企业', '12\u000b34', '']).map((cell) => ({ ...cell }));
    const inTable = row(texts);
    // A line feed inside a cell is a paragraph of its own.
    const [first, ...rest] = inTable;
    const [upper = '', lower = ''] = (first?.runs[0]?.text ?? '').split('\r');
    const split = [{ runs: [{ text: `${upper}\r` }], modifiers: IN_TABLE }, { runs: [{ text: lower }], modifiers: IN_TABLE }, ...rest];
    expect(await gridsOf(...split, ...row(cells(['', '1', '2'])))).toEqual([
      [
        ['商业企业', '12\n34', ''],
        ['', '1', '2'],
      ],
    ]);
  });

  it('changes to a row behind its definition: cells inserted, taken away, widened, merged', async () => {
    const insert = modifier(0x7621, 1, 1, 0xe8, 0x03);
    const merge = modifier(0x5624, 0, 2);
    const vertical = modifier(0xd62b, 2, 0, 3);
    const inserted = row(cells(['甲', '乙', '丙']).slice(0, 2), 0, insert);
    const [a, b, end] = inserted as [WordParagraph, WordParagraph, WordParagraph];
    const third = { runs: [{ text: '丙\u0007' }], modifiers: IN_TABLE };
    expect(await gridsOf(a, b, third, end, ...row(cells(['1', '2', '3'])))).toEqual([
      [
        ['甲', '乙', '丙'],
        ['1', '2', '3'],
      ],
    ]);
    expect(await gridsOf(...row(cells(['甲', '', '丙']), 0, merge), ...row(cells(['1', '2', '3'])))).toEqual([
      [
        ['甲', '←', '丙'],
        ['1', '2', '3'],
      ],
    ]);
    const below = row([
      { text: '', right: 1000, down: 1 },
      { text: '2', right: 2000 },
    ]);
    expect(await gridsOf(...row(cells(['甲', '1']), 0, vertical), ...below)).toEqual([
      [
        ['甲', '1'],
        ['↑', '2'],
      ],
    ]);
    const gone = row(cells(['甲', '乙', '丙']), 0, modifier(0x5622, 1, 2));
    expect(await gridsOf(gone[0]!, gone[2]!, gone[3]!, ...row(cells(['1', '2'])))).toEqual([
      [
        ['甲', '丙'],
        ['1', '2'],
      ],
    ]);
  });

  it('long definitions stand elsewhere in the file', async () => {
    const [a, b, end] = row(cells(['甲', '乙'])) as [WordParagraph, WordParagraph, WordParagraph];
    const list = end.modifiers ?? [];
    const data = new ByteWriter().u16(0, list.length).raw(list).done();
    const moved = { ...end, modifiers: modifier(0x6646, 2, 0, 0, 0) };
    const { blocks, notes } = await documentOf({ paragraphs: [a, b, moved, ...row(cells(['1', '2']))], data });
    expect(brief(blocks)).toEqual([['甲¦乙', '1¦2']]);
    expect(notes).toEqual([]);
  });

  it('a table within a cell becomes a table of its own behind the outer one', async () => {
    const deep = [...IN_TABLE, ...modifier(0x6649, 2, 0, 0, 0)];
    const inner = (text: string) => ({ runs: [{ text: `${text}\r` }], modifiers: [...deep, ...modifier(0x244b, 1)] });
    const [x, y, end] = row(cells(['', ''])) as [WordParagraph, WordParagraph, WordParagraph];
    const definition = (end.modifiers ?? []).slice(IN_TABLE.length + ENDS_ROW.length);
    const innerEnd = { runs: [{ text: '\r' }], modifiers: [...deep, ...modifier(0x244b, 1), ...modifier(0x244c, 1), ...definition] };
    const left = { runs: [{ text: '外左\u0007' }], modifiers: IN_TABLE };
    const right = { runs: [{ text: '外右\u0007' }], modifiers: IN_TABLE };
    expect(x).toBeDefined();
    expect(y).toBeDefined();
    expect(
      await gridsOf(
        left,
        inner('内1'),
        inner('内2'),
        innerEnd,
        inner('3'),
        inner('4'),
        innerEnd,
        right,
        end,
        ...row(cells(['5', '6'])),
        ...row(cells(['7', '8'])),
      ),
    ).toEqual([
      [
        ['外左', '外右'],
        ['5', '6'],
        ['7', '8'],
      ],
      [
        ['内1', '内2'],
        ['3', '4'],
      ],
    ]);
  });

  it('two tables that touch are two', async () => {
    const thirds = [...row(cells(['甲', '乙', '丙'])), ...row(cells(['1', '2', '3']))];
    const halves = [...row(cells(['丁', '戊'], 1500)), ...row(cells(['4', '5'], 1500))];
    expect(await gridsOf(...thirds, ...halves)).toEqual([
      [
        ['甲', '乙', '丙'],
        ['1', '2', '3'],
      ],
      [
        ['丁', '戊'],
        ['4', '5'],
      ],
    ]);
  });

  it('a deleted row is gone, a row of deleted texts too', async () => {
    const deleted = row(cells(['旧', '行'])).map((each) => ({ ...each, runs: each.runs.map((run) => ({ ...run, modifiers: DELETED })) }));
    const { blocks, notes } = await documentOf({ paragraphs: [...row(cells(['甲', '1'])), ...deleted, ...row(cells(['乙', '2']))] });
    expect(brief(blocks)).toEqual([['甲¦1', '乙¦2']]);
    expect(notes).toMatchObject([{ code: 'changes-accepted' }]);
  });

  it('rows without a definition are read in their order, and that is said', async () => {
    const bare = row(cells(['甲', '乙'])).map((each, i) => (i < 2 ? each : { ...each, modifiers: [...IN_TABLE, ...ENDS_ROW] }));
    const { blocks, notes } = await documentOf({ paragraphs: [...bare, ...row(cells(['1', '2']))] });
    expect(brief(blocks)).toEqual([['甲¦乙', '1¦2']]);
    expect(notes).toMatchObject([{ code: 'columns-guessed', weight: 'caution' }]);
  });

  it('text below a merged cell is not shown, and that is said', async () => {
    const { blocks, notes } = await documentOf({
      paragraphs: [
        ...row([
          { text: '甲', right: 1000, down: 3 },
          { text: '1', right: 2000 },
        ]),
        ...row([
          { text: '盖住', right: 1000, down: 1 },
          { text: '2', right: 2000 },
        ]),
      ],
    });
    expect(brief(blocks)).toEqual([['甲¦1', '2']]);
    expect(notes).toMatchObject([{ code: 'covered-left-out', weight: 'caution' }]);
  });
});

describe('Word documents that cannot be read', () => {
  const parts: WordParts = { paragraphs: [paragraph('一、总体情况'), paragraph('正文')] };

  it('are recognised under any name', async () => {
    for (const name of ['年报', '年报.wps', '年报.docx', '年报.xls', '年报.txt']) {
      const result = await read(wordDocument(parts), name);
      expect(result).toMatchObject({ ok: true, format: 'doc' });
    }
  });

  it('Word 95 and older', async () => {
    expect(await failureOf(wordDocument({ ...parts, version: 0x68 }))).toMatchObject({ code: 'old-word' });
    expect(await failureOf(wordDocument({ ...parts, magic: 0xa5dc }))).toMatchObject({ code: 'old-word' });
    expect(await failureOf(Uint8Array.of(0xdb, 0xa5, 0x2d, 0, 0, 0, 9, 4, 0, 0))).toMatchObject({ code: 'old-word' });
  });

  it('encrypted, as doc and as docx', async () => {
    expect(await failureOf(wordDocument({ ...parts, flags: 0x0100 }))).toMatchObject({ code: 'encrypted' });
    const docx = compoundFile({ EncryptionInfo: new Uint8Array(100), EncryptedPackage: new Uint8Array(5000).fill(7) });
    for (const name of ['年报.docx', '年报.xlsx', '年报']) expect(await failureOf(docx, name)).toMatchObject({ code: 'encrypted' });
  });

  it('nothing but pictures, in the line or floating', async () => {
    const picture = { text: '\u0001', modifiers: [...modifier(0x6a03, 0, 0, 0, 0), ...SPECIAL] };
    expect(await failureOf(wordDocument({ paragraphs: [{ runs: [picture, { text: '\r' }] }] }))).toMatchObject({ code: 'scanned' });
    const shapes = new ByteWriter().u32(0, 2).u32(900).raw(new Array<number>(22).fill(0)).done();
    const floating = { runs: [{ text: '\u0008', modifiers: SPECIAL }, { text: '\r' }] };
    expect(await failureOf(wordDocument({ paragraphs: [floating], shapes }))).toMatchObject({ code: 'scanned' });
  });

  it('Microsoft Works', async () => {
    const failure = await failureOf(compoundFile({ MatOST: new Uint8Array(100), MN0: new Uint8Array(200) }), '年报.wps');
    expect(failure).toMatchObject({ code: 'unsupported' });
    expect(failure?.message).toContain('Works');
  });

  it('damaged: streams missing, headers wrong', async () => {
    const { WordDocument, '1Table': table } = wordStreams(parts) as { WordDocument: Uint8Array; '1Table': Uint8Array };
    expect(await failureOf(compoundFile({ WordDocument }))).toMatchObject({ code: 'damaged' });
    expect(await failureOf(compoundFile({ WordDocument: WordDocument.subarray(0, 40), '1Table': table }))).toMatchObject({
      code: 'damaged',
    });
    expect(await failureOf(compoundFile({ WordDocument: WordDocument.slice().fill(9, 0, 4), '1Table': table }))).toMatchObject({
      code: 'damaged',
    });
    expect(await failureOf(compoundFile({ WordDocument, '1Table': table.slice().fill(0) }))).toMatchObject({ code: 'damaged' });
    // The other table stream is taken where the right one is missing.
    expect(await failureOf(compoundFile({ WordDocument, '0Table': table }))).toBeNull();
  });

  it('cut off before its directory, under either name', async () => {
    const bytes = wordDocument(parts);
    for (const [length, name] of [
      [2000, '年报.doc'],
      [2000, '年报.xls'],
      [2000, '年报'],
      [300, '年报.wps'],
    ] as const) {
      expect(await failureOf(bytes.subarray(0, length), name)).toMatchObject({ code: 'truncated' });
    }
    const broken = bytes.slice();
    broken[30] = 77;
    expect(await failureOf(broken)).toMatchObject({ code: 'damaged' });
  });

  it('cut off: what is missing is said', async () => {
    const long: WordParts = { paragraphs: [paragraph('开头'), paragraph('很长的正文'.repeat(2000))] };
    const { WordDocument, '1Table': table } = wordStreams(long) as { WordDocument: Uint8Array; '1Table': Uint8Array };
    const document = await readDocument(compoundFile({ WordDocument: WordDocument.subarray(0, 8000), '1Table': table }), '甲.doc');
    expect(document.notes).toMatchObject([{ code: 'text-missing', weight: 'caution' }]);
    expect(await failureOf(compoundFile({ WordDocument: WordDocument.subarray(0, 0x600), '1Table': table }))).toMatchObject({
      code: 'truncated',
    });
  });

  it('whatever is changed in a file: no crash, no hang, a name for every failure', async () => {
    const original = wordDocument({
      ...numberedList([{ format: 39, text: '<0>、' }]),
      listOverrides: listOverrides([[{ level: 0, start: 3 }]]),
      paragraphs: [
        paragraph('总体情况', modifier(0x460b, 1, 0)),
        ...row([
          { text: '甲', right: 1000, down: 3 },
          { text: '1', right: 2000 },
        ]),
        ...row([
          { text: '', right: 1000, down: 1 },
          { text: '2', right: 2000 },
        ]),
        paragraph('共\u0013 SUM \u00143\u0015条'),
      ],
    });
    const change = fc.tuple(fc.nat(original.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 30 }), fc.nat(original.length * 3), async (changes, cut) => {
        const bytes = original.slice();
        for (const [at, value] of changes) bytes[at] = value;
        const result = await read(bytes.subarray(0, cut), '甲.doc');
        if (!result.ok) {
          expect(result.failure.message).toMatch(/^“甲\.doc”.+。$/s);
          expect(result.failure.code).not.toBe('crashed');
        }
      }),
      { numRuns: runs(400) },
    );
  }, 3_600_000);
});

const SAMPLES = new URL('../../../shared/samples/formats/', import.meta.url).pathname;

describe.skipIf(!existsSync(SAMPLES))('sample documents', () => {
  const bytesOf = (name: string) => new Uint8Array(readFileSync(SAMPLES + name));
  const factsOf = async (name: string) => {
    const outcome = await examine(bytesOf(name), name);
    if (!outcome.ok) throw new Error(outcome.failure.message);
    return outcome.reports.flatMap(({ report }) => report.facts.map(({ key, value, certainty }) => ({ key, value, certainty })));
  };

  it.each(['report.doc', 'report.wps', 'complex.doc'])('%s gives the facts of report.html, all sure', async (name) => {
    const facts = await factsOf(name);
    expect(facts.every((fact) => fact.certainty === 'sure')).toBe(true);
    expect(new Set(facts.map((fact) => `${fact.key}=${fact.value}`))).toEqual(
      new Set((await factsOf('report.html')).map((fact) => `${fact.key}=${fact.value}`)),
    );
  });

  it.each(['report.doc', 'report.wps'])('%s: every block and every grid', async (name) => {
    const truth = JSON.parse(readFileSync(`${SAMPLES}truth.json`, 'utf8')) as {
      grids: string[][][];
      blocks: { h?: number; t?: string; p?: string }[];
    };
    const { blocks } = await readDocument(bytesOf(name), name);
    expect(blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]))).toEqual(
      truth.blocks.flatMap((block) => block.t ?? block.p ?? []),
    );
    expect(blocks.filter((block) => block.kind === 'heading')).toHaveLength(12);
    const grids = blocks.flatMap((block) => (block.kind === 'table' ? [JSON.stringify(gridOf(block))] : []));
    expect(new Set(grids)).toEqual(new Set(truth.grids.map((grid) => JSON.stringify(grid))));
  });
});
