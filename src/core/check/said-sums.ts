// Sums, shares and changes said in the text itself: do the items make the total, does the percentage follow from its numbers.
// Accepts every reading under which it is right; what is no closed list is not judged.
import type { Equation, Term } from '../model/finding.ts';
import { blockText } from '../model/document.ts';
import type { Report } from '../model/report.ts';
import type { Statement } from '../model/statement.ts';
import type { Severity } from '../model/vocabulary.ts';
import { excerpt, tidy } from './comparison.ts';
import type { CellSum, Comparison } from './comparison.ts';

/** What is needed of the tables. */
interface Cells {
  sum(keys: readonly string[]): CellSum;
}

/** A gap of at most so many, or so much of the total, is a slip of the pen and no open list. */
const NEAR_COUNT = 3;
const NEAR_SHARE = 0.02;
/** In smaller totals a gap of two may well be something that was not listed. */
const SMALL_TOTAL = 50;
/** Statements before and behind a share among which its base is looked for. */
const FAR = 60;
const WHOLE = /^(?:分别|即)/;

/** Every sum, share and change that could be judged, in reading order of its total. */
export function compareSums(report: Report, statements: readonly Statement[], cells: Cells): readonly Comparison[] {
  const groups = new Map<number, number[]>();
  statements.forEach((statement, index) => {
    if (!statement.part) return;
    const items = groups.get(statement.part.group);
    if (items) items.push(index);
    else groups.set(statement.part.group, [index]);
  });
  const found: Comparison[] = [];
  const totals = new Set<number>();
  for (const items of groups.values()) {
    const total = statements[items[0]!]!.part!.total;
    totals.add(total);
    const comparison = compareList(statements, total, items);
    if (comparison) found.push(comparison);
  }
  statements.forEach((statement, index) => {
    if (!totals.has(index)) {
      const comparison = compareNamed(report, statements, index);
      if (comparison) found.push(comparison);
    }
    const rate =
      statement.concept === 'share'
        ? compareShare(statements, index, cells)
        : statement.concept === 'change'
          ? compareChange(report, statements, index)
          : null;
    if (rate) found.push(rate);
  });
  return found.sort((a, b) => a.statement - b.statement);
}

const CHANNEL = 'channel';
/** In which respect an item divides requests: by the way they came, by who asked, by what came of them. */
function dimensionOf(item: Statement): string {
  if (item.concept === null) return 'topic';
  if (item.applicant) return item.concept === 'received' ? 'applicant' : 'other';
  if (item.outcome) return 'outcome';
  if (item.route) return 'route';
  if (item.concept === 'received' && item.guards.includes(CHANNEL)) return CHANNEL;
  if (/^(?:granted|partial|grantedOrPartial|denied|unable|refused|otherHandling|withdrawn)$/.test(item.concept)) return 'result';
  return 'other';
}

const sumOf = (items: readonly Statement[]): number => tidy(items.reduce((sum, item) => sum + (item.value ?? 0), 0));
const unitOf = (statement: Statement): string => statement.unit.replace(/^(.)次$/, '$1');

function compareList(statements: readonly Statement[], totalIndex: number, indexes: readonly number[]): Comparison | null {
  const total = statements[totalIndex]!;
  const all = indexes.map((index) => statements[index]!);
  const { opener, nested } = all[0]!.part!;
  const same = indexes.filter((index) => unitOf(statements[index]!) === unitOf(total));
  const items = same.map((index) => statements[index]!);
  if (total.value === null || total.approximate || all.some((item) => item.approximate || item.value === null)) return null;
  if (items.length < 2) return null;

  if (total.concept !== null) {
    // Requests and disputes are divided in several respects at once: each respect for itself.
    for (const dimension of [CHANNEL, 'applicant', 'route', 'outcome', 'result', 'topic']) {
      const own = same.filter((index) => dimensionOf(statements[index]!) === dimension);
      if (own.length < 2) continue;
      const sum = sumOf(own.map((index) => statements[index]!));
      if (sum === total.value) return agreed(statements, totalIndex, own);
      const closed = dimension === CHANNEL || dimension === 'applicant' || dimension === 'route';
      if (closed && (sum > total.value || isNear(total.value, sum))) return differs(statements, totalIndex, own, sum, 'warning');
    }
    return null;
  }

  const prefixes = runs(items, total.value);
  if (prefixes) return agreed(statements, totalIndex, same.slice(prefixes.from, prefixes.to));
  if (sumOf(all) === total.value) return agreed(statements, totalIndex, indexes);
  const mixed = all.length > items.length;
  const open = all.some((item) => item.part!.open);
  // What belongs to what cannot be told, or other units count too, or one item alone is the total: no closed list.
  if (nested || all.some((item) => item.part!.nested) || mixed || items.some((item) => item.value === total.value)) return null;
  if (items.some((item) => item.concept !== null)) return null;
  const sum = sumOf(items);
  const whole = WHOLE.test(opener);
  if (sum > total.value) {
    const near = nearPrefix(items, total.value);
    if (near !== null) return differs(statements, totalIndex, same.slice(0, near), sumOf(items.slice(0, near)), 'warning');
    if (opener === '：' || opener === '（') return null;
    return differs(statements, totalIndex, same, sum, whole ? 'error' : 'warning');
  }
  if (open) return null;
  if (isNear(total.value, sum) || whole || named(total, items)) return differs(statements, totalIndex, same, sum, 'warning');
  return null;
}

