// What the check says: findings for people, checks for the record of what was and was not judged.
import type { Position } from './document.ts';
import type { Severity } from './vocabulary.ts';

/** One addend of an equation with the printed number; null is a blank cell, counted as 0. */
export interface Term {
  readonly key: string;
  /** What a person calls the cell: 「自然人」 or 「（七）总计」. */
  readonly label: string;
  readonly value: number | null;
  readonly at: Position;
}

/** The arithmetic behind a finding, with printed numbers: left and right should be equal (or left ≤ right). */
export interface Equation {
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  readonly relation: '=' | '≤';
  readonly leftSum: number;
  readonly rightSum: number;
}

/**
 * How people slip when they copy numbers into a form; what the printed number looks like beside the one that would mend the sums.
 * transposed: 13 for 31. dropped, added, doubled: a digit too few, too many, twice. mistyped: one digit is another. sign: a minus
 * too many. omitted: nothing printed. zeroed: 0 printed. total: a sum that is wrong. copied: the number of the cell beside it.
 * exchanged: two cells have each other's number. split: the digits of one number in two cells. carried: one cell wrong, and a total
 * that was worked out from it. shifted: a row one column too far, a column one row.
 */
export type Slip =
  | 'transposed'
  | 'dropped'
  | 'added'
  | 'doubled'
  | 'mistyped'
  | 'sign'
  | 'omitted'
  | 'zeroed'
  | 'total'
  | 'copied'
  | 'exchanged'
  | 'split'
  | 'carried'
  | 'shifted';

/** Which printed number is most likely wrong. A suggestion, never a correction. */
export interface Suspect {
  /** One cell, two, or the cells of a row that slipped a column. `printed` null: the cell is empty. */
  readonly cells: readonly { readonly key: string; readonly printed: number | null; readonly mended: number }[];
  /** One or two Chinese sentences: the cell, what is printed, what would make every sum hold. */
  readonly why: string;
  /** What it looks like, where it looks like anything. */
  readonly slip?: Slip;
  /** As many cells changed would mend the sums elsewhere as well: nothing tells which of those marked so is wrong. */
  readonly equal?: true;
}

export interface Finding {
  /** Stable for ever: `R-3-ROW-SUM`. */
  readonly rule: string;
  readonly severity: Severity;
  /** One Chinese sentence: table, row, column, what was expected, what stands there. */
  readonly message: string;
  /** Every cell of the equation, or the words. The first is where the finding is shown. */
  readonly at: readonly Position[];
  /** Keys of the cells concerned. */
  readonly keys: readonly string[];
  readonly quote?: string;
  readonly equation?: Equation;
  /** Likeliest first. */
  readonly suspects?: readonly Suspect[];
  /** Chinese: sums break, and why no cell is named. Never together with suspects. */
  readonly unlocated?: string;
  /** Fingerprint of the finding that speaks for all that have the same cause; on that one too. Absent: it stands alone. */
  readonly cause?: string;
  /** Rule and place by key, or rule, part and normalised quote: survives re-reading and re-submission. */
  readonly fingerprint: string;
}

/** passed: judged and right. doubtful: looks wrong, but the cells were not sure. notAssessed: could not be judged. */
export type CheckResult = 'passed' | 'problem' | 'doubtful' | 'notAssessed';

export interface Check {
  readonly rule: string;
  readonly keys: readonly string[];
  readonly result: CheckResult;
  /** Not judged for want of something that is no part of a report: listed, not counted. */
  readonly aside?: true;
  /** Chinese; always there for notAssessed and doubtful. */
  readonly why?: string;
}
