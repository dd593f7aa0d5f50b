// Table three, every column: the results （一） to （六） add up to （七）总计. Subtotals in heads of groups are not added again.
import { basisOfForm } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { gap, identitiesOf, spellTerms } from '../../tables/identities.ts';
import { judgementOf } from '../../tables/judge-sum.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'R-3-RES-SUM',
  title: '办理结果合计不平',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `${circular}所附格式表三“（七）总计”行。`),
  why: '“（七）总计”应等于（一）予以公开至（六）其他处理各项之和，不等说明有办理结果漏填、重填或总计算错。',
  remedy: '逐列核对（一）至（六）各明细行与“（七）总计”，改正填错的那一个。',
  falseAlarms: '大类行填的小计不重复相加；2021年版“（六）其他处理”只有一行的，以该行数字代替三个明细行。',
  examples: () => ({
    passes: [
      { title: '各列都相等（2021年版）', report: specimen() },
      { title: '各列都相等（2019年版，其他处理一行）', report: specimen({ edition: '2019' }) },
      {
        title: '大类行填了小计，不重复相加',
        report: specimen({ subtotals: ['t3.r.denied', 't3.r.unable', 't3.r.refused', 't3.r.otherHandling'] }),
      },
      { title: '新格式缺“其他处理”明细，以小计行代替', report: specimen({ tableEditions: { t3: '2019' } }) },
      { title: '零申请，全部填0', report: specimen({ entries: { t3: 0 } }) },
    ],
    fails: [
      { title: '自然人一列总计少1', report: specimen({ cells: { 't3.r.total.natural': 139 } }) },
      { title: '明细漏填1件', report: specimen({ cells: { 't3.r.denied.process.business': 2 } }) },
      {
        title: '新格式“其他处理”只有一行，代入后仍不平',
        report: specimen({ tableEditions: { t3: '2019' }, cells: { 't3.r.otherHandling.natural': 9 } }),
      },
    ],
  }),
  *check(context) {
    for (const identity of identitiesOf(context.report, 'resultSum')) {
      yield judgementOf(
        context,
        identity,
        ({ left, right, leftSum, rightSum }) => {
          const spelled = spellTerms(left);
          return (
            `表三“${identity.name}”列：办理结果（一）至（六）各项之和为${leftSum}${spelled ? `（${spelled}）` : ''}，` +
            `“（七）总计”填${right[0]!.value}，相差${gap(leftSum, rightSum)}`
          );
        },
        `表三“${identity.name}”列`,
      );
    }
  },
});
