// Table three, every row: the six kinds of applicants add up to 总计.
import { basisOfForm } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { gap, identitiesOf, keysOfIdentity, rowOfKey, spellTerms } from '../../tables/identities.ts';
import { judgementOf } from '../../tables/judge-sum.ts';
import { rowName } from '../../tables/layout.ts';
import { shiftOf } from '../../locate/index.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'R-3-ROW-SUM',
  title: '行合计不平',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `${circular}所附格式表三“总计”栏。`),
  why: '表三每一行的“总计”应等于自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他六类之和，不等说明其中至少有一个数填错。',
  remedy: '对照申请登记台账核对这一行的六个分类数和总计，改正填错的那一个。',
  falseAlarms: '总计空白不作比较；单元格位置不能确定时，只有怎样对位都不平才提示；只因空白按0计而不平的降为警告。',
  examples: () => ({
    passes: [
      { title: '各行合计都相等（2021年版）', report: specimen() },
      { title: '各行合计都相等（2019年版）', report: specimen({ edition: '2019' }) },
      { title: '零申请，全部填0', report: specimen({ entries: { t3: 0 } }) },
      { title: '零值留空，空白按0计后相等', report: specimen({ entries: { 't3.*.welfare': 0 }, blank: ['t3.r.granted.welfare'] }) },
      { title: '新格式中“其他处理”只有一行', report: specimen({ tableEditions: { t3: '2019' } }) },
      { title: '总计空白，不与各项比较', report: specimen({ blank: ['t3.r.granted.total'] }) },
    ],
    fails: [
      { title: '“予以公开”总计多1', report: specimen({ cells: { 't3.r.granted.total': 92 } }) },
      { title: '2019年版“其他处理”总计不等于各类之和', report: specimen({ edition: '2019', cells: { 't3.r.otherHandling.total': 14 } }) },
      {
        title: '一行有8个数值，去掉哪一个都不平',
        report: specimen({ rows: { 't3.r.granted': [35, 21, 7, 7, 7, 14, 7, 200] } }),
      },
    ],
  }),
  *check(context) {
    // Who does not want that rule still has a row that does not add up.
    const toldByShift = !context.options.off?.includes('R-3-SHIFT');
    for (const identity of identitiesOf(context.report, 'rowSum')) {
      const row = rowOfKey(context.report, identity.right[0]!);
      const name = row ? rowName(row.row) : identity.name;
      if (toldByShift && shiftOf(context, identity)) {
        yield { result: 'notAssessed', keys: keysOfIdentity(identity), why: '该行疑似整行错位一列，已另行提示，行合计不再重复判断。' };
        continue;
      }
      yield judgementOf(
        context,
        identity,
        ({ left, right, leftSum, rightSum }) =>
          `表三“${name}”总计填${right[0]!.value}，六类申请人之和为${leftSum}（${spellTerms(left)}），相差${gap(leftSum, rightSum)}`,
        `表三“${name}”行`,
      );
    }
  },
});
