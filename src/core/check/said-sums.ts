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
/** Shares of things that overlap make more. */
const MOST_SHARES = 120;
/** Items of a sum without 其中. */
const MOST_LISTED = 20;
/** Characters of a sentence on either side that are looked at. */
const SENTENCE = 400;
/** Statements before and behind a share among which its base is looked for. */
const FAR = 60;
/** Items in brackets or behind a colon that exceed their total by more than that are something else. */
const OVER_SHARE = 1.25;
/** A total behind its items may be off by that share before they are taken for other things. */
const BEHIND_SHARE = 0.1;
/** Characters between the last item and 共50条. */
const BEHIND_GAP = 12;
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
      const comparison =
        compareNamed(report, statements, index) ?? compareListed(report, statements, index) ?? compareBehind(report, statements, index);
      if (comparison) found.push(comparison);
    }
    const rate =
      statement.concept === 'share'
        ? compareShare(statements, index, cells)
        : statement.concept === 'change'
          ? compareChange(report, statements, index)
          : statement.kind === 'count' && statement.guards.includes('comparison')
            ? compareDifference(report, statements, index)
            : null;
    if (rate) found.push(rate);
    const shares = statement.concept === 'share' ? compareShares(report, statements, index) : null;
    if (shares) found.push(shares);
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
  // 其中通知2次、组织机构1次: a word that looks like a deed broke the list off; what follows in the same breath belongs to it.
  const rest = goingOn(statements, indexes);
  if (rest.length > 0) {
    const longer = [...same, ...rest];
    return sumOf(longer.map((index) => statements[index]!)) === total.value ? agreed(statements, totalIndex, longer) : null;
  }
  const sum = sumOf(items);
  const whole = WHOLE.test(opener);
  if (sum > total.value) {
    const near = nearPrefix(items, total.value);
    if (near !== null) return differs(statements, totalIndex, same.slice(0, near), sumOf(items.slice(0, near)), 'warning');
    // 236条：…, 32篇（…）: what follows may overlap, but not by little.
    if (opener === '：' || opener === '（') {
      const closed = !open && !items.some((item) => item.verb !== undefined) && sum <= total.value * OVER_SHARE;
      return closed ? differs(statements, totalIndex, same, sum, 'warning') : null;
    }
    return differs(statements, totalIndex, same, sum, whole ? 'error' : 'warning');
  }
  if (open) return null;
  if (isNear(total.value, sum) || whole || named(total, items)) return differs(statements, totalIndex, same, sum, 'warning');
  return null;
}

/** Numbers of the same unit that follow the last item within its own stretch of text. */
function goingOn(statements: readonly Statement[], indexes: readonly number[]): readonly number[] {
  const last = indexes[indexes.length - 1]!;
  const { quote, at, unit } = statements[last]!;
  const rest: number[] = [];
  for (let next = last + 1; next < statements.length && rest.length < MOST_LISTED; next++) {
    const each = statements[next]!;
    if (each.at.block !== at.block || each.quote !== quote || each.kind !== 'count' || each.unit !== unit || each.part) break;
    rest.push(next);
  }
  return rest;
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
  const tails = items.map((item) => labelOf(item).slice(-2));
  return new Set(tails).size === tails.length && tails.every((tail) => tail.length === 2 && words.includes(tail));
}

/** Do the words of the total join the names of the items: 建议和提案, 条例、办法? */
function joined(total: Statement, items: readonly Statement[]): boolean {
  const words = total.quote.slice(0, total.marked.from);
  const at = items.map((item) => words.lastIndexOf(labelOf(item).slice(-2))).sort((a, b) => a - b);
  return at.every((from, index) => index === 0 || /^.{2}[^，]{0,6}?[、和与及]/.test(words.slice(at[index - 1]!, from)));
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
  // The names must stand side by side in the total, and no item may be more than it: 建议及办理结果672件，提案及办理结果788件.
  if (items.some((item) => item.value! > total.value!) || !joined(total, items)) return null;
  const sum = sumOf(items);
  return sum === total.value ? agreed(statements, index, indexes) : differs(statements, index, indexes, sum, 'warning');
}

