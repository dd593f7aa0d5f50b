// What the page knows of the reports it keeps, as signals, and everything that can be done with them.
import { batch, computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { unpack } from '../bridge/packing.ts';
import type { Interruption, Pool } from '../bridge/pool.ts';
import type { CheckOptions } from '../core/check/index.ts';
import { withOverrides } from '../core/model/correction.ts';
import type { Overrides } from '../core/model/correction.ts';
import { CORE_VERSION } from '../core/version.ts';
import type { OpenStore } from '../store/open.ts';
import { fileOfReport } from '../store/records.ts';
import type { Dismissal, ImportRecord, PackedReport, ReportSummary, ReportUpdate, StoredFile, StoredReport } from '../store/records.ts';
import type { PendingRemoval } from '../store/removals.ts';
import type { Store, StoreCondition } from '../store/store.ts';
import { createCrashJournal } from './crash-journal.ts';
import type { CrashJournal } from './crash-journal.ts';
import { alone as noNeighbours } from './neighbours.ts';
import type { Change, Neighbours } from './neighbours.ts';
import { throttled } from './throttle.ts';
import { noTurns } from './turns.ts';
import type { Leases, Release, Turns } from './turns.ts';

/**
 * `opening`: lists are still filling. `ready`: kept on this machine. `memoryOnly`: everything works, but what is new
 * will be gone when the page is closed. `failed`: what was kept before cannot be reached.
 */
export interface LoadState {
  readonly state: 'opening' | 'ready' | 'memoryOnly' | 'failed';
  /** Chinese, for the person; null when there is nothing to say. May be set in state `ready` too (originals not kept). */
  readonly sentence: string | null;
}

/** A removal that can be taken back until the next removal, or until the page is closed. */
export interface Removal {
  readonly reports: number;
  readonly files: number;
  /** Chinese: what was removed. */
  readonly sentence: string;
  /** False if it was too late. */
  undo(): Promise<boolean>;
  /** Really deletes now; afterwards there is no way back. */
  finish(): Promise<void>;
}

export interface RecheckProgress {
  readonly total: number;
  readonly done: number;
  /** Kept as they were, because the check broke off. */
  readonly failed: number;
}

/**
 * `waiting`: wishes have just changed, more changes may follow. `elsewhere`: another window is at it. `stopped`: a person has
 * stopped it; reports under old wishes stay as they are until it is resumed, the wishes change again or the page is opened again.
 */
export type RecheckState = 'idle' | 'waiting' | 'running' | 'elsewhere' | 'stopped';

export interface Library {
  /** In the order they were added; removed ones are gone at once. New array on every change, at most every 100 ms. */
  readonly summaries: ReadonlySignal<readonly ReportSummary[]>;
  /** Every file, failed ones too, until removed. */
  readonly files: ReadonlySignal<readonly StoredFile[]>;
  readonly loadState: ReadonlySignal<LoadState>;
  /** Not null while stored results are being derived again. */
  readonly rechecking: ReadonlySignal<RecheckProgress | null>;
  readonly recheckState: ReadonlySignal<RecheckState>;
  /** How many reports the last run was for that came to its end, what was done before a stop included; a new object for every end. */
  readonly recheckEnded: ReadonlySignal<{ readonly count: number } | null>;
  /** Ids of reports whose results were made by another version or under other wishes. */
  readonly outdated: ReadonlySignal<ReadonlySet<string>>;
  /** The person's wishes about rules. */
  readonly checkOptions: ReadonlySignal<CheckOptions>;
  /** Everything a person has dismissed, oldest first. */
  readonly dismissals: ReadonlySignal<readonly Dismissal[]>;
  /** Opens the store and fills the lists, once however often it is called. Never rejects: see `loadState`. */
  openLibrary(): Promise<void>;
  /** null: not there (any more), or cannot be read. */
  openReport(id: string): Promise<StoredReport | null>;
  /** As it lies in the store; null: not there (any more). */
  readPacked(id: string): Promise<PackedReport | null>;
  /** The bytes as they came in; null: not kept. */
  readOriginal(fileId: string): Promise<Uint8Array | null>;
  /**
   * Puts a person's organ or year in place of what was read and checks again. `null` takes the correction back,
   * absent leaves it as it is. Resolves to a Chinese sentence if it could not be done, else null.
   */
  correct(id: string, correction: { organ?: string | null; year?: number | null }): Promise<string | null>;
  /** Hides at once; really deletes at the next removal or the next start. A file whose last report goes, goes too. */
  removeReports(ids: readonly string[]): Promise<Removal>;
  removeFiles(ids: readonly string[]): Promise<Removal>;
  /** Everything kept on this machine, settings and dismissals included, as a removal that can be taken back. */
  clearEverything(): Promise<Removal>;
  /**
   * Derives again, from the stored reports and without the files, every result made by another version or under other
   * wishes. Starts by itself after opening and after `setCheckOptions`. A later call takes over from an earlier one.
   */
  recheckAll(onProgress?: (progress: RecheckProgress) => void): Promise<RecheckProgress>;
  /** Stops it after the reports being checked now; see `RecheckState`. */
  stopRecheck(): void;
  /** Keeps the wishes and, once they have not changed for a moment, checks everything again in the background. */
  setCheckOptions(options: CheckOptions): Promise<void>;
  /** Adds or replaces dismissals, and takes others away. Resolves when it is written; lists change at once. */
  changeDismissals(put: readonly Dismissal[], gone: readonly string[]): Promise<void>;
  /** A small thing to remember. Plain data only. `undefined`: never written. */
  readSetting<T>(key: string): Promise<T | undefined>;
  writeSetting(key: string, value: unknown): Promise<void>;

  // For the intake.

  /** Whose turn it is among the windows of this page: for what only one of them shall do. */
  readonly turns: Turns;
  /** Reads these files again from the store, where another window may have changed them. */
  catchUp(fileIds: readonly string[]): Promise<void>;
  /** There are other windows, or there were. */
  readonly hasCompany: () => boolean;
  /** A file that is here and not removed. */
  findFile(id: string): StoredFile | null;
  /** Results of an older reader, or of which the person removed parts: reading the file again brings something. */
  worthReading(file: StoredFile): boolean;
  /** Keeps what came of one file, in place of what came of it before. Resolves when it is written and listed. */
  addFile(record: ImportRecord): Promise<void>;
  /** Forgets a file for good, without undo: the failed attempt of a file that was read after all. */
  dropFile(id: string): Promise<void>;
  /** Takes the bytes of all files away for good; results stay. */
  dropOriginals(): Promise<void>;
  /** From now on nothing is kept: what is there goes along until the page is closed, the database is emptied at once. */
  stopKeeping(): Promise<void>;
  /** Called before everything is cleared. */
  onClear(callback: () => void): void;
}

export interface LibraryOptions {
  readonly openStore: OpenStore;
  readonly pool: Pick<Pool, 'recheck' | 'size'>;
  readonly coreVersion?: string;
  /** Knows which checks took the page down: these are tried once more, alone and last, and then left as they were. */
  readonly journal?: CrashJournal;
  /** Windows that share the store: told what changes here, heard when they change something. */
  readonly neighbours?: Neighbours;
  readonly makeTurns?: (leases: Leases) => Turns;
  /** Whether the bytes of files may be kept. Asked for every file. */
  readonly keepsOriginals?: () => boolean;
  /** Milliseconds between two changes of the lists. */
  readonly showEvery?: number;
  /** Milliseconds a result waits for others to be written with. */
  readonly writeEvery?: number;
  /** Milliseconds without a change of wishes after which everything is checked again. */
  readonly settleAfter?: number;
}

/** Reports checked again side by side and written in one transaction: few, so that the page is never held for long. */
const BATCH_RECHECKS = 16;
/** Records in one transaction: a file and each of its reports count one. */
const BATCH_RECORDS = 50;
/** Bytes in one transaction; the page copies them. */
const BATCH_BYTES = 16 * 1024 * 1024;
const CHECK_OPTIONS = 'checkOptions';
/** Checks of stored reports in the crash journal. */
const RECHECK = 'recheck:';
const TOO_MANY_STRIKES = 2;
const NO_WISHES = '';
/** Chinese: why a report was not checked again. */
const NOT_CHECKED: Partial<Record<Interruption, string>> = {
  timeout: '核验超时，结果没有改变，请重试。',
  'not-loaded': '负责核验的那部分程序没有载入（可能是网络断了，或者网站刚换了新版本），结果没有改变。请确认网络正常，刷新页面后重试。',
};
/** Turn of the window that checks stored reports again. */
const RECHECKING = 'recheck';
/** Milliseconds: the window in which the wishes were changed goes first, since somebody is looking at it. */
const OTHERS_FIRST = 2000;

/** The wishes under which a result was made, as one string; the same wishes give the same string. */
export function wishes({ on = [], off = [], severities = {}, thresholds = {}, region = '', own = {} }: CheckOptions): string {
  const entries = (of: Readonly<Record<string, unknown>>) => Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1));
  const { typos = [], terms = [], accepted = [] } = own;
  const all = [[...on].sort(), [...off].sort(), entries(severities), entries(thresholds), region, typos, terms, accepted];
  return all.every((each) => each.length === 0) ? NO_WISHES : JSON.stringify(all);
}

