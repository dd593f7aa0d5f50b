// Which findings come from one thing, so that a person meets it once: sums that one wrong cell breaks, the parts behind a cut.
// Knows the rules only by their ids; what a rule says itself of its cause goes before.
import type { Finding } from '../model/finding.ts';
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

/** A cell that is the one to be mended for sums to hold, and with which another rule finds fault, is one thing. */
function joinWrongCells(findings: readonly Finding[], leads: Map<number, number>): void {
  const wrong = new Map<string, number>();
  findings.forEach(({ rule, suspects }, index) => {
    const only = suspects?.length === 1 && suspects[0]!.cells.length === 1 ? suspects[0]!.cells[0]! : undefined;
    if (SUMS.has(rule) && only) wrong.set(only.key, leads.get(index) ?? index);
  });
  if (wrong.size === 0) return;
  findings.forEach((finding, index) => {
    if (leads.has(index)) return;
    // A row that could not be placed and adds up in no way breaks by the wrong cell as well.
    const unplaced = SUMS.has(finding.rule) && finding.equation === undefined ? finding.keys.find((key) => wrong.has(key)) : undefined;
    const judged = CELLS.has(finding.rule) && finding.keys.length === 1 ? finding.keys[0]! : undefined;
    const lead = wrong.get(unplaced ?? judged ?? '');
    if (lead !== undefined) join(leads, lead, index);
  });
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

function isWithin(other: Finding, lead: Finding): boolean {
  return other.keys.length > 0 && other.keys.every((key) => lead.keys.includes(key));
}
