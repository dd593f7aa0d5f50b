// Growth and decline against the year before, where the text gives both numbers.
import type { Report } from '../../model/report.ts';
import type { Statement } from '../../model/statement.ts';
import { excerpt } from './comparison.ts';
import type { Comparison } from './comparison.ts';
import { isRounded, sentenceOf } from './sum.ts';

/** 比上年增加25%: a percentage against the two years it follows from. */
export function compareChange(report: Report, statements: readonly Statement[], index: number): Comparison | null {
  const change = statements[index]!;
  if (change.of === undefined || change.approximate || change.value === null) return null;
  const years = twoYears(report, statements, index, change.of);
  if (!years) return null;
  const { now, before } = years;
  const right = ((now.value - before.value) / before.value) * 100;
  const base = baseOf(statements, index, years, Math.round(right * 10) / 10);
  const sameWay = change.grew === undefined || right === 0 || change.grew === right > 0;
  if (sameWay && isRounded(Math.abs(right), change.value, change.decimals)) return { ...base, verdict: 'agrees' };
  const printed = Math.max(1, change.decimals);
  return {
    ...base,
    verdict: 'differs',
    message: `正文称“${excerpt(change)}”，按正文的${now.value}${now.unit}和上年的${before.value}${before.unit}计算应为${right < 0 ? '下降' : '增长'}${Math.round(Math.abs(right) * 10 ** printed) / 10 ** printed}%。`,
  };
}

/** 比上年的160条增加50条. */
export function compareDifference(report: Report, statements: readonly Statement[], index: number): Comparison | null {
  const change = statements[index]!;
  const way = /(增加|增长|增多|上升|多|减少|下降|少|降低)了?$/.exec(change.quote.slice(0, change.marked.from))?.[1];
  if (way === undefined || change.approximate || change.value === null) return null;
  const years = twoYears(report, statements, index, index);
  if (!years || years.now.unit !== change.unit) return null;
  const { now, before } = years;
  const right = now.value - before.value;
  const grew = /增|升|多/.test(way);
  const base = baseOf(statements, index, years, right);
  if ((grew ? right : -right) === change.value) return { ...base, verdict: 'agrees' };
  return {
    ...base,
    verdict: 'differs',
    message: `正文称“${excerpt(change)}”，按正文的${now.value}${now.unit}和上年的${before.value}${before.unit}计算应为${right < 0 ? '减少' : '增加'}${Math.abs(right)}${now.unit}。`,
  };
}

interface YearNumber {
  readonly index: number;
  readonly value: number;
  readonly unit: string;
}

/** What a comparison of a change says in any case; `right` is what the change should be. */
function baseOf(
  statements: readonly Statement[],
  index: number,
  { now, before }: { readonly now: YearNumber; readonly before: YearNumber },
  right: number,
): Omit<Comparison, 'verdict'> {
  return {
    rule: 'N-YOY',
    statement: index,
    statements: [index, now.index, before.index],
    keys: [],
    name: `上年${before.value}${before.unit}`,
    other: right,
    at: [statements[index]!.at, statements[now.index]!.at, statements[before.index]!.at],
  };
}

/** This year's number and last year's beside a change; null where one is not said, or there are several. */
function twoYears(
  report: Report,
  statements: readonly Statement[],
  index: number,
  of: number,
): { now: YearNumber; before: YearNumber } | null {
  const change = statements[index]!;
  const text = sentenceOf(report, change);
  const usable = (each: Statement): boolean =>
    each !== change && each.at.block === change.at.block && each.kind !== 'percent' && !each.approximate && !!each.value;
  const within = (each: Statement): boolean => each.at.from >= text.from && each.at.from < text.to;
  const lastYear = (each: Statement): boolean => each.year === 'last' || (report.year !== null && each.year === report.year - 1);
  // 较上年增加20件: not last year's number.
  const isChange = (each: Statement): boolean => /(?:增|减|升|降|多|少)[^，,；;。]*$/.test(each.quote.slice(0, each.marked.from));
  const made = (at: number): YearNumber => ({ index: at, value: statements[at]!.value!, unit: statements[at]!.unit });
  let now = of;
  // 2023年200条，2022年160条，增长25%: the number beside the change is last year's.
  if (now === index || lastYear(statements[now]!)) {
    now = Math.min(now, index) - 1;
    while (now >= Math.max(0, index - 3) && !(usable(statements[now]!) && !lastYear(statements[now]!) && !isChange(statements[now]!)))
      now--;
    if (now < Math.max(0, index - 3)) return null;
  }
  const current = statements[now]!;
  if (!usable(current) || lastYear(current) || !within(current)) return null;
  // 较上年的80件增长21.3%，比2021年的62件增长56.5%: against a year before that.
  if (typeof current.year === 'number' && report.year !== null && current.year < report.year) return null;
  for (let near = Math.max(0, index - 3); near <= Math.min(statements.length - 1, index + 2); near++) {
    const before = statements[near]!;
    if (near === now || !usable(before) || !within(before) || before.kind !== current.kind || before.unit !== current.unit) continue;
    if (lastYear(before) && !isChange(before)) return { now: made(now), before: made(near) };
  }
  return null;
}
