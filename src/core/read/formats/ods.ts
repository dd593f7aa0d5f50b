// OpenDocument spreadsheets (ods, ots and the flat fods). Cells are read as they are shown; charts and comments are left out.
import { blockText } from '../../model/document.ts';
import type { Note } from '../../model/document.ts';
import { createBlockList } from '../block-list.ts';
import { garbledShare } from '../characters.ts';
import { defineFormat } from '../format.ts';
import { LIMITS } from '../limits.ts';
import { crossesOut, openOpenDocument, recogniseOpenDocument } from '../open-document.ts';
import { createSheetRemarks, placeSheet, sheetNotes } from '../sheet.ts';
import type { Area, SheetCell, SheetContent } from '../sheet.ts';
import { strike } from '../struck-text.ts';
import { Unreadable } from '../unreadable.ts';
import { child, childElements } from '../xml.ts';
import type { XmlElement } from '../xml.ts';

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
/** The same row or cell again and again, filled, is no table. */
const REPEATED = 200;

interface Book {
  stored: number;
  cut: boolean;
  comments: boolean;
  pictures: number;
  /** Styles of cells with a border at a side, and of tables that are not shown. */
  readonly framed: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
  /** Styles that cross out what is in them; false: they take the line away. */
  readonly struck: ReadonlyMap<string, boolean>;
}

export default defineFormat({
  id: 'ods',
  name: 'OpenDocument表格（ods）',
  extensions: ['ods', 'ots', 'fods'],
  recognise: (sample) => recogniseOpenDocument('spreadsheet', sample),
  async read(source) {
    const document = openOpenDocument('spreadsheet', source);
    if (!document) throw new Unreadable('damaged', '里没有工作簿');
    const { body, roots, metaTitle } = document;
    const book: Book = { stored: 0, cut: false, comments: false, pictures: 0, ...readStyles(roots) };
    const list = createBlockList();
    const remarks = createSheetRemarks();
    let hiddenSheets = 0;
    for (const table of childElements(body, 'table:table')) {
      if (list.full()) break;
      if (book.hidden.has(table.attribute('table:style-name') ?? '')) {
        hiddenSheets++;
        continue;
      }
      const before = book.pictures;
      placeSheet(readSheet(table, book), list, remarks);
      for (let picture = before; picture < book.pictures; picture++) list.picture('');
    }
    if (book.cut) list.cuts.add('cells');
    if (list.blocks.length === 0 && hiddenSheets + remarks.hiddenRows + remarks.hiddenColumns > 0) {
      throw new Unreadable('empty', '里看得见的部分没有文字，其余设为隐藏，没有读取', '请取消隐藏后重新导入。');
    }
    if (list.blocks.length > 0 && list.blocks.every((block) => block.kind === 'picture')) throw new Unreadable('scanned');
    const changes = child(body, 'table:tracked-changes');
    const said: [boolean, Note][] = [
      [
        changes !== undefined && changes.children.length > 0,
        { code: 'changes-accepted', message: '文件里有没处理的修订，已按全部接受后的样子读取，请确认修订无误。', weight: 'info' },
      ],
      [hiddenSheets > 0, { code: 'hidden-sheets-left-out', message: `有${hiddenSheets}个隐藏的工作表，没有读取。`, weight: 'caution' }],
      [book.comments, { code: 'comments-left-out', message: '批注没有读取。', weight: 'info' }],
    ];
    const notes = [...said.flatMap(([holds, note]) => (holds ? [note] : [])), ...sheetNotes(remarks), ...list.notes()];
    const garbled = garbledShare(list.blocks.map(blockText));
    return { ok: true, documents: [{ path: source.path, metaTitle, blocks: list.blocks, notes, garbled }], failures: [] };
  },
});

function readStyles(roots: readonly XmlElement[]): Pick<Book, 'framed' | 'hidden' | 'struck'> {
  const framed = new Set<string>();
  const hidden = new Set<string>();
  const struck = new Map<string, boolean>();
  for (const part of roots.flatMap((root) => childElements(root))) {
    if (part.name !== 'office:styles' && part.name !== 'office:automatic-styles') continue;
    for (const style of childElements(part, 'style:style')) {
      const name = style.attribute('style:name') ?? '';
      const parent = style.attribute('style:parent-style-name') ?? '';
      const cell = child(style, 'style:table-cell-properties');
      const sides = ['fo:border', 'fo:border-left', 'fo:border-right'].map((side) => cell?.attribute(side) ?? 'none');
      if (sides.some((side) => side !== 'none') || framed.has(parent)) framed.add(name);
      if (child(style, 'style:table-properties')?.attribute('table:display') === 'false') hidden.add(name);
      const line = crossesOut(style) ?? struck.get(parent);
      if (line !== undefined) struck.set(name, line);
    }
  }
  return { framed, hidden, struck };
}

