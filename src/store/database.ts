// The database: its name, its schema with every migration, and how it is opened. The only file that knows idb.
import { deleteDB, openDB } from 'idb';
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import type { Dismissal, PackedReport, ReportSummary, StoredFile } from './records.ts';
import type { Original, Setting, TableName, Tables, Transaction } from './tables.ts';

/** All local pages of a Chromium profile share their databases, so the name carries the product. */
const DATABASE_NAME = 'gouji';
export const DATABASE_VERSION = 2;

interface Schema extends DBSchema {
  files: { key: string; value: StoredFile };
  reports: { key: string; value: PackedReport };
  summaries: { key: string; value: ReportSummary };
  originals: { key: string; value: Original };
  settings: { key: string; value: Setting };
  dismissals: { key: string; value: Dismissal };
}

/** Tables by the version that brought them. A version that was handed out is never changed: what is new gets the next number. */
const TABLES_OF_VERSION: readonly (readonly TableName[])[] = [['files', 'reports', 'summaries', 'originals', 'settings'], ['dismissals']];

function migrate(database: IDBPDatabase<Schema>, oldVersion: number): void {
  // 1: Summaries lie apart from reports, so that lists open without them. Originals lie apart from files, so that
  // they can be dropped when space runs out. There is no index: every list is small enough to be held by the page.
  // 2: What a person has dismissed, apart from reports, because it outlives them.
  for (const names of TABLES_OF_VERSION.slice(oldVersion)) {
    for (const name of names) database.createObjectStore(name, { keyPath: 'id' });
  }
}

/** Why the database is not, or no longer, at hand. */
export type DatabaseTrouble =
  | 'unavailable' // no IndexedDB here, or it will not open
  | 'newer' // written by a newer version of the program
  | 'blocked' // an older version in another window does not let go
  | 'superseded' // a newer version in another window has taken over
  | 'terminated'; // the browser closed it: site data cleared, disk failing

export class DatabaseError extends Error {
  readonly trouble: DatabaseTrouble;
  constructor(trouble: DatabaseTrouble) {
    super(trouble);
    this.name = 'DatabaseError';
    this.trouble = trouble;
  }
}

/** A database that neither opens nor fails within this many milliseconds is held to be broken. */
const OPEN_WITHIN = 10_000;

/** Rejects with a DatabaseError. `onLost`: the database was taken away after it had been opened. */
export async function openDatabase(
  onLost: (trouble: DatabaseTrouble) => void,
  { name = DATABASE_NAME, version = DATABASE_VERSION, within = OPEN_WITHIN } = {},
): Promise<Tables> {
  let database: IDBPDatabase<Schema> | null = null;
  let blocked = false;
  let givenUp = false;
  const opening = (async () =>
    openDB<Schema>(name, version, {
      upgrade: (db, oldVersion) => migrate(db, oldVersion),
      blocked: () => {
        blocked = true;
      },
      blocking: () => {
        // Otherwise the other window waits for ever.
        database?.close();
        onLost('superseded');
      },
      terminated: () => onLost('terminated'),
    }))();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      givenUp = true;
      reject(new DatabaseError(blocked ? 'blocked' : 'unavailable'));
    }, within);
  });
  opening.then(
    (late) => givenUp && late.close(),
    () => {},
  );
  try {
    database = await Promise.race([opening, patience]);
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError((error as Error | null)?.name === 'VersionError' ? 'newer' : 'unavailable');
  } finally {
    clearTimeout(timer);
  }
  return tablesOf(database);
}

/** Deletes it with all that is in it; where another window holds it, as soon as that one lets go. */
export function deleteDatabase(name = DATABASE_NAME): Promise<void> {
  // Not waited for longer: the other window empties it itself.
  return Promise.race([deleteDB(name), new Promise<void>((resolve) => setTimeout(resolve, 2000))]);
}

function tablesOf(database: IDBPDatabase<Schema>): Tables {
  return {
    async transact(names, mode, work) {
      // Relaxed: what was acknowledged survives a crash of the browser (measured), and it is several times faster.
      const tx = database.transaction([...names], mode, { durability: 'relaxed' });
      const ended = tx.done.then(
        () => null,
        (error: unknown) => error ?? new Error('AbortError'),
      );
      try {
        const result = await work(mode === 'readwrite' ? writing(tx as Writing) : reading(tx as Reading));
        const error = await ended;
        if (error) throw error;
        return result;
      } catch (error) {
        try {
          tx.abort();
        } catch {
          // Already over.
        }
        // A request of an aborted transaction says AbortError; the reason is with the transaction.
        const reason = (await ended) as Error | null;
        throw reason && reason.name !== 'AbortError' ? reason : error;
      }
    },
    close: () => database.close(),
  };
}

type Reading = IDBPTransaction<Schema, TableName[], 'readonly'>;
type Writing = IDBPTransaction<Schema, TableName[], 'readwrite'>;

function reading(tx: Reading | Writing): Transaction {
  const refuse = (): never => {
    throw new Error('read-only transaction');
  };
  return {
    get: (name, id) => tx.objectStore(name).get(id) as Promise<never>,
    // Never without a count: all at once blocks the page for a second, and Firefox fails.
    page: (name, after, count) =>
      tx.objectStore(name).getAll(after === null ? null : IDBKeyRange.lowerBound(after, true), count) as Promise<never>,
    put: refuse,
    delete: refuse,
    clear: refuse,
  };
}

function writing(tx: Writing): Transaction {
  // A failed request aborts the transaction, and that is reported once, at its end.
  const unheard = (): void => {};
  return {
    ...reading(tx),
    put: (name, record) =>
      void tx
        .objectStore(name)
        .put(record as never)
        .catch(unheard),
    delete: (name, id) => void tx.objectStore(name).delete(id).catch(unheard),
    clear: (name) => void tx.objectStore(name).clear().catch(unheard),
  };
}
