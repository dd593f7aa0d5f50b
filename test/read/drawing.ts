// Draws small pages for tests and writes them as PDF or OFD: text at places, lines, pictures. Points, y downwards.
import { pack } from './packing.ts';

export interface Text {
  readonly text: string;
  /** Left end of the baseline. */
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
  /** Degrees, counter-clockwise. */
  readonly angle?: number;
  /** Drawn invisibly (PDF only). */
  readonly hidden?: boolean;
}

export type Line = readonly [x0: number, y0: number, x1: number, y1: number];

export interface Drawn {
  readonly texts?: readonly Text[];
  readonly lines?: readonly Line[];
  /** Boxes filled with a picture: x, y, width, height. */
  readonly pictures?: readonly (readonly [number, number, number, number])[];
}

const WIDTH = 595;
const HEIGHT = 842;
export const SIZE = 10;

/** Width of a character as both writers set it. */
export const widthOf = (character: string, size = SIZE): number => (character.charCodeAt(0) < 0x80 ? size / 2 : size);
const lengthOf = (text: string, size: number) => [...text].reduce((sum, each) => sum + widthOf(each, size), 0);

/** A cell of a table to draw: its text (lines by \n), spans as in HTML. */
export type CellText = string | { readonly text: string; readonly colSpan?: number; readonly rowSpan?: number };

export interface TableOptions {
  readonly x?: number;
  readonly y?: number;
  readonly widths: readonly number[];
  readonly height?: number;
  readonly ruled?: boolean;
}

/** A table as lines and centred texts; `bottom` is its lower edge. */
export function drawTable(rows: readonly (readonly CellText[])[], options: TableOptions): Drawn & { readonly bottom: number } {
  const { x = 60, y = 100, widths, height = 24, ruled = true } = options;
  const edges = [x];
  for (const width of widths) edges.push((edges[edges.length - 1] ?? 0) + width);
  const taken = rows.map(() => widths.map(() => false));
  const texts: Text[] = [];
  const lines: Line[] = [];
  for (const [r, row] of rows.entries()) {
    let column = 0;
    for (const cell of row) {
      const { text, colSpan = 1, rowSpan = 1 } = typeof cell === 'string' ? { text: cell } : cell;
      while (taken[r]?.[column]) column++;
      for (let dy = 0; dy < rowSpan; dy++) for (let dx = 0; dx < colSpan; dx++) (taken[r + dy] ?? [])[column + dx] = true;
      const [x0, x1] = [edges[column] ?? 0, edges[column + colSpan] ?? 0];
      const [y0, y1] = [y + r * height, y + (r + rowSpan) * height];
      if (ruled) lines.push([x0, y0, x1, y0], [x0, y1, x1, y1], [x0, y0, x0, y1], [x1, y0, x1, y1]);
      const parts = text.split('\n');
      for (const [i, part] of parts.entries()) {
        const baseline = (y0 + y1) / 2 + SIZE * 0.36 + (i - (parts.length - 1) / 2) * SIZE * 1.2;
        if (part !== '') texts.push({ text: part, x: (x0 + x1 - lengthOf(part, SIZE)) / 2, y: baseline });
      }
      column += colSpan;
    }
  }
  return { texts, lines, bottom: y + rows.length * height };
}

/** Several drawings on one page. */
export const together = (...drawings: readonly Drawn[]): Drawn => ({
  texts: drawings.flatMap(({ texts = [] }) => texts),
  lines: drawings.flatMap(({ lines = [] }) => lines),
  pictures: drawings.flatMap(({ pictures = [] }) => pictures),
});

/** Text set in lines of the page's width, the first one set in by two characters; returns lines one below the other. */
export function drawProse(
  text: string,
  y: number,
  { size = SIZE, x = 60, width = 480, indent = 2 } = {},
): Drawn & { readonly bottom: number } {
  const texts: Text[] = [];
  let line = '';
  let at = x + indent * size;
  let left = width - indent * size;
  let top = y;
  const flush = () => {
    if (line !== '') texts.push({ text: line, x: at, y: top, size });
    top += size * 1.6;
    at = x;
    left = width;
    line = '';
  };
  for (const character of text) {
    if (widthOf(character, size) > left) flush();
    line += character;
    left -= widthOf(character, size);
  }
  flush();
  return { texts, bottom: top };
}

