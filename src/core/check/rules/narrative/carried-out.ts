// Requests carried into the next year: text and table three.
import { FIFTEEN_REQUESTS } from '../../examples/entries.ts';
import { specimen } from '../../examples/specimen.ts';
import { judgeStatements } from '../../text/judge-statements.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'N-T3-OUT',
  title: '结转下年数不符',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: '《中华人民共和国政府信息公开条例》第六条（准确地公开政府信息）；同一份报告的正文与表格应当一致。',
  why: '正文说的结转下年件数应与表三“结转下年度继续办理”的总计相同。',
  remedy: '对照申请登记台账核对12月31日尚未办结的件数，改正填错的一处。',
  falseAlarms: '只说“结转”而没有说明是从上年转来还是转到下年的，不作判断。',
  examples: () => ({
    passes: [
      {
        title: '相同',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['办结13件，结转下年度继续办理4件。'] },
        }),
      },
      {
        title: '数字在前',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['收到申请15件，办结13件，4件结转下年办理。'] },
        }),
      },
      {
        title: '另有顺延',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['其余4件顺延至下年度办理。'] },
        }),
      },
    ],
    fails: [
      {
        title: '“尚在办理期限内”，结转说在后面',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['办结政府信息公开申请13件，另有5件尚在法定办理期限内，结转下一年度继续办理。'] },
        }),
      },
      {
        title: '顺延的件数',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['收到政府信息公开申请15件，另有6件顺延到下年度办理。'] } }),
      },
      {
        title: '“不含结转”的件数',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['答复政府信息公开申请13件（含上年结转2件，不含结转下年度6件）。'] },
        }),
      },
      {
        title: '少1件',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['收到政府信息公开申请15件，办结13件，结转下年度3件。'] },
        }),
      },
      {
        title: '称没有结转',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['收到政府信息公开申请15件，无结转下年度办理的申请。'] },
        }),
      },
    ],
  }),
  check: (context) => judgeStatements(context, 'N-T3-OUT', 'error'),
});
