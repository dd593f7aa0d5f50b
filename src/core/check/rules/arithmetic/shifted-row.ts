// Table three: a row that does not add up as printed but would, if its values stood one column to the left or right.
import { basisOfForm } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { identitiesOf, keysOfIdentity, rowOfKey, walk } from '../../tables/identities.ts';
import { causeOf } from '../../tables/judge-sum.ts';
import { rowName } from '../../tables/layout.ts';
import { shiftOf } from '../../locate/index.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'R-3-SHIFT',
  title: '疑似整行错位',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `${circular}所附格式表三各栏勾稽关系。`),
  why: '该行现有数字合计不平，而整行移动一列后，行合计和所在各列的勾稽都成立，多半是填写时错了一列。',
  remedy: '对照台账，把该行的数字逐个移到正确的列。',
  falseAlarms: '错位只是按数字推断的；移动后仍有任何一列不平的，按行合计不平提示，不作错位判断。',
  examples: () => ({
    passes: [
      { title: '各行都平', report: specimen() },
      { title: '总计填错，移动也不能使它相等', report: specimen({ cells: { 't3.r.granted.total': 92 } }) },
    ],
    fails: [
      {
        title: '“予以公开”整行向左错了一列',
        report: specimen({
          entries: { 't3.r.granted': 0, 't3.r.granted.business': 4, 't3.r.granted.legal': 3 },
          rows: { 't3.r.granted': [4, 0, 0, 3, 0, 7, 0] },
        }),
      },
      {
        title: '整行向右错了一列，原来的总计没有了',
        report: specimen({
          entries: { 't3.r.granted': 0, 't3.r.granted.business': 4, 't3.r.granted.legal': 3 },
          rows: { 't3.r.granted': [0, 0, 4, 0, 0, 3, 0] },
        }),
      },
      {
        title: '总计填到了第一列',
        report: specimen({ edition: '2019', rows: { 't3.carriedIn': [26, 10, 6, 2, 2, 4, 2] } }),
      },
    ],
  }),
  *check(context) {
    for (const identity of identitiesOf(context.report, 'rowSum')) {
      const keys = keysOfIdentity(identity);
      const walked = walk(context, identity);
      if (walked.state === 'open' || walked.state === 'hopeless') {
        yield { result: 'notAssessed', keys, why: walked.state === 'open' ? walked.why : '单元格的位置不能确定。' };
        continue;
      }
      const shift = shiftOf(context, identity);
      if (!shift || walked.state !== 'breaks') {
        yield { result: 'passed', keys };
        continue;
      }
      const row = rowOfKey(context.report, identity.right[0]!);
      const { left, right, leftSum } = walked.equation;
      yield {
        result: 'problem',
        keys,
        at: [...left, ...right].map((term) => term.at),
        equation: walked.equation,
        ...causeOf(context, identity),
        message:
          `表三“${row ? rowName(row.row) : identity.name}”疑似整行错位一列：现填六类之和为${leftSum}、总计为${right[0]!.value}，` +
          `整行向${shift.direction === 'left' ? '左' : '右'}移一列后该行合计和各列勾稽都成立，请核对。`,
      };
    }
  },
});
