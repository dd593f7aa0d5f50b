// The one library of the page. Views read its signals and call its verbs; create-library.ts knows how it works.
import { pool } from './examiners.ts';
import { createLibrary } from './create-library.ts';
import { journal } from './journal.ts';
import { clearsOnClosing, keeping } from './settings/keeping.ts';
import { neighbours, turnsAmongWindows } from './windows.ts';
import { openMemoryStore, openStore } from '../store/open.ts';

export type { Removal } from './create-library.ts';
export type { ReportSummary, StoredFile, StoredReport } from '../store/records.ts';

export const library = createLibrary({
  openStore: (onCondition) => (clearsOnClosing.peek() ? openMemoryStore(onCondition) : openStore(onCondition)),
  pool,
  journal,
  neighbours,
  makeTurns: turnsAmongWindows,
  keepsOriginals: () => keeping.peek().originals,
});

// Here or in another window: from then on this one must not write either.
clearsOnClosing.subscribe((clears) => {
  if (clears) void library.stopKeeping().catch(() => {});
});

let asked = false;

/**
 * Asks that our data stay when the disk runs full: on an act of the person, once there is something to lose. Chromium decides
 * without a word; Firefox would ask the person, so it is left alone. Never awaited: the answer may not come.
 */
export function askToKeep(): void {
  if (asked || clearsOnClosing.peek() || !globalThis.navigator?.userAgent.includes('Chrome/')) return;
  asked = true;
  navigator.storage?.persist?.().catch(() => {});
}
