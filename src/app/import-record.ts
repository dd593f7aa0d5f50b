// Turns what came of a file into what is kept of it.
import type { Examination } from '../bridge/api.ts';
import type { Note } from '../core/model/document.ts';
import type { Failure } from '../core/model/outcome.ts';
import { reportId } from '../store/records.ts';
import type { ImportRecord, StoredFile } from '../store/records.ts';

/** Id on the shelf of formats of an archive whose files are records of their own. */
export const ARCHIVE_FORMAT = 'zip';

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

export function importRecord(incoming: Incoming, examination: Exclude<Examination, { readonly ok: 'folder' }>): ImportRecord {
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

/** What came of an archive as a whole; its files have records of their own. */
export interface ArchiveResult {
  /** Files that could be unpacked. */
  readonly unpacked: number;
  readonly notUnpacked: number;
  readonly pictures: number;
  /** Why unpacking broke off, or why there was nothing to unpack. */
  readonly failure: Failure | null;
}

/** The record of an archive of which there is something to say; null if every file in it speaks for itself. */
export function archiveRecord(incoming: Incoming, { unpacked, notUnpacked, pictures, failure }: ArchiveResult): ImportRecord | null {
  if (failure === null && notUnpacked === 0 && pictures === 0) return null;
  const notes: Note[] = [];
  if (unpacked > 0) {
    const rest = notUnpacked > 0 ? `，${notUnpacked}个没有读取` : failure ? '，其余没有读取' : '';
    notes.push({
      code: 'archive-parts',
      message: `压缩包里的${unpacked}个文件已逐个导入${rest}。`,
      weight: rest ? 'caution' : 'info',
    });
  }
  if (pictures > 0) notes.push({ code: 'pictures-left-out', message: `压缩包里另有${pictures}张图片没有读取。`, weight: 'info' });
  return { file: fileOf(incoming, { format: ARCHIVE_FORMAT, failure, notes }), reports: [], summaries: [], original: null };
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
