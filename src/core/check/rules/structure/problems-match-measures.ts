// As many measures as problems in part five. Whether they belong together is for a person to say.
import { squeeze } from '../../../form/label.ts';
import { specimen } from '../../examples/specimen.ts';
import { beforeForms } from '../../text/parts.ts';
import { proseOf } from '../../text/prose.ts';
import type { Prose } from '../../text/prose.ts';
import { defineRule } from '../../rule.ts';

const COUNTING = /([一二三四五六七八九十])是|第([一二三四五六七八九十])[，,、]|(?:^|\n)[(（]?([一二三四五六七八九十]|\d{1,2})[)）.、．]/g;
const NUMERALS = '一二三四五六七八九十';

export default defineRule({
  id: 'S-S5-MATCH',
  title: '问题与措施不对应',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  off: true,
  basis: '各地审核要求（针对问题逐条提出改进措施）。',
  why: '列出的问题和措施条数不同，可能有的问题没有改进措施。',
  remedy: '逐条核对，为每个问题写出改进措施。',
  falseAlarms: '一条措施可以对应几个问题；没有编号的不判断。',
  examples: () => ({
    passes: [
      { title: '两个问题，两条措施', report: specimen() },
      { title: '没有编号', report: specimen({ text: { s5: ['报送不够及时，解读形式单一。下一步按月通报，增加图解。'] } }) },
    ],
    fails: [
      {
        title: '三个问题，两条措施',
        report: specimen({
          text: {
            s5: ['存在问题：一是意识不强；二是更新不及时；三是解读单一。', '改进措施：一是加强培训；二是按月通报。'],
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
    const prose = proseOf(report, 's5');
    const lists = prose === null ? [] : listsIn(prose);
    const [problems, measures] = lists;
    if (prose === null || problems === undefined || measures === undefined || lists.length > 2) {
      yield { result: 'notAssessed', why: '第五部分没有分别编号列出问题和措施，无从比较。' };
      return;
    }
    if (problems === measures) {
      yield { result: 'passed' };
      return;
    }
    yield {
      result: 'problem',
      message: `第五部分列出问题${problems}条、措施${measures}条，请核对是否逐条对应。`,
      at: [prose.section.at],
      quote: prose.section.title,
      place: 's5/match',
    };
  },
});

/** Lengths of the lists 一是 … n是 in their order; 1 begins a new one. Other ways of counting only where that one is not used. */
function listsIn(prose: Prose): readonly number[] {
  const text = prose.lines.map((line) => squeeze(line.text)).join('\n');
  const all = [...text.matchAll(COUNTING)].map((match) => ({
    way: match[1] ? 1 : match[2] ? 2 : 3,
    ordinal: match[1] || match[2] ? NUMERALS.indexOf((match[1] ?? match[2])!) + 1 : Number(match[3]) || NUMERALS.indexOf(match[3]!) + 1,
  }));
  const way = [1, 2, 3].find((each) => all.filter((item) => item.way === each).length >= 2);
  const lists: number[] = [];
  for (const { ordinal } of all.filter((item) => item.way === way)) {
    if (ordinal === 1) lists.push(1);
    else if (lists.length > 0) lists[lists.length - 1] = ordinal;
  }
  return lists.filter((length) => length > 1);
}
