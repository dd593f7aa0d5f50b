// Table two of 2019: what was newly made public is part of what is public in all.
import { specimen } from '../../examples/specimen.ts';
import { numbersOf, termOf } from '../../tables/layout.ts';
import { defineRule } from '../../rule.ts';

const NORMATIVE = 't2.art20_1.normative';
const ROWS = [
  { key: 't2.art20_1.rules', name: '规章' },
  { key: NORMATIVE, name: '规范性文件' },
] as const;

export default defineRule({
  id: 'R-2-19-OPEN',
  title: '新公开多于对外公开总数',
  severity: 'error',
  scope: 'report',
  editions: ['2019'],
  basis: '国办公开办函〔2019〕60号所附格式表二“第二十条第（一）项”各栏的数据逻辑。',
  why: '本年新公开的文件都在对外公开总数之内，新公开数量不可能大于总数量。',
  remedy: '核对对外公开总数量是否漏计本年新公开的文件。',
  falseAlarms: '当年公开又当年废止撤下的，总数可能较少，请在正文说明。',
  examples: () => ({
    passes: [
      { title: '新公开2件，总数11件', report: specimen({ edition: '2019' }) },
      { title: '新公开等于总数', report: specimen({ edition: '2019', cells: { [`${NORMATIVE}.totalPublic`]: 2 } }) },
    ],
    fails: [
      {
        title: '新公开5件，总数只有2件',
        report: specimen({ edition: '2019', cells: { [`${NORMATIVE}.newPublic`]: 5, [`${NORMATIVE}.totalPublic`]: 2 } }),
      },
    ],
  }),
  *check(context) {
    for (const { key, name } of ROWS) {
      const keys = [`${key}.newPublic`, `${key}.totalPublic`];
      const numbers = numbersOf(context, keys);
      if (!numbers.ok) {
        yield { result: 'notAssessed', keys, why: numbers.why };
        continue;
      }
      const [newPublic, totalPublic] = numbers.values as [number, number];
      if (newPublic <= totalPublic) {
        yield { result: 'passed', keys };
        continue;
      }
      yield {
        result: 'problem',
        keys,
        at: numbers.facts.map((fact) => fact.at),
        equation: {
          left: [termOf(keys[0]!, numbers.facts[0]!, '本年新公开数量')],
          right: [termOf(keys[1]!, numbers.facts[1]!, '对外公开总数量')],
          relation: '≤',
          leftSum: newPublic,
          rightSum: totalPublic,
        },
        message: `表二“${name}”：本年新公开${newPublic}件，多于对外公开总数量${totalPublic}件。`,
      };
    }
  },
});
