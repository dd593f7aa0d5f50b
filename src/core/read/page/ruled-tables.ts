// From ruling lines to tables: which lines make a grid, and which slots of it are one cell because the line between is missing.
import type { Ruling } from './page.ts';

/** A cell of the grid; spans in grid columns and rows. */
export interface RuledCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

export interface RuledTable {
  /** Edges of the grid columns, one more than columns; likewise rows. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly RuledCell[];
  /** No line closes the table above or below: it was cut by the page. */
  readonly openAbove: boolean;
  readonly openBelow: boolean;
  /** Lines are missing in a way that leaves a cell that is no rectangle; it was cut into rectangles. */
  readonly irregular: boolean;
}

/** Lines this near are one: double borders, and the two sides of cells that touch. */
const SAME = 3;
/** A gap within a line: dots and dashes. */
const DASH = 4;
const MEETS = 3.5;
/** Share of a cell's edge that a line must cover to divide. */
const COVER = 0.6;
/** Edges of one grid that reach further than this beyond its lines make an open side. */
const OPEN = 8;
const MOST_LINES = 6000;

interface Line {
  /** The coordinate that both ends share. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Tables that ruling lines draw, from top to bottom. Null if there are more lines than any page of tables has. */
export function ruledTables(rulings: readonly Ruling[]): RuledTable[] | null {
  const across = mergeLines(rulings.filter((r) => r.y0 === r.y1).map((r) => ({ at: r.y0, from: r.x0, to: r.x1 })));
  const down = mergeLines(rulings.filter((r) => r.x0 === r.x1 && r.y0 !== r.y1).map((r) => ({ at: r.x0, from: r.y0, to: r.y1 })));
  if (across.length + down.length > MOST_LINES) return null;
  const tables: RuledTable[] = [];
  for (const { across: horizontal, down: vertical } of components(across, down)) {
    const table = tableOf(horizontal, vertical);
    if (table) tables.push(table);
  }
  return tables.sort((a, b) => (a.ys[0] as number) - (b.ys[0] as number) || (a.xs[0] as number) - (b.xs[0] as number));
}

/** Lines on one coordinate that overlap or nearly touch become one; what is too short to be a border goes. */
function mergeLines(lines: Line[]): Line[] {
  lines.sort((a, b) => a.at - b.at);
  const merged: Line[] = [];
  for (let i = 0; i < lines.length; ) {
    // Lines of one border lie within a point or so of each other.
    let end = i + 1;
    while (
      end < lines.length &&
      (lines[end] as Line).at - (lines[end - 1] as Line).at < 1 &&
      (lines[end] as Line).at - (lines[i] as Line).at < 2
    )
      end++;
    const group = lines.slice(i, end).sort((a, b) => a.from - b.from);
    let current: { at: number; from: number; to: number; length: number } | null = null;
    for (const line of group) {
      if (current && line.from <= current.to + DASH) {
        current.to = Math.max(current.to, line.to);
        if (line.to - line.from > current.length) {
          current.at = line.at;
          current.length = line.to - line.from;
        }
      } else {
        if (current && current.to - current.from > 4) merged.push({ at: current.at, from: current.from, to: current.to });
        current = { ...line, length: line.to - line.from };
      }
    }
    if (current && current.to - current.from > 4) merged.push({ at: current.at, from: current.from, to: current.to });
    i = end;
  }
  return merged;
}

/** Groups of lines that meet. */
function components(across: readonly Line[], down: readonly Line[]): { across: Line[]; down: Line[] }[] {
  const parent = Array.from({ length: across.length + down.length }, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] as number;
    while (parent[i] !== root) [parent[i], i] = [root, parent[i] as number];
    return root;
  };
  for (const [v, vertical] of down.entries()) {
    for (const [h, horizontal] of across.entries()) {
      if (horizontal.at > vertical.to + MEETS) break;
      if (horizontal.at < vertical.from - MEETS) continue;
      if (vertical.at < horizontal.from - MEETS || vertical.at > horizontal.to + MEETS) continue;
      parent[find(across.length + v)] = find(h);
    }
  }
  const groups = new Map<number, { across: Line[]; down: Line[] }>();
  const groupOf = (i: number) => {
    const root = find(i);
    const group = groups.get(root) ?? { across: [], down: [] };
    groups.set(root, group);
    return group;
  };
  for (const [i, line] of across.entries()) groupOf(i).across.push(line);
  for (const [i, line] of down.entries()) groupOf(across.length + i).down.push(line);
  return [...groups.values()];
}

