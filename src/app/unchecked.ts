// What of a report was not judged, or only with doubt, put together by rule for people. Pure.
import type { Check } from '../core/model/finding.ts';

export interface Unchecked {
  readonly rule: string;
  readonly result: 'notAssessed' | 'doubtful';
  /** How many checks. */
  readonly count: number;
  /** One entry for each reason, with the keys of the cells it holds for. */
  readonly reasons: readonly { readonly why: string; readonly count: number; readonly keys: readonly string[] }[];
}

const NO_REASON = '没有说明原因。';

/** Checks without a verdict, by rule and result, in the order in which they came. */
export function uncheckedOf(checks: readonly Check[]): readonly Unchecked[] {
  const groups = new Map<string, { rule: string; result: Unchecked['result']; count: number; reasons: Map<string, { count: number; keys: Set<string> }> }>();
  for (const { rule, result, why = NO_REASON, keys } of checks) {
    if (result !== 'notAssessed' && result !== 'doubtful') continue;
    const id = `${result} ${rule}`;
    const group = groups.get(id) ?? { rule, result, count: 0, reasons: new Map() };
    groups.set(id, group);
    group.count += 1;
    const reason = group.reasons.get(why) ?? { count: 0, keys: new Set<string>() };
    group.reasons.set(why, reason);
    reason.count += 1;
    for (const key of keys) reason.keys.add(key);
  }
  return [...groups.values()].map(({ reasons, ...group }) => ({
    ...group,
    reasons: [...reasons].map(([why, reason]) => ({ why, count: reason.count, keys: [...reason.keys] })),
  }));
}