interface Hidden {
  readonly token: string;
  readonly files: ReadonlySet<string>;
  readonly reports: ReadonlySet<string>;
  /** Files concerned, wholly or in part. */
  readonly touched: ReadonlySet<string>;
}

interface Waiting {
  readonly record: ImportRecord;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export function createLibrary({
  openStore,
  pool,
  coreVersion = CORE_VERSION,
  journal = createCrashJournal(null),
  neighbours = noNeighbours,
  makeTurns = () => noTurns,
  keepsOriginals = () => true,
  showEvery = 100,
  writeEvery = 250,
  settleAfter = 800,
}: LibraryOptions): Library {
  const summaries = signal<readonly ReportSummary[]>([]);
  const files = signal<readonly StoredFile[]>([]);
  const loadState = signal<LoadState>({ state: 'opening', sentence: null });
  const rechecking = signal<RecheckProgress | null>(null);
  const recheckState = signal<RecheckState>('idle');
  const recheckEnded = signal<{ readonly count: number } | null>(null);
  /** Reports that the run was for when it began first; a run that goes on after a stop is the same. */
  let wanted = 0;
  const checkOptions = signal<CheckOptions>({});
  const dismissals = signal<readonly Dismissal[]>([]);
  const currentWishes = computed(() => wishes(checkOptions.value));
  const outdated = computed(() => new Set(summaries.value.filter(isOutdated).map(({ id }) => id)));

  function isOutdated(summary: ReportSummary): boolean {
    return summary.coreVersion !== coreVersion || summary.checkedWith !== currentWishes.value || summary.marks === undefined;
  }

  const allFiles = new Map<string, StoredFile>();
  const allSummaries = new Map<string, ReportSummary>();
  let hidden: Hidden | null = null;
  const clearCallbacks: (() => void)[] = [];

  let giveStore!: (store: Store) => void;
  const opened = new Promise<Store>((resolve) => {
    giveStore = resolve;
  });

  const turns = makeTurns({
    claim: async (key, window, insteadOf) => (await opened).claim(key, window, insteadOf),
    letGo: async (key, window) => (await opened).letGo(key, window),
  });

  // Lists

  const isHidden = (summary: ReportSummary): boolean =>
    hidden !== null && (hidden.files.has(summary.fileId) || hidden.reports.has(summary.id));

  const show = throttled(() => {
    batch(() => {
      summaries.value = [...allSummaries.values()].filter((each) => !isHidden(each));
      files.value = [...allFiles.values()].flatMap((file) => {
        if (hidden?.files.has(file.id)) return [];
        const reportIds = file.reportIds.filter((id) => !hidden?.reports.has(id));
        return [reportIds.length === file.reportIds.length ? file : { ...file, reportIds }];
      });
    });
  }, showEvery);

  /** What is hidden goes for good. */
  function forgetHidden(): void {
    if (!hidden) return;
    for (const id of hidden.files) forgetFile(id);
    for (const id of hidden.reports) {
      const summary = allSummaries.get(id);
      const file = summary && allFiles.get(summary.fileId);
      allSummaries.delete(id);
      if (!file) continue;
      const reportIds = file.reportIds.filter((each) => each !== id);
      allFiles.set(file.id, { ...file, reportIds, removedReports: file.removedReports + 1 });
    }
    hidden = null;
  }

  function forgetFile(id: string): void {
    for (const report of allFiles.get(id)?.reportIds ?? []) allSummaries.delete(report);
    allFiles.delete(id);
  }

  // One thing at a time for each report, so that a correction and a check in the background do not undo each other.

  const busy = new Map<string, Promise<unknown>>();
  function alone<T>(ids: readonly string[], work: () => Promise<T>): Promise<T> {
    // All at once, so that two that want the same reports cannot wait for each other.
    const result = Promise.allSettled(ids.map((id) => busy.get(id))).then(work);
    for (const id of ids) busy.set(id, result);
    const free = (): void => {
      for (const id of ids) if (busy.get(id) === result) busy.delete(id);
    };
    result.then(free, free);
    return result;
  }

  // Writing

  let waiting: Waiting[] = [];
  let waitingRecords = 0;
  let waitingBytes = 0;
  let writeTimer: ReturnType<typeof setTimeout> | undefined;
  /** Everything that changes the store, in order. */
  let changes: Promise<unknown> = Promise.resolve();

  function inOrder<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const result = changes.then(async () => work(await opened));
    changes = result.catch(() => {});
    return result;
  }

