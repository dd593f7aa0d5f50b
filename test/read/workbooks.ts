// Builds small workbooks for tests, the same content as xlsx or as xls.
import { ByteWriter, compoundFile } from './compound-file.ts';
import { pack } from './packing.ts';
import type { PackedEntry } from './packing.ts';

export type CellValue = string | number | boolean | null;

export interface TestSheet {
  readonly name?: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** Rows of cells; null for no cell. A cell may name its look. */
  readonly rows: readonly (readonly (CellValue | readonly [value: CellValue, look: number])[])[];
  /** `A1:C2`. */
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

export interface TestBook {
  readonly sheets: readonly TestSheet[];
  /** Look 0 is plain; each of these adds one. */
  readonly looks?: readonly { readonly format?: string; readonly framed?: boolean }[];
  readonly from1904?: boolean;
}

/** The look of a cell in a table: index 1 in a book that has it first. */
export const FRAMED = { framed: true } as const;

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** `A`, `B` … `XFD` for columns from 0. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const valueAndLook = (cell: TestSheet['rows'][number][number]): readonly [CellValue, number] =>
  Array.isArray(cell) ? (cell as readonly [CellValue, number]) : [cell as CellValue, 0];

/** XML of a sheet's cells and areas; strings stand in the cells. */
function sheetXml({ rows, merges = [], hiddenRows = [], hiddenColumns = [] }: TestSheet, before = ''): string {
  const cols = hiddenColumns.map((column) => `<col min="${column + 1}" max="${column + 1}" hidden="1"/>`).join('');
  const data = rows.map((cells, y) => {
    const written = cells.map((cell, x) => {
      const [value, look] = valueAndLook(cell);
      const head = `r="${columnName(x)}${y + 1}"${look > 0 ? ` s="${look}"` : ''}`;
      if (value === null) return look > 0 ? `<c ${head}/>` : '';
      if (typeof value === 'string') return `<c ${head} t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;
      if (typeof value === 'boolean') return `<c ${head} t="b"><v>${value ? 1 : 0}</v></c>`;
      return `<c ${head}><v>${value}</v></c>`;
    });
    return `<row r="${y + 1}"${hiddenRows.includes(y) ? ' hidden="1"' : ''}>${written.join('')}</row>`;
  });
  const areas = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `${before}${cols === '' ? '' : `<cols>${cols}</cols>`}<sheetData>${data.join('')}</sheetData>${areas === '' ? '' : `<mergeCells>${areas}</mergeCells>`}`;
}

/** Entries of an xlsx package; `sheets` may be given as XML instead, `extra` adds or replaces parts. */
export function xlsxEntries(
  book: TestBook,
  { xml = [], extra = [] }: { xml?: readonly string[]; extra?: readonly PackedEntry[] } = {},
): PackedEntry[] {
  const { sheets, looks = [], from1904 = false } = book;
  const list = sheets
    .map(
      (sheet, i) =>
        `<sheet name="${sheet.name ?? `Sheet${i + 1}`}" sheetId="${i + 1}"${sheet.state ? ` state="${sheet.state}"` : ''} r:id="rId${i + 1}"/>`,
    )
    .join('');
  const relations = (content: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  const relation = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="${REL}/${kind}" Target="${target}"/>`;
  const styles = `<styleSheet xmlns="${NS}"><numFmts>${looks
    .map(({ format }, i) =>
      format === undefined ? '' : `<numFmt numFmtId="${200 + i}" formatCode="${escape(format).replace(/"/g, '&quot;')}"/>`,
    )
    .join(
      '',
    )}</numFmts><borders><border><left/><right/></border><border><left style="thin"/><right style="thin"/></border></borders><cellXfs><xf numFmtId="0" borderId="0"/>${looks
    .map(({ format, framed }, i) => `<xf numFmtId="${format === undefined ? 0 : 200 + i}" borderId="${framed ? 1 : 0}"/>`)
    .join('')}</cellXfs></styleSheet>`;
  const entries: PackedEntry[] = [
    { path: '[Content_Types].xml', data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
    { path: '_rels/.rels', data: relations(relation('a', 'officeDocument', 'xl/workbook.xml')) },
    {
      path: 'xl/workbook.xml',
      data: `<workbook xmlns="${NS}" xmlns:r="${REL}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${list}</sheets></workbook>`,
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      data: relations(
        sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('') +
          relation('st', 'styles', 'styles.xml'),
      ),
    },
    { path: 'xl/styles.xml', data: styles },
    ...sheets.map((sheet, i) => ({
      path: `xl/worksheets/sheet${i + 1}.xml`,
      data: `<worksheet xmlns="${NS}" xmlns:r="${REL}">${xml[i] ?? sheetXml(sheet)}</worksheet>`,
    })),
  ];
  const replaced = new Set(extra.map((entry) => entry.path));
  return [...entries.filter((entry) => !replaced.has(entry.path)), ...extra];
}

