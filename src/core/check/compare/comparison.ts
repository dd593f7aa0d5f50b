// One statement of the text held against the cells or the other numbers it must agree with: the shape of the answer, and how it is worded.
import type { Position } from '../../model/document.ts';
import type { Equation, Term } from '../../model/finding.ts';
import type { Statement } from '../../model/statement.ts';
import type { Severity } from '../../model/vocabulary.ts';

/** `open`: there is a counterpart, but whether it is the right one, or what it says, is not certain. */
export type ComparedVerdict = 'agrees' | 'differs' | 'open';

/** What a statement was compared with and what came of it. */
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

/** Longest excerpt, and how much of it stands before the end of the number where the quote is longer. */
const EXCERPT = 40;
const BEFORE_END = 36;

/** The words of a statement for a sentence: the quote without the noise at its ends, shortened around the number. */
export function excerpt(statement: Statement): string {
  const { quote, marked } = statement;
  const from = marked.to <= EXCERPT ? 0 : Math.max(0, marked.to - BEFORE_END);
  const to = Math.min(quote.length, Math.max(marked.to, from + EXCERPT));
  const words = quote
    .slice(from, to)
    .replace(/[“”]/g, '')
    .replace(/\s+/g, '')
    .replace(/^[，,；;：:、。]+|[，,；;：:、]+$/g, '');
  // The bracket that closes here was opened in front of the excerpt.
  return /^[^（(]*[）)]$/.test(words) ? words.slice(0, -1) : words;
}

/** Without the noise of binary fractions. */
export function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** What came of one statement: it was compared, or why not. */
export interface Answer {
  readonly comparison?: Comparison;
  readonly why?: string;
}

/** Why a difference need not be one. `listed`: nothing a check should be blamed for. */
export interface Excuse {
  readonly why: string;
  readonly listed: boolean;
}

/** A comparison as far as it is known before the other side has been read. */
export type Begun = Pick<Comparison, 'rule' | 'statement' | 'statements' | 'keys' | 'name'>;

/** The other side could not be read: `gap` says why. */
export function unread(begun: Begun, statement: Statement, gap: string, lead = said(statement)): Answer {
  return { comparison: { ...begun, other: null, verdict: 'open', why: `${lead}没有比较：${gap}`, at: [statement.at] } };
}

/** The answer where both sides are equal. */
export function agrees(begun: Begun, other: number, at: readonly Position[]): Answer {
  return { comparison: { ...begun, other, verdict: 'agrees', at } };
}

/** It differs, and words excuse it: listed as not compared, or left open with what it differs from. */
export function excused(excuse: Excuse, begun: Begun, statement: Statement, other: number, from: string, at: readonly Position[]): Answer {
  if (excuse.listed) return { why: excuse.why };
  return { comparison: { ...begun, other, verdict: 'open', why: `${said(statement)}与${from}：${excuse.why}`, at } };
}

/** Words of a statement at the head of a sentence. */
export function said(statement: Statement): string {
  return `正文“${excerpt(statement)}”`;
}