/** 共1204条，网站604条，微信490条，微博110条: without 其中 only a near miss is a slip. */
function compareListed(report: Report, statements: readonly Statement[], index: number): Comparison | null {
  const total = statements[index]!;
  if (total.kind !== 'count' || total.concept !== null || total.part || total.approximate || !total.value || total.total !== true)
    return null;
  const text = sentenceOf(report, total);
  const indexes: number[] = [];
  for (let next = index + 1; next < statements.length && indexes.length < MOST_LISTED; next++) {
    const item = statements[next]!;
    if (item.at.block !== total.at.block || item.at.from >= text.to || item.total === true) break;
    if (item.guards.includes('comparison') || item.approximate || item.part || item.concept !== null) return null;
    if (item.kind === 'count' && unitOf(item) === unitOf(total)) indexes.push(next);
    else return null;
  }
  if (indexes.length < 2) return null;
  const items = indexes.map((each) => statements[each]!);
  const sum = sumOf(items);
  if (sum === total.value) return agreed(statements, index, indexes);
  return isNear(total.value, sum) && items.every((item) => item.value! < total.value!)
    ? differs(statements, index, indexes, sum, 'warning')
    : null;
}

/** 网站134条、微信210条，共计354条: a total right behind its items. */
function compareBehind(report: Report, statements: readonly Statement[], index: number): Comparison | null {
  const total = statements[index]!;
  if (total.kind !== 'count' || total.concept !== null || total.part || total.approximate || !total.value || total.total !== true)
    return null;
  const text = sentenceOf(report, total);
  const indexes: number[] = [];
  for (let next = index - 1; next >= 0 && indexes.length < MOST_LISTED; next--) {
    const item = statements[next]!;
    if (item.at.block !== total.at.block || item.at.from < text.from || item.total === true) break;
    if (item.kind !== 'count' || unitOf(item) !== unitOf(total)) break;
    const apart = item.part && unitOf(statements[item.part.total]!) === unitOf(total);
    if (item.guards.includes('comparison') || item.approximate || apart || item.concept !== null) return null;
    indexes.unshift(next);
  }
  if (indexes.length < 2) return null;
  const gap = text.words.slice(statements[index - 1]!.at.to - text.from, total.at.from - text.from);
  if (gap.length > BEHIND_GAP || !/^[，,；;]?(?:一共|总共|共计|合计|总计|累计|共)/.test(gap.trim())) return null;
  for (let from = 0; from + 1 < indexes.length; from++) {
    const some = indexes.slice(from);
    if (sumOf(some.map((each) => statements[each]!)) === total.value) return agreed(statements, index, some);
  }
  const sum = sumOf(indexes.map((each) => statements[each]!));
  const near = Math.abs(sum - total.value) <= Math.max(NEAR_COUNT, total.value * BEHIND_SHARE);
  // 建议13件、提案17件，共40件: nothing stands between, so nothing else is meant.
  const right = /^[，,]?(?:一共|总共|共计|合计|总计|共)$/.test(gap.trim());
  return near || right ? differs(statements, index, indexes, sum, 'warning') : null;
}

