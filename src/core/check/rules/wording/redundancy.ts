// 用语重复: a closed list.
import { DOUBLED_FRAMES, REDUNDANCIES } from '../../lexicon/redundancies.ts';
import { specimen } from '../../examples/specimen.ts';
import { listed, phraseBook } from '../../wording/listed-phrases.ts';
import { defineRule } from '../../rule.ts';
import { clausesOf, passagesOf, sentencesOf } from '../../text/running-text.ts';
import { isAccepted, spotted } from '../../wording/spots.ts';

const BOOK = phraseBook(REDUNDANCIES);

export default defineRule({
  id: 'W-REDUND',
  title: '用语重复',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  off: true,
  basis: '公文写作惯例（参照）。',
  why: '重复的词语不增加意思，只让句子变长。',
  remedy: '删去重复的一半。',
  falseAlarms: '有意强调的说法可以保留。',
  examples: () => ({
    passes: [{ title: '规范的写法', report: specimen({ text: { s6: ['发现问题时责令整改，截至目前没有遗留。'] } }) }],
    fails: [{ title: '用语重复', report: specimen({ text: { s6: ['发现问题时要求责令整改，截至目前为止没有遗留。'] } }) }],
  }),
  *check(context) {
    yield* listed(context, BOOK, (word, better) => `“${word}”用语重复，宜为“${better}”`);
    for (const passage of passagesOf(context.report)) {
      const frames = DOUBLED_FRAMES.filter(({ open, close }) => passage.flat.includes(open) && passage.flat.includes(close));
      if (frames.length === 0) continue;
      for (const clause of sentencesOf(passage).flatMap((sentence) => clausesOf(passage, sentence))) {
        const words = passage.flat.slice(clause.from, clause.to);
        for (const { open, close, better } of frames) {
          const start = words.indexOf(open);
          const end = start < 0 ? -1 : words.indexOf(close, start + open.length);
          if (end < 0) continue;
          const spot = { passage, from: clause.from + start, to: clause.from + end + close.length };
          if (isAccepted(context, spot)) continue;
          yield { ...spotted(context, [spot]), message: `“${open}……${close}”两种句式混用，宜为“${better}”。` };
        }
      }
    }
  },
});