/** A run of at least two neighbouring items that makes the total; items may be longer than what belongs to it. */
function runs(items: readonly Statement[], total: number): { from: number; to: number } | null {
  for (let from = 0; from < items.length - 1; from++) {
    let sum = 0;
    for (let to = from; to < items.length; to++) {
      sum += items[to]!.value!;
      if (to > from && tidy(sum) === total) return { from, to: to + 1 };
    }
  }
  return null;
}

function nearPrefix(items: readonly Statement[], total: number): number | null {
  let sum = 0;
  for (let count = 1; count < items.length; count++) {
    sum += items[count - 1]!.value!;
    if (count >= 2 && isNear(total, sum)) return count;
  }
  return null;
}

function isNear(total: number, sum: number): boolean {
  const gap = Math.abs(total - sum);
  return gap > 0 && total >= SMALL_TOTAL && gap <= Math.max(NEAR_COUNT, total * NEAR_SHARE);
}

/** Do the words of the total name the very items: 建议、提案40件，其中建议13件，提案27件? */
function named(total: Statement, items: readonly Statement[]): boolean {
  const words = total.quote.slice(0, total.marked.from);
  if (!/[、和与及]/.test(words)) return false;
  const tails = items.map((item) => labelOf(item).slice(-2));
  return new Set(tails).size === tails.length && tails.every((tail) => tail.length === 2 && words.includes(tail));
}

function labelOf(item: Statement): string {
  return item.quote
    .slice(0, item.marked.from)
    .replace(/^.*[，,；;：:、。]/, '')
    .replace(/\s+/g, '')
    .replace(/(?:分别|共计|共|有|为|约)+$/, '');
}

/** 建议、提案40件，建议13件，提案27件, without 其中. */
function compareNamed(report: Report, statements: readonly Statement[], index: number): Comparison | null {
  const total = statements[index]!;
  if (total.kind !== 'count' || total.concept !== null || total.part || total.approximate || total.value === null) return null;
  if (!/[、和与及]/.test(total.quote.slice(0, total.marked.from))) return null;
  const block = report.blocks[total.at.block];
  const text = block ? blockText(block) : '';
  const indexes: number[] = [];
  for (let next = index + 1; next < statements.length && indexes.length < 6; next++) {
    const item = statements[next]!;
    const from = statements[next - 1]!.at.to;
    if (item.at.block !== total.at.block || item.kind !== 'count' || unitOf(item) !== unitOf(total) || item.approximate || item.part) break;
    if (item.guards.includes('comparison') || item.at.from - from > 60 || /[。！？]/.test(text.slice(from, item.at.from))) break;
    if (!named(total, [item])) break;
    indexes.push(next);
  }
  const items = indexes.map((each) => statements[each]!);
  if (items.length < 2 || !named(total, items)) return null;
  const sum = sumOf(items);
  return sum === total.value ? agreed(statements, index, indexes) : differs(statements, index, indexes, sum, 'warning');
}

function agreed(statements: readonly Statement[], total: number, items: readonly number[]): Comparison {
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

function differs(
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
    message: `正文“${excerpt(total)}”分项之和为${sum}${spelled}，与总数${total.value}相差${tidy(Math.abs(total.value! - sum))}。`,
  };
}

const REQUEST_BASES = [['t3.r.total.total'], ['t3.newReceived.total'], ['t3.newReceived.total', 't3.carriedIn.total']];
const REQUESTS =
  /^(?:received|due|handled|done|carriedIn|carriedOut|carried|granted|partial|grantedOrPartial|denied|unable|refused|otherHandling|withdrawn|reason)$/;

