// Which lines of the list are shown, in which order, on which page. The list itself belongs to the library.
import { computed, effect, signal } from '@preact/signals';
import { dismissalIndex } from './dismissing.ts';
import { intake } from './intake.ts';
import { library } from './library.ts';
import { FILTERS, arrange, belongsTo, linesOf } from './lines.ts';
import type { Filter, Query, SortKey, Sorting } from './lines.ts';

/** Lines on a page of the list. */
export const PAGE_SIZE = 100;
/** Lines drawn while files come in: every change moves all of them, and drawing a hundred holds a slow machine up. */
const WHILE_IMPORTING = 20;

const importing = computed(() => {
  const { total, done, failed } = intake.progress.value;
  // A handful is over before it could be in the way.
  return total - done - failed > WHILE_IMPORTING;
});

export const query = signal<Query>({ filter: 'all', words: '', year: null });
export const sorting = signal<Sorting>({ key: 'added', descending: true });
/** Page of the list, from 0. */
export const pageIndex = signal(0);
/** Ids of marked lines. */
export const marked = signal<ReadonlySet<string>>(new Set());

/** The list follows the library at this pace, in milliseconds: while hundreds of files come in, drawing must not hold the page up. */
const PACE = 400;
const source = signal({ summaries: library.summaries.peek(), files: library.files.peek() });
let followed = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
effect(() => {
  const next = { summaries: library.summaries.value, files: library.files.value };
  const wait = followed + PACE - performance.now();
  clearTimeout(timer);
  const follow = () => {
    followed = performance.now();
    source.value = next;
  };
  // The first change after a rest shows at once, so that a removed row is gone when the button is let go.
  if (wait <= 0) follow();
  else timer = setTimeout(follow, wait);
});

/** What a person has dismissed counts like the rest. */
export const countDismissed = signal(false);
export const lines = computed(() => linesOf(source.value.summaries, source.value.files, dismissalIndex.value, countDismissed.value));
export const arranged = computed(() => arrange(lines.value, query.value, sorting.value));
export const pageCount = computed(() => Math.max(1, Math.ceil(arranged.value.length / PAGE_SIZE)));
export const page = computed(() => {
  const index = Math.min(pageIndex.value, pageCount.value - 1);
  const all = arranged.value.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE);
  return {
    index,
    lines: importing.value ? all.slice(0, WHILE_IMPORTING) : all,
    heldBack: importing.value ? Math.max(0, all.length - WHILE_IMPORTING) : 0,
  };
});
/** How many lines each filter would show, words and year aside. */
export const filterCounts = computed(() => {
  const counts: Record<Filter, number> = { all: 0, error: 0, warning: 0, handled: 0, unchecked: 0, passed: 0, failed: 0 };
  for (const line of lines.value) for (const filter of FILTERS) if (belongsTo(line, filter)) counts[filter] += 1;
  return counts;
});
/** Years there are, newest first. */
export const years = computed(() =>
  [...new Set(source.value.summaries.flatMap(({ year }) => (year === null ? [] : [year])))].sort((a, b) => b - a),
);

export function narrow(change: Partial<Query>): void {
  query.value = { ...query.value, ...change };
  pageIndex.value = 0;
}

/** Sorts by a column; by the same again: the other way round. */
export function sortBy(key: SortKey): void {
  const same = sorting.value.key === key;
  const numbers = key === 'error' || key === 'warning' || key === 'hint' || key === 'unchecked' || key === 'added' || key === 'year';
  sorting.value = { key, descending: same ? !sorting.value.descending : numbers };
  pageIndex.value = 0;
}

/** Marks lines, or takes their mark away. */
export function mark(ids: readonly string[], on: boolean): void {
  const next = new Set(marked.value);
  for (const id of ids) {
    if (on) next.add(id);
    else next.delete(id);
  }
  marked.value = next;
}

/** The report before and after one in the order of the list, for walking through. */
export function neighbours(id: string): {
  readonly before: string | null;
  readonly after: string | null;
  readonly place: number;
  readonly of: number;
} {
  const reports = arranged.value.filter((line) => line.kind === 'report');
  const index = reports.findIndex((line) => line.id === id);
  return {
    before: index > 0 ? reports[index - 1]!.id : null,
    after: index >= 0 && index + 1 < reports.length ? reports[index + 1]!.id : null,
    place: index + 1,
    of: reports.length,
  };
}
