// A part of the year (上半年, 一季度, 5月份, 截至6月底): what is counted in it is no number of the whole year.

/** From the first month to the last, or up to the end of the last one. */
const WHOLE_YEAR = /(?:^|[^\d])1月?份?[至到—~-]+12月|(?:12|十二)月(?:份|底|末)/;
/** A month that goes on with a day is a date. */
const PART_OF_YEAR =
  /[上下前后]半年|半年内|[一二三四1-4前后]个?季度|(?:^|[^\d])(?:1[0-2]|[1-9])月份?(?!\d|[一二三四五六七八九十])|(?:十[一二]?|[二三四五六七八九])月份?(?!\d|[一二三四五六七八九十])/;
/** Characters of a clause that are looked at. */
const LONGEST = 160;

/** Does a clause speak of a part of the year; null where it says nothing of it. */
export function isPartOfYear(text: string, from: number, to: number): boolean | null {
  const clause = text.slice(from, Math.min(to, from + LONGEST));
  if (!/[年月季]/.test(clause)) return null;
  if (WHOLE_YEAR.test(clause)) return false;
  if (PART_OF_YEAR.test(clause)) return true;
  return /全年|[本今年]年|年度|\d年/.test(clause) ? false : null;
}