  function writeWaiting(): Promise<void> {
    clearTimeout(writeTimer);
    writeTimer = undefined;
    const these = waiting;
    if (these.length === 0) return Promise.resolve();
    waiting = [];
    waitingRecords = 0;
    waitingBytes = 0;
    return inOrder(async (store) => {
      try {
        if (hidden && these.some(({ record: { file } }) => hides(file.id))) {
          await prepare(store, [], []);
          neighbours.tell({ all: true });
        }
        const written = await store.addFiles(these.map(({ record }) => record));
        for (const [index, { record }] of these.entries()) {
          forgetReportsOf(record.file.id, record.file.reportIds);
          allFiles.set(record.file.id, written[index]!);
          for (const summary of record.summaries) allSummaries.set(summary.id, summary);
        }
        show();
        neighbours.tell({ files: written.map(({ id }) => id) });
        for (const { resolve } of these) resolve();
        // The wishes changed while these were on their way.
        if (these.some(({ record }) => record.summaries.some(({ checkedWith }) => checkedWith !== currentWishes.value))) recheckSoon();
      } catch (error) {
        for (const { reject } of these) reject(error);
      }
    });
  }

  function forgetReportsOf(fileId: string, but: readonly string[]): void {
    for (const id of allFiles.get(fileId)?.reportIds ?? []) if (!but.includes(id)) allSummaries.delete(id);
  }

