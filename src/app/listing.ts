// Which lines of the list are shown, in which order, on which page. The list itself belongs to the library.
import { computed, signal } from '@preact/signals';
import { library } from './library.ts';
import { FILTERS, arrange, belongsTo, linesOf } from './lines.ts';
import type { Filter, Query, SortKey, Sorting } from './lines.ts';

/** Lines on a page of the list. */
export const PAGE_SIZE = 100;

export const query = signal<Query>({ filter: 'all', words: '', year: null });
export const sorting = signal<Sorting>({ key: 'added', descending: true });
/** Page of the list, from 0. */
export const pageIndex = signal(0);
/** Ids of marked lines. */
export const marked = signal<ReadonlySet<string>>(new Set());

export const lines = computed(() => linesOf(library.summaries.value, library.files.value));
export const arranged = computed(() => arrange(lines.value, query.value, sorting.value));
export const pageCount = computed(() => Math.max(1, Math.ceil(arranged.value.length / PAGE_SIZE)));
export const page = computed(() => {
  const index = Math.min(pageIndex.value, pageCount.value - 1);
  return { index, lines: arranged.value.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE) };
});
/** How many lines each filter would show, words and year aside. */
export const filterCounts = computed(() => {
  const counts: Record<Filter, number> = { all: 0, error: 0, warning: 0, unchecked: 0, passed: 0, failed: 0 };
  for (const line of lines.value) for (const filter of FILTERS) if (belongsTo(line, filter)) counts[filter] += 1;
  return counts;
});
/** Years there are, newest first. */
export const years = computed(() =>
  [...new Set(library.summaries.value.flatMap(({ year }) => (year === null ? [] : [year])))].sort((a, b) => b - a),
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
