// From the stored cells of a spreadsheet to blocks: which rows are tables with a grid of their own, which are titles and
// text between them. Works on stored cells only, so one at the far corner costs nothing. Knows no file format.
import type { Cell, Note } from '../model/document.ts';
import type { BlockList } from './block-list.ts';
import { joinLines } from './characters.ts';
import { LIMITS } from './limits.ts';
import { withoutMarks } from './struck-text.ts';

export interface SheetCell {
  readonly row: number;
  readonly column: number;
  /** As shown; empty for a cell that only has a border. */
  readonly text: string;
  /** Has a border at its left or right. */
  readonly framed: boolean;
}

/** A merged area; all four belong to it. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetContent {
  readonly cells: readonly SheetCell[];
  readonly merges: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  /** First and last column of each hidden stretch. */
  readonly hiddenColumns: readonly (readonly [from: number, to: number])[];
}

/** What is told once for a whole workbook. */
export interface SheetRemarks {
  /** Rows and columns with text that are hidden. */
  hiddenRows: number;
  hiddenColumns: number;
  /** Cells with text below a merged one. */
  covered: number;
  /** Cells whose stored number has more decimals than are shown. */
  rounded: number;
}

export function createSheetRemarks(): SheetRemarks {
  return { hiddenRows: 0, hiddenColumns: 0, covered: 0, rounded: 0 };
}

/** The remarks as notes. */
export function sheetNotes({ hiddenRows, hiddenColumns, covered, rounded }: SheetRemarks): Note[] {
  const notes: Note[] = [];
  if (hiddenRows + hiddenColumns > 0) {
    const parts = [hiddenRows > 0 ? `${hiddenRows}行` : '', hiddenColumns > 0 ? `${hiddenColumns}列` : ''].filter((part) => part !== '');
    notes.push({ code: 'hidden-cells-left-out', message: `表格里有${parts.join('、')}设为隐藏，没有读取。`, weight: 'caution' });
  }
  if (covered > 0) notes.push({ code: 'covered-left-out', message: '有文字被合并的单元格盖住，看不到，没有读取。', weight: 'caution' });
  if (rounded > 0) {
    notes.push({ code: 'rounded-display', message: `有${rounded}个单元格只显示了数的一部分小数位，按显示的数读取。`, weight: 'info' });
  }
  return notes;
}

/** A cell as it is seen: alone, or an area that starts in this row. */
interface Piece {
  readonly column: number;
  readonly right: number;
  /** Last row of its area. */
  readonly bottom: number;
  readonly text: string;
  readonly framed: boolean;
}

interface SheetRow {
  readonly index: number;
  readonly pieces: readonly Piece[];
  /** An area with text from a row above reaches into it. */
  readonly below: boolean;
  readonly framed: boolean;
}

type RowUse = 'table' | 'text' | 'blank' | 'nothing';

/** Columns a sheet can have. */
const COLUMNS = 16_384;
/** Beyond this areas are left unmerged; no sheet of people has as many. */
const MOST_MERGES = 100_000;
const HEADING = /^第?[一二三四五六七八九十]{1,3}[、．.]|^[（(][一二三四五六七八九十]{1,3}[)）]|^表[一二三四五六七八九十\d]|。|报告$/;

/** Adds a sheet to the list, in the order of its rows. */
export function placeSheet(sheet: SheetContent, list: BlockList, remarks: SheetRemarks): void {
  const rows = seenRows(sheet, list, remarks);
  const anyFrames = rows.some((row) => row.framed && row.pieces.length > 1);
  const uses = rows.map((_, i) => useOf(rows, i, anyFrames));
  // Blank rows of a table count only between rows that say something.
  let at = 0;
  while (at < rows.length && !list.full()) {
    if (uses[at] === 'text') {
      for (const { text } of (rows[at] as SheetRow).pieces) for (const line of text.split('\n')) list.paragraph(line);
      at++;
      continue;
    }
    if (uses[at] !== 'table') {
      at++;
      continue;
    }
    let end = at + 1;
    let last = at;
    while (end < rows.length && (rows[end] as SheetRow).index <= (rows[end - 1] as SheetRow).index + gapWithin(sheet, rows, end)) {
      if (uses[end] === 'table') last = end;
      else if (uses[end] !== 'blank') break;
      end++;
    }
    placeTable(rows.slice(at, last + 1), anyFrames, list);
    at = last + 1;
  }
}

