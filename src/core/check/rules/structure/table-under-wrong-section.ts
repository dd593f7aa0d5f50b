// A table stands under another part than the form puts it.
import { TABLE_IDS } from '../../../model/vocabulary.ts';
import { basisOfForm } from '../../basis.ts';
import { specimen, without, withoutTable } from '../../examples/specimen.ts';
import { TABLE_TITLES, homeOf } from '../../tables/missing-table.ts';
import { beforeForms, realSections } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'S-TABLE-WRONGSEC',
  title: '表格位置错误',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `${circular}所附格式（三张表分属第二、三、四部分）。`),
  why: '三张表分别属于第二、三、四部分，放错位置读者会找不到，也可能是漏写或错写了部分标题。',
  remedy: '把表格移到对应的部分，并核对部分标题。',
  falseAlarms: '部分标题缺失时不判断（由“缺少部分”报告）；网页提取可能打乱先后顺序。',
  examples: () => ({
    passes: [
      { title: '表格各在其位', report: specimen() },
      { title: '第三部分标题缺失，表三因此落在第二部分', report: headingLost() },
    ],
    fails: [
      {
        title: '表四放在第三部分之下',
        report: specimen({
          sections: (standard) =>
            withoutTable(standard, 't4').map((section) =>
              section.key === 's3' ? { ...section, body: [...section.body, { table: 't4' as const }] } : section,
            ),
        }),
      },
      {
        title: '表四放在“七、附表”之下',
        report: specimen({
          sections: (standard) => [...withoutTable(standard, 't4'), { key: null, heading: '七、附表', body: [{ table: 't4' }] }],
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
    for (const table of TABLE_IDS) {
      const readings = report.tables.filter((reading) => reading.table === table);
      const home = sections.find((section) => section.key === homeOf(table));
      if (readings.length === 0 || home === undefined) {
        yield { result: 'notAssessed', keys: [table], why: readings.length === 0 ? '没有找到这张表。' : '没有找到这张表所属部分的标题。' };
        continue;
      }
      // A second copy elsewhere is the affair of the rule about repeated tables.
      if (readings.some((reading) => reading.section === homeOf(table))) {
        yield { result: 'passed', keys: [table] };
        continue;
      }
      const reading = readings[0]!;
      const block = reading.blocks[0] ?? reading.at.block;
      const found = sections.find((section) => section.from <= block && block < section.to);
      if (found === undefined) {
        yield { result: 'notAssessed', keys: [table], why: '表格不在任何一个部分之内，无法判断位置。' };
        continue;
      }
      yield {
        result: 'problem',
        message: `${TABLE_TITLES[table]}出现在“${found.title}”之下，应在“${home.title}”之下。`,
        at: [reading.at, found.at, home.at],
        keys: [table],
        quote: found.title,
      };
    }
  },
});

function headingLost(): ReturnType<typeof specimen> {
  return specimen({
    sections: (standard) =>
      without(standard, 's3').map((section) =>
        section.key === 's2' ? { ...section, body: [...section.body, { table: 't3' as const }] } : section,
      ),
  });
}
