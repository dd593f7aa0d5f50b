// A balanced report with a text that says its numbers: nothing is found. One number of the text changed: the right rule finds it, at its place.
import { describe, expect, it } from 'vitest';
import { compareStatements } from '../../src/core/check/compare/index.ts';
import { specimen } from '../../src/core/check/examples/specimen.ts';
import type { SpecimenOptions } from '../../src/core/check/examples/specimen.ts';
import { rules, runRules } from '../../src/core/check/index.ts';
import { withStatements } from '../../src/core/statements/index.ts';
import { fc, runs } from '../property.ts';

const narrative = rules.filter((rule) => rule.id.startsWith('N-'));
const CHINESE = '零一二三四五六七八九';

/** A number as one may write it. */
function write(value: number, way: number): string {
  if (way === 1 && value >= 1000) return value.toLocaleString('en-US');
  if (way === 2) return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  if (way === 3 && value < 20) return value < 10 ? CHINESE[value]! : `十${value === 10 ? '' : CHINESE[value - 10]}`;
  return String(value);
}

interface Fact {
  readonly rule: string;
  readonly value: number;
  /** Sentence with a gap for the number. */
  say(number: string): string;
}

const count = fc.integer({ min: 0, max: 60 });
const case1 = fc.record({
  natural: fc.integer({ min: 1, max: 900 }),
  business: fc.integer({ min: 1, max: 30 }),
  carriedIn: count,
  partial: fc.integer({ min: 0, max: 9 }),
  denied: fc.integer({ min: 0, max: 9 }),
  unable: fc.integer({ min: 0, max: 9 }),
  out: fc.integer({ min: 0, max: 9 }),
  review: fc.tuple(count, count, count, count),
  direct: fc.tuple(count, count, count, count),
  after: fc.tuple(count, count, count, count),
  issued: count,
  repealed: count,
  inForce: count,
  licensing: fc.integer({ min: 0, max: 5000 }),
  way: fc.integer({ min: 0, max: 3 }),
  phrase: fc.integer({ min: 0, max: 2 }),
});
type Case = typeof case1 extends fc.Arbitrary<infer T> ? T : never;

