// Whole invented reports of many kinds of organs, read from text: sound ones are not complained of, and nothing that a file holds is left unjudged.
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/core/examine.ts';
import { organReports } from '../invented/organs.ts';

describe('sound reports', () => {
  it.each(organReports.map((report) => [report.kind, report.text] as const))('%s', async (_kind, text) => {
    const outcome = await examine(new TextEncoder().encode(text), '年报.txt');
    if (!outcome.ok) throw new Error(outcome.failure.message);
    expect(outcome.reports).toHaveLength(1);
    const { findings, checks, report } = outcome.reports[0]!;
    expect(new Set(report.sections.map((section) => section.key))).toEqual(new Set(['s1', 's2', 's3', 's4', 's5', 's6']));
    const grave = findings.filter((finding) => finding.severity !== 'hint');
    expect(grave.map((finding) => `${finding.rule} ${finding.message}`)).toEqual([]);
    const open = checks.filter((check) => (check.result === 'notAssessed' && !check.aside) || check.result === 'doubtful');
    expect(open.map((check) => `${check.rule} ${check.why}`)).toEqual([]);
    expect(checks.filter((check) => /^[PMSR]-/.test(check.rule) && check.result === 'passed').length).toBeGreaterThan(60);
  });
  it('draw few hints', async () => {
    let hints = 0;
    for (const { text } of organReports) {
      const outcome = await examine(new TextEncoder().encode(text), '年报.txt');
      if (outcome.ok) hints += outcome.reports[0]!.findings.filter((finding) => /^[PMS]-/.test(finding.rule)).length;
    }
    expect(hints).toBeLessThan(organReports.length);
  });
});
