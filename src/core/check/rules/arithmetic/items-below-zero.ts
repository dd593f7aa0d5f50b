// Table two of 2019: items of the year before and their change cannot come to less than nothing.
import { specimen } from '../../examples/specimen.ts';
import { layoutOf, numbersOf, rowName } from '../../tables/layout.ts';
import { defineRule } from '../../rule.ts';

const LICENSING = 't2.art20_5.licensing';

export default defineRule({
  id: 'R-2-19-DELTA',
  title: '上一年加增减为负',
  severity: 'error',
  scope: 'report',
  editions: ['2019'],
  basis: '国办公开办函〔2019〕60号所附格式表二“上一年项目数量”“本年增/减”两栏的数据逻辑。',
  why: '上一年项目数量加上本年增减就是现有项目数量，不可能小于0。',
  remedy: '核对上一年项目数量，或本年增减的正负号。',
  falseAlarms: '一般没有误报；上一年没有统计的，应补填上一年数量。',
  examples: () => ({
    passes: [
      { title: '17项减少3项', report: specimen({ edition: '2019' }) },
      {
        title: '全部取消，减至0项',
        report: specimen({ edition: '2019', cells: { [`${LICENSING}.delta`]: -17, [`${LICENSING}.decisions`]: 0 } }),
      },
    ],
    fails: [{ title: '17项减少57项', report: specimen({ edition: '2019', cells: { [`${LICENSING}.delta`]: -57 } }) }],
  }),
  *check(context) {
    for (const row of layoutOf(context.report).rows) {
      if (!row.columns.some((column) => column.key === 'delta')) continue;
      const keys = [`${row.key}.prevItems`, `${row.key}.delta`];
      const numbers = numbersOf(context, keys);
      if (!numbers.ok) {
        yield { result: 'notAssessed', keys, why: numbers.why };
        continue;
      }
      const [previous, delta] = numbers.values as [number, number];
      if (previous + delta >= 0) {
        yield { result: 'passed', keys };
        continue;
      }
      yield {
        result: 'problem',
        keys,
        at: numbers.facts.map((fact) => fact.at),
        message: `表二“${rowName(row.row)}”：上一年项目数量${previous}加本年增减${delta}为${previous + delta}，小于0。`,
      };
    }
  },
});
