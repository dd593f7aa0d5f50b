// The report on the desk: which one is open, which finding is chosen, which severities are shown.
import { batch, computed, effect, signal } from '@preact/signals';
import type { Severity } from '../core/model/vocabulary.ts';
import type { StoredReport } from '../store/records.ts';
import { library } from './library.ts';
import { chiefPlaces, findingsByPlace, marksOf, placeName } from './places.ts';
import { route } from './route.ts';
import { uncheckedOf } from './unchecked.ts';

export type Opened =
  | { readonly state: 'none' }
  | { readonly state: 'opening'; readonly id: string }
  | { readonly state: 'missing'; readonly id: string }
  | { readonly state: 'open'; readonly id: string; readonly stored: StoredReport };

export const opened = signal<Opened>({ state: 'none' });
/** Index of the chosen finding. */
export const chosen = signal<number | null>(null);
/** Raised whenever the document is to scroll to the chosen finding; `focus`: and to take the focus there. */
export const jump = signal<{ readonly count: number; readonly focus: boolean }>({ count: 0, focus: false });
/** Hints are folded until asked for. */
export const shownSeverities = signal<ReadonlySet<Severity>>(new Set(['error', 'warning']));
/** Narrow layout: which of the two sides is seen. */
export const side = signal<'document' | 'findings'>('findings');

const report = computed(() => (opened.value.state === 'open' ? opened.value.stored : null));
export const places = computed(() => findingsByPlace(report.value?.findings ?? []));
export const chief = computed(() => chiefPlaces(report.value?.findings ?? []));
export const marks = computed(() => marksOf(chosen.value === null ? undefined : report.value?.findings[chosen.value]));
export const unchecked = computed(() => uncheckedOf(report.value?.checks ?? []));
/** Places of numbers that had to be guessed. */
export const doubtfulPlaces = computed(() => {
  const found = new Set<string>();
  for (const { certainty, at } of report.value?.report.facts ?? []) {
    if (certainty === 'doubtful') found.add(placeName(at));
  }
  return found;
});
/** Indexes of the findings shown, in their order. */
export const shownFindings = computed(() =>
  (report.value?.findings ?? []).flatMap((finding, index) => (shownSeverities.value.has(finding.severity) ? [index] : [])),
);

async function open(id: string, keep: boolean): Promise<void> {
  const stored = await library.openReport(id);
  // Another one may have been asked for in the meantime.
  if (opened.value.state === 'none' || opened.value.id !== id) return;
  batch(() => {
    opened.value = stored ? { state: 'open', id, stored } : { state: 'missing', id };
    const found = stored?.findings ?? [];
    if (!keep) {
      const grave = found.some((finding) => finding.severity !== 'hint');
      shownSeverities.value = new Set<Severity>(grave || found.length === 0 ? ['error', 'warning'] : ['error', 'warning', 'hint']);
    }
    if (!keep || (chosen.value ?? 0) >= found.length) chosen.value = null;
  });
}

/** Keeps the desk in line with the address. Called once, when the page starts. */
export function followRoute(): void {
  effect(() => {
    const now = route.value;
    const ready = library.loadState.value.state !== 'opening';
    if (now.page !== 'report') {
      opened.value = { state: 'none' };
      return;
    }
    const { id } = now;
    const was = opened.peek();
    if (was.state !== 'none' && was.id === id && was.state !== 'opening') return;
    batch(() => {
      opened.value = { state: 'opening', id };
      chosen.value = null;
      side.value = 'findings';
    });
    if (ready) void open(id, false);
  });
  // Results are derived again after a correction, and when rules change: show the new ones.
  let known: unknown;
  effect(() => {
    const now = route.value;
    if (now.page !== 'report') return;
    const summary = library.summaries.value.find((each) => each.id === now.id);
    if (summary === known) return;
    const first = known === undefined || (known as { id: string } | undefined)?.id !== now.id;
    known = summary;
    if (!first && summary && opened.peek().state === 'open') void open(now.id, true);
    if (!summary && opened.peek().state === 'open') opened.value = { state: 'missing', id: now.id };
    if (summary && opened.peek().state === 'missing') void open(now.id, false);
  });
}

/** Chooses a finding and brings its place into view. */
export function chooseFinding(index: number, focus = false): void {
  const finding = report.value?.findings[index];
  if (!finding) return;
  batch(() => {
    chosen.value = index;
    if (!shownSeverities.value.has(finding.severity)) {
      shownSeverities.value = new Set([...shownSeverities.value, finding.severity]);
    }
    jump.value = { count: jump.value.count + 1, focus };
  });
}

/** The next (1) or previous (−1) of the findings shown. */
export function stepFinding(by: 1 | -1): void {
  const shown = shownFindings.value;
  if (shown.length === 0) return;
  const at = chosen.value === null ? -1 : shown.indexOf(chosen.value);
  const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(shown.length - 1, Math.max(0, at + by));
  chooseFinding(shown[next]!);
}

/** Chooses the finding at a place; where there are several, the one after the chosen. */
export function chooseAt(place: string): void {
  const there = places.value.get(place) ?? [];
  if (there.length === 0) return;
  const at = chosen.value === null ? -1 : there.indexOf(chosen.value);
  chooseFinding(there[(at + 1) % there.length]!);
}

export function toggleSeverity(severity: Severity): void {
  const next = new Set(shownSeverities.value);
  if (!next.delete(severity)) next.add(severity);
  shownSeverities.value = next;
}
