// From rows of cells with spans to grid columns, as browsers lay a table out (HTML, “forming a table”). Knows no format.
import type { Cell, Row } from '../model/document.ts';
import { LIMITS } from './limits.ts';
import type { Cut } from './limits.ts';

/** A cell as a file gives it. Spans may be anything; rowSpan 0 reaches to the end of the row group. */
export interface SpannedCell {
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly line?: number | undefined;
  /** First column in which it may start, where the file says so; otherwise it follows the cell before it. */
  readonly column?: number | undefined;
}

export interface SpannedRow {
  readonly cells: readonly SpannedCell[];
  /** Rows of one group stand together; no cell reaches beyond its group. */
  readonly group: number;
  readonly line?: number | undefined;
}

/** A cell with the row and column in which it starts; spans already clamped. */
interface PlacedCell {
  readonly source: SpannedCell;
  readonly row: number;
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
}

/**
 * Gives every cell its grid column. Spans are clamped to the group and to the caps, columns and rows in which no cell
 * starts are left out (a finer grid than the cells need), so every span ends within the table.
 */
export function layOutTable(rows: readonly SpannedRow[], cuts: Set<Cut>): Row[] {
  const kept = rows.length > LIMITS.rows ? rows.slice(0, LIMITS.rows) : rows;
  if (kept.length < rows.length) cuts.add('rows');
  const placed = placeCells(kept, cuts);
  const columnRank = ranks(placed, (cell) => cell.column);
  const rowRank = ranks(placed, (cell) => cell.row);
  const result: { cells: Cell[]; line?: number }[] = [];
  for (const { source, row, column, colSpan, rowSpan } of placed) {
    const y = rank(rowRank, row);
    let target = result[y];
    if (target === undefined) {
      const line = kept[row]?.line;
      target = line === undefined ? { cells: [] } : { cells: [], line };
      result[y] = target;
    }
    const from = rank(columnRank, column);
    const cell = {
      text: source.text,
      column: from,
      colSpan: rank(columnRank, column + colSpan) - from,
      rowSpan: rank(rowRank, row + rowSpan) - y,
    };
    target.cells.push(source.line === undefined ? cell : { ...cell, line: source.line });
  }
  return result;
}

function placeCells(rows: readonly SpannedRow[], cuts: Set<Cut>): PlacedCell[] {
  const placed: PlacedCell[] = [];
  /** For each column the first row that is free again. */
  let free: number[] = [];
  let groupEnd = 0;
  for (const [y, row] of rows.entries()) {
    if (y >= groupEnd) {
      groupEnd = y + 1;
      while (rows[groupEnd]?.group === row.group) groupEnd++;
      free = [];
    }
    let x = 0;
    for (const cell of row.cells) {
      if (cell.column !== undefined && cell.column > x) x = cell.column;
      while ((free[x] ?? 0) > y) x++;
      if (x >= LIMITS.columns) {
        cuts.add('columns');
        break;
      }
      if (placed.length >= LIMITS.cells) {
        cuts.add('cells');
        return placed;
      }
      const colSpan = Math.min(clampSpan(cell.colSpan), LIMITS.columns - x);
      const rowSpan = cell.rowSpan === 0 ? groupEnd - y : Math.min(clampSpan(cell.rowSpan), groupEnd - y);
      placed.push({ source: cell, row: y, column: x, colSpan, rowSpan });
      // Where spans overlap, the cell that starts first keeps the slot; both cover it, as in browsers.
      for (let i = x; i < x + colSpan; i++) free[i] = Math.max(free[i] ?? 0, y + rowSpan);
      x += colSpan;
    }
  }
  return placed;
}

function clampSpan(span: number): number {
  return Number.isFinite(span) && span >= 1 ? Math.floor(span) : 1;
}

/** For every index up to one beyond the last in use: how many indices in use lie before it. */
function ranks(cells: readonly PlacedCell[], index: (cell: PlacedCell) => number): number[] {
  const used: boolean[] = [];
  for (const cell of cells) {
    const at = index(cell);
    while (used.length < at) used.push(false);
    used[at] = true;
  }
  const before = [0];
  for (let i = 0; i < used.length; i++) before.push((before[i] ?? 0) + (used[i] ? 1 : 0));
  return before;
}

function rank(before: readonly number[], index: number): number {
  return before[Math.min(index, before.length - 1)] ?? 0;
}
