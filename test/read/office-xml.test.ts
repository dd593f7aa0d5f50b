// Word and Excel documents written as one XML file, of 2003 and after: the same as their packages.
import { describe, expect, it } from 'vitest';
import { read } from '../../src/core/read/index.ts';
import { brief, bytes, gridOf, readDocument } from './reading.ts';
import { docxEntries, p, pack, tbl } from './packing.ts';

describe('a package as one XML file', () => {
  const flat = (entries: readonly { readonly path: string | Uint8Array; readonly data: string | Uint8Array }[]) =>
    `<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${entries
      .map(
        ({ path, data }) =>
          `<pkg:part pkg:name="/${String(path)}"><pkg:xmlData>${String(data).replace(/^<\?xml[^>]*\?>\s*/, '')}</pkg:xmlData></pkg:part>`,
      )
      .join('')}</pkg:package>`;
  const entries = docxEntries(
    p('一、总体情况') +
      tbl([
        ['规章', '3'],
        ['文件', '14'],
      ]),
  );

  it('gives what its archive gives, whatever it is called', async () => {
    const packed = await readDocument(pack(entries), 'a.docx');
    for (const name of ['a.xml', 'a.doc']) {
      const document = await readDocument(flat(entries), name);
      expect(document.blocks).toEqual(packed.blocks);
    }
    expect(brief(packed.blocks)).toEqual(['一、总体情况', ['规章¦3', '文件¦14']]);
  });

  it('that is cut off is refused', async () => {
    const text = flat(entries);
    expect(await read(bytes(text.slice(0, -30)), 'a.xml')).toMatchObject({ ok: false, failure: { code: 'truncated' } });
  });
});

