// Numbers that are not exact: 约, 余, 近, 多. One finding a paragraph.
import type { Statement } from '../../../model/statement.ts';
import { compareStatements } from '../../compare/index.ts';
import { specimen } from '../../examples/specimen.ts';
import { beyond } from '../../text/judge-statements.ts';
import { defineRule } from '../../rule.ts';

/** Units of things that are registered one by one; visitors and readers may be estimated. */
const COUNTED = /^(?:条|篇|件|份|次|期|个|条次|篇次|件次|起|宗)$/;
const UNCOUNTED = /浏览|点击|访问|阅读|关注|粉丝|转发量|点赞|下载|赠阅|查阅|发放|服务/;

export default defineRule({
  id: 'N-APPROX',
  title: '数据不精确',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: '《中华人民共和国政府信息公开条例》第六条（准确地公开政府信息）。',
  why: '年度报告的统计数字应当精确，“约”“余”“近”“多”说明没有逐件统计。',
  remedy: '按发布系统的统计或台账，改为准确的数字。',
  falseAlarms: '浏览量、访问量等本来只能估计的数字不提示。',
  examples: () => ({
    passes: [
      { title: '准确的数字', report: specimen({ text: { s1: ['全年公开政府信息1203条。'] } }) },
      { title: '浏览量可以估计', report: specimen({ text: { s1: ['门户网站浏览量约30万次。'] } }) },
      { title: '预约不是约数', report: specimen({ text: { s1: ['接受群众预约20次，公约3条。'] } }) },
      { title: '第五部分的打算', report: specimen({ text: { s5: ['下一步计划每年公开信息300条左右。'] } }) },
    ],
    fails: [
      { title: '1200余条', report: specimen({ text: { s1: ['全年公开政府信息1200余条，转发信息近500条。'] } }) },
      { title: '约15篇', report: specimen({ text: { s1: ['媒体刊发稿件约15篇。'] } }) },
      { title: '120条左右', report: specimen({ text: { s1: ['全年发布动态信息120条左右。'] } }) },
      { title: '四十多条', report: specimen({ text: { s1: ['公开各类信息四十多条。'] } }) },
    ],
  }),
  *check(context) {
    const compared = compareStatements(context.report);
    yield* beyond(compared);
    const byBlock = new Map<number, Statement[]>();
    for (const { statement } of compared) {
      const { approximate, section, unit, kind, quote, guards } = statement;
      if (!approximate || kind !== 'count' || section === 's5' || !COUNTED.test(unit)) continue;
      if (UNCOUNTED.test(quote) || guards.includes('plan') || guards.includes('comparison') || guards.includes('range')) continue;
      const found = byBlock.get(statement.at.block);
      if (found) found.push(statement);
      else byBlock.set(statement.at.block, [statement]);
    }
    for (const found of byBlock.values()) {
      const printed = found.map(({ quote, marked, approximate }) => {
        const number = quote.slice(marked.from, marked.to);
        return number.includes(approximate!) ? number : `${approximate}${number}`;
      });
      yield {
        result: 'problem',
        message: `“${printed.slice(0, 5).join('”“')}”${printed.length > 5 ? `等${printed.length}处` : ''}使用约数，年报数据应当准确。`,
        at: found.map((statement) => statement.at),
        quote: found[0]!.quote,
      };
    }
  },
});
