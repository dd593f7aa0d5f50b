// What readers of word processing files gather before it becomes blocks: texts, pictures and tables that may hold all three.
// Decides which tables only lay out a page. Knows no format.
import type { Note } from '../model/document.ts';
import type { BlockList } from './block-list.ts';
import { joinHeading, joinLines } from './characters.ts';
import { layOutTable } from './table.ts';
import type { SpannedRow } from './table.ts';

/** A paragraph with its lines as broken by hand. */
export interface OfficeText {
  readonly kind: 'text';
  readonly lines: readonly string[];
  /** Level of the heading from 1; null for text. */
  readonly heading: number | null;
}

export interface OfficePicture {
  readonly kind: 'picture';
  readonly text: string;
}

export interface OfficeCell {
  readonly items: readonly OfficeItem[];
  /** Column of the file's own grid. */
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
}

export interface OfficeTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly OfficeCell[])[];
}

export type OfficeItem = OfficeText | OfficePicture | OfficeTable;

/** Nobody writes a heading longer than this: such a paragraph was only given the style. */
const HEADING_CHARACTERS = 150;
/** Within a table of no more cells than this, tables with more than that many show that it only lays out the page. */
const LAYOUT_CELLS = 4;
const CONTENT_CELLS = 10;
/** A single cell, or one across a whole row, with so much text is a frame around a text; any cell with that much is. */
const FRAME_CHARACTERS = 60;
const ARTICLE_CHARACTERS = 2000;

/** Puts items into the list in reading order; what stands inside a cell beside its text comes after the table. */
export function placeItems(items: readonly OfficeItem[], list: BlockList): void {
  for (const item of items) {
    if (list.full()) return;
    if (item.kind === 'picture') list.picture(item.text);
    else if (item.kind === 'table') placeTable(item, list);
    else if (item.heading !== null && joinHeading(item.lines).length <= HEADING_CHARACTERS)
      list.heading(item.heading, joinHeading(item.lines));
    else for (const line of item.lines) list.paragraph(line);
  }
}

function placeTable(table: OfficeTable, list: BlockList): void {
  if (isLayout(table)) {
    for (const row of table.rows) for (const cell of row) placeItems(cell.items, list);
    return;
  }
  const rows = table.rows.map((row): SpannedRow => {
    const cells = row.map((cell) => ({ text: textOfCell(cell), column: cell.column, colSpan: cell.colSpan, rowSpan: cell.rowSpan }));
    return { cells, group: 0 };
  });
  const width = rows.reduce((most, row) => row.cells.reduce((end, cell) => Math.max(end, (cell.column ?? 0) + cell.colSpan), most), 0);
  // The table is cut where a row is text.
  let from = 0;
  for (let y = 0; y <= rows.length; y++) {
    const row = rows[y];
    if (row && !isProse(row, width)) continue;
    placeGrid(rows.slice(from, y), table.rows.slice(from, y), list);
    for (const cell of table.rows[y] ?? []) placeItems(cell.items, list);
    from = y + 1;
  }
}

function placeGrid(rows: readonly SpannedRow[], source: OfficeTable['rows'], list: BlockList): void {
  if (rows.some((row) => row.cells.some((cell) => cell.text !== ''))) list.table('grid', layOutTable(rows, list.cuts));
  const beside = source.flatMap((row) => row.flatMap((cell) => cell.items.filter((item) => item.kind !== 'text')));
  placeItems(beside, list);
}

function isProse({ cells }: SpannedRow, width: number): boolean {
  if (cells.some((cell) => cell.text.length > ARTICLE_CHARACTERS)) return true;
  const [only] = cells;
  if (cells.length !== 1 || only === undefined || width < 2) return false;
  return only.colSpan === width && only.rowSpan === 1 && only.text.length >= FRAME_CHARACTERS && only.text.includes('。');
}

function isLayout(table: OfficeTable): boolean {
  if (table.rows.length > LAYOUT_CELLS) return false;
  const cells = table.rows.flat();
  if (cells.length > LAYOUT_CELLS) return false;
  let nested = 0;
  for (const cell of cells) for (const item of cell.items) if (item.kind === 'table') for (const row of item.rows) nested += row.length;
  if (nested > CONTENT_CELLS) return true;
  const [only] = cells;
  return cells.length === 1 && only !== undefined && textOfCell(only).length > FRAME_CHARACTERS;
}

function textOfCell(cell: OfficeCell): string {
  const [first, second] = cell.items;
  if (first === undefined) return '';
  // Nearly always one paragraph of one line.
  if (second === undefined && first.kind === 'text' && first.lines.length === 1) return (first.lines[0] ?? '').trim();
  const lines: string[] = [];
  for (const item of cell.items) if (item.kind === 'text') for (const line of item.lines) lines.push(line.trim());
  return joinLines(lines);
}

/** What a reader met on its way and has to say. */
export type Remark = 'changes' | 'hidden' | 'notes' | 'margins' | 'comments' | 'embedded';

const REMARKS: readonly (readonly [remark: Remark, note: Note])[] = [
  ['changes', { code: 'changes-accepted', message: '文件里有没处理的修订，已按全部接受后的样子读取，请确认修订无误。', weight: 'info' }],
  ['hidden', { code: 'hidden-left-out', message: '设为隐藏的文字没有读取。', weight: 'info' }],
  ['notes', { code: 'footnotes-left-out', message: '脚注、尾注没有读取。', weight: 'info' }],
  ['margins', { code: 'margins-left-out', message: '页眉、页脚没有读取。', weight: 'info' }],
  ['comments', { code: 'comments-left-out', message: '批注没有读取。', weight: 'info' }],
  ['embedded', { code: 'embedded-left-out', message: '嵌在文档里的另一个文件没有读取。', weight: 'caution' }],
];

/** One note for each remark. */
export function remarkNotes(remarks: ReadonlySet<Remark>): Note[] {
  return REMARKS.filter(([remark]) => remarks.has(remark)).map(([, note]) => note);
}

/** Built-in heading styles say their level by their name, whatever language the program speaks. */
export function headingByName(name: string | undefined): number | undefined {
  if (name === undefined) return undefined;
  if (/^(?:title|标题)$/i.test(name)) return 1;
  const level = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1];
  return level === undefined ? undefined : Number(level);
}
