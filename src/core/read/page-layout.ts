// From characters and lines on pages to headings, paragraphs and tables in reading order: what PDF and OFD have in common.
// Says by notes what it left out, joined or could not make out. Knows nothing of the official form.
import type { Note } from '../model/document.ts';
import type { BlockList } from './block-list.ts';
import { isChinese, isWideFigure } from './characters.ts';
import { alignedTables } from './page/aligned-tables.ts';
import { joinDrafts, sameColumns, spannedRows } from './page/draft.ts';
import type { Draft, DraftCell } from './page/draft.ts';
import { isPageNumber, runningLines } from './page/margins.ts';
import type { Glyph, Page } from './page/page.ts';
import { columnsOf } from './page/prose-columns.ts';
import { bodyFace, paragraphsOf } from './page/paragraphs.ts';
import { ruledTables } from './page/ruled-tables.ts';
import { markStruckGlyphs } from './page/struck-glyphs.ts';
import type { RuledTable } from './page/ruled-tables.ts';
import { linesOf, turned } from './page/text-lines.ts';
import type { TextLine } from './page/text-lines.ts';
import { layOutTable } from './table.ts';

/** What stands on a page, before its lines become paragraphs. */
interface PageParts {
  readonly number: number;
  readonly height: number;
  lines: TextLine[];
  readonly tables: { readonly draft: Draft; readonly top: number; readonly bottom: number }[];
  readonly pictures: { readonly top: number; readonly bottom: number; readonly width: number }[];
}

export interface LaidOut {
  readonly notes: readonly Note[];
  /** Characters that were read, blanks not counted, and how many of them the file does not name. */
  readonly characters: number;
  readonly unnamed: number;
  /** Pages (from 1) that hold a picture or a drawing and no text. */
  readonly picturePages: readonly number[];
}

/** So many shapes and no text: a drawing, or text turned into outlines. */
const OUTLINES = 200;
/** A picture this wide, as a share of the page, may be a scan or a table; smaller ones are seals and signs. */
const WIDE_PICTURE = 0.3;

/** Puts the pages' text into `list`. */
export function layOutPages(pages: readonly Page[], list: BlockList): LaidOut {
  const notes: Note[] = [];
  const counts = { characters: 0, unnamed: 0, slanted: 0, outside: 0, outsideDigits: 0, recognised: 0 };
  const picturePages: number[] = [];
  const parts: PageParts[] = [];
  const odd = { irregular: new Set<number>(), tooManyLines: new Set<number>() };
  for (const [index, each] of pages.entries()) {
    const page = markStruckGlyphs(upright(each));
    const { glyphs, recognised } = readable(page.glyphs);
    counts.slanted += page.slanted;
    counts.outside += page.outside;
    counts.outsideDigits += page.outsideDigits ?? 0;
    if (recognised) counts.recognised++;
    const named = glyphs.filter((glyph) => glyph.text.trim() !== '');
    counts.characters += named.length;
    counts.unnamed += named.filter((glyph) => UNNAMED.test(glyph.text)).length;
    if (named.length === 0 && (page.pictures.length > 0 || page.shapes > OUTLINES)) picturePages.push(index + 1);
    parts.push(partsOf(page, glyphs, index + 1, odd));
  }

  const running = runningLines(parts.map(({ lines, height }) => ({ lines, height })));
  const left: string[] = [];
  for (const [i, part] of parts.entries()) {
    const dropped = running[i] ?? new Set<TextLine>();
    for (const line of dropped) if (!isPageNumber(line.text) && !left.includes(line.text)) left.push(line.text);
    part.lines = part.lines.filter((line) => !dropped.has(line));
  }
  if (left.length > 0) {
    const quoted = left.slice(0, 3).map((text) => `“${text.slice(0, 40)}”`);
    notes.push({ code: 'page-margins', message: `没有读入每页重复的页眉、页脚：${quoted.join('、')}${left.length > 3 ? '等' : ''}。` });
  }

  const joins = place(parts, list);
  if (joins.tables > 0) notes.push({ code: 'table-joined', message: `有${joins.tables}处表格跨页，已按列线接成一张。` });
  if (joins.repeated > 0) notes.push({ code: 'head-repeated', message: `跨页重复的表头有${joins.repeated}行，没有重复读入。` });
  if (joins.cutRows > 0) notes.push({ code: 'row-joined', message: `有${joins.cutRows}行被分在两页，已拼成一行，请对照原件核对。` });
  if (joins.aligned > 0) {
    notes.push({ code: 'table-by-alignment', message: `有${joins.aligned}张表格没有框线，按文字的对齐位置还原，请对照原件核对。` });
  }
  if (odd.irregular.size > 0) {
    notes.push({
      code: 'table-irregular',
      message: `第${[...odd.irregular].join('、')}页有表格的框线不完整，个别单元格的范围是推定的，请对照原件核对。`,
    });
  }
  if (odd.tooManyLines.size > 0) {
    notes.push({
      code: 'too-many-rulings',
      message: `第${[...odd.tooManyLines].join('、')}页线条过多，没有按框线还原表格。`,
      weight: 'caution',
    });
  }
  if (counts.slanted > 0) notes.push({ code: 'slanted-text', message: `有${counts.slanted}个斜排的字（多为水印）没有读入。` });
  if (counts.outside > 0) {
    const digits = counts.outsideDigits;
    const message =
      digits > 0
        ? `有${counts.outside}个字在页面或框线之外，其中${digits}个是数字，打印时看不到，没有读入；表格可能因此缺列，请对照原稿核实。`
        : `有${counts.outside}个字在页面或框线之外，打印时看不到，没有读入。`;
    // One or two that are no digits are the edge of a line that a page break cut.
    notes.push({ code: 'outside-page', message, ...(counts.outside > 2 || digits > 0 ? { weight: 'caution' as const } : {}) });
  }
  if (counts.recognised > 0) {
    notes.push({
      code: 'recognised-text',
      message: `有${counts.recognised}页是扫描件，读到的是识别软件附在图下的文字，可能有错字错数，请对照原件核对。`,
      weight: 'caution',
    });
  }
  return { notes, characters: counts.characters, unnamed: counts.unnamed, picturePages };
}

