// What makes a finding the same one after the file was read again or handed in again: rule and cells, or rule, part and words.
// Never a line, a block or a row number.
import { squeeze } from '../form/label.ts';
import { digest } from '../model/digest.ts';
import type { Position } from '../model/document.ts';
import type { Report } from '../model/report.ts';
import type { Problem } from './rule.ts';

/**
 * Fingerprints of one rule's problems, in their order: `R-3-ROW-SUM:1x2y3z`. Two problems of a report never share one:
 * where place and words are the same, the later is counted.
 */
export function fingerprintsOf(rule: string, problems: readonly Problem[], report: Report): string[] {
  const seen = new Map<string, number>();
  return problems.map((problem) => {
    const identity = identityOf(problem, report);
    const count = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, count);
    return `${rule}:${digest(count === 1 ? identity : `${identity}#${count}`)}`;
  });
}

function identityOf(problem: Problem, report: Report): string {
  if (problem.place !== undefined) return `place|${problem.place}`;
  if (problem.keys && problem.keys.length > 0) return `keys|${[...problem.keys].sort().join(',')}`;
  return `words|${partOf(problem.at[0], report)}|${squeeze(problem.quote ?? problem.message)}`;
}

function partOf(at: Position | undefined, report: Report): string {
  if (!at) return '';
  const part = report.sections.find((section) => section.from <= at.block && at.block < section.to);
  return part ? (part.key ?? squeeze(part.title)) : '';
}
