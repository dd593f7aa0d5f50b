// Table three, every column: 本年新收 + 上年结转 = 办理结果总计 + 结转下年度.
import { basisOfForm } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { gap, identitiesOf, spellValue } from '../../tables/identities.ts';
import { judgementOf } from '../../tables/judge-sum.ts';
import { defineRule } from '../../rule.ts';

const natural = (newReceived: number, carriedIn: number, granted: number, carriedOut: number) =>
  specimen({
    entries: { t3: 0, 't3.newReceived.natural': newReceived, 't3.carriedIn.natural': carriedIn, 't3.r.granted.natural': granted },
    cells: { 't3.carriedOut.natural': carriedOut, 't3.carriedOut.total': carriedOut },
  });

export default defineRule({
  id: 'R-3-COL-BAL',
  title: '勾稽不平',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `${circular}所附格式表三表头：“第一项加第二项之和，等于第三项加第四项之和”。`),
  why: '收到的申请（本年新收加上年结转）要么在本年办结，要么结转下年度，两边件数应当相等，不等说明有申请漏记或重记。',
  remedy: '逐列核对本年新收、上年结转、办理结果（七）总计和结转下年度继续办理四个数；只有总计一列不平的，多半是总计栏填错。',
  falseAlarms: '单元格位置不能确定时，只有怎样对位都不平才提示；只因空白按0计而不平的降为警告。',
  examples: () => ({
    passes: [
      { title: '两边相等：66＋2＝60＋8', report: natural(66, 2, 60, 8) },
      { title: '2019年版各列都平', report: specimen({ edition: '2019' }) },
      { title: '零申请，全部填0', report: specimen({ entries: { t3: 0 } }) },
      { title: '大类行填了小计，不重复计算', report: specimen({ subtotals: ['t3.r.denied', 't3.r.unable', 't3.r.refused'] }) },
    ],
    fails: [
      { title: '两边不等：66＋2≠60＋7', report: natural(66, 2, 60, 7) },
      { title: '只有总计一列不平', report: specimen({ cells: { 't3.newReceived.total': 999 } }) },
      { title: '新旧表格混用，表三仍可核对', report: specimen({ tableEditions: { t2: '2019' }, cells: { 't3.carriedIn.business': 99 } }) },
    ],
  }),
  *check(context) {
    for (const identity of identitiesOf(context.report, 'balance')) {
      yield judgementOf(
        context,
        identity,
        ({ left, right, leftSum, rightSum }) =>
          `表三“${identity.name}”列：本年新收${spellValue(left[0]!.value)}＋上年结转${spellValue(left[1]!.value)}＝${leftSum}，` +
          `办理结果总计${spellValue(right[0]!.value)}＋结转下年度${spellValue(right[1]!.value)}＝${rightSum}，相差${gap(leftSum, rightSum)}`,
        `表三“${identity.name}”列`,
      );
    }
  },
});
