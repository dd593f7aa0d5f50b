// The report is written on a form from before 2019, which is recognised and not checked.
import { specimen } from '../../examples/specimen.ts';
import { topOfReport } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'S-TPL-PRE',
  title: '2019年前旧式年报',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: {
    '2021': '国办公开办函〔2021〕30号（2021年度起使用的统一格式）。',
    '2019': '国办公开办函〔2019〕60号（2019年度起使用统一格式）。',
    pre2019: '国办公开办函〔2019〕60号（2019年度起使用统一格式，以前的年度不适用）。',
  },
  why: '报告使用2019年以前的格式，栏目与现行格式不同，表格和结构没有校验。',
  remedy: '2018年度及以前的年报无需处理；2019年度及以后的年报应改用统一格式。',
  falseAlarms: '正文引用旧条例或旧栏目名称时可能误认，请核对表格。',
  examples: () => ({
    passes: [{ title: '使用统一格式', report: specimen() }],
    fails: [
      { title: '2017年度旧式年报', report: specimen({ year: 2017, report: { edition: 'pre2019', tables: [], facts: [] } }) },
      { title: '2021年度仍用旧式年报（警告）', report: specimen({ year: 2021, report: { edition: 'pre2019', tables: [], facts: [] } }) },
    ],
  }),
  *check({ report }) {
    if (report.edition === 'unknown') {
      yield { result: 'notAssessed', why: '没有认出表格，无法判断格式版本。' };
      return;
    }
    if (report.edition !== 'pre2019') {
      yield { result: 'passed' };
      return;
    }
    const late = report.year !== null && report.year >= 2019 && !report.inferred.includes('year');
    yield {
      result: 'problem',
      ...(late ? { severity: 'warning' as const } : {}),
      message: late
        ? `${report.year}年度应使用统一格式，该报告为2019年以前的旧格式，表格和结构没有校验。`
        : '该报告为2019年以前的旧格式，不在校验范围。',
      at: [topOfReport(report)],
      ...(report.title === null ? {} : { quote: report.title }),
      place: 'edition',
    };
  },
});
