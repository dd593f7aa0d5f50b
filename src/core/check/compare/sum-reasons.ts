// Why the items of a list were not held against their total: told of each of them, since no table counts them either.
import type { Statement } from '../../model/statement.ts';
import { sumOf, unitOf } from './sum.ts';

/**
 * Reasons by statement, for the totals and items of lists from which no comparison came.
 * @param groups items of every list
 * @param judged statements that took part in a comparison
 */
export function reasonsOf(
  statements: readonly Statement[],
  groups: Iterable<readonly number[]>,
  judged: ReadonlySet<number>,
): ReadonlyMap<number, string> {
  const reasons = new Map<number, string>();
  for (const items of groups) {
    const total = statements[items[0]!]!.part!.total;
    const why = reasonOf(
      statements[total]!,
      items.map((index) => statements[index]!),
    );
    for (const index of [total, ...items]) if (!judged.has(index) && !reasons.has(index)) reasons.set(index, why);
  }
  return reasons;
}

function reasonOf(total: Statement, items: readonly Statement[]): string {
  if (total.approximate || items.some((item) => item.approximate)) return '总数或分项是约数，没有合计。';
  if (items.length === 1) return '只列出其中一项，没有合计。';
  if (total.value === null || items.some((item) => item.unit !== '' && unitOf(item) !== unitOf(total))) return '各项的单位不同，没有合计。';
  const sum = sumOf(items);
  return sum < total.value
    ? `所列各项之和为${sum}，少于总数${total.value}，可能没有列全，没有当作差错。`
    : `所列各项之和为${sum}，多于总数${total.value}，可能有交叉或另说一事，没有当作差错。`;
}
