// A table with its header and no number at all.
import { basisOfForm } from '../../basis.ts';
import { hasLooseNumbers, isBlankTable } from '../../tables/blank-table.ts';
import { specimen } from '../../examples/specimen.ts';
import { layoutOf } from '../../tables/layout.ts';
import type { Fact } from '../../../model/report.ts';
import { TABLE_IDS, TABLE_NAMES } from '../../../model/vocabulary.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'R-3-ALLBLANK',
  title: '整表空白',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `《中华人民共和国政府信息公开条例》第五十条；${circular}所附格式。`),
  why: '表格有表头而没有填写任何数据，等于没有报告该部分情况。',
  remedy: '补填数据；确实没有发生的，各栏填“0”。',
  falseAlarms: '转换、复制时可能丢失数字，请先核对原件。',
  examples: () => ({
    passes: [
      { title: '三张表都有数', report: specimen() },
      { title: '全部填0不是空白', report: specimen({ entries: { t3: 0, t4: 0 } }) },
      { title: '空白较多，但填了一个数', report: specimen({ edition: '2019', blank: ['t3.r', 't3.carriedIn'] }) },
    ],
    fails: [
      { title: '表三整表空白', report: specimen({ blank: ['t3'] }) },
      { title: '2019年版三张表都没有填', report: specimen({ edition: '2019', blank: ['t2', 't3', 't4'] }) },
      { title: '表四有表头，没有数值单元格', report: specimen({ missing: ['t4'] }) },
    ],
  }),
  *check(context) {
    for (const table of TABLE_IDS) {
      const reading = context.report.tables.find((each) => each.table === table);
      const facts: Fact[] = [];
      for (const row of layoutOf(context.report).rows) {
        if (row.table.id !== table) continue;
        for (const key of row.keys) {
          const fact = context.fact(key);
          if (fact) facts.push(fact);
        }
      }
      const name = TABLE_NAMES[table];
      if (isBlankTable(context, table)) {
        const doubtful = facts.some((fact) => fact.certainty === 'doubtful');
        yield {
          result: doubtful ? 'doubtful' : 'problem',
          ...(doubtful ? { why: '没有读到数值，分不清是没有填写还是转换时丢失。' } : {}),
          keys: facts.map((fact) => fact.key),
          place: table,
          at: reading ? [reading.at, ...facts.map((fact) => fact.at)] : facts.map((fact) => fact.at),
          message: `${name}没有填写任何数据：${facts.length}个单元格全部空白，没有数据的应填“0”。`,
        };
      } else if (facts.some((fact) => fact.writing !== 'blank') || hasLooseNumbers(context, table)) {
        yield { result: 'passed', keys: facts.map((fact) => fact.key) };
      } else if (reading && reading.rows.length > 0 && reading.rows.every((row) => row.found === 0)) {
        // The labels are there and no cell beside them: left empty, or lost when the text was taken out.
        yield {
          result: 'doubtful',
          place: table,
          at: [reading.at],
          message: `${name}只有标签，没有读到任何数据，可能没有填写，也可能在转换时丢失，请核对原件。`,
          why: '没有读到数值单元格，分不清是没有填写还是转换时丢失。',
        };
      } else yield { result: 'notAssessed', why: `没有找到${name}。` };
    }
  },
});
