// Turns what came of a file into what is kept of it.
import type { Examination } from '../bridge/api.ts';
import type { Failure } from '../core/model/outcome.ts';
import { reportId } from '../store/records.ts';
import type { StoredFile } from '../store/records.ts';
import type { ImportRecord } from '../store/store.ts';

/** What is known of a file before it is examined. */
export interface Incoming {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly size: number;
  readonly addedAt: number;
  readonly coreVersion: string;
  /** See ReportSummary. */
  readonly checkedWith: string;
}

/** Bytes of a file that could not be checked are not kept: it may have nothing to do with reports. */
export function failedRecord(incoming: Incoming, failure: Failure): ImportRecord {
  return { file: fileOf(incoming, { failure }), reports: [], summaries: [], original: null };
}

export function importRecord(incoming: Incoming, examination: Examination): ImportRecord {
  if (!examination.ok) return failedRecord(incoming, examination.failure);
  const { id: fileId, name: fileName, addedAt, coreVersion, checkedWith } = incoming;
  const { reading, failures: partFailures } = examination;
  const ids = examination.reports.map((_, index) => reportId(fileId, index));
  return {
    file: fileOf(incoming, {
      format: reading.format,
      ...(reading.charset ? { charset: reading.charset } : {}),
      notes: reading.notes,
      partFailures,
      reportIds: ids,
    }),
    reports: examination.reports.map(({ body }, index) => ({ id: ids[index]!, fileId, body, overrides: {}, coreVersion })),
    summaries: examination.reports.map(({ summary }, index) => ({
      ...summary,
      id: ids[index]!,
      fileId,
      fileName,
      addedAt,
      corrected: false,
      coreVersion,
      checkedWith,
    })),
    original: examination.bytes,
  };
}

function fileOf({ id, name, path, size, addedAt, coreVersion }: Incoming, result: Partial<StoredFile>): StoredFile {
  return {
    id,
    name,
    path,
    size,
    addedAt,
    coreVersion,
    format: '',
    notes: [],
    failure: null,
    partFailures: [],
    reportIds: [],
    removedReports: 0,
    keepsOriginal: false,
    ...result,
  };
}
