// What is kept and how it goes: imports, corrections, removals that can be taken back, settings. Over a database as long
// as there is one; what a database will not take stays in memory, and that is said.
import { fileOfReport } from './records.ts';
import type { Dismissal, PackedReport, ReportSummary, StoredFile } from './records.ts';
import { memoryTables, TABLE_NAMES } from './tables.ts';
import type { Setting, TableName, TableRecords, Tables, Transaction } from './tables.ts';

/** All that is kept of one file; written whole or not at all. */
export interface ImportRecord {
  readonly file: StoredFile;
  readonly reports: readonly PackedReport[];
  readonly summaries: readonly ReportSummary[];
  /** null: not to be kept. */
  readonly original: Uint8Array | null;
}

export interface ReportUpdate {
  readonly report: PackedReport;
  readonly summary: ReportSummary;
}

/** What the person has removed and may still take back. */
export interface PendingRemoval {
  readonly token: string;
  readonly fileIds: readonly string[];
  /** Reports removed one by one; those of the files above are not listed. */
  readonly reportIds: readonly string[];
  /** Everything goes, so settings and dismissals too: taken out at once, and kept here for the way back. */
  readonly everything?: { readonly settings: readonly Setting[]; readonly dismissals: readonly Dismissal[] };
}

export type StoreState = 'ready' | 'memoryOnly' | 'failed';

/** How the store stands, with a Chinese sentence if there is something to say. */
export interface StoreCondition {
  readonly state: StoreState;
  readonly sentence: string | null;
}

export interface Store {
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
  ): Promise<PendingRemoval | null>;
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
  /** Notes a removal and carries out the one noted before. */
  prepareRemoval(removal: PendingRemoval): Promise<void>;
  /** The same for files, with every setting and every dismissal. */
  prepareClearing(token: string, fileIds: readonly string[]): Promise<void>;
  /** False: another window has carried it out already. */
  undoRemoval(token: string): Promise<boolean>;
  /** Carries it out now, if it is still the one noted. */
  finishRemoval(token: string): Promise<void>;
  /** For good and at once, with its reports and its original. */
  deleteFile(id: string): Promise<void>;
  /** Everything, settings too. */
  clear(): Promise<void>;
  /** Adds or replaces the first, takes away the second; all or nothing. */
  changeDismissals(put: readonly Dismissal[], gone: readonly string[]): Promise<void>;
  /** All of them: after an undone clearing. */
  readDismissals(): Promise<readonly Dismissal[]>;
  readSetting(id: string): Promise<unknown>;
  writeSetting(id: string, value: unknown): Promise<void>;
  /**
   * Notes that it is this window's turn at something, unless another window has it; that one may be named to be replaced.
   * Gives the window that has it afterwards.
   */
  claim(key: string, window: string, insteadOf?: string): Promise<string>;
  letGo(key: string, window: string): Promise<void>;
  /** Takes every original away, and notes that with the files. */
  dropOriginals(): Promise<void>;
  /** From here on nothing is kept: what lies in the database goes to memory, without originals, and the database is emptied. */
  leaveDatabase(): Promise<void>;
  close(): void;
}

const PAGE = 200;
/** Larger originals are not kept: browsers refuse values of about 128 MB, and such a file is no ordinary report. */
export const ORIGINAL_LIMIT = 32 * 1024 * 1024;

const PENDING_REMOVAL = 'pendingRemoval';
/** Notes of whose turn it is, among the settings: of no worth to anybody later. */
const TURN = 'turn:';
const isWorthKeeping = ({ id }: Setting): boolean => id !== PENDING_REMOVAL && !id.startsWith(TURN);
const REPORT_TABLES: readonly TableName[] = ['reports', 'summaries'];

const NO_ORIGINALS = '本机空间不足：核验结果照常保存，但不再保留原始文件。';
const FULL =
  '本机空间已满：新的核验结果可以查看，但关闭页面后不会保留。请先清理磁盘或删除不需要的结果；腾出空间后，下次导入或删除时会自动补存，不必刷新页面。';
/** Also said by open.ts, where nothing is kept from the start. */
export const LEAVES_NOTHING = '已启用“关闭即清除”：导入的内容和结果只在本页面打开期间保留，关闭页面后不会留在本机。';
const UNWRITABLE = '本机存储无法写入：新的核验结果可以查看，但关闭页面后不会保留。请刷新页面后重新导入。';

