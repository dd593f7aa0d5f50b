// The one library of the page. Views read its signals and call its verbs; create-library.ts knows how it works.
import { pool } from './examiners.ts';
import { createLibrary } from './create-library.ts';
import { openStore } from '../store/open.ts';

export type { Library, LoadState, RecheckProgress, Removal } from './create-library.ts';
export type { ReportSummary, StoredFile, StoredReport } from '../store/records.ts';

export const library = createLibrary({ openStore, pool });

export const {
  summaries,
  files,
  loadState,
  rechecking,
  checkOptions,
  openLibrary,
  openReport,
  correct,
  removeReports,
  removeFiles,
  clearEverything,
  recheckAll,
  setCheckOptions,
  readSetting,
  writeSetting,
} = library;
