// The report on the desk: which one is open, which card of findings is chosen, which severities are shown.
import { batch, computed, effect, signal } from '@preact/signals';
import type { Position } from '../../core/model/document.ts';
import { marksOfFindings } from '../../core/model/finding-mark.ts';
import type { Severity } from '../../core/model/vocabulary.ts';
import type { StoredReport } from '../../store/records.ts';
import { deskCardsOf } from './desk-cards.ts';
import { isDismissed, wordOn } from '../dismissals.ts';
import type { Word } from '../dismissals.ts';
import { dismissalIndex } from '../dismissing.ts';
import type { Target } from '../dismissing.ts';
import { library } from '../library.ts';
import { NO_MARKS, chiefPlaces, findingsByPlace, gravest, marksOf, placeName, suspectedPlaces } from './places.ts';
import { route } from '../route.ts';

export type Opened =
  | { readonly state: 'none' }
  | { readonly state: 'opening'; readonly id: string }
  | { readonly state: 'missing'; readonly id: string }
  | { readonly state: 'open'; readonly id: string; readonly stored: StoredReport };

export const opened = signal<Opened>({ state: 'none' });
/** Index of the chosen finding: the one that leads the chosen card. */
export const chosen = signal<number | null>(null);
/** Places looked at that belong to no finding: a cell that was not judged, a number in the text with its cells. The first leads. */
const looked = signal<readonly Position[] | null>(null);
/** Raised whenever the document is to scroll to the chosen finding; `focus`: and to take the focus there. */
export const jump = signal<{ readonly count: number; readonly focus: boolean }>({ count: 0, focus: false });
/** Hints are folded until asked for. */
export const shownSeverities = signal<ReadonlySet<Severity>>(new Set(['error', 'warning']));
/** What a person has dismissed is folded away, too. */
export const showDismissed = signal(false);
/** Indexes of the findings a person has ticked, to dismiss them together. */
export const picked = signal<ReadonlySet<number>>(new Set());
/** Narrow layout: which of the two sides is seen. */
export const side = signal<'document' | 'findings'>('findings');

const report = computed(() => (opened.value.state === 'open' ? opened.value.stored : null));
/** What has one cause is one card; see core/model/card.ts. */
export const cards = computed(() => deskCardsOf(report.value?.findings ?? []));
/** The card of each finding, by the finding's index. */
const cardOfFinding = computed(() => new Map(cards.value.flatMap((card) => card.indexes.map((index) => [index, card] as const))));
/** Positions in `cards` by place. */
export const places = computed(() => findingsByPlace(cards.value));
export const chief = computed(() => chiefPlaces(cards.value));
/** The card of the chosen finding. */
export const chosenCard = computed(() => (chosen.value === null ? undefined : cardOfFinding.value.get(chosen.value)));
export const marks = computed(() => {
  if (chosen.value !== null) {
    return marksOf(chosenCard.value, suspectedPlaces(chosenCard.value?.suspects ?? [], report.value?.report.facts ?? []));
  }
  return looked.value === null ? NO_MARKS : marksOf({ at: looked.value });
});
/** One mark for each finding of the open report, in their order. */
const findingMarks = computed(() => {
  const stored = report.value;
  return stored ? marksOfFindings(stored.report, stored.findings) : [];
});
/** What a person has said of each finding, in their order; null: nothing. */
export const words = computed<readonly (Word | null)[]>(() => {
  const stored = report.value;
  if (!stored) return [];
  const unit = { id: stored.id, organ: stored.report.organ, year: stored.report.year };
  return findingMarks.value.map((mark) => wordOn(dismissalIndex.value, mark, unit));
});
/** Indexes of the findings that are dismissed. */
export const dismissedFindings = computed<ReadonlySet<number>>(
  () => new Set(words.value.flatMap((word, index) => (word !== null && word.from !== 'returned' ? [index] : []))),
);
/** Places of numbers that had to be guessed. */
export const doubtfulPlaces = computed(() => {
  const found = new Set<string>();
  for (const { certainty, at } of report.value?.report.facts ?? []) {
    if (certainty === 'doubtful') found.add(placeName(at));
  }
  return found;
});
/** Cards of which something is left: not every finding dismissed. */
export const leftCards = computed(() =>
  cards.value.flatMap((card) => {
    const left = card.indexes.filter((index) => !dismissedFindings.value.has(index));
    if (left.length === card.indexes.length) return [card];
    // What is left of a card weighs what is left of it, as in the counts.
    const severity = gravest(report.value?.findings ?? [], left);
    return severity === null ? [] : [{ ...card, severity }];
  }),
);
/** Cards on the desk: those of which something is left, and the others where they are to be seen as well. */
export const openCards = computed(() => (showDismissed.value ? cards.value : leftCards.value));
/** The cards shown, in their order. */
export const shownCards = computed(() => openCards.value.filter(({ severity }) => shownSeverities.value.has(severity)));
/** Indexes of the findings that lead the cards shown, in their order. */
export const shownFindings = computed(() => shownCards.value.map(({ index }) => index));

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
    // Other results, other indexes.
    picked.value = new Set();
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
      looked.value = null;
      picked.value = new Set();
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