/** Hidden rows between two rows of a table do not part it. */
function gapWithin({ hiddenRows }: SheetContent, rows: readonly SheetRow[], at: number): number {
  let gap = 1;
  for (let row = (rows[at - 1] as SheetRow).index + 1; row < (rows[at] as SheetRow).index && hiddenRows.has(row); row++) gap++;
  return gap;
}

function useOf(rows: readonly SheetRow[], i: number, anyFrames: boolean): RowUse {
  const row = rows[i] as SheetRow;
  const full = row.pieces.filter((piece) => piece.text !== '');
  const [only] = full;
  if (full.length > 1 || row.below) return 'table';
  if (!only) return row.framed ? 'blank' : 'nothing';
  if (only.bottom > row.index && rows[i + 1]?.below) return 'table';
  const isHeading = HEADING.test(withoutMarks(only.text)) || only.text.length > 60;
  if (row.framed) {
    // Cells without a value beside it are cells of a table.
    return isHeading && !row.pieces.some((piece) => piece !== only && piece.framed) ? 'text' : 'table';
  }
  // An area without text beside it is a value left blank.
  if (row.pieces.length > 1) return 'table';
  if (anyFrames || isHeading) return 'text';
  // Nothing but the neighbours can tell.
  const beside = (step: number) => {
    const other = rows[i + step];
    return other !== undefined && Math.abs(other.index - row.index) === 1 && other.pieces.filter((piece) => piece.text !== '').length > 1;
  };
  const within = beside(-1) && beside(1);
  const indented = only.column > Math.min(...[rows[i - 1], rows[i + 1]].map((other) => other?.pieces[0]?.column ?? only.column));
  return within || ((only.right > only.column || indented) && (beside(-1) || beside(1))) ? 'table' : 'text';
}

/** Lays rows out on the columns in which anything starts; slots between cells are blank cells. */
function placeTable(stored: readonly SheetRow[], anyFrames: boolean, list: BlockList): void {
  // A row in which nothing starts is only a further line of the areas that reach into it.
  const rows = stored.filter((row) => row.pieces.length > 0);
  const { rankOf, before, count } = usedColumns(rows, list);
  /** For each column the last row that an area from above covers. */
  const coveredTo = new Array<number>(count).fill(-1);
  const laidOut: { readonly cells: readonly Cell[] }[] = [];
  let total = 0;
  for (const [y, row] of rows.entries()) {
    const cells: Cell[] = [];
    const { index, pieces } = row;
    let at = 0;
    const fillTo = (rank: number) => {
      for (; at < rank; at++) if ((coveredTo[at] as number) < index) cells.push({ text: '', column: at, colSpan: 1, rowSpan: 1 });
    };
    for (const { column, right, bottom, text } of pieces) {
      const rank = rankOf.get(column);
      if (rank === undefined) break;
      if (at < rank) fillTo(rank);
      const end = right > column ? Math.max(rank + 1, before(right + 1)) : rank + 1;
      let rowSpan = 1;
      if (bottom > index) {
        while (y + rowSpan < rows.length && (rows[y + rowSpan] as SheetRow).index <= bottom) rowSpan++;
        for (let i = rank; i < end; i++) coveredTo[i] = bottom;
      }
      cells.push({
        text: text.includes('\n') ? joinLines(text.split('\n').map((line) => line.trim())) : text,
        column: rank,
        colSpan: end - rank,
        rowSpan,
      });
      at = end;
    }
    // Beside a frame there is nothing; without frames nobody knows.
    if (!anyFrames) fillTo(count);
    total += cells.length;
    // The list cuts what is too much; what lies beyond it is not even laid out.
    if (total > LIMITS.cells) {
      list.cuts.add('cells');
      break;
    }
    laidOut.push({ cells });
  }
  const height = laidOut.length;
  const fits = ({ rowSpan }: Cell, y: number) => y + rowSpan <= height;
  const fitted =
    height === rows.length
      ? laidOut
      : laidOut.map(({ cells }, y) => ({ cells: cells.map((cell) => (fits(cell, y) ? cell : { ...cell, rowSpan: height - y })) }));
  if (height > 0) list.table('grid', fitted);
}