function build(made: Case): { readonly options: SpecimenOptions; readonly facts: readonly Fact[] } {
  const { natural, business, carriedIn, partial, denied, unable, out, review, direct, after, phrase } = made;
  const outcomes = ['upheld', 'corrected', 'other', 'pending'];
  const cells = (group: string, numbers: readonly number[]): Record<string, number> =>
    Object.fromEntries(numbers.map((value, index) => [`t4.${group}.${outcomes[index]}`, value]));
  const received = natural + business;
  const total = received + carriedIn - Math.min(out, natural);
  const carriedOut = Math.min(out, natural);
  const rest = natural + carriedIn - carriedOut - Math.min(denied + unable, natural + carriedIn - carriedOut);
  const parts = natural + carriedIn - carriedOut - rest;
  const deniedNow = Math.min(denied, parts);
  const unableNow = parts - deniedNow;
  const partialNow = Math.min(partial, business);
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  const pick = (...ways: readonly ((number: string) => string)[]): ((number: string) => string) => ways[phrase % ways.length]!;
  const facts: Fact[] = [
    {
      rule: 'N-T3-NEW',
      value: received,
      say: pick(
        (n) => `2023年，共收到政府信息公开申请${n}件。`,
        (n) => `全年新收${n}件政府信息公开申请。`,
        (n) => `本机关受理依申请公开${n}件。`,
      ),
    },
    {
      rule: 'N-T3-IN',
      value: carriedIn,
      say: pick(
        (n) => `政府信息公开申请上年结转${n}件。`,
        (n) => `上年度结转的政府信息公开申请${n}件。`,
      ),
    },
    {
      rule: 'N-T3-DONE',
      value: total,
      say: pick(
        (n) => `办结政府信息公开申请${n}件。`,
        (n) => `全年答复依申请公开${n}件。`,
      ),
    },
    {
      rule: 'N-T3-OUT',
      value: carriedOut,
      say: pick(
        (n) => `政府信息公开申请结转下年度继续办理${n}件。`,
        (n) => `政府信息公开申请中，${n}件结转至下年度办理。`,
      ),
    },
    { rule: 'N-T3-APPLICANT', value: natural, say: (n) => `政府信息公开申请中，自然人申请${n}件。` },
    { rule: 'N-T3-CAT', value: partialNow, say: (n) => `答复的政府信息公开申请中，部分公开${n}件。` },
    { rule: 'N-T3-CAT', value: deniedNow, say: (n) => `答复的政府信息公开申请中，不予公开${n}件。` },
    { rule: 'N-T3-CAT', value: unableNow, say: (n) => `答复的政府信息公开申请中，无法提供${n}件。` },
    {
      rule: 'N-T4-REV',
      value: sum(review),
      say: pick(
        (n) => `因政府信息公开引起的行政复议${n}件。`,
        (n) => `政府信息公开被申请行政复议${n}件。`,
      ),
    },
    { rule: 'N-T4-LIT', value: sum(direct) + sum(after), say: (n) => `因政府信息公开引起的行政诉讼案件${n}件。` },
    { rule: 'N-T4-OUTCOME', value: review[1], say: (n) => `因政府信息公开引起的行政复议中，结果纠正${n}件。` },
    { rule: 'N-T2-NUM', value: made.issued, say: (n) => `全年制发行政规范性文件${n}件。` },
    { rule: 'N-T2-NUM', value: made.licensing, say: (n) => `作出行政许可决定${n}件。` },
  ];
  return {
    facts,
    options: {
      entries: {
        t3: 0,
        't3.newReceived.natural': natural,
        't3.newReceived.business': business,
        't3.carriedIn.natural': carriedIn,
        't3.r.granted.natural': rest,
        't3.r.granted.business': business - partialNow,
        't3.r.partial.business': partialNow,
        't3.r.denied.process.natural': deniedNow,
        't3.r.unable.notHeld.natural': unableNow,
        ...cells('review', review),
        ...cells('litDirect', direct),
        ...cells('litAfter', after),
        't2.art20_1.normative.issued': made.issued,
        't2.art20_1.normative.repealed': made.repealed,
        't2.art20_1.normative.inForce': made.inForce,
        't2.art20_5.licensing.decisions': made.licensing,
      },
    },
  };
}