  function hides(fileId: string): boolean {
    return hidden?.touched.has(fileId) ?? false;
  }

  let clearings = 0;

  function addFile(record: ImportRecord): Promise<void> {
    const before = allFiles.get(record.file.id);
    // Alone: a check in the background that began before would put the old report back.
    return alone(before?.reportIds ?? [], async () => {
      const period = clearings;
      const wanted = keepsOriginals() ? record : { ...record, original: null };
      const corrected = before && !hides(before.id) ? await withCorrections(before, wanted) : wanted;
      if (period !== clearings) return;
      await new Promise<void>((resolve, reject) => {
        waiting.push({ record: corrected, resolve, reject });
        waitingRecords += 1 + corrected.reports.length;
        waitingBytes += corrected.reports.reduce((sum, { body }) => sum + body.byteLength, corrected.original?.byteLength ?? 0);
        if (waitingRecords >= BATCH_RECORDS || waitingBytes >= BATCH_BYTES) void writeWaiting();
        else writeTimer ??= setTimeout(() => void writeWaiting(), writeEvery);
      });
    });
  }

  /** Corrections outlive another reading of the file, unless its reports are others now. Written with it, so none is lost. */
  async function withCorrections(before: StoredFile, record: ImportRecord): Promise<ImportRecord> {
    if (before.reportIds.length !== record.reports.length || !before.reportIds.some((id) => allSummaries.get(id)?.corrected)) return record;
    const store = await opened;
    const reports = [...record.reports];
    const listed = [...record.summaries];
    for (const [index, id] of before.reportIds.entries()) {
      const overrides = allSummaries.get(id)?.corrected ? (await store.readReport(id))?.overrides : undefined;
      if (!overrides) continue;
      const options = checkOptions.value;
      const result = await pool.recheck(reports[index]!.body.slice(), overrides, options);
      if (result.ok) {
        const { body, summary, overrides: full } = result.value;
        reports[index] = { ...reports[index]!, body, overrides: full };
        listed[index] = { ...listed[index]!, ...summary, corrected: true, checkedWith: wishes(options) };
      } else {
        // Of no version: it will be checked again.
        reports[index] = { ...reports[index]!, overrides };
        listed[index] = { ...listed[index]!, corrected: true, coreVersion: '' };
      }
    }
    return { ...record, reports, summaries: listed };
  }

  // Opening

  let opening: Promise<void> | null = null;
  function openLibrary(): Promise<void> {
    opening ??= open();
    return opening;
  }

  async function open(): Promise<void> {
    const setCondition = (condition: StoreCondition): void => {
      loadState.value = condition;
    };
    const { store, condition } = await openStore(setCondition);
    let worst = condition;
    const loadedFiles: StoredFile[] = [];
    const loadedSummaries: ReportSummary[] = [];
    const loadedDismissals: Dismissal[] = [];
    try {
      await store.load(
        (page) => loadedFiles.push(...page),
        (page) => loadedSummaries.push(...page),
        (page) => loadedDismissals.push(...page),
      );
      checkOptions.value = ((await store.readSetting(CHECK_OPTIONS)) as CheckOptions | undefined) ?? {};
    } catch {
      worst = { state: 'failed', sentence: '读取本机保存的结果时出错：已显示能读出的部分，请刷新页面重试。原有数据未被改动。' };
    }
    for (const file of loadedFiles.sort(byAge)) allFiles.set(file.id, file);
    for (const summary of loadedSummaries.sort(byAge)) allSummaries.set(summary.id, summary);
    dismissals.value = loadedDismissals.sort(bySaying);
    show.now();
    // Something worse may have happened meanwhile.
    if (loadState.value.state === 'opening') loadState.value = worst;
    giveStore(store);
    if (outdated.value.size > 0) void recheckAll();
  }

