// The two places of the store: the database as long as there is one, and memory for what it will not take. Knows whether what is
// new is kept, and says when that changes. Knows nothing of what the records mean.
import { FULL, LEAVES_NOTHING, NO_ORIGINALS, UNWRITABLE } from './condition.ts';
import type { StoreCondition } from './condition.ts';
import { deleteReport } from './deleting.ts';
import { allOf, eachPage } from './pages.ts';
import { isWorthKeeping } from './passing-notes.ts';
import { memoryTables, TABLE_NAMES } from './tables.ts';
import type { TableRecords, Tables, Transaction } from './tables.ts';

export interface Places {
  readonly memory: Tables;
  /** null: none at hand, or left for good. */
  database(): Tables | null;
  /** Where what is new is kept now; null: nowhere. */
  keeping(): Tables | null;
  keepsOriginals(): boolean;
  /** Both, memory first: what lies there is newer. */
  all(): readonly Tables[];
  readFirst<N extends 'reports' | 'originals' | 'settings'>(name: N, id: string): Promise<TableRecords[N] | undefined>;
  /** In every place, memory first, since a record may lie in both. False if the database did not take it. */
  everywhere(work: (tx: Transaction) => Promise<void>): Promise<boolean>;
  /** Where it is kept; in memory if it cannot be. */
  write(work: (tables: Tables) => Promise<void>): Promise<void>;
  /** The database did not take it: from here on what is new stays in memory. */
  giveUp(error: unknown): void;
  /** There is room for results and none for originals. */
  giveUpOriginals(): void;
  /** After room was made: what lies in memory goes to the database, all of it or nothing. */
  tryAgain(): Promise<void>;
  /** From here on nothing is kept: what lies in the database goes to memory, without originals, and the database is emptied. */
  leaveDatabase(carryOutRemoval: () => Promise<void>): Promise<void>;
}

/**
 * @param given the database; null: none at hand, everything stays in memory
 * @param onCondition called when the store can no longer keep what it could keep before
 */
export function createPlaces(given: Tables | null, onCondition: (condition: StoreCondition) => void): Places {
  const memory = memoryTables();
  let database = given;
  let keeps = database !== null;
  let keepsOriginals = database !== null;
  /** Given up because the disk is full: worth another try when something has been written or removed. */
  let full = false;

  function giveUp(error: unknown): void {
    if (!keeps) return;
    keeps = false;
    keepsOriginals = false;
    full = isQuota(error);
    onCondition({ state: 'memoryOnly', sentence: isQuota(error) ? FULL : UNWRITABLE });
  }

  /** Both places, memory first: what lies there is newer. */
  const places = (): Tables[] => (database ? [memory, database] : [memory]);

  async function readFirst<N extends 'reports' | 'originals' | 'settings'>(name: N, id: string) {
    for (const tables of places()) {
      try {
        const record = await tables.transact([name], 'readonly', (tx) => tx.get(name, id));
        if (record) return record;
      } catch {
        // A database that was taken away: said already, when it was lost.
      }
    }
    return undefined;
  }

  /** After room was made: what lies in memory goes to the database, all of it or nothing. */
  async function tryAgain(): Promise<void> {
    if (!full || !database) return;
    try {
      const kept = await memory.transact(TABLE_NAMES, 'readonly', async (tx) => ({
        files: await allOf(tx, 'files'),
        reports: await allOf(tx, 'reports'),
        summaries: await allOf(tx, 'summaries'),
        settings: (await allOf(tx, 'settings')).filter(isWorthKeeping),
        dismissals: await allOf(tx, 'dismissals'),
      }));
      await database.transact(TABLE_NAMES, 'readwrite', async (tx) => {
        for (const file of kept.files) {
          // An earlier reading of the same file, read over now.
          for (const id of (await tx.get('files', file.id))?.reportIds ?? []) if (!file.reportIds.includes(id)) deleteReport(tx, id);
          tx.put('files', file);
          tx.delete('originals', file.id);
        }
        for (const report of kept.reports) tx.put('reports', report);
        for (const summary of kept.summaries) tx.put('summaries', summary);
        for (const setting of kept.settings) tx.put('settings', setting);
        for (const dismissal of kept.dismissals) tx.put('dismissals', dismissal);
      });
      await memory.transact(TABLE_NAMES, 'readwrite', async (tx) => {
        for (const name of TABLE_NAMES) if (name !== 'settings') tx.clear(name);
        for (const { id } of kept.settings) tx.delete('settings', id);
      });
      full = false;
      keeps = true;
      keepsOriginals = true;
      onCondition({ state: 'ready', sentence: null });
    } catch {
      // Still full: said already.
    }
  }

  /** In every place, since a record may lie in both. */
  async function everywhere(work: (tx: Transaction) => Promise<void>): Promise<boolean> {
    let taken = true;
    for (const tables of places()) {
      try {
        await tables.transact(TABLE_NAMES, 'readwrite', work);
      } catch (error) {
        if (tables !== database) throw error;
        giveUp(error);
        taken = false;
      }
    }
    return taken;
  }

  async function write(work: (tables: Tables) => Promise<void>): Promise<void> {
    if (keeps && database) {
      try {
        await work(database);
        return;
      } catch (error) {
        giveUp(error);
      }
    }
    await work(memory);
  }

  function giveUpOriginals(): void {
    keepsOriginals = false;
    onCondition({ state: 'ready', sentence: NO_ORIGINALS });
  }

  async function leaveDatabase(carryOutRemoval: () => Promise<void>): Promise<void> {
    const left = database;
    if (!left) return;
    await carryOutRemoval().catch(() => {});
    for (const name of TABLE_NAMES) {
      if (name === 'originals') continue;
      await eachPage(left, name, async (page) => {
        await memory.transact([name], 'readwrite', async (tx) => {
          for (const each of page) {
            // What lies in memory is newer.
            if (!(await tx.get(name, each.id))) tx.put(name, 'keepsOriginal' in each ? { ...each, keepsOriginal: false } : each);
          }
        });
      });
    }
    await left.transact(TABLE_NAMES, 'readwrite', async (tx) => {
      for (const name of TABLE_NAMES) tx.clear(name);
    });
    database = null;
    keeps = false;
    keepsOriginals = false;
    full = false;
    onCondition({ state: 'ready', sentence: LEAVES_NOTHING });
  }

  return {
    memory,
    database: () => database,
    keeping: () => (keeps ? database : null),
    keepsOriginals: () => keepsOriginals,
    all: places,
    readFirst,
    everywhere,
    write,
    giveUp,
    giveUpOriginals,
    tryAgain,
    leaveDatabase,
  };
}

/** The disk is full. */
export function isQuota(error: unknown): boolean {
  return (error as Error | null)?.name === 'QuotaExceededError';
}
