// Dates that lost 年 or 日, or have digits too many: 20231月, 12月31止, 202023年. Knows no report year. Where both 年 and 月 are gone (20231231日) it was the conversion of the
// file that lost them, and nothing is said.
import { allMatches } from '../text/all-matches.ts';

/** A damaged date, and how it reads whole. */
export interface BrokenDate {
  readonly from: number;
  readonly to: number;
  readonly right: string;
}

const MONTH = /(?<![\d./_—-])(20[0-3]\d)(1[0-2]|[1-9])月/g;
/** No such year: 202023年1月, 20233年12月. */
const YEAR = /(?<![\d.])(?:20)?(20[0-3]\d)\d?年(?=\d{1,2}月)/g;
const END = /月([12]\d|3[01]|[1-9])止/g;

/** All damaged dates in a text. */
export function brokenDatesIn(flat: string): BrokenDate[] {
  const found: BrokenDate[] = [];
  if (!flat.includes('月')) return found;
  for (const match of allMatches(MONTH, flat)) {
    found.push({ from: match.index, to: match.index + match[0].length, right: `${match[1]}年${match[2]}月` });
  }
  for (const match of allMatches(YEAR, flat)) {
    if (match[0].length > 5) found.push({ from: match.index, to: match.index + match[0].length, right: `${match[1]}年` });
  }
  if (!flat.includes('日')) return found;
  for (const match of allMatches(END, flat)) {
    found.push({ from: match.index, to: match.index + match[0].length, right: `月${match[1]}日止` });
  }
  return found;
}
