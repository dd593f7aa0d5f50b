// What lies on the desk while a report is compared: its numbers said in the text, its cells, and what stands beside each number.
import type { Report } from '../../model/report.ts';
import type { Statement } from '../../model/statement.ts';
import { Beside } from './beside.ts';
import { Cells } from './cells.ts';

/** What every comparison of one report needs. */
export interface Desk {
  readonly report: Report;
  readonly statements: readonly Statement[];
  readonly cells: Cells;
  readonly beside: Beside;
}

/** Lays it out for one report. */
export function deskOf(report: Report, statements: readonly Statement[]): Desk {
  const cells = new Cells(report);
  return { report, statements, cells, beside: new Beside(report, statements, cells) };
}
