// Builds small archives and office packages for tests, honest and dishonest ones.
import { deflateSync } from 'fflate';

export interface PackedEntry {
  /** Text is written in UTF-8 with the flag that says so; bytes are written as they are, without it. */
  readonly path: string | Uint8Array;
  readonly data: string | Uint8Array;
  readonly stored?: boolean;
  readonly flags?: number;
  readonly method?: number;
  /** What the headers claim instead of the truth. */
  readonly size?: number;
  readonly crc?: number;
  readonly extra?: Uint8Array;
  /** Use the bytes of the entry packed before this one. */
  readonly shared?: boolean;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

export function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

/** A zip archive; `before` stands in front of it, `comment` behind. */
export function pack(entries: readonly PackedEntry[], { before = '', comment = '' } = {}): Uint8Array {
  const chunks: Uint8Array[] = [utf8(before)];
  const central: Uint8Array[] = [];
  let at = 0;
  let last = { at: 0, packed: 0 };
  for (const entry of entries) {
    const name = typeof entry.path === 'string' ? utf8(entry.path) : entry.path;
    const data = typeof entry.data === 'string' ? utf8(entry.data) : entry.data;
    const packed = entry.stored ? data : deflateSync(data);
    const flags = entry.flags ?? (typeof entry.path === 'string' ? 0x0800 : 0);
    const method = entry.method ?? (entry.stored ? 0 : 8);
    const extra = entry.extra ?? new Uint8Array(0);
    const middle = numbers(
      [2, flags],
      [2, method],
      [4, 0],
      [4, entry.crc ?? crc32(data)],
      [4, entry.shared ? last.packed : packed.length],
      [4, entry.size ?? data.length],
      [2, name.length],
      [2, extra.length],
    );
    if (!entry.shared) {
      const local = [numbers([4, 0x04034b50], [2, 20]), middle, name, extra, packed];
      chunks.push(...local);
      last = { at, packed: packed.length };
      at += local.reduce((sum, chunk) => sum + chunk.length, 0);
    }
    central.push(numbers([4, 0x02014b50], [2, 20], [2, 20]), middle, numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, last.at]), name, extra);
  }
  const size = central.reduce((sum, chunk) => sum + chunk.length, 0);
  const end = numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, size],
    [4, at],
    [2, utf8(comment).length],
  );
  return join([...chunks, ...central, end, utf8(comment)]);
}

export function numbers(...fields: readonly (readonly [length: number, value: number])[]): Uint8Array {
  return Uint8Array.from(fields.flatMap(([length, value]) => Array.from({ length }, (_, i) => Math.floor(value / 256 ** i) & 0xff)));
}

export function join(chunks: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PREFIXES = [
  `xmlns:w="${W}"`,
  `xmlns:r="${R}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

export interface DocxParts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly title?: string;
  /** Content of a header. */
  readonly header?: string;
}

/** Entries of a Word document around the content of its body. */
export function docxEntries(body: string, { styles = '', numbering = '', title = '', header = '' }: DocxParts = {}): PackedEntry[] {
  const part = (name: string, content: string) =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} ${PREFIXES}>${content}</w:${name}>`;
  const relation = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="${R}/${kind}" Target="${target}"/>`;
  const relations = (content: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  return [
    { path: '[Content_Types].xml', data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
    { path: '_rels/.rels', data: relations(relation('a', 'officeDocument', 'word/document.xml')) },
    { path: 'word/document.xml', data: part('document', `<w:body>${body}</w:body>`) },
    { path: 'word/styles.xml', data: part('styles', styles) },
    { path: 'word/numbering.xml', data: part('numbering', numbering) },
    { path: 'word/header1.xml', data: part('hdr', header) },
    {
      path: 'word/_rels/document.xml.rels',
      data: relations(
        relation('s', 'styles', 'styles.xml') + relation('n', 'numbering', 'numbering.xml') + relation('h', 'header', '/word/header1.xml'),
      ),
    },
    {
      path: 'docProps/core.xml',
      data: `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`,
    },
  ];
}

/** A Word document around the content of its body. */
export function docx(body: string, parts?: DocxParts): Uint8Array {
  return pack(docxEntries(body, parts));
}

/** A paragraph of WordprocessingML with one run. */
export function p(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A table of WordprocessingML: rows of cells, each a text or a text with properties. */
export function tbl(rows: readonly (readonly (string | readonly [text: string, properties: string])[])[]): string {
  const cell = (content: string | readonly [string, string]) => {
    const [text, properties] = typeof content === 'string' ? [content, ''] : content;
    return `<w:tc><w:tcPr>${properties}</w:tcPr>${text.startsWith('<') ? text : p(text)}</w:tc>`;
  };
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}
const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:';
const ODF_PREFIXES = [
  ...['office', 'text', 'table', 'style'].map((name) => `xmlns:${name}="${OASIS}${name}:1.0"`),
  `xmlns:draw="${OASIS}drawing:1.0"`,
  `xmlns:svg="${OASIS}svg-compatible:1.0"`,
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ');

/** Entries of an OpenDocument text around the content of its body. */
export function odtEntries(body: string, { styles = '', automatic = '', manifest = '' } = {}): PackedEntry[] {
  return [
    { path: 'mimetype', data: 'application/vnd.oasis.opendocument.text', stored: true },
    {
      path: 'content.xml',
      data: `<office:document-content ${ODF_PREFIXES}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    {
      path: 'styles.xml',
      data: `<office:document-styles ${ODF_PREFIXES}><office:styles>${styles}</office:styles></office:document-styles>`,
    },
    { path: 'META-INF/manifest.xml', data: `<manifest:manifest xmlns:manifest="${OASIS}manifest:1.0">${manifest}</manifest:manifest>` },
  ];
}

/** An OpenDocument text in a single XML file. */
export function fodt(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<office:document ${ODF_PREFIXES} office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>${body}</office:text></office:body></office:document>`;
}
