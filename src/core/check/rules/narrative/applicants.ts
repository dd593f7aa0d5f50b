// Requests by applicant: text and columns of table three.
import { FIFTEEN_REQUESTS } from '../../examples/entries.ts';
import { specimen } from '../../examples/specimen.ts';
import { judgeStatements } from '../../text/judge-statements.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'N-T3-APPLICANT',
  title: '申请人类别数不符',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: '《中华人民共和国政府信息公开条例》第六条（准确地公开政府信息）；同一份报告的正文与表格应当一致。',
  why: '正文说的自然人、法人或其他组织申请件数应与表三对应各列相同。',
  remedy: '对照申请登记台账按申请人类别核对，改正填错的一处。',
  falseAlarms: '正文可以只计新收、含上年结转，或只计办结的，其中一种相同即可。',
  examples: () => ({
    passes: [
      {
        title: '自然人中通过网络的',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['收到政府信息公开申请15件，其中7件为自然人通过网络提出。'] } }),
      },
      {
        title: '分别说',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['政府信息公开申请由自然人、商业企业提出的分别为12件、3件。'] } }),
      },
      {
        title: '均为自然人',
        report: specimen({
          entries: { t3: 0, 't3.newReceived.natural': 12, 't3.r.granted.natural': 9 },
          text: { s1: ['收到政府信息公开申请12件，申请人均为自然人。'] },
        }),
      },
      {
        title: '相同',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['收到政府信息公开申请15件，其中自然人申请12件，法人或其他组织申请3件。'] },
        }),
      },
      {
        title: '含上年结转',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['全年办理政府信息公开申请17件，其中自然人14件、法人或其他组织3件。'] },
        }),
      },
    ],
    fails: [
      {
        title: '分别说',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['政府信息公开申请由自然人、商业企业提出的分别为12件、2件。'] } }),
      },
      { title: '均为法人', report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['收到政府信息公开申请15件，申请人均为法人。'] } }) },
      {
        title: '“提出申请”的件数',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['收到政府信息公开申请15件，法人或其他组织提出申请5件。'] } }),
      },
      {
        title: '称均为自然人，表中有企业',
        report: specimen({
          entries: { t3: 0, 't3.newReceived.natural': 9, 't3.newReceived.business': 3, 't3.r.granted.natural': 9 },
          text: { s1: ['收到政府信息公开申请12件，申请人均为自然人。'] },
        }),
      },
      {
        title: '自然人少2件',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['收到政府信息公开申请15件，其中自然人9件、法人或其他组织3件。'] },
        }),
      },
    ],
  }),
  check: (context) => judgeStatements(context, 'N-T3-APPLICANT', 'warning'),
});
