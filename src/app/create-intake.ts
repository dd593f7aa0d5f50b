// Takes files in: a queue of jobs that are read in batches, checked in workers and handed to the library.
import { batch, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Pool } from '../bridge/pool.ts';
import { DEADLINE } from '../bridge/pool.ts';
import { hex } from '../bridge/sha-256.ts';
import { failure } from '../core/model/outcome.ts';
import type { Failure } from '../core/model/outcome.ts';
import { CORE_VERSION } from '../core/version.ts';
import { createCrashJournal } from './crash-journal.ts';
import type { CrashJournal } from './crash-journal.ts';
import { wishes } from './create-library.ts';
import type { Library } from './create-library.ts';
import { failedRecord, importRecord } from './import-record.ts';
import type { Incoming } from './import-record.ts';
import type { ImportRecord } from '../store/store.ts';
import { readFiles, readsBatches } from './read-files.ts';
import { throttled } from './throttle.ts';

export type JobState = 'queued' | 'reading' | 'checking' | 'done' | 'failed' | 'cancelled' | 'duplicate';

/** One file on its way in. */
export interface Job {
  /** Lives as long as the page. */
  readonly id: string;
  readonly name: string;
  /** Folder path as dropped, without the name. */
  readonly path: string;
  /** Bytes; 0 until it is known, which for thousands of files takes some seconds. */
  readonly size: number;
  readonly state: JobState;
  /** Chinese; always there for failed and duplicate. */
  readonly message?: string;
  /** For done and duplicate: where it led. */
  readonly reportIds?: readonly string[];
  /** Milliseconds since 1970; set when reading began. */
  readonly startedAt?: number;
}

/** Cancelled jobs count nowhere: `done + failed` reaches `total`. Duplicates count as done. */
export interface Progress {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly running: number;
}

export interface IncomingFile {
  readonly file: File;
  /** Folder path as dropped, without the name. */
  readonly path: string;
}

export interface Intake {
  readonly jobs: ReadonlySignal<readonly Job[]>;
  readonly progress: ReadonlySignal<Progress>;
  takeFiles(files: readonly IncomingFile[]): void;
  /** Pasted text; the name is given an extension if it has none. */
  takeText(text: string, name: string): void;
  /** Pasted html, as the clipboard gives it. */
  takeHtml(html: string, name: string): void;
  cancelJob(id: string): void;
  cancelAll(): void;
  /** Reads a failed or cancelled file again. */
  retryJob(id: string): void;
  /** Forgets jobs that are over. What was imported stays. */
  clearFinished(): void;
  /** Chinese: the page ended in the middle of an import the last time; null if not. */
  readonly lastTime: string | null;
}

export interface IntakeOptions {
  readonly library: Pick<Library, 'openLibrary' | 'findFile' | 'worthReading' | 'addFile' | 'dropFile' | 'checkOptions' | 'onClear'>;
  readonly pool: Pick<Pool, 'size' | 'digest' | 'examine'>;
  /** null on plain http: then the workers compute the hash. */
  readonly subtle?: Pick<SubtleCrypto, 'digest'> | null;
  readonly asBatch?: boolean;
  readonly journal?: CrashJournal;
  readonly now?: () => number;
  readonly coreVersion?: string;
  /** Milliseconds a file may take; for the sentence only, the pool keeps it. */
  readonly deadline?: number;
  /** Milliseconds between two changes of the lists. */
  readonly showEvery?: number;
  /** Bytes of one file above which it is refused unread. */
  readonly largest?: number;
}

const MB = 1024 * 1024;
/** Genuine reports have a few MB, scans some dozens. */
export const LARGEST_FILE = 128 * MB;
const BATCH_FILES = 64;
const BATCH_BYTES = 16 * MB;
/** Bytes read and not yet written away. */
const HELD_BYTES = 64 * MB;
/** Files read and not yet being checked: more would not be faster. */
const READ_AHEAD = 2 * BATCH_FILES;
/** The page ended twice while this file was being checked, the second time with no other beside it. */
const TOO_MANY_STRIKES = 2;

interface Entry {
  job: Job;
  readonly file: File;
  /** Made when reading begins: thousands of them at once would hold the page. */
  controller: AbortController | null;
  /** Bytes counted as held. */
  held: number;
  bytes: Uint8Array | null;
  /** SHA-256 once it is known. */
  fileId: string | null;
  /** Too late to cancel. */
  writing: boolean;
  /** The person insists. */
  readonly insisted: boolean;
  /** Id under which a failed attempt is kept. */
  failedAs: string | null;
  /** Entries with the same bytes, waiting for this one. */
  followers: Entry[];
}

