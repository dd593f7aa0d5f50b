// Puts the value cells of one row into the columns of the form, or says that it cannot be done with certainty.
import type { Cell } from '../../model/document.ts';
import { isValueCell, readCell } from '../numerals.ts';

/** A sum that must hold among the values of one row: indices of the addends and of the total. */
export interface RowSum {
  readonly parts: readonly number[];
  readonly total: number;
}

export interface Placement {
  readonly placed: 'sure' | 'doubtful';
  /** One entry a column of the form: the cell; null: no cell stands there; 'unplaced': cannot be told. */
  readonly cells: readonly (Cell | null | 'unplaced')[];
  /** Number of value cells as a person would count them. */
  readonly found: number;
}

/** How many cells precede the first value in rows that are complete, by the number of cells after the label. */
export type Padding = ReadonlyMap<number, ReadonlySet<number>>;

const isBlank = (cell: Cell): boolean => cell.text.trim() === '';

function valueRange(tail: readonly Cell[]): { first: number; last: number; count: number } {
  let first = -1;
  let last = -1;
  let count = 0;
  tail.forEach((cell, index) => {
    if (isBlank(cell)) return;
    if (first < 0) first = index;
    last = index;
    count++;
  });
  return { first, last, count };
}

/**
 * Learns the padding of a table from its complete rows; where no row of a length is complete, from all of that length together,
 * if the columns they fill are just as many as the form has, or if the last of them is the last of the form.
 * @param gapsAtEnd the headers say that merged cells leave their gaps at the end of a line
 */
export function learnPadding(printed: readonly (readonly Cell[])[], expected: number, gapsAtEnd = false): Padding {
  const tails = printed.map((tail) => withoutRemark(tail, expected));
  const padding = new Map<number, Set<number>>();
  for (const tail of tails) {
    const { first, last, count } = valueRange(tail);
    if (count !== expected || last - first + 1 !== expected) continue;
    const seen = padding.get(tail.length) ?? new Set<number>();
    padding.set(tail.length, seen.add(first));
  }
  // A row that fits into the form, but not there, says that rows of this length are not all built alike.
  for (const tail of tails) {
    const seen = padding.get(tail.length);
    const { first, last, count } = valueRange(tail);
    if (!seen || count === 0 || last - first + 1 > expected) continue;
    if ([...seen].every((start) => first < start || last >= start + expected)) seen.add(first);
  }
  const lengths = new Set(tails.map((tail) => tail.length));
  for (const length of lengths) {
    if (padding.has(length)) continue;
    const ranges = tails
      .filter((tail) => tail.length === length)
      .map(valueRange)
      .filter(({ count }) => count > 0);
    const first = Math.min(...ranges.map((range) => range.first));
    const last = Math.max(...ranges.map((range) => range.last));
    if (ranges.length >= 3 && last - first + 1 === expected) padding.set(length, new Set([first]));
    else if (gapsAtEnd && last === expected - 1 && [...padding.values()].every((firsts) => firsts.size === 1 && firsts.has(0))) {
      padding.set(length, new Set([0]));
    }
  }
  return padding;
}

/**
 * Places by the grid columns of the header; null if cells and header do not fit each other exactly.
 * @param hasItsCells the row has as many cells as those around it; else its blanks say nothing
 */
export function placeByGrid(
  tail: readonly Cell[],
  columns: readonly { readonly from: number; readonly to: number }[],
  hasItsCells: boolean,
): Placement | null {
  const cells: (Cell | null)[] = columns.map(() => null);
  const end = Math.max(...columns.map(({ to }) => to));
  for (const cell of tail) {
    const hit = columns.findIndex(({ from, to }) => cell.column >= from && cell.column + cell.colSpan <= to);
    if (hit < 0) {
      // Words behind the last column are remarks (备注).
      if (!isBlank(cell) && !(cell.column >= end && !isValueCell(cell.text))) return null;
      continue;
    }
    if (cells[hit] !== null) {
      // A header over several narrow columns: the one that is filled counts, two filled ones do not fit.
      if (isBlank(cell)) continue;
      if (!isBlank(cells[hit]!)) return null;
    }
    cells[hit] = cell;
  }
  if (cells.some((cell) => cell === null)) return null;
  if (!hasItsCells && cells.some((cell) => isBlank(cell!))) return null;
  return { placed: 'sure', cells, found: columns.length };
}

