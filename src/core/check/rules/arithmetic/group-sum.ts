// Table four, every group: the four outcomes add up to 总计.
import { basisOfForm } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { gap, identitiesOf, spellTerms } from '../../tables/identities.ts';
import { judgementOf } from '../../tables/judge-sum.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'R-4-SUM',
  title: '复议或诉讼合计不平',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `${circular}所附格式表四“总计”栏。`),
  why: '行政复议、未经复议直接起诉、复议后起诉三组，每组的总计应等于结果维持、结果纠正、其他结果、尚未审结四项之和。',
  remedy: '对照案件台账核对这一组的四个数和总计。',
  falseAlarms: '扫描识别可能把两位数读成一位数；总计空白不作比较。',
  examples: () => ({
    passes: [
      { title: '三组都相等', report: specimen() },
      { title: '没有复议诉讼，全部填0', report: specimen({ entries: { t4: 0 } }) },
      { title: '总计空白，不与四项比较', report: specimen({ blank: ['t4.review.total'] }) },
    ],
    fails: [
      {
        title: '行政复议纠正10件、其他1件，总计填0',
        report: specimen({ entries: { t4: 0 }, cells: { 't4.review.corrected': 10, 't4.review.other': 1 } }),
      },
      { title: '复议后起诉总计多1', report: specimen({ edition: '2019', cells: { 't4.litAfter.total': 8 } }) },
    ],
  }),
  *check(context) {
    for (const identity of identitiesOf(context.report, 'groupSum')) {
      yield judgementOf(
        context,
        identity,
        ({ left, right, leftSum, rightSum }) =>
          `表四“${identity.name}”：${spellTerms(left)}＝${leftSum}，总计填${right[0]!.value}，相差${gap(leftSum, rightSum)}`,
        `表四“${identity.name}”`,
      );
    }
  },
});
