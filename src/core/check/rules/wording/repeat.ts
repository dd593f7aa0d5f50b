// A sentence that stands twice, a stretch of words pasted twice in a row, a list that names a thing twice. Tables and headings are not looked at.
import { specimen } from '../../examples/specimen.ts';
import { repeatedCountsIn, repeatedItemsIn } from '../../wording/repeated-items.ts';
import { defineRule } from '../../rule.ts';
import { passagesOf, sentencesOf } from '../../text/running-text.ts';
import { isAccepted, quoteOf, spotted } from '../../wording/spots.ts';
import type { Spot } from '../../wording/spots.ts';

const written = (...lines: string[]) => specimen({ text: { s5: lines } });

/** There was no request, no review, no fee. */
const NOTHING =
  /(?:未|没有|无|零|0[件起宗次]).*(?:申请|复议|诉讼|费|追究|问责)|(?:申请|复议|诉讼|费|追究|问责).*(?:未|没有|无|零|0[件起宗次])/;

/** Longest stretch that is looked for twice in a row. */
const STRETCH = 40;

export default defineRule({
  id: 'W-REPEAT',
  title: '段落或句子重复',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  thresholds: [{ id: 'length', title: '重复的句子至少', unit: '字', initial: 20, min: 10, max: 100 }],
  basis: '公文写作惯例（参照）。',
  why: '同一句话出现两次，或并列的各项中有一项写了两次，多是复制粘贴时没有删净。',
  remedy: '删去重复的一处，或改写成不同的内容。',
  falseAlarms: '两处确需写同样的话的，可以忽略；表格和标题不计。',
  examples: () => ({
    passes: [
      { title: '短句相同', report: written('没有收费。', '没有收费。') },
      {
        title: '第一部分和第六部分都说没有收费',
        report: specimen({
          text: {
            s1: ['本年度我局没有收取任何政府信息公开信息处理费用。'],
            s6: ['本年度我局没有收取任何政府信息公开信息处理费用。'],
          },
        }),
      },
      {
        title: '不同对象的同名项目',
        report: written(
          '公开县级政策法规、工作动态，乡级政策法规、工作动态。汇总水利站文件、工作动态、农业站文件、工作动态。',
          '申请人为张某某、李某某、张某某。栏目有政策法规（工作动态、通知公告）、回应关切（工作动态、通知公告）。',
        ),
      },
      {
        title: '两个渠道各有同名的数目',
        report: written(
          '网站发布工作动态信息6条，通知公告信息3条，财政资金信息2条；微信发布工作动态信息8条，通知公告信息5条。其中：行政许可类信息5条，其他类信息3条，行政处罚类信息6条，其他类信息2条。',
        ),
      },
      { title: '并列各项首尾相同', report: written('信息须经各组负责人、秘书组负责人、秘书组主管领导逐级审核后发布。') },
      {
        title: '句式相近但内容不同',
        report: written('全年主动公开财政预决算信息四条并按时更新栏目。全年主动公开招标采购信息六条并按时更新栏目。'),
      },
    ],
    fails: [
      {
        title: '整句重复',
        report: written(
          '下一步我局将把公开审查写入办文流程并逐月通报办理情况。',
          '存在的问题是解读偏少。',
          '下一步我局将把公开审查写入办文流程并逐月通报办理情况。',
        ),
      },
      { title: '并列项重复（提示）', report: written('设置机构职能、政策法规、工作动态、政策法规、公共服务等栏目。') },
      {
        title: '带数目的并列项重复（提示）',
        report: written('公开信息60条，其中：机构概况类信息6条，工作动态类信息30条，通知公告类信息20条，机构概况类信息4条。'),
      },
      { title: '首尾两项相同（提示）', report: written('公开内容包括政策法规、工作动态、公共服务和政策法规等。') },
      { title: '带数字的片段连写两遍', report: written('召开聚焦建县70周年专场新闻发布会聚焦建县70周年专场新闻发布会。') },
      { title: '片段连写两遍', report: written('按照全县政务公开工作要点要求按照全县政务公开工作要点要求，我局逐项落实。') },
    ],
  }),
  *check(context) {
    const length = context.threshold('length');
    const seen = new Map<string, Spot>();
    // Long sentences are counted over the report: repeated ones that follow one another are one pasted passage.
    let order = 0;
    let last = -2;
    for (const passage of passagesOf(context.report)) {
      for (const problem of pastedTwice(passage.flat)) {
        const spot = { passage, ...problem };
        if (isAccepted(context, spot)) continue;
        yield {
          ...spotted(context, [spot]),
          message: `“${quoteOf({ passage, from: problem.from, to: (problem.from + problem.to) / 2 })}”连写了两遍。`,
        };
      }
      for (const { from, to, first, name } of [...repeatedItemsIn(passage.flat), ...repeatedCountsIn(passage.flat)]) {
        const spot = { passage, from, to };
        if (isAccepted(context, spot)) continue;
        yield {
          ...spotted(context, [spot, { passage, from: first, to: first + name.length }], `${name}-twice`),
          quote: quoteOf({ passage, from: Math.max(first, to - 40), to }),
          severity: 'hint',
          message: `并列的各项中“${name}”写了两次，请核对是否重复或误写。`,
        };
      }
      if (passage.kind === 'heading') continue;
      for (const { from, to } of sentencesOf(passage)) {
        if (to - from < length) continue;
        const words = passage.flat.slice(from, to);
        order++;
        const first = seen.get(words);
        if (!first) {
          seen.set(words, { passage, from, to });
          continue;
        }
        // That there was nothing is said once where it belongs and once more in the part that has its table.
        if (first.passage.part !== passage.part && NOTHING.test(words.slice(0, 120))) continue;
        const goesOn = last === order - 1;
        last = order;
        const spot = { passage, from, to };
        if (goesOn || isAccepted(context, spot)) continue;
        yield { ...spotted(context, [spot, first]), message: `句子重复：“${quoteOf(spot)}”，前文已有同样的一句。` };
      }
    }
  },
});

/** Where five characters with this remainder were last seen; positions go on counting from passage to passage. */
const lastSeen = new Int32Array(0x10000);
let base = STRETCH;

/** Stretches of 5 to 40 characters that stand twice in a row, each named once; one look back a character. */
function pastedTwice(text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  if (base > 0x3fffffff) {
    lastSeen.fill(0);
    base = STRETCH;
  }
  let free = 0;
  let key = 0;
  for (let step = 0; step < 5; step++) key = Math.imul(key, 31) + text.charCodeAt(step);
  key &= 0xffff;
  for (let index = 0; index + 5 <= text.length; index++) {
    // The first of the five goes, the next one comes.
    if (index > 0) key = (Math.imul(key - Math.imul(text.charCodeAt(index - 1), 923521), 31) + text.charCodeAt(index + 4)) & 0xffff;
    const size = base + index - lastSeen[key]!;
    lastSeen[key] = base + index;
    if (size < 5 || size > STRETCH || index - size < free) continue;
    const words = text.slice(index - size, index);
    if (!text.startsWith(words, index)) continue;
    free = index + size;
    // A line of dots or blanks to be filled in, or the same few characters over and over.
    if (new Set(words).size < 5 || !/^[\u4e00-\u9fff、，“”《》\d]+$/.test(words)) continue;
    // 各组负责人、秘书组负责人、秘书组领导: neighbours in a list that share their beginnings and ends.
    if (size <= 12 && /^[^、，]+、[^、，]+$/.test(words)) continue;
    found.push({ from: index - size, to: index + size });
    if (found.length >= 5) break;
  }
  // The next passage must not see this one.
  base += text.length + STRETCH + 1;
  return found;
}
