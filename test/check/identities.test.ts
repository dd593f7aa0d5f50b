// The sums of tables three and four on random tables: sound ones are never blamed, a wrong cell is always found.
import { describe, expect, it } from 'vitest';
import { specimen } from '../../src/core/check/examples/specimen.ts';
import type { SpecimenOptions } from '../../src/core/check/examples/specimen.ts';
import { contextOf, familyOf, rules, runRules } from '../../src/core/check/index.ts';
import { keysOfIdentity, walk } from '../../src/core/check/tables/identities.ts';
import { layoutOf } from '../../src/core/check/tables/layout.ts';
import { cellForm, editionById, keysOf } from '../../src/core/form/index.ts';
import type { Report } from '../../src/core/model/report.ts';
import { APPLICANTS, DISPUTES, OUTCOMES } from '../../src/core/model/vocabulary.ts';
import type { EditionId } from '../../src/core/model/vocabulary.ts';
import { fc, runs } from '../property.ts';

const SUMS = ['R-3-ROW-SUM', 'R-3-COL-BAL', 'R-3-RES-SUM', 'R-4-SUM', 'R-3-SHIFT'];
const sumRules = rules.filter((rule) => SUMS.includes(rule.id));
const tableRules = rules.filter((rule) => familyOf(rule.id) === 'R');
const run = (report: Report) => runRules(sumRules, report);
/** Hundreds of whole reports; the machine may be busy. */
const PATIENCE = 3_600_000;

/** Cells that can be filled freely: the others follow from them. */
function freeKeys(edition: EditionId): string[] {
  const three = editionById(edition).tables.find((table) => table.id === 't3')!;
  const rows = three.blocks[0]!.rows.filter((row) => row.values && !['t3.newReceived', 't3.r.total'].includes(row.key));
  const parts = APPLICANTS.filter((applicant) => applicant !== 'total');
  return [
    ...rows.flatMap((row) => parts.map((part) => `${row.key}.${part}`)),
    ...DISPUTES.flatMap((dispute) => OUTCOMES.filter((outcome) => outcome !== 'total').map((outcome) => `t4.${dispute}.${outcome}`)),
  ];
}

const anyEdition = fc.constantFrom<EditionId>('2019', '2021');
/** Balanced tables: many zeros, some small, a few large numbers. */
const balanced = anyEdition.chain((id) => {
  const keys = freeKeys(id);
  const number = fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.nat(9) },
    { weight: 1, arbitrary: fc.nat(4000) },
  );
  return fc.array(number, { minLength: keys.length, maxLength: keys.length }).map((numbers) => {
    const entries: Record<string, number> = {};
    keys.forEach((key, index) => {
      // More carried in than there is to do cannot be: then new requests would be negative.
      entries[key] = key.startsWith('t3.carriedIn.') ? 0 : numbers[index]!;
    });
    return { edition: id, entries } satisfies SpecimenOptions;
  });
});

