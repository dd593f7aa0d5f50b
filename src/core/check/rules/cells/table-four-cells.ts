// Table four: fifteen values, in one row or in a row for each group. Speaks of shape only, so it always runs.
import { basisOfForm } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { layoutOf } from '../../tables/layout.ts';
import { RAN_TOGETHER, ranTogether } from '../../tables/ran-together.ts';
import { defineRule } from '../../rule.ts';

const FIFTEEN = 15;

export default defineRule({
  id: 'R-4-CELLS',
  title: '表四单元格数不符',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `${circular}所附格式表四，三组各五栏。`),
  why: '多出或缺少单元格，数字就可能落在错误的栏里，汇总时会读错。',
  remedy: '核对原件，应为行政复议、未经复议直接起诉、复议后起诉三组，每组五个数。',
  falseAlarms: '可能是文档转成文本时重复了合并单元格；三组分成三行排版的，合计15个即可。',
  examples: () => ({
    passes: [
      { title: '一行15个数值', report: specimen() },
      { title: '三组分三行排版', report: threeRows() },
    ],
    fails: [
      { title: '多出一个，共16个0', report: specimen({ entries: { t4: 0 }, rows: { t4: new Array<number>(FIFTEEN + 1).fill(0) } }) },
      { title: '只有14个数值', report: specimen({ edition: '2019', rows: { t4: [5, 2, 3, 1, 11, 4, 1, 2, 1, 8, 3, 1, 1, 7] } }) },
    ],
  }),
  *check(context) {
    const tables = context.report.tables.filter((table) => table.table === 't4');
    if (tables.length === 0) yield { result: 'notAssessed', why: '没有找到表四。' };
    const keys = layoutOf(context.report).rows.find((row) => row.key === 't4')?.keys ?? [];
    for (const table of tables) {
      if (table.rows.length === 0) {
        yield { result: 'notAssessed', keys, why: '没有读到表四的数据行。' };
        continue;
      }
      if (ranTogether(context.report, table)) {
        yield { result: 'notAssessed', keys, why: RAN_TOGETHER };
        continue;
      }
      const found = table.rows.reduce((sum, row) => sum + row.found, 0);
      if (found === FIFTEEN && table.rows.every((row) => row.found === row.expected)) {
        yield { result: 'passed', keys };
        continue;
      }
      yield {
        result: 'problem',
        at: table.rows.map((row) => row.at),
        keys,
        place: 't4',
        message: `表四有${found}个数值，应为15个（3组×5），可能是合并单元格转换造成，请核对原件。`,
      };
    }
  },
});

/** The same report, its table four read as one row for each group. */
function threeRows() {
  const report = specimen();
  const tables = report.tables.map((table) => {
    if (table.table !== 't4') return table;
    const [row] = table.rows;
    const groups = ['review', 'litDirect', 'litAfter'];
    return {
      ...table,
      rows: groups.map((group, index) => ({
        ...row!,
        key: `t4.${group}`,
        expected: 5,
        found: 5,
        cells: row!.cells.slice(index * 5, index * 5 + 5),
      })),
    };
  });
  return { ...report, tables };
}
