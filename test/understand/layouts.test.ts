// The same invented report written in every layout gives the same facts: every number in its cell, and sure.
import { describe, expect, it } from 'vitest';
import { layouts } from '../invented/layouts.ts';
import { inventedReport } from '../invented/report.ts';
import { understood } from './understood.ts';

describe.each(layouts)('$name', ({ write, fileName }) => {
  it.each([
    ['2021', 1, 0.2],
    ['2021', 2, 0],
    ['2021', 3, 0.9],
    ['2019', 4, 0.2],
    ['2019', 5, 0],
  ] as const)('%s edition, invention %i', async (edition, seed, zeros) => {
    const invented = inventedReport(edition, seed, 900, zeros);
    const reports = await understood(write(invented), fileName);
    expect(reports).toHaveLength(1);
    const report = reports[0]!;
    expect(report.organ).toBe(invented.organ);
    expect(report.year).toBe(invented.year);
    expect(report.edition).toBe(edition);
    expect(report.sections.map((section) => section.key)).toEqual(['s1', 's2', 's3', 's4', 's5', 's6']);
    expect(report.inferred).toEqual([]);
    const facts = new Map(report.facts.map((fact) => [fact.key, fact]));
    const wrong = [...invented.numbers].filter(([key, value]) => facts.get(key)?.value !== value || facts.get(key)?.certainty !== 'sure');
    expect(wrong.map(([key, value]) => `${key} ${value} → ${facts.get(key)?.value} ${facts.get(key)?.certainty}`)).toEqual([]);
    expect(facts.size).toBe(invented.numbers.size);
  });
});