function tableOf(across: readonly Line[], down: readonly Line[]): RuledTable | null {
  if (across.length < 2 || down.length < 1) return null;
  const xs = clusters(down.map((line) => line.at));
  const ys = clusters(across.map((line) => line.at));
  const [left, right] = [Math.min(...across.map((line) => line.from)), Math.max(...across.map((line) => line.to))];
  const [top, bottom] = [Math.min(...down.map((line) => line.from)), Math.max(...down.map((line) => line.to))];
  // A side without a border, where the lines across go on beyond the last line down; a page may cut the last row likewise.
  if (left < (xs[0] as number) - OPEN) xs.unshift(left);
  if (right > (xs[xs.length - 1] as number) + OPEN) xs.push(right);
  const openAbove = top < (ys[0] as number) - OPEN;
  const openBelow = bottom > (ys[ys.length - 1] as number) + OPEN;
  if (openAbove) ys.unshift(top);
  if (openBelow) ys.push(bottom);
  const width = xs.length - 1;
  const height = ys.length - 1;
  if (width < 1 || height < 1 || width * height < 2 || width > 256 || width * height > 200_000) return null;

  // Whether a line runs between a slot and the next one to the right, or below.
  const closedRight = divides(down, xs, ys);
  const closedBelow = divides(across, ys, xs);
  const region = new Int32Array(width * height).fill(-1);
  const cells: RuledCell[] = [];
  let irregular = false;
  let regions = 0;
  for (let start = 0; start < region.length; start++) {
    if (region[start] !== -1) continue;
    const id = regions++;
    const slots = [start];
    region[start] = id;
    for (const slot of slots) {
      const [x, y] = [slot % width, Math.floor(slot / width)];
      const reach = (other: number) => {
        if (region[other] !== -1) return;
        region[other] = id;
        slots.push(other);
      };
      if (x + 1 < width && !closedRight(x + 1, y)) reach(slot + 1);
      if (x > 0 && !closedRight(x, y)) reach(slot - 1);
      if (y + 1 < height && !closedBelow(y + 1, x)) reach(slot + width);
      if (y > 0 && !closedBelow(y, x)) reach(slot - width);
    }
    const columns = slots.map((slot) => slot % width);
    const rows = slots.map((slot) => Math.floor(slot / width));
    const [x0, x1, y0, y1] = [Math.min(...columns), Math.max(...columns), Math.min(...rows), Math.max(...rows)];
    if (slots.length === (x1 - x0 + 1) * (y1 - y0 + 1)) cells.push({ row: y0, column: x0, rowSpan: y1 - y0 + 1, colSpan: x1 - x0 + 1 });
    else {
      irregular = true;
      cells.push(...rectangles(new Set(slots), width));
    }
  }
  if (cells.length < 2) return null;
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { xs, ys, cells, openAbove, openBelow, irregular };
}

/** Cuts an odd shape into rectangles: runs along the rows, equal runs below each other joined. */
function rectangles(slots: Set<number>, width: number): RuledCell[] {
  const cells: RuledCell[] = [];
  const sorted = [...slots].sort((a, b) => a - b);
  for (const slot of sorted) {
    if (!slots.has(slot)) continue;
    const [column, row] = [slot % width, Math.floor(slot / width)];
    let colSpan = 1;
    while (column + colSpan < width && slots.has(slot + colSpan)) colSpan++;
    let rowSpan = 1;
    const whole = (at: number) => {
      for (let i = 0; i < colSpan; i++) if (!slots.has(at + i)) return false;
      return !(column > 0 && slots.has(at - 1)) && !(column + colSpan < width && slots.has(at + colSpan));
    };
    while (whole(slot + rowSpan * width)) rowSpan++;
    for (let y = 0; y < rowSpan; y++) for (let x = 0; x < colSpan; x++) slots.delete(slot + y * width + x);
    cells.push({ row, column, rowSpan, colSpan });
  }
  return cells;
}

/** Middles of groups of near numbers, ascending. */
function clusters(values: number[]): number[] {
  const sorted = values.sort((a, b) => a - b);
  const result: number[] = [];
  let sum = 0;
  let count = 0;
  let first = 0;
  for (const value of sorted) {
    if (count > 0 && value - first > SAME) {
      result.push(sum / count);
      sum = 0;
      count = 0;
    }
    if (count === 0) first = value;
    sum += value;
    count++;
  }
  if (count > 0) result.push(sum / count);
  return result;
}

/** For an edge (index into `edges`) and a slot along it (index into `along`): whether lines cover enough of it. */
function divides(lines: readonly Line[], edges: readonly number[], along: readonly number[]): (edge: number, slot: number) => boolean {
  const slots = along.length - 1;
  const covered = new Float64Array(edges.length * slots);
  for (const line of lines) {
    let edge = 0;
    let distance = Infinity;
    for (const [i, value] of edges.entries()) {
      if (Math.abs(value - line.at) < distance) {
        distance = Math.abs(value - line.at);
        edge = i;
      }
    }
    if (distance > SAME) continue;
    for (let slot = 0; slot < slots; slot++) {
      const overlap = Math.min(line.to, along[slot + 1] as number) - Math.max(line.from, along[slot] as number);
      if (overlap > 0) covered[edge * slots + slot] = (covered[edge * slots + slot] as number) + overlap;
    }
  }
  return (edge, slot) => (covered[edge * slots + slot] as number) >= COVER * ((along[slot + 1] as number) - (along[slot] as number));
}
