// What the page knows of the reports it keeps, as signals, and everything that can be done with them.
import type { ReadonlySignal } from '@preact/signals';
import type { CheckOptions } from '../core/check/index.ts';
import type { ReportSummary, StoredFile, StoredReport } from '../store/records.ts';

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
}

export interface RecheckProgress {
  readonly total: number;
  readonly done: number;
  /** Kept as they were, because the check broke off. */
  readonly failed: number;
}

export interface Library {
  /** In the order they were added; removed ones are gone at once. New array on every change, at most every 100 ms. */
  readonly summaries: ReadonlySignal<readonly ReportSummary[]>;
  /** Every file, failed ones too, until removed. */
  readonly files: ReadonlySignal<readonly StoredFile[]>;
  readonly loadState: ReadonlySignal<LoadState>;
  /** Not null while stored results are being derived again. */
  readonly rechecking: ReadonlySignal<RecheckProgress | null>;
  /** The person's wishes about rules. */
  readonly checkOptions: ReadonlySignal<CheckOptions>;
  /** Opens the store and fills the lists; called once by main. Never rejects: see `loadState`. */
  openLibrary(): Promise<void>;
  /** null: not there (any more), or cannot be read. */
  openReport(id: string): Promise<StoredReport | null>;
  /**
   * Puts a person's organ or year in place of what was read and checks again. `null` takes the correction back,
   * absent leaves it as it is. Resolves to a Chinese sentence if it could not be done, else null.
   */
  correct(id: string, correction: { organ?: string | null; year?: number | null }): Promise<string | null>;
  /** Hides at once; really deletes at the next removal or the next start. A file whose last report goes, goes too. */
  removeReports(ids: readonly string[]): Promise<Removal>;
  removeFiles(ids: readonly string[]): Promise<Removal>;
  /** Deletes everything kept on this machine, settings included. Cannot be taken back. */
  clearEverything(): Promise<void>;
  /** Derives results again from the stored reports, without the files: those of another version, or all. */
  recheckAll(onProgress?: (progress: RecheckProgress) => void, which?: 'outdated' | 'all'): Promise<RecheckProgress>;
  /** Keeps the wishes and checks everything again in the background. */
  setCheckOptions(options: CheckOptions): Promise<void>;
  /** A small thing to remember: font size, dismissals. Plain data only. `undefined`: never written. */
  readSetting<T>(key: string): Promise<T | undefined>;
  writeSetting(key: string, value: unknown): Promise<void>;
}
