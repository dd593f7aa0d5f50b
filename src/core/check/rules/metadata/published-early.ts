// The date of publication printed on the page lies before the end of the year that is reported.
import { basisOfRegulation } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { topOfReport } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'M-PUBDATE-EARLY',
  title: '发布早于年末',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: basisOfRegulation('第四十九条（公布上一年度政府信息公开工作年度报告）。', '第三十一条（每年3月31日前公布年度报告）。'),
  why: '年度还没有结束就发布，数据不可能统计到12月31日。',
  remedy: '核对发布日期和报告年度；确属提前发布的，年末补齐数据后重新发布。',
  falseAlarms: '页面上的日期可能是栏目建立、模板生成的日期，或提前公布的草稿。',
  examples: () => ({
    passes: [
      { title: '次年1月发布', report: specimen() },
      { title: '12月31日发布', report: specimen({ report: { published: '2023-12-31' } }) },
      { title: '页面没有发布日期', report: specimen({ report: { published: null } }) },
    ],
    fails: [{ title: '12月25日就发布', report: specimen({ report: { published: '2023-12-25' } }) }],
  }),
  *check({ report }) {
    const { published, year } = report;
    if (published === null) yield { result: 'notAssessed', aside: true, why: '文件里没有写发布日期。' };
    else if (year === null || report.inferred.includes('year')) yield { result: 'notAssessed', why: '报告年度不能确定。' };
    else if (published >= `${year}-12-31`) yield { result: 'passed' };
    else {
      const [y, m, d] = published.split('-').map(Number);
      yield {
        result: 'problem',
        message: `页面发布日期${y}年${m}月${d}日早于${year}年12月31日，年度数据还没有统计完，请核对日期或报告年度。`,
        at: [topOfReport(report)],
        quote: published,
        place: 'published',
      };
    }
  },
});
