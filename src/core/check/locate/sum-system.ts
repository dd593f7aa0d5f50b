// The sums of a report as a system of equations over its printed numbers: which cell stands in which sum, and by how much each is out.
// Only sums that were judged: what could not be judged binds nothing and is said of the cells that stand in it.
import type { Identity } from '../../form/edition.ts';
import { keysOfIdentity, sidesOf, walk } from '../tables/identities.ts';
import { layoutOf } from '../tables/layout.ts';
import type { RuleContext } from '../rule.ts';

export interface SumCell {
  readonly key: string;
  /** The printed number; null is an empty cell and counts as 0. */
  readonly printed: number | null;
  /** Sums it stands in, by index, with its sign: +1 on the left, −1 on the right. */
  readonly sums: ReadonlyMap<number, 1 | -1>;
  /** Stands in a sum, too, that could not be judged. */
  readonly open: boolean;
}

export interface SumSystem {
  readonly identities: readonly Identity[];
  /** Left minus right of each sum; 0 where it holds. */
  readonly gaps: readonly number[];
  readonly cells: readonly SumCell[];
  /** Cells of each sum, as indexes. */
  readonly cellsOf: readonly (readonly number[])[];
}

/** Counts what has been tried, so that no report, however wrong, takes long. */
export interface Work {
  steps: number;
  readonly limit: number;
}

/**
 * Puts up the system.
 * @param moved numbers to be taken instead of the printed ones: a row that is known to have slipped
 */
export function sumSystemOf(context: RuleContext, moved: ReadonlyMap<string, number>): SumSystem {
  const identities: Identity[] = [];
  const gaps: number[] = [];
  const cells: { key: string; printed: number | null; sums: Map<number, 1 | -1>; open: boolean }[] = [];
  const indexes = new Map<string, number>();
  const cellsOf: number[][] = [];
  const unjudged: string[] = [];
  for (const identity of layoutOf(context.report).identities) {
    const { state } = walk(context, identity);
    if (state !== 'holds' && state !== 'breaks') {
      unjudged.push(...keysOfIdentity(identity));
      continue;
    }
    const sum = identities.length;
    identities.push(identity);
    const members: number[] = [];
    let gap = 0;
    for (const [side, sign] of sidesOf(identity)) {
      for (const key of side) {
        let index = indexes.get(key);
        if (index === undefined) {
          index = cells.length;
          indexes.set(key, index);
          cells.push({ key, printed: moved.get(key) ?? context.fact(key)!.value, sums: new Map(), open: false });
        }
        const cell = cells[index]!;
        cell.sums.set(sum, sign);
        gap += sign * (cell.printed ?? 0);
        members.push(index);
      }
    }
    gaps.push(Math.round(gap * 1e6) / 1e6);
    cellsOf.push(members);
  }
  for (const key of unjudged) {
    const index = indexes.get(key);
    if (index !== undefined) cells[index]!.open = true;
  }
  return { identities, gaps, cells, cellsOf };
}

/** Sums that do not hold, put together where they share a cell. */
export function brokenGroups(system: SumSystem): readonly (readonly number[])[] {
  const broken = system.gaps.flatMap((gap, sum) => (gap === 0 ? [] : [sum]));
  const groupOf = new Map<number, number[]>();
  for (const sum of broken) groupOf.set(sum, [sum]);
  for (const sum of broken) {
    for (const cell of system.cellsOf[sum]!) {
      for (const other of system.cells[cell]!.sums.keys()) {
        const [mine, theirs] = [groupOf.get(sum)!, groupOf.get(other)];
        if (!theirs || theirs === mine) continue;
        mine.push(...theirs);
        for (const each of theirs) groupOf.set(each, mine);
      }
    }
  }
  return [...new Set(groupOf.values())].map((group) => group.sort((a, b) => a - b));
}
