// Builds small Word 97 documents for tests: text in one piece, modifiers as given, styles and lists where a test needs them.
import { ByteWriter, compoundFile } from './compound-file.ts';

/** A run of characters with its modifiers. */
export interface WordRun {
  readonly text: string;
  readonly modifiers?: readonly number[];
}

/** A paragraph: its runs, the last with the mark, its style and its modifiers. */
export interface WordParagraph {
  readonly runs: readonly WordRun[];
  readonly style?: number;
  readonly modifiers?: readonly number[];
}

export interface WordParts {
  readonly paragraphs: readonly WordParagraph[];
  /** Behind the main text, in the order of the stories. */
  readonly footnotes?: readonly WordParagraph[];
  readonly headers?: readonly WordParagraph[];
  readonly boxes?: readonly WordParagraph[];
  /** By style: level of a heading, and modifiers. */
  readonly styles?: readonly { readonly id: number; readonly modifiers?: readonly number[] }[];
  readonly lists?: Uint8Array;
  readonly listLevels?: Uint8Array;
  readonly listOverrides?: Uint8Array;
  readonly shapes?: Uint8Array;
  readonly boxTable?: Uint8Array;
  readonly data?: Uint8Array;
  readonly flags?: number;
  readonly magic?: number;
  readonly version?: number;
}

const PAIRS_AT = 0x9a;
const TEXT_AT = 0x600;

/** Bytes of a modifier: its code, then its operand. */
export function modifier(code: number, ...operand: readonly number[]): number[] {
  return [code & 0xff, code >> 8, ...operand];
}

export const IN_TABLE = modifier(0x2416, 1);
export const ENDS_ROW = modifier(0x2417, 1);
export const DELETED = modifier(0x0800, 1);
export const INSERTED = modifier(0x0801, 1);
export const HIDDEN = modifier(0x083c, 1);
export const SPECIAL = modifier(0x0855, 1);

/** A plain paragraph. */
export function paragraph(text: string, modifiers: readonly number[] = [], style = 0): WordParagraph {
  return { runs: [{ text: `${text}\r` }], modifiers, style };
}

export interface RowCell {
  readonly text: string;
  /** Left edge is the right one of the cell before. */
  readonly right: number;
  /** 1: goes on with the cell above; 3: first of several. */
  readonly down?: number;
  /** 1 and 2 as Word writes them. */
  readonly across?: number;
}

/** One row of a table: a paragraph for each cell and the mark of the row. */
export function row(cells: readonly RowCell[], left = 0, extra: readonly number[] = []): WordParagraph[] {
  const definition = new ByteWriter().u8(cells.length).u16(left);
  for (const cell of cells) definition.u16(cell.right);
  for (const cell of cells) definition.u16((cell.across ?? 0) | ((cell.down ?? 0) << 5)).raw(new Array<number>(18).fill(0));
  const bytes = Array.from(definition.done());
  const length = bytes.length + 1;
  return [
    ...cells.map((cell) => ({ runs: [{ text: `${cell.text}\u0007` }], modifiers: IN_TABLE })),
    {
      runs: [{ text: '\u0007' }],
      modifiers: [...IN_TABLE, ...ENDS_ROW, ...modifier(0xd608, length & 0xff, length >> 8), ...bytes, ...extra],
    },
  ];
}

/** The whole file. */
export function wordDocument(parts: WordParts): Uint8Array {
  return compoundFile(wordStreams(parts));
}

/** The streams, for tests that break them. */
export function wordStreams(parts: WordParts): Record<string, Uint8Array> {
  const stories = [parts.paragraphs, parts.footnotes ?? [], parts.headers ?? [], parts.boxes ?? []];
  const all = stories.flat();
  const lengthOf = (paragraphs: readonly WordParagraph[]) => paragraphs.reduce((sum, each) => sum + textOf(each).length, 0);
  const [main = 0, footnotes = 0, headers = 0, boxes = 0] = stories.map(lengthOf);
  const text = all.map(textOf).join('');

  const body = new ByteWriter().wide(text).padTo(512);
  const firstPage = TEXT_AT / 512 + body.length / 512;
  const paragraphRuns: Run[] = [];
  const characterRuns: Run[] = [];
  let at = TEXT_AT;
  for (const each of all) {
    const length = textOf(each).length * 2;
    const bytes = new ByteWriter()
      .u16(each.style ?? 0)
      .raw(each.modifiers ?? [])
      .padTo(2)
      .done();
    // A count of words that includes the byte of the count, or zero and the count.
    paragraphRuns.push({ from: at, to: at + length, data: [0, bytes.length / 2, ...bytes] });
    for (const run of each.runs) {
      const modifiers = run.modifiers ?? [];
      characterRuns.push({ from: at, to: at + run.text.length * 2, data: modifiers.length > 0 ? [modifiers.length, ...modifiers] : [] });
      at += run.text.length * 2;
    }
  }
  const paragraphPages = pagesOf(paragraphRuns, 13);
  const characterPages = pagesOf(characterRuns, 1);

  const table = new ByteWriter();
  const places = new Map<number, [number, number]>();
  const part = (index: number, data: Uint8Array | undefined) => {
    if (!data || data.length === 0) return;
    places.set(index, [table.length, data.length]);
    table.raw(data);
  };
  part(1, styleSheet(parts.styles ?? [{ id: 0 }]));
  part(12, pageList(characterPages, firstPage + paragraphPages.length));
  part(13, pageList(paragraphPages, firstPage));
  part(33, new ByteWriter().u8(2).u32(16).u32(0, text.length).u16(0).u32(TEXT_AT).u16(0).done());
  part(40, parts.shapes);
  part(56, parts.boxTable);
  part(73, parts.lists);
  if (parts.listLevels) table.raw(parts.listLevels);
  part(74, parts.listOverrides);

  const file = new ByteWriter();
  file
    .u16(parts.magic ?? 0xa5ec, parts.version ?? 0xc1)
    .raw(new Array<number>(6).fill(0))
    .u16((parts.flags ?? 0) | 0x0200);
  const head = new Uint8Array(TEXT_AT);
  head.set(file.done());
  const view = new DataView(head.buffer);
  view.setUint16(0x20, 14, true);
  view.setUint16(0x3e, 22, true);
  for (const [i, length] of [main, footnotes, headers, 0, 0, 0, boxes].entries()) view.setUint32(0x4c + i * 4, length, true);
  view.setUint16(PAIRS_AT - 2, 93, true);
  for (const [index, [from, length]] of places) {
    view.setUint32(PAIRS_AT + index * 8, from, true);
    view.setUint32(PAIRS_AT + index * 8 + 4, length, true);
  }
  const document = new ByteWriter().raw(head).raw(body.done());
  for (const { bytes } of [...paragraphPages, ...characterPages]) document.raw(bytes);
  return { WordDocument: document.done(), '1Table': table.done(), ...(parts.data ? { Data: parts.data } : {}) };
}

