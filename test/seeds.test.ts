// Five published reports that stand beside the checkout on some machines; skipped where they do not.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examine, rules } from '../src/core/index.ts';
import type { Examined, Fact, Finding, Note } from '../src/core/index.ts';

const home = resolve(import.meta.dirname, '../../shared/domain');
const present = existsSync(resolve(home, 'seeds'));
const names = present ? readdirSync(resolve(home, 'seeds')).sort() : [];

interface Gold {
  meta: { org: string; orgInferred?: boolean; reportYear: number; template: string };
  tables: Record<string, unknown>;
  findings: { rule: string; severity: string; line: number; quote: string; confidence: string; relatedLines?: number[]; id: string }[];
  mustNotFlag: { rule: string; quote?: string }[];
}

const gold = (name: string): Gold => JSON.parse(readFileSync(resolve(home, 'seeds-gold', `${name.slice(0, 3)}.json`), 'utf8'));
const text = (name: string): string => readFileSync(resolve(home, 'seeds', name), 'utf8');

function cellsOf(tables: Record<string, unknown>): [string, number | null][] {
  const cells: [string, number | null][] = [];
  const walk = (node: unknown, path: string): void => {
    if (node !== null && typeof node === 'object')
      for (const [key, value] of Object.entries(node)) walk(value, path === '' ? key : `${path}.${key}`);
    else cells.push([path, node as number | null]);
  };
  walk(tables, '');
  return cells;
}

async function examined(content: string, name: string): Promise<Examined & { notes: readonly Note[] }> {
  const outcome = await examine(new TextEncoder().encode(content), name);
  if (!outcome.ok) throw new Error(outcome.failure.message);
  expect(outcome.reports).toHaveLength(1);
  return { ...outcome.reports[0]!, notes: outcome.reading.notes };
}

const matches = (pattern: string, rule: string): boolean =>
  pattern.endsWith('*') ? rule.startsWith(pattern.slice(0, -1)) : rule === pattern;

describe.skipIf(!present)('five published reports', () => {
  it.each(names)('%s: every cell, organ, year and edition', async (name) => {
    const { report } = await examined(text(name), name);
    const { meta, tables } = gold(name);
    const facts = new Map<string, Fact>(report.facts.map((fact) => [fact.key, fact]));
    const wrong = cellsOf(tables).filter(([key, value]) => facts.get(key)?.value !== value);
    expect(wrong).toEqual([]);
    expect(facts.size).toBe(cellsOf(tables).length);
    expect(report.year).toBe(meta.reportYear);
    expect(report.edition).toBe(meta.template.slice(1));
    if (meta.orgInferred) expect(report.inferred).toContain('organ');
    else expect(report.organ).toBe(meta.org);
  });

  it.each(names)('%s: with every number replaced by another, right, or doubtful where the row does not fit the form', async (name) => {
    const { tables } = gold(name);
    const lines = text(name).split('\n');
    const rowsOfForm = new Set(cellsOf(tables).map(([key]) => key.slice(0, key.lastIndexOf('.'))));
    expect(rowsOfForm.size).toBeGreaterThan(30);
    // The lines of the tables; numbers that stand alone in a cell get the next number from 1001 up.
    let next = 1001;
    const expected = new Map<number, number[]>();
    const changed = lines.map((line, index) => {
      if (!/[\t|]/.test(line)) return line;
      const separator = line.includes('\t') ? '\t' : '|';
      const cells = line.split(separator).map((cell) => {
        if (!/^\s*-?\d+(\.\d+)?\s*$/.test(cell)) return cell;
        expected.set(index + 1, [...(expected.get(index + 1) ?? []), next]);
        return cell.replace(/-?\d+(\.\d+)?/, String(next++));
      });
      return cells.join(separator);
    });
    const { report } = await examined(changed.join('\n'), name);
    const fits = (line: number): boolean => {
      const row = report.tables.flatMap((table) => table.rows).find((each) => each.at.line === line)!;
      return row.expected === expected.get(line)?.length;
    };
    const byLine = new Map<number, Fact[]>();
    for (const fact of report.facts) byLine.set(fact.at.line!, [...(byLine.get(fact.at.line!) ?? []), fact]);
    let sure = 0;
    for (const [line, facts] of byLine) {
      const numbers = expected.get(line) ?? [];
      if (facts.every((fact) => fact.certainty === 'doubtful')) {
        expect(fits(line)).toBe(false);
        continue;
      }
      expect(facts.map((fact) => fact.value)).toEqual(numbers);
      sure += facts.length;
    }
    expect(report.facts.filter((fact) => fact.certainty === 'sure')).toHaveLength(sure);
  });

  it.each(names)('%s: every certain finding of a rule that stands, and nothing that must not be flagged', async (name) => {
    const { findings, notes } = await examined(text(name), name);
    const known = new Set(rules.map((rule) => rule.id));
    const said = (rule: string, lines: readonly number[]): boolean =>
      findings.some((each: Finding) => each.rule === rule && each.at.some((at) => at.line !== undefined && lines.includes(at.line))) ||
      notes.some((note) => note.code === rule && note.at?.line !== undefined && lines.includes(note.at.line));
    const noteCodes = ['P-TABLE-SPLIT', 'P-COL-SHIFT'];
    const missing = gold(name).findings.filter(
      (each) => each.confidence === 'certain' && (known.has(each.rule) || noteCodes.includes(each.rule)) && !said(each.rule, [each.line]),
    );
    expect(missing.map((each) => `${each.id} ${each.rule} L${each.line}`)).toEqual([]);
    const flagged = gold(name).mustNotFlag.flatMap((never) =>
      findings.filter(
        (each) => matches(never.rule, each.rule) && (never.quote === undefined || (each.quote ?? each.message).includes(never.quote)),
      ),
    );
    // The counts of cells are gold findings of their own beside “R-3-*”.
    const wanted = new Set(gold(name).findings.map((each) => each.rule));
    expect(flagged.filter((each) => !wanted.has(each.rule)).map((each) => `${each.rule}: ${each.message}`)).toEqual([]);
  });
});
