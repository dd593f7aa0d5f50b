// Shares: does the percentage follow from its part and some whole, and do all shares make a hundred.
import type { Report } from '../../model/report.ts';
import type { Statement } from '../../model/statement.ts';
import type { Cells } from './cells.ts';
import { excerpt } from './comparison.ts';
import type { Comparison } from './comparison.ts';
import { ROW_NAMES } from './names.ts';
import { isRounded, MOST_LISTED, NEAR_COUNT, sentenceOf, sumOf } from './sum.ts';

/** Shares of things that overlap make more. */
const MOST_SHARES = 120;
/** Statements before and behind a share among which its base is looked for. */
const FAR = 60;

const REQUEST_BASES = [['t3.r.total.total'], ['t3.newReceived.total'], ['t3.newReceived.total', 't3.carriedIn.total']];
const REQUESTS =
  /^(?:received|due|handled|done|carriedIn|carriedOut|carried|granted|partial|grantedOrPartial|denied|unable|refused|otherHandling|withdrawn|reason)$/;

export function compareShare(statements: readonly Statement[], index: number, cells: Cells): Comparison | null {
  const share = statements[index]!;
  if (share.share) return compareNamedShare(share, share.share, index, cells);
  const part = share.of === undefined ? undefined : statements[share.of];
  if (!part || share.approximate || part.approximate || part.value === null || share.value === null) return null;
  if (part.at.block !== share.at.block || share.at.from - part.at.to > 30) return null;
  const explicit: { value: number; name: string; index: number | null }[] = [];
  if (part.part) {
    const total = statements[part.part.total]!;
    if (total.value !== null && !total.approximate)
      explicit.push({ value: total.value, name: `总数${total.value}`, index: part.part.total });
  }
  // 网站300条，占总数400条的75%.
  const said = statements[index - 1]!;
  if (said !== part && said.kind === 'count' && !said.approximate && said.value !== null && share.at.from - said.at.to <= 1)
    explicit.push({ value: said.value, name: `总数${said.value}`, index: index - 1 });
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

/** 予以公开占58.5%: the rows of a result named without its number, against all that were answered or received. */
function compareNamedShare(share: Statement, result: NonNullable<Statement['share']>, index: number, cells: Cells): Comparison | null {
  if (share.approximate || share.value === null || share.guards.length > 0 || share.year === 'last') return null;
  const rows = result === 'grantedOrPartial' ? ['granted', 'partial'] : [result];
  const keys = rows.flatMap((row) => cells.of(`t3.r.${row}`, 'total'));
  const part = cells.sum(keys);
  const name = rows.map((row) => ROW_NAMES[`t3.r.${row}`]!).join('＋');
  const bases = REQUEST_BASES.map((each) => cells.sum(each)).flatMap((each) => (each.ok && each.value > 0 ? [each.value] : []));
  if (!part.ok || bases.length < REQUEST_BASES.length) return null;
  const base = { rule: 'N-PCT', statement: index, statements: [index], keys, name: `表三“${name}”所占比例`, at: [share.at] };
  if (bases.some((each) => isRounded((part.value / each) * 100, share.value!, share.decimals)))
    return { ...base, other: share.value, verdict: 'agrees' };
  const scale = 10 ** Math.max(1, share.decimals);
  const right = Math.round((part.value / bases[0]!) * 100 * scale) / scale;
  return {
    ...base,
    other: right,
    verdict: 'differs',
    message: `正文称“${excerpt(share)}”，表三“${name}”${part.value}件，占办理结果总计${bases[0]!}件的${right}%。`,
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
      // 公开信息580条。 Behind it, in a paragraph of their own: …118条，占20.34%；…. Only a share of several places tells its base so surely.
      const above = total.at.block === share.at.block - 1 && total.section === share.section && sibling.decimals > 1;
      if ((total.at.block !== share.at.block && !above) || total.unit !== part.unit || !total.value || total.approximate) continue;
      if (isRounded((whose.value / total.value) * 100, sibling.value!, sibling.decimals))
        return { value: total.value, name: `总数${total.value}`, index: base };
    }
  }
  return null;
}

/** 动态类占50%，公告类占30%，政策类占25%: shares of one thing that exceed it, or miss it by little. */
export function compareShares(report: Report, statements: readonly Statement[], index: number): Comparison | null {
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
  // Cut off at its last place, a share loses up to one unit; rounded up, it gains no more than half.
  const slack = indexes.reduce((all, each) => all + 10 ** -statements[each]!.decimals, 0) * (sum > 100 ? 0.5 : 1);
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
