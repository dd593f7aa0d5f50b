// Rows of which the file gives the edges of their own cells and no grid, put on one grid of columns; tables that touch are
// parted. So are tables in doc and rtf files. Knows no format.
import type { OfficeCell, OfficeItem, OfficeTable } from './office-blocks.ts';

/** How a cell is merged: with those beside it and with those above it. */
export interface CellShape {
  /** 0: not. Otherwise what the file says; which value stands for the first of several differs between writers. */
  across: number;
  /** 0: not; 1: goes on with the cell above; 3: the first of several. */
  down: number;
}

export interface RowShape {
  /** One more than cells, rising; in twentieths of a point. */
  edges: number[];
  cells: CellShape[];
}

export interface EdgedRow {
  readonly cells: readonly (readonly OfficeItem[])[];
  /** null where the file does not say. */
  readonly shape: RowShape | null;
}

/** Edges closer than this are one: rows drawn by hand miss each other by a hair. About 1.7 mm; no column is as narrow. */
const TOLERANCE = 100;
/** Width given to cells of which the file says nothing. */
const ASSUMED_WIDTH = 1000;

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
export function partTables(rows: readonly EdgedRow[]): (readonly EdgedRow[])[] {
  if (rows.length < 4 || rows.some((row) => fitShape(row).guessed)) return [rows];
  const shapes = rows.map((row) => row.shape as RowShape);
  const columnOf = gridColumns(shapes);
  const lastRow = new Map<number, number>();
  const inner = shapes.map(({ edges }, y) => edges.slice(1, -1).map((_, i) => columnOf(y, i + 1)));
  inner.forEach((columns, y) => columns.forEach((column) => lastRow.set(column, y)));
  const several = (from: number, to: number) => inner.slice(from, to).filter((columns) => columns.length > 0).length;
  const parts: (readonly EdgedRow[])[] = [];
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
export function layOutRows(rows: readonly EdgedRow[]): LaidOut {
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
function fitShape({ cells, shape }: EdgedRow): { shape: RowShape; guessed: boolean } {
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
