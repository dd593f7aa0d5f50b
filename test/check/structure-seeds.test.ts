// Five real reports where they stand beside the checkout: what the rules of file, metadata and structure must and must not find.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/core/check/index.ts';
import { examine } from '../../src/core/examine.ts';

const home = new URL('../../../shared/domain/', import.meta.url);
const seeds = existsSync(home) ? readdirSync(new URL('seeds/', home)).sort() : [];

interface Gold {
  readonly findings: readonly { readonly rule: string; readonly line?: number; readonly quote: string; readonly confidence: string }[];
  readonly mustNotFlag: readonly { readonly rule: string; readonly quote?: string }[];
}

/** Rules of these families that stand on the shelf. */
const own = new Set(rules.map((rule) => rule.id).filter((id) => /^[PMS]-/.test(id)));

describe.skipIf(seeds.length === 0)('real reports', () => {
  it.each(seeds)('%s', async (name) => {
    const outcome = await examine(new Uint8Array(readFileSync(new URL(`seeds/${name}`, home))), name);
    if (!outcome.ok) throw new Error(outcome.failure.message);
    expect(outcome.reports.length).toBe(1);
    const { findings, report } = outcome.reports[0]!;
    const gold = JSON.parse(readFileSync(new URL(`seeds-gold/${name.slice(0, 3)}.json`, home), 'utf8')) as Gold;
    const lineOf = (block: number, row?: number): number | undefined => {
      const there = report.blocks[block];
      return there?.kind === 'table' && row !== undefined ? there.rows[row]?.line : there?.line;
    };
    const found = findings
      .filter((finding) => own.has(finding.rule))
      .map((finding) => ({
        rule: finding.rule,
        severity: finding.severity,
        line: finding.at[0]?.line ?? lineOf(finding.at[0]?.block ?? 0, finding.at[0]?.row),
        quote: finding.quote ?? '',
        message: finding.message,
      }));
    const bare = (text: string): string => text.replace(/^#+\s*/, '').replace(/\s/g, '');
    for (const wanted of gold.findings) {
      if (wanted.confidence === 'optional' || !own.has(wanted.rule)) continue;
      const hit = found.find(
        (each) => each.rule === wanted.rule && each.line === wanted.line && bare(each.quote).includes(bare(wanted.quote)),
      );
      expect(hit, `${wanted.rule} in line ${wanted.line}: ${JSON.stringify(found)}`).toBeDefined();
    }
    for (const { rule, quote } of gold.mustNotFlag) {
      const family = rule.endsWith('*') ? rule.slice(0, -1) : null;
      const wrong = found.filter(
        (each) => (family === null ? each.rule === rule : each.rule.startsWith(family)) && (!quote || each.quote.includes(quote)),
      );
      expect(wrong, rule).toEqual([]);
    }
    // Nothing beyond gold, certain or not: a rule that cries wolf is worse than none.
    for (const each of found)
      expect(
        gold.findings.some((wanted) => wanted.rule === each.rule && wanted.line === each.line),
        each.message,
      ).toBe(true);
  });
});
