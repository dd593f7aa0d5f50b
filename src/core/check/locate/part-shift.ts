// A row whose six parts stand one column too far while its total stands right: it adds up, and only the columns tell.
// A row that slipped with its total does not add up; that is the matter of shift.ts.
import type { SumSystem } from './sum-system.ts';

export interface PartShift {
  readonly direction: 'left' | 'right';
  /** Index of the row's own sum. */
  readonly row: number;
  /** Cells with another number after the move, and that number. */
  readonly changes: readonly { readonly cell: number; readonly mended: number }[];
  /** Broken sums that hold after the move. */
  readonly mends: readonly number[];
}

/** A move that changes two cells only is an exchange, and found as one. */
const FEWEST_CELLS = 3;

/** Rows that, moved by one column, the last part going round to the other end, leave every sum whole in which they stand. */
export function partShifts(system: SumSystem): readonly PartShift[] {
  const found: PartShift[] = [];
  system.identities.forEach((identity, row) => {
    if (identity.kind !== 'rowSum' || system.gaps[row] !== 0) return;
    const cells = system.cellsOf[row]!.slice(0, -1);
    const values = cells.map((cell) => system.cells[cell]!.printed ?? 0);
    for (const direction of ['left', 'right'] as const) {
      const moved = direction === 'left' ? [...values.slice(1), values[0]!] : [values[values.length - 1]!, ...values.slice(0, -1)];
      const changes = cells.flatMap((cell, index) => (moved[index] === values[index] ? [] : [{ cell, mended: moved[index]! }]));
      if (changes.length < FEWEST_CELLS || changes.some(({ cell }) => system.cells[cell]!.open)) continue;
      const rest = new Map<number, number>();
      for (const { cell, mended } of changes) {
        const { printed, sums } = system.cells[cell]!;
        for (const [sum, sign] of sums) rest.set(sum, (rest.get(sum) ?? system.gaps[sum]!) + sign * (mended - (printed ?? 0)));
      }
      const mends = [...rest.keys()].filter((sum) => system.gaps[sum] !== 0);
      if (mends.length > 0 && [...rest.values()].every((gap) => gap === 0)) found.push({ direction, row, changes, mends });
    }
  });
  return found;
}
