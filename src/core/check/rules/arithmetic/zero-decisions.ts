// Table two since 2021: an organ that licenses and punishes every day, with nothing but zeros. Off until asked for.
import { specimen } from '../../examples/specimen.ts';
import { numbersOf } from '../../tables/layout.ts';
import { defineRule } from '../../rule.ts';

const KEYS = ['t2.art20_5.licensing.decisions', 't2.art20_6.penalty.decisions'];
/** Departments whose daily work it is. */
const BUSY = /市场监督|公安|交通|卫生健康|自然资源|住房|住建|城乡建设|生态环境|应急管理|综合执法|城市管理|行政审批/;
const zeros = { [KEYS[0]!]: 0, [KEYS[1]!]: 0 };

export default defineRule({
  id: 'R-2-ZERO-HINT',
  title: '疑似应有数据',
  severity: 'hint',
  scope: 'report',
  editions: ['2021'],
  off: true,
  basis: '经验提示；国办公开办函〔2021〕30号所附格式表二。',
  why: '该类部门日常办理行政许可或行政处罚，全年均为0较少见，可能漏填。',
  remedy: '核实本年处理决定数量；确实没有的不用改。',
  falseAlarms: '许可、处罚职能已划转给行政审批局、综合执法局等单位的，不用改。',
  examples: () => ({
    passes: [
      { title: '水利局不在此列', report: specimen({ cells: zeros }) },
      { title: '市场监管局有处罚', report: specimen({ organ: '云溪县市场监督管理局' }) },
    ],
    fails: [{ title: '市场监管局许可、处罚均为0', report: specimen({ organ: '云溪县市场监督管理局', cells: zeros }) }],
  }),
  *check(context) {
    const { organ } = context.report;
    const numbers = numbersOf(context, KEYS);
    if (!organ) yield { result: 'notAssessed', keys: KEYS, why: '单位名称未能确定。' };
    else if (!numbers.ok) yield { result: 'notAssessed', keys: KEYS, why: numbers.why };
    else if (!BUSY.test(organ) || numbers.values.some((value) => value !== 0)) yield { result: 'passed', keys: KEYS };
    else {
      yield {
        result: 'problem',
        keys: KEYS,
        at: numbers.facts.map((fact) => fact.at),
        message: `${organ}表二“行政许可”“行政处罚”本年处理决定数量均为0，请核实。`,
      };
    }
  },
});
