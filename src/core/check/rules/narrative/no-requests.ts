// None received in the text and some in table three, or the other way round.
import { FIFTEEN_REQUESTS } from '../../examples/entries.ts';
import { specimen } from '../../examples/specimen.ts';
import { judgeStatements } from '../../text/judge-statements.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'N-T3-NONE',
  title: '称未收到但表有数（或相反）',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: '《中华人民共和国政府信息公开条例》第六条（准确地公开政府信息）；同一份报告的正文与表格应当一致。',
  why: '正文称没有收到申请，而表三本年新收不为0（或者相反），两处必有一处错。',
  remedy: '对照申请登记台账核对：收到过申请的改正文，没有收到的改表三。',
  falseAlarms: '正文可能只称没有某一方面的申请；只有上年结转的不矛盾。',
  examples: () => ({
    passes: [
      {
        title: '列举中的“依申请公开”是文件的属性',
        report: specimen({ entries: { t3: 0 }, text: { s1: ['发布信息218条，其中主动公开部门文件31件、依申请公开26件。'] } }),
      },
      {
        title: '申请公开的内容',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['收到政府信息公开申请15件，申请公开预决算、债务信息的7件。'] } }),
      },
      {
        title: '没有的是因依申请公开引起的复议',
        report: specimen({
          entries: { ...FIFTEEN_REQUESTS, t4: 0 },
          text: { s1: ['受理依申请公开15件。全年没有依申请公开行政复议、行政诉讼案件。'] },
        }),
      },
      {
        title: '没有的只是书面申请',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['2023年没有当面提交的政府信息公开申请，网上收到政府信息公开申请15件。'] },
        }),
      },
      { title: '都没有', report: specimen({ entries: { t3: 0, t4: 0 }, text: { s1: ['2023年，未收到政府信息公开申请。'] } }) },
      { title: '0件', report: specimen({ entries: { t3: 0, t4: 0 }, text: { s1: ['全年受理政府信息公开申请0件。'] } }) },
      {
        title: '只称没有某一方面的申请',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['收到政府信息公开申请15件，未收到关于财政资金方面的申请。'] },
        }),
      },
      {
        title: '只有上年结转',
        report: specimen({
          entries: { t3: 0, 't3.carriedIn.natural': 2, 't3.r.granted.natural': 2 },
          text: { s1: ['全年没有收到依申请公开，办结上年结转申请2件。'] },
        }),
      },
      {
        title: '没有超期答复',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['收到政府信息公开申请15件，未发生超期答复依申请公开的情形。'] },
        }),
      },
      {
        title: '称没有另一年的申请',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['2022年未收到政府信息公开申请。'] },
        }),
      },
    ],
    fails: [
      { title: '无人申请', report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['全年无人向我局申请公开政府信息。'] } }) },
      {
        title: '称没有人提出申请',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['2023年，没有公民、法人和其他组织到我局提交政府信息公开申请。'] },
        }),
      },
      {
        title: '零申请',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['依申请公开方面，全年零申请。'] } }),
      },
      {
        title: '称没有而表三有15件',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['2023年，我局未收到政府信息公开申请。'] },
        }),
      },
      {
        title: '称零件',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['本年度受理政府信息公开申请零件。'] },
        }),
      },
      {
        title: '称有而表三为0',
        report: specimen({ entries: { t3: 0, t4: 0 }, text: { s1: ['2023年，收到政府信息公开申请3件，均已答复。'] } }),
      },
      {
        title: '无依申请公开',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['本年度无依申请公开事项。'] },
        }),
      },
    ],
  }),
  check: (context) => judgeStatements(context, 'N-T3-NONE', 'error'),
});
