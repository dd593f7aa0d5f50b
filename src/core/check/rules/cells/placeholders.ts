// Signs in place of a number: “/”, “—”, “无”.
import { specimen } from '../../examples/specimen.ts';
import { forgottenSuspects, forgottenTotals } from '../../locate/forgotten-totals.ts';
import { isTotalCell, judgeCells, placeName, placeNames } from '../../tables/layout.ts';
import { defineRule } from '../../rule.ts';

/** Cells whose numbers stand in a sentence. */
const MOST_NAMED = 4;

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
      { title: '总计填“—”，各项之和却不为0', report: specimen({ raw: { 't3.r.granted.total': '—' } }) },
    ],
  }),
  check: (context) =>
    judgeCells(context, {
      only: () => true,
      group: (fact, row) => (fact.writing === 'placeholder' ? row.key : fact.writing === 'blank' ? 'skip' : null),
      problem: (facts, row) => {
        const totals = forgottenTotals(context);
        const keys = facts.map((fact) => fact.key).filter((key) => totals.has(key));
        const numbers = keys.slice(0, MOST_NAMED).map((key) => `${facts.length > 1 ? placeName(key) : ''}应为${totals.get(key)!.number}`);
        const asked = keys.length > 0 ? `，按有关算式${numbers.join('、')}${keys.length > MOST_NAMED ? '等' : ''}，疑似漏填` : '';
        const rest = keys.length === facts.length ? '' : `，${keys.length > 0 ? '其余' : ''}没有数据的应填“0”`;
        const counted = keys.length === facts.length ? '不与各项之和比较' : '核对时按0计，但总计不与各项之和比较';
        return {
          quote: facts[0]!.raw,
          place: row.key,
          ...(keys.length > 0 ? { severity: 'warning' as const, suspects: forgottenSuspects(context, keys, totals) } : {}),
          message: `${placeNames(facts.map((fact) => fact.key))}填“${facts[0]!.raw.trim()}”${asked}${rest}；${
            facts.some(({ key }) => isTotalCell(key)) ? counted : '核对时按0计'
          }。`,
        };
      },
    }),
});
