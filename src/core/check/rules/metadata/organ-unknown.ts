// Whose report it is could not be made out, neither from the title nor from the text.
import { basisOfRegulation } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { topOfReport } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'M-ORG-UNKNOWN',
  title: '单位名称无法确定',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: basisOfRegulation('第四十九条（公布本行政机关、本级政府的年度报告）。', '第三十一条（公布本行政机关的年度报告）。'),
  why: '标题和正文都没有写明是哪个单位的报告，涉及单位性质、跨年和汇总的校验无法进行。',
  remedy: '在标题中写明单位全称；或在报告列表中手工填写单位。',
  falseAlarms: '标题在网页正文之外、复制时丢失的，手工填写单位即可。',
  examples: () => ({
    passes: [
      { title: '标题写明单位', report: specimen() },
      { title: '没有标题，但由正文推断出单位', report: specimen({ title: null, report: { inferred: ['organ'] } }) },
    ],
    fails: [
      {
        title: '标题和正文都没有单位名称',
        report: specimen({ title: '2023年政府信息公开工作年度报告', report: { organ: null, organKind: null } }),
      },
    ],
  }),
  *check({ report }) {
    if (report.organ !== null) {
      yield { result: 'passed' };
      return;
    }
    yield {
      result: 'problem',
      message: '无法确定报告单位，请核对标题是否写明单位全称，或手工填写单位。',
      at: [topOfReport(report)],
      ...(report.title === null ? {} : { quote: report.title }),
      place: 'organ',
    };
  },
});