describe('generated reports', () => {
  it('finds nothing where the text says the numbers of the tables', () => {
    fc.assert(
      fc.property(case1, (made) => {
        const { options, facts } = build(made);
        const report = specimen({ ...options, text: { s1: facts.map((fact) => fact.say(write(fact.value, made.way))) } });
        const { findings } = runRules(narrative, report);
        expect(findings.map((finding) => `${finding.rule} ${finding.message}`)).toEqual([]);
        // Not by silence: every sentence was compared.
        const agreed = compareStatements(report).filter(({ comparisons }) => comparisons.some(({ verdict }) => verdict === 'agrees'));
        expect(agreed.length).toBeGreaterThanOrEqual(facts.length);
      }),
      { numRuns: runs(120) },
    );
  });

  it('finds one changed number by the right rule and points at words and cells', () => {
    fc.assert(
      fc.property(case1, fc.nat(), fc.integer({ min: 1, max: 40 }), (made, which, by) => {
        const { options, facts } = build(made);
        const at = which % facts.length;
        const wrong = facts[at]!.value + by + 1000;
        const text = facts.map((fact, index) => fact.say(write(index === at ? wrong : fact.value, made.way)));
        const report = specimen({ ...options, text: { s1: text } });
        const { findings } = runRules(narrative, report);
        const [finding] = findings;
        expect(findings).toHaveLength(1);
        const zero = facts[at]!.value === 0;
        const allowed = zero ? [facts[at]!.rule, 'N-T3-NONE', 'N-T4-NONE'] : [facts[at]!.rule];
        expect(allowed).toContain(finding!.rule);
        const [words, ...cells] = finding!.at;
        const block = report.blocks[words!.block]!;
        expect(block.kind === 'paragraph' && block.text.slice(words!.from, words!.to)).toContain(write(wrong, made.way));
        expect(cells.length).toBeGreaterThan(0);
        expect(cells.every((cell) => cell.row !== undefined && cell.column !== undefined)).toBe(true);
        expect(finding!.equation?.leftSum).toBe(wrong);
        expect(finding!.equation?.rightSum).toBe(facts[at]!.value);
      }),
      { numRuns: runs(120) },
    );
  });

  it('finds a sum that does not come out, and only that', () => {
    const items = fc.array(fc.integer({ min: 20, max: 900 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(items, fc.integer({ min: -3, max: 3 }), (numbers, slip) => {
        const total = numbers.reduce((a, b) => a + b, 0) + slip;
        fc.pre(total >= 60);
        const text = `全年公开政府信息${total}条，其中${numbers.map((each, index) => `第${'甲乙丙丁戊己'[index]}类${each}条`).join('、')}。`;
        const { findings } = runRules(narrative, specimen({ text: { s1: [text] } }));
        // A shorter run of the items may happen to make the total.
        const comesOut = numbers.some((_, from) => {
          let sum = 0;
          return numbers.slice(from).some((each, index) => (sum += each) === total && index > 0);
        });
        expect(findings.map(({ rule }) => rule)).toEqual(slip === 0 || comesOut ? [] : ['N-SUM']);
      }),
    );
  });
});

describe('what is not certain', () => {
  const entries = { t3: 0, 't3.newReceived.natural': 15, 't3.r.granted.natural': 15 };
  const checksOf = (options: SpecimenOptions) => runRules(narrative, specimen({ entries, ...options }));
  it('a cell in doubt is not assessed', () => {
    const { findings, checks } = checksOf({ text: { s1: ['收到政府信息公开申请16件。'] }, doubtful: ['t3.newReceived.total'] });
    expect(findings).toEqual([]);
    expect(checks.find(({ rule }) => rule === 'N-T3-NEW')).toMatchObject({ result: 'notAssessed', why: expect.stringMatching(/不能确定/) });
  });
  it('a cell that was not found is not assessed', () => {
    const { findings, checks } = checksOf({ text: { s1: ['收到政府信息公开申请16件。'] }, missing: ['t3.newReceived.total'] });
    expect(findings).toEqual([]);
    expect(checks.find(({ rule }) => rule === 'N-T3-NEW')?.result).toBe('notAssessed');
  });
  it('another scope is not assessed, unless it says the same', () => {
    const other = checksOf({ text: { s1: ['全县各部门收到政府信息公开申请160件。'] } });
    expect(other.findings).toEqual([]);
    expect(other.checks.find(({ rule }) => rule === 'N-T3-NEW')?.result).toBe('notAssessed');
    const same = checksOf({ text: { s1: ['全县各部门收到政府信息公开申请15件。'] } });
    expect(same.checks.find(({ rule }) => rule === 'N-T3-NEW')?.result).toBe('passed');
  });
  it('a whole county says 全县 of itself, with a warning at most', () => {
    const { findings } = checksOf({ organ: '云溪县人民政府', text: { s1: ['全县收到政府信息公开申请16件。'] } });
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['N-T3-NEW', 'warning']]);
  });
  it('every statement says what it was compared with, or why not', () => {
    const text = ['收到政府信息公开申请15件，其中网上11件，约百余条信息，2022年9件，较上年增加6件。', '备案行政复议34件。公开信息300条。'];
    for (const { comparisons, why } of compareStatements(specimen({ entries, text: { s1: text } }))) {
      expect(comparisons.length > 0 ? why : (why ?? '').length > 4).toBe(comparisons.length > 0 ? null : true);
    }
  });
  it('a report kept without statements is read again from its blocks', () => {
    const { statements, ...old } = specimen({ entries, text: { s1: ['收到政府信息公开申请16件。'] } });
    expect(statements!.length).toBeGreaterThan(0);
    expect(withStatements(old).statements).toEqual(statements);
    expect(runRules(narrative, old).findings.map(({ rule }) => rule)).toEqual(['N-T3-NEW']);
  });
});