/** Every way to leave cells out, in order, until `keep` are left. At most 220 for the sizes that occur. */
function* choose(count: number, keep: number, from = 0, picked: readonly number[] = []): Generator<readonly number[]> {
  if (picked.length === keep) {
    yield picked;
    return;
  }
  for (let index = from; index <= count - (keep - picked.length); index++) yield* choose(count, keep, index + 1, [...picked, index]);
}

function satisfies(values: readonly (number | null)[], sums: readonly RowSum[]): boolean {
  return sums.every(({ parts, total }) => {
    const sum = parts.reduce((all, part) => all + (values[part] ?? 0), 0);
    return values[total] !== null && sum === values[total];
  });
}

/** More numbers than columns: any choice if all are alike, the only choice whose sums hold, else untold. */
function placeSurplus(cells: readonly Cell[], expected: number, sums: readonly RowSum[]): readonly (Cell | 'unplaced')[] {
  const values = cells.map((cell) => readCell(cell.text).value);
  if (values.every((value) => value !== null && value === values[0])) return cells.slice(0, expected);
  if (cells.length - expected <= 3) {
    const fits = new Map<string, readonly number[]>();
    for (const picked of choose(cells.length, expected)) {
      const chosen = picked.map((index) => values[index]!);
      if (satisfies(chosen, sums)) fits.set(chosen.join(), picked);
    }
    if (fits.size === 1) return [...fits.values()][0]!.map((index) => cells[index]!);
  }
  return Array.from({ length: expected }, () => 'unplaced' as const);
}

/** A row with more cells than the form has columns and words in the last one that is filled: these are a remark (备注), not a number. */
function withoutRemark(tail: readonly Cell[], expected: number): readonly Cell[] {
  if (tail.length <= expected) return tail;
  let last = tail.length - 1;
  while (last >= 0 && isBlank(tail[last]!)) last--;
  if (last < expected || isValueCell(tail[last]!.text)) return tail;
  return [...tail.slice(0, last), { ...tail[last]!, text: '' }, ...tail.slice(last + 1)];
}

/**
 * Places the cells after a label by their order. Sure only if the count fits: exactly `expected` numbers side by side,
 * or, where the row has its cells, exactly `expected` cells of which some are blank or as many as the complete rows of the table have.
 * @param hasItsCells the row has as many cells as those around it; else its blanks say nothing
 */
export function placeByOrder(
  tail: readonly Cell[],
  expected: number,
  padding: Padding,
  sums: readonly RowSum[],
  hasItsCells: boolean,
): Placement {
  const { first, last, count } = valueRange(withoutRemark(tail, expected));
  const span = count === 0 ? 0 : last - first + 1;
  const at = (start: number): (Cell | null)[] => Array.from({ length: expected }, (_, index) => tail[start + index] ?? null);
  if (count === expected && span === expected) return { placed: 'sure', cells: at(first), found: expected };
  if (hasItsCells && count <= expected && tail.length === expected) return { placed: 'sure', cells: at(0), found: expected };
  const known = padding.get(tail.length);
  if (hasItsCells && count <= expected && known && known.size === 1) {
    const start = [...known][0]!;
    if (count === 0 || (first >= start && last < start + expected)) return { placed: 'sure', cells: at(start), found: expected };
  }
  const filled = withoutRemark(tail, expected).filter((cell) => !isBlank(cell));
  if (count > expected) return { placed: 'doubtful', cells: placeSurplus(filled, expected, sums), found: count };
  if (count === expected) return { placed: 'doubtful', cells: filled, found: span };
  if (count === 0) {
    const blanks = tail.length >= expected ? at(0) : Array.from({ length: expected }, () => null);
    return { placed: tail.length >= expected ? 'sure' : 'doubtful', cells: blanks, found: tail.length >= expected ? expected : 0 };
  }
  if (tail.length < expected && last === tail.length - 1) {
    // Too few cells, the last one filled: most likely the total, with cells lost at the front.
    return { placed: 'doubtful', cells: at(tail.length - expected), found: count };
  }
  return { placed: 'doubtful', cells: Array.from({ length: expected }, () => 'unplaced' as const), found: count };
}
