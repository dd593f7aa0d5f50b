// Findings that share a cause are one card: what lists, counts and exports show as one thing. Knows no rule.
import type { Position } from './document.ts';
import type { Finding, Suspect } from './finding.ts';
import type { Severity } from './vocabulary.ts';
import { SEVERITIES } from './vocabulary.ts';

/** What it takes to tell which card something belongs to: findings have it, and their marks. */
export interface Caused {
  readonly fingerprint: string;
  readonly severity: Severity;
  readonly cause?: string;
}

export interface Card {
  /** Fingerprint of the finding that leads it, whether that one is shown or not: the same after another reading. */
  readonly id: string;
  /** The gravest of its findings. */
  readonly severity: Severity;
  /** The finding whose words stand for the card. */
  readonly lead: Finding;
  /** All its findings, the lead first. */
  readonly findings: readonly Finding[];
  /** Every place of its findings once, those of the lead first. */
  readonly at: readonly Position[];
  readonly suspects: readonly Suspect[];
  readonly unlocated?: string;
}

/** Which card a finding or its mark belongs to. */
export function cardIdOf({ fingerprint, cause }: Caused): string {
  return cause ?? fingerprint;
}

/** Groups of one cause, in the order of their first members. Works on findings and on their marks alike. */
export function groupByCause<T extends Caused>(items: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const id = cardIdOf(item);
    const group = groups.get(id);
    if (group) group.push(item);
    else groups.set(id, [item]);
  }
  return groups;
}

/** How many cards of each severity; a card is as grave as the gravest of it. */
export function countCards(items: readonly Caused[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, hint: 0 };
  for (const group of groupByCause(items).values()) counts[gravestOf(group)] += 1;
  return counts;
}

/** Cards by weight: errors, warnings, hints; within a weight in reading order. */
export function cardsOf(findings: readonly Finding[]): readonly Card[] {
  const cards = [...groupByCause(findings)].map(([id, group]) => cardOf(id, group));
  // Sorting is stable: findings come in reading order.
  return cards.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

function cardOf(id: string, group: readonly Finding[]): Card {
  const severity = gravestOf(group);
  // Where the lead was put aside by a person, the gravest of the others speaks.
  const lead = group.find((each) => each.fingerprint === id) ?? group.find((each) => each.severity === severity)!;
  const findings = [lead, ...group.filter((each) => each !== lead)];
  const named = findings.find((each) => each.suspects && each.suspects.length > 0);
  const unlocated = named ? undefined : findings.find((each) => each.unlocated !== undefined)?.unlocated;
  return {
    id,
    severity,
    lead,
    findings,
    at: placesOf(findings),
    suspects: named?.suspects ?? [],
    ...(unlocated === undefined ? {} : { unlocated }),
  };
}

function placesOf(findings: readonly Finding[]): readonly Position[] {
  const seen = new Set<string>();
  return findings
    .flatMap(({ at }) => at)
    .filter(({ block, row, column, from, to }) => {
      const place = [block, row, column, from, to].join();
      return seen.has(place) ? false : seen.add(place);
    });
}

function gravestOf(group: readonly { readonly severity: Severity }[]): Severity {
  return SEVERITIES.find((severity) => group.some((each) => each.severity === severity)) ?? 'hint';
}
