// Columns of table three that slid by a row: one row was skipped while a column was filled in, and the numbers below stand one row off.
// The rows say what every cell should be; it is a column that slid only if its own sums bear that out and the numbers are its own.
import { layoutOf } from '../tables/layout.ts';
import type { LayoutRow } from '../tables/layout.ts';
import type { RuleContext } from '../rule.ts';
import type { RowMove } from './row-moves.ts';
import type { SumSystem } from './sum-system.ts';

/** Two cells that are out are found without this. */
const FEWEST_CELLS = 3;

/** Stretches of columns after whose move by one row every judged sum holds in which their numbers stand. */
export function columnMovesOf(context: RuleContext, system: SumSystem): readonly RowMove[] {
  const rows = layoutOf(context.report).rows.filter(({ table }) => table.id === 't3');
  const rowSums = new Map(
    system.identities.flatMap((identity, sum) => (identity.kind === 'rowSum' ? [[identity.right[0]!, sum] as const] : [])),
  );
  const cellAt = new Map(system.cells.map((cell) => [cell.key, cell]));
  const moves: RowMove[] = [];
  for (const [index, column] of (rows[0]?.columns ?? []).entries()) {
    const move = moveOf(rows, index);
    if (move) moves.push({ ...move, column });
  }
  return moves;

  function moveOf(all: readonly LayoutRow[], column: number): RowMove | null {
    const keys = all.map((row) => row.keys[column]!);
    const mends = new Set<number>();
    /** What the sums of the column would be out by. */
    const rest = new Map<number, number>();
    const numbers: { printed: number | null; wanted: number }[] = [];
    for (const [place, key] of keys.entries()) {
      const cell = cellAt.get(key);
      const own = rowSums.get(all[place]!.keys[all[place]!.keys.length - 1]!);
      // A cell or a row that was not judged could be anything.
      if (!cell || cell.open || own === undefined) return null;
      const difference = -system.gaps[own]! * cell.sums.get(own)!;
      const wanted = (cell.printed ?? 0) + difference;
      if (!Number.isInteger(wanted) || wanted < 0) return null;
      numbers.push({ printed: cell.printed, wanted });
      if (difference !== 0) mends.add(own);
      for (const [sum, sign] of cell.sums) {
        if (sum !== own) rest.set(sum, (rest.get(sum) ?? system.gaps[sum]!) + sign * difference);
      }
    }
    for (const [sum, gap] of rest) {
      if (gap !== 0) return null;
      if (system.gaps[sum] !== 0) mends.add(sum);
    }
    const wrong = numbers.flatMap(({ printed, wanted }, place) => (wanted === (printed ?? 0) ? [] : [place]));
    if (wrong.length < FEWEST_CELLS) return null;
    const [first, last] = [wrong[0]!, wrong[wrong.length - 1]!];
    const kind = directionOf(numbers.slice(first, last + 1));
    if (!kind) return null;
    const cells = wrong.map((place) => ({ key: keys[place]!, printed: numbers[place]!.printed, mended: numbers[place]!.wanted }));
    return { kind, partsOnly: false, rows: [all[first]!, all[last]!], cells, mends: [...mends].sort((a, b) => a - b) };
  }
}

/** The way in which printed numbers have to go to be the wanted ones. Where the row was skipped nothing stands, at the other end one is lost. */
function directionOf(numbers: readonly { readonly printed: number | null; readonly wanted: number }[]): 'up' | 'down' | null {
  const last = numbers.length - 1;
  const low = numbers.every(({ printed }, place) => (printed ?? 0) === (place === 0 ? 0 : numbers[place - 1]!.wanted));
  if (low) return 'up';
  const high = numbers.every(({ printed }, place) => (printed ?? 0) === (place === last ? 0 : numbers[place + 1]!.wanted));
  return high ? 'down' : null;
}