interface UsedColumns {
  /** Column of the sheet → column of the table; none for those beyond the cap. */
  readonly rankOf: ReadonlyMap<number, number>;
  /** How many used columns lie before one of the sheet. */
  before(column: number): number;
  readonly count: number;
}

function usedColumns(rows: readonly SheetRow[], list: BlockList): UsedColumns {
  const used = new Set<number>();
  for (const row of rows) for (const piece of row.pieces) used.add(piece.column);
  let columns = Array.from(used).sort((a, b) => a - b);
  if (columns.length > LIMITS.columns) {
    list.cuts.add('columns');
    columns = columns.slice(0, LIMITS.columns);
  }
  return {
    rankOf: new Map(columns.map((column, rank) => [column, rank])),
    before(column) {
      let low = 0;
      let high = columns.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((columns[middle] as number) < column) low = middle + 1;
        else high = middle;
      }
      return low;
    },
    count: columns.length,
  };
}

interface Merge extends Area {
  text: string;
  framed: boolean;
  /** False where it lies over another one: its cells then stand for themselves. */
  accepted: boolean;
  begun: boolean;
}

/** Rows in which anything is stored and seen, with areas in place of the cells they join. */
function seenRows(sheet: SheetContent, list: BlockList, remarks: SheetRemarks): SheetRow[] {
  const cells = sortedCells(sheet.cells);
  const hidden = hiddenStretches(sheet);
  const { merges, starts } = seenMerges(sheet.merges, cells, hidden);
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const rows: SheetRow[] = [];
  let active: Merge[] = [];
  let next = 0;
  for (let at = 0; at < cells.length; ) {
    const index = (cells[at] as SheetCell).row;
    let end = at;
    while (end < cells.length && (cells[end] as SheetCell).row === index) end++;
    const stored = cells.slice(at, end);
    at = end;
    if (sheet.hiddenRows.has(index)) {
      // The text of an area whose first row is hidden is shown in the next.
      if (stored.some((cell) => cell.text !== '' && !starts.has(keyOf(cell.row, cell.column)))) hiddenRows.add(index);
      continue;
    }
    if (rows.length >= LIMITS.rows) {
      list.cuts.add('rows');
      break;
    }
    if (active.some((merge) => merge.bottom < index)) active = active.filter((merge) => merge.bottom >= index);
    const below = active.some((merge) => merge.text !== '');
    let added = false;
    for (; next < merges.length && (merges[next] as Merge).top <= index; next++) {
      const merge = merges[next] as Merge;
      merge.accepted = merge.bottom >= index && !active.some((other) => other.left <= merge.right && merge.left <= other.right);
      if (merge.accepted) active.push(merge);
      added ||= merge.accepted;
    }
    if (added) active.sort((a, b) => a.left - b.left);
    rows.push({ index, below, ...readRow(stored, active) });
  }
  remarks.hiddenRows += hiddenRows.size;
  remarks.hiddenColumns += hiddenColumns.size;
  return rows;

  function readRow(stored: readonly SheetCell[], areas: readonly Merge[]): { pieces: Piece[]; framed: boolean } {
    const pieces: Piece[] = [];
    let framed = false;
    let area = 0;
    for (const cell of stored) {
      const { row, column, text } = cell;
      while (area < areas.length && (areas[area] as Merge).right < column) area++;
      const merge = areas[area];
      const inside = merge !== undefined && merge.left <= column;
      if (cell.framed) {
        framed = true;
        if (inside) merge.framed = true;
      }
      if (starts.size > 0 && starts.get(keyOf(row, column))?.accepted) continue;
      if (inside) {
        if (text !== '') remarks.covered++;
      } else if (hidden.column(column) >= 0) {
        if (text !== '') hiddenColumns.add(column);
      } else if (text !== '' || cell.framed) pieces.push({ column, right: column, bottom: row, text, framed: cell.framed });
    }
    for (const merge of areas) {
      if (merge.begun) continue;
      merge.begun = true;
      pieces.push({ column: merge.left, right: merge.right, bottom: merge.bottom, text: merge.text, framed: merge.framed });
    }
    // Only areas can stand out of order.
    return { pieces: areas.length > 0 ? pieces.sort((a, b) => a.column - b.column) : pieces, framed };
  }
}

