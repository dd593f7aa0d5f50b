// What a person has said and set: dismissals and settings.
import { eachPage } from './pages.ts';
import type { Places } from './places.ts';
import type { Dismissal } from './records.ts';

export interface Said {
  /** Adds or replaces the first, takes away the second; all or nothing. */
  changeDismissals(put: readonly Dismissal[], gone: readonly string[]): Promise<void>;
  /** All of them: after an undone clearing. */
  readDismissals(): Promise<readonly Dismissal[]>;
  readSetting(id: string): Promise<unknown>;
  writeSetting(id: string, value: unknown): Promise<void>;
}

export function createSaid({ all, readFirst, write }: Places): Said {
  return {
    changeDismissals: (put, gone) =>
      write((tables) =>
        tables.transact(['dismissals'], 'readwrite', async (tx) => {
          for (const id of gone) tx.delete('dismissals', id);
          for (const each of put) tx.put('dismissals', each);
        }),
      ),

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
