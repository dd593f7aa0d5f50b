// Whole rows of table three that stand in the wrong place: one column too far, or in each other's place.
// A row that slipped with its total and does not add up is told by a rule of its own (shift.ts); here the columns tell.
import type { ColumnForm } from '../../form/edition.ts';
import { layoutOf } from '../tables/layout.ts';
import type { LayoutRow } from '../tables/layout.ts';
import type { RuleContext } from '../rule.ts';
import { slipped } from '../tables/shift.ts';
import type { RowNumbers } from '../tables/shift.ts';
import type { SumCell, SumSystem } from './sum-system.ts';

/** A row that slipped by a column, two in each other’s place, or a column that slid by a row. */
export interface RowMove {
  /** Where the numbers have to go. */
  readonly kind: 'left' | 'right' | 'up' | 'down' | 'exchanged';
  /** The six kinds of applicants slipped without the total. */
  readonly partsOnly: boolean;
  /** Up and down: the first row and the last. */
  readonly rows: readonly LayoutRow[];
  /** The column that slid. */
  readonly column?: ColumnForm;
  /** Cells with another number after the move, and that number. */
  readonly cells: readonly { readonly key: string; readonly printed: number | null; readonly mended: number }[];
  /** Broken sums that hold after the move. */
  readonly mends: readonly number[];
}

/** A move that changes two cells only is an exchange of numbers, and found as one. */
const FEWEST_CELLS = 3;
/** One column that comes right is chance. */
const FEWEST_SUMS = 2;

/** Moves of rows after which every judged sum holds in which their numbers stand. */
export function rowMovesOf(context: RuleContext, system: SumSystem): readonly RowMove[] {
  const cellAt = new Map(system.cells.map((cell) => [cell.key, cell]));
  const rows = layoutOf(context.report).rows.flatMap((row) => {
    if (row.table.id !== 't3') return [];
    const numbers = numbersOf(context, row);
    if (numbers === null) return [];
    // Rows that stand in the same sums of columns on the same side can change places without a trace.
    const role = [...(cellAt.get(row.keys[0]!)?.sums ?? [])].filter(([sum]) => system.identities[sum]!.kind !== 'rowSum').join(' ');
    return [{ row, numbers, role, cells: row.keys.map((key) => cellAt.get(key)) }];
  });
  /** Nearly every two rows fail in the first column in which they differ: a sum of it would be out, or nothing in it is. */
  const failsAtOnce = (one: PrintedRow, other: PrintedRow): boolean => {
    const column = one.numbers.findIndex((number, at) => (number ?? 0) !== (other.numbers[at] ?? 0));
    if (column < 0) return true;
    const difference = (other.numbers[column] ?? 0) - (one.numbers[column] ?? 0);
    const [mine, theirs] = [one.cells[column]?.sums, other.cells[column]?.sums];
    let touched = false;
    let mends = false;
    for (const [sum, sign] of mine ?? []) {
      if (system.identities[sum]!.kind === 'rowSum') continue;
      touched = true;
      const gap = system.gaps[sum]!;
      if (gap + difference * (sign - (theirs?.get(sum) ?? 0)) !== 0) return true;
      if (gap !== 0) mends = true;
    }
    for (const [sum, sign] of theirs ?? []) {
      if (system.identities[sum]!.kind === 'rowSum' || mine?.has(sum)) continue;
      touched = true;
      const gap = system.gaps[sum]!;
      if (gap - difference * sign !== 0) return true;
      if (gap !== 0) mends = true;
    }
    return touched && !mends;
  };
  const moves: RowMove[] = [];
  const consider = (kind: 'left' | 'right' | 'exchanged', partsOnly: boolean, moved: readonly MovedRow[]): void => {
    const cells: { key: string; printed: number | null; mended: number }[] = [];
    const mends = new Set<number>();
    /** What rows would be out by. */
    const rest = new Map<number, number>();
    const columns = moved[0]!.numbers.length;
    for (let column = 0; column < columns; column++) {
      const touched = new Map<number, number>();
      for (const { row, numbers, after } of moved) {
        const [key, printed, mended] = [row.keys[column]!, numbers[column]!, after[column] ?? 0];
        if (mended === (printed ?? 0)) continue;
        cells.push({ key, printed, mended });
        for (const [sum, sign] of cellAt.get(key)?.sums ?? []) {
          const into = system.identities[sum]!.kind === 'rowSum' ? rest : touched;
          into.set(sum, (into.get(sum) ?? system.gaps[sum]!) + sign * (mended - (printed ?? 0)));
        }
      }
      // Most moves fail in the first column whose numbers differ.
      for (const [sum, gap] of touched) {
        if (gap !== 0) return;
        if (system.gaps[sum] !== 0) mends.add(sum);
      }
      if (touched.size > 0 && mends.size === 0) return;
    }
    for (const [sum, gap] of rest) {
      if (gap !== 0) return;
      if (system.gaps[sum] !== 0) mends.add(sum);
    }
    if (cells.length < FEWEST_CELLS || mends.size < FEWEST_SUMS) return;
    moves.push({ kind, partsOnly, rows: moved.map(({ row }) => row), cells, mends: [...mends] });
  };

  for (const { row, numbers } of rows) {
    for (const kind of ['left', 'right'] as const) {
      for (const partsOnly of [false, true]) {
        const after = slipped(numbers, kind, partsOnly);
        if (after) consider(kind, partsOnly, [{ row, numbers, after }]);
      }
    }
  }
  rows.forEach((one, index) => {
    for (let next = index + 1; next < rows.length; next++) {
      const other = rows[next]!;
      if (one.role === other.role || failsAtOnce(one, other)) continue;
      consider('exchanged', false, [
        { ...one, after: other.numbers },
        { ...other, after: one.numbers },
      ]);
    }
  });
  return moves;
}

interface PrintedRow {
  readonly numbers: RowNumbers;
  /** What the sums know of its cells, column by column. */
  readonly cells: readonly (SumCell | undefined)[];
}

interface MovedRow {
  readonly row: LayoutRow;
  readonly numbers: RowNumbers;
  readonly after: RowNumbers;
}

/** Printed numbers of a row; null where one is not sure, or is no number. */
function numbersOf(context: RuleContext, row: LayoutRow): RowNumbers | null {
  const numbers: (number | null)[] = [];
  for (const key of row.keys) {
    const fact = context.fact(key);
    const empty = fact?.writing === 'blank' || fact?.writing === 'placeholder';
    if (!fact || fact.certainty !== 'sure' || (fact.value === null && !empty)) return null;
    numbers.push(fact.value);
  }
  return numbers;
}
