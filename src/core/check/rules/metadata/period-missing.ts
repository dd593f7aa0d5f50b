// No period of the statistics is stated. Customary, not demanded: off until somebody asks for it.
import { squeeze } from '../../../form/label.ts';
import { specimen } from '../../examples/specimen.ts';
import { beforeForms, firstWords } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

/** A period seems to be stated, though none was read. */
const MENTION = /统计(?:期限|期间|时间|时限|时段|周期|范围)|月1?\d?日起?[至到]|(?:数据|报告)(?:时间|期限)为|截[至止]/;

export default defineRule({
  id: 'M-PERIOD-NONE',
  title: '未写统计期限',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  off: true,
  basis: '惯例（各地范文的前言），统一格式没有规定。',
  why: '写明统计期限，读者才知道数据统计到哪一天。',
  remedy: '在前言写明“本报告所列数据的统计期限自××××年1月1日起至12月31日止”。',
  falseAlarms: '统一格式没有要求写，当地不作要求的可以不写。',
  examples: () => ({
    passes: [
      { title: '写明统计期限', report: specimen() },
      { title: '写了期限但没有读出日期', report: specimen({ period: null, preamble: ['统计期限为上一年度全年。'] }) },
    ],
    fails: [{ title: '没有写统计期限', report: specimen({ period: null }) }],
  }),
  *check({ report }) {
    const old = beforeForms(report);
    if (old) yield old;
    else if (report.period !== null) yield { result: 'passed' };
    else if (report.blocks.some((block) => block.kind !== 'table' && MENTION.test(squeeze(block.text)))) {
      yield { result: 'notAssessed', why: '报告提到统计期限，但没有读出起止日期。' };
    } else {
      yield { result: 'problem', message: '没有写明数据的统计期限。', at: [firstWords(report)], place: 'period' };
    }
  },
});
