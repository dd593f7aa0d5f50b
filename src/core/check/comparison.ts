// One statement of the text held against the cells or the other numbers it must agree with: the shape of the answer, and how it is worded.
import type { Position } from '../model/document.ts';
import type { Equation, Term } from '../model/finding.ts';
import type { Statement } from '../model/statement.ts';
import type { Severity } from '../model/vocabulary.ts';

/** `open`: there is a counterpart, but whether it is the right one, or what it says, is not certain. */
export type ComparedVerdict = 'agrees' | 'differs' | 'open';

export interface Comparison {
  /** Id of the rule whose matter it is. */
  readonly rule: string;
  /** Index of the statement it is shown at. */
  readonly statement: number;
  /** All statements that take part, the shown one among them. */
  readonly statements: readonly number[];
  /** Cells it was compared with. */
  readonly keys: readonly string[];
  /** What it was compared with, for people: 「表三“本年新收”总计」, 「分项之和」. */
  readonly name: string;
  /** Value of the other side; null where it could not be read. */
  readonly other: number | null;
  readonly verdict: ComparedVerdict;
  /** Chinese sentence; always there for `differs`. */
  readonly message?: string;
  /** Chinese; always there for `open`. */
  readonly why?: string;
  readonly severity?: Severity;
  readonly equation?: Equation;
  readonly at: readonly Position[];
}

/** Sum of cells, or why there is none. */
export type CellSum =
  | { readonly ok: true; readonly value: number; readonly terms: readonly Term[] }
  | { readonly ok: false; readonly why: string };

/** The words of a statement for a sentence: the quote without the noise at its ends, at most 40 characters that hold the number. */
export function excerpt(statement: Statement): string {
  const { quote, marked } = statement;
  const from = marked.to <= 40 ? 0 : Math.max(0, marked.to - 36);
  const to = Math.min(quote.length, Math.max(marked.to, from + 40));
  return quote
    .slice(from, to)
    .replace(/[“”]/g, '')
    .replace(/\s+/g, '')
    .replace(/^[，,；;：:、。]+|[，,；;：:、]+$/g, '');
}

/** Without the noise of binary fractions. */
export function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
