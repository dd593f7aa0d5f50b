// Table three: every row has seven values. Speaks of shape only, so it always runs.
import { basisOfForm } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { layoutOf, rowName } from '../../tables/layout.ts';
import { RAN_TOGETHER, ranTogether } from '../../tables/ran-together.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'R-3-CELLS',
  title: '表三单元格数不符',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `${circular}所附格式表三，每行七栏。`),
  why: '一行多出或缺少单元格，数字就可能落在错误的栏里，汇总时会读错。',
  remedy: '核对原件该行的单元格，应为自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计七个数。',
  falseAlarms: '可能是文档转成文本时重复了合并单元格，原件未必有错。',
  examples: () => ({
    passes: [
      { title: '每行七个数值', report: specimen() },
      { title: '单元格空白也是单元格', report: specimen({ blank: ['t3.r.granted'] }) },
    ],
    fails: [
      { title: '一行有8个数值', report: specimen({ rows: { 't3.r.granted': [35, 21, 7, 7, 7, 14, 7, 98] } }) },
      {
        title: '全是0，但多出单元格',
        report: specimen({
          entries: { t3: 0 },
          rows: { 't3.r.partial': [0, 0, 0, 0, 0, 0, 0, 0], 't3.r.total': [0, 0, 0, 0, 0, 0, 0, 0, 0] },
        }),
      },
      { title: '2019年版一行只有1个数值', report: specimen({ edition: '2019', rows: { 't3.newReceived': [0] } }) },
    ],
  }),
  *check(context) {
    const tables = context.report.tables.filter((table) => table.table === 't3');
    if (tables.length === 0) yield { result: 'notAssessed', why: '没有找到表三。' };
    const layout = layoutOf(context.report);
    for (const table of tables) {
      if (ranTogether(context.report, table)) {
        yield { result: 'notAssessed', why: RAN_TOGETHER };
        continue;
      }
      const wrong: { name: string; found: number; key: string; at: (typeof table.rows)[number]['at'] }[] = [];
      const right: string[] = [];
      for (const row of layout.rows.filter((each) => each.table.id === 't3')) {
        for (const reading of table.rows.filter((each) => each.key === row.key)) {
          if (reading.found === reading.expected) right.push(...row.keys);
          else wrong.push({ name: rowName(row.row), found: reading.found, key: row.key, at: reading.at });
        }
      }
      if (wrong.length > 0) {
        yield {
          result: 'problem',
          at: wrong.map((each) => each.at),
          keys: wrong.flatMap((each) => layout.rows.find((row) => row.key === each.key)?.keys ?? []),
          place: 't3',
          message:
            `表三有${wrong.length}行数值个数不是7个：${listed(wrong)}。` +
            '每行应为自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计7个，可能是合并单元格转换造成，请核对原件。',
        };
      }
      if (right.length > 0) yield { result: 'passed', keys: right };
      if (right.length + wrong.length === 0) yield { result: 'notAssessed', why: '没有读到表三的数据行。' };
    }
  },
});

/** 「8个的21行（“（一）予以公开”“…”等）、9个的2行（…）」 */
function listed(rows: readonly { readonly name: string; readonly found: number }[]): string {
  const counts = [...new Set(rows.map((row) => row.found))];
  return counts
    .map((found) => {
      const names = rows
        .filter((row) => row.found === found)
        .map((row) => `“${row.name.length > 20 ? `${row.name.slice(0, 18)}…` : row.name}”`);
      return `${found}个的${names.length}行（${names.slice(0, 3).join('')}${names.length > 3 ? '等' : ''}）`;
    })
    .join('、');
}
