// Part six says nothing but 无. Where the fee has to be told there too, processing-fee says more and this rule is silent.
import { squeeze } from '../../../form/label.ts';
import { basisOfForm } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { beforeForms } from '../../text/parts.ts';
import { gapIn, proseOf } from '../../text/prose.ts';
import { defineRule } from '../../rule.ts';

const FEE_RULE = 'S-S6-FEE';

export default defineRule({
  id: 'S-S6-NONE',
  title: '第六部分仅写“无”',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `${circular}所附格式（六、其他需要报告的事项）。`),
  why: '只写一个“无”字，看不出是没有其他事项，还是漏写。',
  remedy: '写成完整的句子，如“本年度没有其他需要报告的事项”；2021年度起并写明信息处理费收取情况。',
  falseAlarms: '2021年度起由“未报告信息处理费”一并提示，这里不重复。',
  examples: () => ({
    passes: [
      { title: '写成完整的句子', report: specimen({ edition: '2019' }) },
      { title: '2021年版由“未报告信息处理费”提示', report: specimen({ text: { s6: ['无'] } }) },
    ],
    fails: [
      { title: '2019年版只写“无”', report: specimen({ edition: '2019', text: { s6: ['无'] } }) },
      { title: '只写“暂无。”', report: specimen({ edition: '2019', text: { s6: ['暂无。'] } }) },
    ],
  }),
  *check({ report, options }) {
    const old = beforeForms(report);
    if (old) {
      yield old;
      return;
    }
    const prose = proseOf(report, 's6');
    const gap = gapIn(prose);
    if (prose === null || gap !== null) {
      yield { result: 'notAssessed', why: gap ?? '' };
      return;
    }
    const first = prose.lines[0]!;
    const only = prose.lines.length === 1 && /^(?:暂?无|没有)[。.；;]?$/.test(squeeze(first.text));
    const saidByOther = report.edition === '2021' && (report.year === null || report.year >= 2021) && !options.off?.includes(FEE_RULE);
    if (!only) yield { result: 'passed' };
    else if (saidByOther) yield { result: 'passed', why: '由“未报告信息处理费”一并提示。' };
    else {
      yield {
        result: 'problem',
        message: `第六部分仅写“${first.text.trim()}”，宜写成完整的句子。`,
        at: [first.at],
        quote: first.text.trim(),
        place: 's6/none',
      };
    }
  },
});
