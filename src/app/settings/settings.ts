// What a person may set about rules, worked out as plain data: one rule, its weight, its thresholds, own words. Pure: given the rules,
// it knows no page and no store.
import type { CheckOptions, OwnWords } from '../../core/check/options.ts';
import type { Rule, Threshold } from '../../core/check/rule.ts';
import type { Severity } from '../../core/model/vocabulary.ts';

/** What of a rule can be wished otherwise. */
export type RuleWishes = Pick<Rule, 'id' | 'off' | 'severity' | 'thresholds'>;

/** Leaves out what says nothing, so that the same wishes are the same data. */
export function tidy(options: CheckOptions): CheckOptions {
  const { on = [], off = [], severities = {}, thresholds = {}, region, own = {} } = options;
  const { typos = [], terms = [], accepted = [] } = own;
  const words: OwnWords = {
    ...(typos.length > 0 ? { typos } : {}),
    ...(terms.length > 0 ? { terms } : {}),
    ...(accepted.length > 0 ? { accepted } : {}),
  };
  return {
    ...(on.length > 0 ? { on } : {}),
    ...(off.length > 0 ? { off } : {}),
    ...(Object.keys(severities).length > 0 ? { severities } : {}),
    ...(Object.keys(thresholds).length > 0 ? { thresholds } : {}),
    ...(region ? { region } : {}),
    ...(Object.keys(words).length > 0 ? { own: words } : {}),
  };
}

const without = (list: readonly string[] | undefined, id: string): readonly string[] => (list ?? []).filter((each) => each !== id);

function put<T>(record: Readonly<Record<string, T>> | undefined, key: string, value: T | null): Readonly<Record<string, T>> {
  const next = Object.fromEntries(Object.entries(record ?? {}).filter(([each]) => each !== key));
  return value === null ? next : { ...next, [key]: value };
}

/** Turns a rule on or off; nothing is kept where that is its default. */
export function withRule(options: CheckOptions, rule: RuleWishes, wanted: boolean): CheckOptions {
  const on = without(options.on, rule.id);
  const off = without(options.off, rule.id);
  if (wanted === !rule.off) return tidy({ ...options, on, off });
  return tidy({ ...options, ...(wanted ? { on: [...on, rule.id], off } : { on, off: [...off, rule.id] }) });
}

/** Several rules at once, as the button of a family does. */
export function withRules(options: CheckOptions, rules: readonly RuleWishes[], wanted: boolean): CheckOptions {
  return rules.reduce((sum, rule) => withRule(sum, rule, wanted), options);
}

export function withSeverity(options: CheckOptions, rule: RuleWishes, severity: Severity | null): CheckOptions {
  return tidy({ ...options, severities: put(options.severities, rule.id, severity) });
}

/** The value a person typed, kept within the bounds of the threshold; its own value, or null, takes the wish back. */
export function withThreshold(options: CheckOptions, rule: RuleWishes, threshold: Threshold, value: number | null): CheckOptions {
  const kept = value === null || !Number.isFinite(value) ? null : Math.min(threshold.max, Math.max(threshold.min, value));
  return tidy({
    ...options,
    thresholds: put(options.thresholds, `${rule.id}/${threshold.id}`, kept === threshold.initial ? null : kept),
  });
}

export function withRegion(options: CheckOptions, region: string | null): CheckOptions {
  const { region: _before, ...rest } = options;
  return tidy(region ? { ...rest, region } : rest);
}

export function withWords(options: CheckOptions, own: OwnWords): CheckOptions {
  return tidy({ ...options, own: { ...options.own, ...own } });
}

/** One rule as the program brings it. */
export function withoutWishesOn(options: CheckOptions, rule: RuleWishes): CheckOptions {
  const plain = withSeverity(withRule(options, rule, !rule.off), rule, null);
  return (rule.thresholds ?? []).reduce((sum, threshold) => withThreshold(sum, rule, threshold, null), plain);
}

/** Has a person set anything about this rule? */
export function isChanged({ on, off, severities, thresholds }: CheckOptions, { id }: Pick<Rule, 'id'>): boolean {
  return (
    !!on?.includes(id) ||
    !!off?.includes(id) ||
    severities?.[id] !== undefined ||
    Object.keys(thresholds ?? {}).some((key) => key.startsWith(`${id}/`))
  );
}

/** How many things a person has set, own words included. */
export function countWishes({ on = [], off = [], severities = {}, thresholds = {}, region, own = {} }: CheckOptions): number {
  const words = (own.typos?.length ?? 0) + (own.terms?.length ?? 0) + (own.accepted?.length ?? 0);
  return on.length + off.length + Object.keys(severities).length + Object.keys(thresholds).length + (region ? 1 : 0) + words;
}
