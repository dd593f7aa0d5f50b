// Requests carried in from the year before: text and table three.
import { FIFTEEN_REQUESTS } from '../../examples/entries.ts';
import { specimen } from '../../examples/specimen.ts';
import { judgeStatements } from '../../text/judge-statements.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'N-T3-IN',
  title: '上年结转数不符',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: '《中华人民共和国政府信息公开条例》第六条（准确地公开政府信息）；同一份报告的正文与表格应当一致。',
  why: '正文说的上年结转件数应与表三“上年结转政府信息公开申请数量”的总计相同。',
  remedy: '对照上一年度报告的“结转下年度继续办理”核对，改正填错的一处。',
  falseAlarms: '正文说的可能是更早年度结转的申请。',
  examples: () => ({
    passes: [
      {
        title: '“结转后新收到”说的是新收',
        report: specimen({
          entries: { t3: 0, 't3.newReceived.natural': 37, 't3.carriedIn.natural': 5, 't3.r.granted.natural': 42 },
          text: { s1: ['受理依申请公开42件，结转上年后新收到申请37件。'] },
        }),
      },
      {
        title: '相同',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['收到申请15件，上年结转2件。'] },
        }),
      },
      {
        title: '没有上年结转的申请',
        report: specimen({
          entries: { t3: 0, 't3.newReceived.natural': 3, 't3.r.granted.natural': 3 },
          text: { s1: ['收到政府信息公开申请3件，无上年结转申请。'] },
        }),
      },
      {
        title: '以年份说明',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['收到政府信息公开申请15件，2022年结转2件。'] },
        }),
      },
    ],
    fails: [
      {
        title: '括号里的新收与结转',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['政府信息公开申请总量19件（新收15件、上年结转4件）。'] } }),
      },
      {
        title: '多1件',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['收到政府信息公开申请15件，上年结转3件。'] },
        }),
      },
      {
        title: '表三有结转而正文称没有',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['收到政府信息公开申请15件，没有上年度结转的申请。'] },
        }),
      },
    ],
  }),
  check: (context) => judgeStatements(context, 'N-T3-IN', 'error'),
});
