// Rows of a doc file's tables: edges and merged cells out of the modifiers of a row's mark, put on one grid of columns.
// The file has no grid; every row gives the edges of its own cells, in twentieths of a point.
import type { OfficeCell, OfficeItem, OfficeTable } from '../../office-blocks.ts';
import { forEachModifier } from './properties.ts';
import type { ModifierList } from './properties.ts';

/** How a cell is merged: with those beside it and with those above it. */
interface CellShape {
  /** 0: not. Otherwise what the file says; which value stands for the first of several differs between writers. */
  across: number;
  /** 0: not; 1: goes on with the cell above; 3: the first of several. */
  down: number;
}

export interface RowShape {
  /** One more than cells, rising. */
  edges: number[];
  cells: CellShape[];
}

export interface DocRow {
  readonly cells: readonly (readonly OfficeItem[])[];
  /** null where the file does not say. */
  readonly shape: RowShape | null;
}

/** Edges closer than this are one: rows drawn by hand miss each other by a hair. About 1.7 mm; no column is as narrow. */
const TOLERANCE = 100;
/** Width given to cells of which the file says nothing. */
const ASSUMED_WIDTH = 1000;
const MOST_CELLS = 255;

/** Puts the modifiers of a row's mark together in their order; null if none defines the cells. */
export function readRowShape(lists: readonly ModifierList[]): RowShape | null {
  let shape: RowShape | null = null;
  let gap = 0;
  for (const list of lists) {
    forEachModifier(list, ({ code, at, length }, view) => {
      if (code === 0xd608) {
        shape = readDefinition(view, at, length) ?? shape;
        return;
      }
      if (code === 0x9602) gap = view.getInt16(at, true);
      // A row may also be built up from nothing.
      if (shape === null && code === 0x7621) shape = { edges: [0], cells: [] };
      if (shape === null) return;
      const { edges, cells } = shape;
      const first = length > 0 ? view.getUint8(at) : 0;
      const limit = length > 1 ? Math.min(cells.length, view.getUint8(at + 1)) : 0;
      switch (code) {
        case 0x9601: {
          const shift = view.getInt16(at, true) - ((edges[0] ?? 0) + gap);
          shape.edges = edges.map((edge) => edge + shift);
          break;
        }
        case 0x7621:
          insertCells(shape, first, view.getUint8(at + 1), view.getUint16(at + 2, true));
          break;
        case 0x5622:
          deleteCells(shape, first, limit);
          break;
        case 0x7623:
          for (let i = first; i < limit; i++) setWidth(edges, i, view.getUint16(at + 2, true));
          break;
        case 0x5624:
          for (let i = first; i < limit; i++) (cells[i] as CellShape).across = i === first ? 1 : 2;
          break;
        case 0x5625:
          for (let i = first; i < limit; i++) (cells[i] as CellShape).across = 0;
          break;
        case 0xd62b: {
          const cell = cells[first];
          if (cell && length > 1) cell.down = view.getUint8(at + 1) & 3;
          break;
        }
        default:
      }
    });
  }
  return shape !== null && (shape as RowShape).cells.length > 0 ? shape : null;
}

function readDefinition(view: DataView, at: number, length: number): RowShape | null {
  const count = length > 0 ? view.getUint8(at) : 0;
  if (count === 0 || count > MOST_CELLS || length < 1 + (count + 1) * 2) return null;
  const edges: number[] = [];
  for (let i = 0; i <= count; i++) edges.push(Math.max(edges[i - 1] ?? -32768, view.getInt16(at + 1 + i * 2, true)));
  const shapesAt = at + 1 + (count + 1) * 2;
  const cells: CellShape[] = [];
  for (let i = 0; i < count; i++) {
    // Descriptions of the last cells may be left out.
    const flags = shapesAt + i * 20 + 2 <= at + length ? view.getUint16(shapesAt + i * 20, true) : 0;
    cells.push({ across: flags & 3, down: (flags >> 5) & 3 });
  }
  return { edges, cells };
}

function insertCells(shape: RowShape, at: number, count: number, width: number): void {
  const { edges, cells } = shape;
  // Beyond the last cell, cells are added up to the place.
  const missing = Math.max(0, at - cells.length);
  const added = Math.min(count + missing, MOST_CELLS - cells.length);
  const start = Math.min(at, cells.length);
  const from = edges[start] ?? 0;
  cells.splice(start, 0, ...Array.from({ length: added }, () => ({ across: 0, down: 0 })));
  const tail = edges.slice(start + 1).map((edge) => edge + added * width);
  shape.edges = [...edges.slice(0, start + 1), ...Array.from({ length: added }, (_, i) => from + (i + 1) * width), ...tail];
}

function deleteCells(shape: RowShape, from: number, to: number): void {
  if (to <= from) return;
  const { edges, cells } = shape;
  const width = (edges[to] ?? 0) - (edges[from] ?? 0);
  cells.splice(from, to - from);
  shape.edges = [...edges.slice(0, from + 1), ...edges.slice(to + 1).map((edge) => edge - width)];
}

function setWidth(edges: number[], cell: number, width: number): void {
  const change = width - ((edges[cell + 1] ?? 0) - (edges[cell] ?? 0));
  for (let i = cell + 1; i < edges.length; i++) edges[i] = (edges[i] as number) + change;
}

export interface LaidOut {
  readonly table: OfficeTable;
  /** Rows whose edges the file does not give, or gives for another number of cells. */
  readonly guessed: boolean;
  /** Cells whose text lies below a merged cell and is not shown. */
  readonly covered: number;
}

