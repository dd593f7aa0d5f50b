// Signs in place of a number: “/”, “—”, “无”.
import { specimen } from '../../examples/specimen.ts';
import { isTotalCell, judgeCells, placeNames } from '../../tables/layout.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'R-PLACEHOLDER',
  title: '用符号代替数字',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: '各地填报要求：没有数据的填“0”（没有见到全国统一的规定）。',
  why: '“/”“—”“无”等不能参与汇总，也说不清是没有发生还是不适用。',
  remedy: '没有数据的改填“0”。',
  falseAlarms: '没有规章制定权的单位常在“规章”行填“/”，国家没有明文禁止；核对时按0计，但总计填符号的不与各项之和比较。',
  examples: () => ({
    passes: [
      { title: '没有数据的填0', report: specimen({ entries: { t4: 0 } }) },
      { title: '负数不是符号', report: specimen({ edition: '2019' }) },
    ],
    fails: [
      { title: '“规章”行填“/”', report: specimen({ raw: { 't2.art20_1.rules': '/' } }) },
      { title: '表四填“无”', report: specimen({ entries: { t4: 0 }, raw: { t4: '无' } }) },
    ],
  }),
  check: (context) =>
    judgeCells(context, {
      only: () => true,
      group: (fact, row) => (fact.writing === 'placeholder' ? row.key : fact.writing === 'blank' ? 'skip' : null),
      problem: (facts, row) => ({
        quote: facts[0]!.raw,
        place: row.key,
        message: `${placeNames(facts.map((fact) => fact.key))}填“${facts[0]!.raw.trim()}”，没有数据的应填“0”；${
          facts.some(({ key }) => isTotalCell(key)) ? '核对时按0计，但总计不与各项之和比较' : '核对时按0计'
        }。`,
      }),
    }),
});
