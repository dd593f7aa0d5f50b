// Items without 其中: a total that names its items, a total with a list behind it, a total behind its list.
import type { Report } from '../../model/report.ts';
import type { Statement } from '../../model/statement.ts';
import type { Comparison } from './comparison.ts';
import { agreed, differs, isNear, labelOf, MOST_LISTED, named, NEAR_COUNT, sentenceOf, sumOf, unitOf } from './sum.ts';
import { areComplements, tellsWay } from './sum-stretch.ts';
import { blockText } from '../../model/document.ts';

/** A total behind its items may be off by that share before they are taken for other things. */
const BEHIND_SHARE = 0.1;
/** A smaller total may well leave out two or three. */
const SMALLEST_OF_KINDS = 20;
/** Characters between a number and the next item of its list. */
const ITEM_GAP = 40;
/** 共计, 两平台合计, 以上三项共: what stands between the last item and their total. */
const ALL_OF_THEM =
  '(?:(?:以上|上述)?(?:两|二|三|四|五|各)(?:者|项|类|个)?(?:平台|渠道|网站|途径|账号|方式|部分)?)?(?:一共|总共|共计|合计|总计|累计|共)';
const TOTALLED = new RegExp(`^[，,；;]?${ALL_OF_THEM}`);
const TOTALLED_AT_ONCE = new RegExp(`^[，,]?${ALL_OF_THEM}$`);
/** Characters between the last item and 共50条. */
const BEHIND_GAP = 12;

/** Do the words of the total join the names of the items: 建议和提案, 条例、办法? */
function joined(total: Statement, items: readonly Statement[]): boolean {
  const words = total.quote.slice(0, total.marked.from);
  const at = items.map((item) => words.lastIndexOf(labelOf(item).slice(-2))).sort((a, b) => a - b);
  return at.every((from, index) => index === 0 || /^.{2}[^，]{0,6}?[、和与及]/.test(words.slice(at[index - 1]!, from)));
}

/** 建议、提案40件，建议13件，提案27件, without 其中. */
export function compareNamed(report: Report, statements: readonly Statement[], index: number): Comparison | null {
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
export function compareListed(report: Report, statements: readonly Statement[], index: number): Comparison | null {
  const total = statements[index]!;
  if (total.kind !== 'count' || total.concept !== null || total.part || total.approximate || !total.value) return null;
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
  // 解读36篇，图解类15篇、视频类9篇、文字类12篇: without 共 only kinds of one thing are surely of the number in front.
  const kinds = items.length > 2 && items.every((item) => labelOf(item).endsWith('类'));
  if (total.total !== true && !kinds) return null;
  if (sum === total.value) return agreed(statements, index, indexes);
  if (kinds && total.value >= SMALLEST_OF_KINDS && Math.abs(sum - total.value) <= NEAR_COUNT)
    return differs(statements, index, indexes, sum, 'warning');
  if (total.total !== true) return null;
  // 门户网站共发布4223条，微信、微博分别1826条、2386条: other ways than the one the number is of.
  if (
    tellsWay(total) &&
    items.every((item) => tellsWay(item) || labelOf(item) === '') &&
    !/等|多种|渠道|各(?:种|类)?(?:网站|平台|新媒体)/.test(labelOf(total))
  )
    return null;
  return isNear(total.value, sum) && items.every((item) => item.value! < total.value!)
    ? differs(statements, index, indexes, sum, 'warning')
    : null;
}

/** 建议提案40件，主办28件、会办12件: two that are all there is, right behind their total. */
export function compareComplements(report: Report, statements: readonly Statement[], index: number): Comparison | null {
  const total = statements[index]!;
  if (total.kind !== 'count' || (total.concept !== null && total.concept !== 'received') || total.part || total.approximate || !total.value)
    return null;
  if (total.applicant || total.withCarriedIn || total.guards.includes('comparison')) return null;
  const one = statements[index + 1];
  // 线下46件（含信函37件、当面9件）: what is in brackets belongs to its item.
  if (!one || one.part || one.at.block !== total.at.block) return null;
  const other = statements[index + 2];
  if (!other || other.part || other.at.block !== total.at.block) return null;
  const items = [one, other];
  if (
    items.some(
      (item) =>
        item.kind !== 'count' || item.approximate || item.value === null || item.verb !== undefined || unitOf(item) !== unitOf(total),
    )
  )
    return null;
  if (one.at.from - total.at.to > ITEM_GAP || other.at.from - one.at.to > ITEM_GAP || !areComplements(items)) return null;
  const text = sentenceOf(report, total);
  if (other.at.from >= text.to || /其中|[；;]/.test(text.words.slice(total.at.to - text.from, other.at.from - text.from))) return null;
  const sum = sumOf(items);
  return sum === total.value
    ? agreed(statements, index, [index + 1, index + 2])
    : differs(statements, index, [index + 1, index + 2], sum, 'warning');
}

/** Parts of requests by whom, how or of what they were asked, or by what came of them: any of these, added up, makes all of them. */
function divides(items: readonly Statement[]): boolean {
  return (
    items.every(
      (item) => item.concept === null || item.applicant !== undefined || item.guards.includes('channel') || item.guards.includes('topic'),
    ) ||
    items.every((item) => /^(?:granted|partial|grantedOrPartial|denied|unable|refused|otherHandling|withdrawn)$/.test(item.concept ?? ''))
  );
}

/** 网站134条、微信210条，共计354条: a total right behind its items. */
export function compareBehind(report: Report, statements: readonly Statement[], index: number): Comparison | null {
  const total = statements[index]!;
  if (total.kind !== 'count' || total.part || total.approximate || !total.value || total.total !== true) return null;
  const ofRequests = total.concept === 'received' || total.concept === 'handled' || total.concept === 'done';
  if (total.concept !== null && !ofRequests) return null;
  const text = sentenceOf(report, total);
  const indexes: number[] = [];
  for (let next = index - 1; next >= 0 && indexes.length < MOST_LISTED; next--) {
    const item = statements[next]!;
    if (item.at.block !== total.at.block || item.at.from < text.from || item.total === true) break;
    // 网站1520条，较上年增加120条，增长8.6%；微信525条: how it changed is no item.
    if (item.guards.includes('comparison') || item.concept === 'change' || item.concept === 'share') continue;
    if (item.kind !== 'count' || unitOf(item) !== unitOf(total)) break;
    const apart = item.part && unitOf(statements[item.part.total]!) === unitOf(total);
    if (item.approximate || apart || (item.concept !== null && !ofRequests)) return null;
    indexes.unshift(next);
  }
  if (indexes.length < 2) return null;
  const gap = text.words.slice(statements[index - 1]!.at.to - text.from, total.at.from - text.from);
  if (gap.length > BEHIND_GAP || !TOTALLED.test(gap.trim())) return null;
  const items = indexes.map((each) => statements[each]!);
  if (ofRequests && !divides(items)) return null;
  for (let from = 0; from + 1 < indexes.length; from++) {
    const some = indexes.slice(from);
    if (sumOf(some.map((each) => statements[each]!)) === total.value) return agreed(statements, index, some);
  }
  const sum = sumOf(items);
  // 建议13件、提案17件，共40件: nothing stands between, so nothing else is meant.
  const right = TOTALLED_AT_ONCE.test(gap.trim());
  const near = !ofRequests && Math.abs(sum - total.value) <= Math.max(NEAR_COUNT, total.value * BEHIND_SHARE);
  return near || right ? differs(statements, index, indexes, sum, 'warning') : null;
}
