// What a number in the text may mean: the cells, in the order of likelihood, the rule whose matter it is, and how grave a difference would be.
import type { Severity } from '../../model/vocabulary.ts';

/** Cells that a statement may mean. */
export interface Candidate {
  readonly keys: readonly string[];
  readonly name: string;
  /** `exact`: equality is agreement. `possible`: equality leaves it open. `mild`: equality makes a difference a lesser one. */
  readonly fit: 'exact' | 'possible' | 'mild';
  readonly severity?: Severity;
  readonly note?: string;
  /** Subtracted from the keys. */
  readonly minus?: readonly string[];
}

/** How a number is to be judged. */
export interface Plan {
  readonly rule: string;
  /** Rule of a difference between none and some. */
  readonly none?: string;
  readonly severity?: Severity;
  readonly candidates: readonly Candidate[];
  /** What the text calls it: 「收到申请」. */
  readonly what: string;
  /** A difference is never a fault, for this reason. */
  readonly lenient?: string;
}