describe('Word 2003', () => {
  const document = (body: string, before = '') =>
    `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:st1="urn:schemas-microsoft-com:office:smarttags">${before}<w:body><wx:sect>${body}</wx:sect></w:body></w:wordDocument>`;
  const r = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
  const change = (type: string, inner: string) =>
    `<aml:annotation aml:id="1" w:type="Word.${type}"><aml:content>${inner}</aml:content></aml:annotation>`;

  it('keeps digits apart that a converter ran together, and says what such a converter loses', async () => {
    const cell = (...texts: string[]) => `<w:tc><w:p>${texts.map(r).join('')}</w:p></w:tc>`;
    const table = `<w:tbl><w:tr>${cell('第', '一行')}${cell('37', '3')}${cell('12')}</w:tr></w:tbl>`;
    const left = `<w:p xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">${r('20')}${r('23年')}</w:p>`;
    const got = await readDocument(document(left + table), '年报.xml');
    expect(brief(got.blocks)).toEqual(['2023年', ['第一行¦37 3¦12']]);
    expect(got.notes).toContainEqual(expect.objectContaining({ code: 'marks-lost', weight: 'caution' }));
    expect(brief((await readDocument(document(table), '年报.xml')).blocks)).toEqual([['第一行¦373¦12']]);
  });

  it('numbers its headings, merges its cells, takes changes as accepted', async () => {
    const lists =
      '<w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/><w:lvlText w:val="%1、"/></w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists>' +
      '<w:styles><w:style w:type="paragraph" w:default="on" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:listPr><w:ilfo w:val="1"/></w:listPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>';
    const heading = (text: string) => `<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr>${r(text)}</w:p>`;
    const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr><w:p>${text === '' ? '' : r(text)}</w:p></w:tc>`;
    const table = `<w:tbl><w:tr>${cell('项目', '<w:vmerge w:val="restart"/>')}${cell('申请人', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('', '<w:vmerge/>')}${cell('自然人')}${cell('总计')}</w:tr></w:tbl>`;
    const changed = `<w:p>${change('Deletion', '<w:r><w:delText>12</w:delText></w:r>')}${change('Insertion', r('21'))}<st1:place w:st="on">${r('件')}</st1:place></w:p>`;
    const got = await readDocument(document(`${heading('总体情况')}${heading('主动公开')}${changed}${table}`, lists), '年报.doc');
    expect(brief(got.blocks).slice(0, 3)).toEqual(['# 一、总体情况', '# 二、主动公开', '21件']);
    expect(got.blocks.flatMap((block) => (block.kind === 'table' ? [gridOf(block)] : []))).toEqual([
      [
        ['项目', '申请人', '←'],
        ['↑', '自然人', '总计'],
      ],
    ]);
    expect(got.notes.map(({ code }) => code)).toEqual(['changes-accepted']);
  });

  it('leaves headers, footnotes and comments apart and says so', async () => {
    const body = `<w:p>${r('文')}<w:r><w:footnote><w:p>${r('脚注')}</w:p></w:footnote></w:r>${change('Comment', `<w:p>${r('批注')}</w:p>`)}</w:p><w:sectPr><w:hdr><w:p>${r('某某县')}</w:p></w:hdr></w:sectPr>`;
    const got = await readDocument(document(body), 'a.xml');
    expect(brief(got.blocks)).toEqual(['文']);
    expect(got.notes.map(({ code }) => code)).toEqual(['footnotes-left-out', 'margins-left-out', 'comments-left-out']);
  });
});

describe('Excel 2003', () => {
  const book = (sheets: string, before = '') =>
    `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">${before}${sheets}</Workbook>`;
  const sheet = (rows: string, more = '') => `<Worksheet ss:Name="a"><Table>${rows}</Table>${more}</Worksheet>`;
  const cell = (text: string, more = '') =>
    `<Cell ${more}><Data ss:Type="${/^[\d.]+$/.test(text) ? 'Number' : 'String'}">${text}</Data></Cell>`;

  it('merged cells, places, numbers as they are shown', async () => {
    const styles = '<Styles><Style ss:ID="d"><NumberFormat ss:Format="#,##0.00"/></Style></Styles>';
    const rows = [
      `<Row>${cell('项目', 'ss:MergeDown="1"')}${cell('数量', 'ss:MergeAcross="1"')}</Row>`,
      `<Row>${cell('件', 'ss:Index="2"')}${cell('元')}</Row>`,
      `<Row>${cell('收费')}${cell('3')}${cell('1234.5', 'ss:StyleID="d"')}</Row>`,
      `<Row ss:Hidden="1">${cell('藏')}${cell('9')}</Row>`,
    ];
    const document = await readDocument(book(sheet(rows.join('')), styles), '导出.xls');
    expect(document.blocks.flatMap((block) => (block.kind === 'table' ? [gridOf(block)] : []))).toEqual([
      [
        ['项目', '数量', '←'],
        ['↑', '件', '元'],
        ['收费', '3', '1,234.50'],
      ],
    ]);
    expect(document.notes.map(({ code }) => code)).toEqual(['hidden-cells-left-out']);
  });

  it('cells below a merged one are found without their places', async () => {
    const rows = `<Row>${cell('组', 'ss:MergeDown="1"')}${cell('甲')}${cell('1')}</Row><Row>${cell('乙')}${cell('2')}</Row>`;
    const [block] = (await readDocument(book(sheet(rows)), 'a.xml')).blocks;
    expect(block?.kind === 'table' && gridOf(block)).toEqual([
      ['组', '甲', '1'],
      ['↑', '乙', '2'],
    ]);
  });

  it('hidden sheets are left out and said; the farthest cell costs nothing', async () => {
    const hidden = sheet(
      `<Row>${cell('藏')}${cell('1')}</Row>`,
      '<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>',
    );
    const far = sheet(
      `<Row>${cell('甲')}${cell('1')}</Row><Row ss:Index="1048576">${cell('远', 'ss:Index="16384" ss:MergeAcross="99999" ss:MergeDown="99999"')}</Row>`,
    );
    const document = await readDocument(book(hidden + far), 'a.xml');
    expect(JSON.stringify(document.blocks)).toContain('远');
    expect(JSON.stringify(document.blocks)).not.toContain('藏');
    expect(document.notes.map(({ code }) => code)).toContain('hidden-sheets-left-out');
  });
});

describe('OpenDocument spreadsheets', () => {
  const names = ['office', 'text', 'table', 'style', 'xsl-fo-compatible', 'meta'].map(
    (name) => `xmlns:${name === 'xsl-fo-compatible' ? 'fo' : name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const flat = (tables: string, styles = '') =>
    `<?xml version="1.0"?><office:document ${names.join(' ')} office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document>`;
  const cell = (text: string, more = '') => `<table:table-cell ${more}>${text === '' ? '' : `<text:p>${text}</text:p>`}</table:table-cell>`;
  const row = (cells: string, more = '') => `<table:table-row ${more}>${cells}</table:table-row>`;

  it('merged, covered, repeated and hidden cells, as shown', async () => {
    const table = `<table:table>${row(cell('项目', 'table:number-rows-spanned="2"') + cell('数量', 'table:number-columns-spanned="2"') + '<table:covered-table-cell/>')}${row(`<table:covered-table-cell/>${cell('件')}${cell('元')}`)}${row(cell('合计') + cell('0', 'table:number-columns-repeated="2"'))}${row(cell('藏') + cell('1'), 'table:visibility="collapse"')}${row(cell('', 'table:number-columns-repeated="16384"'), 'table:number-rows-repeated="1048000"')}</table:table>`;
    const hidden = `<table:table table:style-name="h">${row(cell('无') + cell('2'))}</table:table>`;
    const styles = '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>';
    const document = await readDocument(flat(table + hidden, styles), 'a.fods');
    expect(document.blocks.flatMap((block) => (block.kind === 'table' ? [gridOf(block)] : []))).toEqual([
      [
        ['项目', '数量', '←'],
        ['↑', '件', '元'],
        ['合计', '0', '0'],
      ],
    ]);
    expect(document.notes.map(({ code }) => code)).toEqual(['hidden-sheets-left-out', 'hidden-cells-left-out']);
  });

  it('filled rows without end are cut and said', async () => {
    const document = await readDocument(
      flat(`<table:table>${row(cell('甲') + cell('1'), 'table:number-rows-repeated="1048576"')}</table:table>`),
      'a.fods',
    );
    expect(document.notes.map(({ code }) => code)).toContain('cut-cells');
  });
});
