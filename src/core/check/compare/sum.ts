// What the sums of a text share: how items are added and named, when a gap is a slip, and how it is told.
import type { Equation, Term } from '../../model/finding.ts';
import { blockText } from '../../model/document.ts';
import type { Report } from '../../model/report.ts';
import type { Statement } from '../../model/statement.ts';
import type { Severity } from '../../model/vocabulary.ts';
import { excerpt, tidy } from './comparison.ts';
import type { Comparison } from './comparison.ts';

/** A gap of at most so many, or so much of the total, is a slip of the pen and no open list. */
export const NEAR_COUNT = 3;
const NEAR_SHARE = 0.02;
/** In smaller totals a gap of two may well be something that was not listed. */
const SMALL_TOTAL = 50;
/** Items of a sum without 其中. */
export const MOST_LISTED = 20;
/** Characters of a sentence on either side that are looked at. */
const SENTENCE = 400;

/** What items add up to. */
export const sumOf = (items: readonly Statement[]): number => tidy(items.reduce((sum, item) => sum + (item.value ?? 0), 0));
/** 人次 is counted as 人, 件次 as 件. */
export const unitOf = (statement: Statement): string => statement.unit.replace(/^(.)次$/, '$1');

/** Is the gap so small that a slip is likelier than items that were not listed? */
export function isNear(total: number, sum: number): boolean {
  const gap = Math.abs(total - sum);
  return gap > 0 && total >= SMALL_TOTAL && gap <= Math.max(NEAR_COUNT, total * NEAR_SHARE);
}

/** Do the words of the total name the very items: 建议、提案40件，其中建议13件，提案27件? */
export function named(total: Statement, items: readonly Statement[]): boolean {
  const words = total.quote.slice(0, total.marked.from);
  const labels = items.map(labelOf);
  const tails = labels.map((label) => label.slice(-2));
  // 公示公告97条（其中征地公告12条、环评公示25条）: one name of many kinds.
  const kinds = !/[、和与及]/.test(words) && !labels.every((label) => /^(?:其中)?.{0,2}$|(?:建议|提案)$/.test(label));
  if (items.length > 1 && kinds) return false;
  return new Set(tails).size === tails.length && tails.every((tail) => tail.length === 2 && words.includes(tail));
}

/** The words right before the number of an item. */
export function labelOf(item: Statement): string {
  return item.quote
    .slice(0, item.marked.from)
    .replace(/^.*[，,；;：:、。]/, '')
    .replace(/\s+/g, '')
    .replace(/(?:分别|共计|共|有|为|约)+$/, '');
}

/** The sentence in which a statement stands, and where in its block. */
export function sentenceOf(report: Report, statement: Statement): { readonly words: string; readonly from: number; readonly to: number } {
  const block = report.blocks[statement.at.block];
  const text = block ? blockText(block) : '';
  let from = statement.at.from;
  while (from > 0 && statement.at.from - from < SENTENCE && !'。！？'.includes(text[from - 1]!)) from--;
  let to = statement.at.to;
  while (to < text.length && to - statement.at.to < SENTENCE && !'。！？'.includes(text[to]!)) to++;
  return { words: text.slice(from, to), from, to };
}

/** Items that add up to their total. */
export function agreed(statements: readonly Statement[], total: number, items: readonly number[]): Comparison {
  return {
    rule: 'N-SUM',
    statement: total,
    statements: [total, ...items],
    keys: [],
    name: '分项之和',
    other: sumOf(items.map((index) => statements[index]!)),
    verdict: 'agrees',
    at: [total, ...items].map((index) => statements[index]!.at),
  };
}

/** Items that do not, with the equation. */
export function differs(
  statements: readonly Statement[],
  totalIndex: number,
  indexes: readonly number[],
  sum: number,
  severity: Severity,
): Comparison {
  const total = statements[totalIndex]!;
  const term = (index: number): Term => {
    const item = statements[index]!;
    return { key: 'text', label: labelOf(item).slice(-12) || '分项', value: item.value, at: item.at };
  };
  const left = indexes.map(term);
  const equation: Equation = {
    left,
    right: [{ key: 'text', label: '总数', value: total.value, at: total.at }],
    relation: '=',
    leftSum: sum,
    rightSum: total.value!,
  };
  const spelled = left.length <= 12 ? `（${left.map((each) => each.value).join('＋')}）` : '';
  return {
    ...agreed(statements, totalIndex, indexes),
    other: sum,
    verdict: 'differs',
    severity,
    equation,
    message: `正文“${excerpt(total)}”分项之和为${sum}${spelled}，与总数${total.value}相差${tidy(Math.abs(total.value! - sum))}${total.kind === 'amount' ? '元' : total.unit}。`,
  };
}

/** Is a printed percentage the exact one, rounded or cut off at its last place? */
export function isRounded(exact: number, printed: number, decimals: number): boolean {
  const unit = 10 ** -decimals;
  return Math.abs(exact - printed) <= unit / 2 + 1e-9 || (printed <= exact + 1e-9 && exact < printed + unit);
}
