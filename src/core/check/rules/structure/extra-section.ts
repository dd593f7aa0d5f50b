// A part beyond the six of the form: 七、…. Attachments at the end are no part.
import { squeeze } from '../../../form/label.ts';
import { specimen } from '../../examples/specimen.ts';
import { beforeForms, realSections } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

/** Things that may follow the report. */
const ATTACHED =
  /^(?:第?[一二三四五六七八九十\d]{1,3}(?:部分)?[、.．，,：:]?)?(?:附件?|附表|附录|附注|附图|名词解释|指标|统计表|情况表|联系方式|落款|签章)/;

export default defineRule({
  id: 'S-EXTRA-SEC',
  title: '多出部分',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: {
    '2021': '国办公开办函〔2021〕30号（严格按照条例第五十条的规定确定，不能遗漏，也不宜泛化）。',
    '2019': '《中华人民共和国政府信息公开条例》第五十条；国办公开办函〔2019〕60号所附格式（六个部分）。',
  },
  why: '统一格式只有六个部分，另列部分会使各单位的报告不能对照，汇总时也可能漏读。',
  remedy: '把多出的内容并入“六、其他需要报告的事项”，或并入相应的部分。',
  falseAlarms: '附件、附表、名词解释不算；上级要求专项报告的，可以忽略。',
  examples: () => ({
    passes: [
      { title: '正好六个部分', report: specimen() },
      {
        title: '要点落实写在第六部分之下',
        report: specimen({
          text: { s6: [{ sub: '（一）收取信息处理费情况' }, '没有收取。', { sub: '（二）年度要点落实情况' }, '已全部落实。'] },
        }),
      },
      {
        title: '最后是附件',
        report: specimen({ sections: (standard) => [...standard, { key: null, heading: '七、附件', body: ['办事指南一份。'] }] }),
      },
    ],
    fails: [
      {
        title: '多出“七、政务公开要点落实情况”',
        report: specimen({
          sections: (standard) => [...standard, { key: null, heading: '七、政务公开要点落实情况', body: ['要点任务全部完成。'] }],
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
    const sections = realSections(report);
    if (sections.length === 0) {
      yield { result: 'notAssessed', why: '没有认出各部分的标题。' };
      return;
    }
    const extra = sections.filter((section) => section.key === null && !ATTACHED.test(squeeze(section.title)));
    if (extra.length === 0) yield { result: 'passed' };
    for (const section of extra) {
      yield {
        result: 'problem',
        message: `多出“${section.title}”，统一格式只有六个部分，宜并入“六、其他需要报告的事项”。`,
        at: [section.at],
        quote: section.title,
      };
    }
  },
});
