// What is listed: files and the lines of their reports, and which of them are hidden because they were removed and may still come back.
// Knows no store and no other window.
import { batch, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { fileOfReport, withoutReports } from '../../store/records.ts';
import type { ReportSummary, StoredFile } from '../../store/records.ts';
import type { PendingRemoval } from '../../store/removals.ts';
import { throttled } from '../throttle.ts';
import type { Throttled } from '../throttle.ts';

/** A removal that can still be taken back. */
export interface Hidden {
  readonly token: string;
  readonly files: ReadonlySet<string>;
  readonly reports: ReadonlySet<string>;
  /** Files concerned, wholly or in part. */
  readonly touched: ReadonlySet<string>;
}

export function hiddenBy({ token, fileIds, reportIds }: Pick<PendingRemoval, 'token' | 'fileIds' | 'reportIds'>): Hidden {
  const touched = new Set([...fileIds, ...reportIds.map(fileOfReport)]);
  return { token, files: new Set(fileIds), reports: new Set(reportIds), touched };
}

/** Files that name no report which is gone: on a full disk a removal can only delete, and their records are not written anew. */
export function namingWhatIsThere(files: Iterable<StoredFile>, summaries: Iterable<ReportSummary>): readonly StoredFile[] {
  const there = new Set(Array.from(summaries, ({ id }) => id));
  return Array.from(files, (file) => withoutReports(file, (id) => !there.has(id)));
}

export interface Catalogue {
  /** As shown: without what is hidden, in the order they were added, at most every so often. */
  readonly summaries: ReadonlySignal<readonly ReportSummary[]>;
  readonly files: ReadonlySignal<readonly StoredFile[]>;
  /** Asks that what changed be shown. */
  readonly show: Throttled;
  /** Hidden or not. */
  file(id: string): StoredFile | undefined;
  /** Hidden or not. */
  summary(id: string): ReportSummary | undefined;
  allFiles(): readonly StoredFile[];
  /** As they stand now, which may not be shown yet. */
  visibleFiles(): readonly StoredFile[];
  visibleSummaries(): readonly ReportSummary[];
  /** A file in place of what was listed of it before. */
  put(file: StoredFile, summaries: readonly ReportSummary[]): void;
  /** Another line for a report that is listed; one that is gone stays away. */
  replace(summary: ReportSummary): void;
  /** With its reports. */
  forget(fileId: string): void;
  /** Everything anew, oldest first. */
  refill(files: Iterable<StoredFile>, summaries: Iterable<ReportSummary>, hidden: Hidden | null): void;
  /** No file keeps its original any more. */
  forgetOriginals(): void;

  /** Something of the file is hidden. */
  hides(fileId: string): boolean;
  hidesWhole(fileId: string): boolean;
  isHidden(summary: ReportSummary): boolean;
  /** The removal of this token is the one that can still be taken back. */
  canBringBack(token: string): boolean;
  hide(what: Hidden): void;
  bringBack(): void;
  /** What is hidden goes for good. */
  forgetHidden(): void;
}

/** @param showEvery milliseconds between two changes of the lists */
export function createCatalogue(showEvery: number): Catalogue {
  const summaries = signal<readonly ReportSummary[]>([]);
  const files = signal<readonly StoredFile[]>([]);
  const fileOf = new Map<string, StoredFile>();
  const summaryOf = new Map<string, ReportSummary>();
  let hidden: Hidden | null = null;

  const isHidden = ({ id, fileId }: ReportSummary): boolean => hidden !== null && (hidden.files.has(fileId) || hidden.reports.has(id));
  const visibleSummaries = (): readonly ReportSummary[] => [...summaryOf.values()].filter((each) => !isHidden(each));
  const visibleFiles = (): readonly StoredFile[] =>
    [...fileOf.values()].flatMap((file) => {
      if (hidden?.files.has(file.id)) return [];
      const reportIds = file.reportIds.filter((id) => !hidden?.reports.has(id));
      return [reportIds.length === file.reportIds.length ? file : { ...file, reportIds }];
    });

  const show = throttled(() => {
    batch(() => {
      summaries.value = visibleSummaries();
      files.value = visibleFiles();
    });
  }, showEvery);

  function forget(fileId: string): void {
    for (const report of fileOf.get(fileId)?.reportIds ?? []) summaryOf.delete(report);
    fileOf.delete(fileId);
  }

  return {
    summaries,
    files,
    show,
    file: (id) => fileOf.get(id),
    summary: (id) => summaryOf.get(id),
    allFiles: () => [...fileOf.values()],
    visibleFiles,
    visibleSummaries,
    put(file, lines) {
      for (const id of fileOf.get(file.id)?.reportIds ?? []) if (!file.reportIds.includes(id)) summaryOf.delete(id);
      fileOf.set(file.id, file);
      for (const line of lines) summaryOf.set(line.id, line);
    },
    replace(summary) {
      if (summaryOf.has(summary.id)) summaryOf.set(summary.id, summary);
    },
    forget,
    refill(someFiles, someSummaries, nowHidden) {
      fileOf.clear();
      summaryOf.clear();
      for (const file of [...someFiles].sort(byAge)) fileOf.set(file.id, file);
      for (const summary of [...someSummaries].sort(byAge)) summaryOf.set(summary.id, summary);
      hidden = nowHidden;
    },
    forgetOriginals() {
      for (const file of fileOf.values()) if (file.keepsOriginal) fileOf.set(file.id, { ...file, keepsOriginal: false });
    },
    hides: (fileId) => hidden?.touched.has(fileId) ?? false,
    hidesWhole: (fileId) => hidden?.files.has(fileId) ?? false,
    isHidden,
    canBringBack: (token) => hidden?.token === token,
    hide(what) {
      hidden = what;
    },
    bringBack() {
      hidden = null;
    },
    forgetHidden() {
      if (!hidden) return;
      for (const id of hidden.files) forget(id);
      for (const id of hidden.reports) {
        const summary = summaryOf.get(id);
        const file = summary && fileOf.get(summary.fileId);
        summaryOf.delete(id);
        if (file)
          fileOf.set(
            file.id,
            withoutReports(file, (each) => each === id),
          );
      }
      hidden = null;
    },
  };
}

function byAge(a: { addedAt: number; id: string }, b: { addedAt: number; id: string }): number {
  return a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1);
}
