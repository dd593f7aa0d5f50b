// The parts stand in another order than the form has them.
import type { Section } from '../../../model/report.ts';
import { SECTION_KEYS } from '../../../model/vocabulary.ts';
import { basisOfForm } from '../../basis.ts';
import { specimen, without } from '../../examples/specimen.ts';
import { beforeForms, ordinalOf, realSections } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';
import { outOfOrder } from '../../tables/sequence.ts';

export default defineRule({
  id: 'S-SEC-ORDER',
  title: '部分顺序错误',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `${circular}所附格式（六个部分及其标题）。`),
  why: '六个部分的顺序由统一格式规定，顺序不同不便于读者对照和上级汇总。',
  remedy: '把该部分移到统一格式规定的位置，并核对序号。',
  falseAlarms: '分栏排版、网页提取可能打乱顺序，请对照原件。',
  examples: () => ({
    passes: [
      { title: '顺序正确', report: specimen() },
      { title: '缺少一个部分，其余顺序正确', report: specimen({ sections: (standard) => without(standard, 's4') }) },
    ],
    fails: [
      {
        title: '第三、第四部分对调',
        report: specimen({ sections: ([s1, s2, s3, s4, s5, s6]) => [s1!, s2!, s4!, s3!, s5!, s6!] }),
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
    const firsts = SECTION_KEYS.flatMap((key) => sections.find((section) => section.key === key) ?? []).sort((a, b) => a.from - b.from);
    if (firsts.length < 2) {
      yield { result: 'notAssessed', why: '认出的部分不足两个，无法判断顺序。' };
      return;
    }
    const place = (section: Section): number => ordinalOf(section.key!);
    const moved = outOfOrder(firsts.map(place));
    if (moved.length === 0) yield { result: 'passed' };
    for (const index of moved) {
      const section = firsts[index]!;
      const larger = [...firsts.slice(0, index)].reverse().find((other) => place(other) > place(section));
      const smaller = firsts.slice(index + 1).find((other) => place(other) < place(section));
      const other = larger ?? smaller!;
      yield {
        result: 'problem',
        message: `“${section.title}”出现在“${other.title}”之${larger ? '后' : '前'}，顺序与统一格式不符。`,
        at: [section.at, other.at],
        quote: section.title,
        place: section.key!,
      };
    }
  },
});
