// A report in a few lines: what lists, filters and charts over years need without opening the report itself.
import { countCards } from './card.ts';
import type { Check, Finding } from './finding.ts';
import { marksOfFindings } from './finding-mark.ts';
import type { FindingMark } from './finding-mark.ts';
import type { Report } from './report.ts';
import type { ReportEdition } from './vocabulary.ts';
import { APPLICANTS, DISPUTES } from './vocabulary.ts';

/**
 * `error`, `warning` and `hint` count cards (what has one cause is one thing, as grave as the gravest of it); the other three count
 * checks, so a doubtful finding is in two of them.
 */
export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly hint: number;
  readonly notAssessed: number;
  readonly doubtful: number;
  readonly passed: number;
}

/** Key of the form → printed number. A key is missing where the cell is absent, blank, no number, or not surely this cell. */
export type SeriesFacts = Readonly<Record<string, number>>;

export interface Summary {
  readonly title: string | null;
  readonly organ: string | null;
  /** Not printed as such: worked out from the text or the file name. */
  readonly organInferred: boolean;
  readonly year: number | null;
  readonly yearInferred: boolean;
  readonly edition: ReportEdition;
  readonly counts: Counts;
  /** Cells of the form not found, or not surely; missing in results of earlier versions. */
  readonly unread?: number;
  readonly seriesFacts: SeriesFacts;
  /** One for each finding; missing in results of the first version of the store. */
  readonly marks?: readonly FindingMark[];
}

const seriesRow = /^t3\.(newReceived|carriedIn|carriedOut|r\.total)$/;

/** Totals of table three by row, its four main rows by applicant, and the three totals of table four. */
function isSeriesKey(key: string): boolean {
  const dot = key.lastIndexOf('.');
  const row = key.slice(0, dot);
  const column = key.slice(dot + 1);
  if (row.startsWith('t3.')) return column === 'total' || (seriesRow.test(row) && (APPLICANTS as readonly string[]).includes(column));
  return column === 'total' && DISPUTES.some((dispute) => row === `t4.${dispute}`);
}

/**
 * Sums a checked report up. Printed numbers only, nothing is computed.
 * @param unread cells of the form not found, or not surely
 */
export function summarise(report: Report, findings: readonly Finding[], checks: readonly Check[], unread = 0): Summary {
  const counts = { ...countCards(findings), notAssessed: 0, doubtful: 0, passed: 0 };
  for (const { result, aside } of checks) if (result !== 'problem' && !aside) counts[result] += 1;
  const seriesFacts: Record<string, number> = {};
  for (const { key, value, certainty } of report.facts) {
    if (value !== null && certainty === 'sure' && isSeriesKey(key)) seriesFacts[key] = value;
  }
  return {
    title: report.title,
    organ: report.organ,
    organInferred: report.inferred.includes('organ'),
    year: report.year,
    yearInferred: report.inferred.includes('year'),
    edition: report.edition,
    counts,
    unread,
    seriesFacts,
    marks: marksOfFindings(report, findings),
  };
}
