// Administrative reviews: the number in the text is the total of table four.
import { EIGHT_DISPUTES } from '../../examples/entries.ts';
import { specimen } from '../../examples/specimen.ts';
import { judgeStatements } from '../../text/judge-statements.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'N-T4-REV',
  title: '复议件数不符',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: '《中华人民共和国政府信息公开条例》第六条（准确地公开政府信息）；同一份报告的正文与表格应当一致。',
  why: '正文说的因政府信息公开引起的行政复议件数应与表四“行政复议”总计相同。',
  remedy: '对照复议案件台账核对，改正填错的一处；只计已审结的，写明“已审结”。',
  falseAlarms: '正文可能只计已审结的；备案、办理的其他复议案件不作比较。',
  examples: () => ({
    passes: [
      {
        title: '只计已审结的',
        report: specimen({ entries: EIGHT_DISPUTES, text: { s1: ['因政府信息公开引起的行政复议已审结4件。'] } }),
      },
      {
        title: '其中上年结转审结的',
        report: specimen({ entries: EIGHT_DISPUTES, text: { s1: ['因政府信息公开引起的行政复议5件，其中上年结转审结1件。'] } }),
      },
      {
        title: '相同',
        report: specimen({
          entries: EIGHT_DISPUTES,
          text: { s1: ['因政府信息公开引起的行政复议5件。'] },
        }),
      },
      {
        title: '占全部行政复议案件的比例',
        report: specimen({ entries: EIGHT_DISPUTES, text: { s1: ['因政府信息公开引起的行政复议5件，占全部行政复议案件12件的41.7%。'] } }),
      },
      {
        title: '当年新收与上年结转分开说',
        report: specimen({ entries: EIGHT_DISPUTES, text: { s1: ['当年新收政府信息公开行政复议4件，上年结转1件。'] } }),
      },
      {
        title: '备案的复议',
        report: specimen({
          entries: EIGHT_DISPUTES,
          text: { s1: ['全年备案行政复议决定34件。'] },
        }),
      },
      {
        title: '不是政府信息公开的复议',
        report: specimen({
          entries: EIGHT_DISPUTES,
          text: { s1: ['全年办理各类案件，行政复议134件。'] },
        }),
      },
      {
        title: '上年的复议',
        report: specimen({
          entries: EIGHT_DISPUTES,
          text: { s1: ['2022年发生政府信息公开行政复议7件。'] },
        }),
      },
    ],
    fails: [
      {
        title: '向谁申请复议不是谁的数字',
        report: specimen({ entries: EIGHT_DISPUTES, text: { s1: ['因政府信息公开答复不服向县政府申请复议的有7件。'] } }),
      },
      {
        title: '分别说复议和诉讼',
        report: specimen({ entries: EIGHT_DISPUTES, text: { s1: ['政府信息公开类行政复议、行政诉讼案件分别为6件、3件。'] } }),
      },
      {
        title: '复议与诉讼的合计',
        report: specimen({ entries: EIGHT_DISPUTES, text: { s1: ['政府信息公开行政复议5件，行政诉讼3件，合计9件。'] } }),
      },
      {
        title: '针对本机关信息公开的复议',
        report: specimen({ entries: EIGHT_DISPUTES, text: { s1: ['收到针对我局信息公开事务的行政复议3件。'] } }),
      },
      {
        title: '少1件',
        report: specimen({
          entries: EIGHT_DISPUTES,
          text: { s1: ['因政府信息公开被申请行政复议3件、提起行政诉讼3件。'] },
        }),
      },
    ],
  }),
  check: (context) => judgeStatements(context, 'N-T4-REV', 'error'),
});