/** A character that the file draws but does not name: U+FFFD, private use, controls. */
const UNNAMED = /[\ufffd\ue000-\uf8ff\u0000-\u0008\u000e-\u001f\u007f-\u009f]|[\udb80-\udbff][\udc00-\udfff]/;

/** Text that can be seen; where there is none, the invisible text that a recognition program put under a scan. */
function readable(glyphs: readonly Glyph[]): { glyphs: readonly Glyph[]; recognised: boolean } {
  const seen = glyphs.filter((glyph) => !glyph.hidden);
  const written = seen.filter((glyph) => glyph.text.trim() !== '').length;
  const hidden = glyphs.length - seen.length;
  // A page number stamped on a scan is no text of its own.
  if (hidden > 20 && written < hidden * 0.1) return { glyphs, recognised: true };
  return { glyphs: seen, recognised: false };
}

/** A page whose text runs mostly upwards or downwards is a landscape page that was not turned. */
function upright(page: Page): Page {
  const counts = [0, 0, 0, 0];
  for (const glyph of page.glyphs) if (glyph.text.trim() !== '') counts[glyph.direction] = (counts[glyph.direction] as number) + 1;
  const most = counts.indexOf(Math.max(...counts)) as 0 | 1 | 2 | 3;
  if (most === 0) return page;
  const { width: w, height: h } = page;
  const point = (x: number, y: number): readonly [number, number] => (most === 1 ? [y, w - x] : most === 2 ? [w - x, h - y] : [h - y, x]);
  const box = ({ x0, y0, x1, y1 }: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }) => {
    const [a, b] = point(x0, y0);
    const [c, d] = point(x1, y1);
    return { x0: Math.min(a, c), y0: Math.min(b, d), x1: Math.max(a, c), y1: Math.max(b, d) };
  };
  return {
    ...page,
    width: most === 2 ? w : h,
    height: most === 2 ? h : w,
    glyphs: page.glyphs.map((glyph) => {
      const [x, y] = point(glyph.x, glyph.y);
      return { ...glyph, x, y, direction: ((glyph.direction - most + 4) % 4) as 0 | 1 | 2 | 3 };
    }),
    rulings: page.rulings.map(box),
    pictures: page.pictures.map(box),
  };
}

interface OddPages {
  readonly irregular: Set<number>;
  readonly tooManyLines: Set<number>;
}

