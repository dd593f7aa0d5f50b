// The person's wishes about rules as one string, so that a result can say under which wishes it was made. Pure.
import type { CheckOptions } from '../../core/check/index.ts';

const NO_WISHES = '';

/** The wishes under which a result was made, as one string; the same wishes give the same string. */
export function wishes({ on = [], off = [], severities = {}, thresholds = {}, region = '', own = {} }: CheckOptions): string {
  const entries = (of: Readonly<Record<string, unknown>>) => Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1));
  const { typos = [], terms = [], accepted = [] } = own;
  const all = [[...on].sort(), [...off].sort(), entries(severities), entries(thresholds), region, typos, terms, accepted];
  return all.every((each) => each.length === 0) ? NO_WISHES : JSON.stringify(all);
}
