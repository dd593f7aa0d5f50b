// The period the figures are for, and the date the page was published.
import type { Block, Position } from '../model/document.ts';
import type { IsoDate, Period } from '../model/report.ts';

const SEPARATOR = '(?:[零0]时)?(?:起始|起|开始|始)?[，,]?\\s*(?:至|到|—+|–|-|－|~|～)\\s*';
const DATE = '(20\\d\\d)\\s*(?:年度?|[./-])\\s*(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})\\s*日?';
const END = '(?:(20\\d\\d)\\s*[年./-]\\s*)?(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})\\s*日?';
const RANGE = new RegExp(`${DATE}\\s*${SEPARATOR}${END}`);
/** Digits glued together or taken out: 「自202211日起至20221231日」, 「2025  1  1  日」. */
const GLUED = /(20\d\d)\s*年?\s*(\d{2,4}|\d\s+\d)\s*日\s*(?:起|开始)?\s*(?:至|到)\s*(20\d\d)/;
/** Months only: 「2023年1月至12月」. */
const MONTHS = /(20\d\d)\s*年\s*1\s*月份?\s*(?:起|开始)?\s*(?:至|到|—+|–|-|－|~|～)\s*(?:(20\d\d)\s*年\s*)?12\s*月(?!\s*\d)/;
/** A whole year told of the report itself: 「反映2023年1月1日至12月31日的情况」. */
const TOLD = /报告|情况|公开/;
/** Nearly a whole year is told of the report only where it says so: 「本报告…，涵盖2023年1月1日至12月21日的情况」. */
const COVERED = /涵盖|反映|本(?:年度)?(?:报告|年报)|起止/;
const TOPIC = /统计|期限|期间|时限|所列数据|数据/;
/** Only these tell a period much shorter than a year of the figures; 公示期限, 培训期间 are of something else. */
const FIGURES = /统计|数据/;

const pad = (text: string): string => text.padStart(2, '0');
const iso = (year: string, month: string, day: string): IsoDate => `${year}-${pad(month)}-${pad(day)}`;

/** The sentence around a place in a text. */
function sentenceAround(text: string, from: number, to: number): string {
  const start = Math.max(text.lastIndexOf('。', from), text.lastIndexOf('；', from)) + 1;
  const ends = ['。', '；'].map((mark) => text.indexOf(mark, to)).filter((at) => at >= 0);
  return text.slice(start, ends.length > 0 ? Math.min(...ends) : text.length);
}

/** The stated period, only in a sentence that speaks of figures or a period. */
export function findPeriod(blocks: readonly Block[]): Period | null {
  let told: Period | null = null;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!;
    if (block.kind !== 'paragraph') continue;
    const place = (from: number, to: number): Position => ({
      block: index,
      from,
      to,
      ...(block.line === undefined ? {} : { line: block.line }),
    });
    const range = RANGE.exec(block.text);
    if (range) {
      const [quote, year, month, day, endYear, endMonth, endDay] = range;
      const period: Period = {
        from: iso(year!, month!, day!),
        to: iso(endYear ?? year!, endMonth!, endDay!),
        quote,
        at: place(range.index, range.index + quote.length),
        certainty: 'sure',
      };
      const sentence = sentenceAround(block.text, range.index, range.index + quote.length);
      const nearly = isNearlyYear(period) || period.to < period.from;
      if (nearly ? TOPIC.test(sentence) : FIGURES.test(sentence)) return period;
      const whole = period.from === `${year}-01-01` && period.to === `${year}-12-31`;
      if (told === null && TOLD.test(sentence) && (whole || (nearly && COVERED.test(sentence)))) told = period;
    }
    const months = MONTHS.exec(block.text);
    if (months && TOPIC.test(sentenceAround(block.text, months.index, months.index + months[0].length))) {
      const at = place(months.index, months.index + months[0].length);
      return { from: `${months[1]}-01-01`, to: `${months[2] ?? months[1]}-12-31`, quote: months[0], at, certainty: 'sure' };
    }
    const glued = GLUED.exec(block.text);
    if (glued && TOPIC.test(sentenceAround(block.text, glued.index, glued.index + glued[0].length))) {
      const at = place(glued.index, glued.index + glued[0].length);
      return { from: `${glued[1]}-01-01`, to: `${glued[3]}-12-31`, quote: glued[0], at, certainty: 'doubtful' };
    }
  }
  return told;
}

/** From a day of January or of the last December to a day of December or of the next January. */
function isNearlyYear({ from, to }: Period): boolean {
  const month = (date: IsoDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  const months = month(to) - month(from);
  return (from.slice(5, 7) === '01' || to.slice(5, 7) === '12') && months >= 10 && months <= 12;
}

const PUBLISHED = /(?:发布|发文|发表|公开|成文|信息)(?:时间|日期)\s*[:：]?\s*(20\d\d)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})/;
/** The line of a page below its title: 「来源：… 时间：2024-01-12 16:34」. */
const BYLINE = /来源|浏览|阅读|点击|访问|字体|字号|作者|编辑|打印|分享/;
const DAY = '(20\\d\\d)\\s*[年./-]\\s*(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})';
/** In such a line 时间 alone is the time of publication, and so is a day with its hour. */
const IN_BYLINE = new RegExp(`(?:^|[^\\u4e00-\\u9fff])(?:时间|日期)\\s*[:：]\\s*${DAY}|(?<!\\d)${DAY}日?\\s+\\d{1,2}[:：]\\d{2}`);
const LONGEST_BYLINE = 120;

/**
 * Date of publication where the page prints one.
 * @param firstSection block of the first part; what stands below is text, not a byline
 */
export function findPublished(blocks: readonly Block[], firstSection: number): IsoDate | null {
  let byline: IsoDate | null = null;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!;
    if (block.kind === 'table' || block.kind === 'picture') continue;
    const match = PUBLISHED.exec(block.text);
    if (match) return iso(match[1]!, match[2]!, match[3]!);
    if (byline !== null || index >= firstSection || block.text.length > LONGEST_BYLINE) continue;
    const alone = /^\s*(?:时间|日期)\s*[:：]/.test(block.text);
    const found = alone || BYLINE.test(block.text) ? IN_BYLINE.exec(block.text) : null;
    if (found) byline = iso(found[1] ?? found[4]!, found[2] ?? found[5]!, found[3] ?? found[6]!);
  }
  return byline;
}
