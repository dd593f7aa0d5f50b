// Files with their reports and originals: written whole or not at all, and read one by one.
import { deleteReport, deleteWhole } from './deleting.ts';
import { allOf } from './pages.ts';
import { isQuota } from './places.ts';
import type { Places } from './places.ts';
import type { ImportRecord, PackedReport, ReportSummary, ReportUpdate, StoredFile } from './records.ts';
import type { TableName, Tables } from './tables.ts';

/** Larger originals are not kept: browsers refuse values of about 128 MB, and such a file is no ordinary report. */
export const ORIGINAL_LIMIT = 32 * 1024 * 1024;

const REPORT_TABLES: readonly TableName[] = ['reports', 'summaries'];

export interface Imports {
  /** Files with what is listed of their reports; those that are not there are left out. */
  readFiles(ids: readonly string[]): Promise<readonly { readonly file: StoredFile; readonly summaries: readonly ReportSummary[] }[]>;
  /** What is listed of these reports; those that are not there are left out. */
  readSummaries(ids: readonly string[]): Promise<readonly ReportSummary[]>;
  /** Puts files in place of earlier ones with the same id. Gives the files as they were written (`keepsOriginal`). */
  addFiles(records: readonly ImportRecord[]): Promise<readonly StoredFile[]>;
  readReport(id: string): Promise<PackedReport | null>;
  readOriginal(fileId: string): Promise<Uint8Array | null>;
  /** Only reports that are still there; gives the ids of those that were. */
  updateReports(updates: readonly ReportUpdate[]): Promise<readonly string[]>;
  /** For good and at once, with its reports and its original. */
  deleteFile(id: string): Promise<void>;
  /** Takes every original away, and notes that with the files. */
  dropOriginals(): Promise<void>;
}

export function createImports({
  memory,
  database,
  keeping,
  keepsOriginals,
  all,
  readFirst,
  everywhere,
  giveUp,
  giveUpOriginals,
  tryAgain,
}: Places): Imports {
  return {
    async addFiles(records) {
      const tables = keeping();
      if (tables) {
        for (const originals of keepsOriginals() ? [true, false] : [false]) {
          try {
            const written = await write(records, originals, tables);
            if (keepsOriginals() && !originals) giveUpOriginals();
            return written;
          } catch (error) {
            if (!isQuota(error) || !originals) {
              giveUp(error);
              break;
            }
          }
        }
      }
      const written = await write(records, false, memory);
      await tryAgain();
      return written;
    },

    async readFiles(ids) {
      const found = new Map<string, { file: StoredFile; summaries: readonly ReportSummary[] }>();
      for (const tables of all()) {
        await tables.transact(['files', 'summaries'], 'readonly', async (tx) => {
          for (const id of ids) {
            const file = found.has(id) ? undefined : await tx.get('files', id);
            if (!file) continue;
            const summaries = await Promise.all(file.reportIds.map((report) => tx.get('summaries', report)));
            found.set(id, { file, summaries: summaries.filter((each): each is ReportSummary => each !== undefined) });
          }
        });
      }
      return [...found.values()];
    },

    async readSummaries(ids) {
      const found = new Map<string, ReportSummary>();
      for (const tables of all()) {
        await tables.transact(['summaries'], 'readonly', async (tx) => {
          for (const id of ids) {
            const summary = found.has(id) ? undefined : await tx.get('summaries', id);
            if (summary) found.set(id, summary);
          }
        });
      }
      return [...found.values()];
    },

    async readReport(id) {
      return (await readFirst('reports', id)) ?? null;
    },

    async readOriginal(fileId) {
      return (await readFirst('originals', fileId))?.bytes ?? null;
    },

    async updateReports(updates) {
      const put = (into: Tables, those: readonly ReportUpdate[], always: boolean): Promise<string[]> =>
        into.transact(REPORT_TABLES, 'readwrite', async (tx) => {
          const found: string[] = [];
          for (const { report, summary } of those) {
            if (!always && !(await tx.get('reports', report.id))) continue;
            tx.put('reports', report);
            tx.put('summaries', summary);
            found.push(report.id);
          }
          return found;
        });
      const inMemory = await put(memory, updates, false);
      const rest = updates.filter(({ report }) => !inMemory.includes(report.id));
      const tables = database();
      if (!tables || rest.length === 0) return inMemory;
      try {
        return [...inMemory, ...(await put(tables, rest, false))];
      } catch (error) {
        giveUp(error);
        return [...inMemory, ...(await put(memory, rest, true))];
      }
    },

    async deleteFile(id) {
      await everywhere((tx) => deleteWhole(tx, id));
    },

    async dropOriginals() {
      await everywhere(async (tx) => {
        tx.clear('originals');
        for (const file of await allOf(tx, 'files')) if (file.keepsOriginal) tx.put('files', { ...file, keepsOriginal: false });
      });
      await tryAgain();
    },
  };
}

/** Within one transaction. */
async function write(records: readonly ImportRecord[], originals: boolean, tables: Tables): Promise<readonly StoredFile[]> {
  return tables.transact(['files', 'reports', 'summaries', 'originals'], 'readwrite', async (tx) => {
    const written: StoredFile[] = [];
    for (const { file, reports, summaries, original } of records) {
      const before = await tx.get('files', file.id);
      for (const id of before?.reportIds ?? []) if (!file.reportIds.includes(id)) deleteReport(tx, id);
      const keep = originals && original !== null && original.byteLength <= ORIGINAL_LIMIT;
      if (keep) tx.put('originals', { id: file.id, bytes: original });
      else if (before?.keepsOriginal) tx.delete('originals', file.id);
      const record = { ...file, keepsOriginal: keep };
      tx.put('files', record);
      for (const report of reports) tx.put('reports', report);
      for (const summary of summaries) tx.put('summaries', summary);
      written.push(record);
    }
    return written;
  });
}