describe('sums of the form', () => {
  it(
    'blame no balanced table, and judge every sum of it',
    () => {
      fc.assert(
        fc.property(balanced, (options) => {
          const report = specimen(options);
          const { findings, checks } = run(report);
          expect(findings).toEqual([]);
          expect(checks.filter((each) => each.rule !== 'R-3-SHIFT').every((each) => each.result === 'passed')).toBe(true);
          expect(checks.filter((each) => each.rule !== 'R-3-SHIFT')).toHaveLength(editionById(options.edition).identities.length);
          expect(runRules(tableRules, report).findings.filter((each) => each.severity === 'error')).toEqual([]);
        }),
        { numRuns: runs(100) },
      );
    },
    PATIENCE,
  );

  it(
    'find any single wrong cell, with its row and column',
    () => {
      fc.assert(
        fc.property(balanced, fc.nat(), fc.integer({ min: 1, max: 50 }), (options, pick, more) => {
          const keys = keysOf(editionById(options.edition)).filter((key) => !key.startsWith('t2.'));
          const key = keys[pick % keys.length]!;
          const sound = specimen(options);
          const printed = sound.facts.find((fact) => fact.key === key)!.value!;
          const report = specimen({ ...options, cells: { [key]: printed + more } });
          const { findings } = run(report);
          const broken = editionById(options.edition).identities.filter((identity) => keysOfIdentity(identity).includes(key));
          expect(findings.length).toBe(broken.length);
          const place = report.facts.find((fact) => fact.key === key)!.at;
          const { row, column, table } = cellForm(key)!;
          for (const finding of findings) {
            expect(finding.keys).toContain(key);
            expect(finding.at).toContainEqual(place);
            expect(finding.message.startsWith(table.name)).toBe(true);
            expect(finding.severity === 'error' || finding.rule === 'R-3-SHIFT').toBe(true);
            expect(finding.equation!.leftSum).not.toBe(finding.equation!.rightSum);
            for (const term of [...finding.equation!.left, ...finding.equation!.right]) {
              const fact = report.facts.find((each) => each.key === term.key)!;
              expect([term.value, term.at]).toEqual([fact.value, fact.at]);
            }
          }
          const said = findings.map((finding) => finding.message).join();
          // The name of the row or group, and that of the column, stand in one of the messages.
          if (table.id === 't4') expect(said).toContain(column.group!);
          else {
            const label = editionById(options.edition).tables[1]!.blocks[0]!.rows.find((each) => each.key === row.key)!.label;
            expect(said).toContain(label.replace('“', '‘').replace('”', '’'));
            expect(said).toContain(column.label);
          }
        }),
        { numRuns: runs(200) },
      );
    },
    PATIENCE,
  );

  it(
    'never pass a sum of which a cell is missing, in doubt or no number',
    () => {
      const ways = fc.constantFrom<(key: string) => SpecimenOptions>(
        (key) => ({ missing: [key] }),
        (key) => ({ doubtful: [key] }),
        (key) => ({ raw: { [key]: '若干' } }),
        (key) => ({ raw: { [key]: '约3' } }),
      );
      fc.assert(
        fc.property(balanced, fc.nat(), ways, (options, pick, way) => {
          const keys = keysOf(editionById(options.edition)).filter((key) => !key.startsWith('t2.'));
          const key = keys[pick % keys.length]!;
          const { checks, findings } = run(specimen({ ...options, ...way(key) }));
          const about = checks.filter((each) => each.keys.includes(key));
          expect(about.length).toBeGreaterThan(0);
          for (const each of about) expect([each.result, each.why !== undefined]).toEqual(['notAssessed', true]);
          expect(findings).toEqual([]);
        }),
        { numRuns: runs(100) },
      );
    },
    PATIENCE,
  );

  it(
    'make no error of an empty cell that could have been the missing number',
    () => {
      fc.assert(
        fc.property(balanced, fc.nat(), (options, pick) => {
          const keys = freeKeys(options.edition);
          const key = keys[pick % keys.length]!;
          const { findings, checks } = run(specimen({ ...options, blank: [key] }));
          for (const finding of findings) {
            expect(finding.severity).toBe('warning');
            expect(finding.message).toContain('空白单元格按0计');
          }
          const printed = options.entries[key] ?? 0;
          expect(findings.length > 0).toBe(printed !== 0);
          for (const each of checks) if (each.keys.includes(key) && each.result === 'passed') expect(each.why ?? '').toMatch(/空白|^$/);
        }),
        { numRuns: runs(100) },
      );
    },
    PATIENCE,
  );
});

const resultOf = (report: Report, rule: string, key: string) =>
  run(report)
    .checks.filter((each) => each.rule === rule && each.keys.includes(key))
    .map((each) => each.result);

describe('blanks', () => {
  it('an empty total is not compared with its parts', () => {
    const report = specimen({ blank: ['t3.r.granted.total', 't4.review.total', 't3.r.total.natural'] });
    expect(resultOf(report, 'R-3-ROW-SUM', 't3.r.granted.total')).toEqual(['notAssessed']);
    expect(resultOf(report, 'R-4-SUM', 't4.review.total')).toEqual(['notAssessed']);
    expect(resultOf(report, 'R-3-RES-SUM', 't3.r.total.natural')).toEqual(['notAssessed']);
    expect(resultOf(report, 'R-3-COL-BAL', 't3.r.total.natural')).toEqual(['notAssessed']);
    // The total column lacks a number that its row says is not 0.
    expect(resultOf(report, 'R-3-RES-SUM', 't3.r.granted.total')).toEqual(['notAssessed']);
    expect(run(report).findings).toEqual([]);
  });
  it('a wholly empty row is 0 in the columns', () => {
    const report = specimen({ edition: '2019', entries: { 't3.r.partial': 0 }, blank: ['t3.r.partial'] });
    expect(resultOf(report, 'R-3-RES-SUM', 't3.r.partial.natural')).toEqual(['passed']);
    expect(resultOf(report, 'R-3-RES-SUM', 't3.r.partial.total')).toEqual(['passed']);
    expect(resultOf(report, 'R-3-ROW-SUM', 't3.r.partial.natural')).toEqual(['notAssessed']);
  });
  it('what no empty cell could mend is an error', () => {
    const report = specimen({ blank: ['t3.r.granted.other'], cells: { 't3.r.granted.total': 10 } });
    const finding = run(report).findings.find((each) => each.rule === 'R-3-ROW-SUM');
    expect(finding?.severity).toBe('error');
  });
  it('an empty table is not judged', () => {
    const { findings, checks } = run(specimen({ blank: ['t3', 't4'] }));
    expect(findings).toEqual([]);
    expect(new Set(checks.map((each) => each.result))).toEqual(new Set(['notAssessed']));
  });
});