export interface PdfOptions {
  readonly title?: string;
  /** Asks for a password to open. */
  readonly locked?: boolean;
  /** The font gives no Unicode: characters are numbers of glyphs. */
  readonly nameless?: boolean;
  /** What the font's table says instead of the characters. */
  readonly disguise?: (character: string) => string;
  /** Draws lines as thin filled boxes. */
  readonly filled?: boolean;
  readonly rotate?: number;
}

const hex4 = (code: number) => code.toString(16).padStart(4, '0');

/** A PDF of these pages, uncompressed. Fonts are not embedded: Chinese by a GB character map, as office programs do. */
export function asPdf(pages: readonly Drawn[], options: PdfOptions = {}): Uint8Array {
  const { nameless = false, disguise, filled = false } = options;
  const own = nameless || disguise !== undefined;
  const used = [...new Set(pages.flatMap(({ texts = [] }) => texts.flatMap(({ text }) => [...text])))];
  const code = (character: string) => (own ? used.indexOf(character) + 1 : character.charCodeAt(0));
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const stream = (dictionary: string, data: string) => add(`<<${dictionary}/Length ${data.length}>>\nstream\n${data}\nendstream`);

  add('<</Type/Catalog/Pages 2 0 R>>');
  add(`<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, i) => `${8 + i * 2} 0 R`).join(' ')}]>>`);
  for (const name of ['STSong-Light', 'SimHei']) {
    const ordering = own ? '/Registry(Adobe)/Ordering(Identity)/Supplement 0' : '/Registry(Adobe)/Ordering(GB1)/Supplement 2';
    const widths = own ? used.map((each, i) => `${i + 1}[${widthOf(each, 1000)}]`).join(' ') : '1 95 500 814 939 500';
    const toUnicode = disguise ? '/ToUnicode 6 0 R' : '';
    add(
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/${own ? 'Identity-H' : 'UniGB-UCS2-H'}${toUnicode}/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<<${ordering}>>/DW 1000/W[${widths}]/FontDescriptor<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/StemV 80>>>>]>>`,
    );
  }
  stream('/Type/XObject/Subtype/Image/Width 2000/Height 3000/ColorSpace/DeviceGray/BitsPerComponent 8', '\u0080');
  const unicode = (text: string) => [...text].map((each) => hex4(each.charCodeAt(0))).join('');
  const map = used.map((each, i) => `<${hex4(i + 1)}> <${unicode(disguise?.(each) ?? each)}>`);
  stream(
    '',
    `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange ${map.length} beginbfchar ${map.join(' ')} endbfchar endcmap end`,
  );
  add(`<</Title<feff${unicode(options.title ?? '')}>>>`);
  for (const { texts = [], lines = [], pictures = [] } of pages) {
    const parts: string[] = [];
    for (const [x0, y0, x1, y1] of lines) {
      const thin = `${Math.min(x0, x1) - 0.25} ${HEIGHT - Math.max(y0, y1) - 0.25} ${Math.abs(x1 - x0) + 0.5} ${Math.abs(y1 - y0) + 0.5} re f`;
      parts.push(filled ? thin : `${x0} ${HEIGHT - y0} m ${x1} ${HEIGHT - y1} l S`);
    }
    for (const [x, y, width, height] of pictures) parts.push(`q ${width} 0 0 ${height} ${x} ${HEIGHT - y - height} cm /I Do Q`);
    for (const { text, x, y, size = SIZE, bold = false, angle = 0, hidden = false } of texts) {
      const [cos, sin] = [Math.cos, Math.sin].map((turn) => Number(turn((angle * Math.PI) / 180).toFixed(6))) as [number, number];
      const codes = [...text].map((each) => hex4(code(each))).join('');
      parts.push(
        `BT /${bold ? 'G' : 'F'} ${size} Tf ${hidden ? 3 : 0} Tr ${cos} ${sin} ${-sin} ${cos} ${x} ${HEIGHT - y} Tm <${codes}> Tj ET`,
      );
    }
    const rotate = options.rotate === undefined ? '' : `/Rotate ${options.rotate}`;
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${WIDTH} ${HEIGHT}]${rotate}/Contents ${objects.length + 2} 0 R/Resources<</Font<</F 3 0 R/G 4 0 R>>/XObject<</I 5 0 R>>>>>>`,
    );
    stream('', parts.join('\n'));
  }
  const lock = options.locked ? `/Encrypt<</Filter/Standard/V 1/R 2/O<${'5a'.repeat(32)}>/U<${'a5'.repeat(32)}>/P -4>>/ID[<00><00>]` : '';
  let file = '%PDF-1.7\n';
  const places = objects.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${options.title ? '/Info 7 0 R' : ''}${lock}>>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (each) => each.charCodeAt(0));
}

