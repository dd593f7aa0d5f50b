// The text says that licences or penalties were published, and table two has none.
import { FIVE_DOCUMENTS } from '../../examples/entries.ts';
import { specimen } from '../../examples/specimen.ts';
import { judgeStatements } from '../../text/judge-statements.ts';
import { defineRule } from '../../rule.ts';
import type { Problem } from '../../rule.ts';

export default defineRule({
  id: 'N-T2-MENTION',
  title: '称公开处罚许可信息但表为0',
  severity: 'hint',
  scope: 'report',
  editions: ['2021'],
  basis: '《中华人民共和国政府信息公开条例》第六条（准确地公开政府信息）；同一份报告的正文与表格应当一致。',
  why: '正文称公开了行政许可、行政处罚、行政强制信息，而表二处理决定数量为0，可能漏填，也可能是转发或目录类信息。',
  remedy: '核对表二；如果是转发或目录类信息，在正文中说明。',
  falseAlarms: '正文说的可能是转发的上级信息、目录和指南类信息；要求和计划不作判断。',
  examples: () => ({
    passes: [
      {
        title: '表二有数',
        report: specimen({
          entries: FIVE_DOCUMENTS,
          text: { s1: ['及时公开行政许可、行政处罚信息。'] },
        }),
      },
      {
        title: '是要求不是情况',
        report: specimen({ entries: { 't2.art20_5': 0, 't2.art20_6': 0 }, text: { s1: ['按照规定，应当公开行政许可、行政处罚信息。'] } }),
      },
      {
        title: '正文已写明为0',
        report: specimen({ entries: { 't2.art20_5': 0 }, text: { s1: ['行政许可0件。行政许可信息在平台上公开。'] } }),
      },
      {
        title: '只有许可清单',
        report: specimen({ entries: { 't2.art20_5': 0, 't2.art20_6': 0 }, text: { s1: ['公开行政许可事项清单。'] } }),
      },
      {
        title: '转发的信息、事项目录',
        report: specimen({
          entries: { 't2.art20_5': 0, 't2.art20_6': 0 },
          text: { s1: ['转发上级机关公布的行政处罚信息。公开行政处罚事项目录。'] },
        }),
      },
    ],
    fails: [
      {
        title: '处罚为0而称已公开',
        report: specimen({
          entries: { 't2.art20_6': 0 },
          text: { s1: ['通过门户网站公开行政处罚、行政强制等信息，共发布各类信息320条。'] },
        }),
      },
      { title: '许可信息给出条数', report: specimen({ entries: { 't2.art20_5': 0 }, text: { s1: ['公开行政许可信息12条。'] } }) },
    ],
  }),
  *check(context) {
    // One sentence that names several things is one finding.
    const said = new Map<string, Problem[]>();
    for (const judgement of judgeStatements(context, 'N-T2-MENTION', 'hint')) {
      if (!('message' in judgement)) {
        yield judgement;
        continue;
      }
      const sentence = `${judgement.at[0]?.block} ${judgement.quote}`;
      const same = said.get(sentence);
      if (same) same.push(judgement);
      else said.set(sentence, [judgement]);
    }
    for (const problems of said.values()) {
      const last = problems[problems.length - 1]!;
      const others = problems.slice(0, -1).map(({ message }) => message.replace(/，?请核实（.*$/, ''));
      yield {
        ...last,
        message: [...others, last.message].join('；').replace(/；正文称/g, '；'),
        at: problems.flatMap(({ at }) => at),
        keys: problems.flatMap(({ keys }) => keys ?? []),
      };
    }
  },
});
