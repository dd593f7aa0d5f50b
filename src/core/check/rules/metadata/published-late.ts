// The date of publication printed on the page lies behind the day by which the report is due. No date on the page, no judgement.
import type { IsoDate } from '../../../model/report.ts';
import type { OrganKind, Severity } from '../../../model/vocabulary.ts';
import { basisOfRegulation } from '../../basis.ts';
import { specimen } from '../../examples/specimen.ts';
import { topOfReport } from '../../text/parts.ts';
import { defineRule } from '../../rule.ts';
import type { RuleContext } from '../../rule.ts';

/** Days after which a date on a page is more likely that of a later edit or of a new site. */
const REPUBLISHED = 183;
const published = (date: IsoDate, organ = '云溪县水利局') => specimen({ organ, report: { published: date } });

export default defineRule({
  id: 'M-DEADLINE',
  title: '逾期发布',
  severity: 'warning',
  scope: 'report',
  editions: 'all',
  // Month and day as one number: 131 is 31 January.
  thresholds: [
    { id: 'department', title: '县级以上政府部门最迟于次年（月日，131即1月31日）', unit: '月日', initial: 131, min: 101, max: 1231 },
    { id: 'government', title: '县级以上人民政府最迟于次年（月日，331即3月31日）', unit: '月日', initial: 331, min: 101, max: 1231 },
    { id: 'grassroots', title: '乡镇、街道、管委会等最迟于次年（月日，131即1月31日）', unit: '月日', initial: 131, min: 101, max: 1231 },
  ],
  basis: basisOfRegulation(
    '第四十九条（县级以上人民政府部门每年1月31日前，县级以上地方人民政府每年3月31日前）。',
    '第三十一条（各级行政机关每年3月31日前）。',
  ),
  why: '条例规定了公布上一年度报告的期限，逾期发布影响考核，也妨碍公众监督。',
  remedy: '核对网页的发布日期；确属逾期的，说明原因，下一年度按期发布。',
  falseAlarms:
    '网站改版后重新发布的日期不是首次发布日期；乡镇、街道没有法定日期，按当地通知，只作提示；2018年度及以前的报告按当时的规定，一律为次年3月31日前。',
  examples: () => ({
    passes: [
      { title: '县局1月31日发布', report: published('2024-01-31') },
      { title: '县政府3月29日发布', report: published('2024-03-29', '云溪县人民政府') },
      { title: '页面没有发布日期', report: specimen({ report: { published: null } }) },
      { title: '条例修订以前，各机关都到3月31日', report: specimen({ year: 2018, report: { published: '2019-03-28' } }) },
      { title: '年度不能确定', report: specimen({ report: { published: '2024-05-06', year: 2023, inferred: ['year'] } }) },
    ],
    fails: [
      { title: '县局2月20日发布', report: published('2024-02-20') },
      { title: '县政府4月2日发布', report: published('2024-04-02', '云溪县人民政府') },
      { title: '乡政府2月6日发布（提示）', report: published('2024-02-06', '云溪县青石乡人民政府') },
      { title: '县局次年10月的日期，可能是重新发布（提示）', report: published('2024-10-08') },
    ],
  }),
  *check(context) {
    const { report } = context;
    if (report.published === null) {
      yield { result: 'notAssessed', aside: true, why: '文件里没有写发布日期。' };
      return;
    }
    if (report.year === null || report.inferred.includes('year')) {
      yield { result: 'notAssessed', why: '报告年度不能确定。' };
      return;
    }
    const date = report.published;
    const term = report.year < 2019 ? termBefore(context) : termOf(context, report.organKind);
    if (term === null) {
      yield { result: 'notAssessed', why: '单位性质不能确定，不知道适用哪一个期限。' };
      return;
    }
    const limit = `${report.year + 1}-${isoDay(term.day)}`;
    if (date <= limit) {
      yield { result: 'passed' };
      return;
    }
    const again = days(limit, date) > REPUBLISHED;
    const severity = again ? 'hint' : term.severity;
    yield {
      result: 'problem',
      severity,
      message:
        `页面发布日期${spoken(date)}晚于${spoken(limit)}（${term.whose}公布上一年度报告的期限${term.legal ? '' : '，按当地通知'}），` +
        `${again ? '可能是网站改版后重新发布的日期，请核对首次发布日期' : '请核对'}。`,
      at: [topOfReport(report)],
      quote: date,
      place: 'published',
    };
  },
});

interface Term {
  /** 131 for 31 January. */
  readonly day: number;
  readonly whose: string;
  readonly severity: Severity;
  /** The date stands in the regulation. */
  readonly legal: boolean;
}

/** Until the regulation was revised in 2019 there was one date for all. */
function termBefore(context: RuleContext): Term {
  return { day: context.threshold('government'), whose: '各级行政机关', severity: 'warning', legal: true };
}

function termOf(context: RuleContext, kind: OrganKind | null): Term | null {
  switch (kind) {
    case 'government':
      return { day: context.threshold('government'), whose: '县级以上地方人民政府', severity: 'warning', legal: true };
    case 'department':
      return { day: context.threshold('department'), whose: '县级以上政府部门', severity: 'warning', legal: true };
    // Reports under the name of the office are often those of the government itself.
    case 'office':
      return { day: context.threshold('government'), whose: '县级以上地方人民政府', severity: 'warning', legal: true };
    case 'township':
    case 'subdistrict':
    case 'zone':
      return { day: context.threshold('grassroots'), whose: '乡镇、街道和派出机构', severity: 'hint', legal: false };
    default:
      return null;
  }
}

/** 131 → 01-31; a day that no month has runs over the same way in comparing. */
function isoDay(day: number): string {
  const whole = Math.round(day);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(whole / 100))}-${two(whole % 100)}`;
}

/** Days from one date to another, months counted as 30.4 days: good enough to tell half a year. */
function days(from: IsoDate, to: IsoDate): number {
  const count = (date: IsoDate): number => {
    const [year, month, day] = date.split('-').map(Number) as [number, number, number];
    return year * 365 + month * 30.4 + day;
  };
  return count(to) - count(from);
}

/** 2023-01-01 → 2023年1月1日 */
function spoken(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
