// Ways of publication: part one lists them without a website, part five speaks of keeping one.
import { linesOf } from '../../text/parts.ts';
import { specimen } from '../../examples/specimen.ts';
import { defineRule } from '../../rule.ts';

const WAYS = /微信|微博|公众号|报刊|公开栏|显示屏|广播|电视|客户端|短视频|公告栏|宣传册|美篇/g;
const WEBSITE = /网站|门户|官网/;

export default defineRule({
  id: 'N-CHANNEL',
  title: '公开渠道前后不一',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  off: true,
  basis: '前后应当一致（各地核稿要求）。',
  why: '总体情况列举公开渠道时没有提到网站，第五部分却说到网站维护，前后不一。',
  remedy: '补充网站公开的情况，或删去与本单位无关的表述。',
  falseAlarms: '网站由上级统一建设、本单位只报送内容的，可以忽略。',
  examples: () => ({
    passes: [
      {
        title: '前文已提到网站',
        report: specimen({ text: { s1: ['通过门户网站、微信公众号、公开栏公开信息。'], s5: ['网站栏目有待完善。'] } }),
      },
      {
        title: '后文没有提到网站',
        report: specimen({ text: { s1: ['通过微信公众号、公开栏、显示屏公开信息。'], s5: ['公开内容有待丰富。'] } }),
      },
    ],
    fails: [
      {
        title: '前文没有网站，后文说网站维护',
        report: specimen({ text: { s1: ['通过微信公众号、公开栏、显示屏公开信息。'], s5: ['网站维护人员不足。'] } }),
      },
    ],
  }),
  *check({ report }) {
    const first = report.sections.find((section) => section.key === 's1');
    const fifth = report.sections.find((section) => section.key === 's5');
    if (!first || !fifth) return;
    const early = linesOf(report, first);
    if (early.some(({ text }) => WEBSITE.test(text))) return;
    const listing = early.find(({ text }) => new Set(text.match(WAYS)).size >= 3);
    const late = linesOf(report, fifth).find(({ text }) => WEBSITE.test(text));
    if (!listing || !late) return;
    const ways = [...new Set(listing.text.match(WAYS))];
    const from = late.text.search(WEBSITE);
    yield {
      result: 'problem',
      message: `前文列举的公开渠道（${ways.join('、')}）没有提到网站，第五部分却写“${late.text.slice(Math.max(0, from - 6), from + 12).replace(/[，。；]$/, '')}”，请核对。`,
      at: [listing.at, late.at],
      quote: late.text.slice(Math.max(0, from - 10), from + 20),
    };
  },
});
