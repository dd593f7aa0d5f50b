// Phrases that speak of organs in general where one organ should speak of itself.
import { basisOfRegulation } from '../../basis.ts';
import { GENERIC_PHRASES } from '../../lexicon/generic-phrases.ts';
import { specimen } from '../../examples/specimen.ts';
import { listed, phraseBook } from '../../wording/listed-phrases.ts';
import { defineRule } from '../../rule.ts';

const BOOK = phraseBook(GENERIC_PHRASES);

export default defineRule({
  id: 'W-GENERIC',
  title: '空泛套话',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  off: true,
  basis: {
    ...basisOfRegulation('第四十九条（报告的是本行政机关、本级政府的情况，参照）。', '第三十一条（报告的是本行政机关的情况，参照）。'),
    '2021': '国办公开办函〔2021〕30号（年度报告内容不能遗漏，也不宜泛化，参照）。',
  },
  why: '年度报告写本机关的情况，泛泛而谈的文字多是从别处抄来或生成的。',
  remedy: '改写为本单位的具体做法和数字。',
  falseAlarms: '省、市政府汇总全域情况时可能用到。',
  examples: () => ({
    passes: [{ title: '写本单位', report: specimen() }],
    fails: [
      { title: '多数部门、部分地区', report: specimen({ text: { s1: ['多数部门能够按时答复，部分地区还开发了应用。'] } }) },
      { title: '各级政府部门', report: specimen({ text: { s1: ['一些地区重视不够，各级政府部门通过多种方式推进公开。'] } }) },
    ],
  }),
  *check(context) {
    yield* listed(context, BOOK, (word, better) => `“${word}”不像本单位的表述，宜写${better}`);
  },
});
