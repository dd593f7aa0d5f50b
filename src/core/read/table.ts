// From rows of cells with spans to grid columns, as browsers lay a table out (HTML, “forming a table”). Knows no format.
import type { Cell, Row } from '../model/document.ts';
import { LIMITS } from './limits.ts';
import type { Cut } from './limits.ts';

/** A cell as a file gives it. Spans may be anything; rowSpan 0 reaches to the end of the row group. */
export interface SpannedCell {
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly line?: number;
}

export interface SpannedRow {
  readonly cells: readonly SpannedCell[];
  /** Rows of one group stand together; no cell reaches beyond its group. */
  readonly group: number;
  readonly line?: number;
}

interface PlacedCell extends Cell {
  readonly row: number;
}

/**
 * Gives every cell its grid column. Spans are clamped to the group and to the caps, columns and rows in which no cell
 * starts are left out (a finer grid than the cells need), so every span ends within the table.
 */
export function layOutTable(rows: readonly SpannedRow[], cuts: Set<Cut>): Row[] {
  const kept = rows.length > LIMITS.rows ? rows.slice(0, LIMITS.rows) : rows;
  if (kept.length < rows.length) cuts.add('rows');
  const placed = placeCells(kept, cuts);
  const columnRank = ranks(placed.map((cell) => cell.column));
  const rowRank = ranks(placed.map((cell) => cell.row));
  const result: { cells: Cell[]; line?: number }[] = [];
  for (const { row, ...cell } of placed) {
    const y = rowRank(row);
    const column = columnRank(cell.column);
    let target = result[y];
    if (target === undefined) {
      const line = kept[row]?.line;
      target = { cells: [], ...(line === undefined ? {} : { line }) };
      result[y] = target;
    }
    target.cells.push({
      ...cell,
      column,
      colSpan: columnRank(cell.column + cell.colSpan) - column,
      rowSpan: rowRank(row + cell.rowSpan) - y,
    });
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
      placed.push({
        text: cell.text,
        row: y,
        column: x,
        colSpan,
        rowSpan,
        ...(cell.line === undefined ? {} : { line: cell.line }),
      });
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

/** How many of the used indices lie before a given one. */
function ranks(used: readonly number[]): (index: number) => number {
  const sorted = Array.from(new Set(used)).sort((a, b) => a - b);
  const last = sorted[sorted.length - 1] ?? -1;
  const before: number[] = [];
  let rank = 0;
  for (let i = 0; i <= last + 1; i++) {
    before[i] = rank;
    if (sorted[rank] === i) rank++;
  }
  return (index) => before[Math.min(index, last + 1)] ?? 0;
}