describe('rows that could not be placed', () => {
  const granted = 't3.r.granted.natural';
  it('are doubtful where no way of placing adds up', () => {
    const report = specimen({ rows: { 't3.r.granted': [35, 21, 7, 7, 7, 14, 7, 200] } });
    const finding = run(report).findings.find((each) => each.rule === 'R-3-ROW-SUM');
    expect(finding).toMatchObject({ severity: 'warning' });
    expect(finding?.at).toHaveLength(8);
    expect(resultOf(report, 'R-3-ROW-SUM', granted)).toEqual(['doubtful']);
  });
  it('are not judged where one way does', () => {
    const report = specimen({ rows: { 't3.r.granted': [35, 35, 21, 7, 7, 14, 7, 91] } });
    expect(resultOf(report, 'R-3-ROW-SUM', granted)).toEqual(['notAssessed']);
    const zeros = specimen({ entries: { t3: 0 }, rows: { 't3.r.granted': [0, 0, 0, 0, 0, 0, 0, 0] } });
    expect(resultOf(zeros, 'R-3-ROW-SUM', granted)).toEqual(['notAssessed']);
    expect(resultOf(zeros, 'R-3-RES-SUM', granted)).toEqual(['notAssessed']);
  });
  it('are not judged where cells were lost, for one of them may be the total', () => {
    expect(resultOf(specimen({ rows: { 't3.r.granted': [35, 21, 7] } }), 'R-3-ROW-SUM', granted)).toEqual(['notAssessed']);
  });
  it('make a column doubtful where none of their numbers fits', () => {
    const report = specimen({ rows: { 't3.carriedOut': [900, 900, 900, 900, 900, 900, 900, 901] } });
    expect(resultOf(report, 'R-3-COL-BAL', 't3.carriedOut.natural')).toEqual(['doubtful']);
    expect(run(report).findings.every((each) => each.severity === 'warning')).toBe(true);
  });
  it('of table four are tried as well', () => {
    const sixteen = [5, 2, 3, 1, 11, 4, 1, 2, 1, 8, 3, 1, 1, 2, 7, 0];
    expect(resultOf(specimen({ rows: { t4: sixteen } }), 'R-4-SUM', 't4.review.total')).toEqual(['notAssessed']);
    const hopeless = [50, 2, 3, 1, 11, 4, 1, 2, 1, 8, 3, 1, 1, 2, 7, 0];
    expect(resultOf(specimen({ rows: { t4: hopeless } }), 'R-4-SUM', 't4.review.total')).toEqual(['doubtful']);
  });
});

describe('forms that are not pure', () => {
  it('a new form with the single row of other handling is summed with that row', () => {
    const report = specimen({ tableEditions: { t3: '2019' } });
    expect(report.edition).toBe('2021');
    expect(run(report).findings).toEqual([]);
    expect(resultOf(report, 'R-3-RES-SUM', 't3.r.otherHandling.natural')).toEqual(['passed']);
  });
  it('a blank single row of a new form stands for nothing', () => {
    const report = specimen({ tableEditions: { t3: '2019' }, blank: ['t3.r.otherHandling'] });
    expect(
      new Set(
        run(report)
          .checks.filter((each) => each.rule === 'R-3-RES-SUM')
          .map((each) => each.result),
      ),
    ).toEqual(new Set(['notAssessed']));
  });
  it('mixed and unknown forms are judged by the rows they have', () => {
    for (const options of [{ tableEditions: { t2: '2019' } }, { tableEditions: { t3: '2019' } }] as SpecimenOptions[]) {
      for (const edition of ['mixed', 'unknown'] as const) {
        const report = specimen({ ...options, report: { edition } });
        const { findings, checks } = run(report);
        expect(findings).toEqual([]);
        expect(checks.every((each) => each.result === 'passed')).toBe(true);
        expect(checks.length).toBeGreaterThan(layoutOf(report).identities.length);
      }
    }
  });
  it('forms from before 2019 are not judged', () => {
    const { findings, checks } = run(specimen({ cells: { 't3.r.granted.total': 1 }, report: { edition: 'pre2019' } }));
    expect(findings).toEqual([]);
    expect(checks.every((each) => each.result === 'notAssessed')).toBe(true);
  });
  it('subtotals are never added twice', () => {
    const report = specimen({ subtotals: ['t3.r.denied', 't3.r.unable', 't3.r.refused', 't3.r.otherHandling'] });
    expect(run(report).findings).toEqual([]);
    const context = contextOf(report);
    for (const identity of layoutOf(report).identities) expect(walk(context, identity).state).toBe('holds');
  });
});

describe('a shifted row', () => {
  const shifted = { 't3.carriedIn': [26, 10, 6, 2, 2, 4, 2] };
  it('is reported once, instead of the sum of the row', () => {
    const { findings } = run(specimen({ rows: shifted }));
    const row = findings.filter((each) => each.keys.every((key) => key.startsWith('t3.carriedIn.')));
    expect(row.map((each) => each.rule)).toEqual(['R-3-SHIFT']);
    expect(row[0]?.suspects?.[0]?.cells).toContainEqual({ key: 't3.carriedIn.natural', printed: 26, mended: 10 });
  });
  it('is no shift if a column would not balance after it', () => {
    const { findings } = run(specimen({ rows: shifted, cells: { 't3.newReceived.legal': 999 } }));
    expect(findings.map((each) => each.rule)).not.toContain('R-3-SHIFT');
    expect(findings.some((each) => each.rule === 'R-3-ROW-SUM' && each.keys.includes('t3.carriedIn.total'))).toBe(true);
  });
});
