// Table two of 2019: purchases have a number and an amount, or neither.
import { specimen } from '../../examples/specimen.ts';
import { numbersOf } from '../../tables/layout.ts';
import { defineRule } from '../../rule.ts';

const ROW = 't2.art20_9.procurement';
const KEYS = [`${ROW}.projects`, `${ROW}.amountWan`];
const purchases = (projects: number, amount: number) =>
  specimen({ edition: '2019', cells: { [`${ROW}.projects`]: projects, [`${ROW}.amountWan`]: amount } });

export default defineRule({
  id: 'R-2-19-PROC',
  title: '采购项目与金额一有一无',
  severity: 'warning',
  scope: 'report',
  editions: ['2019'],
  basis: '国办公开办函〔2019〕60号所附格式表二“第二十条第（九）项”各栏的数据逻辑。',
  why: '有采购项目就有采购金额，两栏应当同时有数或同时为0。',
  remedy: '补填漏填的一栏。',
  falseAlarms: '项目已实施、金额在下一年支付的，请按合同金额核实。',
  examples: () => ({
    passes: [
      { title: '6个项目，87.125万元', report: purchases(6, 87.125) },
      { title: '没有采购', report: purchases(0, 0) },
    ],
    fails: [
      { title: '6个项目，金额0', report: purchases(6, 0) },
      { title: '没有项目，金额87.125万元', report: purchases(0, 87.125) },
    ],
  }),
  *check(context) {
    const numbers = numbersOf(context, KEYS);
    if (!numbers.ok) {
      yield { result: 'notAssessed', keys: KEYS, why: numbers.why };
      return;
    }
    const [projects, amount] = numbers.values as [number, number];
    if (projects > 0 === amount > 0) yield { result: 'passed', keys: KEYS };
    else {
      yield {
        result: 'problem',
        keys: KEYS,
        at: numbers.facts.map((fact) => fact.at),
        message: `表二“政府集中采购”：采购项目${projects}个，采购总金额${amount}万元，一栏有数一栏为0，请核实。`,
      };
    }
  },
});
