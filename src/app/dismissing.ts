// Dismisses findings and brings them back, one or many, always with a way to undo. What it means to be dismissed: dismissals.ts.
import { computed, signal } from '@preact/signals';
import { ruleOfFingerprint } from '../core/model/finding-mark.ts';
import type { FindingMark } from '../core/model/finding-mark.ts';
import { DISMISSAL_NAMES, dismissalId, indexDismissals, isDismissed, needsReason, REASON_LIMIT, wordsOn } from './dismissals.ts';
import type { Dismissal, DismissalKind } from './dismissals.ts';
import { library } from './library.ts';
import type { ReportSummary } from './library.ts';
import { closeNotice, showNotice } from './notices.ts';

export const dismissalIndex = computed(() => indexDismissals(library.dismissals.value));

/** A finding of a report, about to be dismissed. */
export interface Target {
  readonly mark: FindingMark;
  readonly summary: ReportSummary;
  /** The sentence of the finding, where it is at hand. */
  readonly message: string;
}

/** What the dialog is to ask about; null: it is closed. */
export const asking = signal<Asking | null>(null);

export interface Asking {
  /** What was pointed at: findings of one report. */
  readonly targets: readonly Target[];
  /** Rules whose findings may be dismissed along with them, elsewhere too. */
  readonly rules: readonly string[];
  /** Called when they are dismissed; not when the person thinks better of it. */
  readonly done?: () => void;
}

/** Opens the dialog. */
export function ask(what: Asking): void {
  asking.value = what;
}

export function stopAsking(): void {
  asking.value = null;
}

/** Findings of these rules in these reports that are not dismissed yet. */
export function targetsOfRules(rules: readonly string[], summaries: readonly ReportSummary[]): readonly Target[] {
  const index = dismissalIndex.value;
  const wanted = new Set(rules);
  return summaries.flatMap((summary) =>
    (summary.marks ?? []).flatMap((mark) =>
      wanted.has(ruleOfFingerprint(mark.fingerprint)) && !isDismissed(index, mark, summary) ? [{ mark, summary, message: '' }] : [],
    ),
  );
}

/** Rules with findings in these reports that are not dismissed yet, with how many; the most frequent first. */
export function rulesWithFindings(summaries: readonly ReportSummary[]): readonly { readonly rule: string; readonly count: number }[] {
  const index = dismissalIndex.value;
  const counts = new Map<string, number>();
  for (const summary of summaries) {
    for (const mark of summary.marks ?? []) {
      if (isDismissed(index, mark, summary)) continue;
      const rule = ruleOfFingerprint(mark.fingerprint);
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
  }
  return [...counts].map(([rule, count]) => ({ rule, count })).sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
}

/** Chinese: what is still wanted; null if nothing. */
export function missingOf(kind: DismissalKind | null, reason: string): string | null {
  if (kind === null) return '请选择怎样处理。';
  if (needsReason(kind) && reason.trim() === '') return '标为误报须写明理由，例如“原件该格为 3，系转换时读错”。';
  return reason.trim().length > REASON_LIMIT ? `理由请不要超过 ${REASON_LIMIT} 字。` : null;
}

/** Dismisses findings; what was said of them before gives way. The notice takes it back. */
export async function dismiss(targets: readonly Target[], kind: DismissalKind, reason: string, now = Date.now()): Promise<void> {
  const index = dismissalIndex.peek();
  const put = new Map<string, Dismissal>();
  const before = new Map<string, Dismissal>();
  for (const { mark, summary, message } of targets) {
    for (const each of wordsOn(index, mark, summary)) before.set(each.id, each);
    const id = dismissalId(summary, mark, kind);
    const { organ, year, id: reportId, fileName } = summary;
    const { fingerprint, state, severity } = mark;
    put.set(id, { id, fingerprint, state, severity, kind, reason: reason.trim(), at: now, reportId, fileName, organ, year, message });
  }
  // What is dismissed shows before it is written: meanwhile the way back of something earlier must not be taken for its own.
  closeNotice();
  const fresh = [...put.values()];
  const gone = [...before.keys()].filter((id) => !put.has(id));
  await library.changeDismissals(fresh, gone);
  showNotice(`已将 ${targets.length} 项问题标为“${DISMISSAL_NAMES[kind]}”，不计入通过。`, async () => {
    await library.changeDismissals(
      [...before.values()],
      fresh.map(({ id }) => id).filter((id) => !before.has(id)),
    );
    return true;
  });
}

/** Brings dismissed findings back. The notice takes that back in turn. */
export async function restore(dismissals: readonly Dismissal[]): Promise<void> {
  if (dismissals.length === 0) return;
  closeNotice();
  await library.changeDismissals(
    [],
    dismissals.map(({ id }) => id),
  );
  showNotice(`已恢复 ${dismissals.length} 项问题，重新计入。`, async () => {
    await library.changeDismissals(dismissals, []);
    return true;
  });
}
