// Requests received, carried in, answered and carried out, as one paragraph of the text says them: they must balance in themselves.
import { basisOfForm } from '../../basis.ts';
import { FIFTEEN_REQUESTS } from '../../examples/entries.ts';
import { specimen } from '../../examples/specimen.ts';
import { judgeStatements } from '../../text/judge-statements.ts';
import { defineRule } from '../../rule.ts';

const said = (text: string) => specimen({ entries: FIFTEEN_REQUESTS, text: { s1: [text] } });

export default defineRule({
  id: 'N-T3-BALANCE',
  title: '正文收到、办结、结转不平衡',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `${circular}所附格式表三表头：“第一项加第二项之和，等于第三项加第四项之和”。`),
  why: '收到与上年结转的件数之和，应等于办结与结转下年的件数之和；同一段话里四个数都写了而不相等，至少有一个写错。',
  remedy: '对照表三和办件台账，改正写错的件数。',
  falseAlarms: '四个数没有写全的、收到数已含上年结转的、另说撤回等件数的不作判断。',
  examples: () => ({
    passes: [
      { title: '平衡', report: said('收到政府信息公开申请15件，上年结转2件，办结13件，结转下年度办理4件。') },
      { title: '没有写上年结转', report: said('收到政府信息公开申请15件，办结13件，结转下年度办理4件。') },
      { title: '收到数含上年结转', report: said('收到政府信息公开申请17件（含上年结转2件），办结13件，结转下年度办理4件。') },
      { title: '另有撤回', report: said('收到政府信息公开申请15件，上年结转2件，办结12件，主动撤回1件，结转下年度办理4件。') },
      { title: '只说当年收到的办结', report: said('收到政府信息公开申请15件，办结11件，结转下年度办理4件；上年结转2件。') },
      { title: '四个数分在两段', report: specimen({ text: { s1: ['收到申请15件，上年结转2件。', '办结9件，结转下年4件。'] } }) },
      {
        title: '没有结转',
        report: specimen({
          entries: { t3: 0, 't3.newReceived.natural': 3, 't3.r.granted.natural': 3 },
          text: { s1: ['收到政府信息公开申请3件，无上年结转申请，办结3件，无结转下年度办理的申请。'] },
        }),
      },
    ],
    fails: [
      {
        title: '收到的没有办结也没有结转',
        report: specimen({
          entries: { t3: 0 },
          text: { s1: ['新收到政府信息公开申请8件，上年结转申请0件，全年办结0件，转下一年办理0件。'] },
        }),
      },
      { title: '办结少1件', report: said('收到政府信息公开申请15件，上年结转2件，办结12件，结转下年度办理4件。') },
      { title: '称没有结转', report: said('收到政府信息公开申请15件，上年结转2件，办结13件，无结转下年度办理的申请。') },
    ],
  }),
  check: (context) => judgeStatements(context, 'N-T3-BALANCE', 'warning'),
});
