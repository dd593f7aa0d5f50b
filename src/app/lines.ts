// The lines of the list: what makes one, which filter it belongs to, how they are put in order. Knows nothing of the page.
import type { Counts } from '../core/model/summary.ts';
import type { Severity } from '../core/model/vocabulary.ts';
import type { ReportSummary, StoredFile } from '../store/records.ts';
import { NO_DISMISSALS, tallyOf } from './dismissals.ts';
import type { DismissalIndex, Tally } from './dismissals.ts';
import { hasUnread, standingOf } from './standing.ts';
import type { Standing } from './standing.ts';

/** A line is a report, or a file of which nothing, or not everything, could be read. */
export type Line =
  | {
      readonly kind: 'report';
      readonly id: string;
      readonly summary: ReportSummary;
      /** Folder path of its file, archives included, without the name. */
      readonly path: string;
      readonly standing: Standing;
      /** As shown: without what was dismissed, unless that is counted too. */
      readonly counts: Counts;
      /** How much was dismissed; always, also where it is counted too. */
      readonly dismissed: Readonly<Record<Severity, number>>;
    }
  | { readonly kind: 'failure'; readonly id: string; readonly file: StoredFile; readonly partly: boolean };

export const FILTERS = ['all', 'error', 'warning', 'handled', 'unchecked', 'passed', 'failed'] as const;
export type Filter = (typeof FILTERS)[number];
export const FILTER_NAMES: Readonly<Record<Filter, string>> = {
  all: '全部',
  error: '有错误',
  warning: '有警告',
  handled: '有已处理',
  unchecked: '有未核验',
  passed: '通过',
  failed: '读取失败',
};
/** Which lines a filter shows, where its name alone leaves a doubt. */
export const FILTER_MEANINGS: Readonly<Partial<Record<Filter, string>>> = {
  error: '至少有一条错误的报告。',
  warning: '至少有一条警告的报告，同时有错误的也在内。',
  handled: '至少有一条问题已由人工处理的报告，还有没处理完的也在内。',
  unchecked: '有没能核验或存疑项目的报告，同时有错误、警告的也在内。',
  passed: '没有错误、警告，也没有未核验或存疑内容的报告；可以有提示。',
  failed: '整个没能读取、或有一部分没能读取的文件，没有核验。',
};