function textOf(each: WordParagraph): string {
  return each.runs.map((run) => run.text).join('');
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly data: readonly number[];
}

interface Page {
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array;
}

function pagesOf(runs: readonly Run[], width: number): Page[] {
  const pages: Page[] = [];
  for (let first = 0; first < runs.length; ) {
    let count = 0;
    let used = 4;
    while (first + count < runs.length) {
      const size = 4 + width + Math.ceil((runs[first + count]!.data.length + 1) / 2) * 2;
      if (used + size > 500 && count > 0) break;
      used += size;
      count++;
    }
    const bytes = new Uint8Array(512);
    const view = new DataView(bytes.buffer);
    let end = 511 - (511 % 2);
    for (let i = 0; i < count; i++) {
      const run = runs[first + i]!;
      view.setUint32(i * 4, run.from, true);
      view.setUint32(i * 4 + 4, run.to, true);
      if (run.data.length === 0) continue;
      end -= Math.ceil(run.data.length / 2) * 2;
      bytes.set(run.data, end);
      bytes[(count + 1) * 4 + i * width] = end / 2;
    }
    bytes[511] = count;
    pages.push({ from: runs[first]!.from, to: runs[first + count - 1]!.to, bytes });
    first += count;
  }
  return pages;
}

function pageList(pages: readonly Page[], firstPage: number): Uint8Array {
  const list = new ByteWriter();
  for (const page of pages) list.u32(page.from);
  list.u32(pages[pages.length - 1]?.to ?? 0);
  pages.forEach((_, i) => list.u32(firstPage + i));
  return list.done();
}

function styleSheet(styles: NonNullable<WordParts['styles']>): Uint8Array {
  const sheet = new ByteWriter().u16(4).u16(styles.length, 10);
  for (const [index, { id, modifiers = [] }] of styles.entries()) {
    const papx = new ByteWriter().u16(index).raw(modifiers).done();
    const style = new ByteWriter()
      .u16(id, 1 | (0xfff << 4), 2, 0, 0)
      .u16(1)
      .wide('x')
      .u16(0);
    style.u16(papx.length).raw(papx).padTo(2).u16(0);
    sheet.u16(style.length).raw(style.done()).padTo(2);
  }
  return sheet.done();
}

/** A list of one level for each text; texts name levels by their number in angle brackets: `（<0>）`. */
export function numberedList(levels: readonly { readonly format: number; readonly text: string; readonly start?: number }[]): {
  lists: Uint8Array;
  listLevels: Uint8Array;
} {
  const lists = new ByteWriter().u16(1).u32(77, 0);
  for (let i = 0; i < 9; i++) lists.u16(0xfff);
  lists.u8(0, 0);
  const body = new ByteWriter();
  for (let i = 0; i < 9; i++) {
    const { format, text, start = 1 } = levels[i] ?? { format: 255, text: '' };
    const written = text.replace(/<(\d)>/g, (_whole, digit: string) => String.fromCharCode(Number(digit)));
    body.u32(start).u8(format, 0).raw(new Array<number>(9).fill(0)).u8(2).u32(0, 0).u8(0, 0, 0, 0).u16(written.length).wide(written);
  }
  return { lists: lists.done(), listLevels: body.done() };
}

/** Overrides of list 77; each may start levels anew. */
export function listOverrides(overrides: readonly (readonly { readonly level: number; readonly start: number }[])[]): Uint8Array {
  const table = new ByteWriter().u32(overrides.length);
  for (const starts of overrides) table.u32(77, 0, 0).u8(starts.length, 0, 0, 0);
  for (const starts of overrides) {
    table.u32(0xffffffff);
    for (const { level, start } of starts) table.u32(start, level | 0x10);
  }
  return table.done();
}
