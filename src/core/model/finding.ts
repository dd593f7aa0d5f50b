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

/** Which printed number is most likely wrong. A suggestion, never a correction. */
export interface Suspect {
  readonly cells: readonly { readonly key: string; readonly printed: number | null; readonly mended: number }[];
  readonly why: string;
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
  readonly suspects?: readonly Suspect[];
  /** Rule and place by key, or rule, part and normalised quote: survives re-reading and re-submission. */
  readonly fingerprint: string;
}

/** passed: judged and right. doubtful: looks wrong, but the cells were not sure. notAssessed: could not be judged. */
export type CheckResult = 'passed' | 'problem' | 'doubtful' | 'notAssessed';

export interface Check {
  readonly rule: string;
  readonly keys: readonly string[];
  readonly result: CheckResult;
  /** Chinese; always there for notAssessed and doubtful. */
  readonly why?: string;
}
