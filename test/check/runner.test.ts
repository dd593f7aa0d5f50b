// The runner: what it stamps, how it sorts, and that nothing a rule does turns into a wrong pass.
import { describe, expect, it } from 'vitest';
import { specimen } from '../../src/core/check/examples/specimen.ts';
import { check, familyOf, rules, runRules } from '../../src/core/check/index.ts';
import { defineRule } from '../../src/core/check/rule.ts';
import type { Judgement, Rule } from '../../src/core/check/rule.ts';
import type { Position } from '../../src/core/model/document.ts';

/** An invented rule that yields what it is given. */
function ruleOf(id: string, judge: () => Iterable<Judgement>, rest: Partial<Rule> = {}): Rule {
  return defineRule({
    id,
    title: '试用规则',
    severity: 'error',
    scope: 'report',
    editions: 'all',
    basis: '—',
    why: '试用',
    remedy: '试用',
    falseAlarms: '试用',
    examples: () => ({ passes: [], fails: [] }),
    check: judge,
    ...rest,
  });
}

const problem = (rest: Partial<Judgement> & { at?: readonly Position[] } = {}): Judgement =>
  ({ result: 'problem', message: '有问题', at: [{ block: 0 }], ...rest }) as Judgement;

describe('severity', () => {
  const rule = ruleOf('R-TRY', () => [problem({ keys: ['a'] }), problem({ keys: ['b'], severity: 'hint' } as never)]);
  it("is the rule's, else the problem's own, else the user's", () => {
    expect(
      runRules([rule], specimen())
        .findings.map((finding) => finding.severity)
        .sort(),
    ).toEqual(['error', 'hint']);
    const set = runRules([rule], specimen(), { severities: { 'R-TRY': 'warning' } });
    expect(set.findings.map((finding) => finding.severity)).toEqual(['warning', 'warning']);
  });
  it('of what is doubtful is at most a warning', () => {
    const doubtful = ruleOf('R-TRY', () => [problem({ result: 'doubtful', why: '看不清' } as never)]);
    expect(runRules([doubtful], specimen()).findings[0]?.severity).toBe('warning');
  });
});

describe('very many findings of one rule', () => {
  it('are not all listed, that is said, and the rule does not go on', () => {
    let yielded = 0;
    const rule = ruleOf('R-TRY', function* () {
      for (; yielded < 20_000; yielded += 1) yield problem({ keys: [String(yielded)] });
    });
    const { findings, checks } = runRules([rule], specimen());
    expect(findings).toHaveLength(300);
    expect(checks.filter(({ result }) => result === 'notAssessed')).toMatchObject([{ why: '同类问题已列出300处，其余没有列出。' }]);
    expect(yielded).toBe(300);
  });
});

describe('fingerprint', () => {
  const fingerprint = (judgement: Judgement, report = specimen()) =>
    runRules([ruleOf('R-TRY', () => [judgement])], report).findings[0]!.fingerprint;

  it('follows keys, not their order and not the place in the file', () => {
    expect(fingerprint(problem({ keys: ['a', 'b'] }))).toBe(
      fingerprint(problem({ keys: ['b', 'a'], at: [{ block: 9, row: 3, line: 77 }] })),
    );
    expect(fingerprint(problem({ keys: ['a'] }))).not.toBe(fingerprint(problem({ keys: ['b'] })));
  });
  it('follows part and words where there are no keys', () => {
    const report = specimen();
    const [s1, s5] = [report.sections[0]!, report.sections[4]!];
    const said = (block: number, quote: string): Judgement => problem({ at: [{ block }], quote } as never);
    expect(fingerprint(said(s1.from, '总体 情况'))).toBe(fingerprint(said(s1.from + 2, '总体情况')));
    expect(fingerprint(said(s1.from, '总体情况'))).not.toBe(fingerprint(said(s5.from, '总体情况')));
  });
  it('survives a paragraph more before it', () => {
    const cells = { 't3.r.granted.total': 1 };
    const find = (preamble: string[]) =>
      check(specimen({ cells, preamble }))
        .findings.filter((finding) => finding.rule === 'R-3-ROW-SUM')
        .map((finding) => finding.fingerprint);
    expect(find(['前言。'])).toEqual(find(['前言。', '又一段。', '再一段。']));
    expect(find(['前言。'])).toHaveLength(1);
  });
  it('tells two problems of the same words apart', () => {
    const twice = ruleOf('R-TRY', () => [problem({ quote: '同样的话' } as never), problem({ quote: '同样的话' } as never)]);
    const prints = runRules([twice], specimen()).findings.map((finding) => finding.fingerprint);
    expect(new Set(prints).size).toBe(2);
  });
});

