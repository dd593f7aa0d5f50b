// Parts one, five and six must say something. Parts two to four are judged by their tables.
import { squeeze } from '../../../form/label.ts';
import { basisOfForm } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { beforeForms, holds, isSignature, linesOf, realSections } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

const NOTHING = /^(?:无|暂无|没有|无内容|略|[/／—-]+)[。.；;]?$/;

export default defineRule({
  id: 'S-SEC-EMPTY',
  title: '部分内容为空',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm(
    (circular) => `《中华人民共和国政府信息公开条例》第五十条（年度报告应当包括的内容）；${circular}所附格式（六个部分）。`,
  ),
  why: '标题下没有内容，等于没有报告；存在的主要问题及改进情况也不能只写“无”。',
  remedy: '按统一格式补写内容；第六部分没有其他事项的，写明“没有其他需要报告的事项”，2021年度起并说明信息处理费收取情况。',
  falseAlarms: '内容在相邻的表格、图片里，或转存时丢失的，请对照原件。',
  examples: () => ({
    passes: [
      { title: '各部分都有内容', report: specimen() },
      { title: '第六部分写“无”', report: specimen({ text: { s6: ['无'] } }) },
      {
        title: '第一部分重复写了标题，内容在第二个标题之下',
        report: specimen({ sections: (standard) => [{ ...standard[0]!, body: [] }, ...standard] }),
      },
      { title: '第五部分写在表格或图片里', report: specimen({ text: { s5: [{ picture: '问题与整改清单' }] } }) },
    ],
    fails: [
      { title: '第五部分只写“无”', report: specimen({ text: { s5: ['无。'] } }) },
      { title: '第一部分只有标题', report: specimen({ text: { s1: [] } }) },
      { title: '第六部分只有落款（警告）', report: specimen({ text: { s6: ['云溪县水利局', '2024年1月18日'] } }) },
    ],
  }),
  *check({ report }) {
    const old = beforeForms(report);
    if (old) {
      yield old;
      return;
    }
    const sections = realSections(report);
    for (const key of ['s1', 's5', 's6'] as const) {
      const parts = sections.filter((section) => section.key === key);
      const first = parts[0];
      if (first === undefined) {
        yield { result: 'notAssessed', keys: [key], why: '没有找到该部分的标题。' };
        continue;
      }
      if (parts.some((part) => holds(report, part, 'table') || holds(report, part, 'picture'))) {
        yield { result: 'passed', keys: [key] };
        continue;
      }
      const lines = parts.flatMap((part) => linesOf(report, part)).filter((line) => !isSignature(report, line.text));
      const nothing = lines.length === 1 && NOTHING.test(squeeze(lines[0]!.text));
      if (lines.length > 0 && !(nothing && key !== 's6')) {
        yield { result: 'passed', keys: [key] };
        continue;
      }
      const problem = {
        message: nothing ? `“${first.title}”下只写了“${lines[0]!.text.trim()}”，没有报告内容。` : `“${first.title}”下没有内容。`,
        at: [first.at, ...(nothing ? [lines[0]!.at] : [])],
        quote: first.title,
        keys: [key],
      };
      const cutHere = key !== 's6' && !nothing && !sections.some((section) => section.from > first.from);
      if (cutHere) {
        yield { result: 'doubtful', severity: 'warning', why: '文件到这个标题就结束了，后面的内容可能被截断。', ...problem };
      } else {
        yield { result: 'problem', ...(key === 's6' ? { severity: 'warning' as const } : {}), ...problem };
      }
    }
  },
});