const MILLIMETRES = 25.4 / 72;
const mm = (points: number) => (points * MILLIMETRES).toFixed(3);
const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

export interface OfdOptions {
  readonly title?: string;
  /** Drawn below every page. */
  readonly template?: Drawn;
  /** Further documents in the same file. */
  readonly more?: readonly (readonly Drawn[])[];
  /** Further parts, by path. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** An OFD of these pages. */
export function asOfd(pages: readonly Drawn[], options: OfdOptions = {}): Uint8Array {
  const ns = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const parts: Record<string, string> = { ...options.parts };
  const documents = [pages, ...(options.more ?? [])];
  const bodies = documents.map((_, i) => {
    const title = options.title === undefined ? '' : `<ofd:Title>${options.title}</ofd:Title>`;
    return `<ofd:DocBody><ofd:DocInfo>${title}</ofd:DocInfo><ofd:DocRoot>Doc_${i}/Document.xml</ofd:DocRoot></ofd:DocBody>`;
  });
  parts['OFD.xml'] = `<ofd:OFD ${ns} Version="1.0" DocType="OFD">${bodies.join('')}</ofd:OFD>`;
  for (const [i, document] of documents.entries()) {
    const template = options.template ? '<ofd:TemplatePage ID="1" BaseLoc="Tpls/Tpl_0/Content.xml"/>' : '';
    const list = document.map((_, p) => `<ofd:Page ID="${p + 10}" BaseLoc="Pages/Page_${p}/Content.xml"/>`).join('');
    parts[`Doc_${i}/Document.xml`] =
      `<ofd:Document ${ns}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 ${mm(WIDTH)} ${mm(HEIGHT)}</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>${template}</ofd:CommonData><ofd:Pages>${list}</ofd:Pages></ofd:Document>`;
    parts[`Doc_${i}/PublicRes.xml`] =
      `<ofd:Res ${ns}><ofd:Fonts><ofd:Font ID="2" FontName="宋体"/><ofd:Font ID="3" FontName="黑体"/></ofd:Fonts></ofd:Res>`;
    if (options.template) parts[`Doc_${i}/Tpls/Tpl_0/Content.xml`] = `<ofd:Page ${ns}>${contentOf(options.template)}</ofd:Page>`;
    for (const [p, page] of document.entries()) {
      const use = options.template ? '<ofd:Template TemplateID="1"/>' : '';
      parts[`Doc_${i}/Pages/Page_${p}/Content.xml`] = `<ofd:Page ${ns}>${use}${contentOf(page)}</ofd:Page>`;
    }
  }
  return pack(Object.entries(parts).map(([path, data]) => ({ path, data })));
}

function contentOf({ texts = [], lines = [], pictures = [] }: Drawn): string {
  const objects = [
    ...lines.map(([x0, y0, x1, y1]) => {
      const box = `${mm(x0)} ${mm(y0)} ${mm(x1 - x0)} ${mm(y1 - y0)}`;
      return `<ofd:PathObject Boundary="${box}" LineWidth="0.2"><ofd:AbbreviatedData>M 0 0 L ${mm(x1 - x0)} ${mm(y1 - y0)}</ofd:AbbreviatedData></ofd:PathObject>`;
    }),
    ...pictures.map(([x, y, w, h]) => `<ofd:ImageObject Boundary="${mm(x)} ${mm(y)} ${mm(w)} ${mm(h)}" ResourceID="9"/>`),
    ...texts.map(({ text, x, y, size = SIZE, bold = false }) => {
      const steps = [...text].slice(0, -1).map((each) => Number(mm(widthOf(each, size))));
      const even = steps.length > 1 && steps.every((step) => step === steps[0]);
      const delta = even ? `g ${steps.length} ${steps[0]}` : steps.join(' ');
      const box = `${mm(x)} ${mm(y - size)} ${mm(lengthOf(text, size))} ${mm(size * 1.2)}`;
      return `<ofd:TextObject Boundary="${box}" Font="${bold ? 3 : 2}" Size="${mm(size)}"><ofd:TextCode X="0" Y="${mm(size)}" DeltaX="${delta}">${escape(text)}</ofd:TextCode></ofd:TextObject>`;
    }),
  ];
  return `<ofd:Content><ofd:Layer>${objects.join('')}</ofd:Layer></ofd:Content>`;
}
