// Removals that can be taken back: noted first, and carried out at the next one, at the next start or when they are finished.
// A note lies in every place, since records may.
import { deleteReport, deleteWhole } from './deleting.ts';
import { allOf } from './pages.ts';
import { isWorthKeeping, PENDING_REMOVAL } from './passing-notes.ts';
import type { Places } from './places.ts';
import { fileOfReport } from './records.ts';
import type { Dismissal } from './records.ts';
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
  /** The removal noted now. */
  noted(): Promise<PendingRemoval | null>;
}

export function createRemovals({ all, everywhere, tryAgain }: Places): Removals {
  return {
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
        const noted = await note(tx);
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
        const noted = await note(tx);
        if (noted?.token === token) await carryOut(tx, null);
      });
      await tryAgain();
    },

    async noted() {
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

/** Carries out the removal that was noted and notes the next one. */
export async function carryOut(tx: Transaction, next: PendingRemoval | null): Promise<void> {
  const noted = await note(tx);
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
