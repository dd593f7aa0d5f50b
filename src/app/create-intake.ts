// Takes files in: a queue of jobs that are read in batches, checked in workers and handed to the library.
import { batch, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Interruption, Pool } from '../bridge/pool.ts';
import { DEADLINE } from '../bridge/pool.ts';
import { hex } from '../bridge/sha-256.ts';
import { FAILURES, failure } from '../core/model/outcome.ts';
import type { Failure } from '../core/model/outcome.ts';
import { CORE_VERSION } from '../core/version.ts';
import { createCrashJournal } from './crash-journal.ts';
import type { CrashJournal } from './crash-journal.ts';
import type { Library } from './create-library.ts';
import { archiveRecord, failedRecord, importRecord } from './import-record.ts';
import type { Incoming } from './import-record.ts';
import type { ImportRecord, StoredFile } from '../store/records.ts';
import { wishes } from './library/wishes.ts';
import { readFiles, readsBatches } from './read-files.ts';
import { throttled } from './throttle.ts';

/** `unpacking` and `unpacked`: an archive whose files are jobs of their own. */
export type JobState = 'queued' | 'reading' | 'checking' | 'done' | 'failed' | 'cancelled' | 'duplicate' | 'unpacking' | 'unpacked';

/** One file on its way in. */
export interface Job {
  /** Lives as long as the page. */
  readonly id: string;
  readonly name: string;
  /** Folder path as dropped, without the name; of a file in an archive it goes on with the archive: `2023/年报.zip/区直部门`. */
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
}

export interface IntakeOptions {
  readonly library: Pick<
    Library,
    'openLibrary' | 'findFile' | 'worthReading' | 'addFile' | 'dropFile' | 'checkOptions' | 'onClear' | 'turns' | 'catchUp' | 'hasCompany'
  >;
  readonly pool: Pick<Pool, 'size' | 'digest' | 'examine' | 'unpack'>;
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

/** Files of one archive: an archive of all reports of a province has some hundred. */
const MOST_PARTS = 5000;

/** Where a file in an archive comes from. */
interface Inside {
  readonly archive: Entry;
  /** Within the archive, name included. */
  readonly path: string;
}

interface Entry {
  job: Job;
  /** null: a file in an archive, see `inside`. */
  readonly file: File | null;
  readonly inside: Inside | null;
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

/** Id of the format on the shelf. */
const ARCHIVE = 'zip';
/** Of a file that waits for another window. */
const ELSEWHERE = '另一个窗口正在核验这个文件，完成后这里会显示它的结果。';
const UNPACKING_ENDED: Partial<Record<Interruption, string>> = {
  crashed: '解压时中断',
  'not-loaded': '没有解压：负责解压的那部分程序没有载入',
};
/** Milliseconds the page is held at a time. */
const SLICE = 10;

const ACTIVE: readonly JobState[] = ['queued', 'reading', 'checking', 'unpacking'];

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
  /** The suspect being checked or unpacked: nothing else runs beside it. */
  let suspect: Entry | null = null;

  /** Archives that wait to be unpacked, one after the other. */
  const folders: Folder[] = [];
  let unpacking: Unpack | null = null;

