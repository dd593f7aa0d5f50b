// Lawsuits: the number in the text is that of both groups of table four together.
import { EIGHT_DISPUTES } from '../../examples/entries.ts';
import { specimen } from '../../examples/specimen.ts';
import { judgeStatements } from '../../text/judge-statements.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'N-T4-LIT',
  title: '诉讼件数不符',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: '《中华人民共和国政府信息公开条例》第六条（准确地公开政府信息）；同一份报告的正文与表格应当一致。',
  why: '正文说的行政诉讼件数应等于表四“未经复议直接起诉”与“复议后起诉”总计之和。',
  remedy: '对照应诉案件台账核对，改正填错的一处；只说其中一类的，写明是哪一类。',
  falseAlarms: '正文可能只说直接起诉或只说复议后起诉；一审、二审分列的不作比较。',
  examples: () => ({
    passes: [
      {
        title: '分别说复议和诉讼',
        report: specimen({ entries: EIGHT_DISPUTES, text: { s1: ['信息公开类复议、诉讼案件分别为5件和3件。'] } }),
      },
      {
        title: '经过和未经过复议的',
        report: specimen({
          entries: EIGHT_DISPUTES,
          text: { s1: ['因政府信息公开引发的行政诉讼3件，其中经过复议的1件，未经过复议的2件。'] },
        }),
      },
      {
        title: '尚未审结的复议和诉讼',
        report: specimen({ entries: EIGHT_DISPUTES, text: { s1: ['因政府信息公开引起、尚未审结的行政复议1件、行政诉讼0件。'] } }),
      },
      {
        title: '复议之后接着说直接起诉',
        report: specimen({
          entries: EIGHT_DISPUTES,
          text: { s1: ['因政府信息公开引起行政复议5件，未经复议直接起诉2件，复议后起诉1件。'] },
        }),
      },
      {
        title: '两类之和',
        report: specimen({
          entries: EIGHT_DISPUTES,
          text: { s1: ['因政府信息公开引起的行政诉讼3件。'] },
        }),
      },
      {
        title: '分两类说',
        report: specimen({
          entries: EIGHT_DISPUTES,
          text: { s1: ['因政府信息公开引起的行政诉讼3件，其中未经复议直接起诉2件，复议后起诉1件。'] },
        }),
      },
      {
        title: '各审级',
        report: specimen({
          entries: EIGHT_DISPUTES,
          text: { s1: ['因政府信息公开引起的行政诉讼3件，其中一审2件、二审1件。'] },
        }),
      },
    ],
    fails: [
      {
        title: '分别说复议和诉讼',
        report: specimen({ entries: EIGHT_DISPUTES, text: { s1: ['信息公开类复议、诉讼案件分别为5件和2件。'] } }),
      },
      {
        title: '先复议后诉讼',
        report: specimen({ entries: EIGHT_DISPUTES, text: { s1: ['因政府信息公开引发的行政诉讼3件，其中先复议后诉讼2件。'] } }),
      },
      { title: '以条计数', report: specimen({ entries: EIGHT_DISPUTES, text: { s4: ['收到行政诉讼4条。'] } }) },
      {
        title: '复议之后接着说直接起诉',
        report: specimen({
          entries: EIGHT_DISPUTES,
          text: { s1: ['因政府信息公开引起行政复议5件，未经复议直接起诉4件，复议后起诉1件。'] },
        }),
      },
      {
        title: '多2件',
        report: specimen({
          entries: EIGHT_DISPUTES,
          text: { s1: ['因政府信息公开引起的行政复议5件、行政诉讼5件。'] },
        }),
      },
      {
        title: '直接起诉不符',
        report: specimen({
          entries: EIGHT_DISPUTES,
          text: { s1: ['因政府信息公开引起的行政诉讼中，未经复议直接起诉4件。'] },
        }),
      },
    ],
  }),
  check: (context) => judgeStatements(context, 'N-T4-LIT', 'error'),
});
