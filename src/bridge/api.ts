// What the page may ask of the worker. Both sides import this and nothing of each other.
import type { CheckOptions } from '../core/check/index.ts';
import type { Overrides } from '../core/model/correction.ts';
import type { Failure, Reading } from '../core/model/outcome.ts';
import type { Summary } from '../core/model/summary.ts';

/** A checked report ready for the store: the page reads the summary and passes the body on unopened. */
export interface PackedResult {
  readonly summary: Summary;
  /** See packing.ts. The report in it is as read, without corrections. */
  readonly body: Uint8Array;
}

export interface Rechecked extends PackedResult {
  /** The corrections with what follows from them. */
  readonly overrides: Overrides;
}

/** What came of one file. `bytes` are the ones that went in, handed back so that they can be kept. */
export type Examination =
  | {
      readonly ok: true;
      readonly reports: readonly PackedResult[];
      readonly failures: readonly Failure[];
      readonly reading: Reading;
      readonly bytes: Uint8Array;
    }
  | { readonly ok: false; readonly failure: Failure; readonly bytes: Uint8Array }
  /** An archive used as a folder: its files are to be examined one by one, see `openFolder`. */
  | { readonly ok: 'folder'; readonly bytes: Uint8Array };

/** A file out of an archive, or why it could not be had. `path` begins with the name of the archive. */
export type UnpackedPart =
  | { readonly ok: true; readonly path: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly path: string; readonly failure: Failure };

export interface UnpackedParts {
  readonly parts: readonly UnpackedPart[];
  /** There is no more. */
  readonly over: boolean;
  /** Pictures met so far, in archives inside too; they are not handed out. */
  readonly pictures: number;
}

export interface Digested {
  /** SHA-256, 64 lower case hex digits. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** Bytes go in and come back by transfer: at any time one side only has them. */
export interface Examiner {
  /** For pages without crypto.subtle (plain http). */
  digest(bytes: Uint8Array): Promise<Digested>;
  /** Expected failures are values; a fault of the program becomes the failure `crashed`. */
  examine(bytes: Uint8Array, fileName: string, options: CheckOptions): Promise<Examination>;
  /** Keeps an archive open in this worker, instead of any other. Rejects if it is not one used as a folder. */
  openFolder(bytes: Uint8Array, path: string): Promise<void>;
  /**
   * The next files of the open archive: at least one, and more as long as they have no more than `most` bytes together.
   * Rejects if no archive is open.
   */
  nextParts(most: number): Promise<UnpackedParts>;
  /** Checks a stored report again with a person's corrections. Rejects if the body cannot be read. */
  recheck(body: Uint8Array, overrides: Overrides, options: CheckOptions): Promise<Rechecked>;
}
