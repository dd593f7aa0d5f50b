// Table four: suits after review cannot well outnumber the reviews that were concluded.
import { basisOfForm } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { numbersOf, termOf } from '../../tables/layout.ts';
import { defineRule } from '../../rule.ts';

const AFTER = 't4.litAfter.total';
const CONCLUDED = ['t4.review.upheld', 't4.review.corrected', 't4.review.other'];
const LABELS = ['结果维持', '结果纠正', '其他结果'];

export default defineRule({
  id: 'R-4-AFTER-LE',
  title: '复议后起诉多于已结复议',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `经验提示；${circular}所附格式表四的数据逻辑。`),
  why: '复议后起诉以复议审结为前提，本年复议后起诉多于已审结的复议，可能填错栏。',
  remedy: '核对案件是否应填入“未经复议直接起诉”，或复议结果漏填。',
  falseAlarms: '上年审结的复议本年起诉，跨年案件属正常；未与上年数据核对。',
  examples: () => ({
    passes: [
      { title: '已结复议10件，复议后起诉7件', report: specimen() },
      { title: '没有案件', report: specimen({ entries: { t4: 0 } }) },
    ],
    fails: [{ title: '没有审结的复议，复议后起诉5件', report: specimen({ entries: { t4: 0, 't4.litAfter.upheld': 5 } }) }],
  }),
  *check(context) {
    const keys = [AFTER, ...CONCLUDED];
    const numbers = numbersOf(context, keys);
    if (!numbers.ok) {
      yield { result: 'notAssessed', keys, why: numbers.why };
      return;
    }
    const [after, ...concluded] = numbers.values as [number, ...number[]];
    const sum = concluded.reduce((total, value) => total + value, 0);
    if (after <= sum) {
      yield { result: 'passed', keys };
      return;
    }
    yield {
      result: 'problem',
      keys,
      at: numbers.facts.map((fact) => fact.at),
      equation: {
        left: [termOf(AFTER, numbers.facts[0]!, '复议后起诉·总计')],
        right: CONCLUDED.map((key, index) => termOf(key, numbers.facts[index + 1]!, LABELS[index]!)),
        relation: '≤',
        leftSum: after,
        rightSum: sum,
      },
      message: `表四：复议后起诉${after}件，本年已审结行政复议（维持、纠正、其他）${sum}件，请核实。`,
    };
  },
});
