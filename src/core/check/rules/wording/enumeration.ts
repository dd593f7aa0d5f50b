// 一是、二是、三是 that repeat, skip or begin again; a measure counted among the problems.
import { specimen } from '../../examples/specimen.ts';
import { itemsOf, listsOf } from '../../wording/enumerations.ts';
import type { Fault, Item, List } from '../../wording/enumerations.ts';
import { defineRule } from '../../rule.ts';
import { passagesOf } from '../../text/running-text.ts';
import type { Passage } from '../../text/running-text.ts';
import { isAccepted, spotted } from '../../wording/spots.ts';

/** Faults that are told; a paper with more is no list. */
const MOST = 30;

const part5 = (...lines: string[]) => specimen({ text: { s5: lines } });

const PROBLEM = /不足|不够|不强|不高|不深|不广|不全|不严|不畅|不到位|不及时|不规范|不平衡|有待|欠缺|薄弱|滞后|单一|缺乏|短板|差距/;
const MEASURE =
  /^[，、：]?(?:我[\u4e00-\u9fff]{1,3}|本[\u4e00-\u9fff]{1,3}|今后|下一步|下步|接下来)?[，]?(?:下一步|今后)?(?:将|要)(?:进一步|继续|重点)?/;

export default defineRule({
  id: 'W-ENUM',
  title: '列举序号错误',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: '公文写作惯例（参照）。',
  why: '列举的序号重复、跳号或混写，读者无法判断漏了哪一条。',
  remedy: '按一是、二是、三是的顺序重新编号，补上漏写的一条；问题和措施分开列举。',
  falseAlarms: '问题列举之后，措施部分重新从“一是”开始是正常的；大项之内又列小项也是正常的。',
  examples: () => ({
    passes: [
      {
        title: '措施部分重新从一是开始',
        report: part5('一是信息更新不及时；二是解读形式单一。', '下一步：一是按月通报；二是增加图解；三是加强培训。'),
      },
      { title: '大项之内又列小项', report: part5('一是内容上：一是目录不全，二是解读不够；二是形式上较为单一。') },
      { title: '一是一，二是二', report: part5('坚持一是一，二是二，据实公开。') },
      { title: '分段列举', report: part5('一是更新不及时。', '二是解读不够。', '三是培训偏少。') },
      { title: '一是前面漏了冒号', report: part5('我镇认真落实各项工作措施一是按月更新栏目；二是开展培训。') },
      { title: '首先、其次、再次', report: part5('首先，更新不及时；其次，解读不够；再次，培训偏少。') },
      { title: '首先、最后，再次强调', report: part5('首先，完善目录；最后，加强培训。会上再次要求按时更新。') },
      { title: '其次单用', report: part5('主要是更新不及时；其次是解读不够。') },
      { title: '统一是、之一是', report: part5('口径不统一是主要问题，原因之一是人员变动。') },
    ],
    fails: [
      { title: '序号重复', report: part5('一是更新不及时；二是解读不够；二是培训偏少。') },
      { title: '二是误写为三是', report: part5('一是更新不及时；三是解读不够；三是培训偏少。') },
      { title: '跳号', report: part5('一是更新不及时；三是培训偏少。') },
      { title: '连用两个一是', report: part5('一是更新不及时；一是培训偏少。') },
      { title: '首先之后是再次', report: part5('首先，更新不及时；再次，培训偏少。') },
      { title: '没有一是', report: part5('存在的问题有：二是解读不够；三是培训偏少。') },
      {
        title: '问题中混入措施',
        report: part5('一是目录不够完整。', '二是人员力量薄弱。', '三是我局将重点做好以下工作：', '一是完善目录。', '二是开展培训。'),
      },
    ],
  }),
  *check(context) {
    let told = 0;
    for (const passages of runsOf(passagesOf(context.report))) {
      const { lists, faults } = listsOf(itemsOf(passages));
      for (const fault of faults) {
        // 其次, 再次 are words of their own too: only a step left out after 首先 is told.
        if (fault.item.style === '首先' && fault.kind !== 'skipped') continue;
        if (++told > MOST) return;
        const { passage, from, end } = fault.item;
        const spot = { passage, from, to: clauseEnd(passage, from, end) };
        if (isAccepted(context, spot)) continue;
        yield { ...spotted(context, [spot]), message: sentence(fault) };
      }
      for (const list of lists) {
        const mixed = mixedItem(list);
        if (!mixed) continue;
        const spot = { passage: mixed.passage, from: mixed.from, to: clauseEnd(mixed.passage, mixed.from, mixed.end) };
        if (isAccepted(context, spot)) continue;
        yield {
          ...spotted(context, [spot]),
          message: `前面列举的是问题，“${mark(mixed)}”写的却是改进措施，随后又从“一是”编号，疑似漏写一个问题或编号有误。`,
        };
      }
    }
  },
});

/** Passages that are counted together: up to the next heading. */
function runsOf(passages: readonly Passage[]): Passage[][] {
  const runs: Passage[][] = [[]];
  for (const passage of passages) {
    const last = runs[runs.length - 1]!;
    const previous = last[last.length - 1];
    const heading = passage.kind === 'heading' || /^[（(][一二三四五六七八九十]{1,2}[）)]|^[一二三四五六七八九十]、/.test(passage.flat);
    if (previous && (heading || previous.section !== passage.section)) runs.push([passage]);
    else last.push(passage);
  }
  return runs;
}

function mark(item: Item): string {
  return item.passage.flat.slice(item.from, item.to);
}

/** 「“三是”」 in a list of 一是, 「第3项」 in any other. */
function named({ style }: Item, number: number): string {
  const numeral = '一二三四五六七八九十'[number - 1];
  return style === '是' && numeral ? `“${numeral}是”` : `第${number}项`;
}

function sentence({ kind, item, previous, expected }: Fault): string {
  const before = previous ? `前一项是“${mark(previous)}”` : '';
  if (kind === 'headless') return `列举从“${mark(item)}”开始，前面没有第一项。`;
  if (kind === 'repeated' || kind === 'restarted') return `列举序号“${mark(item)}”重复，${before}，此处应为${named(item, expected)}。`;
  if (kind === 'skipped' && item.style === '首先') return `“首先”之后直接写“${mark(item)}”，缺少“其次”。`;
  if (kind === 'skipped') return `列举序号“${mark(item)}”跳号，${before}，缺少${named(item, expected)}。`;
  return `列举序号“${mark(item)}”错乱，${before}。`;
}

/** A measure among problems, after which a new list begins. */
function mixedItem({ items }: List): Item | null {
  if (items.length < 2 || items[0]!.style !== '是') return null;
  const last = items[items.length - 1]!;
  const words = last.passage.flat.slice(last.to, last.end);
  if (!MEASURE.test(words) || !/以下|：$/.test(words)) return null;
  return items.slice(0, -1).every((item) => PROBLEM.test(item.passage.flat.slice(item.to, item.end))) ? last : null;
}

/** End of the clause in which a mark stands, at most 40 characters on. */
function clauseEnd(passage: Passage, from: number, end: number): number {
  let to = from;
  while (to < end && to < from + 40 && !'。；'.includes(passage.flat[to]!) && !(passage.flat[to] === '，' && to > from + 6)) to++;
  return Math.max(to, Math.min(from + 2, end));
}
