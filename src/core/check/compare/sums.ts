// Sums, shares and changes said in the text itself: do the items make the total, does the percentage follow from its numbers.
// Accepts every reading under which it is right; what is no closed list is not judged.
import type { Report } from '../../model/report.ts';
import type { Statement } from '../../model/statement.ts';
import type { Cells } from './cells.ts';
import type { Comparison } from './comparison.ts';
import { compareChange, compareDifference } from './sum-changes.ts';
import { compareBehind, compareComplements, compareListed, compareNamed } from './sum-loose.ts';
import { compareList } from './sum-lists.ts';
import { reasonsOf } from './sum-reasons.ts';
import { compareShare, compareShares } from './sum-shares.ts';

/** What came of the sums of a text. */
export interface Sums {
  /** Every sum, share and change that could be judged, in reading order of its total. */
  readonly comparisons: readonly Comparison[];
  /** Chinese: why a total or an item of a list that was not judged was not, by statement. */
  readonly reasons: ReadonlyMap<number, string>;
}

export function compareSums(report: Report, statements: readonly Statement[], cells: Cells): Sums {
  const groups = new Map<number, number[]>();
  statements.forEach((statement, index) => {
    if (!statement.part) return;
    const items = groups.get(statement.part.group);
    if (items) items.push(index);
    else groups.set(statement.part.group, [index]);
  });
  const found: Comparison[] = [];
  const totals = new Set<number>();
  for (const items of groups.values()) {
    const total = statements[items[0]!]!.part!.total;
    totals.add(total);
    const comparison = compareList(report, statements, total, items);
    if (comparison) found.push(comparison);
  }
  statements.forEach((statement, index) => {
    if (!totals.has(index)) {
      const comparison =
        compareNamed(report, statements, index) ??
        compareComplements(report, statements, index) ??
        compareListed(report, statements, index) ??
        compareBehind(report, statements, index);
      if (comparison) found.push(comparison);
    }
    const rate =
      statement.concept === 'share'
        ? compareShare(statements, index, cells)
        : statement.concept === 'change'
          ? compareChange(report, statements, index)
          : statement.kind === 'count' && statement.guards.includes('comparison')
            ? compareDifference(report, statements, index)
            : null;
    if (rate) found.push(rate);
    const shares = statement.concept === 'share' ? compareShares(report, statements, index) : null;
    if (shares) found.push(shares);
  });
  const judged = new Set(found.flatMap((each) => each.statements));
  return {
    comparisons: found.sort((a, b) => a.statement - b.statement),
    reasons: reasonsOf(statements, groups.values(), judged),
  };
}
