// A part's heading is near the official wording, but is not it.
import { editionById, regionById } from '../../../form/index.ts';
import { labelCore } from '../../../form/label.ts';
import { basisOfForm } from '../../basis.ts';
import { renamed, specimen } from '../../examples/specimen.ts';
import { beforeForms, realSections } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'S-SEC-TITLE',
  title: '部分标题与统一格式不一致',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `${circular}所附格式（六个部分及其标题）。`),
  why: '部分标题由统一格式规定，改写后读者和汇总系统可能认不出。',
  remedy: '改用统一格式的标题。',
  falseAlarms: '通行的写法（如“行政机关主动公开政府信息情况”）不提示；标点、空格、序号样式不计。',
  examples: () => ({
    passes: [
      { title: '标题与统一格式一致', report: specimen() },
      {
        title: '通行的写法',
        report: specimen({
          sections: (standard) =>
            renamed(
              renamed(standard, 's2', '二、行政机关主动公开政府信息情况'),
              's4',
              '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
            ),
        }),
      },
    ],
    fails: [
      {
        title: '第四部分少了几个字',
        report: specimen({ sections: (standard) => renamed(standard, 's4', '四、政府信息公开行政复议诉讼情况') }),
      },
      {
        title: '第五部分写作“存在问题及改进情况”',
        report: specimen({ sections: (standard) => renamed(standard, 's5', '五、存在问题及改进情况') }),
      },
    ],
  }),
  *check({ report, options }) {
    const old = beforeForms(report);
    if (old) {
      yield old;
      return;
    }
    const forms = editionById('2021').sections;
    const known = realSections(report).filter((section) => section.key !== null);
    if (known.length === 0) {
      yield { result: 'notAssessed', why: '没有认出各部分的标题。' };
      return;
    }
    const accepted = regionById(options.region)?.headings ?? [];
    const said = new Set<string>();
    for (const section of known) {
      if (
        section.match !== 'similar' ||
        accepted.some(({ key, text }) => key === section.key && labelCore(text) === labelCore(section.title))
      ) {
        yield { result: 'passed', keys: [section.key!] };
        continue;
      }
      if (said.has(section.title)) continue;
      said.add(section.title);
      const official = forms.find((form) => form.key === section.key)!.title;
      yield {
        result: 'problem',
        message: `标题“${section.title}”与统一格式“${official}”不一致。`,
        at: [section.at],
        quote: section.title,
        place: section.key!,
      };
    }
  },
});
