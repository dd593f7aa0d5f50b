// How far the items of a list go on in one breath, and what the words of an item say of its place among the others.
import { blockText } from '../../model/document.ts';
import type { Report } from '../../model/report.ts';
import type { Statement } from '../../model/statement.ts';
import { labelOf, unitOf } from './sum.ts';

/** Words of an item: what it lists is told as a deed of its own. */
const OWN_DEED = /发布|公开|推送|刊发|刊登|转发|更新|上传|编发/;
/** Ways and places of publication, which overlap. */
const WAY = /网|微信|微博|公众号|平台|抖音|快手|客户端|新媒体|公[开示]栏|线[上下]|公报|报刊/;
/** 其他信息, 其余各类信息, 民众关心的其他信息共计: the rest of all; 其他重点领域信息 is one field more. */
const REST =
  /(?:其他|其它|其余)(?:(?:应当?|依法|需)?(?:主动|予以)?公开的?)?(?:各?类别?|各?类?(?:政府|政务)?(?:信息|内容|动态信息))?(?:的|合计|共计|共有?|有|为)?$/;

const strengthOf = (text: string): number => (/[；;。！？]/.test(text) ? 2 : /[，,]/.test(text) ? 1 : 0);

/** The items of a list up to the first that stands behind a stronger mark than the first two have between them, or has another unit. */
export interface Stretch {
  readonly indexes: readonly number[];
  /** A stronger mark, or the end of the paragraph, follows its last item: nothing else belongs to it. */
  readonly closed: boolean;
  /** Brackets, other numbers or a total of another list stand among its items: they may not be side by side. */
  readonly loose: boolean;
  /** Nothing stronger than 、 stands between its items. */
  readonly tight: boolean;
}

export function stretchOf(report: Report, statements: readonly Statement[], indexes: readonly number[], unit: string): Stretch {
  const block = report.blocks[statements[indexes[0]!]!.at.block];
  const text = block ? blockText(block) : '';
  const gap = (from: number, to: number): string => text.slice(statements[from]!.at.to, statements[to]!.at.from);
  const taken: number[] = [];
  let strength = 0;
  let loose = false;
  for (const index of indexes) {
    if (unitOf(statements[index]!) !== unit) break;
    const before = taken[taken.length - 1];
    if (before !== undefined) {
      const words = gap(before, index);
      // 机构概况1条，以及预决算2条: still the same breath.
      const mark = /^[，,]\s*(?:以及|和|及)/.test(words) ? 0 : strengthOf(words);
      if (taken.length === 1) strength = mark;
      if (mark > strength) break;
      // 动态20条；公告10条、通知5条: which of them are of one level cannot be told.
      if (strength === 2 && mark < strength) loose = true;
      if (/[（(）)]|其中|包括/.test(words) || index !== before + 1) loose = true;
    }
    taken.push(index);
  }
  const last = statements[taken[taken.length - 1] ?? indexes[0]!]!;
  const behind = text.slice(last.at.to, last.at.to + 1);
  return { indexes: taken, closed: behind === '' || strengthOf(behind) > strength, loose, tight: strength === 0 };
}

export function tellsOwnDeed(item: Statement): boolean {
  return OWN_DEED.test(labelOf(item));
}

export function tellsWay(item: Statement): boolean {
  return WAY.test(labelOf(item));
}

/** Are all items named alike: 公告类信息、预决算类信息; 微信、微博、抖音? */
export function areAlike(items: readonly Statement[]): boolean {
  const tails = new Set(items.map((item) => labelOf(item).slice(-2)));
  return items.length > 2 && ((tails.size === 1 && ![...tails].includes('')) || items.every(tellsWay));
}

/** Is the item all that is left? */
export function namesRest(item: Statement): boolean {
  return REST.test(labelOf(item));
}

/** Names of which each leaves the other one as all that there is besides. */
const COMPLEMENTS: readonly (readonly [RegExp, RegExp])[] = [
  [/主办/, /[会协分]办/],
  [/线上|网上/, /线下|书面|现场/],
  [/已(?:经|全部)?(?:完成|整改|解决|落实)|(?:整改|解决|落实)(?:完成|到位)$/, /正在|持续|尚未|未完成|未整改|未解决|仍在|推进/],
  [/自然人|公民/, /法人|组织/],
  [/(?<!部分)采纳/, /未采纳|不予采纳|未予采纳/],
  [/办结|办理完毕|处置完毕/, /正在办理|正在处理|办理中|未办结|尚在办理/],
  [/主要(?:负责人|负责同志|领导)/, /其他(?:负责人|负责同志|领导)/],
];

/** Are two items all there is: 主办28件、会办12件; 已整改3个、正在整改1个? */
export function areComplements(items: readonly Statement[]): boolean {
  if (items.length !== 2) return false;
  const [one, other] = items.map((item) => labelOf(item)) as [string, string];
  return COMPLEMENTS.some(([a, b]) => (a.test(one) && b.test(other) && !b.test(one)) || (a.test(other) && b.test(one) && !b.test(other)));
}
