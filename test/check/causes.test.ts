// What has one cause is one card: findings stay as they are, and are bound together.
import { describe, expect, it } from 'vitest';
import { specimen, without } from '../../src/core/check/examples/specimen.ts';
import type { SpecimenOptions } from '../../src/core/check/examples/specimen.ts';
import { check, rules, runRules } from '../../src/core/check/index.ts';
import { defineRule } from '../../src/core/check/rule.ts';
import { cardsOf, countCards, groupByCause } from '../../src/core/model/card.ts';
import { marksOfFindings } from '../../src/core/model/finding-mark.ts';
import type { Finding } from '../../src/core/model/finding.ts';
import { summarise } from '../../src/core/model/summary.ts';
import { SEVERITIES } from '../../src/core/model/vocabulary.ts';
import { fc, runs } from '../property.ts';

const cardsFor = (options: SpecimenOptions) => cardsOf(check(specimen(options)).findings);
const rulesOf = (findings: readonly Finding[]): string[] => [...new Set(findings.map(({ rule }) => rule))].sort();

describe('cards', () => {
  it('a shifted row is one thing, as grave as the sums it breaks', () => {
    const cards = cardsFor({
      entries: { t3: 0, 't3.r.granted': 0, 't3.r.granted.business': 4, 't3.r.granted.legal': 3 },
      rows: { 't3.r.granted': [4, 0, 0, 3, 0, 7, 0] },
    });
    expect(cards.map(({ lead }) => lead.rule)).toEqual(['R-3-SHIFT']);
    expect(cards[0]?.severity).toBe('error');
    expect(cards[0]?.findings.length).toBeGreaterThan(4);
    expect(cards[0]?.suspects[0]?.slip).toBe('shifted');
  });

  it('a shifted row whose own rule is not wanted is still a row that does not add up', () => {
    const report = specimen({
      entries: { t3: 0, 't3.r.granted': 0, 't3.r.granted.business': 4, 't3.r.granted.legal': 3 },
      rows: { 't3.r.granted': [4, 0, 0, 3, 0, 7, 0] },
    });
    const [card] = cardsOf(check(report, { off: ['R-3-SHIFT'] }).findings);
    expect(rulesOf(card!.findings)).toEqual(expect.arrayContaining(['R-3-ROW-SUM', 'R-3-RES-SUM']));
    expect(card?.suspects[0]?.slip).toBe('shifted');
  });

  it('one wrong cell is one thing, whatever it breaks', () => {
    const cards = cardsFor({ text: { s1: ['本年没有其他情况。'] }, cells: { 't3.r.total.natural': 410 } });
    const [card] = cards;
    expect(rulesOf(card!.findings)).toEqual(['R-3-COL-BAL', 'R-3-RES-SUM', 'R-3-ROW-SUM']);
    expect(card!.at[0]).toEqual(card!.lead.at[0]);
    expect(new Set(card!.at.map((at) => JSON.stringify(at))).size).toBe(card!.at.length);
    expect(cards.filter(({ findings }) => findings.some(({ rule }) => rule.startsWith('R-3-')))).toHaveLength(1);
  });

  it('two wrong cells that have nothing to do with each other are two things', () => {
    const cards = cardsFor({ cells: { 't3.r.granted.natural': 900, 't4.review.total': 77 } });
    expect(cards.filter(({ findings }) => findings.some(({ rule }) => /^R-[34]/.test(rule)))).toHaveLength(2);
  });

  it('a negative number is the same thing as the sums it breaks', () => {
    const cards = cardsFor({ entries: { 't3.r.granted.natural': 35 }, cells: { 't3.r.granted.natural': -35 } });
    const card = cards.find(({ findings }) => findings.some(({ rule }) => rule === 'R-NEG'));
    expect(rulesOf(card!.findings)).toEqual(expect.arrayContaining(['R-NEG', 'R-3-ROW-SUM', 'R-3-RES-SUM']));
    expect(card!.suspects[0]?.slip).toBe('sign');
  });

  it('a text that says what the mended cell would say speaks of the same thing', () => {
    const said = '全年新收政府信息公开申请91件。';
    const options: SpecimenOptions = {
      entries: { t3: 0, 't3.r.granted.natural': 91 },
      cells: { 't3.newReceived.total': 19 },
      text: { s1: [said] },
    };
    const findings = check(specimen(options)).findings;
    const text = findings.find(({ rule, equation }) => rule.startsWith('N-T3') && equation !== undefined);
    expect(text).toBeDefined();
    expect(text?.cause).toBe(findings.find(({ rule }) => rule === 'R-3-ROW-SUM')?.cause);
    const other = check(specimen({ ...options, text: { s1: [said.replace('91', '77')] } })).findings;
    expect(other.find(({ rule, equation }) => rule.startsWith('N-T3') && equation !== undefined)?.cause).toBeUndefined();
  });

  it('a text that was cut off and the parts behind the cut are one thing', () => {
    const cards = cardsFor({
      sections: (standard) => standard.slice(0, 5),
      text: { s5: ['存在的主要问题：一是报送不够及时；二是解读形式单一，下一步将'] },
    });
    const card = cards.find(({ lead }) => lead.rule === 'P-TRUNC');
    expect(rulesOf(card!.findings)).toContain('S-SEC-MISSING');
    // A part that is missing before the cut is missing for another reason.
    const before = cardsFor({
      sections: (standard) => without(standard, 's1').slice(0, 4),
      text: { s5: ['存在的主要问题：一是报送不够及时；二是解读形式单一，下一步将'] },
    });
    expect(before.filter(({ findings }) => findings.some(({ rule }) => rule === 'S-SEC-MISSING'))).toHaveLength(2);
  });

  it('rows with too many cells and their sums are one thing', () => {
    const cards = cardsFor({ rows: { 't3.r.granted': [35, 21, 7, 7, 7, 14, 7, 200] } });
    const card = cards.find(({ lead }) => lead.rule === 'R-3-CELLS');
    expect(rulesOf(card!.findings)).toContain('R-3-ROW-SUM');
  });

  it('findings of a rule that names their cause are one thing', () => {
    const rule = defineRule({
      ...rules[0]!,
      id: 'N-TEST',
      editions: 'all',
      *check() {
        for (const place of ['a', 'b', 'c']) {
          yield {
            result: 'problem',
            message: place,
            at: [],
            place,
            severity: place === 'b' ? 'error' : 'hint',
            ...(place === 'a' ? {} : { cause: 'x' }),
          };
        }
      },
    });
    const cards = cardsOf(runRules([rule], specimen()).findings);
    expect(cards.map(({ findings, severity }) => [severity, findings.map(({ message }) => message)])).toEqual([
      ['error', ['b', 'c']],
      ['hint', ['a']],
    ]);
  });

  it('come by weight, hold every finding once, and are counted as the list of reports counts', () => {
    const cells = fc.dictionary(
      fc.constantFrom('t3.r.granted.natural', 't3.r.total.total', 't3.carriedOut.other', 't4.review.total', 't2.art20_1.rules.issued'),
      fc.integer({ min: -3, max: 400 }),
    );
    fc.assert(
      fc.property(cells, fc.constantFrom('2019' as const, '2021' as const), (changed, edition) => {
        const known = Object.fromEntries(Object.entries(changed).filter(([key]) => edition === '2021' || !key.startsWith('t2.')));
        const report = specimen({ edition, cells: known });
        const { findings, checks } = check(report);
        const cards = cardsOf(findings);
        expect(cards.flatMap((card) => card.findings).length).toBe(findings.length);
        expect(new Set(cards.flatMap((card) => card.findings))).toEqual(new Set(findings));
        expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
        for (const card of cards) {
          expect(card.lead.fingerprint).toBe(card.id);
          expect(card.findings[0]).toBe(card.lead);
          expect(card.findings.every(({ severity }) => SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(card.severity))).toBe(true);
        }
        const weights = cards.map(({ severity }) => SEVERITIES.indexOf(severity));
        expect(weights).toEqual([...weights].sort());
        const { counts, marks } = summarise(report, findings, checks);
        for (const severity of SEVERITIES) expect(counts[severity]).toBe(cards.filter((card) => card.severity === severity).length);
        expect(countCards(marks!)).toEqual(countCards(findings));
        // No error is hidden behind something milder.
        expect(counts.error > 0).toBe(findings.some(({ severity }) => severity === 'error'));
      }),
      { numRuns: runs(60) },
    );
  }, 3_600_000);

  it('keep their name when a person puts the leading finding aside', () => {
    const report = specimen({ cells: { 't3.r.total.natural': 410 } });
    const { findings } = check(report);
    const marks = marksOfFindings(report, findings);
    const all = [...groupByCause(findings).keys()];
    expect([...groupByCause(marks).keys()]).toEqual(all);
    const [id] = all;
    const left = findings.filter(({ fingerprint }) => fingerprint !== id);
    const card = cardsOf(left).find((each) => each.id === id);
    expect(card?.findings.length).toBe(groupByCause(findings).get(id!)!.length - 1);
  });
});
