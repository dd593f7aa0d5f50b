// Rows of a doc file's tables: edges and merged cells out of the modifiers of a row's mark.
import type { CellShape, RowShape } from '../../row-edges.ts';
import { forEachModifier } from './properties.ts';
import type { ModifierList } from './properties.ts';

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
