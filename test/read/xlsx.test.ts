// Workbooks since 2007: what only this format has.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/core/index.ts';
import { read } from '../../src/core/read/index.ts';
import { cpuClock } from '../cpu-clock.ts';
import { pack } from './packing.ts';
import { brief, readDocument } from './reading.ts';
import { FRAMED, xlsx, xlsxEntries } from './workbooks.ts';
import type { CellValue, TestSheet } from './workbooks.ts';
import { fc, runs } from '../property.ts';

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const BOOK = { sheets: [{ rows: [['甲', 1] as const] }] };
const briefOf = async (...parts: Parameters<typeof xlsx>) => brief((await readDocument(xlsx(...parts), '甲.xlsx')).blocks);
const failureOf = async (bytes: Uint8Array, name = '甲.xlsx') => {
  const result = await read(bytes, name);
  return result.ok ? null : result.failure;
};

describe('parts of xlsx workbooks', () => {
  it('shared strings: runs join, what tells how to read a word is left out, escapes are undone', async () => {
    const strings = `<sst xmlns="${NS}"><si><t>甲</t></si><si><r><rPr><b/></rPr><t>一、</t></r><r><t xml:space="preserve">新 收</t></r><rPh sb="0" eb="1"><t>シン</t></rPh></si><si><t>上_x000D_
下</t></si></sst>`;
    const relations = xlsxEntries(BOOK).find((entry) => entry.path.toString().endsWith('workbook.xml.rels'))!;
    const withStrings = String(relations.data).replace(
      '</Relationships>',
      `<Relationship Id="ss" Type="${REL}/sharedStrings" Target="/xl/其他/文字.xml"/></Relationships>`,
    );
    expect(
      await briefOf(BOOK, {
        xml: [
          '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row></sheetData>',
        ],
        extra: [
          { path: 'xl/其他/文字.xml', data: strings },
          { path: 'xl/_rels/workbook.xml.rels', data: withStrings },
        ],
      }),
    ).toEqual([['甲¦一、新 收¦上下']]);
  });

  it('formulas by the value they last had; errors, dates and cells without places', async () => {
    const document = await readDocument(
      xlsx(
        { looks: [{ format: 'yyyy-m-d' }], sheets: [{ rows: [] }] },
        {
          xml: [
            '<sheetData><row><c t="str"><f>A1&amp;"x"</f><v>合计</v></c><c><f>SUM(A1)</f><v>54</v></c><c t="e"><v>#DIV/0!</v></c><c t="d" s="1"><v>2023-12-31T00:00:00</v></c><c t="d"><v>2023-12-31T00:00:00</v></c></row><row r="5"><c r="C5" t="b"><v>1</v></c><c><v>7</v></c></row></sheetData>',
          ],
        },
      ),
      '甲.xlsx',
    );
    expect(brief(document.blocks)).toEqual([['合计¦54¦#DIV/0!¦2023-12-31¦2023-12-31'], ['TRUE¦7']]);
  });

  it('prefixes and the strict edition', async () => {
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    expect(
      await briefOf(BOOK, {
        extra: [
          {
            path: 'xl/worksheets/sheet1.xml',
            data: `<x:worksheet xmlns:x="${strict}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c><x:c r="B1"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
          },
        ],
      }),
    ).toEqual([['甲¦2']]);
  });

  it('boxes and pictures come behind their sheet, comments are left out', async () => {
    const xdr = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
    const a = 'http://schemas.openxmlformats.org/drawingml/2006/main';
    const document = await readDocument(
      xlsx(BOOK, {
        extra: [
          {
            path: 'xl/worksheets/_rels/sheet1.xml.rels',
            data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${REL}/drawing" Target="../drawings/drawing1.xml"/><Relationship Id="b" Type="${REL}/comments" Target="../comments1.xml"/></Relationships>`,
          },
          {
            path: 'xl/drawings/drawing1.xml',
            data: `<xdr:wsDr xmlns:xdr="${xdr}" xmlns:a="${a}"><xdr:twoCellAnchor><xdr:sp><xdr:txBody><a:p><a:r><a:t>框里</a:t></a:r><a:r><a:t>的话</a:t></a:r></a:p><a:p/></xdr:txBody></xdr:sp></xdr:twoCellAnchor><xdr:twoCellAnchor><xdr:pic/></xdr:twoCellAnchor></xdr:wsDr>`,
          },
        ],
      }),
      '甲.xlsx',
    );
    expect(brief(document.blocks)).toEqual([['甲¦1'], '框里的话', '[]']);
    expect(document.notes.map((note) => note.code)).toEqual(['boxes-moved', 'comments-left-out']);
  });

  it('is recognised under any name', async () => {
    for (const name of ['表', '表.xls', '表.docx', '表.zip'])
      expect(await read(xlsx(BOOK), name)).toMatchObject({ ok: true, format: 'xlsx' });
  });
});

