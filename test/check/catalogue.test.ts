// Every rule on the shelf: named, complete, and its own examples pass and fail as it says.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FAMILY_NAMES, familyOf, rules, runRules } from '../../src/core/check/index.ts';
import type { Rule } from '../../src/core/check/rule.ts';
import type { Report } from '../../src/core/model/report.ts';
import { EDITION_IDS, SEVERITIES, SEVERITY_NAMES } from '../../src/core/model/vocabulary.ts';

const CHINESE = /[\u4e00-\u9fff]/;
const files = import.meta.glob<Rule>('../../src/core/check/rules/*/*.ts', { eager: true, import: 'default' });
/** Rules whose examples must be judged, not merely met with silence. */
const SUM_RULES = ['R-3-ROW-SUM', 'R-3-COL-BAL', 'R-3-RES-SUM', 'R-4-SUM'];

describe('the shelf of rules', () => {
  it('has rules, each file giving one', () => {
    expect(rules.length).toBeGreaterThan(0);
    for (const [path, rule] of Object.entries(files)) expect(rule?.id, path).toBeTypeOf('string');
  });
  it('uses every id once', () => {
    const ids = rules.map((rule) => rule.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
  it('lists families in order', () => {
    const order = rules.map((rule) => Object.keys(FAMILY_NAMES).indexOf(familyOf(rule.id)));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
});

/** The written catalogue, where it stands beside the checkout. */
const catalogue = fileURLToPath(new URL('../../../shared/domain/rules-index.json', import.meta.url));
/** Rules that the written catalogue does not have; ARCHITECTURE.md says why each was added. */
const BEYOND = ['N-T3-BALANCE'];
describe.skipIf(!existsSync(catalogue))('the written catalogue', () => {
  it('agrees with the shelf on name, severity and default', () => {
    const entries = JSON.parse(readFileSync(catalogue, 'utf8')) as { id: string; name: string; severity: string; default: number }[];
    const written = new Map(entries.map(({ id, name, severity, default: on }) => [id, `${name} ${severity} ${on ? '开' : '关'}`]));
    const shelf = rules.map((rule) => [rule.id, `${rule.title} ${SEVERITY_NAMES[rule.severity]} ${rule.off ? '关' : '开'}`]);
    expect(shelf.filter(([id, said]) => written.get(id!) !== said).map(([id]) => id)).toEqual(BEYOND);
  });
});

function basesOf({ basis }: Rule): readonly string[] {
  return typeof basis === 'string' ? [basis] : Object.values(basis);
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  it('says what it is, why, and what to do', () => {
    expect(rule.id).toMatch(/^[PMSRNYAW](-[A-Z0-9]+)+$/);
    expect(familyOf(rule.id) in FAMILY_NAMES).toBe(true);
    for (const field of ['title', 'why', 'remedy', 'falseAlarms'] as const) expect(rule[field], field).toMatch(CHINESE);
    for (const text of basesOf(rule)) expect(text.length, 'basis').toBeGreaterThan(1);
    expect(SEVERITIES).toContain(rule.severity);
    if (rule.editions !== 'all') {
      expect(rule.editions.length).toBeGreaterThan(0);
      for (const edition of rule.editions) expect(EDITION_IDS).toContain(edition);
    }
  });

  const { passes, fails } = rule.examples();
  it('has examples of both kinds, with titles', () => {
    expect(passes.length).toBeGreaterThan(0);
    expect(fails.length).toBeGreaterThan(0);
    for (const example of [...passes, ...fails]) expect(example.title).toMatch(CHINESE);
  });

  it.each(passes.map((example) => [example.title, example.report] as const))('finds nothing: %s', (_title, report) => {
    const { findings, checks } = runRules([rule], report);
    expect(findings.map((finding) => finding.message)).toEqual([]);
    expect(checks.length).toBeGreaterThan(0);
    expect(checks.map((check) => check.why)).not.toContain('规则运行出错');
    if (SUM_RULES.includes(rule.id)) expect(checks.some((check) => check.result === 'passed' && check.keys.length > 1)).toBe(true);
  });

  it.each(fails.map((example) => [example.title, example.report] as const))('finds something: %s', (_title, report) => {
    const { findings, checks } = runRules([rule], report);
    expect(findings.length).toBeGreaterThan(0);
    expect(checks.some((check) => check.result === 'problem' || check.result === 'doubtful')).toBe(true);
    expect(checks.map((check) => check.why)).not.toContain('规则运行出错');
    for (const finding of findings) {
      expect(finding.message).toMatch(CHINESE);
      expect(finding.message, 'a slot that was not filled').not.toMatch(/\{|undefined|null|NaN|\[object|\bt[234]\./);
      expect(finding.rule).toBe(rule.id);
      for (const at of finding.at) expect(standsThere(report, at.block, at.row, at.column), JSON.stringify(at)).toBe(true);
    }
    for (const check of checks) if (check.result === 'notAssessed' || check.result === 'doubtful') expect(check.why).toMatch(CHINESE);
    const prints = findings.map((finding) => finding.fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
  });

  it('says the same thing when asked again', () => {
    const report = fails[0]!.report;
    expect(runRules([rule], report)).toEqual(runRules([rule], report));
  });
});

function standsThere(report: Report, block: number, row?: number, column?: number): boolean {
  const there = report.blocks[block];
  if (!there) return false;
  if (row === undefined) return true;
  if (there.kind !== 'table' || !there.rows[row]) return false;
  return column === undefined || there.rows[row].cells.some((cell) => cell.column === column);
}
