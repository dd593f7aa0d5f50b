// What is kept and how it goes: imports, corrections, removals that can be taken back, settings. Over a database as long
// as there is one; what a database will not take stays in memory, and that is said.
import type { StoreCondition } from './condition.ts';
import { createImports } from './imports.ts';
import type { Imports } from './imports.ts';
import { eachPage } from './pages.ts';
import { createPlaces } from './places.ts';
import type { Dismissal, ReportSummary, StoredFile } from './records.ts';
import { createRemovals } from './removals.ts';
import type { Removals } from './removals.ts';
import { createSaid } from './said.ts';
import type { Said } from './said.ts';
import { createSetAside } from './set-aside.ts';
import type { SetAside } from './set-aside.ts';
import { TABLE_NAMES } from './tables.ts';
import type { Tables } from './tables.ts';
import { createTurnNotes } from './turn-notes.ts';
import type { TurnNotes } from './turn-notes.ts';
import { memorySlate } from './unnoted.ts';

export { ORIGINAL_LIMIT } from './imports.ts';
export type { StoreCondition } from './condition.ts';

export interface Store extends Imports, Omit<Removals, 'noted' | 'settle'>, SetAside, Said, TurnNotes {
  /** Finishes a removal left over from the last time, then gives every file, summary and dismissal, page by page. */
  load(
    onFiles: (page: readonly StoredFile[]) => void,
    onSummaries: (page: readonly ReportSummary[]) => void,
    onDismissals?: (page: readonly Dismissal[]) => void,
  ): Promise<void>;
  /** The same without finishing anything: after another window has removed something or brought it back. Gives the removal noted now. */
  loadAgain(
    onFiles: (page: readonly StoredFile[]) => void,
    onSummaries: (page: readonly ReportSummary[]) => void,
    onDismissals: (page: readonly Dismissal[]) => void,
  ): ReturnType<Removals['noted']>;
  /** Everything, settings too. */
  clear(): Promise<void>;
  /** From here on nothing is kept: what lies in the database goes to memory, without originals, and the database is emptied. */
  leaveDatabase(): Promise<void>;
  close(): void;
}

/**
 * @param given the database; null: none at hand, everything stays in memory
 * @param onCondition called when the store can no longer keep what it could keep before
 * @param slate where a removal is remembered that the database has no room to note
 */
export function createStore(given: Tables | null, onCondition: (condition: StoreCondition) => void, slate = memorySlate()): Store {
  const places = createPlaces(given, onCondition);
  const { noted, settle, ...removing } = createRemovals(places, slate);
  return {
    ...createImports(places),
    ...removing,
    ...createSetAside(places),
    ...createSaid(places),
    ...createTurnNotes(places),

    async load(onFiles, onSummaries, onDismissals = () => {}) {
      const database = places.database();
      if (!database) return;
      await settle().catch(places.giveUp);
      await eachPage(database, 'files', onFiles);
      await eachPage(database, 'summaries', onSummaries);
      await eachPage(database, 'dismissals', onDismissals);
    },

    async loadAgain(onFiles, onSummaries, onDismissals) {
      // What lies in memory comes last: it is newer.
      for (const tables of [...places.all()].reverse()) {
        await eachPage(tables, 'files', onFiles);
        await eachPage(tables, 'summaries', onSummaries);
        await eachPage(tables, 'dismissals', onDismissals);
      }
      return noted();
    },

    async clear() {
      await places.everywhere(async (tx) => {
        for (const name of TABLE_NAMES) tx.clear(name);
      });
    },

    leaveDatabase: () => places.leaveDatabase(settle),
    close: () => places.database()?.close(),
  };
}