function readSheet(table: XmlElement, book: Book): SheetContent {
  const cells: SheetCell[] = [];
  const merges: Area[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns: [number, number][] = [];
  /** Columns whose cells are crossed out unless they say otherwise. */
  const struckColumns: [number, number][] = [];
  let row = 0;
  let wide = 0;

  const readParts = (parent: XmlElement): void => {
    for (const node of childElements(parent)) {
      switch (node.name) {
        case 'table:table-column': {
          const times = count(node, 'table:number-columns-repeated', MOST_COLUMNS);
          const usual = node.attribute('table:default-cell-style-name') ?? '';
          if (book.struck.get(usual)) struckColumns.push([wide, wide + times - 1]);
          if (isHidden(node)) hiddenColumns.push([wide, Math.min(MOST_COLUMNS, wide + times) - 1]);
          wide = Math.min(MOST_COLUMNS, wide + times);
          break;
        }
        case 'table:table-row': {
          const times = count(node, 'table:number-rows-repeated', MOST_ROWS);
          const filled = readRow(node, row);
          // Rows without content are only counted.
          const copies = filled.length > 0 ? Math.min(times, REPEATED) : 0;
          if (filled.some((cell) => cell.text !== '') && times > copies) book.cut = true;
          for (let i = 0; i < copies; i++) {
            if (isHidden(node)) hiddenRows.add(row + i);
            for (const cell of filled) keep({ ...cell, row: row + i });
          }
          row = Math.min(MOST_ROWS, row + times);
          break;
        }
        case 'table:table-header-rows':
        case 'table:table-rows':
        case 'table:table-row-group':
        case 'table:table-columns':
        case 'table:table-header-columns':
        case 'table:table-column-group':
          readParts(node);
          break;
        case 'table:shapes':
          book.pictures += countPictures(node);
          break;
        default:
      }
    }
  };

  const keep = (cell: SheetCell) => {
    if (book.stored >= LIMITS.cells * (cell.text === '' ? 1 : 2)) book.cut ||= cell.text !== '';
    else {
      cells.push(cell);
      book.stored++;
    }
  };

  const readRow = (node: XmlElement, at: number): SheetCell[] => {
    const filled: SheetCell[] = [];
    let column = 0;
    for (const each of childElements(node)) {
      if (each.name !== 'table:table-cell' && each.name !== 'table:covered-table-cell') continue;
      const times = count(each, 'table:number-columns-repeated', MOST_COLUMNS);
      const text = each.name === 'table:covered-table-cell' ? '' : cellText(each, node.attribute('table:default-cell-style-name'), column);
      const framed = book.framed.has(each.attribute('table:style-name') ?? '');
      const copies = text === '' && !framed ? 0 : Math.min(times, text === '' ? LIMITS.columns : REPEATED);
      if (text !== '' && times > copies) book.cut = true;
      for (let i = 0; i < copies && column + i < MOST_COLUMNS; i++) filled.push({ row: at, column: column + i, text, framed });
      const [right, down] = [
        count(each, 'table:number-columns-spanned', MOST_COLUMNS),
        count(each, 'table:number-rows-spanned', MOST_ROWS),
      ];
      if (right * down > 1 && merges.length < LIMITS.cells) {
        merges.push({
          top: at,
          left: column,
          bottom: Math.min(MOST_ROWS, at + down) - 1,
          right: Math.min(MOST_COLUMNS, column + right) - 1,
        });
      }
      column = Math.min(MOST_COLUMNS, column + times);
    }
    return filled;
  };

  /** As shown: the value itself is only looked at where nothing is shown. */
  const cellText = (cell: XmlElement, styleOfRow: string | undefined, column: number): string => {
    const lines: string[] = [];
    const own = cell.attribute('table:style-name') ?? styleOfRow;
    const struck = own === undefined ? struckColumns.some(([from, to]) => from <= column && column <= to) : (book.struck.get(own) ?? false);
    for (const each of childElements(cell)) {
      if (each.name === 'text:p') lines.push(paragraphText(each, struck, book.struck));
      else if (each.name === 'office:annotation') book.comments = true;
      else if (each.name.startsWith('draw:')) book.pictures += countPictures(each);
    }
    if (lines.length > 0) return lines.join('\n');
    const value = cell.attribute('office:value') ?? '';
    return struck ? strike(value) : value;
  };

  readParts(table);
  return { cells, merges, hiddenRows, hiddenColumns };
}

function paragraphText(node: XmlElement, around: boolean, styles: ReadonlyMap<string, boolean>): string {
  let text = '';
  const struck = styles.get(node.attribute('text:style-name') ?? '') ?? around;
  for (const each of node.children) {
    if (typeof each === 'string') text += struck ? strike(each) : each;
    else if (each.name === 'text:s') text += ' '.repeat(Math.min(200, count(each, 'text:c', 200)));
    else if (each.name === 'text:tab') text += '\t';
    else if (each.name === 'text:line-break') text += '\n';
    else if (each.name !== 'office:annotation') text += paragraphText(each, struck, styles);
  }
  return text;
}

function countPictures(node: XmlElement): number {
  let pictures = 0;
  for (const each of childElements(node)) pictures += each.name === 'draw:image' ? 1 : countPictures(each);
  return Math.min(pictures, 1000);
}

function isHidden(node: XmlElement): boolean {
  const visibility = node.attribute('table:visibility');
  return visibility === 'collapse' || visibility === 'filter';
}

/** How often, at least once. */
function count(node: XmlElement, name: string, most: number): number {
  const value = Number.parseInt(node.attribute(name) ?? '', 10);
  return value > 1 ? Math.min(most, value) : 1;
}
