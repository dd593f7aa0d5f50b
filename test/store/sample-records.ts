// Invented files and reports as they lie in the store.
import { reportId } from '../../src/store/records.ts';
import type { Dismissal, ImportRecord } from '../../src/store/records.ts';
import { bytesOf, packedFor } from '../bridge/fake-worker.ts';

export function sampleRecord(name: string, { reports = 1, addedAt = 0, original = 'bytes', coreVersion = '1' } = {}): ImportRecord {
  const ids = Array.from({ length: reports }, (_, index) => reportId(name, index));
  return {
    file: {
      id: name,
      name: `${name}.html`,
      path: '',
      size: 10,
      addedAt,
      format: 'html',
      notes: [],
      failure: null,
      partFailures: [],
      reportIds: ids,
      removedReports: 0,
      keepsOriginal: false,
      coreVersion,
    },
    reports: ids.map((id) => ({ id, fileId: name, body: packedFor(id).body, overrides: {}, coreVersion })),
    summaries: ids.map((id) => ({
      ...packedFor(id).summary,
      id,
      fileId: name,
      fileName: `${name}.html`,
      addedAt,
      corrected: false,
      coreVersion,
      checkedWith: '',
    })),
    original: bytesOf(original),
  };
}

export function sampleDismissal(id: string, more: Partial<Dismissal> = {}): Dismissal {
  return {
    id,
    fingerprint: 'R-3-ROW-SUM:abc',
    state: 'one',
    severity: 'error',
    kind: 'falseAlarm',
    reason: '原件如此',
    at: 1,
    reportId: 'a.0',
    fileName: 'a.html',
    organ: '云溪县水利局',
    year: 2023,
    message: '不平。',
    ...more,
  };
}
