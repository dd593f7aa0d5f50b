// Odd and hostile files, each with what must come of it: a code of failure, or `read` with the codes of the notes that warn.
// Built when asked for, so that a run holds one at a time. `hostile`: measured for memory too.
import { deflateRawSync, constants } from 'node:zlib';
import { compoundFile } from './compound-file.ts';
import { asPdf } from './drawing.ts';
import { docx, docxEntries, fodt, odtEntries, p, pack, tbl } from './packing.ts';
import type { PackedEntry } from './packing.ts';
import { paragraph, wordDocument } from './word97.ts';
import { record, xls, xlsx, xlsxEntries } from './workbooks.ts';

export interface LedgerEntry {
  readonly what: string;
  readonly fileName: string;
  readonly build: () => Uint8Array;
  readonly expected: string;
  readonly hostile?: true;
}

const MEGABYTE = 1024 * 1024;
const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const half = (bytes: Uint8Array) => bytes.slice(0, bytes.length >> 1);

/** Deflated data of which `megabytes` come out, without ever holding them. */
function deflated(piece: string, megabytes: number): Uint8Array {
  const one = Buffer.from(piece.repeat(Math.ceil(MEGABYTE / piece.length)).slice(0, MEGABYTE));
  const packed = deflateRawSync(one, { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
  return Uint8Array.from(Buffer.concat([...Array.from({ length: megabytes }, () => packed), deflateRawSync(Buffer.alloc(0))]));
}

/** An entry whose data are packed already; the headers claim `size`. */
const packedEntry = (path: string, data: Uint8Array, size: number): PackedEntry => ({ path, data, stored: true, method: 8, size, crc: 0 });

/** A Word document whose text is another entry. */
const around = (document: PackedEntry) => pack(docxEntries('').map((entry) => (entry.path === 'word/document.xml' ? document : entry)));

/** An archive in an archive in an archive … */
const nested = (depth: number, inner: Uint8Array): Uint8Array =>
  depth === 0 ? inner : nested(depth - 1, pack([{ path: `${depth}.zip`, data: inner, stored: true }]));

/** Bytes without a pattern, the same each time. */
function noise(length: number): Uint8Array {
  let state = 7;
  return Uint8Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state >> 16;
  });
}

const LAUGHS = `<!DOCTYPE x [<!ENTITY a "${'甲'.repeat(50)}">${'bcdefgh'
  .split('')
  .map((name, i) => `<!ENTITY ${name} "${`&${'abcdefg'[i]};`.repeat(10)}">`)
  .join('')}]>`;
const SHEET = { sheets: [{ rows: [['甲', 1]] }] };
const WORD = p('本年公开信息二十条。').repeat(20);
const JPEG = latin(`\xff\xd8\xff\xe0\0\x10JFIF${'\0\x01'.repeat(500)}`);
const PNG = latin(`\x89PNG\r\n\x1a\n${'\0\x01'.repeat(500)}`);
const SHEET_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const sheet = (content: string) => xlsx(SHEET, { xml: [`<worksheet ${SHEET_NS}>${content}</worksheet>`] });

/** A compound file whose table of sectors goes in a circle. */
function cyclic(): Uint8Array {
  const file = wordDocument({ paragraphs: [paragraph('甲'.repeat(3000))] });
  const view = new DataView(file.buffer);
  const table = (view.getUint32(76, true) + 1) * 512;
  for (let sector = 0; sector < 8; sector++) view.setUint32(table + sector * 4, (sector + 1) % 8, true);
  return file;
}

