// Cells that count something hold whole numbers.
import { specimen } from '../../examples/specimen.ts';
import { judgeCells, placeNames } from '../../tables/layout.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'R-INT',
  title: '应为整数',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: {
    '2021': '国办公开办函〔2021〕30号所附格式的表格，各栏以件计。',
    '2019': '国办公开办函〔2019〕60号所附格式的表格，各栏以件、项、个计。',
  },
  why: '件数、项数不可能有小数，填小数说明该数填错或填错了栏。',
  remedy: '改为整数；如把金额填进了件数栏，移到正确的栏。',
  falseAlarms: '收费、采购等金额栏可以有小数，不在此列；“3.0”按整数处理，另作书写提示。',
  examples: () => ({
    passes: [
      { title: '件数都是整数，金额有小数', report: specimen({ cells: { 't2.art20_8.fee.amountWan': 59237.2449 } }) },
      { title: '“3.0”仍是整数', report: specimen({ raw: { 't3.r.granted.natural': '35.0' } }) },
      { title: '带千分位的整数', report: specimen({ raw: { 't2.art20_6.penalty.decisions': '1，846' } }) },
    ],
    fails: [
      { title: '行政许可填2.5件', report: specimen({ cells: { 't2.art20_5.licensing.decisions': 2.5 } }) },
      { title: '2019年版上一年项目数量填1.5', report: specimen({ edition: '2019', cells: { 't2.art20_6.penalty.prevItems': 1.5 } }) },
    ],
  }),
  check: (context) =>
    judgeCells(context, {
      only: (_row, column) => !column.decimal,
      group: (fact) => (fact.value === null ? 'skip' : Number.isInteger(fact.value) ? null : fact.key),
      problem: ([fact]) => ({ message: `${placeNames([fact!.key])}填“${fact!.raw}”，应为整数。`, quote: fact!.raw }),
    }),
});
