// What a person has said and set: dismissals and settings.
import { eachPage } from './pages.ts';
import type { Places } from './places.ts';
import type { Dismissal } from './records.ts';
import type { Transaction } from './tables.ts';

export interface Said {
  /** Adds or replaces the first, takes away the second; all or nothing. */
  changeDismissals(put: readonly Dismissal[], gone: readonly string[]): Promise<void>;
  /** All of them: after an undone clearing. */
  readDismissals(): Promise<readonly Dismissal[]>;
  readSetting(id: string): Promise<unknown>;
  writeSetting(id: string, value: unknown): Promise<void>;
}

export function createSaid({ all, database, keeping, readFirst, write }: Places): Said {
  return {
    async changeDismissals(put, gone) {
      const takeAway = (tx: Transaction): void => gone.forEach((id) => tx.delete('dismissals', id));
      await write((tables) =>
        tables.transact(['dismissals'], 'readwrite', async (tx) => {
          takeAway(tx);
          for (const each of put) tx.put('dismissals', each);
        }),
      );
      // A database that takes nothing new may still let something go, or what was taken back would hide its finding again.
      if (keeping() || gone.length === 0) return;
      await database()
        ?.transact(['dismissals'], 'readwrite', async (tx) => takeAway(tx))
        .catch(() => {});
    },

    async readDismissals() {
      const found = new Map<string, Dismissal>();
      for (const tables of [...all()].reverse()) {
        await eachPage(tables, 'dismissals', (page) => {
          for (const each of page) found.set(each.id, each);
        }).catch(() => {});
      }
      return [...found.values()];
    },

    async readSetting(id) {
      return (await readFirst('settings', id))?.value;
    },

    writeSetting: (id, value) =>
      write((tables) => tables.transact(['settings'], 'readwrite', async (tx) => tx.put('settings', { id, value }))),
  };
}
