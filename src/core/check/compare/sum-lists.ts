// Items behind 其中, 包括, 分别为, a colon or a bracket: do they make their total.
import type { Report } from '../../model/report.ts';
import type { Statement } from '../../model/statement.ts';
import type { Comparison } from './comparison.ts';
import { excerpt, tidy } from './comparison.ts';
import { agreed, differs, isNear, labelOf, MOST_LISTED, NEAR_COUNT, named, sentenceOf, sumOf, unitOf } from './sum.ts';
import { isSwapped } from './sum-slip.ts';
import { areAlike, areComplements, namesRest, stretchOf, tellsOwnDeed, tellsWay } from './sum-stretch.ts';

/** Items in brackets or behind a colon that exceed their total by more than that are something else. */
const OVER_SHARE = 1.25;
/** The text itself says that the items overlap. */
const OVERLAP = /重复|交叉|重叠|同时(?:属于|计入|归入)|(?:渠道|平台|方式)同时(?:公开|发布)|多类|兼(?:属|有)/;
const WHOLE = /^(?:分别|即|具体[为是])/;
/** What something is made of: one part may well be as much as the whole is said to be. */
const COMPOSED = /^(?:包括|包含|分别|即|具体)/;

/** A piece of information that was published, whatever it is about: 行政许可类信息10条. */
function isPiece({ concept, unit }: Statement): boolean {
  return concept === null || (/^[条篇项个]/.test(unit) && /^(?:rules|normative|licensing|penalty|coercion|charge)$/.test(concept));
}

const CHANNEL = 'channel';
/** 县政府办公室32件，县直部门65件，各乡镇20件: whose each of them is. */
const ORGAN = /(?:政府|办公[室厅]|局|委|厅|部门|乡镇|镇|乡|街道|单位|处室|科室|机关|大队|[县市区州旗])(?:办理|受理|收到|接收|处理|承办)?$/;

function isOrgan(item: Statement): boolean {
  return ORGAN.test(labelOf(item).replace(/[（(][^（()）]*[）)]$/, '')) && !item.guards.includes('topic');
}

/** 企业4件, 1件来自其他组织: who asked, under no name of the form. */
const ASKER = /(?:企业|公司|单位|组织|机构|团体|法人|社团|律所|事务所|个人|居民|村民|群众|市民)(?:申请|提出|提交|递交)?$/;
const ASKER_BEHIND = /^(?:来自|系|为|是|由)[^，,；;。、]*(?:企业|公司|单位|组织|机构|团体|法人|社团|律所|事务所|个人|居民|村民|群众|市民)/;
/** 邮寄12件: how it came, beside other ways. */
const CAME_BY = /邮|信[函件]?|函|当面|现场|窗口|电话|传真|来访|口头|书面|快递|线[上下]/;

/** The respect of an item among others that tell theirs more clearly: a firm beside citizens asked too, what came by post came in some way. */
function dimensionAmong(item: Statement, known: ReadonlySet<string>): string {
  const own = dimensionOf(item);
  if (own !== 'topic' && own !== 'organ') return own;
  const label = labelOf(item);
  if (
    known.has('applicant') &&
    (/^其[他它]$/.test(label) || ASKER.test(label) || (label === '' && ASKER_BEHIND.test(item.quote.slice(item.marked.to))))
  )
    return 'applicant';
  return own === 'topic' && known.has(CHANNEL) && CAME_BY.test(label) ? CHANNEL : own;
}

/** In which respect an item divides requests: by the way they came, by who asked, by what came of them. */
function dimensionOf(item: Statement): string {
  if ((item.concept === null || item.concept === 'received') && !item.applicant && !item.guards.includes(CHANNEL) && isOrgan(item))
    return 'organ';
  if (item.concept === null) return tellsWay(item) ? CHANNEL : /(?:修改|修订|修正)$/.test(labelOf(item)) ? 'aspect' : 'topic';
  if (item.aspect) return 'aspect';
  if (item.applicant) return item.concept === 'received' ? 'applicant' : 'other';
  if (item.outcome) return 'outcome';
  if (item.route) return 'route';
  if (item.concept === 'received' && item.guards.includes(CHANNEL)) return CHANNEL;
  if (/^(?:granted|partial|grantedOrPartial|denied|unable|refused|otherHandling|withdrawn)$/.test(item.concept)) return 'result';
  return 'other';
}

