// Removals that can be taken back: noted first, and carried out at the next one, at the next start or when they are finished.
// A note lies in every place, since records may.
import { deleteReport, deleteWhole } from './deleting.ts';
import { allOf } from './pages.ts';
import { isWorthKeeping, PENDING_REMOVAL } from './passing-notes.ts';
import type { Places } from './places.ts';
import { fileOfReport } from './records.ts';
import type { Dismissal } from './records.ts';
import { TABLE_NAMES } from './tables.ts';
import type { Setting, Transaction } from './tables.ts';

/** What the person has removed and may still take back. */
export interface PendingRemoval {
  readonly token: string;
  readonly fileIds: readonly string[];
  /** Reports removed one by one; those of the files above are not listed. */
  readonly reportIds: readonly string[];
  /** Everything goes, so settings and dismissals too: taken out at once, and kept here for the way back. */
  readonly everything?: { readonly settings: readonly Setting[]; readonly dismissals: readonly Dismissal[] };
}

export interface Removals {
  /** Notes a removal and carries out the one noted before. */
  prepareRemoval(removal: PendingRemoval): Promise<void>;
  /** The same for files, with every setting and every dismissal. */
  prepareClearing(token: string, fileIds: readonly string[]): Promise<void>;
  /** False: another window has carried it out already. */
  undoRemoval(token: string): Promise<boolean>;
  /** Carries it out now, if it is still the one noted. */
  finishRemoval(token: string): Promise<void>;
  /** Within a transaction of the database: there is no way back from here on. */
  settle(tx: Transaction): Promise<void>;
  /** The removal noted now. */
  noted(): Promise<PendingRemoval | null>;
}

export function createRemovals({ database, all, everywhere, tryAgain }: Places): Removals {
  /** What the database had no room to note: nothing was taken out there. It is carried out by deleting alone, which needs none. */
  let unnoted: PendingRemoval | null = null;

  const inDatabase = async (work: (tx: Transaction) => Promise<void>): Promise<boolean> => {
    try {
      await database()?.transact(TABLE_NAMES, 'readwrite', work);
      return true;
    } catch {
      // That it takes nothing was said when it was found out.
      return false;
    }
  };

  async function carryOutUnnoted(): Promise<void> {
    const removal = unnoted;
    if (removal && (await inDatabase((tx) => takeOutWhole(tx, removal)))) unnoted = null;
  }

  /** @param work takes out and notes, and gives what it noted */
  async function prepare(work: (tx: Transaction) => Promise<PendingRemoval>): Promise<void> {
    let removal: PendingRemoval | null = null;
    const noteIt = async (tx: Transaction): Promise<void> => {
      removal = await work(tx);
      tx.put('settings', { id: PENDING_REMOVAL, value: removal });
    };
    await carryOutUnnoted();
    if (await everywhere(noteIt)) return;
    // What was noted before goes all the same, and may make room.
    const roomWasMade = await inDatabase((tx) => carryOut(tx));
    if (!roomWasMade || !(await inDatabase(noteIt))) unnoted = removal;
  }

  return {
    async prepareRemoval(removal) {
      await prepare(async (tx) => {
        await carryOut(tx);
        return removal;
      });
      await tryAgain();
    },

    prepareClearing: (token, fileIds) =>
      prepare(async (tx) => {
        const settings = (await allOf(tx, 'settings')).filter(isWorthKeeping);
        const dismissals = await allOf(tx, 'dismissals');
        for (const { id } of settings) tx.delete('settings', id);
        tx.clear('dismissals');
        await carryOut(tx);
        return { token, fileIds, reportIds: [], everything: { settings, dismissals } };
      }),

    async undoRemoval(token) {
      let undone = false;
      await everywhere(async (tx) => {
        // The database comes last and has the last word: another window may have carried it out.
        const noted = await note(tx);
        undone = noted?.token === token;
        if (!undone) return;
        tx.delete('settings', PENDING_REMOVAL);
        for (const each of noted?.everything?.settings ?? []) tx.put('settings', each);
        for (const each of noted?.everything?.dismissals ?? []) tx.put('dismissals', each);
      });
      if (unnoted?.token !== token) return undone;
      unnoted = null;
      return true;
    },

    async finishRemoval(token) {
      await everywhere(async (tx) => {
        if ((await note(tx))?.token === token) await carryOut(tx);
      });
      if (unnoted?.token === token) await carryOutUnnoted();
      await tryAgain();
    },

    async settle(tx) {
      await carryOut(tx);
      if (unnoted) await takeOutWhole(tx, unnoted);
    },

    async noted() {
      if (unnoted) return unnoted;
      // The database has the last word: in memory lies the note of this window, and another may have carried it out.
      const places = all();
      const last = places[places.length - 1]!;
      return last.transact(['settings'], 'readonly', async (tx) => (await note(tx)) ?? null);
    },
  };
}

async function note(tx: Transaction): Promise<PendingRemoval | undefined> {
  return (await tx.get('settings', PENDING_REMOVAL))?.value as PendingRemoval | undefined;
}

/** Carries out the removal that was noted. */
async function carryOut(tx: Transaction): Promise<void> {
  const noted = await note(tx);
  if (noted) await takeOut(tx, noted);
  tx.delete('settings', PENDING_REMOVAL);
}

async function takeOut(tx: Transaction, { fileIds, reportIds }: PendingRemoval): Promise<void> {
  for (const id of fileIds) await deleteWhole(tx, id);
  const gone = new Set(reportIds);
  for (const id of gone) deleteReport(tx, id);
  for (const id of new Set(reportIds.map(fileOfReport))) {
    const file = await tx.get('files', id);
    if (!file) continue;
    const left = file.reportIds.filter((report) => !gone.has(report));
    tx.put('files', { ...file, reportIds: left, removedReports: file.removedReports + file.reportIds.length - left.length });
  }
}

/** With the settings and dismissals that are otherwise taken out when the removal is noted. */
async function takeOutWhole(tx: Transaction, removal: PendingRemoval): Promise<void> {
  await takeOut(tx, removal);
  for (const { id } of removal.everything?.settings ?? []) tx.delete('settings', id);
  for (const { id } of removal.everything?.dismissals ?? []) tx.delete('dismissals', id);
}
