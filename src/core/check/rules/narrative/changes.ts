// Growth against the year before, where the text itself gives both numbers.
import { FIFTEEN_REQUESTS } from '../../examples/entries.ts';
import { specimen } from '../../examples/specimen.ts';
import { judgeStatements } from '../../text/judge-statements.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'N-YOY',
  title: '同比计算错误',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: '《中华人民共和国政府信息公开条例》第六条（准确地公开政府信息）；正文前后的数字应当一致。',
  why: '按正文给出的本年和上年数字计算，增长或下降的百分比与所写的不同。',
  remedy: '按上年报告和本年的数字重新计算增减的件数和百分比，改正写错的一处。',
  falseAlarms: '两年的统计口径可能不同；正文没有给出上年数字的不作判断。',
  examples: () => ({
    passes: [
      {
        title: '由多少降到多少',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['政府信息公开申请由2022年的20件下降到15件，降幅25%。'] } }),
      },
      { title: '两年各一句', report: specimen({ text: { s1: ['2023年发布信息200条，2022年发布信息160条，同比增长25%。'] } }) },
      { title: '增加件数', report: specimen({ text: { s1: ['全年发布信息200条，比上年的160条增加40条。'] } }) },
      {
        title: '增长20%',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['全年公开政府信息120条，较上年的100条增长20%。'] },
        }),
      },
      {
        title: '没有给出上年数字',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['全年公开政府信息120条，同比增长35%。'] },
        }),
      },
    ],
    fails: [
      { title: '由多少增加到多少', report: specimen({ text: { s1: ['发布信息由上年的800条增加到今年的1000条，增幅20%。'] } }) },
      { title: '上年数在后', report: specimen({ text: { s1: ['全年发布信息200条，上年为160条，同比增长35%。'] } }) },
      { title: '增减写反', report: specimen({ text: { s1: ['2023年发布信息120条，2022年发布信息160条，同比增长25%。'] } }) },
      { title: '增加件数', report: specimen({ text: { s1: ['全年发布信息200条，比上年160条增加50条。'] } }) },
      { title: '算错', report: specimen({ text: { s1: ['全年公开政府信息120条，较上年的100条增长25%。'] } }) },
    ],
  }),
  check: (context) => judgeStatements(context, 'N-YOY', 'hint'),
});