interface Placed {
  readonly items: readonly OfficeItem[];
  readonly column: number;
  colSpan: number;
  rowSpan: number;
}

/**
 * Tables that touch are one run of rows in the file. They part where no inner edge above comes again below;
 * both must have at least two rows of several cells, or it may as well be one table with an odd head.
 */
export function partTables(rows: readonly DocRow[]): (readonly DocRow[])[] {
  if (rows.length < 4 || rows.some((row) => fitShape(row).guessed)) return [rows];
  const shapes = rows.map((row) => row.shape as RowShape);
  const columnOf = gridColumns(shapes);
  const lastRow = new Map<number, number>();
  const inner = shapes.map(({ edges }, y) => edges.slice(1, -1).map((_, i) => columnOf(y, i + 1)));
  inner.forEach((columns, y) => columns.forEach((column) => lastRow.set(column, y)));
  const several = (from: number, to: number) => inner.slice(from, to).filter((columns) => columns.length > 0).length;
  const parts: (readonly DocRow[])[] = [];
  let start = 0;
  let reach = -1;
  for (let y = 0; y < rows.length - 1; y++) {
    for (const column of inner[y] ?? []) reach = Math.max(reach, lastRow.get(column) ?? y);
    const goesOn = shapes[y + 1]?.cells.some((cell) => cell.down === 1) ?? false;
    // A row of one cell goes with what follows it, like a caption.
    if (reach > y || goesOn || (inner[y] ?? []).length === 0) continue;
    if (several(start, y + 1) < 2 || several(y + 1, rows.length) < 2) continue;
    parts.push(rows.slice(start, y + 1));
    start = y + 1;
  }
  parts.push(rows.slice(start));
  return parts;
}

/** Puts the rows of one table on one grid. */
export function layOutRows(rows: readonly DocRow[]): LaidOut {
  let guessed = false;
  const shapes = rows.map((row) => {
    const fitted = fitShape(row);
    if (fitted.guessed) guessed = true;
    return fitted.shape;
  });
  const columnOf = gridColumns(shapes);
  let covered = 0;
  const hide = (items: readonly OfficeItem[]) => {
    if (items.some((item) => item.kind !== 'text' || item.lines.length > 0)) covered++;
  };
  /** Cells that go on downwards, by column and width. */
  let open = new Map<string, Placed>();
  const placed = rows.map((row, y): Placed[] => {
    const shape = shapes[y] as RowShape;
    const goesOn = new Map<string, Placed>();
    const cells: Placed[] = [];
    let group: Placed | null = null;
    let groupSign = 0;
    let groupDown = 0;
    const endGroup = () => {
      if (group && groupDown === 3) goesOn.set(`${group.column}.${group.colSpan}`, group);
      group = null;
    };
    row.cells.forEach((items, i) => {
      const { across, down } = shape.cells[i] as CellShape;
      const column = columnOf(y, i);
      const colSpan = columnOf(y, i + 1) - column;
      if (group && across !== 0 && across !== groupSign) {
        group.colSpan += colSpan;
        hide(items);
        return;
      }
      endGroup();
      const above = down === 1 ? open.get(`${column}.${colSpan}`) : undefined;
      if (above) {
        above.rowSpan = y + 1;
        goesOn.set(`${column}.${colSpan}`, above);
        hide(items);
        return;
      }
      const cell: Placed = { items, column, colSpan, rowSpan: y + 1 };
      cells.push(cell);
      group = cell;
      groupSign = across;
      // The first of several may be marked as going on, where the row above was taken away.
      groupDown = down === 0 ? 0 : 3;
      if (across === 0) endGroup();
    });
    endGroup();
    open = goesOn;
    return cells;
  });
  const table: OfficeTable = {
    kind: 'table',
    rows: placed.map((cells, y) =>
      cells.map(({ items, column, colSpan, rowSpan }): OfficeCell => ({ items, column, colSpan, rowSpan: rowSpan - y })),
    ),
  };
  return { table, guessed, covered };
}

/** The shape of a row for exactly the cells it has. */
function fitShape({ cells, shape }: DocRow): { shape: RowShape; guessed: boolean } {
  if (shape && shape.cells.length === cells.length) return { shape, guessed: false };
  const edges = (shape?.edges ?? [0]).slice(0, cells.length + 1);
  while (edges.length < cells.length + 1) edges.push((edges[edges.length - 1] ?? 0) + ASSUMED_WIDTH);
  const known = shape?.cells.slice(0, cells.length) ?? [];
  return { shape: { edges, cells: cells.map((_, i) => known[i] ?? { across: 0, down: 0 }) }, guessed: true };
}

/**
 * One column for all edges that lie close together, never two edges of the same row.
 * @returns column of an edge, by row and index of the edge
 */
function gridColumns(shapes: readonly RowShape[]): (row: number, edge: number) => number {
  const all: { readonly at: number; readonly row: number; readonly index: number }[] = [];
  shapes.forEach(({ edges }, row) => edges.forEach((at, index) => all.push({ at, row, index })));
  all.sort((a, b) => a.at - b.at || a.index - b.index);
  const columns = shapes.map(({ edges }) => new Array<number>(edges.length).fill(0));
  /** The column in which a row was last seen. */
  const lastOf = new Array<number>(shapes.length).fill(-1);
  let column = -1;
  let start = Number.NEGATIVE_INFINITY;
  for (const { at, row, index } of all) {
    if (column < 0 || at - start > TOLERANCE || lastOf[row] === column) {
      column++;
      start = at;
    }
    lastOf[row] = column;
    (columns[row] as number[])[index] = column;
  }
  return (row, edge) => columns[row]?.[edge] ?? 0;
}