  async function openReport(id: string): Promise<StoredReport | null> {
    const summary = allSummaries.get(id);
    if (summary && isHidden(summary)) return null;
    const packed = await (await opened).readReport(id);
    if (!packed) return null;
    try {
      const { report, findings, checks } = await unpack(packed.body);
      const { fileId, overrides, coreVersion: version } = packed;
      const asRead = { organ: report.organ, year: report.year, inferred: report.inferred };
      return { id, fileId, report: withOverrides(report, overrides), findings, checks, overrides, asRead, coreVersion: version };
    } catch {
      return null;
    }
  }

  // Checking again

  /** The report checked again, not yet written; null if it is gone, a sentence if the check broke off. */
  async function checkAgain(
    id: string,
    change: (overrides: Overrides) => Overrides,
    urgent: boolean,
  ): Promise<ReportUpdate | string | null> {
    const before = allSummaries.get(id);
    const packed = await (await opened).readReport(id);
    if (!before || !packed) return null;
    const overrides = change(packed.overrides);
    const options = checkOptions.value;
    const mark = `${RECHECK}${id}`;
    journal.begin(mark, before.fileName);
    // A copy goes: tables in memory give out their own bytes.
    const result = await pool.recheck(packed.body.slice(), overrides, options, { urgent });
    journal.end(mark);
    if (!result.ok) return NOT_CHECKED[result.reason] ?? '核验中断，结果没有改变，请重试。';
    const { body, summary, overrides: full } = result.value;
    const corrected = overrides.organ !== undefined || overrides.year !== undefined;
    return {
      report: { ...packed, body, overrides: full, coreVersion },
      summary: { ...before, ...summary, corrected, coreVersion, checkedWith: wishes(options) },
    };
  }

  async function keep(updates: readonly ReportUpdate[]): Promise<readonly string[]> {
    return inOrder(async (store) => {
      const kept = await store.updateReports(updates);
      for (const { summary } of updates) {
        if (kept.includes(summary.id) && allSummaries.has(summary.id)) allSummaries.set(summary.id, summary);
      }
      show();
      neighbours.tell({ reports: kept });
      return kept;
    });
  }

  async function correct(id: string, correction: { organ?: string | null; year?: number | null }): Promise<string | null> {
    const { year } = correction;
    if (year !== undefined && year !== null && !(Number.isInteger(year) && year >= 2000 && year <= 2100)) {
      return '年度应为四位数字，例如 2023。';
    }
    return alone([id], async () => {
      const update = await checkAgain(id, (overrides) => merge(overrides, correction), true);
      if (typeof update === 'string') return update;
      const gone = '这份报告已被删除，无法更正。';
      if (!update) return gone;
      return (await keep([update])).length > 0 ? null : gone;
    });
  }

  let recheckRun = 0;
  let recheckEnd: Promise<unknown> = Promise.resolve();
  let recheckTimer: ReturnType<typeof setTimeout> | undefined;
  let recheckWait = new AbortController();

  /** Whatever runs or waits to run is not to go on. */
  function endRun(): number {
    clearTimeout(recheckTimer);
    recheckWait.abort();
    recheckWait = new AbortController();
    recheckRun += 1;
    return recheckRun;
  }

  /** Our turn among the windows; null if the run is over before it comes. */
  async function turnToRecheck(run: number, { signal }: AbortController): Promise<Release | null> {
    const release = await turns.take(RECHECKING);
    if (release) return release;
    if (run === recheckRun) recheckState.value = 'elsewhere';
    const later = await turns.wait(RECHECKING, signal);
    // The other window has done it, or has been closed in the middle.
    if (later) await syncAll().catch(() => {});
    return later;
  }

