// Table two of 2019: as many documents made public as were made, or a question why not.
import { specimen } from '../../examples/specimen.ts';
import { numbersOf } from '../../tables/layout.ts';
import { defineRule } from '../../rule.ts';

const NORMATIVE = 't2.art20_1.normative';
const ROWS = [
  { key: 't2.art20_1.rules', name: '规章' },
  { key: NORMATIVE, name: '规范性文件' },
] as const;

export default defineRule({
  id: 'R-2-19-MADE',
  title: '制作与公开数量不一致',
  severity: 'hint',
  scope: 'report',
  editions: ['2019'],
  basis:
    '国办公开办函〔2019〕60号所附格式表二“第二十条第（一）项”各栏的数据逻辑；《中华人民共和国政府信息公开条例》第二十条第一项（主动公开规章和规范性文件）。',
  why: '规章和规范性文件应当主动公开，本年新制作与新公开数量一般相等。',
  remedy: '核实未公开的文件或上年制作本年公开的文件，确有原因的不用改。',
  falseAlarms: '有的文件依法不公开，有的上年末印发、本年公开，两数可以不同。',
  examples: () => ({
    passes: [
      { title: '新制作2件，新公开2件', report: specimen({ edition: '2019' }) },
      { title: '都填0', report: specimen({ edition: '2019', cells: { [NORMATIVE]: 0 } }) },
    ],
    fails: [{ title: '新制作2件，新公开1件', report: specimen({ edition: '2019', cells: { [`${NORMATIVE}.newPublic`]: 1 } }) }],
  }),
  *check(context) {
    for (const { key, name } of ROWS) {
      const keys = [`${key}.newMade`, `${key}.newPublic`];
      const numbers = numbersOf(context, keys);
      if (!numbers.ok) {
        yield { result: 'notAssessed', keys, why: numbers.why };
        continue;
      }
      const [newMade, newPublic] = numbers.values as [number, number];
      if (newMade === newPublic) yield { result: 'passed', keys };
      else {
        yield {
          result: 'problem',
          keys,
          at: numbers.facts.map((fact) => fact.at),
          message: `表二“${name}”：本年新制作${newMade}件，本年新公开${newPublic}件，请核实相差的${Math.abs(newMade - newPublic)}件。`,
        };
      }
    }
  },
});
