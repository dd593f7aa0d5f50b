// The one library of the page. Views read its signals and call its verbs; create-library.ts knows how it works.
import { pool } from './examiners.ts';
import { createLibrary } from './create-library.ts';
import { journal } from './journal.ts';
import { clearsOnClosing, keeping } from './keeping.ts';
import { openMemoryStore, openStore } from '../store/open.ts';

export type { Library, LoadState, RecheckProgress, RecheckState, Removal } from './create-library.ts';
export type { Dismissal, DismissalKind, ReportSummary, StoredFile, StoredReport } from '../store/records.ts';

export const library = createLibrary({
  openStore: (onCondition) => (clearsOnClosing.peek() ? openMemoryStore(onCondition) : openStore(onCondition)),
  pool,
  journal,
  keepsOriginals: () => keeping.peek().originals,
});

/**
 * Asks that our data stay when the disk runs full, once there is something to lose. Chromium decides without a word;
 * Firefox would ask the person, so it is left alone. Never awaited: the answer may not come.
 */
function askToKeep(): void {
  if (globalThis.navigator?.userAgent.includes('Chrome/')) navigator.storage?.persist?.().catch(() => {});
}
const stopWaiting = library.summaries.subscribe((kept) => {
  if (kept.length === 0) return;
  askToKeep();
  queueMicrotask(() => stopWaiting());
});

export const {
  summaries,
  files,
  loadState,
  rechecking,
  recheckState,
  outdated,
  checkOptions,
  dismissals,
  openLibrary,
  openReport,
  correct,
  removeReports,
  removeFiles,
  clearEverything,
  recheckAll,
  stopRecheck,
  setCheckOptions,
  changeDismissals,
  readSetting,
  writeSetting,
} = library;