export function compareList(
  report: Report,
  statements: readonly Statement[],
  totalIndex: number,
  indexes: readonly number[],
): Comparison | null {
  const total = statements[totalIndex]!;
  const all = indexes.map((index) => statements[index]!);
  const { opener, nested } = all[0]!.part!;
  if (total.kind === 'amount') return compareAmounts(statements, totalIndex, indexes);
  const same = indexes.filter((index) => statements[index]!.unit === '' || unitOf(statements[index]!) === unitOf(total));
  const items = same.map((index) => statements[index]!);
  if (items.length < 2 || total.value === null || all.some((item) => item.value === null)) return null;
  if (total.approximate || items.some((item) => item.approximate)) return compareRest(statements, totalIndex, same);
  const open = all.some((item) => item.part!.open);

  if (total.concept !== null) {
    // Requests and disputes are divided in several respects at once: each respect for itself.
    const known = new Set(items.map(dimensionOf));
    for (const dimension of [CHANNEL, 'applicant', 'organ', 'route', 'outcome', 'result', 'aspect', 'topic']) {
      const own = same.filter((index) => dimensionAmong(statements[index]!, known) === dimension);
      if (own.length < 2) continue;
      const sum = sumOf(own.map((index) => statements[index]!));
      if (sum === total.value) return agreed(statements, totalIndex, own);
      const parts = own.map((index) => statements[index]!);
      const closed = dimension === CHANNEL || dimension === 'applicant' || dimension === 'route';
      // Every request came in some way and from somebody, however few there are.
      const few = closed && !open && total.value - sum <= NEAR_COUNT;
      const slip = sum > total.value || isNear(total.value, sum) || (!open && isSwapped(total, parts));
      if (closed && (slip || few || (!open && areComplements(parts)))) return differs(statements, totalIndex, own, sum, 'warning');
      // 全县收到117件，其中县政府40件、县直部门57件、乡镇20件: each of them counts in one place only.
      if (dimension === 'organ' && slip) return differs(statements, totalIndex, own, sum, 'warning');
      // 三年共收到389件，分别为142件、130件、117件.
      if (dimension === 'topic' && WHOLE.test(opener) && own.length === all.length)
        return differs(statements, totalIndex, own, sum, 'warning');
      // 规章13件（新制定5件，修改5件，废止4件）: what was done to them, amended ones among it.
      // 制发5件，其中联合发文1件；废止2件；现行有效12件: made, and beside that repealed.
      const madeOnly = opener !== '（' && total.aspect === 'issued' && parts.some((each) => each.aspect !== 'issued');
      if (dimension === 'aspect' && sum > total.value && !madeOnly) return differs(statements, totalIndex, own, sum, 'warning');
    }
    return null;
  }

  const whole = WHOLE.test(opener);
  const stretch = stretchOf(report, statements, indexes, unitOf(total));
  if (sumOf(items) === total.value) return agreed(statements, totalIndex, same);
  const run = runs(items, total.value);
  if (run) {
    // 13条，其中公告类9条、预算类2条、人事类2条、环评类1条: one more of the same kind belongs to them.
    const more = run.to - run.from < items.length && stretch.closed && !stretch.loose && stretch.indexes.length === all.length;
    if (!more || namesRest(items[run.to - 1]!) || !areAlike(items)) return agreed(statements, totalIndex, same.slice(run.from, run.to));
    return differs(statements, totalIndex, same, sumOf(items), 'warning');
  }
  if (sumOf(all) === total.value) return agreed(statements, totalIndex, indexes);
  // 提案9件、建议13件，其中主办15件、会办7件: of both.
  const beside = statements[totalIndex - 1];
  const both = beside?.quote === total.quote && beside.at.block === total.at.block && unitOf(beside) === unitOf(total);
  if (both && beside.value !== null && sumOf(items) === total.value + beside.value) return null;
  const mixed = all.length > items.length;
  const parted = nested || all.some((item) => item.part!.nested);
  if (!items.every(isPiece) || OVERLAP.test(sentenceOf(report, items[items.length - 1]!).words)) return null;
  // One item alone is the total: no closed list.
  const alone = items.some((item) => item.value === total.value && !namesRest(item) && (!COMPOSED.test(opener) || tellsWay(item)));
  if (alone) return null;
  // What belongs to what cannot be told, or other units count too: only the items in one breath with the first are surely of the total.
  if (!parted && !open && areComplements(items)) return differs(statements, totalIndex, same, sumOf(items), 'warning');
  if (parted) return stretch.tight ? compareStretch(total, statements, totalIndex, stretch, false) : null;
  if (mixed) {
    const judged = compareStretch(total, statements, totalIndex, stretch, stretch.closed);
    if (judged !== null) return judged;
    return outdone(report, total, items) ? differs(statements, totalIndex, same, sumOf(items), 'hint') : null;
  }
  // 其中通知2次、组织机构1次: a word that looks like a deed broke the list off; what follows in the same breath belongs to it.
  const rest = goingOn(statements, indexes);
  if (rest.length > 0) {
    const longer = [...same, ...rest];
    return sumOf(longer.map((index) => statements[index]!)) === total.value ? agreed(statements, totalIndex, longer) : null;
  }
  const sum = sumOf(items);
  // 其中政策20条、动态10条；微信发布90条: behind the stronger mark something else is told.
  if (stretch.indexes.length < same.length && same.slice(stretch.indexes.length).some((index) => tellsOwnDeed(statements[index]!)))
    return compareStretch(total, statements, totalIndex, stretch, stretch.closed);
  if (sum > total.value) {
    // Items of one breath up to the end of the sentence are one list; of others, what is behind the total's items may be another matter.
    const oneBreath = stretch.closed && !stretch.loose && stretch.indexes.length === items.length && !items.some(tellsOwnDeed);
    const near = oneBreath ? null : nearPrefix(items, total.value);
    if (near !== null) return differs(statements, totalIndex, same.slice(0, near), sumOf(items.slice(0, near)), 'warning');
    // 236条：…, 32篇（…）: what follows may overlap, but not by little.
    if (opener === '：' || opener === '（') {
      const likely = sum <= total.value * OVER_SHARE || isSwapped(total, items);
      const closed = !open && !items.some((item) => item.verb !== undefined) && likely;
      return closed ? differs(statements, totalIndex, same, sum, 'warning') : null;
    }
    return differs(statements, totalIndex, same, sum, whole ? 'error' : 'warning');
  }
  if (open) return null;
  const closed =
    whole ||
    named(total, items) ||
    areComplements(items) ||
    (namesRest(items[items.length - 1]!) && !isMadeUp(statements, totalIndex, indexes, sum));
  if (isNear(total.value, sum) || closed || isSwapped(total, items)) return differs(statements, totalIndex, same, sum, 'warning');
  return listsAll(items) && !isMadeUp(statements, totalIndex, indexes, sum) ? differs(statements, totalIndex, same, sum, 'hint') : null;
}