export const LEDGER: readonly LedgerEntry[] = [
  // Nothing, or something else than the name says.
  { what: 'no byte', fileName: 'a.docx', build: () => new Uint8Array(0), expected: 'empty' },
  { what: 'zero bytes', fileName: 'a.xlsx', build: () => new Uint8Array(9000), expected: 'damaged' },
  { what: 'blanks', fileName: 'a.txt', build: () => utf8(' \r\n\t　'.repeat(50)), expected: 'empty' },
  { what: 'noise', fileName: 'a.doc', build: () => noise(20_000), expected: 'unsupported' },
  { what: 'a photograph named docx', fileName: 'a.docx', build: () => JPEG, expected: 'unsupported' },
  { what: 'a picture named pdf', fileName: 'a.pdf', build: () => PNG, expected: 'unsupported' },
  { what: 'a Word document named pdf', fileName: 'a.pdf', build: () => docx(WORD), expected: 'read' },
  { what: 'a workbook named doc', fileName: 'a.doc', build: () => xlsx(SHEET), expected: 'read' },
  { what: 'a page named xls', fileName: 'a.xls', build: () => utf8('<html><table><tr><td>甲<td>1</table>'), expected: 'read' },
  { what: 'a Word document named txt', fileName: 'a.txt', build: () => wordDocument({ paragraphs: [paragraph('甲')] }), expected: 'read' },
  { what: 'a slide show', fileName: 'a.wps', build: () => compoundFile({ 'PowerPoint Document': noise(5000) }), expected: 'unsupported' },
  {
    what: 'MS Works',
    fileName: 'a.wps',
    build: () => compoundFile({ MatOST: noise(500), CONTENTS: noise(5000) }),
    expected: 'unsupported',
  },
  { what: 'Outlook', fileName: 'a.msg', build: () => compoundFile({ '__properties_version1.0': noise(500) }), expected: 'unsupported' },
  {
    what: 'a mail',
    fileName: 'a.eml',
    build: () => utf8('From: a@b\r\nTo: c@d\r\nSubject: e\r\nMIME-Version: 1.0\r\n\r\n甲'),
    expected: 'unsupported',
  },
  { what: 'RAR', fileName: 'a.zip', build: () => latin(`Rar!\x1a\x07\x01\0${'\x9c'.repeat(300)}`), expected: 'unsupported' },
  { what: 'an empty archive', fileName: 'a.zip', build: () => pack([]), expected: 'empty' },
  { what: 'pictures only', fileName: 'a.zip', build: () => pack([{ path: 'a.jpg', data: JPEG }]), expected: 'empty' },
  { what: 'a Word document without text', fileName: 'a.docx', build: () => docx('<w:p/>'), expected: 'empty' },
  { what: 'a workbook without cells', fileName: 'a.xlsx', build: () => xlsx({ sheets: [{ rows: [] }] }), expected: 'empty' },
  {
    what: 'a page without text',
    fileName: 'a.html',
    build: () => utf8('<!doctype html><div id=app></div><script>a()</script>'),
    expected: 'empty',
  },
  { what: 'a PDF without text', fileName: 'a.pdf', build: () => asPdf([{}]), expected: 'empty' },

  // Locked.
  {
    what: 'a password',
    fileName: 'a.docx',
    build: () => compoundFile({ EncryptionInfo: noise(100), EncryptedPackage: noise(5000) }),
    expected: 'encrypted',
  },
  {
    what: 'a password of Word 97',
    fileName: 'a.doc',
    build: () => wordDocument({ paragraphs: [paragraph('甲')], flags: 0x0100 }),
    expected: 'encrypted',
  },
  {
    what: 'a password of Excel 97',
    fileName: 'a.xls',
    build: () => xls(SHEET, { globals: [record(0x2f, [1, 0, 1, 0, 1, 0])] }),
    expected: 'encrypted',
  },
  { what: 'a PDF with a password', fileName: 'a.pdf', build: () => asPdf([{}], { locked: true }), expected: 'encrypted' },
  {
    what: 'AES, method 99',
    fileName: 'a.docx',
    build: () => around({ path: 'word/document.xml', data: noise(500), stored: true, method: 99, flags: 1 }),
    expected: 'encrypted',
  },
  {
    what: 'an archive with a password',
    fileName: 'a.zip',
    build: () => pack([{ path: 'a.txt', data: '甲', flags: 1 }]),
    expected: 'encrypted',
  },

  // Cut off or changed.
  { what: 'half a docx', fileName: 'a.docx', build: () => half(docx(WORD)), expected: 'truncated' },
  { what: 'half an xlsx', fileName: 'a.xlsx', build: () => half(xlsx(SHEET)), expected: 'truncated' },
  {
    what: 'half a doc',
    fileName: 'a.doc',
    build: () => half(wordDocument({ paragraphs: [paragraph('甲'.repeat(9000))] })),
    expected: 'truncated',
  },
  {
    what: 'half an xls',
    fileName: 'a.xls',
    build: () => half(xls({ sheets: [{ rows: Array.from({ length: 500 }, (_, y) => [y, '甲']) }] })),
    expected: 'truncated',
  },
  { what: 'half a pdf', fileName: 'a.pdf', build: () => half(asPdf([{}])), expected: 'truncated' },
  {
    what: 'half an rtf',
    fileName: 'a.rtf',
    build: () => half(utf8(`{\\rtf1\\ansi ${'\\u30002?\\par '.repeat(200)}}`)),
    expected: 'read text-missing',
  },
  { what: 'half a fodt', fileName: 'a.fodt', build: () => half(utf8(fodt('<text:p>甲</text:p>'.repeat(300)))), expected: 'damaged' },
  {
    what: 'text that ends in an XML part',
    fileName: 'a.docx',
    build: () =>
      around({
        path: 'word/document.xml',
        data: '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>',
      }),
    expected: 'damaged',
  },
  {
    what: 'another sum',
    fileName: 'a.docx',
    build: () => around({ path: 'word/document.xml', data: '<w:document/>', crc: 1 }),
    expected: 'damaged',
  },
  { what: 'a circle of sectors', fileName: 'a.doc', build: cyclic, expected: 'read text-missing' },

  // Bombs.
  {
    what: '300 MB of zeros',
    fileName: 'a.docx',
    build: () => around(packedEntry('word/document.xml', deflated('\0', 300), 300 * MEGABYTE)),
    expected: 'bomb',
    hostile: true,
  },
  {
    what: '300 MB that claim 1 kB',
    fileName: 'a.docx',
    build: () => around(packedEntry('word/document.xml', deflated('\0', 300), 1000)),
    expected: 'bomb',
    hostile: true,
  },
  {
    what: '300 MB that claim 20 MB',
    fileName: 'a.xlsx',
    build: () =>
      pack(
        xlsxEntries(SHEET).map((entry) =>
          entry.path === 'xl/worksheets/sheet1.xml' ? packedEntry(entry.path, deflated('<c/>', 300), 20 * MEGABYTE) : entry,
        ),
      ),
    expected: 'bomb',
    hostile: true,
  },
  {
    what: '60 MB of elements',
    fileName: 'a.docx',
    build: () => around(packedEntry('word/document.xml', deflated('<w:p/>', 60), 60 * MEGABYTE)),
    expected: 'bomb',
    hostile: true,
  },
  {
    what: 'parts over each other',
    fileName: 'a.zip',
    build: () =>
      pack([
        { path: 'a.txt', data: '甲'.repeat(99) },
        ...Array.from({ length: 500 }, (_, i) => ({ path: `${i}.txt`, data: '甲'.repeat(99), shared: true })),
      ]),
    expected: 'bomb',
  },
  {
    what: '2,000 parts',
    fileName: 'a.zip',
    build: () => pack(Array.from({ length: 2000 }, (_, i) => ({ path: `${i}.txt`, data: '甲', stored: true }))),
    expected: 'bomb',
  },
  { what: 'ten archives deep', fileName: 'a.zip', build: () => nested(10, utf8('甲')), expected: 'bomb' },
  {
    what: 'entities in a docx',
    fileName: 'a.docx',
    build: () => around({ path: 'word/document.xml', data: `${LAUGHS}<w:document>&h;</w:document>` }),
    expected: 'damaged',
  },
  {
    what: 'entities in an odt',
    fileName: 'a.odt',
    build: () => pack(odtEntries('').map((entry) => (entry.path === 'content.xml' ? { ...entry, data: `${LAUGHS}<a>&h;</a>` } : entry))),
    expected: 'damaged',
  },
  {
    what: 'entities in a fodt',
    fileName: 'a.fodt',
    build: () => utf8(fodt('<text:p>&h;</text:p>').replace('?>', `?>${LAUGHS}`)),
    expected: 'damaged',
  },
  {
    what: 'elements 2,000 deep',
    fileName: 'a.docx',
    build: () => docx(`${'<w:sdt><w:sdtContent>'.repeat(1000)}${'</w:sdtContent></w:sdt>'.repeat(1000)}`),
    expected: 'too-complex',
  },
  {
    what: 'groups 200,000 deep',
    fileName: 'a.rtf',
    build: () => utf8(`{\\rtf1 ${'{'.repeat(200_000)}甲${'}'.repeat(200_000)}}`),
    expected: 'too-complex',
  },
  { what: 'tags 70,000 deep', fileName: 'a.html', build: () => utf8(`<html>${'<div>'.repeat(70_000)}甲`), expected: 'too-complex' },
  {
    what: 'a table of 63 × 10,000',
    fileName: 'a.docx',
    build: () => docx(tbl(Array.from({ length: 10_000 }, (_, y) => Array.from({ length: 63 }, (_each, x) => String((x * y) % 97))))),
    expected: 'too-complex',
    hostile: true,
  },
  {
    what: 'a table of 63 × 10,000 as a page',
    fileName: 'a.html',
    build: () => utf8(`<html><table>${`<tr>${'<td>1'.repeat(63)}`.repeat(10_000)}</table>`),
    expected: 'too-complex',
    hostile: true,
  },
  {
    what: 'spans of a thousand million',
    fileName: 'a.html',
    build: () => utf8('<html><table><tr><td colspan=1000000000 rowspan=1000000000>甲<td>1<tr><td>2</table>'),
    expected: 'read cut-columns',
  },
  {
    what: 'grid spans of a thousand million',
    fileName: 'a.docx',
    build: () =>
      docx(
        tbl([
          [['甲', '<w:gridSpan w:val="1000000000"/>'], '1'],
          ['乙', '2'],
        ]),
      ),
    expected: 'read cut-columns',
  },
  {
    what: 'cells repeated a thousand million times',
    fileName: 'a.fods',
    build: () =>
      utf8(
        fodt('')
          .replace(
            '<office:text></office:text>',
            `<office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000"><text:p>1</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>`,
          )
          .replace('opendocument.text', 'opendocument.spreadsheet'),
      ),
    expected: 'read cut-cells',
    hostile: true,
  },
  {
    what: 'a cell in the last corner',
    fileName: 'a.xlsx',
    build: () =>
      sheet(
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      ),
    expected: 'read covered-left-out',
    hostile: true,
  },
  { what: 'a million columns', fileName: 'a.csv', build: () => utf8('1,'.repeat(1_000_000)), expected: 'read cut-columns', hostile: true },
  {
    what: 'names of prototypes',
    fileName: 'a.zip',
    build: () => pack(['__proto__/a.txt', 'constructor', 'toString.txt', '../../a.txt'].map((path) => ({ path, data: '甲' }))),
    expected: 'read',
  },
  {
    what: 'styles named like prototypes',
    fileName: 'a.docx',
    build: () =>
      docx(['__proto__', 'constructor', 'toString'].map((name) => p('甲', `<w:pStyle w:val="${name}"/>`)).join(''), {
        styles:
          '<w:style w:styleId="__proto__"><w:basedOn w:val="constructor"/></w:style><w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>',
      }),
    expected: 'read',
  },
];
