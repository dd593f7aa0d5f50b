// The one word that sums up a report in the list. Knows the promise: what was not checked is never shown as fine.
import type { Counts } from '../core/model/summary.ts';

export const STANDINGS = ['error', 'warning', 'unchecked', 'passed'] as const;
export type Standing = (typeof STANDINGS)[number];

export const STANDING_NAMES: Readonly<Record<Standing, string>> = {
  error: '有错误',
  warning: '有警告',
  unchecked: '有未核验项',
  passed: '通过',
};

/** What each word means, for the legend. */
export const STANDING_MEANINGS: Readonly<Record<Standing, string>> = {
  error: '至少有一处客观矛盾或不合规定之处，发布前必须改正。',
  warning: '没有错误，但至少有一处很可能不对，需要人工看一看。',
  unchecked: '没有错误和警告，但有的内容没能核验，或数字位置存疑，不能算通过。',
  passed: '没有错误、警告，也没有未核验或存疑的内容；可以有提示。',
};

/**
 * @param incomplete part of the file was not read, so what the counts say may be less than the whole
 * A report on which nothing at all was judged has not passed either.
 */
export function standingOf(counts: Counts, incomplete = false): Standing {
  if (counts.error > 0) return 'error';
  if (counts.warning > 0) return 'warning';
  if (incomplete || counts.notAssessed > 0 || counts.doubtful > 0 || counts.passed === 0) return 'unchecked';
  return 'passed';
}