  function recheckAll(onProgress: (progress: RecheckProgress) => void = () => {}): Promise<RecheckProgress> {
    const goesOn = recheckState.value === 'stopped';
    const run = endRun();
    const wait = recheckWait;
    const work = async (): Promise<RecheckProgress> => {
      const strikes = (id: string): number => journal.strikes(`${RECHECK}${id}`);
      const all = [...allSummaries.values()].filter((each) => !isHidden(each) && isOutdated(each)).map(({ id }) => id);
      if (!goesOn) wanted = all.length;
      const ids = all.filter((id) => strikes(id) === 0);
      const suspects = all.filter((id) => strikes(id) > 0 && strikes(id) < TOO_MANY_STRIKES);
      let progress: RecheckProgress = { total: all.length, done: 0, failed: 0 };
      const tell = (done: number, failed: number): void => {
        progress = { ...progress, done: progress.done + done, failed: progress.failed + failed };
        if (run === recheckRun) {
          batch(() => {
            rechecking.value = progress;
            recheckState.value = 'running';
          });
        }
        onProgress(progress);
      };
      if (all.length > 0) tell(0, all.length - ids.length - suspects.length);
      for (let from = 0; from < ids.length && run === recheckRun; from += BATCH_RECHECKS) {
        const some = ids.slice(from, from + BATCH_RECHECKS);
        const broken = await recheckSome(some);
        tell(some.length - broken, broken);
      }
      for (const id of suspects) {
        if (run !== recheckRun) break;
        const broken = await recheckSome([id]);
        tell(1 - broken, broken);
      }
      return progress;
    };
    const result = recheckEnd.then(async () => {
      await opened;
      // Without this a report whose check takes the page down would do so at every start.
      await journal.settled;
      const release = await turnToRecheck(run, wait);
      try {
        return release && run === recheckRun ? await work() : { total: 0, done: 0, failed: 0 };
      } finally {
        release?.();
      }
    });
    const end = (): void => {
      // The lists first, or reports would look outdated for a moment.
      if (run === recheckRun) show.now();
      batch(() => {
        rechecking.value = null;
        if (run !== recheckRun) return;
        recheckState.value = 'idle';
        recheckEnded.value = { count: wanted };
      });
    };
    recheckEnd = result.then(end, end);
    return result;
  }

  function stopRecheck(): void {
    stopHere();
    neighbours.tell({ stopped: true });
  }

  function stopHere(): void {
    endRun();
    const isLeft = outdated.value.size > 0;
    recheckState.value = isLeft ? 'stopped' : 'idle';
    if (!isLeft) recheckEnded.value = { count: wanted };
  }

  /** Ten clicks are one run: what runs under the wishes of before is stopped, and a new run waits for the last click. */
  function recheckSoon(after = settleAfter): void {
    endRun();
    recheckState.value = 'waiting';
    recheckTimer = setTimeout(() => {
      recheckState.value = 'idle';
      void recheckAll();
    }, after);
  }

  /** Checked side by side, written in one transaction; gives how many broke off. */
  async function recheckSome(ids: readonly string[]): Promise<number> {
    let broken = 0;
    const updates: ReportUpdate[] = [];
    let release!: () => void;
    const written = new Promise<void>((resolve) => {
      release = resolve;
    });
    const checked = ids.map(
      (id) =>
        new Promise<void>((done) => {
          // Held until it is written: a correction that comes meanwhile must see it.
          void alone([id], async () => {
            const update = await checkAgain(id, (overrides) => overrides, false).catch(() => '');
            if (typeof update === 'string') broken += 1;
            else if (update) updates.push(update);
            done();
            await written;
          });
        }),
    );
    try {
      await Promise.all(checked);
      await keep(updates);
    } finally {
      release();
    }
    return broken;
  }

  async function setCheckOptions(options: CheckOptions): Promise<void> {
    checkOptions.value = options;
    recheckSoon();
    await writeSetting(CHECK_OPTIONS, options);
    neighbours.tell({ options: true });
  }

  // Dismissing

  async function changeDismissals(put: readonly Dismissal[], gone: readonly string[]): Promise<void> {
    const away = new Set([...gone, ...put.map(({ id }) => id)]);
    dismissals.value = [...dismissals.value.filter(({ id }) => !away.has(id)), ...put];
    await inOrder((store) => store.changeDismissals(put, gone));
    neighbours.tell({ dismissals: true });
  }

  // Other windows

  /** Written here or there, it is the same record: the lists are what the store says. */
  async function syncFiles(ids: readonly string[]): Promise<void> {
    await inOrder(async (store) => {
      const found = new Map((await store.readFiles(ids)).map((each) => [each.file.id, each]));
      for (const id of ids) {
        const now = found.get(id);
        if (!now) {
          forgetFile(id);
          continue;
        }
        forgetReportsOf(id, now.file.reportIds);
        allFiles.set(id, now.file);
        for (const summary of now.summaries) allSummaries.set(summary.id, summary);
      }
      show();
    });
  }

  async function syncReports(ids: readonly string[]): Promise<void> {
    await inOrder(async (store) => {
      for (const summary of await store.readSummaries(ids)) if (allSummaries.has(summary.id)) allSummaries.set(summary.id, summary);
      show();
      if (recheckState.value === 'stopped' && ![...allSummaries.values()].some(isOutdated)) recheckState.value = 'idle';
    });
  }

