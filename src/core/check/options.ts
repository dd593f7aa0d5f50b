// What a person wishes of the check: which rules run, how grave they are, their thresholds, the region's labels, own words.
import type { Severity } from '../model/vocabulary.ts';

/** Words a person has added to the dictionaries. */
export interface OwnWords {
  /** Slips of the pen: what must not stand there, and what should. */
  readonly typos?: readonly { readonly wrong: string; readonly right: string }[];
  /** Terms to be pointed out, each with what to do about it. */
  readonly terms?: readonly { readonly word: string; readonly advice: string }[];
  /** Words and names of organs or places that are never reported by rules of wording. */
  readonly accepted?: readonly string[];
}

/** A person's wishes, plain data; what is absent stays at its default. */
export interface CheckOptions {
  /** Rules that are off by default and wanted. */
  readonly on?: readonly string[];
  /** Rules not wanted; stronger than `on`. */
  readonly off?: readonly string[];
  readonly severities?: Readonly<Record<string, Severity>>;
  /** Thresholds by `rule id/threshold id`: `R-3-CARRYOUT-LE/share`. */
  readonly thresholds?: Readonly<Record<string, number>>;
  /** Id of a region whose own wording of labels is accepted (地区模板). */
  readonly region?: string;
  readonly own?: OwnWords;
}
