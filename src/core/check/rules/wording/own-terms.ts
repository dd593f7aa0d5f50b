// Words that a person has put on a list of their own. Ships empty.
import { specimen } from '../../examples/specimen.ts';
import type { Phrase } from '../../lexicon/phrase.ts';
import { listed, phraseBook } from '../../wording/listed-phrases.ts';
import { defineRule } from '../../rule.ts';

/** Forms that no published paper should hold; everything else is the person's own list. */
const NEUTRAL: readonly Phrase[] = [
  { word: '中华民国政府', better: '核对历史称谓' },
  { word: '港澳台国家', better: '港澳台地区' },
  { word: '大陆与香港', better: '内地与香港' },
  { word: '大陆与澳门', better: '内地与澳门' },
];

const BOOK = phraseBook(NEUTRAL);

export default defineRule({
  id: 'W-SENSITIVE',
  title: '错敏词',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  off: true,
  basis: '自定的词典，没有统一规定。',
  why: '这些词写错会影响严肃性，由单位自己列出，逐处核对。',
  remedy: '按词典中写明的办法处理。',
  falseAlarms: '词典由自己拟定，引用原文时可能误报。',
  examples: () => ({
    passes: [{ title: '没有词典中的词', report: specimen() }],
    fails: [{ title: '自带的少量称谓', report: specimen({ text: { s6: ['接待来自港澳台国家的访客。'] } }) }],
  }),
  *check(context) {
    const own = (context.options.own?.terms ?? []).map(({ word, advice }) => ({ word, better: advice }));
    yield* listed(
      context,
      own.length === 0 ? BOOK : [...NEUTRAL, ...own],
      (word, advice) => `“${word}”列在需要核对的词里${advice === '' ? '，请核对' : `：${advice}`}`,
    );
  },
});
