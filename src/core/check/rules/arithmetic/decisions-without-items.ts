// Table two of 2019: decisions were made though there is no item under which to make them.
import { specimen } from '../../examples/specimen.ts';
import { layoutOf, numbersOf, rowName } from '../../tables/layout.ts';
import { defineRule } from '../../rule.ts';

const PENALTY = 't2.art20_6.penalty';

export default defineRule({
  id: 'R-2-19-DEC0',
  title: '事项为零却有决定',
  severity: 'warning',
  scope: 'report',
  editions: ['2019'],
  basis: '国办公开办函〔2019〕60号所附格式表二各栏的数据逻辑。',
  why: '项目数量为0，说明没有可以作出决定的事项，却填了处理决定数量，两者必有一错。',
  remedy: '核对项目数量是否漏填，或处理决定是否由其他单位作出。',
  falseAlarms: '事项年中才取消、取消前已作出决定的，不算错。',
  examples: () => ({
    passes: [
      { title: '有事项，有决定', report: specimen({ edition: '2019' }) },
      { title: '没有事项，也没有决定', report: specimen({ edition: '2019', cells: { [PENALTY]: 0 } }) },
    ],
    fails: [
      {
        title: '事项为0，决定19件',
        report: specimen({ edition: '2019', cells: { [`${PENALTY}.prevItems`]: 0, [`${PENALTY}.delta`]: 0 } }),
      },
    ],
  }),
  *check(context) {
    for (const row of layoutOf(context.report).rows) {
      if (!row.columns.some((column) => column.key === 'delta') || !row.columns.some((column) => column.key === 'decisions')) continue;
      const keys = [`${row.key}.prevItems`, `${row.key}.delta`, `${row.key}.decisions`];
      const numbers = numbersOf(context, keys);
      if (!numbers.ok) {
        yield { result: 'notAssessed', keys, why: numbers.why };
        continue;
      }
      const [previous, delta, decisions] = numbers.values as [number, number, number];
      if (previous + delta === 0 && decisions > 0) {
        yield {
          result: 'problem',
          keys,
          at: numbers.facts.map((fact) => fact.at),
          message: `表二“${rowName(row.row)}”：上一年项目数量${previous}加本年增减${delta}为0，处理决定数量却填${decisions}件，请核实。`,
        };
      } else yield { result: 'passed', keys };
    }
  },
});
