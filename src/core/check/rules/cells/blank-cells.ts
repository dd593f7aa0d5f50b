// Empty cells in a table that has numbers, row by row. A table without any number is another rule's matter.
import { specimen } from '../../example.ts';
import { columnName, gapOf, layoutOf, rowName } from '../../layout.ts';
import { isBlankTable } from '../../blank-table.ts';
import { TABLE_IDS } from '../../../model/vocabulary.ts';
import { RAN_TOGETHER, ranTogether } from '../../ran-together.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'R-BLANK',
  title: '空白单元格',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: '各地填报要求：没有数据的填“0”（国家未见明文规定）',
  why: '空白分不清是没有发生还是漏填，汇总时也可能读错位置。',
  remedy: '没有数据的填“0”，漏填的补上。',
  falseAlarms: '合并单元格转换时可能出现空白；2019年版常把零留空，降为提示。',
  examples: () => ({
    passes: [
      { title: '没有空白', report: specimen() },
      { title: '整张表空白另有规则', report: specimen({ blank: ['t3'] }) },
      { title: '“/”不是空白', report: specimen({ raw: { 't2.art20_1.rules': '/' } }) },
    ],
    fails: [
      { title: '“予以公开”有两个空白', report: specimen({ blank: ['t3.r.granted.legal', 't3.r.granted.other'] }) },
      { title: '行政强制一栏没有填', report: specimen({ blank: ['t2.art20_6.coercion'] }) },
      {
        title: '2019年版把零留空',
        report: specimen({ edition: '2019', entries: { 't3.r.partial': 0 }, blank: ['t3.r.partial.research'] }),
      },
    ],
  }),
  *check(context) {
    const { report } = context;
    const passed: string[] = [];
    const missing: string[] = [];
    const unsure: string[] = [];
    const empty = new Set(TABLE_IDS.filter((table) => isBlankTable(context, table)));
    const mixed = new Set(report.tables.filter((table) => ranTogether(report, table)).map((table) => table.table));
    for (const row of layoutOf(report).rows) {
      if (mixed.has(row.table.id)) {
        yield { result: 'notAssessed', keys: row.keys, why: RAN_TOGETHER };
        continue;
      }
      if (empty.has(row.table.id)) {
        yield { result: 'notAssessed', keys: row.keys, why: `${row.table.name}整表空白，另作提示。` };
        continue;
      }
      const blank: number[] = [];
      row.keys.forEach((key, index) => {
        const fact = context.fact(key);
        if (!fact) missing.push(key);
        else if (fact.writing === 'blank') blank.push(index);
        else if (fact.certainty === 'doubtful') unsure.push(key);
        else passed.push(key);
      });
      if (blank.length === 0) continue;
      const facts = blank.map((index) => context.fact(row.keys[index]!)!);
      const name = rowName(row.row) ? `“${rowName(row.row)}”` : '';
      const columns = blank.map((index) => columnName(row.columns[index]!));
      const doubtful = facts.some((fact) => fact.certainty === 'doubtful');
      yield {
        result: doubtful ? 'doubtful' : 'problem',
        ...(doubtful ? { why: '这些单元格的位置不能确定。' } : {}),
        ...(report.edition === '2019' ? { severity: 'hint' as const } : {}),
        keys: facts.map((fact) => fact.key),
        place: row.key,
        at: facts.map((fact) => fact.at),
        message:
          `${row.table.name}${name}有${blank.length}个单元格空白${doubtful ? '或缺失' : ''}` +
          `（${columns.slice(0, 4).join('、')}${columns.length > 4 ? '等' : ''}），没有数据的应填“0”。`,
      };
    }
    if (passed.length > 0) yield { result: 'passed', keys: passed };
    if (unsure.length > 0) yield { result: 'notAssessed', keys: unsure, why: '这些单元格的位置不能确定。' };
    if (missing.length > 0) yield { result: 'notAssessed', keys: missing, why: gapOf(report, missing[0]!, undefined) ?? '' };
  },
});