function partsOf(page: Page, glyphs: readonly Glyph[], number: number, odd: OddPages): PageParts {
  let tables = ruledTables(page.rulings);
  if (tables === null) {
    odd.tooManyLines.add(number);
    tables = [];
  }
  // The smallest table takes its characters first: a table may stand in a cell or in a frame around the page.
  const bySize = tables.map((table) => ({ table, inside: [] as Glyph[] })).sort((a, b) => area(a.table) - area(b.table));
  const loose: Glyph[] = [];
  for (const glyph of glyphs) {
    const [x, y] = middleOf(glyph);
    const owner = bySize.find(({ table: { xs, ys } }) => {
      return (
        x > (xs[0] as number) - 1 &&
        x < (xs[xs.length - 1] as number) + 1 &&
        y > (ys[0] as number) - 1 &&
        y < (ys[ys.length - 1] as number) + 1
      );
    });
    if (owner) owner.inside.push(glyph);
    else loose.push(glyph);
  }
  const parts: PageParts = { number, height: page.height, lines: [], tables: [], pictures: [] };
  for (const { table, inside } of bySize) {
    const draft = draftOf(table, inside);
    if (draft === null) {
      // A frame or a chart: its text is text.
      loose.push(...inside);
      continue;
    }
    if (table.irregular) odd.irregular.add(number);
    parts.tables.push({ draft, top: table.ys[0] as number, bottom: table.ys[table.ys.length - 1] as number });
  }
  parts.tables.sort((a, b) => a.top - b.top);
  parts.lines = linesOf(loose.filter((glyph) => glyph.direction === 0));
  for (const direction of [1, 2, 3] as const) {
    const some = loose.filter((glyph) => glyph.direction === direction);
    if (some.length === 0) continue;
    const bottom = Math.max(...some.map((glyph) => glyph.y));
    for (const line of linesOf(turned(some, direction))) parts.lines.push({ ...line, x0: 0, x1: 0, top: bottom, bottom });
  }
  for (const { x0, y0, x1, y1 } of page.pictures) {
    if (x1 - x0 >= page.width * WIDE_PICTURE && y1 - y0 >= 20) parts.pictures.push({ top: y0, bottom: y1, width: x1 - x0 });
  }
  return parts;
}

function area({ xs, ys }: RuledTable): number {
  return ((xs[xs.length - 1] as number) - (xs[0] as number)) * ((ys[ys.length - 1] as number) - (ys[0] as number));
}

function middleOf({ x, y, width, size, direction }: Glyph): readonly [number, number] {
  switch (direction) {
    case 1:
      return [x + size * 0.35, y + width / 2];
    case 2:
      return [x - width / 2, y + size * 0.35];
    case 3:
      return [x - size * 0.35, y - width / 2];
    default:
      return [x + width / 2, y - size * 0.35];
  }
}

/** The cells of a ruled table with their text; null if it is no table: one column, or no text. */
function draftOf(table: RuledTable, glyphs: readonly Glyph[]): Draft | null {
  const { xs, ys, cells } = table;
  const width = xs.length - 1;
  if (width < 2) return null;
  const owner = new Int32Array(width * (ys.length - 1));
  for (const [i, cell] of cells.entries()) {
    for (let y = 0; y < cell.rowSpan; y++) for (let x = 0; x < cell.colSpan; x++) owner[(cell.row + y) * width + cell.column + x] = i;
  }
  const inside: Glyph[][] = cells.map(() => []);
  for (const glyph of glyphs) {
    const [x, y] = middleOf(glyph);
    inside[owner[slotOf(ys, y) * width + slotOf(xs, x)] as number]?.push(glyph);
  }
  const rows: DraftCell[][] = Array.from({ length: ys.length - 1 }, () => []);
  let filled = 0;
  for (const [i, { row, column, rowSpan, colSpan }] of cells.entries()) {
    const [x0, x1] = [xs[column] as number, xs[column + colSpan] as number];
    const text = cellText(inside[i] ?? [], x1 - x0);
    if (text !== '') filled++;
    rows[row]?.push({ text, x0, x1, rowSpan });
  }
  // A frame or a chart; a single row of blanks behind a label is a table.
  if (filled < 2 && !(filled === 1 && width > 2)) return null;
  return { rows, x0: xs[0] as number, x1: xs[width] as number, geometry: 'grid' };
}

function slotOf(edges: readonly number[], value: number): number {
  let slot = 0;
  while (slot < edges.length - 2 && value >= (edges[slot + 1] as number)) slot++;
  return slot;
}

function cellText(glyphs: readonly Glyph[], width: number): string {
  if (glyphs.length === 0) return '';
  const vertical = glyphs.filter((glyph) => glyph.vertical).length * 2 > glyphs.length;
  const texts: string[] = [];
  for (const direction of [0, 1, 2, 3] as const) {
    const some = glyphs.filter((glyph) => glyph.direction === direction);
    if (some.length === 0) continue;
    // Columns of vertical writing are read from right to left.
    const stacked = direction === 0 && vertical;
    const lines = linesOf(direction === 0 ? (stacked ? turned(some, 1) : some) : turned(some, direction));
    texts.push(joinCellLines(lines, direction === 0 && !stacked ? width : Infinity));
  }
  return texts.join('\n');
}

const DIGIT = /[\d.,\uff10-\uff19\uff0c\uff0e]/;

