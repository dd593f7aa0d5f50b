// All answered, says the text, while requests are carried into the next year.
import { FIFTEEN_REQUESTS } from '../../examples/entries.ts';
import { specimen } from '../../examples/specimen.ts';
import { judgeStatements } from '../../text/judge-statements.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'N-RATE',
  title: '答复率与结转矛盾',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: '《中华人民共和国政府信息公开条例》第六条（准确地公开政府信息）；同一份报告的正文与表格应当一致。',
  why: '称答复率、办结率100%，而表三仍有申请结转下年，表述与数据不一致。',
  remedy: '改为“按期答复率”，或说明结转的申请尚未到期。',
  falseAlarms: '未到答复期限的申请结转下年，按期答复率仍可为100%。',
  examples: () => ({
    passes: [
      {
        title: '均在法定期限内答复',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['收到政府信息公开申请15件，均在法定期限内予以答复。'] } }),
      },
      {
        title: '没有结转',
        report: specimen({
          entries: { t3: 0, 't3.newReceived.natural': 3, 't3.r.granted.natural': 3 },
          text: { s1: ['收到政府信息公开申请3件，答复率100%。'] },
        }),
      },
      {
        title: '按时答复率',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['收到政府信息公开申请15件，按时答复率100%。'] },
        }),
      },
      {
        title: '说明了结转的除外',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['收到政府信息公开申请15件，除4件结转下年办理外均已依法答复，答复率100%。'] },
        }),
      },
      {
        title: '信箱的答复率',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['局长信箱收到来信20件，答复率100%。'] },
        }),
      },
    ],
    fails: [
      {
        title: '结转4件仍称均已按要求答复',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['收到政府信息公开申请15件，均已按照要求进行答复。'] } }),
      },
      {
        title: '结转4件仍称办结率100%',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['收到政府信息公开申请15件，办结率100%。'] },
        }),
      },
    ],
  }),
  check: (context) => judgeStatements(context, 'N-RATE', 'hint'),
});
