// What the page knows of the reports it keeps, as signals, and everything that can be done with them: the rooms of the library
// and how they hang together.
import type { ReadonlySignal } from '@preact/signals';
import type { Pool } from '../bridge/pool.ts';
import type { CheckOptions } from '../core/check/index.ts';
import { CORE_VERSION } from '../core/version.ts';
import type { OpenStore } from '../store/open.ts';
import type { Dismissal, ImportRecord, PackedReport, ReportSummary, StoredFile, StoredReport } from '../store/records.ts';
import { createCrashJournal } from './crash-journal.ts';
import type { CrashJournal } from './crash-journal.ts';
import { createCatalogue } from './library/catalogue.ts';
import { createChecking } from './library/checking.ts';
import { createClearings } from './library/clearings.ts';
import { createCorrections } from './library/corrections.ts';
import type { Correction } from './library/corrections.ts';
import { createOrder } from './library/in-order.ts';
import { createOpening } from './library/opening.ts';
import type { LoadState } from './library/opening.ts';
import { followOtherWindows } from './library/other-windows.ts';
import { createRechecking } from './library/rechecking.ts';
import type { RecheckProgress, RecheckState } from './library/rechecking.ts';
import { createRemovals } from './library/removals.ts';
import type { Removal } from './library/removals.ts';
import { createSaid } from './library/said.ts';
import { createSyncing } from './library/syncing.ts';
import { createWriting } from './library/writing.ts';
import { alone as noNeighbours } from './neighbours.ts';
import type { Neighbours } from './neighbours.ts';
import { noTurns } from './turns.ts';
import type { Leases, Turns } from './turns.ts';

export { wishes } from './library/wishes.ts';
export type { LoadState } from './library/opening.ts';
export type { RecheckProgress, RecheckState } from './library/rechecking.ts';
export type { Removal } from './library/removals.ts';

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
  correct(id: string, correction: Correction): Promise<string | null>;
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
  const order = createOrder();
  const clearings = createClearings();
  const catalogue = createCatalogue(showEvery);
  const said = createSaid(order, neighbours);
  const turns = makeTurns({
    claim: async (key, window, insteadOf) => (await order.opened).claim(key, window, insteadOf),
    letGo: async (key, window) => (await order.opened).letGo(key, window),
  });
  const syncing = createSyncing(catalogue, order, said);
  const checking = createChecking({ catalogue, order, said, neighbours, pool, journal, coreVersion });
  const rechecking = createRechecking({ catalogue, order, checking, turns, journal, settleAfter, catchUp: syncing.syncAll });
  const corrections = createCorrections({ catalogue, order, said, checking, pool });
  const onOutdated = rechecking.recheckSoon;
  const writing = createWriting({ catalogue, order, said, corrections, clearings, neighbours, keepsOriginals, writeEvery, onOutdated });
  const removals = createRemovals({ catalogue, order, said, writing, rechecking, clearings, neighbours });
  const opening = createOpening({
    openStore,
    catalogue,
    order,
    said,
    onOpened: () => checking.outdated.value.size > 0 && void rechecking.recheckAll(),
  });
  followOtherWindows({ neighbours, syncing, rechecking, clearings, writing });

  return {
    summaries: catalogue.summaries,
    files: catalogue.files,
    loadState: opening.loadState,
    rechecking: rechecking.rechecking,
    recheckState: rechecking.recheckState,
    recheckEnded: rechecking.recheckEnded,
    outdated: checking.outdated,
    checkOptions: said.checkOptions,
    dismissals: said.dismissals,
    openLibrary: opening.openLibrary,
    openReport: opening.openReport,
    readPacked: async (id) => (await order.opened).readReport(id),
    readOriginal: async (fileId) => (await order.opened).readOriginal(fileId),
    correct: corrections.correct,
    ...removals,
    recheckAll: rechecking.recheckAll,
    stopRecheck() {
      rechecking.stopHere();
      neighbours.tell({ stopped: true });
    },
    async setCheckOptions(options) {
      const written = said.setOptions(options);
      rechecking.recheckSoon();
      await written;
    },
    changeDismissals: said.changeDismissals,
    readSetting: async <T>(key: string) => (await (await order.opened).readSetting(key)) as T | undefined,
    writeSetting: (key, value) => order.inOrder((store) => store.writeSetting(key, value)),
    turns,
    catchUp: syncing.syncFiles,
    hasCompany: () => neighbours.hasCompany(),
    findFile: (id) => (catalogue.hides(id) ? null : (catalogue.file(id) ?? null)),
    worthReading: (file) => file.failure !== null || file.removedReports > 0 || file.coreVersion !== coreVersion,
    addFile: writing.addFile,
    onClear: clearings.onClear,
  };
}