/** Chooses the card of a finding and brings its place into view. */
export function chooseFinding(index: number, focus = false): void {
  const card = cardOfFinding.value.get(index);
  if (!card) return;
  batch(() => {
    chosen.value = card.index;
    looked.value = null;
    if (card.indexes.every((each) => dismissedFindings.value.has(each))) showDismissed.value = true;
    if (!shownSeverities.value.has(card.severity)) {
      shownSeverities.value = new Set([...shownSeverities.value, card.severity]);
    }
    jump.value = { count: jump.value.count + 1, focus };
  });
}

/** The next (1) or previous (−1) of the cards shown. */
export function stepFinding(by: 1 | -1): void {
  const shown = shownFindings.value;
  if (shown.length === 0) return;
  const at = chosen.value === null ? -1 : shown.indexOf(chosen.value);
  const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(shown.length - 1, Math.max(0, at + by));
  chooseFinding(shown[next]!);
}

/** Chooses the card at a place; where there are several, the one after the chosen. */
export function chooseAt(place: string): void {
  const there = (places.value.get(place) ?? []).map((position) => cards.value[position]!.index);
  if (there.length === 0) return;
  const at = chosen.value === null ? -1 : there.indexOf(chosen.value);
  chooseFinding(there[(at + 1) % there.length]!);
}

export function toggleSeverity(severity: Severity): void {
  const next = new Set(shownSeverities.value);
  if (!next.delete(severity)) next.add(severity);
  shownSeverities.value = next;
}

/** Brings a place into view that belongs to no finding; `also` is marked as well. */
export function lookAt(position: Position, also: readonly Position[] = []): void {
  batch(() => {
    chosen.value = null;
    looked.value = [position, ...also];
    side.value = 'document';
    jump.value = { count: jump.value.count + 1, focus: true };
  });
}

/** Ticks findings for dismissing them together, or takes the ticks away. */
export function pick(indexes: readonly number[], on: boolean): void {
  const next = new Set(picked.value);
  for (const index of indexes) {
    if (on) next.add(index);
    else next.delete(index);
  }
  picked.value = next;
}

/** Findings of the open report as things to dismiss; those that are dismissed already are left out unless wanted. */
export function targetsAt(indexes: readonly number[], dismissedToo = false): readonly Target[] {
  const stored = report.value;
  const summary = stored && library.summaries.value.find(({ id }) => id === stored.id);
  if (!stored || !summary) return [];
  return indexes.flatMap((index): Target[] => {
    const [finding, mark] = [stored.findings[index], findingMarks.value[index]];
    if (!finding || !mark || (!dismissedToo && isDismissed(dismissalIndex.value, mark, summary))) return [];
    return [{ mark, summary, message: finding.message }];
  });
}
