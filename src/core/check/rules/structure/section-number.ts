// The number before a part's title is not the number of that part, or a part added at the end goes on with a wrong one.
import type { Section } from '../../../model/report.ts';
import { basisOfForm } from '../../basis.ts';
import { renamed, specimen } from '../../examples/specimen.ts';
import { beforeForms, ordinalOf, realSections } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

export default defineRule({
  id: 'S-SEC-NUM',
  title: '部分序号错误',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `${circular}所附格式（六个部分及其标题）。`),
  why: '部分标题的序号与统一格式不符，重复或跳号，读者和系统会找错部分。',
  remedy: '把序号改为统一格式中该部分的序号。',
  falseAlarms: '序号写作“1、”不算错；自动编号没有随文字复制出来的，不算错。',
  examples: () => ({
    passes: [
      { title: '序号正确', report: specimen() },
      {
        title: '序号写作“1、”',
        report: specimen({
          sections: (standard) => standard.map((section, index) => ({ ...section, heading: `${index + 1}、${section.heading.slice(2)}` })),
        }),
      },
      {
        title: '标题没有序号（自动编号没有复制出来）',
        report: specimen({ sections: (standard) => standard.map((section) => ({ ...section, heading: section.heading.slice(2) })) }),
      },
      {
        title: '第五部分内部的“一、二、”不是部分序号',
        report: specimen({ text: { s5: [{ sub: '一、存在问题' }, '报送不够及时。', { sub: '二、改进措施' }, '按月通报。'] } }),
      },
    ],
    fails: [
      {
        title: '两个“二、”',
        report: specimen({ sections: (standard) => renamed(standard, 's3', '二、收到和处理政府信息公开申请情况') }),
      },
      {
        title: '从第四部分起跳号',
        report: specimen({
          sections: (standard) =>
            renamed(
              renamed(renamed(standard, 's4', '五、政府信息公开行政复议、行政诉讼情况'), 's5', '六、存在的主要问题及改进情况'),
              's6',
              '七、其他需要报告的事项',
            ),
        }),
      },
      {
        title: '附加的部分又写成“六、”',
        report: specimen({
          sections: (standard) => [...standard, { key: null, heading: '六、附件', body: ['办事指南一份。'] }],
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
    const wrong: { section: Section; expected: number }[] = [];
    let judged = 0;
    let lastKnown = -1;
    sections.forEach((section, index) => {
      if (section.key !== null) lastKnown = index;
    });
    let previous = 6;
    for (const [index, section] of sections.entries()) {
      if (section.ordinal === null) continue;
      if (section.key !== null) {
        judged++;
        if (section.ordinal !== ordinalOf(section.key)) wrong.push({ section, expected: ordinalOf(section.key) });
      } else if (index > lastKnown && section.ordinal >= 6) {
        // Parts added behind the six go on counting; smaller numbers there are items of part six.
        judged++;
        if (section.ordinal !== previous + 1) wrong.push({ section, expected: previous + 1 });
        previous++;
      }
    }
    if (wrong.length === 0) {
      if (judged > 0) yield { result: 'passed' };
      else yield { result: 'notAssessed', why: '部分标题没有序号，或没有认出部分标题。' };
      return;
    }
    // Headings shifted alike, one after another, are one mistake.
    for (let start = 0; start < wrong.length; ) {
      const offset = (each: { section: Section; expected: number }): number => each.section.ordinal! - each.expected;
      let end = start;
      while (
        end + 1 < wrong.length &&
        offset(wrong[end + 1]!) === offset(wrong[start]!) &&
        sections.indexOf(wrong[end + 1]!.section) === sections.indexOf(wrong[end]!.section) + 1
      ) {
        end++;
      }
      const run = wrong.slice(start, end + 1);
      const { section, expected } = run[0]!;
      const common = {
        message:
          run.length === 1
            ? `“${section.title}”的序号应为“${NUMERALS[expected] ?? expected}”。`
            : `从“${section.title}”到“${run[run.length - 1]!.section.title}”的序号依次错位，“${section.title}”的序号应为“${NUMERALS[expected] ?? expected}”。`,
        at: run.map((each) => each.section.at),
        quote: section.title,
        place: section.key ?? section.title,
      };
      if (section.match === 'similar') {
        yield { result: 'doubtful', why: '标题与统一格式不一致，是哪一部分只能按相近程度认出。', ...common };
      } else {
        yield { result: 'problem', ...common };
      }
      start = end + 1;
    }
  },
});
