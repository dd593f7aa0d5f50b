// The contract of a file format: how to recognise it and how to turn its bytes into documents.
import type { SourceDocument } from '../model/document.ts';
import type { Failure } from '../model/outcome.ts';
import type { Archive } from './archive.ts';
import type { Budget } from './limits.ts';

/** What a format may look at to recognise a file. */
export interface Sample {
  readonly bytes: Uint8Array;
  /** Lower case, without the dot; empty if the name has none. */
  readonly extension: string;
  /** The first 4,096 characters, decoded; null if the bytes are binary. */
  readonly head: string | null;
  /** The file as a zip archive, or a package written as one XML file, nothing unpacked yet; null if it is none or its directory cannot be read. */
  readonly archive: Archive | null;
}

/**
 * `certain`: the content itself says so (magic bytes, `<html`). `likely`: content fits and the name agrees.
 * `possible`: could be read this way if nothing better comes. `no`: something else.
 */
export type Recognition = 'certain' | 'likely' | 'possible' | 'no';

export interface Source {
  readonly bytes: Uint8Array;
  /** File name, or path inside an archive. */
  readonly path: string;
  /** As in Sample. */
  readonly archive: Archive | null;
  /** What may still be unpacked out of the file that was handed in. */
  readonly budget: Budget;
  /** Reads a file that lies inside this one, by any format, one level deeper. Never throws for bad input. */
  inside(bytes: Uint8Array, path: string): Promise<ReadResult>;
}

export type ReadResult =
  | {
      readonly ok: true;
      readonly documents: readonly SourceDocument[];
      /** Parts that could not be read. */
      readonly failures: readonly Failure[];
      /** Charset of the text, where the format has one. */
      readonly charset?: string;
    }
  | { readonly ok: false; readonly failure: Failure };

export interface Format {
  /** Stable id: `text`, `html`, `markdown`. */
  readonly id: string;
  /** Chinese name for people. */
  readonly name: string;
  /** Lower case, without the dot. */
  readonly extensions: readonly string[];
  /** Reads the bytes one by one although they are text: the cap of what is decoded at one go does not hold. */
  readonly readsBytes?: boolean;
  recognise(sample: Sample): Recognition;
  /** Expected failures are values, or Unreadable thrown from the depths: the way in makes a value of it. */
  read(source: Source): Promise<ReadResult>;
}

/** Identity helper that checks the shape of an entry on the shelf. */
export function defineFormat(format: Format): Format {
  return format;
}
