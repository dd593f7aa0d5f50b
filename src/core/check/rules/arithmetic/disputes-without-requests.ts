// Table four against table three: reviews or suits in a year without a request.
import { basisOfForm } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { numbersOf } from '../../tables/layout.ts';
import { defineRule } from '../../rule.ts';

const DISPUTES = ['t4.review.total', 't4.litDirect.total', 't4.litAfter.total'];
const REQUESTS = ['t3.newReceived.total', 't3.carriedIn.total'];

export default defineRule({
  id: 'R-4-VS-T3',
  title: '无申请却有复议诉讼',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: basisOfForm((circular) => `经验提示；${circular}所附格式表三、表四的数据逻辑。`),
  why: '复议诉讼一般由依申请公开引起，本年没有申请也没有结转而有案件，可能是表三漏填。',
  remedy: '核对案件是否由以前年度的申请引起；不是的，补填表三。',
  falseAlarms: '案件由以前年度的申请引起，或针对主动公开的，不算错。',
  examples: () => ({
    passes: [
      { title: '有申请，有案件', report: specimen() },
      { title: '没有申请，也没有案件', report: specimen({ entries: { t3: 0, t4: 0 } }) },
      { title: '没有新收，有上年结转', report: specimen({ entries: { t3: 0, 't3.carriedIn.natural': 3, 't3.newReceived.natural': 0 } }) },
    ],
    fails: [{ title: '没有申请，案件26件', report: specimen({ entries: { t3: 0 } }) }],
  }),
  *check(context) {
    const keys = [...DISPUTES, ...REQUESTS];
    const disputes = numbersOf(context, DISPUTES);
    const requests = numbersOf(context, REQUESTS);
    if (!disputes.ok || !requests.ok) {
      yield { result: 'notAssessed', keys, why: !disputes.ok ? disputes.why : !requests.ok ? requests.why : '' };
      return;
    }
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    const cases = sum(disputes.values);
    if (cases > 0 && sum(requests.values) === 0) {
      yield {
        result: 'problem',
        keys,
        at: [...disputes.facts, ...requests.facts].map((fact) => fact.at),
        message: `表三本年新收和上年结转的申请均为0件，表四行政复议、行政诉讼共${cases}件，请核实。`,
      };
    } else yield { result: 'passed', keys };
  },
});
