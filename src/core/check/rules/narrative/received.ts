// Requests received: the number in the text is that of table three.
import { FIFTEEN_REQUESTS } from '../../examples/entries.ts';
import { specimen } from '../../examples/specimen.ts';
import { judgeStatements } from '../../text/judge-statements.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'N-T3-NEW',
  title: '收到申请数不符',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: '《中华人民共和国政府信息公开条例》第六条（准确地公开政府信息）；同一份报告的正文与表格应当一致。',
  why: '正文说收到的申请件数应与表三“本年新收政府信息公开申请数量”的总计相同，不同说明两处至少有一处填错，或统计口径不一。',
  remedy: '对照申请登记台账核对，改正填错的一处；正文的数字含上年结转的，写明“含上年结转”。',
  falseAlarms: '收办、共处理的数字含上年结转；只说某一渠道、某一方面或另一范围（全市、各部门）的数字不作比较。',
  examples: () => ({
    passes: [
      {
        title: '几年的合计',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['2021年至2023年共收到政府信息公开申请60件。'] } }),
      },
      {
        title: '各年分别说',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['2021、2022、2023年分别收到政府信息公开申请20件、25件、15件。'] } }),
      },
      { title: '单位在括号里', report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['收到政府信息公开申请数：15（件）。'] } }) },
      {
        title: '多年累计，其中本年相同',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['截至2023年底，累计受理依申请公开230件，其中2023年15件。'] } }),
      },
      {
        title: '自施行以来的累计',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['自《条例》施行以来，我局共收到政府信息公开申请230件。'] } }),
      },
      {
        title: '其中某一方式收到的',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['收到政府信息公开申请15件，其中门户留言板收到申请件4件。'] } }),
      },
      {
        title: '分两处说，合计相等',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['综合股收到政府信息公开申请4件，局机关收到政府信息公开申请11件。'] } }),
      },
      {
        title: '后一句说的是另一种申请',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['受理依申请公开15件。另受理占道施工申请70件。'] } }),
      },
      {
        title: '正文与表三相同',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['2023年，共收到政府信息公开申请15件。'] },
        }),
      },
      {
        title: '收办数含上年结转',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['全年收办政府信息公开申请17件（含上年结转2件）。'] },
        }),
      },
      {
        title: '后面写明包括上年结转',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['全年共受理依申请公开17件，办结13件，结转下年度办理4件。包括2022年结转2023年办理的政府信息公开申请2件。'] },
        }),
      },
      {
        title: '分渠道的数字',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['收到政府信息公开申请15件，其中线上申请11件、线下申请4件。'] },
        }),
      },
      {
        title: '只说某一方面',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['收到涉及土地征收方面的政府信息公开申请6件。'] },
        }),
      },
      {
        title: '说的是上一年',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['2022年收到政府信息公开申请9件，2023年收到15件。'] },
        }),
      },
      {
        title: '较上年增加的件数',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['全年收到政府信息公开申请15件，较上年增加6件。'] },
        }),
      },
      {
        title: '局里的报告说到全县',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['全县共收到政府信息公开申请120件，我局收到15件。'] },
        }),
      },
      {
        title: '中文数字',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['全年收到依申请公开十五件。'] },
        }),
      },
      {
        title: '指导下属单位办理',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['指导下属单位受理政府信息公开申请4件。'] },
        }),
      },
      {
        title: '群众来信不是申请',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['局长信箱收到群众来信46件，答复46件。'] },
        }),
      },
    ],
    fails: [
      {
        title: '各年分别说',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['2021、2022、2023年分别收到政府信息公开申请20件、25件、18件。'] } }),
      },
      { title: '单位在括号里', report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['收到政府信息公开申请数：18（件）。'] } }) },
      {
        title: '全系统中的本局',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['全县水利系统共收到政府信息公开申请60件，其中我局收到18件。'] } }),
      },
      {
        title: '多年累计，其中本年不同',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['截至2023年底，累计受理依申请公开230件，其中2023年18件。'] } }),
      },
      {
        title: '今年以来',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['2023年以来，我局共收到政府信息公开申请18件。'] } }),
      },
      {
        title: '新收与结转相加有误',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['收到政府信息公开申请15件，上年结转2件，共计18件。'] } }),
      },
      {
        title: '正文多1件',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['2023年，共收到政府信息公开申请16件。'] },
        }),
      },
      {
        title: '中文数字不符',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['本年度收到政府信息公开申请一十四件。'] },
        }),
      },
      {
        title: '数字在名称之前',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['全年共受理18件政府信息公开申请，均按期答复。'] },
        }),
      },
      {
        title: '把结转计入收到',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['全年收到政府信息公开申请17件。'] },
        }),
      },
    ],
  }),
  check: (context) => judgeStatements(context, 'N-T3-NEW', 'error'),
});
