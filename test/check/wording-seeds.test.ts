// Five real reports where they stand beside the checkout: what the rules of wording must and must not find.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules, runRules } from '../../src/core/check/index.ts';
import { examine } from '../../src/core/examine.ts';

const home = new URL('../../../shared/domain/', import.meta.url);
const seeds = existsSync(home) ? readdirSync(new URL('seeds/', home)).sort() : [];
const wording = rules.filter((rule) => rule.id.startsWith('W-'));

interface Gold {
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly line: number;
    readonly quote: string;
    readonly confidence: string;
  }[];
  readonly mustNotFlag: readonly { readonly rule: string; readonly quote?: string }[];
}

describe.skipIf(seeds.length === 0)('wording of real reports', () => {
  it.each(seeds)('%s', async (name) => {
    const outcome = await examine(new Uint8Array(readFileSync(new URL(`seeds/${name}`, home))), name);
    if (!outcome.ok) throw new Error(outcome.failure.message);
    const { report } = outcome.reports[0]!;
    const gold = JSON.parse(readFileSync(new URL(`seeds-gold/${name.slice(0, 3)}.json`, home), 'utf8')) as Gold;
    const found = runRules(
      wording.filter((rule) => !rule.off),
      report,
    ).findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      line: finding.at[0]?.line ?? report.blocks[finding.at[0]?.block ?? 0]?.line,
      quote: finding.quote ?? '',
      message: finding.message,
    }));
    const bare = (text: string): string => text.replace(/^#+\s*/, '').replace(/[\s，,：:；;。]/g, '');
    const on = new Set(wording.filter((rule) => !rule.off).map((rule) => rule.id));
    for (const wanted of gold.findings.filter((each) => on.has(each.rule) && each.confidence !== 'optional')) {
      const hit = found.find((each) => {
        if (each.rule !== wanted.rule || each.line !== wanted.line) return false;
        const [got, want] = [bare(each.quote), bare(wanted.quote)];
        return (
          got.includes(want) ||
          want.includes(got) ||
          [...want].some((_, at) => at + 6 <= want.length && got.includes(want.slice(at, at + 6)))
        );
      });
      expect(hit, `${wanted.rule} in line ${wanted.line}: ${JSON.stringify(found)}`).toBeDefined();
    }
    for (const { rule, quote } of gold.mustNotFlag.filter((each) => each.rule.startsWith('W-'))) {
      expect(found.filter((each) => each.rule === rule && (!quote || each.quote.includes(quote)))).toEqual([]);
    }
    // Nothing graver than a hint beyond gold.
    for (const each of found.filter(({ severity }) => severity !== 'hint')) {
      expect(
        gold.findings.some((wanted) => wanted.rule === each.rule && wanted.line === each.line),
        `${each.rule} ${each.message}`,
      ).toBe(true);
    }
  });
});
