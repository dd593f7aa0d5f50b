// The stated period of the statistics must be the calendar year of the report. Reports that state none are not judged.
import { squeeze } from '../../../form/label.ts';
import type { Period, Report } from '../../../model/report.ts';
import { basisOfRegulation } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { placeOfBlock } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';
import type { Judgement } from '../../rule.ts';

/** The report says that the organ itself is new (not a working group of it). */
const NEW_ORGAN = /新组建|新成立|新设立|挂牌成立|(?:本局|我局|本委|我委|本单位|我单位|本机关|本办)[^。，；]{0,12}(?:成立|组建|设立|挂牌)/;

/** A period seems to be stated, though none was read. */
const MENTION = /(?:数据|所列|报告)[^。]{0,12}统计(?:期限|期间|时间|时段|周期)|统计(?:期限|期间|时段)|1月1?日?起?[至到](?:20\d\d年?)?12月/;
/** The year by itself: 统计期限为2023年度. */
const WHOLE_YEAR = /统计(?:期限|期间|时间|时段|周期)[为是：:]?(20\d\d)年(?:度|全年|整年)?(?![\d年度]*\d)/;

/** 12月31 without 日. */
const WITHOUT_DAY = /\d\s*月\s*\d{1,2}(?!\s*[\d日号])/;

/** A report that states the right period in these words. */
const stated = (quote: string) =>
  specimen({
    period: null,
    preamble: [`${quote}止，为本报告的统计期限。`],
    report: { period: { from: '2023-01-01', to: '2023-12-31', quote, certainty: 'sure', at: { block: 1, from: 0, to: quote.length } } },
  });

export default defineRule({
  id: 'M-PERIOD',
  title: '统计期限错误',
  severity: 'error',
  scope: 'report',
  editions: 'all',
  basis: basisOfRegulation('第四十九条（上一年度政府信息公开工作年度报告）。', '第三十一条（政府信息公开工作年度报告）。'),
  why: '年度报告的数据应当统计自报告年度1月1日起至12月31日止。',
  remedy: '更正统计期限；数据确实只统计了一部分时间的，补齐全年数据。',
  falseAlarms: '年中新组建的单位可以从组建之日起统计；网页提取丢失数字时只作存疑提示。',
  examples: () => ({
    passes: [
      { title: '1月1日至12月31日', report: specimen() },
      { title: '没有写统计期限（不强制）', report: specimen({ period: null }) },
      {
        title: '网页提取丢了数字，读出来仍是全年',
        report: specimen({ period: { from: '2023-01-01', to: '2023-12-31', certainty: 'doubtful' } }),
      },
      { title: '用点或横线写日期', report: stated('2023.1.1—12.31') },
    ],
    fails: [
      { title: '止于上一年', report: specimen({ period: { from: '2023-01-01', to: '2022-12-31' } }) },
      { title: '止于12月30日', report: specimen({ period: { from: '2023-01-01', to: '2023-12-30' } }) },
      { title: '截止日期漏写“日”（警告）', report: stated('2023年1月1日至12月31') },
      { title: '沿用上年的期限', report: specimen({ period: { from: '2022-01-01', to: '2022-12-31' } }) },
      {
        title: '年中新组建的单位（提示）',
        report: specimen({ preamble: ['我局于2023年4月挂牌成立。'], period: { from: '2023-04-01', to: '2023-12-31' } }),
      },
      {
        title: '日期中的数字粘连（存疑）',
        report: specimen({ period: { from: '2023-01-11', to: '2023-12-31', certainty: 'doubtful' } }),
      },
    ],
  }),
  *check({ report }) {
    const { period } = report;
    if (period === null) {
      const texts = report.blocks.flatMap((block) => (block.kind === 'table' ? [] : [squeeze(block.text)]));
      const mentioned = texts.some((text) => MENTION.test(text));
      const year = texts.reduce<string | undefined>((found, text) => found ?? WHOLE_YEAR.exec(text)?.[1], undefined);
      yield mentioned && Number(year) !== report.year
        ? { result: 'notAssessed', why: '报告提到统计期限，但没有读出起止日期。' }
        : { result: 'passed', why: '报告没有写统计期限（格式不强制）。' };
      return;
    }
    yield judge(report, period);
  },
});

function judge(report: Report, period: Period): Judgement {
  const { from, to } = period;
  const printed = report.year !== null && !report.inferred.includes('year') ? report.year : null;
  const year = printed ?? Number(from.slice(0, 4));
  const right = from === `${year}-01-01` && to === `${year}-12-31`;
  if (right && period.certainty === 'sure') {
    if (!WITHOUT_DAY.test(period.quote)) return { result: 'passed' };
    return {
      result: 'problem',
      severity: 'warning',
      message: `统计期限“${period.quote}”漏写“日”字。`,
      at: [{ ...placeOfBlock(report, period.at.block), ...period.at }],
      quote: period.quote,
      place: 'period-day',
    };
  }
  if (right) return { result: 'notAssessed', why: `统计期限“${period.quote}”的数字粘连或缺失，无法确定。` };

  const problem = {
    message:
      to < from
        ? `统计期限写为${spoken(from)}至${spoken(to)}，截止日期早于起始日期，应为${year}年1月1日至12月31日。`
        : `统计期限写为${spoken(from)}至${spoken(to)}，应为${year}年1月1日至12月31日。`,
    at: [{ ...placeOfBlock(report, period.at.block), ...period.at }],
    quote: period.quote,
    place: 'period',
  } as const;
  if (period.certainty === 'doubtful') {
    return { result: 'doubtful', severity: 'warning', why: '日期中的数字粘连或缺失，可能是网页提取造成。', ...problem };
  }
  // A whole year, and other places say that year too: then the title may be what is wrong, and the conflict of years says so.
  const stated = Number(from.slice(0, 4));
  const agrees = report.yearSources.some((source) => source.year === stated && (source.from === 'preamble' || source.from === 'text'));
  if (from === `${stated}-01-01` && to === `${stated}-12-31` && agrees) {
    return { result: 'doubtful', severity: 'warning', why: '正文其他地方也写这一年，可能是标题的年份写错。', ...problem };
  }
  // A new organ counts from the first day of a month to the end of the year.
  if (/^\d{4}-\d\d-01$/.test(from) && from.startsWith(`${year}-`) && to === `${year}-12-31`) {
    const isNew = report.blocks.some((block) => block.kind !== 'table' && NEW_ORGAN.test(block.text));
    return isNew
      ? {
          result: 'problem',
          severity: 'hint',
          ...problem,
          message: `${problem.message.slice(0, -1)}；本年新组建的单位可以从组建之日起统计，请核对。`,
        }
      : { result: 'problem', severity: 'warning', ...problem };
  }
  return { result: 'problem', ...problem };
}

/** 2023-01-01 → 2023年1月1日 */
function spoken(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
