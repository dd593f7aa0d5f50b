// The contract of a rule: its metadata, its own examples, and a generator that yields judgements. No ids, no state.
import type { Position } from '../model/document.ts';
import type { Equation, Suspect } from '../model/finding.ts';
import type { Fact, Report } from '../model/report.ts';
import type { EditionId, Severity } from '../model/vocabulary.ts';
import type { Basis } from './basis.ts';
import type { CheckOptions } from './options.ts';

/** Something that is wrong, or looks wrong. */
export interface Problem {
  readonly result: 'problem' | 'doubtful';
  /** One Chinese sentence: table, row, column, what was expected, what stands there. */
  readonly message: string;
  /** Every cell of the equation, or the words; the first is where the finding is shown. */
  readonly at: readonly Position[];
  /** Keys of the cells judged. */
  readonly keys?: readonly string[];
  readonly quote?: string;
  readonly equation?: Equation;
  readonly suspects?: readonly Suspect[];
  /** Chinese: why no cell is named as the wrong one, where one would be looked for. */
  readonly unlocated?: string;
  /** What this comes from: problems of one report, of any rule, that give the same words here become one card. */
  readonly cause?: string;
  /** Other than the rule's own. */
  readonly severity?: Severity;
  /**
   * What makes this problem the same one after the file was read again: keys if absent, else part and words.
   * Never a line or block number.
   */
  readonly place?: string;
  /** Needed where `result` is doubtful. */
  readonly why?: string;
}

/** Something judged and right, or not judged. */
export interface Verdict {
  readonly result: 'passed' | 'notAssessed';
  readonly keys?: readonly string[];
  /** Chinese; needed where `result` is notAssessed. */
  readonly why?: string;
  /**
   * Not judged because what it takes is no part of a report (a date of publication that only the web page has): listed as
   * not judged, but no gap in what was read, so it does not keep the report from passing.
   */
  readonly aside?: true;
}

/** One answer of a rule. */
export type Judgement = Problem | Verdict;

/** What a rule sees. */
export interface RuleContext {
  readonly report: Report;
  /** The fact of a key, if the cell was found. */
  fact(key: string): Fact | undefined;
  /** A threshold of this rule by id: as a person has set it, or the rule's own. */
  threshold(id: string): number;
  /** A person's wishes; rules look here for the region and for own words only. */
  readonly options: CheckOptions;
}

/** A number on which a rule turns and which a person may set. */
export interface Threshold {
  /** Within the rule: `share`. */
  readonly id: string;
  /** Chinese, for the settings: 「结转占比超过」. */
  readonly title: string;
  /** Chinese or a sign: 「%」「件」「字」. */
  readonly unit: string;
  readonly initial: number;
  readonly min: number;
  readonly max: number;
}

/** Examples are whole reports: see example.ts for the builder. */
export interface RuleExamples {
  /** The rule must not find a problem here; at least one. Traps of the catalogue belong here. */
  readonly passes: readonly Example[];
  /** The rule must find a problem (or a doubtful one) here; at least one. */
  readonly fails: readonly Example[];
}

/** A whole report on which a rule must find something, or nothing. */
export interface Example {
  /** Chinese, for the page of rules: what this example shows. */
  readonly title: string;
  readonly report: Report;
}

/** An entry on the shelf. */
export interface Rule {
  /** Id of the catalogue, stable for ever. */
  readonly id: string;
  /** Chinese name. */
  readonly title: string;
  readonly severity: Severity;
  readonly scope: 'report';
  /** Editions it judges; on any other report its check says notAssessed. `all` also runs where the edition is unknown. */
  readonly editions: readonly EditionId[] | 'all';
  /** Off until a user turns it on. */
  readonly off?: true;
  readonly thresholds?: readonly Threshold[];
  /** Clause it rests on; by edition where another was in force. */
  readonly basis: Basis;
  /** Why it is wrong. */
  readonly why: string;
  /** What to do. */
  readonly remedy: string;
  /** When it may be a false alarm. */
  readonly falseAlarms: string;
  /** Thunk: examples are built only when someone looks. */
  readonly examples: () => RuleExamples;
  check(context: RuleContext): Iterable<Judgement>;
}

/** Identity helper that checks the shape of an entry on the shelf. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
