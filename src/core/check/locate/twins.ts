// Two rows of table three, or two columns, with the same numbers side by side: where a whole one is wrong, it was likely copied.
import type { Identity } from '../../form/edition.ts';
import { columnName, layoutOf, rowName } from '../tables/layout.ts';
import type { RuleContext } from '../rule.ts';
import type { SumCell, SumSystem } from './sum-system.ts';

/** Fewer numbers than these that are not 0 are alike by chance. */
const FEWEST_NUMBERS = 3;

/**
 * Names of two neighbours with the same numbers, of which one would come right if it held what the sums ask for; null if there are none,
 * or several.
 * @param sums broken sums, all of rows or all of columns
 */
export function twinsOf(context: RuleContext, system: SumSystem, sums: readonly number[]): readonly [string, string] | null {
  const rows = layoutOf(context.report).rows.filter(({ table }) => table.id === 't3');
  const cellAt = new Map(system.cells.map((cell) => [cell.key, cell]));
  const ofRows = system.identities[sums[0]!]!.kind === 'rowSum';
  const lines = ofRows
    ? rows[0]!.columns.map((column, index) => ({ name: columnName(column), keys: rows.map(({ keys }) => keys[index]!) }))
    : rows.map(({ row, keys }) => ({ name: rowName(row), keys }));
  const found: [string, string][] = [];
  for (let index = 1; index < lines.length; index++) {
    const [one, other] = [lines[index - 1]!, lines[index]!];
    const numbers = one.keys.map((key) => cellAt.get(key)?.printed ?? 0);
    if (numbers.filter((number) => number !== 0).length < FEWEST_NUMBERS) continue;
    if (!other.keys.every((key, at) => (cellAt.get(key)?.printed ?? 0) === numbers[at])) continue;
    const kinds = new Set(sums.map((sum) => system.identities[sum]!.kind));
    if (
      [one, other].some(({ keys }) =>
        comesRight(
          system,
          keys.map((key) => cellAt.get(key)),
          sums,
          kinds,
        ),
      )
    )
      found.push([one.name, other.name]);
  }
  return found.length === 1 ? found[0]! : null;
}

/** Could the cells of a line hold what the broken sums ask of them? Each broken sum has one of them, and no number falls below 0. */
function comesRight(
  { identities, gaps }: SumSystem,
  cells: readonly (SumCell | undefined)[],
  sums: readonly number[],
  kinds: ReadonlySet<Identity['kind']>,
): boolean {
  let mended = 0;
  for (const cell of cells) {
    for (const [sum, sign] of cell?.sums ?? []) {
      if (!kinds.has(identities[sum]!.kind)) continue;
      if ((cell!.printed ?? 0) - gaps[sum]! * sign < 0) return false;
      if (sums.includes(sum)) mended += 1;
    }
  }
  return mended === sums.length;
}
