// Takes files in: a queue of jobs that are read in batches, checked in workers and handed to the library.
import type { ReadonlySignal } from '@preact/signals';

export type JobState = 'queued' | 'reading' | 'checking' | 'done' | 'failed' | 'cancelled' | 'duplicate';

/** One file on its way in. */
export interface Job {
  /** Lives as long as the page. */
  readonly id: string;
  readonly name: string;
  /** Folder path as dropped, without the name. */
  readonly path: string;
  /** Bytes. */
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
}
