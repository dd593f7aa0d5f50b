// The list of jobs and how far they are, as shown; whether an import is under way is noted for the next start.
import { batch, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { CrashJournal } from '../crash-journal.ts';
import { throttled } from '../throttle.ts';
import type { Throttled } from '../throttle.ts';
import { ACTIVE, isActive, newEntry } from './job.ts';
import type { Entry, Inside, Job, JobState } from './job.ts';

/**
 * Cancelled jobs count nowhere, nor do archives once their files are jobs of their own: `done + failed` reaches `total`.
 * Duplicates count as done.
 */
export interface Progress {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly running: number;
}

export interface JobList {
  readonly jobs: ReadonlySignal<readonly Job[]>;
  readonly progress: ReadonlySignal<Progress>;
  readonly show: Throttled;
  /** A new job, queued. */
  add(what: Pick<Job, 'name' | 'path' | 'size'>, file: File | null, inside: Inside | null): Entry;
  /** A new attempt in the line of an earlier one: what is left of that may still be on its way back. */
  addAgain(before: Entry): Entry;
  get(id: string): Entry | undefined;
  all(): readonly Entry[];
  /** Into another state; what was said of the one before is forgotten. */
  change(entry: Entry, state: JobState, more?: Partial<Job>): void;
  setSize(entry: Entry, size: number): void;
  forgetFinished(): void;
  forgetAll(): void;
}

/** @param showEvery milliseconds between two changes of the list */
export function createJobList(journal: Pick<CrashJournal, 'underWay'>, showEvery: number): JobList {
  const jobs = signal<readonly Job[]>([]);
  const progress = signal<Progress>({ total: 0, done: 0, failed: 0, running: 0 });
  const entries = new Map<string, Entry>();
  let lastId = 0;

  const show = throttled(() => {
    const all = Array.from(entries.values(), ({ job }) => job);
    const count = (...states: readonly JobState[]): number => all.filter(({ state }) => states.includes(state)).length;
    journal.underWay(count(...ACTIVE) > 0);
    batch(() => {
      jobs.value = all;
      progress.value = {
        total: all.length - count('cancelled', 'unpacked'),
        done: count('done', 'duplicate'),
        failed: count('failed'),
        running: count('reading', 'checking', 'unpacking'),
      };
    });
  }, showEvery);

  function put(entry: Entry): Entry {
    entries.set(entry.job.id, entry);
    show();
    return entry;
  }

  return {
    jobs,
    progress,
    show,
    add(what, file, inside) {
      lastId += 1;
      return put(newEntry({ ...what, id: `job-${lastId}`, state: 'queued' }, file, inside));
    },
    addAgain(before) {
      const { id, name, path, size } = before.job;
      return put(newEntry({ id, name, path, size, state: 'queued' }, before.file, before.inside, before));
    },
    get: (id) => entries.get(id),
    all: () => [...entries.values()],
    change(entry, state, more = {}) {
      const { id, name, path, size, startedAt } = entry.job;
      entry.job = { id, name, path, size, ...(startedAt !== undefined ? { startedAt } : {}), ...more, state };
      show();
    },
    setSize(entry, size) {
      entry.job = { ...entry.job, size };
    },
    forgetFinished() {
      for (const [id, entry] of entries) if (!isActive(entry)) entries.delete(id);
      show.now();
    },
    forgetAll() {
      entries.clear();
      show.now();
    },
  };
}
