// Six tables of records, each with an `id`, and transactions over them: all that the logic of the store asks of a
// database. Here also the tables in memory, for when there is no database.
import type { Dismissal, PackedReport, ReportSummary, StoredFile } from './records.ts';

/** The bytes of a file as they came in. */
export interface Original {
  /** Id of the file. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** A small thing to remember. `value` is plain data. */
export interface Setting {
  readonly id: string;
  readonly value: unknown;
}

export interface TableRecords {
  files: StoredFile;
  reports: PackedReport;
  summaries: ReportSummary;
  originals: Original;
  settings: Setting;
  dismissals: Dismissal;
}
export type TableName = keyof TableRecords;
export const TABLE_NAMES: readonly TableName[] = ['files', 'reports', 'summaries', 'originals', 'settings', 'dismissals'];

export interface Transaction {
  get<N extends TableName>(name: N, id: string): Promise<TableRecords[N] | undefined>;
  /** At most `count` records in the order of their ids, after the id given. */
  page<N extends TableName>(name: N, after: string | null, count: number): Promise<readonly TableRecords[N][]>;
  /** Whether it could be written is known when the transaction ends. */
  put<N extends TableName>(name: N, record: TableRecords[N]): void;
  delete(name: TableName, id: string): void;
  clear(name: TableName): void;
}

export interface Tables {
  /**
   * All of `work` is written or nothing. `work` awaits nothing but its transaction: IndexedDB ends one that rests.
   * Rejects with the error of the database; `QuotaExceededError` is told by its name.
   */
  transact<T>(names: readonly TableName[], mode: 'readonly' | 'readwrite', work: (transaction: Transaction) => Promise<T>): Promise<T>;
  close(): void;
}

/** Tables that last as long as the page. */
export function memoryTables(): Tables {
  const tables: { readonly [N in TableName]: Map<string, TableRecords[N]> } = {
    files: new Map(),
    reports: new Map(),
    summaries: new Map(),
    originals: new Map(),
    settings: new Map(),
    dismissals: new Map(),
  };
  const of = <N extends TableName>(name: N): Map<string, TableRecords[N]> => tables[name] as Map<string, TableRecords[N]>;
  return {
    async transact(_names, _mode, work) {
      // Changes are made at the end and in one go, so that they are atomic and never half seen.
      const changes: (() => void)[] = [];
      const result = await work({
        get: async (name, id) => of(name).get(id),
        page: async (name, after, count) =>
          [...of(name).values()]
            .filter(({ id }) => after === null || id > after)
            .sort((a, b) => (a.id < b.id ? -1 : 1))
            .slice(0, count),
        put: (name, record) => changes.push(() => of(name).set(record.id, record)),
        delete: (name, id) => changes.push(() => of(name).delete(id)),
        clear: (name) => changes.push(() => of(name).clear()),
      });
      for (const change of changes) change();
      return result;
    },
    close() {},
  };
}
