// What is kept of a file and of its reports: the shapes the page works with, and the packed shape that lies in the store.
import type { Overrides } from '../core/model/correction.ts';
import type { Note } from '../core/model/document.ts';
import type { Check, Finding } from '../core/model/finding.ts';
import type { Failure } from '../core/model/outcome.ts';
import type { Report } from '../core/model/report.ts';
import type { Summary } from '../core/model/summary.ts';
import type { Severity } from '../core/model/vocabulary.ts';

/** A file that was imported, whether it could be checked or not. */
export interface StoredFile {
  /**
   * SHA-256 of the bytes, hex: the same bytes are one file whatever their name.
   * A file whose bytes were never read (too large, empty, vanished) has `unread:` and its path, size and date instead.
   */
  readonly id: string;
  readonly name: string;
  /** Folder path as dropped, without the name: `省级/2023`; empty if the file came alone. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
  /** Id on the shelf of formats; empty where the file could not be read. */
  readonly format: string;
  readonly charset?: string;
  /** What was skipped, cut, joined, put back in order. */
  readonly notes: readonly Note[];
  /** Why nothing of the file was checked; null if reports came of it. */
  readonly failure: Failure | null;
  /** Parts of a readable file that could not be checked: must be shown, never counted as fine. */
  readonly partFailures: readonly Failure[];
  readonly reportIds: readonly string[];
  /** Reports of this file that were removed one by one since. */
  readonly removedReports: number;
  /** The bytes are kept too, so that a later reader can read them again. */
  readonly keepsOriginal: boolean;
  readonly coreVersion: string;
}

/** What the reader had found where a person has corrected it since. */
export interface AsRead {
  readonly organ: string | null;
  readonly year: number | null;
  readonly inferred: readonly ('organ' | 'year')[];
}

/** A report opened: `report` carries the corrections in `overrides`, and findings and checks were made with them. */
export interface StoredReport {
  /** `${fileId}.${index}` */
  readonly id: string;
  readonly fileId: string;
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly checks: readonly Check[];
  readonly overrides: Overrides;
  readonly asRead: AsRead;
  readonly coreVersion: string;
}

/** One line of the list of reports. `organ` and `year` carry corrections. */
export interface ReportSummary extends Summary {
  readonly id: string;
  readonly fileId: string;
  readonly fileName: string;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
  readonly corrected: boolean;
  readonly coreVersion: string;
  /** The person's wishes about rules under which it was checked, as JSON; empty: none. */
  readonly checkedWith: string;
}

/**
 * A report as it lies in the store. `body` is report as read, findings and checks in one block of bytes (bridge/packing.ts):
 * made in the worker, transferred, and parsed only when someone opens the report, so that an import costs the page next to nothing.
 */
export interface PackedReport {
  readonly id: string;
  readonly fileId: string;
  readonly body: Uint8Array;
  readonly overrides: Overrides;
  readonly coreVersion: string;
}

/** All that is kept of one file; written whole or not at all. */
export interface ImportRecord {
  readonly file: StoredFile;
  readonly reports: readonly PackedReport[];
  readonly summaries: readonly ReportSummary[];
  /** null: not to be kept. */
  readonly original: Uint8Array | null;
}

export interface ReportUpdate {
  readonly report: PackedReport;
  readonly summary: ReportSummary;
}

export const DISMISSAL_KINDS = ['falseAlarm', 'explained', 'mended', 'postponed'] as const;
/** 误报, 情况属实已说明, 已整改, 暂不处理. */
export type DismissalKind = (typeof DISMISSAL_KINDS)[number];

/**
 * A person's word that a finding needs no more attention, and why. It outlives the report: the same place with the same
 * numbers in a report of the same organ and year is meant, whatever the file.
 */
export interface Dismissal {
  /** Made of the unit and year, or of the report where these are not known, and of the finding with its state. */
  readonly id: string;
  readonly fingerprint: string;
  /** See FindingMark. */
  readonly state: string;
  /** As it was then. */
  readonly severity: Severity;
  readonly kind: DismissalKind;
  /** A person's own words; empty where none are needed. */
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The report in which it was said. */
  readonly reportId: string;
  readonly fileName: string;
  readonly organ: string | null;
  readonly year: number | null;
  /** The sentence of the finding; empty where many were dismissed at once without being opened. */
  readonly message: string;
}

/** Id of the n-th report of a file, from 0. */
export function reportId(fileId: string, index: number): string {
  return `${fileId}.${index}`;
}

/** Undoes `reportId`. */
export function fileOfReport(id: string): string {
  return id.slice(0, id.lastIndexOf('.'));
}

/** A file that keeps its other reports; as it is, if none of its reports is gone. */
export function withoutReports(file: StoredFile, isGone: (reportId: string) => boolean): StoredFile {
  const reportIds = file.reportIds.filter((id) => !isGone(id));
  const gone = file.reportIds.length - reportIds.length;
  return gone === 0 ? file : { ...file, reportIds, removedReports: file.removedReports + gone };
}
