// Which members of a sequence are out of their order.

/**
 * Indexes of the fewest members that have to be taken out so that the rest rises strictly. Equal solutions: the one that keeps
 * the earlier members, so that of two exchanged neighbours the second is named.
 */
export function outOfOrder(values: readonly number[]): readonly number[] {
  // Longest rising run that ends with each member, and the member before it there.
  const length: number[] = [];
  const before: number[] = [];
  for (let i = 0; i < values.length; i++) {
    length[i] = 1;
    before[i] = -1;
    for (let j = 0; j < i; j++) {
      if (values[j]! < values[i]! && length[j]! + 1 > length[i]!) {
        length[i] = length[j]! + 1;
        before[i] = j;
      }
    }
  }
  let best = -1;
  for (let i = 0; i < values.length; i++) if (best < 0 || length[i]! > length[best]!) best = i;
  const kept = new Set<number>();
  for (let i = best; i >= 0; i = before[i]!) kept.add(i);
  return values.map((_, index) => index).filter((index) => !kept.has(index));
}