describe('xlsx workbooks that cannot be read', () => {
  it('a sheet missing or broken is said, the others are read', async () => {
    const two = { sheets: [{ rows: [['甲', 1] as const] }, { rows: [['乙', 2] as const] }] };
    for (const extra of [[{ path: 'xl/worksheets/sheet1.xml', data: '<worksheet><sheetData>' }], []]) {
      const entries = xlsxEntries(two, { extra }).filter((entry) => extra.length > 0 || entry.path !== 'xl/worksheets/sheet1.xml');
      const document = await readDocument(pack(entries), '甲.xlsx');
      expect(brief(document.blocks)).toEqual([['乙¦2']]);
      expect(document.notes).toMatchObject([{ code: 'text-missing', weight: 'caution' }]);
    }
  });

  it('damaged, binary, hostile', async () => {
    expect(await failureOf(xlsx(BOOK, { extra: [{ path: 'xl/worksheets/sheet1.xml', data: '<worksheet' }] }))).toMatchObject({
      code: 'damaged',
    });
    expect(await failureOf(xlsx(BOOK, { extra: [{ path: 'xl/workbook.xml', data: '' }] }))).toMatchObject({ code: 'damaged' });
    expect(await failureOf(pack([{ path: 'xl/workbook.bin', data: 'x' }]), '甲.xlsb')).toMatchObject({ code: 'unsupported' });
    const entity = `<!DOCTYPE worksheet [<!ENTITY a "b">]><worksheet xmlns="${NS}"><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>`;
    expect(await failureOf(xlsx(BOOK, { extra: [{ path: 'xl/worksheets/sheet1.xml', data: entity }] }))).toMatchObject({ code: 'damaged' });
    const bomb = `<worksheet xmlns="${NS}">${' '.repeat(3_000_000)}</worksheet>`;
    expect(await failureOf(xlsx(BOOK, { extra: [{ path: 'xl/worksheets/sheet1.xml', data: bomb }] }))).toMatchObject({ code: 'bomb' });
  });

  it('areas without end, columns without number and negative rows cost nothing', async () => {
    const merges = Array.from({ length: 3000 }, (_, i) => `<mergeCell ref="A${i + 1}:XFD1048576"/>`).join('');
    const xml = `<cols><col min="5" max="4000000000" hidden="1"/><col min="-1" max="x" hidden="1"/></cols><sheetData><row r="-4"><c r="ZZZZZ9" t="str"><v>甲</v></c></row><row r="99999999999"><c t="str"><v>乙</v></c></row></sheetData><mergeCells>${merges}<mergeCell ref="B"/><mergeCell/></mergeCells>`;
    const spent = cpuClock();
    const result = await read(xlsx(BOOK, { xml: [xml] }), '甲.xlsx');
    expect(result.ok).toBe(true);
    expect(spent()).toBeLessThan(2000);
  });

  it('names such as __proto__ are names', async () => {
    const document = await readDocument(xlsx({ sheets: [{ name: '__proto__', rows: [['constructor', '__proto__']] }] }), '甲.xlsx');
    expect(brief(document.blocks)).toEqual([['constructor¦__proto__']]);
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('甲');
  });

  it('whatever is changed in its parts: no crash, no hang, a name for every failure', async () => {
    const entries = xlsxEntries({
      looks: [{ format: '#,##0.00', framed: true }],
      sheets: [
        {
          rows: [
            ['甲', [1.5, 1], true],
            ['乙', null, [null, 1]],
          ],
          merges: ['A1:A2'],
          hiddenRows: [3],
          hiddenColumns: [4],
        },
      ],
    });
    const change = fc.tuple(fc.nat(entries.length - 1), fc.nat(4000), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const datas = entries.map(({ data }) => (typeof data === 'string' ? new TextEncoder().encode(data) : data.slice()));
        for (const [part, at, value] of changes) {
          const data = datas[part]!;
          data[at % data.length] = value;
        }
        const result = await read(pack(entries.map((entry, i) => ({ ...entry, data: datas[i]! }))), '甲.xlsx');
        if (!result.ok) expect(result.failure.message).toMatch(/^“甲\.xlsx”.+。$/s);
      }),
      { numRuns: runs(300) },
    );
  }, 3_600_000);
});