/**
 * @param given the database; null: none at hand, everything stays in memory
 * @param onCondition called when the store can no longer keep what it could keep before
 */
export function createStore(given: Tables | null, onCondition: (condition: StoreCondition) => void): Store {
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
  async function everywhere(work: (tx: Transaction) => Promise<void>): Promise<void> {
    for (const tables of places()) {
      try {
        await tables.transact(TABLE_NAMES, 'readwrite', work);
      } catch (error) {
        if (tables === database) giveUp(error);
        else throw error;
      }
    }
  }

  return {
    async load(onFiles, onSummaries, onDismissals = () => {}) {
      if (!database) return;
      await database.transact(TABLE_NAMES, 'readwrite', (tx) => carryOut(tx, null)).catch(giveUp);
      await eachPage(database, 'files', onFiles);
      await eachPage(database, 'summaries', onSummaries);
      await eachPage(database, 'dismissals', onDismissals);
    },

    async addFiles(records) {
      if (keeps && database) {
        for (const originals of keepsOriginals ? [true, false] : [false]) {
          try {
            const written = await write(records, originals, database);
            if (keepsOriginals && !originals) {
              keepsOriginals = false;
              onCondition({ state: 'ready', sentence: NO_ORIGINALS });
            }
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

    async loadAgain(onFiles, onSummaries, onDismissals) {
      // What lies in memory comes last: it is newer.
      for (const tables of places().reverse()) {
        await eachPage(tables, 'files', onFiles);
        await eachPage(tables, 'summaries', onSummaries);
        await eachPage(tables, 'dismissals', onDismissals);
      }
      // The database has the last word: in memory lies the note of this window, and another may have carried it out.
      const noted = await (database ?? memory).transact(['settings'], 'readonly', (tx) => tx.get('settings', PENDING_REMOVAL));
      return (noted?.value as PendingRemoval | undefined) ?? null;
    },

    async readFiles(ids) {
      const found = new Map<string, { file: StoredFile; summaries: readonly ReportSummary[] }>();
      for (const tables of places()) {
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
      for (const tables of places()) {
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
      const put = (tables: Tables, those: readonly ReportUpdate[], always: boolean): Promise<string[]> =>
        tables.transact(REPORT_TABLES, 'readwrite', async (tx) => {
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
      if (!database || rest.length === 0) return inMemory;
      try {
        return [...inMemory, ...(await put(database, rest, false))];
      } catch (error) {
        giveUp(error);
        return [...inMemory, ...(await put(memory, rest, true))];
      }
    },

    async prepareRemoval(removal) {
      await everywhere((tx) => carryOut(tx, removal));
      await tryAgain();
    },

    async prepareClearing(token, fileIds) {
      await everywhere(async (tx) => {
        const settings = (await allOf(tx, 'settings')).filter(isWorthKeeping);
        const dismissals = await allOf(tx, 'dismissals');
        for (const { id } of settings) tx.delete('settings', id);
        tx.clear('dismissals');
        await carryOut(tx, { token, fileIds, reportIds: [], everything: { settings, dismissals } });
      });
    },

    async undoRemoval(token) {
      let undone = false;
      await everywhere(async (tx) => {
        // The database comes last and has the last word: another window may have carried it out.
        const setting = await tx.get('settings', PENDING_REMOVAL);
        const noted = setting?.value as PendingRemoval | undefined;
        undone = noted?.token === token;
        if (!undone) return;
        tx.delete('settings', PENDING_REMOVAL);
        for (const each of noted?.everything?.settings ?? []) tx.put('settings', each);
        for (const each of noted?.everything?.dismissals ?? []) tx.put('dismissals', each);
      });
      return undone;
    },

    async finishRemoval(token) {
      await everywhere(async (tx) => {
        const noted = (await tx.get('settings', PENDING_REMOVAL))?.value as PendingRemoval | undefined;
        if (noted?.token === token) await carryOut(tx, null);
      });
      await tryAgain();
    },

    async deleteFile(id) {
      await everywhere((tx) => deleteWhole(tx, id));
    },

    async clear() {
      await everywhere(async (tx) => {
        for (const name of TABLE_NAMES) tx.clear(name);
      });
    },

    async changeDismissals(put, gone) {
      const change = (tables: Tables): Promise<void> =>
        tables.transact(['dismissals'], 'readwrite', async (tx) => {
          for (const id of gone) tx.delete('dismissals', id);
          for (const each of put) tx.put('dismissals', each);
        });
      if (keeps && database) {
        try {
          await change(database);
          return;
        } catch (error) {
          giveUp(error);
        }
      }
      await change(memory);
    },

    async readDismissals() {
      const found = new Map<string, Dismissal>();
      for (const tables of places().reverse()) {
        await eachPage(tables, 'dismissals', (page) => {
          for (const each of page) found.set(each.id, each);
        }).catch(() => {});
      }
      return [...found.values()];
    },

    async readSetting(id) {
      return (await readFirst('settings', id))?.value;
    },

    async writeSetting(id, value) {
      const put = (tables: Tables): Promise<void> =>
        tables.transact(['settings'], 'readwrite', async (tx) => tx.put('settings', { id, value }));
      if (keeps && database) {
        try {
          await put(database);
          return;
        } catch (error) {
          giveUp(error);
        }
      }
      await put(memory);
    },

    async claim(key, window, insteadOf) {
      // In memory there is no other window.
      if (!database) return window;
      return database.transact(['settings'], 'readwrite', async (tx) => {
        const id = `${TURN}${key}`;
        const holder = (await tx.get('settings', id))?.value as string | undefined;
        if (holder !== undefined && holder !== window && holder !== insteadOf) return holder;
        tx.put('settings', { id, value: window });
        return window;
      });
    },

    async letGo(key, window) {
      await database?.transact(['settings'], 'readwrite', async (tx) => {
        const id = `${TURN}${key}`;
        if ((await tx.get('settings', id))?.value === window) tx.delete('settings', id);
      });
    },

    async dropOriginals() {
      await everywhere(async (tx) => {
        tx.clear('originals');
        for (const file of await allOf(tx, 'files')) if (file.keepsOriginal) tx.put('files', { ...file, keepsOriginal: false });
      });
      await tryAgain();
    },

    async leaveDatabase() {
      const left = database;
      if (!left) return;
      await left.transact(TABLE_NAMES, 'readwrite', (tx) => carryOut(tx, null)).catch(() => {});
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
    },

    close() {
      database?.close();
    },
  };
}

function isQuota(error: unknown): boolean {
  return (error as Error | null)?.name === 'QuotaExceededError';
}

/** Within one transaction, page by page all the same. */
async function allOf<N extends TableName>(tx: Transaction, name: N): Promise<TableRecords[N][]> {
  const all: TableRecords[N][] = [];
  for (;;) {
    const page = await tx.page(name, all.length === 0 ? null : all[all.length - 1]!.id, PAGE);
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}

async function eachPage<N extends TableName>(
  tables: Tables,
  name: N,
  take: (page: readonly TableRecords[N][]) => void | Promise<void>,
): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const from = after;
    const page: readonly TableRecords[N][] = await tables.transact([name], 'readonly', (tx) => tx.page(name, from, PAGE));
    if (page.length > 0) await take(page);
    if (page.length < PAGE) return;
    after = page[page.length - 1]!.id;
  }
}

function deleteReport(tx: Transaction, id: string): void {
  tx.delete('reports', id);
  tx.delete('summaries', id);
}

async function deleteWhole(tx: Transaction, fileId: string): Promise<void> {
  for (const report of (await tx.get('files', fileId))?.reportIds ?? []) deleteReport(tx, report);
  tx.delete('files', fileId);
  tx.delete('originals', fileId);
}

/** Carries out the removal that was noted and notes the next one. */
async function carryOut(tx: Transaction, next: PendingRemoval | null): Promise<void> {
  const noted = (await tx.get('settings', PENDING_REMOVAL))?.value as PendingRemoval | undefined;
  if (noted) {
    for (const id of noted.fileIds) await deleteWhole(tx, id);
    const gone = new Set(noted.reportIds);
    const fileIds = new Set(noted.reportIds.map(fileOfReport));
    for (const id of gone) deleteReport(tx, id);
    for (const id of fileIds) {
      const file = await tx.get('files', id);
      if (!file) continue;
      const reportIds = file.reportIds.filter((report) => !gone.has(report));
      tx.put('files', { ...file, reportIds, removedReports: file.removedReports + file.reportIds.length - reportIds.length });
    }
  }
  if (next) tx.put('settings', { id: PENDING_REMOVAL, value: next });
  else tx.delete('settings', PENDING_REMOVAL);
}
