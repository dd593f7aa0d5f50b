// Which findings come from one thing, so that a person meets it once: sums that one wrong cell breaks, the parts behind a cut.
// Knows the rules only by their ids; what a rule says itself of its cause goes before.
import type { Equation, Finding, Term } from '../model/finding.ts';
import type { Severity } from '../model/vocabulary.ts';
import { SEVERITIES } from '../model/vocabulary.ts';

/** A finding on its way out of the runner, with the cause its rule has named, if any. */
export interface Stamped {
  readonly finding: Finding;
  readonly named: string | undefined;
}

/** One finding explains others: `leads` is the rule of the one, `follows` says which others come from the same thing. */
interface Link {
  readonly leads: string;
  readonly follows: (other: Finding, lead: Finding) => boolean;
}

const SUMS: ReadonlySet<string> = new Set(['R-3-ROW-SUM', 'R-3-COL-BAL', 'R-3-RES-SUM', 'R-4-SUM', 'R-3-SHIFT']);
/** Rules that find fault with the number of one cell, whatever stands around it. */
const CELLS: ReadonlySet<string> = new Set(['R-NEG', 'R-INT', 'R-FMT', 'R-BLANK', 'R-PLACEHOLDER', 'R-3-SUBTOTAL']);

/** Tried in this order; a finding that follows one lead follows no other. */
const LINKS: readonly Link[] = [
  // A text that was cut off lacks what came behind the cut: parts, tables, rows.
  {
    leads: 'P-TRUNC',
    follows: (other, lead) =>
      ['S-SEC-MISSING', 'S-TABLE-MISSING', 'P-TABLE-IMG', 'S-LABEL-MISSING-ROW'].includes(other.rule) && standsAt(other, lead),
  },
  // A part six that says nothing but 无 says nothing of fees either.
  { leads: 'S-S6-NONE', follows: (other) => other.rule === 'S-S6-FEE' },
  // Rows with too many or too few cells: that their sums come out right in no way is the same thing.
  {
    leads: 'R-3-CELLS',
    follows: (other, lead) => SUMS.has(other.rule) && other.equation === undefined && other.keys.some((key) => lead.keys.includes(key)),
  },
  { leads: 'R-4-CELLS', follows: (other) => other.rule === 'R-4-SUM' && other.equation === undefined },
  // Without a table there are no rows, and an empty table has nothing but empty cells.
  { leads: 'R-3-ALLBLANK', follows: (other, lead) => other.rule === 'R-BLANK' && isWithin(other, lead) },
  // A number of the text that differs from the table throws the text out of balance, too.
  ...['N-T3-NONE', 'N-T3-NEW', 'N-T3-IN', 'N-T3-DONE', 'N-T3-OUT'].map((leads) => ({
    leads,
    follows: (other: Finding, lead: Finding) => other.rule === 'N-T3-BALANCE' && sharesWords(other, lead),
  })),
];

/** Findings in their order, each with the fingerprint of the one that speaks for its cause. */
export function bindCauses(stamped: readonly Stamped[]): Finding[] {
  const findings = stamped.map(({ finding }) => finding);
  /** Index of the finding that leads the group. */
  const leads = new Map<number, number>();
  const named = new Map<string, number[]>();
  stamped.forEach((each, index) => {
    if (each.named === undefined) return;
    const group = named.get(each.named);
    if (group) group.push(index);
    else named.set(each.named, [index]);
  });
  for (const group of named.values()) {
    if (group.length < 2) continue;
    const lead = leadOf(findings, group);
    for (const index of group) leads.set(index, lead);
  }
  for (const link of LINKS) {
    const lead = findings.findIndex((finding) => finding.rule === link.leads);
    if (lead < 0) continue;
    findings.forEach((finding, index) => {
      if (index !== lead && !leads.has(index) && link.follows(finding, findings[lead]!)) join(leads, lead, index);
    });
  }
  joinWrongCells(findings, leads);
  return findings.map((finding, index) => {
    const lead = leads.get(index);
    return lead === undefined ? finding : { ...finding, cause: findings[lead]!.fingerprint };
  });
}

/**
 * What the one suspect of broken sums explains beside them: another rule finds fault with that very cell, a row that could not be
 * placed breaks by it, or another comparison, of the text with the table say, comes right with the number that mends the sums.
 */
function joinWrongCells(findings: readonly Finding[], leads: Map<number, number>): void {
  const wrong = new Map<string, { readonly lead: number; readonly mended: ReadonlyMap<string, number>; readonly alone: boolean }>();
  findings.forEach(({ rule, suspects }, index) => {
    if (!SUMS.has(rule) || suspects?.length !== 1) return;
    const { cells } = suspects[0]!;
    const mended = new Map(cells.map((cell) => [cell.key, cell.mended]));
    for (const { key } of cells) wrong.set(key, { lead: leads.get(index) ?? index, mended, alone: cells.length === 1 });
  });
  if (wrong.size === 0) return;
  findings.forEach((finding, index) => {
    if (leads.has(index)) return;
    const { rule, keys, equation } = finding;
    const cells = keys.flatMap((key) => wrong.get(key) ?? []);
    const follows = cells.find(({ mended, alone }) => {
      if (SUMS.has(rule)) return alone && equation === undefined;
      if (equation !== undefined) return comesRight(equation, mended);
      return CELLS.has(rule) && keys.length === 1;
    });
    if (follows) join(leads, follows.lead, index);
  });
}

/** Does a comparison hold with other numbers in some of its cells, the printed ones everywhere else? */
function comesRight({ left, right, relation }: Equation, mended: ReadonlyMap<string, number>): boolean {
  if (![...left, ...right].some(({ key }) => mended.has(key))) return false;
  const sum = (terms: readonly Term[]): number => terms.reduce((all, { key, value }) => all + (mended.get(key) ?? value ?? 0), 0);
  const gap = Math.round((sum(left) - sum(right)) * 1e6) / 1e6;
  return relation === '=' ? gap === 0 : gap <= 0;
}

function join(leads: Map<number, number>, lead: number, index: number): void {
  const top = leads.get(lead) ?? lead;
  leads.set(top, top);
  leads.set(index, top);
}

/** A row that slipped says more than the sums it breaks; else the gravest, else the first in reading order. */
function leadOf(findings: readonly Finding[], group: readonly number[]): number {
  const shift = group.find((index) => findings[index]!.rule === 'R-3-SHIFT');
  if (shift !== undefined) return shift;
  const weight = (severity: Severity): number => SEVERITIES.indexOf(severity);
  return [...group].sort((a, b) => weight(findings[a]!.severity) - weight(findings[b]!.severity) || a - b)[0]!;
}

/** Does the other one point at the very end, too? What is missing before the cut is missing for another reason. */
function standsAt(other: Finding, lead: Finding): boolean {
  const [here] = other.at;
  const [end] = lead.at;
  return here !== undefined && end !== undefined && here.block >= end.block;
}

/** Is a place of the text shown by both? */
function sharesWords(other: Finding, lead: Finding): boolean {
  return other.at.some((here) =>
    lead.at.some((there) => here.block === there.block && here.from !== undefined && here.from === there.from),
  );
}

function isWithin(other: Finding, lead: Finding): boolean {
  return other.keys.length > 0 && other.keys.every((key) => lead.keys.includes(key));
}