/**
 * Joins the lines of a cell. A break between Chinese characters is the typesetter's, and so is one beside a Chinese character
 * where the line was full. Between two numbers the break stays: they may be one number that did not fit, or two.
 */
function joinCellLines(lines: readonly TextLine[], width: number): string {
  let joined = '';
  let before: TextLine | null = null;
  for (const line of lines) {
    if (before !== null) {
      const [last, first] = [joined.charAt(joined.length - 1), line.text.charAt(0)];
      const figures = isWideFigure(last.charCodeAt(0)) && isWideFigure(first.charCodeAt(0));
      const chinese = figures ? 0 : [last, first].filter((each) => isChinese(each.charCodeAt(0))).length;
      const full = width - (before.x1 - before.x0) < 2.6 * before.size;
      if (chinese === 2 || (chinese === 1 && full)) joined += '';
      else if (chinese === 0 && full && !DIGIT.test(last) && !DIGIT.test(first)) joined += ' ';
      else joined += '\n';
    }
    joined += line.text;
    before = line;
  }
  return joined;
}

interface Joins {
  tables: number;
  repeated: number;
  cutRows: number;
  aligned: number;
}

const CONTINUED = /^[（(]?(?:接?上?[页表]?续[上]?表?)[）)]?$/;

/** Puts everything into the list in reading order; tables that a page break cut become one. */
function place(parts: readonly PageParts[], list: BlockList): Joins {
  const joins: Joins = { tables: 0, repeated: 0, cutRows: 0, aligned: 0 };
  const body = bodyFace(parts.flatMap(({ lines }) => lines));
  let open: Draft | null = null;
  /** Lines since the last table, over page breaks. */
  let waiting: { lines: readonly TextLine[]; page: number }[] = [];
  const flushLines = () => {
    paragraphsOf(waiting, body, list);
    waiting = [];
  };
  const flushTable = () => {
    if (open) list.table(open.geometry, layOutTable(spannedRows(open), list.cuts));
    open = null;
  };
  for (const part of parts) {
    const items = itemsOf(part);
    for (const [i, item] of items.entries()) {
      if (item.kind === 'picture') {
        flushTable();
        flushLines();
        list.picture('');
        continue;
      }
      if (item.kind === 'lines') {
        const lines = open && i === 0 ? item.lines.filter((line) => !CONTINUED.test(line.text.replace(/\s/g, ''))) : item.lines;
        if (lines.length === 0) continue;
        flushTable();
        waiting.push({ lines, page: part.number });
        continue;
      }
      if (item.aligned) joins.aligned++;
      const isFirst = items
        .slice(0, i)
        .every((other) => other.kind === 'lines' && other.lines.every((line) => CONTINUED.test(line.text.replace(/\s/g, ''))));
      if (open && isFirst && sameColumns(open, item.draft)) {
        const joined = joinDrafts(open, item.draft);
        joins.tables++;
        joins.repeated += joined.repeated;
        if (joined.cutRow) joins.cutRows++;
        continue;
      }
      flushTable();
      flushLines();
      open = item.draft;
    }
  }
  flushTable();
  flushLines();
  return joins;
}

type Item =
  | { readonly kind: 'lines'; readonly top: number; readonly lines: readonly TextLine[] }
  | { readonly kind: 'table'; readonly top: number; readonly draft: Draft; readonly aligned: boolean }
  | { readonly kind: 'picture'; readonly top: number };

/** The parts of a page from top to bottom; lines between two tables stand together. */
function itemsOf(part: PageParts): Item[] {
  const marks: Item[] = [
    ...part.tables.map(({ draft, top }) => ({ kind: 'table' as const, top, draft, aligned: false })),
    ...part.pictures.map(({ top }) => ({ kind: 'picture' as const, top })),
  ].sort((a, b) => a.top - b.top);
  const items: Item[] = [];
  let rest = [...part.lines].sort((a, b) => a.top + a.bottom - b.top - b.bottom);
  const takeLines = (until: number) => {
    const lines = rest.filter((line) => (line.top + line.bottom) / 2 < until);
    rest = rest.filter((line) => (line.top + line.bottom) / 2 >= until);
    for (const piece of alignedTables(lines)) {
      if (piece.kind === 'table') items.push({ kind: 'table', top: piece.top, draft: piece.draft, aligned: true });
      else items.push({ kind: 'lines', top: piece.lines[0]?.top ?? 0, lines: columnsOf(piece.lines) });
    }
  };
  for (const mark of marks) {
    takeLines(mark.top);
    items.push(mark);
  }
  takeLines(Infinity);
  return items;
}
