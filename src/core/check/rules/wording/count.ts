// 「六部分」 with five listed, 「三个方面」 followed by 一是 and 二是.
import { specimen } from '../../examples/specimen.ts';
import { itemsOf, listsOf } from '../../wording/enumerations.ts';
import { defineRule } from '../../rule.ts';
import type { Problem } from '../../rule.ts';
import { passagesOf } from '../../text/running-text.ts';
import { isAccepted, spotted } from '../../wording/spots.ts';

const NUMERALS: Readonly<Record<string, number>> = {
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  4: 4,
  5: 5,
  6: 6,
  7: 7,
  8: 8,
};

/** Statements of a number that are looked at. */
const MOST = 20;

const part5 = (...lines: string[]) => specimen({ text: { s5: lines } });
const preface = (...lines: string[]) => specimen({ preamble: lines });

/** The six parts as a preface names them, whatever its wording. */
const PARTS: readonly RegExp[] = [
  /总体情况|工作概述|基本情况/,
  /主动公开/,
  /收到和处理|依申请公开|申请情况/,
  /行政复议|行政诉讼/,
  /主要问题|存在问题|存在的问题|改进/,
  /其[他它](?:需|报告|事项|情况|要|应)|需要(?:说明|报告)的/,
];

/** Between names in a list; 行政复议、行政诉讼 are one part. */
const STOPS = /[、，；：]/;
const JOINTS = /[和及与]|以及/g;

export default defineRule({
  id: 'W-COUNT',
  title: '“N部分”与列举数不符',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: '前后应当一致（各地核稿要求）。',
  why: '说有几个方面，就应当列出几个方面；数目不符多是增删内容后漏改。',
  remedy: '核对数目，或补上漏列的一项。',
  falseAlarms: '“……等六个方面”只举了几例的，不报。',
  examples: () => ({
    passes: [
      {
        title: '六部分列全',
        report: preface(
          '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。',
        ),
      },
      {
        title: '旧版的六部分',
        report: preface(
          '本报告由概述、主动公开政府信息情况、依申请公开情况、公开收费和减免情况、行政复议和诉讼情况、不足及改进措施等六部分组成。',
        ),
      },
      {
        title: '最后两项用“和”相连',
        report: preface(
          '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在问题及改进措施和其他报告事项六部分组成。',
        ),
      },
      {
        title: '七个部分，多一项收费',
        report: preface(
          '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、信息处理费收取情况、其他需要报告的事项七个部分组成。',
        ),
      },
      {
        title: '主动公开和依申请公开是两个部分',
        report: preface(
          '本报告由总体情况、主动公开政府信息情况、依申请公开政府信息情况、政府信息公开行政复议情况、政府信息公开行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项七个部分组成。',
        ),
      },
      {
        title: '6个部分，16个方面',
        report: preface(
          '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项6个部分组成，涉及16个方面。',
        ),
      },
      {
        title: '复议和诉讼各是一部分',
        report: preface('本报告由概述、主动公开政府信息、依申请公开政府信息、行政复议、行政诉讼、存在问题和改进措施6个部分组成。'),
      },
      { title: '三个方面，一是二是三是', report: part5('主要有以下三个方面：一是更新不及时；二是解读不够；三是培训偏少。') },
      { title: '只举几例', report: part5('涉及教育、医疗等六个方面。') },
      { title: '分段列举', report: part5('存在以下两个问题：', '一是更新不及时。', '二是解读不够。') },
    ],
    fails: [
      {
        title: '称六部分，列出五个',
        report: preface(
          '本报告包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况等六部分。',
        ),
      },
      {
        title: '一个部分列了两次',
        report: preface(
          '本报告由总体情况、主动公开政府信息情况、主动公开政府信息的情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六个部分组成。',
        ),
      },
      {
        title: '称7个部分，列出六个',
        report: preface(
          '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项7个部分组成。',
        ),
      },
      {
        title: '称五个部分，列出六个',
        report: preface(
          '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项五个部分组成。',
        ),
      },
      { title: '称三个方面，列出两个', report: part5('主要有以下三个方面的问题：一是更新不及时；二是解读不够。') },
    ],
  }),
  *check(context) {
    for (const problem of countedParts(context)) yield problem;
    for (const problem of countedItems(context)) yield problem;
  },
});