const SORT_KEYS = ['standing', 'organ', 'year', 'edition', 'error', 'warning', 'hint', 'unchecked', 'file', 'added'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface Sorting {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** What the list is narrowed to. */
export interface Query {
  readonly filter: Filter;
  /** Words looked for in organ, file name and folder. */
  readonly words: string;
  /** null: every year; 'unknown': those whose year is not known. */
  readonly year: number | 'unknown' | null;
}

/** A line stays the same object as long as its report does, so that unchanged rows are not drawn again. */
const known = new WeakMap<ReportSummary | StoredFile, Line>();

function lineOf(summary: ReportSummary, path: string, cut: boolean, { open, dismissed }: Tally, countDismissed: boolean): Line {
  const incomplete = cut || hasUnread(summary);
  const counts = countDismissed ? summary.counts : open;
  const standing = countDismissed ? standingOf(counts, incomplete) : standingOf(counts, incomplete, dismissed);
  const was = known.get(summary);
  if (was?.kind === 'report' && was.standing === standing && was.counts === counts && was.dismissed === dismissed && was.path === path)
    return was;
  const line: Line = { kind: 'report', id: summary.id, summary, path, standing, counts, dismissed };
  known.set(summary, line);
  return line;
}

function failureLineOf(file: StoredFile): Line {
  const line: Line = known.get(file) ?? { kind: 'failure', id: `file:${file.id}`, file, partly: file.failure === null };
  known.set(file, line);
  return line;
}

/** Reports and failed files as lines. `countDismissed`: what a person has dismissed counts like the rest. */
export function linesOf(
  summaries: readonly ReportSummary[],
  files: readonly StoredFile[],
  index: DismissalIndex = NO_DISMISSALS,
  countDismissed = false,
): readonly Line[] {
  const incomplete = new Set<string>();
  const paths = new Map<string, string>();
  const failures: Line[] = [];
  for (const file of files) {
    if (file.path !== '') paths.set(file.id, file.path);
    if (file.notes.some((note) => note.weight === 'caution')) incomplete.add(file.id);
    if (file.failure !== null || file.partFailures.length > 0) failures.push(failureLineOf(file));
  }
  return [
    ...summaries.map((summary) =>
      lineOf(summary, paths.get(summary.fileId) ?? '', incomplete.has(summary.fileId), tallyOf(summary, index), countDismissed),
    ),
    ...failures,
  ];
}

/** Does a line belong to a filter? Having errors does not keep a report from having warnings too. */
export function belongsTo(line: Line, filter: Filter): boolean {
  if (filter === 'all') return true;
  if (line.kind === 'failure') return filter === 'failed';
  const { counts, dismissed } = line;
  switch (filter) {
    case 'error':
      return counts.error > 0;
    case 'warning':
      return counts.warning > 0;
    case 'handled':
      return dismissed.error + dismissed.warning + dismissed.hint > 0;
    case 'unchecked':
      return line.standing === 'unchecked' || counts.notAssessed > 0 || counts.doubtful > 0;
    case 'passed':
      return line.standing === 'passed';
    case 'failed':
      return false;
  }
}

function fits(line: Line, words: readonly string[], year: Query['year']): boolean {
  if (year !== null) {
    if (line.kind === 'failure') return false;
    if (line.summary.year !== (year === 'unknown' ? null : year)) return false;
  }
  if (words.length === 0) return true;
  const text = (
    line.kind === 'report' ? `${line.summary.organ ?? ''} ${line.path}/${line.summary.fileName}` : `${line.file.path}/${line.file.name}`
  ).toLowerCase();
  return words.every((word) => text.includes(word));
}

const STANDING_ORDER: Readonly<Record<Standing, number>> = { error: 1, warning: 2, handled: 3, unchecked: 4, passed: 5 };

function sortValue(line: Line, key: SortKey): string | number {
  if (line.kind === 'failure') {
    if (key === 'standing') return 0;
    if (key === 'file') return line.file.name;
    if (key === 'added') return line.file.addedAt;
    return key === 'organ' || key === 'edition' ? '' : -1;
  }
  const { summary, counts } = line;
  switch (key) {
    case 'standing':
      // Of those with the same word, the one with most to mend comes first.
      return STANDING_ORDER[line.standing] * 1e6 - Math.min(counts.error, 999) * 1e3 - Math.min(counts.warning, 999);
    case 'organ':
      return summary.organ ?? '';
    case 'year':
      return summary.year ?? -1;
    case 'edition':
      return summary.edition;
    case 'error':
    case 'warning':
    case 'hint':
      return counts[key];
    case 'unchecked':
      return counts.notAssessed + counts.doubtful;
    case 'file':
      return summary.fileName;
    case 'added':
      return summary.addedAt;
  }
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Lines narrowed and put in order; equal ones keep the order in which they were added. */
export function arrange(lines: readonly Line[], query: Query, sorting: Sorting): readonly Line[] {
  const words = query.words.toLowerCase().split(/\s+/).filter(Boolean);
  const sign = sorting.descending ? -1 : 1;
  return lines
    .filter((line) => belongsTo(line, query.filter) && fits(line, words, query.year))
    .map((line) => ({ line, value: sortValue(line, sorting.key) }))
    .sort((a, b) => {
      const order =
        typeof a.value === 'number' && typeof b.value === 'number' ? a.value - b.value : collator.compare(String(a.value), String(b.value));
      return order * sign;
    })
    .map(({ line }) => line);
}