  async function syncOptions(): Promise<void> {
    await inOrder(async (store) => {
      const now = ((await store.readSetting(CHECK_OPTIONS)) as CheckOptions | undefined) ?? {};
      if (wishes(now) === currentWishes.value) return;
      checkOptions.value = now;
      recheckSoon(settleAfter + OTHERS_FIRST);
    });
  }

  async function syncDismissals(): Promise<void> {
    await inOrder(async (store) => {
      dismissals.value = [...(await store.readDismissals())].sort(bySaying);
    });
  }

  async function syncAll(): Promise<void> {
    await inOrder(async (store) => {
      const [someFiles, someSummaries] = [new Map<string, StoredFile>(), new Map<string, ReportSummary>()];
      const said = new Map<string, Dismissal>();
      const pending = await store.loadAgain(
        (page) => page.forEach((each) => someFiles.set(each.id, each)),
        (page) => page.forEach((each) => someSummaries.set(each.id, each)),
        (page) => page.forEach((each) => said.set(each.id, each)),
      );
      const options = ((await store.readSetting(CHECK_OPTIONS)) as CheckOptions | undefined) ?? {};
      allFiles.clear();
      allSummaries.clear();
      for (const file of [...someFiles.values()].sort(byAge)) allFiles.set(file.id, file);
      for (const summary of [...someSummaries.values()].sort(byAge)) allSummaries.set(summary.id, summary);
      hidden = pending && hiddenBy(pending);
      batch(() => {
        dismissals.value = [...said.values()].sort(bySaying);
        if (wishes(options) !== currentWishes.value) checkOptions.value = options;
        show.now();
      });
    });
  }

  function hear({ files: some, reports, dismissals: said, options, all, cleared, stopped }: Change): void {
    if (cleared) for (const callback of clearCallbacks) callback();
    if (cleared) clearings += 1;
    if (stopped || cleared) stopHere();
    // What fails here was said by the window that failed; the next start reads everything anyway.
    const heard = [
      ...(some ? [syncFiles(some)] : []),
      ...(reports ? [syncReports(reports)] : []),
      ...(said ? [syncDismissals()] : []),
      ...(options ? [syncOptions()] : []),
      ...(all ? [syncAll()] : []),
    ];
    for (const each of heard) each.catch(() => {});
  }

  // Removing

  let removals = 0;

  /** Another window may remove something at the same moment. */
  function newToken(): string {
    removals += 1;
    return `${removals}-${Math.random().toString(36).slice(2)}`;
  }

  function hiddenBy({ token, fileIds, reportIds }: Pick<PendingRemoval, 'token' | 'fileIds' | 'reportIds'>): Hidden {
    const touched = new Set([...fileIds, ...reportIds.map(fileOfReport)]);
    return { token, files: new Set(fileIds), reports: new Set(reportIds), touched };
  }

  async function prepare(store: Store, fileIds: readonly string[], reportIds: readonly string[]): Promise<Hidden> {
    const token = newToken();
    forgetHidden();
    const mine = hiddenBy({ token, fileIds, reportIds });
    hidden = mine;
    await store.prepareRemoval({ token, fileIds, reportIds });
    return mine;
  }

  async function remove(fileIds: readonly string[], reportIds: readonly string[], sentence: string): Promise<Removal> {
    await writeWaiting();
    return inOrder(async (store) => {
      const mine = await prepare(store, fileIds, reportIds);
      show.now();
      neighbours.tell({ all: true });
      const reports = reportIds.length + [...allSummaries.values()].filter(({ fileId }) => mine.files.has(fileId)).length;
      return removalOf(mine, reports, fileIds.length, sentence);
    });
  }

  function removalOf(
    mine: Hidden,
    reports: number,
    fileCount: number,
    sentence: string,
    onUndone?: (store: Store) => Promise<void>,
  ): Removal {
    const undo = (): Promise<boolean> =>
      inOrder(async (store) => {
        if (hidden?.token !== mine.token || !(await store.undoRemoval(mine.token))) return false;
        hidden = null;
        await onUndone?.(store);
        show.now();
        neighbours.tell({ all: true });
        return true;
      });
    const finish = (): Promise<void> =>
      inOrder(async (store) => {
        if (hidden?.token !== mine.token) return;
        forgetHidden();
        await store.finishRemoval(mine.token);
        neighbours.tell({ all: true });
      });
    return { reports, files: fileCount, sentence, undo, finish };
  }