/** Milliseconds the page is held at a time. */
const SLICE = 10;

const ACTIVE: readonly JobState[] = ['queued', 'reading', 'checking'];

export function createIntake({
  library,
  pool,
  subtle = globalThis.crypto?.subtle ?? null,
  asBatch = readsBatches(globalThis.navigator?.userAgent ?? ''),
  journal = createCrashJournal(null),
  now = Date.now,
  coreVersion = CORE_VERSION,
  deadline = DEADLINE,
  showEvery = 100,
  largest = LARGEST_FILE,
}: IntakeOptions): Intake {
  const jobs = signal<readonly Job[]>([]);
  const progress = signal<Progress>({ total: 0, done: 0, failed: 0, running: 0 });

  const entries = new Map<string, Entry>();
  const queue: Entry[] = [];
  const ready: Entry[] = [];
  /** Files on which the page ended once: one at a time, after all others. */
  const suspects: Entry[] = [];
  /** By SHA-256: being checked or written. */
  const inFlight = new Map<string, Entry>();
  let lastId = 0;
  let held = 0;
  let checking = 0;
  let reading = false;
  /** The suspect being checked: nothing else runs beside it. */
  let suspect: Entry | null = null;

  const show = throttled(() => {
    const all = Array.from(entries.values(), ({ job }) => job);
    const count = (...states: JobState[]): number => all.filter(({ state }) => states.includes(state)).length;
    batch(() => {
      jobs.value = all;
      progress.value = {
        total: all.length - count('cancelled'),
        done: count('done', 'duplicate'),
        failed: count('failed'),
        running: count('reading', 'checking'),
      };
    });
  }, showEvery);

  function change(entry: Entry, state: JobState, more: Partial<Job> = {}): void {
    const { id, name, path, size, startedAt } = entry.job;
    entry.job = { id, name, path, size, ...(startedAt !== undefined ? { startedAt } : {}), ...more, state };
    show();
  }

  function isActive(entry: Entry): boolean {
    return ACTIVE.includes(entry.job.state);
  }

  function letGo(entry: Entry): void {
    held -= entry.held;
    entry.held = 0;
    entry.bytes = null;
  }

  /** Called whenever something may go on. */
  function pump(): void {
    start();
    void readOn();
  }

  function start(): void {
    while (!suspect && checking < pool.size && ready.length > 0) begin(ready.shift()!);
    // Not before everything else is written: it may end the page again.
    while (inFlight.size === 0 && ready.length === 0 && !reading && suspects.length > 0) begin(suspects.shift()!);
  }

  // Taking in

  function take(files: readonly IncomingFile[]): void {
    const taken = files.map(({ file, path }) => {
      lastId += 1;
      const job: Job = { id: `job-${lastId}`, name: file.name, path, size: 0, state: 'queued' };
      const entry = newEntry(job, file, null);
      entries.set(job.id, entry);
      return entry;
    });
    show();
    void noteSizes(taken);
  }

  /** In slices: the first look at a size asks the disk and holds the page for about a millisecond (seen in Chromium). */
  async function noteSizes(taken: readonly Entry[]): Promise<void> {
    let until = Date.now() + SLICE;
    for (const entry of taken) {
      if (isActive(entry)) {
        entry.job = { ...entry.job, size: entry.file.size };
        admit(entry);
      }
      if (Date.now() < until) continue;
      pump();
      await new Promise((resolve) => setTimeout(resolve));
      until = Date.now() + SLICE;
    }
    show();
    pump();
  }

  function admit(entry: Entry): void {
    const { name, size } = entry.job;
    if (size === 0) fail(entry, failure(name, 'empty'));
    else if (size > largest) {
      const limit = `文件有 ${inMegabytes(size)}，超过 ${inMegabytes(largest)} 的上限`;
      fail(entry, failure(name, 'too-large', limit));
    } else queue.push(entry);
  }

  // Reading

  function nextBatch(): readonly Entry[] {
    const some: Entry[] = [];
    let bytes = 0;
    while (queue.length > 0 && some.length < BATCH_FILES && ready.length + some.length < READ_AHEAD) {
      const { size } = queue[0]!.job;
      if (some.length > 0 && bytes + size > BATCH_BYTES) break;
      // One that is larger than all that may be held goes when nothing else is.
      if (held + size > HELD_BYTES && held > 0) break;
      const entry = queue.shift()!;
      bytes += size;
      held += size;
      entry.held = size;
      some.push(entry);
    }
    return some;
  }

  async function readOn(): Promise<void> {
    if (reading || queue.length === 0) return;
    reading = true;
    try {
      await library.openLibrary();
      for (;;) {
        const some = nextBatch();
        if (some.length === 0) break;
        for (const entry of some) {
          entry.controller = new AbortController();
          change(entry, 'reading', { startedAt: now() });
        }
        const all = await readFiles(
          some.map(({ file, job }) => ({ file, size: job.size })),
          asBatch,
        );
        await Promise.all(
          some.map((entry, index) =>
            identify(entry, all[index]!).catch(() => {
              letGo(entry);
              fail(entry, failure(entry.job.name, 'crashed'));
            }),
          ),
        );
        // Hashes come in any order; of two files with the same bytes the first dropped is the one that is kept.
        for (const entry of some) if (entry.fileId !== null) place(entry);
        start();
      }
    } finally {
      reading = false;
    }
    start();
  }

  async function identify(entry: Entry, bytes: Uint8Array | null): Promise<void> {
    if (!isActive(entry)) {
      letGo(entry);
      return;
    }
    if (!bytes) {
      letGo(entry);
      fail(entry, failure(entry.job.name, 'unreadable', '在选择之后被移动、删除或修改，无法读取'));
      return;
    }
    let id: string;
    if (subtle) {
      id = hex(new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)));
      entry.bytes = bytes;
    } else {
      const digested = await pool.digest(bytes, { signal: entry.controller!.signal });
      if (!digested.ok) {
        letGo(entry);
        if (isActive(entry)) interrupted(entry, digested.reason);
        return;
      }
      id = digested.value.id;
      entry.bytes = digested.value.bytes;
    }
    entry.fileId = id;
  }

  /** Puts a file that was read in the queue for the workers. */
  function place(entry: Entry): void {
    if (!isActive(entry)) letGo(entry);
    else if (!entry.insisted && journal.strikes(entry.fileId!) >= TOO_MANY_STRIKES) {
      letGo(entry);
      fail(entry, failure(entry.job.name, 'crashed', '曾两次使页面意外关闭，这次没有处理'));
    } else if (isSuspect(entry)) suspects.push(entry);
    else ready.push(entry);
  }

  function isSuspect({ fileId }: Entry): boolean {
    return fileId !== null && journal.strikes(fileId) > 0;
  }

  // Checking

  /** Settles what needs no check, and starts the check of the rest. */
  function begin(entry: Entry): void {
    if (!isActive(entry)) {
      letGo(entry);
      return;
    }
    const fileId = entry.fileId!;
    const known = library.findFile(fileId);
    if (known && !library.worthReading(known)) {
      letGo(entry);
      duplicate(entry, known.name, known.reportIds, true);
      return;
    }
    const leader = inFlight.get(fileId);
    if (leader) {
      letGo(entry);
      leader.followers.push(entry);
      return;
    }
    inFlight.set(fileId, entry);
    checking += 1;
    if (isSuspect(entry)) suspect = entry;
    change(entry, 'checking');
    void examine(entry, fileId, known?.addedAt ?? now());
  }

  async function examine(entry: Entry, fileId: string, addedAt: number): Promise<void> {
    const { name, path, size } = entry.job;
    const options = library.checkOptions.value;
    const bytes = entry.bytes!;
    // Transferred from here on.
    entry.bytes = null;
    journal.begin(fileId);
    const settled = await pool.examine(bytes, name, options, { signal: entry.controller!.signal });
    journal.end(fileId);
    checking -= 1;
    if (suspect === entry) suspect = null;
    // The worker is free; what follows is waiting for the store.
    pump();
    if (isActive(entry)) {
      if (!settled.ok) interrupted(entry, settled.reason);
      else {
        const incoming = { id: fileId, name, path, size, addedAt, coreVersion, checkedWith: wishes(options) };
        await keep(entry, importRecord(incoming, settled.value));
      }
    }
    letGo(entry);
    inFlight.delete(fileId);
    settleFollowers(entry);
    pump();
  }

  async function keep(entry: Entry, record: ImportRecord): Promise<void> {
    const { file } = record;
    if (file.failure) {
      fail(entry, file.failure);
      return;
    }
    entry.writing = true;
    try {
      await library.addFile(record);
    } catch {
      entry.writing = false;
      change(entry, 'failed', { message: `“${file.name}”已核验，但结果无法保存。请刷新页面后重新导入。` });
      return;
    }
    entry.writing = false;
    if (entry.failedAs && entry.failedAs !== file.id) void library.dropFile(entry.failedAs);
    entry.failedAs = null;
    const missing = file.partFailures.length;
    change(entry, 'done', {
      reportIds: file.reportIds,
      ...(missing > 0 ? { message: `“${file.name}”中有 ${missing} 项未能核验，其余已核验。` } : {}),
    });
  }

  function settleFollowers(leader: Entry): void {
    for (const entry of leader.followers.splice(0)) {
      if (!isActive(entry)) continue;
      const { state, message, reportIds, name } = leader.job;
      if (state === 'done') duplicate(entry, name, reportIds ?? [], false);
      else if (state === 'failed') change(entry, 'failed', { message: `与“${name}”内容相同。${message ?? ''}` });
      else {
        // The first of them was cancelled, this one was not.
        change(entry, 'queued');
        queue.unshift(entry);
      }
    }
  }

  // Ends

  function duplicate(entry: Entry, name: string, reportIds: readonly string[], earlier: boolean): void {
    if (entry.failedAs) void library.dropFile(entry.failedAs);
    entry.failedAs = null;
    const message = `与${earlier ? '已导入的' : '同时导入的'}“${name}”内容相同，没有重复导入。`;
    change(entry, 'duplicate', { message, reportIds });
  }

  function interrupted(entry: Entry, reason: 'timeout' | 'crashed' | 'cancelled'): void {
    if (reason === 'cancelled') change(entry, 'cancelled');
    else {
      const detail = reason === 'timeout' ? `处理超过 ${Math.round(deadline / 1000)} 秒仍未完成` : undefined;
      fail(entry, failure(entry.job.name, reason, detail));
    }
  }

  /** The job is over; the file stays listed as failed until someone removes it. */
  function fail(entry: Entry, why: Failure): void {
    const { name, path, size } = entry.job;
    const unread = `unread:${path}/${name}|${size}|${entry.file.lastModified}`;
    const incoming: Incoming = { id: entry.fileId ?? unread, name, path, size, addedAt: now(), coreVersion, checkedWith: '' };
    change(entry, 'failed', { message: why.message });
    // What was read well before stays.
    if (library.findFile(incoming.id)?.failure === null) return;
    entry.failedAs = incoming.id;
    library.addFile(failedRecord(incoming, why)).catch(() => {});
  }

  function cancel(entry: Entry): void {
    if (!isActive(entry) || entry.writing) return;
    change(entry, 'cancelled');
    for (const list of [queue, ready, suspects]) {
      const index = list.indexOf(entry);
      if (index < 0) continue;
      list.splice(index, 1);
      letGo(entry);
    }
    entry.controller?.abort();
  }

  const withExtension = (name: string, extension: string): string => (/\.[A-Za-z0-9]{1,5}$/.test(name) ? name : `${name}.${extension}`);

  /** With a byte order mark, so that no charset named in the text is believed instead. */
  function takePasted(text: string, name: string, type: string): void {
    if (text.trim() === '') return;
    take([{ file: new File(['\uFEFF', text], name, { type }), path: '' }]);
  }

  function cancelAll(): void {
    for (const entry of entries.values()) cancel(entry);
    pump();
  }

  library.onClear(() => {
    cancelAll();
    journal.clear();
    entries.clear();
    show.now();
  });

  return {
    jobs,
    progress,
    lastTime: journal.interrupted > 0 ? '上次页面意外关闭时还有文件没有处理完：请重新导入那一批文件，已完成的不会重复处理。' : null,
    takeFiles: take,
    takeText: (text, name) => takePasted(text, withExtension(name, 'txt'), 'text/plain'),
    takeHtml: (html, name) => takePasted(html, withExtension(name, 'html'), 'text/html'),
    cancelJob(id) {
      const entry = entries.get(id);
      if (entry) cancel(entry);
      pump();
    },
    cancelAll,
    retryJob(id) {
      const entry = entries.get(id);
      if (!entry || (entry.job.state !== 'failed' && entry.job.state !== 'cancelled')) return;
      // A new entry: what is left of the last attempt may still be on its way back.
      const { name, path, size } = entry.job;
      const again = newEntry({ id, name, path, size, state: 'queued' }, entry.file, entry);
      entries.set(id, again);
      admit(again);
      show();
      pump();
    },
    clearFinished() {
      for (const [id, entry] of entries) if (!isActive(entry)) entries.delete(id);
      show.now();
    },
  };
}

function newEntry(job: Job, file: File, before: Entry | null): Entry {
  return {
    job,
    file,
    controller: null,
    held: 0,
    bytes: null,
    fileId: null,
    writing: false,
    insisted: before !== null,
    failedAs: before?.failedAs ?? null,
    followers: [],
  };
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / MB)} MB`;
}