/** 共计140条。其中动态37条，微信84篇、微博160条: one item alone is more than what is said to be the total of all ways. */
function outdone(report: Report, total: Statement, items: readonly Statement[]): boolean {
  if (total.total !== true || !/^其中/.test(items[0]!.part!.opener) || !items.some((item) => item.value! > total.value!)) return false;
  const { words, from } = sentenceOf(report, total);
  return !/网|微信|微博|公众号|平台|抖音|视频号|新媒体|公[开示]栏/.test(words.slice(0, total.at.from - from));
}

/** 政策4条，规划5条，其他文件4条，会议0条: who lists what is not there and the others too has listed everything. */
function listsAll(items: readonly Statement[]): boolean {
  return items.length > 3 && items.some((item) => item.value === 0) && items.some((item) => /^其[他它余]/.test(labelOf(item)));
}

/** 300余条，其中机构信息12条、其他300余条: what is left cannot be as much as the whole, unless the number was only rounded. */
function compareRest(statements: readonly Statement[], totalIndex: number, indexes: readonly number[]): Comparison | null {
  const total = statements[totalIndex]!;
  const last = statements[indexes[indexes.length - 1]!]!;
  if (total.concept !== null || !last.approximate || !namesRest(last) || last.value !== total.value || last.part!.open) return null;
  const before = indexes.slice(0, -1).map((index) => statements[index]!);
  if (!before.every(isPiece) || before.some((item) => item.approximate) || sumOf(before) === 0) return null;
  return {
    ...agreed(statements, totalIndex, indexes),
    other: sumOf(before),
    verdict: 'differs',
    severity: 'hint',
    message: `正文“${excerpt(total)}”，已列出的各项共${sumOf(before)}${total.unit}，余下的“${excerpt(last)}”却与总数相同，请核对。`,
  };
}

/** 收费2950元，其中甲局420元、乙局290元: money, whether printed in yuan or in ten thousands. */
function compareAmounts(statements: readonly Statement[], totalIndex: number, indexes: readonly number[]): Comparison | null {
  const total = statements[totalIndex]!;
  const items = indexes.map((index) => statements[index]!);
  const { opener, nested, open } = items[items.length - 1]!.part!;
  if (items.length < 2 || total.value === null || [total, ...items].some((each) => each.approximate || each.value === null)) return null;
  const sum = sumOf(items);
  if (sum === total.value) return agreed(statements, totalIndex, indexes);
  // Printed in 万元 or 亿元 with few places, amounts are rounded.
  if (nested || [total, ...items].some((each) => each.unit !== '元' && each.decimals > 0)) return null;
  const closed = WHOLE.test(opener) || (!open && isSwapped(total, items));
  return sum > total.value || closed ? differs(statements, totalIndex, indexes, sum, 'warning') : null;
}

/** Items in one breath: more than their total is wrong whatever follows, a little less only where nothing can follow. */
function compareStretch(
  total: Statement,
  statements: readonly Statement[],
  totalIndex: number,
  { indexes, loose }: { readonly indexes: readonly number[]; readonly loose: boolean },
  closed: boolean,
): Comparison | null {
  if (indexes.length < 2 || loose) return null;
  const sum = sumOf(indexes.map((index) => statements[index]!));
  return sum > total.value! || (closed && isNear(total.value!, sum)) ? differs(statements, totalIndex, indexes, sum, 'warning') : null;
}

/** Is what the items lack said further on in the paragraph: 网站…其他信息200条。微信…300条? */
function isMadeUp(statements: readonly Statement[], totalIndex: number, indexes: readonly number[], sum: number): boolean {
  const total = statements[totalIndex]!;
  const last = indexes[indexes.length - 1]!;
  const behind = statements.slice(last + 1, last + 1 + MOST_LISTED).filter((each) => each.at.block === total.at.block);
  return behind.some((each) => each.kind === 'count' && unitOf(each) === unitOf(total) && (each.value ?? 0) >= total.value! - sum);
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