/** Areas cut down to what is seen of them, with the text of the cell in which they start, from top to bottom. */
function seenMerges(
  areas: readonly Area[],
  cells: readonly SheetCell[],
  hidden: Hidden,
): { merges: Merge[]; starts: ReadonlyMap<number, Merge> } {
  const merges: Merge[] = [];
  const starts = new Map<number, Merge>();
  for (const area of areas.slice(0, MOST_MERGES)) {
    const { bottom, right } = area;
    let { top, left } = area;
    if (top > bottom || left > right || (top === bottom && left === right)) continue;
    top = Math.max(top, hidden.row(top) + 1);
    left = Math.max(left, hidden.column(left) + 1);
    if (top > bottom || left > right) continue;
    const merge = { top, left, bottom, right, text: '', framed: false, accepted: false, begun: false };
    merges.push(merge);
    starts.set(keyOf(area.top, area.left), merge);
  }
  if (starts.size > 0) {
    for (const { row, column, text } of cells) {
      const merge = starts.get(keyOf(row, column));
      if (merge) merge.text = text;
    }
  }
  merges.sort((a, b) => a.top - b.top || a.left - b.left);
  return { merges, starts };
}

function keyOf(row: number, column: number): number {
  return row * 65_536 + column;
}

interface Hidden {
  /** Last row of the hidden stretch around a row; −1 if the row is seen. */
  row(index: number): number;
  column(index: number): number;
}

function hiddenStretches({ hiddenRows, hiddenColumns }: SheetContent): Hidden {
  const rowEnds = new Map<number, number>();
  let end = -1;
  for (const row of Array.from(hiddenRows).sort((a, b) => b - a)) {
    if (!hiddenRows.has(row + 1)) end = row;
    rowEnds.set(row, end);
  }
  const columnEnds = new Int32Array(hiddenColumns.length > 0 ? COLUMNS + 1 : 0).fill(-1);
  for (const [from, to] of hiddenColumns) for (let i = Math.max(0, from); i <= Math.min(to, COLUMNS - 1); i++) columnEnds[i] = i;
  for (let i = columnEnds.length - 2; i >= 0; i--)
    if ((columnEnds[i] as number) >= 0) columnEnds[i] = Math.max(i, columnEnds[i + 1] as number);
  return { row: (index) => rowEnds.get(index) ?? -1, column: (index) => columnEnds[index] ?? -1 };
}

function sortedCells(cells: readonly SheetCell[]): readonly SheetCell[] {
  let row = 0;
  let column = -1;
  for (const cell of cells) {
    if (cell.row < row || (cell.row === row && cell.column < column)) {
      return Array.from(cells).sort((a, b) => a.row - b.row || a.column - b.column);
    }
    ({ row, column } = cell);
  }
  return cells;
}
