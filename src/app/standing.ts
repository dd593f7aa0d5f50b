// The one word that sums up a report in the list. Knows the promise: what was not checked is never shown as fine, and what a
// person has dismissed is not passed.
import type { Counts } from '../core/model/summary.ts';
import type { Severity } from '../core/model/vocabulary.ts';

export const STANDINGS = ['error', 'warning', 'handled', 'unchecked', 'passed'] as const;
export type Standing = (typeof STANDINGS)[number];

export const STANDING_NAMES: Readonly<Record<Standing, string>> = {
  error: '有错误',
  warning: '有警告',
  handled: '有问题（已处理）',
  unchecked: '有未核验项',
  passed: '通过',
};

/** What each word means, for the legend. */
export const STANDING_MEANINGS: Readonly<Record<Standing, string>> = {
  error: '至少有一处客观矛盾或不合规定之处，发布前必须改正。',
  warning: '没有错误，但至少有一处很可能不对，需要人工看一看。',
  handled: '查出的错误、警告都已由人工标为误报、已说明、已整改或暂不处理；不等于通过，也可能还有未核验项。',
  unchecked: '没有错误和警告，但有的内容没能读出、没能核验，或数字位置存疑，不能算通过。',
  passed: '没有错误、警告，也没有未核验或存疑的内容；可以有提示。',
};

/** Cells of the form were not found, or not surely: whatever the rules that are on say, it is not fine. */
export function hasUnread({ unread = 0 }: { readonly unread?: number }): boolean {
  return unread > 0;
}

type Dismissed = Readonly<Record<Severity, number>>;
const NOTHING: Dismissed = { error: 0, warning: 0, hint: 0 };

/**
 * @param counts without what was dismissed
 * @param incomplete part of the file was not read, so what the counts say may be less than the whole
 * A report on which nothing at all was judged has not passed either.
 */
export function standingOf(counts: Counts, incomplete = false, dismissed: Dismissed = NOTHING): Standing {
  if (counts.error > 0) return 'error';
  if (counts.warning > 0) return 'warning';
  if (dismissed.error + dismissed.warning > 0) return 'handled';
  if (incomplete || counts.notAssessed > 0 || counts.doubtful > 0 || counts.passed === 0) return 'unchecked';
  return 'passed';
}

/** 「有错误」, or, where all of it was dismissed, 「有错误（已处理 2）」: still not 通过. */
export function standingWord(standing: Standing, dismissed: Dismissed = NOTHING): string {
  if (standing !== 'handled') return STANDING_NAMES[standing];
  return `${dismissed.error > 0 ? '有错误' : '有警告'}（已处理 ${dismissed.error + dismissed.warning}）`;
}
