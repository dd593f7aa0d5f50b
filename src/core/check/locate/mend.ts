// Fellegi and Holt's question in small: which cell, or which two cells of one sum, would let every sum hold in which they stand?
// A change that mends one sum and breaks another is no mending. Numbers of the form are whole and not below 0.
import type { SumCell, SumSystem, Work } from './sum-system.ts';

/** A cell and the number that would mend the sums. */
export interface Change {
  readonly cell: number;
  readonly mended: number;
}

/** One cell, or two that share a sum, whose change makes all sums hold in which they stand. Every number follows from the sums. */
export interface Mending {
  /** The broken sums among these, by index, ascending. */
  readonly sums: readonly number[];
  readonly changes: readonly Change[];
}

/** What would mend the sums, and where that cannot be said. */
export interface Mendings {
  readonly all: readonly Mending[];
  /** Sums in which two cells stand that share all their sums: any split of the difference would do, and no number can be named. */
  readonly loose: ReadonlySet<number>;
}

/** A cell and what it would have to change by, as far as its sums but for a shared one say. */
interface Candidate {
  readonly index: number;
  readonly difference: number;
}

/**
 * Every mending there is. Two cells of the form never share more than one sum; two that share none are two mendings.
 * @param barred keys of cells that are explained already
 */
export function mendingsOf(system: SumSystem, barred: ReadonlySet<string>, work: Work): Mendings {
  const all: Mending[] = [];
  const loose = new Set<number>();
  const found = (changes: readonly (Change | null)[], sums: Iterable<number>): void => {
    const whole = changes.filter((change): change is Change => change !== null);
    if (whole.length < changes.length) return;
    all.push({ sums: [...new Set(sums)].filter((sum) => system.gaps[sum] !== 0).sort((a, b) => a - b), changes: whole });
  };
  const change = (index: number, difference: number): Change | null => {
    const mended = valueAfter(system.cells[index]!, difference);
    return mended === null ? null : { cell: index, mended };
  };

  system.cells.forEach((cell, index) => {
    if (barred.has(cell.key)) return;
    const difference = differenceOf(system, cell, null);
    if (difference === null) return;
    work.steps += 1;
    found([change(index, difference)], cell.sums.keys());
  });

  system.cellsOf.forEach((members, shared) => {
    if (work.steps > work.limit) return;
    // Cells that other sums ask to change, by what their change does to this sum; and cells that stand in no other sum.
    const asked = new Map<number, Candidate[]>();
    const bound: Candidate[] = [];
    const free: number[] = [];
    for (const index of members) {
      const cell = system.cells[index]!;
      if (barred.has(cell.key)) continue;
      if (cell.sums.size === 1) {
        free.push(index);
        continue;
      }
      const difference = differenceOf(system, cell, shared);
      if (difference === null) continue;
      const candidate = { index, difference };
      bound.push(candidate);
      const effect = rounded(difference * cell.sums.get(shared)!);
      const same = asked.get(effect);
      if (same) same.push(candidate);
      else asked.set(effect, [candidate]);
    }
    const gap = system.gaps[shared]!;
    if (gap !== 0 && free.length > 1) loose.add(shared);
    for (const one of bound) {
      const cell = system.cells[one.index]!;
      const effect = rounded(one.difference * cell.sums.get(shared)!);
      for (const other of asked.get(rounded(-gap - effect)) ?? []) {
        if (other.index <= one.index) continue;
        work.steps += 1;
        const second = system.cells[other.index]!;
        // Both in a second sum, too: neither alone is what that sum asks for.
        if ([...second.sums.keys()].some((sum) => sum !== shared && cell.sums.has(sum))) continue;
        found([change(one.index, one.difference), change(other.index, other.difference)], [...cell.sums.keys(), ...second.sums.keys()]);
      }
      for (const other of free) {
        const rest = rounded(-(gap + effect) * system.cells[other]!.sums.get(shared)!);
        if (rest === 0) continue;
        work.steps += 1;
        found([change(one.index, one.difference), change(other, rest)], cell.sums.keys());
      }
    }
  });
  return { all, loose };
}

/** What a cell must change by for its sums to hold, a shared one left out; null if they ask for nothing, or for different things. */
function differenceOf({ gaps }: SumSystem, cell: SumCell, shared: number | null): number | null {
  let difference: number | null = null;
  for (const [sum, sign] of cell.sums) {
    if (sum === shared) continue;
    const asked = -gaps[sum]! * sign;
    if (asked === 0 || (difference !== null && difference !== asked)) return null;
    difference = asked;
  }
  return difference;
}

/** The number after a change; null if no cell of the form could have it, or if it is the one that is there. */
function valueAfter({ printed }: SumCell, difference: number): number | null {
  const value = rounded((printed ?? 0) + difference);
  return Number.isInteger(value) && value >= 0 && value !== (printed ?? 0) ? value : null;
}

/** Without the noise of binary fractions; never −0. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6 + 0;
}
