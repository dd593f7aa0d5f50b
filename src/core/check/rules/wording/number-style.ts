// 「1、」 at the beginning of a paragraph, where 「1.」 is the form.
import { specimen } from '../../examples/specimen.ts';
import { defineRule } from '../../rule.ts';
import { isAccepted, matches, spotted, times } from '../../wording/spots.ts';
import type { Spot } from '../../wording/spots.ts';

export default defineRule({
  id: 'W-NUM-STYLE',
  title: '序号标点',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  off: true,
  basis: 'GB/T 15834—2011《标点符号用法》4.5.3.3（序次语之后的顿号，参照）。',
  why: '不带括号的汉字序号后用顿号，阿拉伯数字序号后用下脚点。',
  remedy: '把“1、”改为“1.”。',
  falseAlarms: '句子以两个并列的数字开头时可能误报。',
  examples: () => ({
    passes: [{ title: '用下脚点', report: specimen({ text: { s5: ['1.更新不够及时。', '2.解读不多。'] } }) }],
    fails: [{ title: '阿拉伯数字后用顿号', report: specimen({ text: { s5: ['1、更新不够及时。', '2、解读不多。'] } }) }],
  }),
  *check(context) {
    const spots: Spot[] = [...matches(context, /^\d{1,2}、(?!\d)/g)].map(({ passage, from, to }) => ({
      passage,
      from,
      to: Math.min(passage.flat.length, to + 6),
    }));
    const wrong = spots.filter((spot) => !isAccepted(context, spot));
    const fields = wrong.length > 0 ? spotted(context, wrong) : null;
    if (fields) yield { ...fields, message: `“${fields.quote}”序号后应用“1.”的写法${times(wrong.length)}。` };
  },
});
