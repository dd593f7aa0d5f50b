// Fellegi and Holt's question: which fewest cells must be others for every sum to hold? Solved exactly for one cell and for two.
// A change that mends one sum and breaks another is no mending. Numbers of the form are whole and not below 0.
import type { SumCell, SumSystem, Work } from './sum-system.ts';

/** A cell and the number that would mend the sums. */
export interface Change {
  readonly cell: number;
  readonly mended: number;
}

/** Cells that mend these broken sums, each alone. Every number follows from the sums: there is at most one for a cell. */
export function mendByOne(system: SumSystem, group: readonly number[], work: Work): readonly Change[] {
  const changes: Change[] = [];
  for (const index of system.cellsOf[group[0]!]!) {
    work.steps += 1;
    const cell = system.cells[index]!;
    // In all of the broken sums, and in none that holds: its change would break that one.
    if (cell.sums.size !== group.length || !group.every((sum) => cell.sums.has(sum))) continue;
    const [first] = group;
    const difference = -system.gaps[first!]! * cell.sums.get(first!)!;
    if (!group.every((sum) => 0 === system.gaps[sum]! + difference * (cell.sums.get(sum) ?? 0))) continue;
    const mended = valueAfter(cell, difference);
    if (mended !== null) changes.push({ cell: index, mended });
  }
  return changes;
}

export interface PairSearch {
  readonly pairs: readonly (readonly [Change, Change])[];
  /** Two cells stand in the same sums: then any split of the difference would do, and no number can be named. */
  readonly loose: boolean;
}

/** Pairs of cells that together mend these broken sums and leave the others whole. Neither of the two would do alone. */
export function mendByTwo(system: SumSystem, group: readonly number[], work: Work): PairSearch {
  const pairs: (readonly [Change, Change])[] = [];
  let loose = false;
  // A cell stands in three sums at the most, so two cells mend six at the most.
  if (group.length > 6) return { pairs, loose };
  const seen = new Set<number>();
  // One of the two stands in every broken sum: the one with the fewest cells is asked.
  const narrow = [...group].sort((a, b) => system.cellsOf[a]!.length - system.cellsOf[b]!.length)[0]!;
  for (const one of system.cellsOf[narrow]!) {
    const first = system.cells[one]!;
    for (const other of partnersOf(system, group, first)) {
      const id = Math.min(one, other) * system.cells.length + Math.max(one, other);
      if (one === other || seen.has(id)) continue;
      seen.add(id);
      work.steps += 1;
      if (work.steps > work.limit) return { pairs, loose };
      const second = system.cells[other]!;
      const solved = solve(system, group, first, second);
      if (solved === 'loose') loose = true;
      if (solved === null || solved === 'loose') continue;
      const [a, b] = [valueAfter(first, solved[0]), valueAfter(second, solved[1])];
      if (a === null || b === null) continue;
      pairs.push([
        { cell: one, mended: a },
        { cell: other, mended: b },
      ]);
    }
  }
  return { pairs, loose };
}

/** Cells that could help a first one: those of a broken sum it does not reach, or else all that share a sum with it. */
function partnersOf(system: SumSystem, group: readonly number[], first: SumCell): readonly number[] {
  const beyond = group.filter((sum) => !first.sums.has(sum));
  if (beyond.length > 3) return [];
  if (beyond.length > 0) return system.cellsOf[beyond[0]!]!.filter((cell) => beyond.every((sum) => system.cells[cell]!.sums.has(sum)));
  return [...first.sums.keys()].flatMap((sum) => system.cellsOf[sum]!);
}

/**
 * The two differences for which every sum of either cell holds. Null: there are none. Each cell but stands in a sum without the
 * other, except where sums could not be judged; then nothing tells the two apart.
 */
function solve(system: SumSystem, group: readonly number[], first: SumCell, second: SumCell): readonly [number, number] | 'loose' | null {
  if (!group.every((sum) => first.sums.has(sum) || second.sums.has(sum))) return null;
  let a: number | null = alone(system, first, second);
  let b: number | null = alone(system, second, first);
  for (const [sum, sign] of first.sums) {
    const other = second.sums.get(sum);
    if (other === undefined) continue;
    if (a !== null && b === null) b = -other * (system.gaps[sum]! + sign * a);
    else if (b !== null && a === null) a = -sign * (system.gaps[sum]! + other * b);
  }
  if (a === null || b === null) return 'loose';
  if (a === 0 || b === 0) return null;
  for (const sum of new Set([...first.sums.keys(), ...second.sums.keys()])) {
    const rest = system.gaps[sum]! + (first.sums.get(sum) ?? 0) * a + (second.sums.get(sum) ?? 0) * b;
    if (rest !== 0 && Math.abs(rest) > 1e-6) return null;
  }
  return [a, b];
}

/** What a cell must change by, from a sum in which the other one does not stand. */
function alone(system: SumSystem, cell: SumCell, other: SumCell): number | null {
  for (const [sum, sign] of cell.sums) if (!other.sums.has(sum)) return -sign * system.gaps[sum]!;
  return null;
}

/** The number after a change; null if no cell of the form could have it, or if it is the one that is there. */
function valueAfter({ printed }: SumCell, difference: number): number | null {
  const value = Math.round(((printed ?? 0) + difference) * 1e6) / 1e6;
  return Number.isInteger(value) && value >= 0 && value !== (printed ?? 0) ? value : null;
}
