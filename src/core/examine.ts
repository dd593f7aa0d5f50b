// Bytes → Outcome: read, understand, check, in a row. Expected failures come back as values.
import { check } from './check/index.ts';
import type { CheckOptions } from './check/index.ts';
import type { Note } from './model/document.ts';
import { failure } from './model/outcome.ts';
import type { Examined, Failure, Outcome } from './model/outcome.ts';
import { read } from './read/index.ts';
import { understand } from './understand/index.ts';

export interface ExamineOptions {
  /** Which rules are off and which severities a user has set; see check. */
  readonly check?: CheckOptions;
}

/**
 * Reads one file, understands the reports in it and checks them.
 * @param bytes the whole file; not kept and not changed
 * @param fileName name with extension; used to break ties between formats and to infer year and organ
 */
export async function examine(bytes: Uint8Array, fileName: string, options: ExamineOptions = {}): Promise<Outcome> {
  const result = await read(bytes, fileName);
  if (!result.ok) return result;
  const reports: Examined[] = [];
  const failures: Failure[] = [...result.failures];
  const notes: Note[] = [];
  for (const document of result.documents) {
    const understood = understand(document);
    notes.push(...document.notes);
    if (!understood.ok) {
      failures.push(understood.failure);
      continue;
    }
    for (const report of understood.reports) {
      notes.push(...report.notes);
      reports.push({ report, ...check(report, options.check) });
    }
  }
  if (reports.length === 0) return { ok: false, failure: failures[0] ?? failure(fileName, 'not-a-report') };
  const reading = { format: result.format, ...(result.charset ? { charset: result.charset } : {}), notes };
  return { ok: true, reports, failures, reading };
}
