// Whole invented reports in the folders of test/samples: what is read of each, and what is found in it, is written beside it.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examine } from '../src/core/index.ts';

interface Expected {
  readonly organ: string | null;
  readonly year: number | null;
  readonly edition: string;
  /** Number of cells read. */
  readonly cells: number;
  /** Every cell that does not say zero: its number, null where it is blank. */
  readonly facts: Readonly<Record<string, number | null>>;
  /** Rows whose numbers cannot be placed with certainty. */
  readonly doubtful: readonly string[];
  /** Severity, rule and first line. */
  readonly findings: readonly string[];
}

const home = resolve(import.meta.dirname, 'samples');
const cases = readdirSync(home, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

describe('invented reports', () => {
  it.each(cases)('%s', async (name) => {
    const folder = resolve(home, name);
    const input = readdirSync(folder).find((file) => file.startsWith('input.'))!;
    const expected = JSON.parse(readFileSync(resolve(folder, 'expected.json'), 'utf8')) as Expected;
    const outcome = await examine(readFileSync(resolve(folder, input)), input);
    if (!outcome.ok) throw new Error(outcome.failure.message);
    expect(outcome.reports).toHaveLength(1);
    const { report, findings } = outcome.reports[0]!;
    const { organ, year, edition } = report;
    expect({ organ, year, edition }).toEqual({ organ: expected.organ, year: expected.year, edition: expected.edition });
    expect(report.facts).toHaveLength(expected.cells);
    const facts = Object.fromEntries(report.facts.flatMap(({ key, value }) => (value === 0 ? [] : [[key, value]])));
    expect(facts).toEqual(expected.facts);
    const doubtful = report.tables.flatMap((table) => table.rows.filter((row) => row.placed === 'doubtful').map((row) => row.key));
    expect(doubtful).toEqual(expected.doubtful);
    expect(findings.map(({ severity, rule, at }) => `${severity} ${rule} ${at[0]?.line ?? '-'}`)).toEqual(expected.findings);
  });
});
