// Table two since 2021: what was issued this year should still be in force, unless it was repealed at once.
import { specimen } from '../../examples/specimen.ts';
import { numbersOf, termOf } from '../../tables/layout.ts';
import { defineRule } from '../../rule.ts';

const NORMATIVE = 't2.art20_1.normative';
const ROWS = [
  { key: 't2.art20_1.rules', name: '规章' },
  { key: NORMATIVE, name: '行政规范性文件' },
] as const;

const normative = (issued: number, repealed: number, inForce: number) =>
  specimen({ cells: { [`${NORMATIVE}.issued`]: issued, [`${NORMATIVE}.repealed`]: repealed, [`${NORMATIVE}.inForce`]: inForce } });

export default defineRule({
  id: 'R-2-ISSUED-LE-INFORCE',
  title: '制发多于现行有效',
  severity: 'warning',
  scope: 'report',
  editions: ['2021'],
  basis: '国办公开办函〔2021〕30号所附格式表二“第二十条第（一）项”各栏的数据逻辑。',
  why: '本年制发的文件一般年末仍然有效，现行有效件数不应少于本年制发件数。',
  remedy: '核对现行有效件数是否只填了以前年度，或把未公开的文件计入了制发件数。',
  falseAlarms: '文件可能当年制发又当年废止；废止件数不少于差额的，降为提示。',
  examples: () => ({
    passes: [
      { title: '制发2件，现行有效9件', report: normative(2, 1, 9) },
      { title: '制发数等于现行有效数', report: normative(3, 0, 3) },
    ],
    fails: [
      { title: '制发5件，现行有效仅3件', report: normative(5, 0, 3) },
      { title: '制发5件、废止2件、现行有效3件（提示）', report: normative(5, 2, 3) },
    ],
  }),
  *check(context) {
    for (const { key, name } of ROWS) {
      const keys = [`${key}.issued`, `${key}.inForce`];
      const numbers = numbersOf(context, keys);
      if (!numbers.ok) {
        yield { result: 'notAssessed', keys, why: numbers.why };
        continue;
      }
      const [issued, inForce] = numbers.values as [number, number];
      if (issued <= inForce) {
        yield { result: 'passed', keys };
        continue;
      }
      const repealed = numbersOf(context, [`${key}.repealed`]);
      const atOnce = repealed.ok && repealed.values[0]! >= issued - inForce;
      yield {
        result: 'problem',
        ...(atOnce ? { severity: 'hint' as const } : {}),
        keys,
        at: numbers.facts.map((fact) => fact.at),
        equation: {
          left: [termOf(keys[0]!, numbers.facts[0]!, '本年制发件数')],
          right: [termOf(keys[1]!, numbers.facts[1]!, '现行有效件数')],
          relation: '≤',
          leftSum: issued,
          rightSum: inForce,
        },
        message:
          `表二“${name}”：本年制发${issued}件，现行有效仅${inForce}件，` +
          (atOnce ? `本年废止${repealed.values[0]}件，请核实是否当年制发当年废止。` : '请核实。'),
      };
    }
  },
});
