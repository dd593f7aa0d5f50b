// 搭配不当: a closed list.
import { COLLOCATIONS } from '../../lexicon/collocations.ts';
import { specimen } from '../../examples/specimen.ts';
import { listed, phraseBook } from '../../wording/listed-phrases.ts';
import { defineRule } from '../../rule.ts';

const BOOK = phraseBook(COLLOCATIONS);

export default defineRule({
  id: 'W-COLLOC',
  title: '搭配不当',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  off: true,
  basis: '公文写作惯例（参照）。',
  why: '动词与宾语、主语与谓语不能搭配，意思含糊。',
  remedy: '换用习惯的搭配。',
  falseAlarms: '行业内固定的说法可以保留。',
  examples: () => ({
    passes: [{ title: '规范的写法', report: specimen({ text: { s6: ['下一步夯实工作基础，形成工作合力，加大力度。'] } }) }],
    fails: [{ title: '搭配不当', report: specimen({ text: { s6: ['下一步进一步加强工作基础，提高力度。'] } }) }],
  }),
  *check(context) {
    yield* listed(context, BOOK, (word, better) => `“${word}”搭配不当，宜为“${better}”`);
  },
});
