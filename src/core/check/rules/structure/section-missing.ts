// One of the six parts is not there.
import { editionById } from '../../../form/index.ts';
import { labelCore } from '../../../form/label.ts';
import type { Position } from '../../../model/document.ts';
import type { Report } from '../../../model/report.ts';
import type { SectionForm } from '../../../form/edition.ts';
import { basisOfForm } from '../../basis.ts';
import { endingOf } from '../../text/ending.ts';
import { specimen, without } from '../../examples/specimen.ts';
import { beforeForms, ordinalOf, placeOfBlock, realSections, recognisesParts, topOfReport } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'S-SEC-MISSING',
  title: '缺少部分',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm(
    (circular) => `《中华人民共和国政府信息公开条例》第五十条（年度报告应当包括的内容）；${circular}所附格式（六个部分）。`,
  ),
  why: '年度报告由六个部分组成，缺少的部分等于没有报告该项内容。',
  remedy: '按统一格式补上缺少的部分；没有发生的，用一句话写明，表格填“0”。',
  falseAlarms: '标题没有序号、写在表格里或写进正文首句时，可能认不出来，这时作存疑处理。',
  examples: () => ({
    passes: [
      { title: '六个部分齐全', report: specimen() },
      {
        title: '序号写作“1、”',
        report: specimen({
          sections: (standard) => standard.map((section, index) => ({ ...section, heading: `${index + 1}、${section.heading.slice(2)}` })),
        }),
      },
      {
        title: '标题没有序号',
        report: specimen({
          sections: (standard) => standard.map((section) => ({ ...section, heading: section.heading.slice(2) })),
        }),
      },
    ],
    fails: [
      { title: '没有第六部分', report: specimen({ sections: (standard) => without(standard, 's6') }) },
      {
        title: '“总体情况”写进正文，没有作为标题（存疑）',
        report: specimen({ preamble: ['总体情况：2023年，我局主动公开政府信息318条。'], sections: (standard) => without(standard, 's1') }),
      },
    ],
  }),
  *check({ report }) {
    const old = beforeForms(report);
    if (old) {
      yield old;
      return;
    }
    const forms = editionById('2021').sections;
    const sections = realSections(report);
    const missing = forms.filter((form) => !sections.some((section) => section.key === form.key));
    const ending = endingOf(report);
    const beyond = ending.state === 'cut' ? missing.filter((form) => ordinalOf(form.key) > ending.last) : [];
    const vague = recognisesParts(report) ? beyond : missing;
    if (vague.length > 0) {
      const cut = vague.length === beyond.length;
      const names = vague.map((form) => `“${form.title}”`).join('');
      yield {
        result: 'doubtful',
        message:
          vague.length === forms.length
            ? '没有找到六个部分中任何一个的标题，请核对是否按统一格式分为六个部分。'
            : `没有找到${names}，${cut ? '文件可能在前面被截断' : '请核对是否按统一格式分为六个部分'}。`,
        at: [cut && ending.state === 'cut' ? ending.at : topOfReport(report)],
        keys: vague.map((form) => form.key),
        why: cut ? '文字在句子中间或表格里结束，后面的部分可能丢失。' : '认出的部分太少，标题可能是图片或在转存时丢失。',
      };
    }
    for (const form of forms) {
      if (vague.includes(form)) continue;
      if (sections.some((section) => section.key === form.key)) {
        yield { result: 'passed', keys: [form.key] };
        continue;
      }
      // Shown where the part should stand: after the nearest part before it.
      const before = sections.filter((section) => section.key !== null && ordinalOf(section.key) < ordinalOf(form.key));
      const neighbour = before[before.length - 1]?.at ?? topOfReport(report);
      const trace = findTrace(report, form);
      if (trace) {
        yield {
          result: 'doubtful',
          severity: 'warning',
          message: `没有找到标题“${form.title}”，正文中有“${trace.quote}”字样，请核对是否漏写标题。`,
          at: [trace.at, neighbour],
          keys: [form.key],
          quote: trace.quote,
          why: '有相近的文字，但没有作为部分标题单独成行。',
        };
      } else {
        yield { result: 'problem', message: `缺少“${form.title}”。`, at: [neighbour], keys: [form.key] };
      }
    }
  },
});

/** The words of a heading at the beginning of a block or in a cell, where they were not recognised as a heading. */
function findTrace(report: Report, form: SectionForm): { at: Position; quote: string } | null {
  const cores = [form.title, ...form.variants].map(labelCore);
  const begins = (text: string): boolean => {
    const first = text.split(/[。：:\n]/)[0] ?? '';
    return cores.includes(labelCore(first));
  };
  // （一）主动公开政府信息情况 is a usual sub-heading of part one and no trace of part two.
  const headings = new Set(report.sections.flatMap((section) => [section.at.block, ...section.subHeadings.map((sub) => sub.at.block)]));
  for (const [index, block] of report.blocks.entries()) {
    if (block.kind === 'picture' || headings.has(index)) continue;
    if (block.kind === 'table') {
      for (const [row, each] of block.rows.entries()) {
        const cell = each.cells.find((candidate) => begins(candidate.text));
        if (cell) return { at: { ...placeOfBlock(report, index), row, column: cell.column }, quote: cell.text.trim().slice(0, 40) };
      }
    } else if (begins(block.text)) {
      return { at: placeOfBlock(report, index), quote: (block.text.split(/[。：:\n]/)[0] ?? '').trim() };
    }
  }
  return null;
}
