// One of the three tables is not there. Where a picture or a bare heading stands in its place: table-as-picture.
import { TABLE_IDS, TABLE_NAMES } from '../../../model/vocabulary.ts';
import { basisOfForm } from '../../basis.ts';
import { specimen, without, withoutTable } from '../../examples/specimen.ts';
import { TABLE_TITLES, UNTOLD, homeOf, searchTable } from '../../tables/missing-table.ts';
import { beforeForms, ordinalOf, realSections, topOfReport } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'S-TABLE-MISSING',
  title: '缺表格',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `${circular}所附格式（第二、三、四部分用表格报告）；《中华人民共和国政府信息公开条例》第五十条。`),
  why: '第二、三、四部分应当以统一格式的表格报告数据，用文字代替或不填，数据无法汇总和核对。',
  remedy: '按统一格式补上表格；没有数据的填“0”。',
  falseAlarms: '表格以图片发布或转存时丢失的，由“表格缺失（疑为图片）”提示。',
  examples: () => ({
    passes: [
      { title: '三张表都在', report: specimen() },
      {
        title: '表三是图片，由“表格缺失（疑为图片）”提示',
        report: specimen({ text: { s3: [{ picture: '' }] }, sections: (standard) => withoutTable(standard, 't3') }),
      },
      {
        title: '表格被移到附件部分',
        report: specimen({
          sections: (standard) => [...withoutTable(standard, 't4'), { key: null, heading: '七、附表', body: [{ table: 't4' }] }],
        }),
      },
    ],
    fails: [
      {
        title: '第二部分用文字代替表格',
        report: specimen({
          text: { s2: ['2023年，本单位没有制发规章和行政规范性文件，没有作出行政许可、行政处罚、行政强制决定。'] },
          sections: (standard) => withoutTable(standard, 't2'),
        }),
      },
      { title: '第四部分整个缺少', report: specimen({ sections: (standard) => without(standard, 's4') }) },
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
      const { state, section } = searchTable(report, table);
      const untold = UNTOLD[state];
      if (state === 'read') {
        yield { result: 'passed', keys: [table] };
      } else if (untold !== undefined) {
        yield { result: 'notAssessed', keys: [table], why: untold };
      } else if (state !== 'absent') {
        yield {
          result: 'notAssessed',
          keys: [table],
          why: `${TABLE_NAMES[table]}可能以图片发布或在转存时丢失，见“表格缺失（疑为图片）”。`,
        };
      } else {
        // Without its part, the table would stand after the nearest part before it.
        const before = sections.filter((each) => each.key !== null && ordinalOf(each.key) < ordinalOf(homeOf(table)));
        const at = section?.at ?? before[before.length - 1]?.at ?? topOfReport(report);
        yield {
          result: 'problem',
          message: section
            ? `“${section.title}”下缺少${TABLE_TITLES[table]}，只有文字。`
            : `缺少${TABLE_TITLES[table]}，也没有对应的部分标题。`,
          at: [at],
          keys: [table],
          ...(section ? { quote: section.title } : {}),
        };
      }
    }
  },
});
