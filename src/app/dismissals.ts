// Which findings of a report a person has dismissed, and what is left to count. Pure: knows no store and no page.
import { groupByCause } from '../core/model/card.ts';
import type { FindingMark } from '../core/model/finding-mark.ts';
import type { Counts } from '../core/model/summary.ts';
import type { Severity } from '../core/model/vocabulary.ts';
import type { Dismissal, DismissalKind, ReportSummary } from '../store/records.ts';

export { DISMISSAL_KINDS } from '../store/records.ts';
export type { Dismissal, DismissalKind } from '../store/records.ts';

export const DISMISSAL_NAMES: Readonly<Record<DismissalKind, string>> = {
  falseAlarm: '误报',
  explained: '情况属实已说明',
  mended: '已整改',
  postponed: '暂不处理',
};

/** What each word means, for the form and the list. */
export const DISMISSAL_MEANINGS: Readonly<Record<DismissalKind, string>> = {
  falseAlarm: '核对过原件，这里没有错。须写明理由。',
  explained: '数字确实如此，单位已经说明原因。',
  mended: '已请单位改正。改正后的文件导入时，若同一处仍是原数，会重新提示。',
  postponed: '先放一放，以后再看。',
};

/** Only a claim that the program is wrong must say why. */
export function needsReason(kind: DismissalKind): boolean {
  return kind === 'falseAlarm';
}

/** Characters of a reason; longer ones belong into a file of their own. */
export const REASON_LIMIT = 300;

/** Whose report of which year. */
export interface Unit {
  /** Id of the report. */
  readonly id: string;
  readonly organ: string | null;
  readonly year: number | null;
}

/** Same for every file of one organ and year; null where either is not known. */
function unitKey({ organ, year }: Pick<Unit, 'organ' | 'year'>): string | null {
  const name = organ?.normalize('NFKC').replace(/\s+/g, '');
  return name && year !== null ? `${name}／${year}` : null;
}

/**
 * Id of a dismissal: of the unit, so that saying it twice is saying it once. 已整改 speaks of one file only: where the next
 * file still has the same number, it was not mended.
 */
export function dismissalId(unit: Unit, { fingerprint, state }: Pick<FindingMark, 'fingerprint' | 'state'>, kind: DismissalKind): string {
  const whose = kind === 'mended' ? null : unitKey(unit);
  return `${whose ?? unit.id}|${fingerprint}|${state}`;
}

/** Dismissals by what they speak of. */
export type DismissalIndex = ReadonlyMap<string, readonly Dismissal[]>;
export const NO_DISMISSALS: DismissalIndex = new Map();

export function indexDismissals(dismissals: readonly Dismissal[]): DismissalIndex {
  if (dismissals.length === 0) return NO_DISMISSALS;
  const index = new Map<string, Dismissal[]>();
  for (const each of dismissals) {
    const key = keyOf(each);
    const there = index.get(key);
    if (there) there.push(each);
    else index.set(key, [each]);
  }
  return index;
}

function keyOf({ fingerprint, state }: Pick<FindingMark, 'fingerprint' | 'state'>): string {
  return `${fingerprint}|${state}`;
}

/** What a person has said of a finding. */
export interface Word {
  readonly dismissal: Dismissal;
  /** `here`: of this report. `carried`: of another file of the same organ and year. `returned`: 已整改 there, and still the same here. */
  readonly from: 'here' | 'carried' | 'returned';
}

/** null: nothing. The word of this report goes before one carried over, a later one before an earlier. */
export function wordOn(index: DismissalIndex, mark: Pick<FindingMark, 'fingerprint' | 'state'>, unit: Unit): Word | null {
  const own = unitKey(unit);
  let found: Word | null = null;
  for (const dismissal of index.get(keyOf(mark)) ?? []) {
    const here = dismissal.reportId === unit.id;
    if (!here && (own === null || unitKey(dismissal) !== own)) continue;
    const from = here ? 'here' : dismissal.kind === 'mended' ? 'returned' : 'carried';
    if (!found || rank(from) > rank(found.from) || (rank(from) === rank(found.from) && dismissal.at >= found.dismissal.at)) {
      found = { dismissal, from };
    }
  }
  return found;
}

function rank(from: Word['from']): number {
  return from === 'here' ? 2 : from === 'carried' ? 1 : 0;
}

/** Every dismissal that speaks of a finding: all must go before it counts again. */
export function wordsOn(index: DismissalIndex, mark: Pick<FindingMark, 'fingerprint' | 'state'>, unit: Unit): readonly Dismissal[] {
  const own = unitKey(unit);
  return (index.get(keyOf(mark)) ?? []).filter(
    (each) => each.reportId === unit.id || (each.kind !== 'mended' && own !== null && unitKey(each) === own),
  );
}

export function isDismissed(index: DismissalIndex, mark: Pick<FindingMark, 'fingerprint' | 'state'>, unit: Unit): boolean {
  const word = wordOn(index, mark, unit);
  return word !== null && word.from !== 'returned';
}

export interface Tally {
  /** Counts without what was dismissed. */
  readonly open: Counts;
  /** Cards of which every finding was dismissed, by what they weighed. */
  readonly dismissed: Readonly<Record<Severity, number>>;
}

const NONE: Readonly<Record<Severity, number>> = { error: 0, warning: 0, hint: 0 };
const known = new WeakMap<ReportSummary, { readonly index: DismissalIndex; readonly tally: Tally }>();

/** Counts of a report, what was dismissed apart. The same object as long as nothing changes. */
export function tallyOf(summary: ReportSummary, index: DismissalIndex): Tally {
  const was = known.get(summary);
  if (was?.index === index) return was.tally;
  const tally = count(summary, index);
  // Most reports are not touched by a dismissal: what did not change stays the same object.
  const same = was !== undefined && JSON.stringify(was.tally) === JSON.stringify(tally);
  const kept = same ? was.tally : tally;
  known.set(summary, { index, tally: kept });
  return kept;
}

function count(summary: ReportSummary, index: DismissalIndex): Tally {
  const { counts, marks = [] } = summary;
  const open: Record<Severity, number> = { ...NONE };
  const dismissed: Record<Severity, number> = { ...NONE };
  let touched = false;
  for (const group of groupByCause(marks).values()) {
    const left = index.size === 0 ? group : group.filter((mark) => !isDismissed(index, mark, summary));
    if (left.length < group.length) touched = true;
    if (left.length > 0) open[gravest(left)] += 1;
    else dismissed[gravest(group)] += 1;
  }
  return touched ? { open: { ...counts, ...open }, dismissed } : { open: counts, dismissed: NONE };
}

function gravest(marks: readonly FindingMark[]): Severity {
  if (marks.some(({ severity }) => severity === 'error')) return 'error';
  return marks.some(({ severity }) => severity === 'warning') ? 'warning' : 'hint';
}