const SAMPLES = new URL('../../../shared/samples/formats/', import.meta.url).pathname;

describe.skipIf(!existsSync(SAMPLES))('a report over several sheets', () => {
  const truth = () =>
    JSON.parse(readFileSync(`${SAMPLES}truth.json`, 'utf8')) as {
      grids: string[][][];
      blocks: { t?: string; p?: string; table?: number }[];
    };
  const written = (text: string): CellValue => (/^\d+(?:\.\d+)?$/.test(text) ? Number(text) : text);

  /** Rows and areas of a grid as they would be typed. */
  const typed = (grid: readonly (readonly string[])[], from: number, look: number): { rows: TestSheet['rows']; merges: string[] } => {
    const merges: string[] = [];
    const rows = grid.map((row, y) =>
      row.map((text, x) => {
        if (text === '←' || text === '↑') return [null, look] as const;
        let right = x;
        while (row[right + 1] === '←') right++;
        let bottom = y;
        while (grid[bottom + 1]?.[x] === '↑') bottom++;
        if (right > x || bottom > y)
          merges.push(`${String.fromCharCode(65 + x)}${from + y + 1}:${String.fromCharCode(65 + right)}${from + bottom + 1}`);
        return [written(text), look] as const;
      }),
    );
    return { rows, merges };
  };
  const factsOf = async (bytes: Uint8Array, name: string) => {
    const outcome = await examine(bytes, name);
    if (!outcome.ok) throw new Error(outcome.failure.message);
    return outcome.reports.flatMap(({ report }) => report.facts.map(({ key, value, certainty }) => `${key}=${value} ${certainty}`));
  };

  it.each([
    ['with borders', 1, true],
    ['without borders', 0, true],
    ['with borders and without headings', 1, false],
    ['without borders and headings', 0, false],
  ] as const)('one table on each sheet, %s', async (_title, look, headings) => {
    const { grids } = truth();
    const titles = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况'];
    const sheets: TestSheet[] = [
      { name: '正文', rows: [['甲县水利局2023年政府信息公开工作年度报告'], ['一、总体情况'], ['本机关依法公开政府信息。']] },
      ...grids.slice(0, 3).map((grid, i) => {
        const { rows, merges } = typed(grid, headings ? 1 : 0, look);
        return { name: `表${'二三四'[i]}`, rows: headings ? [[titles[i]!], ...rows] : rows, merges };
      }),
      { name: '其他', rows: [['五、存在的主要问题及改进情况'], ['人手不够。'], ['六、其他需要报告的事项'], ['没有。']] },
    ];
    const reference = new Set(await factsOf(new Uint8Array(readFileSync(`${SAMPLES}report.html`)), 'report.html'));
    expect(new Set(await factsOf(xlsx({ looks: [FRAMED], sheets }), '甲县水利局2023年年报.xlsx'))).toEqual(reference);
  });
});