/** A workbook as xlsx. */
export function xlsx(book: TestBook, parts?: Parameters<typeof xlsxEntries>[1]): Uint8Array {
  return pack(xlsxEntries(book, parts));
}

/** One record of a BIFF stream. */
export function record(type: number, data: Uint8Array | readonly number[]): Uint8Array {
  return new ByteWriter().u16(type, data.length).raw(data).done();
}

/** A string with a count of two bytes, or of one. */
export function biffString(text: string, countBytes: 1 | 2 = 2): Uint8Array {
  const writer = new ByteWriter();
  if (countBytes === 2) writer.u16(text.length);
  else writer.u8(text.length);
  return writer.u8(1).wide(text).done();
}

/** The stream of a workbook as Excel 97 writes it. `records` are added to each sheet. */
export function biffStream(
  book: TestBook,
  {
    records = [],
    globals = [],
    version = 0x0600,
  }: { records?: readonly Uint8Array[]; globals?: readonly Uint8Array[]; version?: number } = {},
): Uint8Array {
  const { sheets, looks = [], from1904 = false } = book;
  const strings: string[] = [];
  const begin = (kind: number) => record(0x0809, new ByteWriter().u16(version, kind, 0, 0).u32(0, 0).done());
  const bodies = sheets.map((sheet) => {
    const body = new ByteWriter().raw(begin(0x10));
    for (const column of sheet.hiddenColumns ?? []) body.raw(record(0x7d, new ByteWriter().u16(column, column, 0, 0, 1, 0).done()));
    for (const row of sheet.hiddenRows ?? []) body.raw(record(0x0208, new ByteWriter().u16(row, 0, 0, 0, 0, 0, 0x20, 0).done()));
    sheet.rows.forEach((cells, y) =>
      cells.forEach((cell, x) => {
        const [value, look] = valueAndLook(cell);
        const place = new ByteWriter().u16(y, x, look);
        if (value === null) {
          if (look > 0) body.raw(record(0x0201, place.done()));
        } else if (typeof value === 'string') body.raw(record(0x00fd, place.u32(strings.push(value) - 1).done()));
        else if (typeof value === 'boolean') body.raw(record(0x0205, place.u8(value ? 1 : 0, 0).done()));
        else body.raw(record(0x0203, place.f64(value).done()));
      }),
    );
    const areas = new ByteWriter().u16(sheet.merges?.length ?? 0);
    for (const ref of sheet.merges ?? []) {
      const [from = '', to = ''] = ref.split(':');
      areas.u16(rowOf(from), rowOf(to), columnOf(from), columnOf(to));
    }
    body.raw(record(0x00e5, areas.done()));
    for (const each of records) body.raw(each);
    return body.raw(record(0x0a, [])).done();
  });
  const shared = new ByteWriter().u32(strings.length, strings.length);
  for (const text of strings) shared.raw(biffString(text));
  const head = new ByteWriter().raw(begin(5)).raw(record(0x22, [from1904 ? 1 : 0, 0]));
  for (const each of globals) head.raw(each);
  looks.forEach(({ format }, i) => {
    if (format !== undefined)
      head.raw(
        record(
          0x041e,
          new ByteWriter()
            .u16(200 + i)
            .raw(biffString(format))
            .done(),
        ),
      );
  });
  for (const [i, { format, framed }] of [{ format: undefined, framed: false }, ...looks].entries()) {
    head.raw(
      record(
        0xe0,
        new ByteWriter()
          .u16(0, format === undefined ? 0 : 199 + i, 0, 0, 0, framed ? 0x11 : 0)
          .raw(new Array<number>(8).fill(0))
          .done(),
      ),
    );
  }
  const sheetHead = (at: number, sheet: TestSheet, i: number) =>
    record(
      0x85,
      new ByteWriter()
        .u32(at)
        .u8(sheet.state === 'veryHidden' ? 2 : sheet.state === 'hidden' ? 1 : 0, 0)
        .raw(biffString(sheet.name ?? `Sheet${i + 1}`, 1))
        .done(),
    );
  const tail = new ByteWriter().raw(record(0xfc, shared.done())).raw(record(0x0a, [])).done();
  const sizes = sheets.map((sheet, i) => sheetHead(0, sheet, i).length);
  let at = head.length + sizes.reduce((sum, size) => sum + size, 0) + tail.length;
  const stream = new ByteWriter().raw(head.done());
  sheets.forEach((sheet, i) => {
    stream.raw(sheetHead(at, sheet, i));
    at += bodies[i]!.length;
  });
  stream.raw(tail);
  for (const body of bodies) stream.raw(body);
  return stream.done();
}

/** A workbook as xls. */
export function xls(book: TestBook, parts?: Parameters<typeof biffStream>[1]): Uint8Array {
  return compoundFile({ Workbook: biffStream(book, parts) });
}

function rowOf(place: string): number {
  return Number(place.replace(/\D/g, '')) - 1;
}

function columnOf(place: string): number {
  return Array.from(place.replace(/\d/g, '')).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
