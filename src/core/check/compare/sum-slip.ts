// When a list that makes less than its total is still to be taken for whole: the gap is one pair of swapped digits, or the last item is the rest.
import type { Statement } from '../../model/statement.ts';
import { slipOf } from '../locate/slip.ts';
import { tidy } from './comparison.ts';
import { sumOf } from './sum.ts';

/** Items that make so much of their total are most likely all of it. */
const MOST_OF_IT = 0.75;

/** 677条，其中387条、209条: with two neighbouring digits of one number swapped, 290, the items make the total. */
export function isSwapped(total: Statement, items: readonly Statement[]): boolean {
  const sum = sumOf(items);
  if (total.value === null || sum === total.value || sum < total.value * MOST_OF_IT) return false;
  const gap = tidy(total.value - sum);
  const swapped = (printed: number, mended: number): boolean =>
    slipOf(printed, tidy(mended), { total: false, beside: [] }) === 'transposed';
  return swapped(total.value, sum) || items.some((item) => swapped(item.value!, item.value! + gap));
}