  const show = throttled(() => {
    const all = Array.from(entries.values(), ({ job }) => job);
    const count = (...states: JobState[]): number => all.filter(({ state }) => states.includes(state)).length;
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
    void unpackOn();
  }

  function start(): void {
    while (!suspect && checking < pool.size && ready.length > 0) begin(ready.shift()!);
    // Not before everything else is written: it may end the page again.
    while (isQuiet() && (!unpacking || unpacking.waiting) && suspects.length > 0) begin(suspects.shift()!);
    // An archive that ended the page goes when nothing else is under way, the files of it too.
    if (unpacking?.waiting && !suspect && (isSuspect(unpacking.entry) ? isQuiet() && held === 0 : hasRoom())) unpacking.waiting();
  }

  /** Nothing is being read, checked or written. */
  function isQuiet(): boolean {
    return !suspect && inFlight.size === 0 && ready.length === 0 && !reading;
  }

  function hasRoom(): boolean {
    return held < HELD_BYTES && ready.length < READ_AHEAD;
  }

  // Taking in

  function take(files: readonly IncomingFile[]): void {
    const taken = files.map(({ file, path }) => {
      lastId += 1;
      const job: Job = { id: `job-${lastId}`, name: file.name, path, size: 0, state: 'queued' };
      const entry = newEntry(job, file, null, null);
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
        entry.job = { ...entry.job, size: entry.file!.size };
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
          some.map(({ file, job }) => ({ file: file!, size: job.size })),
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
    // An archive may have lost files since that it would bring again.
    if (known && known.format !== ARCHIVE && !library.worthReading(known)) {
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
    void examineInTurn(entry, fileId, known?.addedAt ?? now());
  }

  /** Of several windows one checks a file; the others go on with something else and take what came of it. */
  async function examineInTurn(entry: Entry, fileId: string, addedAt: number): Promise<void> {
    const key = `file:${fileId}`;
    let release = await library.turns.take(key);
    const waits = release === null;
    if (waits) {
      checking -= 1;
      if (suspect === entry) suspect = null;
      if (isActive(entry)) change(entry, 'queued', { message: ELSEWHERE });
      pump();
      release = await library.turns.wait(key, entry.controller!.signal);
    }
    try {
      if (isActive(entry) && (waits || library.hasCompany())) await library.catchUp([fileId]).catch(() => {});
      const known = library.findFile(fileId);
      const isThere =
        known !== null && known.format !== ARCHIVE && (waits ? known.coreVersion === coreVersion : !library.worthReading(known));
      if (!isActive(entry) || isThere) {
        if (!waits) checking -= 1;
        if (suspect === entry) suspect = null;
        if (isActive(entry)) takeFromElsewhere(entry, known!);
        letGo(entry);
        inFlight.delete(fileId);
        settleFollowers(entry);
        pump();
        return;
      }
      if (waits) {
        checking += 1;
        change(entry, 'checking');
      }
      await examine(entry, fileId, addedAt);
    } finally {
      release?.();
    }
  }

  function takeFromElsewhere(entry: Entry, { name, failure: why, reportIds }: StoredFile): void {
    if (why) change(entry, 'failed', { message: why.message });
    else duplicate(entry, name, reportIds, true);
  }

  async function examine(entry: Entry, fileId: string, addedAt: number): Promise<void> {
    const { name, path, size } = entry.job;
    const options = library.checkOptions.value;
    const bytes = entry.bytes!;
    // Transferred from here on.
    entry.bytes = null;
    journal.begin(fileId, name);
    const settled = await pool.examine(bytes, name, options, { signal: entry.controller!.signal });
    // An archive is done with when it is unpacked.
    if (settled.ok && settled.value.ok === 'folder') journal.pause(fileId);
    else journal.end(fileId);
    checking -= 1;
    if (suspect === entry) suspect = null;
    // The worker is free; what follows is waiting for the store.
    pump();
    if (isActive(entry)) {
      if (!settled.ok) interrupted(entry, settled.reason);
      else if (settled.value.ok === 'folder') {
        change(entry, 'unpacking');
        // Others wait without their bytes.
        const first = !unpacking && folders.length === 0;
        if (!first) letGo(entry);
        folders.push({ entry, bytes: first ? settled.value.bytes : null, wanted: null });
        inFlight.delete(fileId);
        settleFollowers(entry);
        pump();
        return;
      } else {
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
    const unread = unreadId(entry);
    if (unread !== file.id && library.findFile(unread)) void library.dropFile(unread);
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
      else if (state === 'unpacking') duplicate(entry, name, [], false);
      else if (state === 'failed') change(entry, 'failed', { message: `与“${name}”内容相同。${message ?? ''}` });
      else {
        // The first of them was cancelled, this one was not.
        change(entry, 'queued');
        if (entry.inside) fetchAgain(entry);
        else queue.unshift(entry);
      }
    }
  }

  // Archives

  async function unpackOn(): Promise<void> {
    if (unpacking || folders.length === 0) return;
    const folder = folders.shift()!;
    const { entry } = folder;
    unpacking = { entry, waiting: null };
    try {
      await library.openLibrary();
      if (isActive(entry)) await takeApart(folder, unpacking);
    } catch {
      if (isActive(entry)) fail(entry, failure(entry.job.name, 'crashed'));
    } finally {
      letGo(entry);
      if (entry.fileId !== null) journal.end(entry.fileId);
      if (suspect === entry) suspect = null;
      unpacking = null;
    }
    pump();
  }

  async function takeApart({ entry, bytes: given, wanted }: Folder, turn: Unpack): Promise<void> {
    const { name, path, size } = entry.job;
    entry.controller ??= new AbortController();
    const bytes = given ?? (await readFiles([{ file: entry.file!, size }], false))[0];
    const missing = failure(name, 'unreadable', '在选择之后被移动、删除或修改，无法读取');
    if (!bytes) {
      if (wanted) for (const each of wanted.values()) if (isActive(each)) fail(each, missing);
      fail(entry, missing);
      return;
    }
    letGo(entry);
    const session = pool.unpack(bytes, name, { signal: entry.controller.signal });
    const failures: { readonly path: string; readonly failure: Failure }[] = [];
    let unpacked = 0;
    let notUnpacked = 0;
    let pictures = 0;
    let broken: Failure | null = null;
    /** Files that cannot be had are told one by one as soon as there is one that can, or another reason. */
    const tell = (): void => {
      for (const each of failures.splice(0)) {
        notUnpacked += 1;
        fail(takePart(entry, each.path, 0, wanted), each.failure);
      }
    };
    const wants = (inner: string): boolean => wanted === null || wanted.has(inner);
    const inner = (partPath: string): string => (partPath.startsWith(`${name}/`) ? partPath.slice(name.length + 1) : '');
    try {
      for (let over = false; !over && isActive(entry); ) {
        if (wanted && ![...wanted.values()].some(isActive)) return;
        await new Promise<void>((go) => {
          turn.waiting = () => {
            turn.waiting = null;
            if (isSuspect(entry)) suspect = entry;
            go();
          };
          pump();
        });
        if (!isActive(entry)) return;
        journal.begin(entry.fileId!, name);
        const settled = await session.next(Math.min(BATCH_BYTES, Math.max(1, HELD_BYTES - held)));
        journal.pause(entry.fileId!);
        if (suspect === entry) suspect = null;
        if (!isActive(entry)) return;
        if (!settled.ok) {
          if (settled.reason === 'cancelled') return;
          const detail = UNPACKING_ENDED[settled.reason] ?? `解压超过 ${Math.round(deadline / 1000)} 秒仍未完成`;
          broken = failure(name, settled.reason, unpacked > 0 ? `${detail}，只读出前 ${unpacked} 个文件，其余没有读取` : detail);
          break;
        }
        ({ over, pictures } = settled.value);
        const taken: Entry[] = [];
        for (const part of settled.value.parts) {
          const at = inner(part.path);
          if (!wants(at)) continue;
          if (!part.ok) {
            // The archive itself has nothing in it that can be read.
            if (at === '') broken = part.failure;
            else {
              if (failures[0] && failures[0].failure.code !== part.failure.code) tell();
              failures.push({ path: at, failure: part.failure });
              if (unpacked > 0 || notUnpacked > 0) tell();
            }
            continue;
          }
          tell();
          unpacked += 1;
          const next = takePart(entry, at, part.bytes.byteLength, wanted);
          if (!isActive(next)) continue;
          held += part.bytes.byteLength;
          next.held = part.bytes.byteLength;
          next.bytes = part.bytes;
          taken.push(next);
        }
        await takeParts(taken);
        if (!over && unpacked + notUnpacked >= MOST_PARTS) {
          over = true;
          broken = failure(name, 'too-large', `里的文件超过 ${MOST_PARTS} 个，只读出前 ${unpacked} 个，其余没有读取`);
        }
      }
    } finally {
      session.close();
    }
    if (!isActive(entry)) return;
    const [reason] = failures;
    // One sentence for an archive that is locked as a whole, instead of one for each file in it.
    if (!broken && !wanted && failures.length > 1 && reason) {
      broken = failure(name, reason.failure.code, `里的 ${failures.length} 个文件都没有读取：${FAILURES[reason.failure.code].title}`);
      failures.length = 0;
    }
    tell();
    if (wanted) {
      for (const each of wanted.values()) {
        if (isActive(each) && each.bytes === null && each.job.state === 'queued') fail(each, broken ?? missing);
      }
      return;
    }
    const incoming = { id: entry.fileId!, name, path, size, addedAt: now(), coreVersion, checkedWith: '' };
    if (entry.failedAs && entry.failedAs !== entry.fileId) void library.dropFile(entry.failedAs);
    entry.failedAs = null;
    const record = archiveRecord(incoming, { unpacked, notUnpacked, pictures, failure: broken });
    if (record) await library.addFile(record).catch(() => {});
    // Earlier versions kept the reports of an archive under the archive.
    else if (library.findFile(entry.fileId!)) await library.dropFile(entry.fileId!);
    if (broken) change(entry, 'failed', { message: broken.message });
    else {
      const said = [`里面的 ${unpacked} 个文件已逐个导入`];
      if (notUnpacked > 0) said.push(`${notUnpacked} 个没能解压`);
      if (pictures > 0) said.push(`另有 ${pictures} 张图片没有读取`);
      change(entry, 'unpacked', { message: `${said.join('，')}。` });
    }
  }

  /** The job of a file in an archive: a new one, or the one that waits for it. */
  function takePart(archive: Entry, inner: string, size: number, wanted: Folder['wanted']): Entry {
    const waiting = wanted?.get(inner);
    if (waiting) {
      waiting.job = { ...waiting.job, size };
      return waiting;
    }
    lastId += 1;
    const cut = inner.lastIndexOf('/');
    const outside = archive.job.path ? `${archive.job.path}/${archive.job.name}` : archive.job.name;
    const path = cut < 0 ? outside : `${outside}/${inner.slice(0, cut)}`;
    const job: Job = { id: `job-${lastId}`, name: inner.slice(cut + 1), path, size, state: 'queued' };
    const entry = newEntry(job, null, { archive, path: inner }, null);
    entries.set(job.id, entry);
    show();
    return entry;
  }

  /** Files come out of an archive like files out of a batch. */
  async function takeParts(parts: readonly Entry[]): Promise<void> {
    for (const entry of parts) {
      if (entry.job.size === 0) {
        letGo(entry);
        fail(entry, failure(entry.job.name, 'empty'));
        continue;
      }
      entry.controller = new AbortController();
      change(entry, 'reading', { startedAt: now() });
    }
    await Promise.all(
      parts.filter(isActive).map((entry) =>
        identify(entry, entry.bytes).catch(() => {
          letGo(entry);
          fail(entry, failure(entry.job.name, 'crashed'));
        }),
      ),
    );
    for (const entry of parts) if (entry.fileId !== null) place(entry);
  }

  /** Unpacks the archive once more for files of it that are to be read again. */
  function fetchAgain(entry: Entry): void {
    const { archive, path } = entry.inside!;
    const waiting = folders.find((folder) => folder.wanted !== null && folder.entry.file === archive.file);
    if (waiting) {
      waiting.wanted!.set(path, entry);
      return;
    }
    // Has no line of its own in the list of jobs.
    const again = newEntry({ ...archive.job, state: 'unpacking' }, archive.file, null, null);
    again.fileId = archive.fileId;
    folders.push({ entry: again, bytes: null, wanted: new Map([[path, entry]]) });
  }

  // Ends

  function duplicate(entry: Entry, name: string, reportIds: readonly string[], earlier: boolean): void {
    if (entry.failedAs) void library.dropFile(entry.failedAs);
    entry.failedAs = null;
    const message = `与${earlier ? '已导入的' : '同时导入的'}“${name}”内容相同，没有重复导入。`;
    change(entry, 'duplicate', { message, reportIds });
  }

  function interrupted(entry: Entry, reason: Interruption): void {
    if (reason === 'cancelled') change(entry, 'cancelled');
    else {
      const detail = reason === 'timeout' ? `处理超过 ${Math.round(deadline / 1000)} 秒仍未完成` : undefined;
      fail(entry, failure(entry.job.name, reason, detail));
    }
  }

  /** The job is over; the file stays listed as failed until someone removes it. */
  function fail(entry: Entry, why: Failure): void {
    const { name, path, size } = entry.job;
    const incoming: Incoming = { id: entry.fileId ?? unreadId(entry), name, path, size, addedAt: now(), coreVersion, checkedWith: '' };
    change(entry, 'failed', { message: why.message });
    // What was read well before stays.
    if (library.findFile(incoming.id)?.failure === null) return;
    entry.failedAs = incoming.id;
    library.addFile(failedRecord(incoming, why)).catch(() => {});
  }

  function cancel(entry: Entry): void {
    if (!isActive(entry) || entry.writing) return;
    change(entry, 'cancelled');
    for (const each of entries.values()) if (each.inside?.archive === entry) cancel(each);
    for (const list of [queue, ready, suspects]) {
      const index = list.indexOf(entry);
      if (index < 0) continue;
      list.splice(index, 1);
      letGo(entry);
    }
    entry.controller?.abort();
    if (unpacking?.entry === entry) unpacking.waiting?.();
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
      const again = newEntry({ id, name, path, size, state: 'queued' }, entry.file, entry.inside, entry);
      entries.set(id, again);
      if (again.inside) fetchAgain(again);
      else admit(again);
      show();
      pump();
    },
    clearFinished() {
      for (const [id, entry] of entries) if (!isActive(entry)) entries.delete(id);
      show.now();
    },
  };
}

/** An archive that waits to be unpacked. */
interface Folder {
  readonly entry: Entry;
  /** null: to be read from the file. */
  readonly bytes: Uint8Array | null;
  /** The files that are wanted, by their path inside; null: all of them. */
  readonly wanted: Map<string, Entry> | null;
}

/** The archive being unpacked. */
interface Unpack {
  readonly entry: Entry;
  /** Set while it waits for room: takes the next step. */
  waiting: (() => void) | null;
}

/** Id under which a file is kept whose bytes were never read. */
function unreadId({ job: { name, path, size }, file, inside }: Entry): string {
  const { lastModified } = (file ?? inside!.archive.file)!;
  return `unread:${path}/${name}|${inside ? 0 : size}|${lastModified}`;
}

function newEntry(job: Job, file: File | null, inside: Inside | null, before: Entry | null): Entry {
  return {
    job,
    file,
    inside,
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
