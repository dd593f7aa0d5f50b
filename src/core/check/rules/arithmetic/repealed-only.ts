// Table two since 2021: something was repealed, nothing issued and nothing is in force. Possible, and worth a question.
import { specimen } from '../../examples/specimen.ts';
import { numbersOf } from '../../tables/layout.ts';
import { defineRule } from '../../rule.ts';

const NORMATIVE = 't2.art20_1.normative';
const ROWS = [
  { key: 't2.art20_1.rules', name: '规章' },
  { key: NORMATIVE, name: '行政规范性文件' },
] as const;

const normative = (issued: number, repealed: number, inForce: number) =>
  specimen({ cells: { [`${NORMATIVE}.issued`]: issued, [`${NORMATIVE}.repealed`]: repealed, [`${NORMATIVE}.inForce`]: inForce } });

export default defineRule({
  id: 'R-2-REPEAL-ONLY',
  title: '有废止无存量',
  severity: 'hint',
  scope: 'report',
  editions: ['2021'],
  basis: '国办公开办函〔2021〕30号所附格式表二“第二十条第（一）项”各栏的数据逻辑。',
  why: '本年有废止而没有现行有效文件，可能是现行有效件数漏填。',
  remedy: '核实现行有效件数；确已全部废止的不用改。',
  falseAlarms: '原有文件确实已经全部废止的，不用改。',
  examples: () => ({
    passes: [
      { title: '废止1件，现行有效9件', report: normative(2, 1, 9) },
      { title: '都填0', report: normative(0, 0, 0) },
    ],
    fails: [{ title: '制发0件、废止1件、现行有效0件', report: normative(0, 1, 0) }],
  }),
  *check(context) {
    for (const { key, name } of ROWS) {
      const keys = [`${key}.issued`, `${key}.repealed`, `${key}.inForce`];
      const numbers = numbersOf(context, keys);
      if (!numbers.ok) {
        yield { result: 'notAssessed', keys, why: numbers.why };
        continue;
      }
      const [issued, repealed, inForce] = numbers.values as [number, number, number];
      if (repealed > 0 && issued === 0 && inForce === 0) {
        yield {
          result: 'problem',
          keys,
          at: numbers.facts.map((fact) => fact.at),
          message: `表二“${name}”：本年废止${repealed}件，本年制发和现行有效均为0，请核实。`,
        };
      } else yield { result: 'passed', keys };
    }
  },
});
