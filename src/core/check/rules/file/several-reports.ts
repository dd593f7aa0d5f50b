// One file, several reports: each is checked for itself, and the reader should know that the file was divided.
import { specimen } from '../../examples/specimen.ts';
import { topOfReport } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'P-MULTI',
  title: '一个文件含多份报告',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: '一份年报一个文件，便于核对和发布（惯例）。',
  why: '文件里有不同单位或不同年度的标题，或者六个部分完整地出现了两遍，可能是误将多份年报存在一起。',
  remedy: '核对文件内容；如确为多份年报，分别存成文件再导入，如为误贴，删去多余的一份。',
  falseAlarms: '“一、总体情况”只是重复一次的不算多份；汇编成册的年报确有多份，可以忽略。',
  examples: () => ({
    passes: [
      { title: '文件里只有一份报告', report: specimen() },
      {
        title: '“一、总体情况”标题重复，仍是一份报告',
        report: specimen({ sections: (standard) => [{ ...standard[0]!, body: ['现将有关情况公布如下。'] }, ...standard] }),
      },
    ],
    fails: [{ title: '两份年报存在同一个文件里', report: specimen({ report: { siblings: 2 } }) }],
  }),
  *check({ report }) {
    if (report.siblings <= 1) {
      yield { result: 'passed' };
      return;
    }
    yield {
      result: 'problem',
      message: `文件中识别出${report.siblings}份报告，已分别校验，请确认是否误将多份年报存在一个文件里。`,
      at: [topOfReport(report)],
      ...(report.title === null ? {} : { quote: report.title }),
      place: 'siblings',
    };
  },
});
