// No cell is negative, but for 本年增/减 of the form of 2019.
import { basisOfForm } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { judgeCells, placeNames } from '../../tables/layout.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'R-NEG',
  title: '不应为负数',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `${circular}所附格式的表格（件数和金额）。`),
  why: '件数和金额不可能小于0，出现负数说明填错。',
  remedy: '核对原始台账后改正；冲销、核减应在计算后填净数。',
  falseAlarms: '2019年版表二“本年增/减”可以为负，不在此列。',
  examples: () => ({
    passes: [
      { title: '没有负数', report: specimen() },
      {
        title: '2019年版“本年增/减”填-57',
        report: specimen({ edition: '2019', cells: { 't2.art20_5.licensing.prevItems': 90, 't2.art20_5.licensing.delta': -57 } }),
      },
    ],
    fails: [
      { title: '结转下年度填-1', report: specimen({ entries: { 't3.carriedOut.natural': -1 } }) },
      { title: '2019年版处理决定数量填-4', report: specimen({ edition: '2019', cells: { 't2.art20_6.coercion.decisions': -4 } }) },
    ],
  }),
  check: (context) =>
    judgeCells(context, {
      only: (_row, column) => !column.signed,
      group: (fact) => (fact.value === null ? 'skip' : fact.value >= 0 ? null : fact.key),
      problem: ([fact]) => ({ message: `${placeNames([fact!.key])}填“${fact!.raw}”，不应为负数。`, quote: fact!.raw }),
    }),
});
