// Sibling headings that end differently: some 「…情况」 and some not, some with a full stop and some without.
import { squeeze } from '../../../form/label.ts';
import { blockText } from '../../../model/document.ts';
import type { Report, Section, SubHeading } from '../../../model/report.ts';
import { specimen } from '../../examples/specimen.ts';
import { beforeForms, printedHeading, realSections } from '../../text/parts.ts';
import { printedWhole } from '../../text/prose.ts';
import { defineRule } from '../../rule.ts';
import type { Problem } from '../../rule.ts';

/** Sentences below a number are no headings. */
const LONGEST = 30;
const SHOWN = 5;

export default defineRule({
  id: 'S-HEAD-STYLE',
  title: '同级小标题写法不一',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: 'GB/T 9704—2012《党政机关公文格式》7.3.3（结构层次，参照）；各地核稿要求。',
  why: '同级小标题有的带“情况”“方面”有的不带，有的末尾有句号有的没有，序号的括号有全角有半角，显得没有统稿。',
  remedy: '同级小标题用同一种写法，独立成行的小标题末尾不加句号。',
  falseAlarms: '小标题后面直接接正文的，句号是断句，不算。',
  examples: () => ({
    passes: [
      { title: '写法一致', report: specimen() },
      {
        title: '小标题后面直接接正文',
        report: specimen({
          text: { s1: ['（一）主动公开情况。全年公开信息318条。', '（二）依申请公开。未收到申请。', '（三）信息管理。定期清理。'] },
        }),
      },
      {
        title: '整句作小标题',
        report: specimen({ text: { s5: [{ sub: '（一）进一步加强学习' }, '按月组织。', { sub: '（二）丰富公开形式' }, '增加图解。'] } }),
      },
    ],
    fails: [
      {
        title: '一个小标题末尾有分号',
        report: specimen({ text: { s5: [{ sub: '（一）存在的问题；' }, '更新不够及时。', { sub: '（二）改进措施' }, '按月通报。'] } }),
      },
      {
        title: '一个小标题末尾有句号',
        report: specimen({
          text: {
            s1: [
              { sub: '（一）主动公开情况' },
              '公开信息318条。',
              { sub: '（二）依申请公开情况。' },
              '未收到申请。',
              { sub: '（三）政府信息管理情况' },
              '定期清理。',
            ],
          },
        }),
      },
      {
        title: '括号有全角有半角',
        report: specimen({
          text: { s5: [{ sub: '（一）存在的问题' }, '更新不够及时。', { sub: '(二)改进措施' }, '按月通报。'] },
        }),
      },
      {
        title: '“方面”“情况”混用',
        report: specimen({
          text: {
            s1: [
              { sub: '（一）主动公开方面' },
              '公开信息318条。',
              { sub: '（二）依申请公开方面' },
              '未收到申请。',
              { sub: '（三）监督保障情况' },
              '列入考核。',
            ],
          },
        }),
      },
    ],
  }),
  *check({ report }) {
    const old = beforeForms(report);
    if (old) {
      yield old;
      return;
    }
    let found = false;
    for (const section of realSections(report)) {
      const problem = judge(report, section);
      if (problem === null) continue;
      found = true;
      yield problem;
    }
    if (!found) yield { result: 'passed' };
  },
});

interface Styled {
  readonly heading: SubHeading;
  readonly stop: string;
  readonly ending: string;
}

function judge(report: Report, section: Section): Problem | null {
  const inTables = new Set(report.tables.flatMap((table) => table.blocks));
  const siblings = section.subHeadings.filter((each) => each.level === 2 && !inTables.has(each.at.block));
  const styled = siblings.flatMap((heading): Styled[] => {
    const block = report.blocks[heading.at.block];
    const words = block === undefined ? '' : squeeze(blockText(block));
    // With text behind it in the same paragraph the full stop only parts the two.
    if (words === '' || words.length > LONGEST || squeeze(printedWhole(heading)) !== words) return [];
    if (words.includes('。') && !words.endsWith('。')) return [];
    return [
      {
        heading,
        stop: /[。；;，,、.]$/.test(words) ? words.slice(-1) : '',
        ending: /(?:情况|方面)(?=[。；;：:，,、.]?$)/.exec(words)?.[0] ?? '',
      },
    ];
  });
  // A list broken by an inserted one (问题 … 措施) is judged as one; a single heading has no siblings.
  if (styled.length < 2 || styled.length < siblings.length) return bracketsMixed(report, section, siblings);
  // A heading in a line of its own ends without a mark.
  const stops = oddOnes(styled, (each) => each.stop, '');
  // Whole sentences as headings have no common ending to keep to.
  // 「问题」 and 「改进情况」 side by side are the way of part five.
  const endings =
    section.key === 's1' && styled.filter((each) => each.ending !== '').length >= 2 ? oddOnes(styled, (each) => each.ending) : [];
  const odd = stops.length > 0 ? stops : endings;
  if (odd.length === 0) return bracketsMixed(report, section, siblings);
  const what = [stops.length > 0 ? '末尾标点' : '', endings.length > 0 ? '“情况”“方面”等后缀' : '']
    .filter((each) => each !== '')
    .join('、');
  const list = odd.slice(0, SHOWN).map(({ heading }) => `“${printedHeading(report, heading.at, heading.numeral)}”`);
  return {
    result: 'problem',
    message: `同级小标题写法不统一（${what}）：${list.join('')}${odd.length > SHOWN ? '等' : ''}与其他小标题不同。`,
    at: [...odd, ...styled.filter((each) => !odd.includes(each))].map(({ heading }) => heading.at),
    quote: printedHeading(report, odd[0]!.heading.at, odd[0]!.heading.numeral),
    place: section.key ?? section.title,
  };
}

/** 「(二)」 among 「（一）」: judged for all of them, whatever stands behind the numbers. */
function bracketsMixed(report: Report, section: Section, siblings: readonly SubHeading[]): Problem | null {
  const narrow = siblings.filter(({ numeral }) => numeral.includes('('));
  const wide = siblings.filter(({ numeral }) => numeral.includes('（'));
  if (narrow.length === 0 || wide.length === 0) return null;
  const odd = narrow.length > wide.length ? wide : narrow;
  const list = odd.slice(0, SHOWN).map(({ at, numeral }) => `“${printedHeading(report, at, numeral)}”`);
  return {
    result: 'problem',
    message: `同级小标题写法不统一（序号的括号有全角也有半角）：${list.join('')}${odd.length > SHOWN ? '等' : ''}与其他小标题不同。`,
    at: [...odd, ...siblings.filter((each) => !odd.includes(each))].map(({ at }) => at),
    quote: printedHeading(report, odd[0]!.at, odd[0]!.numeral),
    place: section.key ?? section.title,
  };
}

/** Those that do not write as most do; of equals the `plain` way counts as the usual one, else the first. */
function oddOnes(styled: readonly Styled[], of: (each: Styled) => string, plain?: string): readonly Styled[] {
  const counts = new Map<string, number>();
  for (const each of styled) counts.set(of(each), (counts.get(of(each)) ?? 0) + 1);
  if (counts.size < 2) return [];
  const usual = [...counts].reduce((best, each) => (each[1] > best[1] || (each[1] === best[1] && each[0] === plain) ? each : best))[0];
  return styled.filter((each) => of(each) !== usual);
}
