// The heading of a part stands there twice. Tables of contents and page headers that cut through a table do not count.
import { labelCore } from '../../../form/label.ts';
import type { Report, Section } from '../../../model/report.ts';
import { basisOfForm } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { beforeForms, lineName, realSections } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'S-SEC-DUP',
  title: '部分标题重复',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `${circular}所附格式（六个部分及其标题）。`),
  why: '同一个部分的标题出现两次，多是前言误放在标题之下，或粘贴时重复。',
  remedy: '保留内容正确的一处标题；误放在标题下的前言移到“一、总体情况”之前。',
  falseAlarms: '目录、网页锚点列表、分页重复的页眉不算；正文中的下级序号“一、二、”不算部分标题。',
  examples: () => ({
    passes: [
      { title: '每个标题只出现一次', report: specimen() },
      {
        title: '正文前有目录',
        report: specimen({ sections: (standard) => [...standard.map((section) => ({ ...section, body: [] })), ...standard] }),
      },
      { title: '分页时标题又印在表格中间', report: headOfPage() },
      {
        title: '第五部分的措施用“一、”编号',
        report: specimen({
          text: { s5: [{ sub: '（一）问题' }, '报送不够及时。', { sub: '（二）措施' }, { sub: '一、加强培训' }, '全年组织培训两次。'] },
        }),
      },
    ],
    fails: [
      {
        title: '前言误放在“一、总体情况”之下，标题又写了一次',
        report: specimen({ sections: (standard) => [{ ...standard[0]!, body: ['现将2023年度有关情况公布如下。'] }, ...standard] }),
      },
      {
        title: '第六部分写了两次',
        report: specimen({ sections: (standard) => [...standard, { ...standard[5]!, body: ['没有收取信息处理费。'] }] }),
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
    const first = new Map<string, Section>();
    let repeated = 0;
    for (const section of sections) {
      if (section.key === null) continue;
      const earlier = first.get(section.key);
      if (earlier === undefined) {
        first.set(section.key, section);
        continue;
      }
      if (cutsThroughTable(report, section)) continue;
      repeated++;
      const same = labelCore(earlier.title) === labelCore(section.title);
      const lines = lineName(earlier.at) === '' ? '' : `（${lineName(earlier.at)}、${lineName(section.at)}）`;
      const common = {
        at: [section.at, earlier.at],
        quote: section.title,
        // A third heading is another problem than the second.
        place: `${section.key}-${sections.filter((each) => each.key === section.key).indexOf(section) + 1}`,
      };
      if (same || (section.match !== 'similar' && earlier.match !== 'similar')) {
        yield { result: 'problem', message: `“${section.title}”标题重复出现${lines}。`, ...common };
      } else {
        yield {
          result: 'doubtful',
          severity: 'warning',
          message: `“${earlier.title}”与“${section.title}”像是同一个部分${lines}，请核对是否重复。`,
          why: '其中一个标题与统一格式不一致，只能按相近程度认出。',
          ...common,
        };
      }
    }
    if (repeated === 0) {
      if (first.size > 0) yield { result: 'passed' };
      else yield { result: 'notAssessed', why: '没有认出各部分的标题。' };
    }
  },
});

/** Table three on two pages, the heading of its part printed above the second piece. */
function headOfPage(): Report {
  const report = specimen({
    sections: (standard) =>
      standard.flatMap((section) => (section.key === 's3' ? [section, { ...section, body: ['（续表）'] }] : [section])),
  });
  const again = report.sections[3]!;
  return {
    ...report,
    tables: report.tables.map((table) => (table.table === 't3' ? { ...table, blocks: [...table.blocks, again.to - 1] } : table)),
  };
}

/** A heading between two pieces of one table is the running head of a page. */
function cutsThroughTable(report: Report, section: Section): boolean {
  return report.tables.some((table) => Math.min(...table.blocks) < section.at.block && section.at.block < Math.max(...table.blocks));
}
