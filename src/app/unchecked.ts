// What of a report was not judged, or only with doubt, put together for people: by rule, and rules with the same reasons as one. Pure.
import type { Check } from '../core/model/finding.ts';

export interface Unchecked {
  /** Ids of the rules that could not judge for the very same reasons. */
  readonly rules: readonly string[];
  readonly result: 'notAssessed' | 'doubtful';
  /** How many checks. */
  readonly count: number;
  /** One entry for each reason, with the keys of the cells it holds for. */
  readonly reasons: readonly { readonly why: string; readonly count: number; readonly keys: readonly string[] }[];
}

const NO_REASON = '没有说明原因。';

/** Checks without a verdict, in the order in which they came. */
export function uncheckedOf(checks: readonly Check[]): readonly Unchecked[] {
  const groups = new Map<
    string,
    { rule: string; result: Unchecked['result']; count: number; reasons: Map<string, { count: number; keys: Set<string> }> }
  >();
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
  const merged = new Map<string, { rules: string[]; result: Unchecked['result']; count: number; reasons: Unchecked['reasons'] }>();
  for (const { rule, result, count, reasons } of groups.values()) {
    const said = [...reasons].map(([why, reason]) => ({ why, count: reason.count, keys: [...reason.keys] }));
    const id = JSON.stringify([result, said.map(({ why, keys }) => [why, keys])]);
    const same = merged.get(id);
    if (same) {
      same.rules.push(rule);
      same.count += count;
    } else {
      merged.set(id, { rules: [rule], result, count, reasons: said });
    }
  }
  return [...merged.values()];
}