/** The sentence in which a statement stands, and where in its block. */
function sentenceOf(report: Report, statement: Statement): { readonly words: string; readonly from: number; readonly to: number } {
  const block = report.blocks[statement.at.block];
  const text = block ? blockText(block) : '';
  let from = statement.at.from;
  while (from > 0 && statement.at.from - from < SENTENCE && !/[。！？]/.test(text[from - 1]!)) from--;
  let to = statement.at.to;
  while (to < text.length && to - statement.at.to < SENTENCE && !/[。！？]/.test(text[to]!)) to++;
  return { words: text.slice(from, to), from, to };
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
  const main = explicit[0] ?? siblingBase(statements, index, part);
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

/** What the share before this one was a share of: 200条，网站120条，占60%；微信80条，占45%. */
function siblingBase(
  statements: readonly Statement[],
  index: number,
  part: Statement,
): { value: number; name: string; index: number | null } | null {
  const share = statements[index]!;
  for (let near = index - 1; near >= Math.max(0, index - 4); near--) {
    const sibling = statements[near]!;
    const whose = sibling.of === undefined ? undefined : statements[sibling.of];
    if (sibling.concept !== 'share' || sibling.at.block !== share.at.block || !whose?.value || whose.unit !== part.unit) continue;
    for (let base = sibling.of! - 1; base >= Math.max(0, sibling.of! - 6); base--) {
      const total = statements[base]!;
      if (total.at.block !== share.at.block || total.unit !== part.unit || !total.value || total.approximate) continue;
      if (isRounded((whose.value / total.value) * 100, sibling.value!, sibling.decimals))
        return { value: total.value, name: `总数${total.value}`, index: base };
    }
  }
  return null;
}

/** 动态类占50%，公告类占30%，政策类占25%: shares of one thing that exceed it, or miss it by little. */
function compareShares(report: Report, statements: readonly Statement[], index: number): Comparison | null {
  const first = statements[index]!;
  const isShare = (each: Statement): boolean => each.concept === 'share' && !each.approximate && each.value !== null;
  const text = sentenceOf(report, first);
  // Only the first share of a sentence speaks for all.
  for (let near = index - 1; near >= Math.max(0, index - FAR); near--) {
    const each = statements[near]!;
    if (each.at.block !== first.at.block || each.at.from < text.from) break;
    if (each.concept === 'share') return null;
  }
  const indexes: number[] = [];
  for (let next = index; next < statements.length && indexes.length < MOST_LISTED; next++) {
    const each = statements[next]!;
    if (each.at.block !== first.at.block || each.at.from >= text.to) break;
    if (each.kind === 'percent') {
      if (!isShare(each)) return null;
      indexes.push(next);
    } else if (each.kind !== 'count') return null;
  }
  if (indexes.length < 3 || /等|以上|合计|共占|其余/.test(text.words.slice(first.at.from - text.from))) return null;
  const sum = sumOf(indexes.map((each) => statements[each]!));
  const slack = indexes.reduce((all, each) => all + 10 ** -statements[each]!.decimals, 0);
  const gap = Math.abs(sum - 100);
  if (gap <= slack) return null;
  if (sum > 100 ? sum > MOST_SHARES : gap > NEAR_COUNT) return null;
  return {
    rule: 'N-PCT',
    statement: index,
    statements: indexes,
    keys: [],
    name: '各项所占比例之和',
    other: sum,
    verdict: 'differs',
    at: indexes.map((each) => statements[each]!.at),
    message: `正文“${excerpt(first)}”等${indexes.length}项所占比例之和为${sum}%（${indexes.map((each) => `${statements[each]!.value}%`).join('＋')}），应为100%。`,
    ...(sum > 100 ? { severity: 'warning' as const } : {}),
  };
}

function compareChange(report: Report, statements: readonly Statement[], index: number): Comparison | null {
  const change = statements[index]!;
  if (change.of === undefined || change.approximate || change.value === null) return null;
  const years = twoYears(report, statements, index, change.of);
  if (!years) return null;
  const { now, before } = years;
  const right = ((now.value - before.value) / before.value) * 100;
  const base = {
    rule: 'N-YOY',
    statement: index,
    statements: [index, now.index, before.index],
    keys: [],
    name: `上年${before.value}${before.unit}`,
    other: Math.round(right * 10) / 10,
    at: [change.at, statements[now.index]!.at, statements[before.index]!.at],
  };
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
function compareDifference(report: Report, statements: readonly Statement[], index: number): Comparison | null {
  const change = statements[index]!;
  const way = /(增加|增长|增多|上升|多|减少|下降|少|降低)了?$/.exec(change.quote.slice(0, change.marked.from))?.[1];
  if (way === undefined || change.approximate || change.value === null) return null;
  const years = twoYears(report, statements, index, index);
  if (!years || years.now.unit !== change.unit) return null;
  const { now, before } = years;
  const right = now.value - before.value;
  const grew = /增|升|多/.test(way);
  const base = {
    rule: 'N-YOY',
    statement: index,
    statements: [index, now.index, before.index],
    keys: [],
    name: `上年${before.value}${before.unit}`,
    other: right,
    at: [change.at, statements[now.index]!.at, statements[before.index]!.at],
  };
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
  for (let near = Math.max(0, index - 3); near <= Math.min(statements.length - 1, index + 2); near++) {
    const before = statements[near]!;
    if (near === now || !usable(before) || !within(before) || before.kind !== current.kind || before.unit !== current.unit) continue;
    if (lastYear(before) && !isChange(before)) return { now: made(now), before: made(near) };
  }
  return null;
}

/** Is a printed percentage the exact one, rounded or cut off at its last place? */
function isRounded(exact: number, printed: number, decimals: number): boolean {
  const unit = 10 ** -decimals;
  return Math.abs(exact - printed) <= unit / 2 + 1e-9 || (printed <= exact + 1e-9 && exact < printed + unit);
}
