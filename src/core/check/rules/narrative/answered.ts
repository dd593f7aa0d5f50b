// Requests answered: the number in the text is the total of results in table three.
import { FIFTEEN_REQUESTS } from '../../examples/entries.ts';
import { specimen } from '../../examples/specimen.ts';
import { judgeStatements } from '../../text/judge-statements.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'N-T3-DONE',
  title: '答复办结数不符',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: '《中华人民共和国政府信息公开条例》第六条（准确地公开政府信息）；同一份报告的正文与表格应当一致。',
  why: '正文说的答复、办结件数应与表三“办理结果”总计相同。',
  remedy: '对照办理台账核对；正文不含撤回、逾期不补正等“其他处理”的，分别写明。',
  falseAlarms: '正文可能把撤回等单列，或只计本年收到的申请；“办理”可指收到、办结或二者之和。',
  examples: () => ({
    passes: [
      {
        title: '“个”后面说的是别的事',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['依申请公开答复文书抽查，答复6个下属事业单位的疑问，完成政府信息公开申请答复13件。'] },
        }),
      },
      {
        title: '“其中”后面的一项不是总数',
        report: specimen({
          entries: { t3: 0, 't3.newReceived.natural': 15, 't3.r.granted.natural': 15 },
          text: { s1: ['全年办理政府信息公开申请15件，其中，发出告知书12件，撤销1件，因故电话答复申请2件。'] },
        }),
      },
      {
        title: '按申请内容提供的只是其中一种结果',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['全年收到依申请公开申请15件，不予公开2件，已按申请内容提供给本人8件，依申请公开后寄送申请人的3件。'] },
        }),
      },
      {
        title: '相同',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['收到政府信息公开申请15件，上年结转2件，办结13件。'] },
        }),
      },
      {
        title: '办理一词可指收到的件数',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['依法办理依申请公开15件。'] },
        }),
      },
      {
        title: '撤回的不计入答复',
        report: specimen({
          entries: { t3: 0, 't3.newReceived.natural': 10, 't3.r.granted.natural': 8, 't3.r.otherHandling.misc.natural': 1 },
          text: { s1: ['收到政府信息公开申请10件，答复8件，另有1件由申请人撤回。'] },
        }),
      },
      {
        title: '答复的是来信',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['县长信箱收到群众来信183条，答复183条。'] },
        }),
      },
      {
        title: '只计本年收到的',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['收到政府信息公开申请15件，已答复11件。'] },
        }),
      },
    ],
    fails: [
      {
        title: '“其中”后面的一项比办理结果总计还多',
        report: specimen({
          entries: { t3: 0, 't3.newReceived.natural': 15, 't3.r.granted.natural': 15 },
          text: { s1: ['全年收到政府信息公开申请15件，其中，已办结151件。'] },
        }),
      },
      {
        title: '少2件',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['收到政府信息公开申请15件，上年结转2件，答复15件。'] },
        }),
      },
      {
        title: '办理数与三个口径都不符',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['全年办理政府信息公开申请21件。'] },
        }),
      },
    ],
  }),
  check: (context) => judgeStatements(context, 'N-T3-DONE', 'error'),
});
