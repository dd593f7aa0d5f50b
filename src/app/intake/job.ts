// One file on its way in: what is shown of it, and what the rooms of the intake know of it beside that.

/** `unpacking` and `unpacked`: an archive whose files are jobs of their own. */
export type JobState = 'queued' | 'reading' | 'checking' | 'done' | 'failed' | 'cancelled' | 'duplicate' | 'unpacking' | 'unpacked';

/** One file on its way in, as shown. */
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

export const ACTIVE: readonly JobState[] = ['queued', 'reading', 'checking', 'unpacking'];

/** Where a file in an archive comes from. */
export interface Inside {
  readonly archive: Entry;
  /** Within the archive, name included. */
  readonly path: string;
}

/** A job as the rooms of the intake hand it on. */
export interface Entry {
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

/** An archive that waits to be unpacked. */
export interface Folder {
  readonly entry: Entry;
  /** null: to be read from the file. */
  readonly bytes: Uint8Array | null;
  /** The files that are wanted, by their path inside; null: all of them. */
  readonly wanted: Map<string, Entry> | null;
}

/** @param before the attempt that is made again */
export function newEntry(job: Job, file: File | null, inside: Inside | null, before: Entry | null = null): Entry {
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

/** Neither over nor cancelled. */
export function isActive({ job }: Entry): boolean {
  return ACTIVE.includes(job.state);
}

/** Id under which a file is kept whose bytes were never read. */
export function unreadId({ job: { name, path, size }, file, inside }: Entry): string {
  const { lastModified } = (file ?? inside!.archive.file)!;
  return `unread:${path}/${name}|${inside ? 0 : size}|${lastModified}`;
}
