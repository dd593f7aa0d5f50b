// Requests by result: text and rows of table three.
import { FIFTEEN_REQUESTS } from '../../examples/entries.ts';
import { specimen } from '../../examples/specimen.ts';
import { judgeStatements } from '../../text/judge-statements.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'N-T3-CAT',
  title: '分类结果数不符',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: '《中华人民共和国政府信息公开条例》第六条（准确地公开政府信息）；同一份报告的正文与表格应当一致。',
  why: '正文说的予以公开、部分公开、不予公开、无法提供、不予处理、其他处理件数应与表三对应各行之和相同。',
  remedy: '对照表三各行核对，改正填错的一处；正文只说其中一项理由的，写明是哪一项。',
  falseAlarms: '正文可能只说某一项理由，予以公开可能含部分公开，撤回可能单列而不计入其他处理。',
  examples: () => ({
    passes: [
      {
        title: '分别说',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['政府信息公开申请予以公开、部分公开、不予公开三类分别为8件、3件、2件。'] },
        }),
      },
      {
        title: '括号里含部分公开',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['政府信息公开申请中予以公开（含部分公开）11件。'] } }),
      },
      {
        title: '分项没有写单位',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['办结政府信息公开申请13件，其中予以公开8，部分公开3，不予公开2。'] },
        }),
      },
      {
        title: '处理结果的件数在前',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['办结政府信息公开申请13件，其中处理结果8件为予以公开，3件为部分公开，2件为不予公开。'] },
        }),
      },
      {
        title: '一行抄来的数字',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['本年度办理结果：予以公开1,0,0，不予公开1、属于国家秘密。'] } }),
      },
      {
        title: '按一件办理',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['政府信息公开申请15件，内容相同的重复申请按一件办理。'] } }),
      },
      {
        title: '同一原因分几处说',
        report: specimen({
          entries: { t3: 0, 't3.newReceived.natural': 9, 't3.r.granted.natural': 5, 't3.r.unable.notHeld.natural': 4 },
          text: { s1: ['收到政府信息公开申请9件，其中本机关不掌握1件，信息不存在3件，其余5件予以公开。'] },
        }),
      },
      {
        title: '结转申请中的一部分',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['其中包括上年结转的政府信息公开申请2件，其中，予以公开1件，部分公开1件。'] },
        }),
      },
      {
        title: '数字在前的一串',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['办结政府信息公开申请13件，其中8件予以公开、3件部分公开、2件不予公开。'] },
        }),
      },
      {
        title: '均予以公开',
        report: specimen({
          entries: { t3: 0, 't3.newReceived.natural': 9, 't3.r.granted.natural': 9 },
          text: { s1: ['收到政府信息公开申请9件，均予以公开。'] },
        }),
      },
      {
        title: '说的是主动公开的信息',
        report: specimen({
          entries: { t3: 0, 't3.newReceived.natural': 9, 't3.r.unable.notHeld.natural': 9 },
          text: { s1: ['收到政府信息公开申请9件，属于主动公开范围的均予以公开。'] },
        }),
      },
      {
        title: '各类相同',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['办结政府信息公开申请13件，其中予以公开8件、部分公开3件、不予公开2件。'] },
        }),
      },
      {
        title: '说明理由的一项',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['收到政府信息公开申请15件，因属于行政执法案卷不予公开2件。'] },
        }),
      },
      {
        title: '两类合说',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['政府信息公开申请中，予以公开及部分公开11件。'] },
        }),
      },
      {
        title: '予以公开含部分公开',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['政府信息公开申请中，予以公开11件。'] },
        }),
      },
    ],
    fails: [
      {
        title: '分别说',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['政府信息公开申请予以公开、部分公开、不予公开三类分别为8件、5件、2件。'] },
        }),
      },
      {
        title: '“涉及”后面是理由',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['政府信息公开申请中不予公开的2件中，涉及国家秘密2件。'] } }),
      },
      {
        title: '分项没有写单位',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['办结政府信息公开申请13件，其中予以公开7，部分公开3，不予公开3。'] },
        }),
      },
      {
        title: '数字在前的一串',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['办结政府信息公开申请13件，其中8件予以公开、2件部分公开、2件不予公开。'] },
        }),
      },
      {
        title: '“公开”即予以公开',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['办结政府信息公开申请13件，其中6件公开，3件部分公开。'] } }),
      },
      {
        title: '称均予以公开，表中有无法提供',
        report: specimen({
          entries: { t3: 0, 't3.newReceived.natural': 9, 't3.r.granted.natural': 7, 't3.r.unable.notHeld.natural': 2 },
          text: { s1: ['收到政府信息公开申请9件，均予以公开。'] },
        }),
      },
      {
        title: '不予公开多1件',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['办结政府信息公开申请13件，其中予以公开8件，部分公开3件，不予公开3件。'] },
        }),
      },
      {
        title: '无法提供只等于一项',
        report: specimen({
          entries: {
            t3: 0,
            't3.newReceived.natural': 9,
            't3.r.unable.notHeld.natural': 5,
            't3.r.unable.needCreate.natural': 2,
            't3.r.granted.natural': 2,
          },
          text: { s1: ['收到政府信息公开申请9件，予以公开2件，无法提供5件。'] },
        }),
      },
    ],
  }),
  check: (context) => judgeStatements(context, 'N-T3-CAT', 'warning'),
});
