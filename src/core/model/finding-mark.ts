// A finding in a few bytes: which one it is, what stood there, how grave it is. What lists and dismissals need of it.
import { digest } from './digest.ts';
import type { Finding } from './finding.ts';
import type { Report } from './report.ts';
import type { Severity } from './vocabulary.ts';

export interface FindingMark {
  /** Which finding of which rule; see Finding. */
  readonly fingerprint: string;
  /** What stood there: another number in one of its cells, or other words, make another state. */
  readonly state: string;
  readonly severity: Severity;
  /** Findings with the same cause are one card; see Finding. */
  readonly cause?: string;
}

/** Id of the rule in a fingerprint. */
export function ruleOfFingerprint(fingerprint: string): string {
  return fingerprint.slice(0, fingerprint.indexOf(':'));
}

/** One mark for each finding, in their order. */
export function marksOfFindings(report: Report, findings: readonly Finding[]): readonly FindingMark[] {
  const printed = new Map<string, string>();
  // The first cell of a key speaks, as it does for the rules.
  for (const { key, value, raw } of report.facts) {
    if (!printed.has(key)) printed.set(key, value === null ? `“${squeezed(raw)}”` : String(value));
  }
  return findings.map((finding) => ({
    fingerprint: finding.fingerprint,
    state: digest(stateOf(finding, printed)),
    severity: finding.severity,
    ...(finding.cause === undefined ? {} : { cause: finding.cause }),
  }));
}

/**
 * The numbers of its cells, and its quote where it has one. The sentence of a finding counts only where there is neither,
 * so that a rule may word it better without waking what a person has dismissed.
 */
function stateOf({ keys, equation, quote, message }: Finding, printed: ReadonlyMap<string, string>): string {
  const cells = new Set(keys);
  for (const { key } of [...(equation?.left ?? []), ...(equation?.right ?? [])]) cells.add(key);
  const numbers = [...cells].sort().map((key) => `${key}=${printed.get(key) ?? ''}`);
  // Numbers said in the text have no cell: they are in the equation only.
  const terms = equation ? [...equation.left, ...equation.right].map(({ value }) => String(value ?? '')) : [];
  const words = quote ?? (numbers.length === 0 ? message : '');
  return [...numbers, '|', ...terms, '|', squeezed(words)].join(',');
}

function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}