function compareShare(statements: readonly Statement[], index: number, cells: Cells): Comparison | null {
  const share = statements[index]!;
  const part = share.of === undefined ? undefined : statements[share.of];
  if (!part || share.approximate || part.approximate || part.value === null || share.value === null) return null;
  if (part.at.block !== share.at.block || share.at.from - part.at.to > 30) return null;
  const explicit: { value: number; name: string; index: number | null }[] = [];
  if (part.part) {
    const total = statements[part.part.total]!;
    if (total.value !== null && !total.approximate)
      explicit.push({ value: total.value, name: `总数${total.value}`, index: part.part.total });
  }
  const asked = part.concept !== null && REQUESTS.test(part.concept) && !part.applicant;
  if (asked) {
    for (const keys of REQUEST_BASES) {
      const sum = cells.sum(keys);
      if (sum.ok && sum.value > 0)
        explicit.push({
          value: sum.value,
          name: `表三${keys.length > 1 ? '新收＋结转' : keys[0]!.includes('newReceived') ? '本年新收' : '办理结果总计'}${sum.value}`,
          index: null,
        });
    }
  }
  const fits = (base: number): boolean => base > 0 && isRounded((part.value! / base) * 100, share.value!, share.decimals);
  const base = { rule: 'N-PCT', statement: index, statements: [index, share.of!], keys: [], name: '所占比例', at: [share.at, part.at] };
  const hit = explicit.find((each) => fits(each.value));
  if (hit) return { ...base, name: hit.name, other: share.value, verdict: 'agrees' };
  // Any other number of the same part of the report may be what it is a share of.
  const near = statements
    .slice(Math.max(0, index - FAR), index + FAR)
    .find((each) => each.section === share.section && each.kind === part.kind && each.value !== null && each !== part && fits(each.value));
  if (near) return { ...base, name: `${excerpt(near)}`, other: share.value, verdict: 'agrees' };
  const main = explicit[0];
  if (!main || part.value > main.value) return null;
  const right = Math.round((part.value / main.value) * 100 * 10 ** Math.max(1, share.decimals)) / 10 ** Math.max(1, share.decimals);
  return {
    ...base,
    name: main.name,
    other: right,
    verdict: 'differs',
    at: [share.at, part.at, ...(main.index === null ? [] : [statements[main.index]!.at])],
    message: `正文称“${excerpt(part)}”占${share.value}%，按${main.name}计算应为${right}%。`,
  };
}

function compareChange(report: Report, statements: readonly Statement[], index: number): Comparison | null {
  const change = statements[index]!;
  const now = change.of === undefined ? undefined : statements[change.of];
  if (!now || change.approximate || now.approximate || !now.value || change.value === null || now.at.block !== change.at.block) return null;
  const lastYear = (each: Statement): boolean => each.year === 'last' || (report.year !== null && each.year === report.year - 1);
  for (let near = Math.max(0, index - 3); near <= Math.min(statements.length - 1, index + 2); near++) {
    const before = statements[near]!;
    if (before === now || before.at.block !== change.at.block || before.kind !== now.kind || before.unit !== now.unit) continue;
    if (!lastYear(before) || before.approximate || !before.value) continue;
    // 较上年增加20件: not last year's number.
    if (/(?:增|减|升|降|多|少)[^，,；;。]*$/.test(before.quote.slice(0, before.marked.from))) continue;
    const right = ((now.value - before.value) / before.value) * 100;
    const base = {
      rule: 'N-YOY',
      statement: index,
      statements: [index, change.of!, near],
      keys: [],
      name: `上年${before.value}${before.unit}`,
      other: Math.round(right * 10) / 10,
      at: [change.at, now.at, before.at],
    };
    if (isRounded(Math.abs(right), change.value, change.decimals)) return { ...base, verdict: 'agrees' };
    return {
      ...base,
      verdict: 'differs',
      message: `正文称“${excerpt(change)}”，按正文的${now.value}${now.unit}和上年的${before.value}${before.unit}计算应为${right < 0 ? '下降' : '增长'}${Math.round(Math.abs(right) * 10) / 10}%。`,
    };
  }
  return null;
}

/** Is a printed percentage the exact one, rounded or cut off at its last place? */
function isRounded(exact: number, printed: number, decimals: number): boolean {
  const unit = 10 ** -decimals;
  return Math.abs(exact - printed) <= unit / 2 + 1e-9 || (printed <= exact + 1e-9 && exact < printed + unit);
}
