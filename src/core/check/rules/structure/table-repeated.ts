// One of the three tables stands there more than once. Pieces of one table (continued on the next page) do not count.
import type { TableReading } from '../../../model/report.ts';
import { TABLE_IDS } from '../../../model/vocabulary.ts';
import { basisOfForm } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { TABLE_TITLES } from '../../tables/missing-table.ts';
import { beforeForms } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'S-TABLE-DUP',
  title: '表格重复',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `${circular}所附格式（第二、三、四部分各一张表）。`),
  why: '同一张表出现两次，可能误贴了上年的或其他单位的表格，读者不知以哪一张为准。',
  remedy: '核对两张表的数据，删去多余的一张。',
  falseAlarms: '分页的续表不算；文件含多份报告时请先分开。',
  examples: () => ({
    passes: [
      { title: '每张表一次', report: specimen() },
      {
        title: '分成两页的续表',
        report: continued(),
      },
    ],
    fails: [
      {
        title: '表四贴了两次',
        report: specimen({
          sections: (standard) =>
            standard.map((section) => (section.key === 's4' ? { ...section, body: [{ table: 't4' }, { table: 't4' }] } : section)),
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
    for (const table of TABLE_IDS) {
      const readings = report.tables.filter((reading) => reading.table === table);
      if (readings.length === 0) {
        yield { result: 'notAssessed', keys: [table], why: '没有找到这张表。' };
        continue;
      }
      const [first, ...others] = readings;
      const again = others.filter((other) => overlaps(first!, other));
      if (again.length === 0) {
        yield { result: 'passed', keys: [table] };
        continue;
      }
      yield {
        result: 'problem',
        message: `${TABLE_TITLES[table]}出现${again.length + 1}次，请核对以哪一张为准。`,
        at: [...again.map((reading) => reading.at), first!.at],
        keys: [table],
      };
    }
  },
});

/** Two readings share at least half the rows of the smaller one: then neither continues the other. */
function overlaps(one: TableReading, other: TableReading): boolean {
  const keys = new Set(one.rows.map((row) => row.key));
  const shared = other.rows.filter((row) => keys.has(row.key)).length;
  const smaller = Math.min(keys.size, other.rows.length);
  return smaller > 0 && shared * 2 >= smaller;
}

/** Table three cut into two readings with the rows shared out between them. */
function continued(): ReturnType<typeof specimen> {
  const report = specimen();
  const tables = report.tables.flatMap((table) =>
    table.table === 't3'
      ? [
          { ...table, rows: table.rows.slice(0, 12) },
          { ...table, rows: table.rows.slice(12) },
        ]
      : [table],
  );
  return { ...report, tables };
}
