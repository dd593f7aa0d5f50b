// Table three: more than half of the requests are carried into the next year.
import { specimen } from '../../examples/specimen.ts';
import { numbersOf } from '../../tables/layout.ts';
import { defineRule } from '../../rule.ts';

const KEYS = ['t3.carriedOut.total', 't3.newReceived.total', 't3.carriedIn.total'];
const natural = (newReceived: number, carriedOut: number) =>
  specimen({ entries: { t3: 0, 't3.newReceived.natural': newReceived, 't3.r.granted.natural': newReceived - carriedOut } });

export default defineRule({
  id: 'R-3-CARRYOUT-LE',
  title: '结转下年占比过大',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  thresholds: [
    { id: 'share', title: '结转件数占应办理件数超过', unit: '%', initial: 50, min: 1, max: 100 },
    { id: 'fewest', title: '结转件数不少于', unit: '件', initial: 5, min: 1, max: 1000 },
  ],
  basis: '经验提示；《中华人民共和国政府信息公开条例》第三十三条（收到申请之日起20个工作日内答复，需要延长的，最长再延长20个工作日）。',
  why: '答复期限一般为20个工作日，最多再延长20个工作日，全年一半以上的申请结转下年较少见，可能是办理结果漏填。',
  remedy: '核对12月31日尚未办结的件数；已经答复的，补填相应的办理结果。',
  falseAlarms: '12月集中收到申请的，结转较多是正常的。',
  examples: () => ({
    passes: [
      { title: '20件结转8件', report: natural(20, 8) },
      { title: '4件全部结转，件数少', report: natural(4, 4) },
      { title: '恰好一半', report: natural(20, 10) },
    ],
    fails: [{ title: '20件结转12件', report: natural(20, 12) }],
  }),
  *check(context) {
    const numbers = numbersOf(context, KEYS);
    if (!numbers.ok) {
      yield { result: 'notAssessed', keys: KEYS, why: numbers.why };
      return;
    }
    const [carriedOut, newReceived, carriedIn] = numbers.values as [number, number, number];
    const due = newReceived + carriedIn;
    if (carriedOut < context.threshold('fewest') || carriedOut * 100 <= due * context.threshold('share'))
      yield { result: 'passed', keys: KEYS };
    else {
      yield {
        result: 'problem',
        keys: KEYS,
        at: numbers.facts.map((fact) => fact.at),
        message:
          `表三“结转下年度继续办理”${carriedOut}件，应办理（本年新收${newReceived}＋上年结转${carriedIn}）${due}件` +
          `${due > 0 ? `，占${Math.round((carriedOut / due) * 1000) / 10}%` : ''}，请核实。`,
      };
    }
  },
});