describe('checks', () => {
  it('say passed of a rule that had nothing to say', () => {
    expect(runRules([ruleOf('R-TRY', () => [])], specimen()).checks).toEqual([{ rule: 'R-TRY', keys: [], result: 'passed' }]);
  });
  it('leave out a rule of another edition, and say not assessed where the edition is not certain', () => {
    const rule = ruleOf('R-TRY', () => [], { editions: ['2019'] });
    expect(runRules([rule], specimen({ edition: '2021' }))).toEqual({ findings: [], checks: [] });
    for (const report of [specimen({ tableEditions: { t2: '2019' } }), specimen({ report: { edition: 'pre2019' } })]) {
      const { checks, findings } = runRules([rule], report);
      expect(findings).toEqual([]);
      expect(checks).toEqual([{ rule: 'R-TRY', keys: [], result: 'notAssessed', why: expect.stringContaining('2019年版格式') }]);
    }
  });
  it('never pass a rule that broke, and keep what it had found', () => {
    const broken = ruleOf('R-TRY', function* () {
      yield { result: 'passed', keys: ['a'] };
      yield problem({ keys: ['b'] });
      throw new Error('broken');
    });
    const fine = ruleOf('R-AFTER', () => [{ result: 'passed', keys: ['c'] }]);
    const { findings, checks } = runRules([broken, fine], specimen());
    expect(findings.map((finding) => finding.keys)).toEqual([['b']]);
    expect(checks.map((each) => [each.rule, each.result])).toEqual([
      ['R-TRY', 'problem'],
      ['R-TRY', 'notAssessed'],
      ['R-AFTER', 'passed'],
    ]);
    expect(checks[1]?.why).toBe('规则运行出错');
  });
  it('always say why nothing was judged', () => {
    const rule = ruleOf('R-TRY', () => [{ result: 'notAssessed' }]);
    expect(runRules([rule], specimen()).checks[0]?.why).toBeTruthy();
  });
});

describe('order', () => {
  it('is reading order, then the graver first, whole-report findings before all', () => {
    const report = specimen();
    const rule = ruleOf('R-TRY', () => [
      problem({ at: [{ block: 4, row: 2, column: 3 }], message: '后' } as never),
      problem({ at: [{ block: 4, row: 2, column: 1 }], message: '前·提示', severity: 'hint', keys: ['x'] } as never),
      problem({ at: [{ block: 4, row: 2, column: 1 }], message: '前·错误', keys: ['y'] } as never),
      problem({ at: [], message: '全文' } as never),
    ]);
    expect(runRules([rule], report).findings.map((finding) => finding.message)).toEqual(['全文', '前·错误', '前·提示', '后']);
  });
});

describe('which rules run', () => {
  const report = specimen({ organ: '云溪县青石镇人民政府' });
  const ran = (options: Parameters<typeof check>[1]) => new Set(check(report, options).checks.map((each) => each.rule));
  it('leaves out what is off by default or by the user, and takes in what the user wants', () => {
    expect(ran({}).has('R-3-SECRET-HINT')).toBe(false);
    expect(ran({ on: ['R-3-SECRET-HINT'] }).has('R-3-SECRET-HINT')).toBe(true);
    expect(ran({ off: ['R-3-ROW-SUM'] }).has('R-3-ROW-SUM')).toBe(false);
    expect(ran({ on: ['R-3-ROW-SUM'], off: ['R-3-ROW-SUM'] }).has('R-3-ROW-SUM')).toBe(false);
  });
  it('has a check of every rule that is on and made for the edition', () => {
    for (const each of [
      specimen(),
      specimen({ edition: '2019' }),
      specimen({ report: { facts: [], tables: [], sections: [], blocks: [] } }),
    ]) {
      const fits = (rule: Rule): boolean => rule.editions === 'all' || rule.editions.some((id) => id === each.edition);
      const on = rules.filter((rule) => !rule.off && fits(rule)).map((rule) => rule.id);
      expect([...new Set(check(each).checks.map((found) => found.rule))].sort()).toEqual([...on].sort());
    }
  });
});

describe('a sound report', () => {
  it.each(['2021', '2019'] as const)('of %s has nothing graver than a hint, and no rule breaks', (edition) => {
    const { findings, checks } = check(specimen({ edition }));
    expect(findings.map((finding) => `${finding.rule} ${finding.message}`)).toEqual([]);
    expect(checks.filter((each) => each.why === '规则运行出错')).toEqual([]);
  });
  it('is judged the same every time', () => {
    const report = specimen({ cells: { t3: 3 } });
    expect(check(report)).toEqual(check(report));
  });
});

describe('a report of which nothing was read', () => {
  const empty = specimen({ report: { facts: [], tables: [], sections: [], blocks: [], yearSources: [] } });
  it('passes no rule about cells', () => {
    const passed = check(empty, { on: rules.map((rule) => rule.id) }).checks.filter(
      (each) => familyOf(each.rule) === 'R' && each.result === 'passed',
    );
    expect(passed).toEqual([]);
  });
  it('nor does a report from before 2019', () => {
    const old = specimen({ report: { facts: [], tables: [], edition: 'pre2019' } });
    const passed = check(old).checks.filter((each) => familyOf(each.rule) === 'R' && each.result === 'passed');
    expect(passed).toEqual([]);
  });
});

it('knows the family of an id', () => {
  expect(familyOf('R-3-ROW-SUM')).toBe('R');
});