function* countedParts(context: Parameters<typeof spotted>[0] & Parameters<typeof isAccepted>[0]): Generator<Problem> {
  let looked = 0;
  for (const passage of passagesOf(context.report)) {
    const { flat } = passage;
    const stated = /(?:等)?(?:([四五六七八])(?:个|大)?|(?<!\d)([4-8])个?)(?:部分|方面|板块)/g;
    for (let match = stated.exec(flat); match !== null; match = stated.exec(flat)) {
      // A preface says it once; more than a few are something else.
      if (++looked > MOST) return;
      const before = flat.slice(Math.max(0, match.index - 220), match.index);
      const sentence = before.slice(before.lastIndexOf('。') + 1);
      const after = flat.slice(match.index, match.index + 220);
      // Listed before the number, or after it.
      const list = PARTS.filter((part) => part.test(sentence)).length >= 4 ? sentence : after.slice(0, stop(after));
      const named = PARTS.filter((part) => part.test(list)).length;
      const number = NUMERALS[match[1] ?? match[2]!]!;
      const twice = named < 4 ? null : namedTwice(list);
      if (twice !== null) {
        const spot = { passage, from: match.index, to: match.index + match[0].length };
        if (isAccepted(context, spot)) continue;
        yield {
          ...spotted(context, [spot]),
          message: `称“${match[0]}”，其中“${twice}”列了两次，请删去一个或核对是否漏列。`,
          place: 'parts',
        };
        continue;
      }
      if (named < 4 || named === number || (number !== 6 && named !== 6) || isListed(list, number)) continue;
      const spot = { passage, from: match.index, to: match.index + match[0].length };
      if (isAccepted(context, spot)) continue;
      yield {
        ...spotted(context, [spot]),
        message: named < number ? `称“${match[0]}”，只列出${named}个，请核对是否漏列。` : `称“${match[0]}”，却列出${named}个，请核对数目。`,
        place: 'parts',
      };
    }
  }
}

/** The name of a part that stands in the list a second time: 主动公开政府信息情况、主动公开政府信息的情况. */
function namedTwice(list: string): string | null {
  const met = new Set<string>();
  for (const name of list.replace(/^.*?(?:包括|包含|由|分为|如下|[：])/, '').split(STOPS)) {
    const core = name.replace(/的|情况|工作/g, '');
    if (core.length < 4 || !PARTS.some((part) => part.test(name))) continue;
    if (met.has(core)) return name;
    met.add(core);
  }
  return null;
}

/** Can the list be counted so that there are as many? Names may be joined by 和 and 及, or hold such a word themselves. */
function isListed(list: string, number: number): boolean {
  const names = list
    .replace(/^.*?(?:包括|包含|由|分为|如下|[：])/, '')
    // 和 and 及 inside of the names of parts.
    .replace(/收到和处理/g, '收到处理')
    .replace(/问题[和及与]?改进/g, '问题改进')
    .replace(/(?:行政)?复议[、和及与]*(?:(?:被)?提起)?(?:行政)?诉讼/g, '复议诉讼')
    .split(STOPS)
    .filter((name) => name.length > 1);
  if (names.length < 4) return false;
  const joints = names.reduce((sum, name) => sum + (name.match(JOINTS)?.length ?? 0), 0);
  const fewest = names.length;
  // Named without 情况 the two stand side by side as parts of their own.
  const apart = /[、，](?:行政)?复议、(?:行政)?诉讼[、，]/.test(list) ? 1 : 0;
  return number >= fewest && number <= fewest + apart + (/收费|附表|概述|处理费/.test(list) || number <= 6 ? joints : 0);
}

function* countedItems(context: Parameters<typeof spotted>[0] & Parameters<typeof isAccepted>[0]): Generator<Problem> {
  const passages = passagesOf(context.report);
  const { lists } = listsOf(itemsOf(passages));
  for (const list of lists.slice(0, 10 * MOST)) {
    const first = list.items[0]!;
    if (first.number !== 1) continue;
    // The words before the list, in its own passage or in the one that announces it.
    const own = first.passage.flat.slice(0, first.from);
    const above = passages[first.index - 1];
    const announced =
      own !== '' ? { passage: first.passage, text: own } : above?.flat.endsWith('：') ? { passage: above, text: above.flat } : null;
    if (!announced) continue;
    const match =
      /(?:以下|如下|存在|做到|抓好|做好|主要有|主要是|体现在|表现在)(?:的)?([两二三四五六七八九十])(?:个|点|项|大)?(?:方面|问题|不足|工作|措施|点|项)?[^。；：]{0,12}：?$/.exec(
        announced.text.slice(-40),
      );
    if (!match) continue;
    const number = NUMERALS[match[1]!]!;
    const listed = list.items.length;
    if (listed === number || list.items.some((item, index) => item.number !== index + 1)) continue;
    const from = announced.text.length - Math.min(40, announced.text.length) + match.index;
    const spot = { passage: announced.passage, from, to: from + match[0].length };
    if (isAccepted(context, spot)) continue;
    yield { ...spotted(context, [spot]), message: `称“${match[0].replace(/：$/, '')}”，列出${listed}个，请核对是否漏列或数目有误。` };
  }
}

function stop(text: string): number {
  const at = text.indexOf('。');
  return at < 0 ? text.length : at;
}
