// Removals that can be taken back: noted first, and carried out at the next one, at the next start or when they are finished.
// A note lies in every place, since records may. What the disk has no room to write is carried out by deleting alone.
import { deleteReport, deleteWhole } from './deleting.ts';
import { allOf } from './pages.ts';
import { isWorthKeeping, PENDING_REMOVAL } from './passing-notes.ts';
import type { Places } from './places.ts';
import { fileOfReport, withoutReports } from './records.ts';
import type { Dismissal } from './records.ts';
import { TABLE_NAMES } from './tables.ts';
import type { Setting, Transaction } from './tables.ts';
import { leftNamed, unnotedOf } from './unnoted.ts';
import type { Slate, Unnoted } from './unnoted.ts';

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
  /** There is no way back from here on: in the database, what was noted is carried out. Rejects if it does not take that. */
  settle(): Promise<void>;
  /** The removal noted now. */
  noted(): Promise<Pick<PendingRemoval, 'token' | 'fileIds' | 'reportIds'> | null>;
}

/** @param slate what the database had no room to note: nothing was taken out there */
export function createRemovals({ database, all, everywhere, tryAgain }: Places, slate: Slate): Removals {
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
    const removal = slate.read();
    if (!removal) return;
    if (await inDatabase((tx) => takeOutUnnoted(tx, removal))) slate.write(null);
    // What is deleted must not be deleted once more: it may have been imported again by then.
    else if (await inDatabase((tx) => deleteUnnoted(tx, removal))) slate.write(leftNamed([...namedBy(removal), ...removal.reportIds]));
  }

  /** What lies noted in the database; of what there is no room to write, as much as deleting alone does. */
  async function carryOutNoted(): Promise<void> {
    if (await inDatabase(carryOut)) return;
    let gone: readonly string[] = [];
    const isDone = await inDatabase(async (tx) => {
      const noted = await note(tx);
      if (noted) await deleteOnly(tx, noted);
      tx.delete('settings', PENDING_REMOVAL);
      gone = noted?.reportIds ?? [];
    });
    if (!isDone || gone.length === 0) return;
    const unnoted = slate.read();
    const named = [...namedBy(unnoted), ...gone];
    slate.write(unnoted ? { ...unnoted, named } : leftNamed(named));
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
    await carryOutNoted();
    if (await inDatabase(noteIt)) return;
    const left = namedBy(slate.read());
    slate.write(removal ? { ...unnotedOf(removal), named: left } : leftNamed(left));
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
      const unnoted = slate.read();
      if (unnoted?.token !== token) return undone;
      slate.write(leftNamed(namedBy(unnoted)));
      return true;
    },

    async finishRemoval(token) {
      await everywhere(async (tx) => {
        if ((await note(tx))?.token === token) await carryOut(tx);
      });
      if (slate.read()?.token === token) await carryOutUnnoted();
      await tryAgain();
    },

    async settle() {
      const unnoted = slate.read();
      try {
        await database()?.transact(TABLE_NAMES, 'readwrite', async (tx) => {
          await carryOut(tx);
          if (unnoted) await takeOutUnnoted(tx, unnoted);
        });
        if (unnoted) slate.write(null);
      } catch (error) {
        await carryOutNoted();
        await carryOutUnnoted();
        throw error;
      }
    },

    async noted() {
      const unnoted = slate.read();
      if (unnoted && unnoted.token !== '') return unnoted;
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
export async function carryOut(tx: Transaction): Promise<void> {
  const noted = await note(tx);
  if (noted) await takeOut(tx, noted);
  tx.delete('settings', PENDING_REMOVAL);
}

type Going = Pick<PendingRemoval, 'fileIds' | 'reportIds'>;

/** Needs no room. A file that keeps other reports still names those that are gone; they are written down on the slate. */
async function deleteOnly(tx: Transaction, { fileIds, reportIds }: Going): Promise<void> {
  for (const id of fileIds) await deleteWhole(tx, id);
  for (const id of new Set(reportIds)) deleteReport(tx, id);
}

async function takeOut(tx: Transaction, going: Going): Promise<void> {
  await deleteOnly(tx, going);
  await unname(tx, going.reportIds);
}

/** Files that keep other reports no longer name these. */
async function unname(tx: Transaction, reportIds: readonly string[]): Promise<void> {
  const gone = new Set(reportIds);
  for (const id of new Set(reportIds.map(fileOfReport))) {
    const file = await tx.get('files', id);
    if (file)
      tx.put(
        'files',
        withoutReports(file, (report) => gone.has(report)),
      );
  }
}

const namedBy = (unnoted: Unnoted | null): readonly string[] => unnoted?.named ?? [];

/** With the settings and dismissals that are otherwise taken out when the removal is noted. */
async function deleteUnnoted(tx: Transaction, removal: Unnoted): Promise<void> {
  await deleteOnly(tx, removal);
  for (const id of removal.settingIds) tx.delete('settings', id);
  for (const id of removal.dismissalIds) tx.delete('dismissals', id);
}

async function takeOutUnnoted(tx: Transaction, removal: Unnoted): Promise<void> {
  await deleteUnnoted(tx, removal);
  await unname(tx, removal.reportIds);
  const gone: string[] = [];
  // Those that were imported again since are there.
  for (const id of namedBy(removal)) if (!(await tx.get('summaries', id))) gone.push(id);
  await unname(tx, gone);
}
