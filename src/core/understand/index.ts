// PLACEHOLDER
import type { SourceDocument } from '../model/document.ts';
import type { Failure } from '../model/outcome.ts';
import { failure } from '../model/outcome.ts';
import type { Report } from '../model/report.ts';

export type Understood = { readonly ok: true; readonly reports: readonly Report[] } | { readonly ok: false; readonly failure: Failure };

/** Finds the reports in a document. */
export function understand(document: SourceDocument): Understood {
  return { ok: false, failure: failure(document.path, 'not-a-report') };
}
