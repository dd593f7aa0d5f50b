// What a user sees of the rules about title, year, organ and period, where their own examples cannot show it.
import { describe, expect, it } from 'vitest';
import { specimen } from '../../src/core/check/examples/specimen.ts';
import type { SpecimenOptions } from '../../src/core/check/examples/specimen.ts';
import { rules, runRules } from '../../src/core/check/index.ts';
import type { Finding } from '../../src/core/model/finding.ts';
import type { YearSource } from '../../src/core/model/report.ts';

function run(options: SpecimenOptions, rule: string): { findings: Finding[]; results: string[] } {
  const { findings, checks } = runRules(
    rules.filter((each) => each.id === rule),
    specimen(options),
  );
  return { findings, results: checks.map((check) => check.result) };
}

describe('title', () => {
  it('missing is shown at the first words, with the title that should stand there', () => {
    const preamble = ['2023年，云溪县水利局围绕供水保障推进政务公开，主动接受社会监督。现将有关情况公布如下。'];
    const { findings } = run({ title: null, preamble }, 'M-TITLE-MISSING');
    expect(findings.map((finding) => finding.severity)).toEqual(['warning']);
    expect(findings[0]!.at).toEqual([{ block: 0 }]);
    expect(preamble[0]!.startsWith(findings[0]!.quote!)).toBe(true);
    expect(findings[0]!.message).toContain('2023年政府信息公开工作年度报告');
  });
});

describe('year', () => {
  const sources = (...others: YearSource[]): SpecimenOptions => ({
    report: { yearSources: [{ year: 2023, from: 'title', quote: '2023年', at: { block: 0 } }, ...others] },
  });
  it('in title and period apart is an error, shown at the place that differs', () => {
    const { findings } = run({ years: { period: 2022 } }, 'M-YEAR-CONFLICT');
    expect(findings.map((finding) => finding.severity)).toEqual(['error']);
    expect(findings[0]!.quote).toContain('2022年1月1日');
    expect(findings[0]!.message).toBe('标题的年份为2023年，统计期限为2022年，互相矛盾。');
  });
  it('in the name of the file only is a warning', () => {
    const { findings } = run(sources({ year: 2021, from: 'fileName', quote: '2021年年报', at: null }), 'M-YEAR-CONFLICT');
    expect(findings.map((finding) => finding.severity)).toEqual(['warning']);
  });
  it('a file name that says it is the report of the next year is a warning, one that bears a date is not', () => {
    expect(
      run(sources({ year: 2024, from: 'fileName', quote: '水利局2024年政府信息公开年报', at: null }), 'M-YEAR-CONFLICT').findings.length,
    ).toBe(1);
    expect(run(sources({ year: 2024, from: 'fileName', quote: '20240118', at: null }), 'M-YEAR-CONFLICT').findings).toEqual([]);
  });
  it.each(['2022年政务公开工作要点', '较2022年', '国办函〔2020〕109号', '2024年1月18日发布'])(
    'of “%s” is not the year of the report',
    (quote) => {
      const year = Number(/\d{4}/.exec(quote)![0]);
      expect(run(sources({ year, from: 'preamble', quote, at: { block: 1 } }), 'M-YEAR-CONFLICT').findings).toEqual([]);
    },
  );
  it('printed in one place only cannot contradict itself, printed nowhere it cannot be judged', () => {
    expect(run(sources(), 'M-YEAR-CONFLICT').results).toEqual(['passed']);
    expect(run({ report: { yearSources: [] } }, 'M-YEAR-CONFLICT').results).toEqual(['notAssessed']);
  });
});

describe('period', () => {
  const period = (from: string, to: string, more: Partial<SpecimenOptions> = {}, certainty: 'sure' | 'doubtful' = 'sure') =>
    run({ period: { from, to, certainty }, ...more }, 'M-PERIOD');
  it.each([
    ['2023-01-01', '2022-12-31', 'error'],
    ['2022-01-01', '2022-12-31', 'error'],
    ['2023-01-01', '2023-12-30', 'error'],
    ['2023-01-02', '2023-12-31', 'error'],
    ['2023-03-01', '2023-12-31', 'warning'],
  ])('from %s to %s is %s', (from, to, severity) => {
    expect(period(from, to).findings.map((finding) => finding.severity)).toEqual([severity]);
  });
  it('of another year is doubtful where the text says that year too: the title may be wrong', () => {
    const { findings } = run({ years: { title: 2024 } }, 'M-PERIOD');
    expect(findings).toEqual([]);
    const mistitled = run({ years: { title: 2024 }, report: { year: 2024 } }, 'M-PERIOD');
    expect(mistitled.results).toEqual(['doubtful']);
  });
  it('an end before the beginning is said so', () => {
    expect(period('2023-01-01', '2022-12-31').findings[0]!.message).toContain('截止日期早于起始日期');
  });
  it('digits glued together are doubtful where they look wrong, not assessed where they look right', () => {
    expect(period('2023-01-11', '2023-12-31', {}, 'doubtful').results).toEqual(['doubtful']);
    expect(period('2023-01-01', '2023-12-31', {}, 'doubtful').results).toEqual(['notAssessed']);
  });
  it('of a new organ is a hint; a working group does not make the organ new', () => {
    const founded = { preamble: ['我局于2023年3月挂牌成立。'] };
    expect(period('2023-03-01', '2023-12-31', founded).findings.map((finding) => finding.severity)).toEqual(['hint']);
    const group = { preamble: ['我局高度重视，及时调整并成立了政务公开领导小组。'] };
    expect(period('2023-03-01', '2023-12-31', group).findings.map((finding) => finding.severity)).toEqual(['warning']);
  });
  it('not stated is fine, stated and not read is not', () => {
    expect(run({ period: null }, 'M-PERIOD').results).toEqual(['passed']);
    expect(run({ period: null, preamble: ['统计期限为上一年度全年。'] }, 'M-PERIOD').results).toEqual(['notAssessed']);
  });
  it('is judged by itself where the year was only inferred', () => {
    expect(period('2022-01-01', '2022-12-31', { report: { inferred: ['year'] } }).results).toEqual(['passed']);
  });
});
