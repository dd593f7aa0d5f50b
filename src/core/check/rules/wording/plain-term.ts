// 用语不规范: a closed list.
import { PLAIN_TERMS } from '../../lexicon/plain-terms.ts';
import { specimen } from '../../examples/specimen.ts';
import { listed, phraseBook } from '../../wording/listed-phrases.ts';
import { defineRule } from '../../rule.ts';

const BOOK = phraseBook(PLAIN_TERMS);

export default defineRule({
  id: 'W-TERM',
  title: '用语不规范',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  off: true,
  basis: '《中华人民共和国政府信息公开条例》和统一格式所用的名称（参照）。',
  why: '条例和统一格式对事项有固定名称，另用他名会与表格对不上。',
  remedy: '改用条例和统一格式的名称。',
  falseAlarms: '引用申请人原话或原文件名称的，可以保留。',
  examples: () => ({
    passes: [
      { title: '规范的写法', report: specimen({ text: { s6: ['全年收到政府信息公开申请3件。'] } }) },
      { title: '“信息不存在”是条例第三十六条的用语', report: specimen({ text: { s6: ['告知申请人信息不存在1件。'] } }) },
    ],
    fails: [{ title: '用语不规范', report: specimen({ text: { s6: ['全年收到依申请公开申请3件，同意公开1件。'] } }) }],
  }),
  *check(context) {
    yield* listed(context, BOOK, (word, better) => `“${word}”用语不规范，宜为“${better}”`);
  },
});
