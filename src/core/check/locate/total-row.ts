// The row （七）总计 as a whole with other numbers in it: copied from the year before, or left as it was when the rows above were changed.
// It alone stands in both sums of a column, so where both are out by the same in several columns, nothing else is as likely.
import type { SumSystem } from './sum-system.ts';

/** Two columns are found as two cells. */
const FEWEST_COLUMNS = 3;
const ROW = 't3.r.total.';

/**
 * The broken sums, ascending, that the row （七）总计 explains if it is wrong as a whole. The two sums of a column have to ask for the same number in most columns that are out; where one
 * is out for another reason besides, the other speaks. Null where a sum was not judged, or the row would not add up.
 */
export function sumsOfTotalRow({ identities, gaps }: SumSystem): readonly number[] | null {
  const columns = new Map<string, { balance?: number; resultSum?: number }>();
  let own: number | undefined;
  for (const [sum, { kind, right }] of identities.entries()) {
    const [key] = right;
    if (!key?.startsWith(ROW)) continue;
    if (kind === 'rowSum') own = sum;
    else if (kind !== 'groupSum') columns.set(key, { ...columns.get(key), [kind]: sum });
  }
  if (own === undefined) return null;
  for (const speaks of ['balance', 'resultSum'] as const) {
    const sums: number[] = gaps[own] === 0 ? [] : [own];
    let left = gaps[own]!;
    let out = 0;
    let same = 0;
    for (const [key, { balance, resultSum }] of columns) {
      if (balance === undefined || resultSum === undefined) return null;
      const gap = gaps[speaks === 'balance' ? balance : resultSum]!;
      if (gap === 0) continue;
      out += 1;
      // The row has to add up with the other numbers.
      left += key === `${ROW}total` ? -gap : gap;
      sums.push(...[balance, resultSum].filter((sum) => gaps[sum] === gap));
      if (gaps[balance] === gaps[resultSum]) same += 1;
    }
    if (left === 0 && same >= FEWEST_COLUMNS && 2 * same > out) return sums.sort((a, b) => a - b);
  }
  return null;
}
