// What a person says about a report that the reader could not know or got wrong: whose it is and of which year.
import type { Report } from './report.ts';
import type { OrganKind } from './vocabulary.ts';

/** A person's word about a report. What is absent stays as it was read. */
export interface Overrides {
  readonly organ?: string;
  /** Worked out from `organ` when the report was checked with it; no word of a person. */
  readonly organKind?: OrganKind;
  readonly year?: number;
}

/** The report with a person's word in place of what was read. Places and the sources of the year stay as printed. */
export function withOverrides(report: Report, overrides: Overrides): Report {
  const { organ, organKind, year } = overrides;
  if (organ === undefined && year === undefined) return report;
  const inferred = report.inferred.filter((what) => !(what === 'organ' ? organ !== undefined : year !== undefined));
  return {
    ...report,
    inferred,
    ...(organ !== undefined ? { organ, organKind: organKind ?? report.organKind } : {}),
    ...(year !== undefined ? { year } : {}),
  };
}