  async function removeReports(ids: readonly string[]): Promise<Removal> {
    const gone = new Set(ids.filter((id) => allSummaries.has(id)));
    const emptied = files.value.filter(({ reportIds }) => reportIds.length > 0 && reportIds.every((id) => gone.has(id)));
    const fileIds = emptied.map(({ id }) => id);
    const rest = [...gone].filter((id) => !fileIds.includes(allSummaries.get(id)!.fileId));
    return remove(fileIds, rest, `已删除 ${gone.size} 份报告。`);
  }

  async function removeFiles(ids: readonly string[]): Promise<Removal> {
    const fileIds = ids.filter((id) => allFiles.has(id));
    return remove(fileIds, [], `已删除 ${fileIds.length} 个文件及其核验结果。`);
  }

  async function dropFile(id: string): Promise<void> {
    await inOrder(async (store) => {
      if (hidden?.files.has(id)) return;
      await store.deleteFile(id);
      forgetFile(id);
      show();
      neighbours.tell({ files: [id] });
    });
  }

  async function dropOriginals(): Promise<void> {
    await writeWaiting();
    await inOrder(async (store) => {
      await store.dropOriginals();
      for (const file of allFiles.values()) if (file.keepsOriginal) allFiles.set(file.id, { ...file, keepsOriginal: false });
      show.now();
      neighbours.tell({ all: true });
    });
  }

  async function stopKeeping(): Promise<void> {
    await writeWaiting();
    await inOrder(async (store) => {
      forgetHidden();
      await store.leaveDatabase();
      for (const file of allFiles.values()) if (file.keepsOriginal) allFiles.set(file.id, { ...file, keepsOriginal: false });
      show.now();
    });
  }

  async function clearEverything(): Promise<Removal> {
    for (const callback of clearCallbacks) callback();
    stopRecheck();
    clearings += 1;
    await writeWaiting();
    return inOrder(async (store) => {
      const [reportCount, fileCount] = [summaries.value.length, files.value.length];
      forgetHidden();
      const mine = hiddenBy({ token: newToken(), fileIds: [...allFiles.keys()], reportIds: [] });
      hidden = mine;
      await store.prepareClearing(mine.token, [...mine.files]);
      neighbours.tell({ all: true, cleared: true });
      batch(() => {
        checkOptions.value = {};
        dismissals.value = [];
        recheckState.value = 'idle';
        show.now();
      });
      const sentence = `已清空：${reportCount} 份报告、${fileCount} 个文件及全部设置、处理记录都已从本机删除。`;
      return removalOf(mine, reportCount, fileCount, sentence, async (again) => {
        checkOptions.value = ((await again.readSetting(CHECK_OPTIONS)) as CheckOptions | undefined) ?? {};
        dismissals.value = [...(await again.readDismissals())].sort(bySaying);
        // A check in the background was stopped by the clearing.
        recheckSoon();
      });
    });
  }

  // Settings

  async function readSetting<T>(key: string): Promise<T | undefined> {
    return (await (await opened).readSetting(key)) as T | undefined;
  }

  function writeSetting(key: string, value: unknown): Promise<void> {
    return inOrder((store) => store.writeSetting(key, value));
  }

  neighbours.hear(hear);

  return {
    summaries,
    files,
    loadState,
    rechecking,
    recheckState,
    recheckEnded,
    outdated,
    checkOptions,
    dismissals,
    openLibrary,
    openReport,
    readPacked: async (id) => (await opened).readReport(id),
    readOriginal: async (fileId) => (await opened).readOriginal(fileId),
    correct,
    removeReports,
    removeFiles,
    clearEverything,
    recheckAll,
    stopRecheck,
    setCheckOptions,
    changeDismissals,
    readSetting,
    writeSetting,
    turns,
    catchUp: syncFiles,
    hasCompany: () => neighbours.hasCompany(),
    findFile: (id) => (hides(id) ? null : (allFiles.get(id) ?? null)),
    worthReading: (file) => file.failure !== null || file.removedReports > 0 || file.coreVersion !== coreVersion,
    addFile,
    dropFile,
    dropOriginals,
    stopKeeping,
    onClear: (callback) => void clearCallbacks.push(callback),
  };
}

function bySaying(a: Dismissal, b: Dismissal): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}

function byAge(a: { addedAt: number; id: string }, b: { addedAt: number; id: string }): number {
  return a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1);
}

/** null takes a correction back, so does a name without letters; absent leaves it. */
function merge(before: Overrides, { organ, year }: { organ?: string | null; year?: number | null }): Overrides {
  const nextOrgan = organ === undefined ? before.organ : organ?.trim() || undefined;
  const nextYear = year === undefined ? before.year : (year ?? undefined);
  return { ...(nextOrgan !== undefined ? { organ: nextOrgan } : {}), ...(nextYear !== undefined ? { year: nextYear } : {}) };
}
