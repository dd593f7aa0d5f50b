// Decimals of amounts: more than four, or fewer than the label asks for.
import { specimen } from '../../examples/specimen.ts';
import { gapOf, layoutOf, placeName } from '../../tables/layout.ts';
import { squeeze } from '../../../form/label.ts';
import { defineRule } from '../../rule.ts';

const FEE = 't2.art20_8.fee.amountWan';
const ASKED = /保留([1-6一二三四五六两])位小数/;

export default defineRule({
  id: 'R-2-DECIMALS',
  title: '小数位',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  // Four decimals of 万元 are 元.
  thresholds: [{ id: 'most', title: '金额小数位数超过', unit: '位', initial: 4, min: 0, max: 8 }],
  basis: '各地填报要求（全国统一格式没有规定小数位数）。',
  why: '万元保留四位小数已到元；栏目标签注明小数位数的，应按标注填写。',
  remedy: '按标注的位数填写，或去掉多余的小数位。',
  falseAlarms: '全国没有统一的小数位数；填“0”的不提示。',
  examples: () => ({
    passes: [
      { title: '四位小数', report: specimen({ cells: { [FEE]: 59237.2449 } }) },
      { title: '一位小数，标签未作要求', report: specimen({ cells: { [FEE]: 96171.6 } }) },
      {
        title: '标签要求四位小数，填0',
        report: specimen({ cells: { [FEE]: 0 }, labels: { 't2.art20_8.*.amountWan': '本年收费金额（单位：万元，保留4位小数）' } }),
      },
    ],
    fails: [
      { title: '六位小数', report: specimen({ raw: { [FEE]: '12.345678' } }) },
      {
        title: '标签要求四位小数，只填一位',
        report: specimen({ raw: { [FEE]: '12.3' }, labels: { 't2.art20_8.*.amountWan': '本年收费金额（单位：万元，保留4位小数）' } }),
      },
    ],
  }),
  *check(context) {
    const rows = layoutOf(context.report).rows.filter((row) => row.columns.some((column) => column.decimal));
    if (rows.length === 0) yield { result: 'notAssessed', why: '没有找到金额栏。' };
    const labels = context.report.tables.flatMap((table) => table.labels);
    for (const row of rows) {
      for (const [index, column] of row.columns.entries()) {
        if (!column.decimal) continue;
        const key = row.keys[index]!;
        const fact = context.fact(key);
        const why = gapOf(context.report, key, fact);
        if (!fact || why) {
          yield { result: 'notAssessed', keys: [key], why: why ?? '' };
          continue;
        }
        const decimals = /[.．](\d+)/.exec(fact.raw.normalize('NFKC'))?.[1]!.length ?? 0;
        const asked = askedDecimals(labels, key);
        const most = context.threshold('most');
        const problem =
          decimals > most
            ? `有${decimals}位小数，以万元为单位一般不超过${most}位`
            : asked !== null && fact.value !== 0 && decimals < asked
              ? `有${decimals}位小数，栏目标注保留${asked}位小数`
              : null;
        if (problem)
          yield {
            result: 'problem',
            keys: [key],
            at: [fact.at],
            quote: fact.raw,
            message: `${placeName(key)}填“${fact.raw}”，${problem}。`,
          };
        else yield { result: 'passed', keys: [key] };
      }
    }
  },
});

/** Decimals the label of a cell's column asks for; null if it asks for none. */
function askedDecimals(labels: readonly { key: string; got: string }[], key: string): number | null {
  const [block, column] = [key.split('.').slice(0, 2).join('.'), key.slice(key.lastIndexOf('.') + 1)];
  for (const label of labels) {
    if (!label.key.startsWith(`${block}.`) || !label.key.endsWith(`.${column}`)) continue;
    const match = ASKED.exec(squeeze(label.got));
    if (match) return Number(match[1]) || '零一二三四五六'.indexOf(match[1] === '两' ? '二' : match[1]!);
  }
  return null;
}
