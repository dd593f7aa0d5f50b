// What lies in the memory of this window when another window clears everything: that one cannot reach it. It goes at once, and comes
// back if the clearing is taken back there.
import { allOf } from './pages.ts';
import { isWorthKeeping } from './passing-notes.ts';
import type { Places } from './places.ts';
import { carryOut } from './removals.ts';
import { TABLE_NAMES } from './tables.ts';
import type { TableRecords } from './tables.ts';

export interface SetAside {
  /** Everything was cleared elsewhere, under this token. A removal of this window that could be taken back is final with it. */
  putAside(token: string): Promise<void>;
  /** That clearing was taken back. What came since stays. Does nothing for another one. */
  bringBackAside(token: string): Promise<void>;
  /** That clearing is final. Does nothing for another one. */
  forgetAside(token: string): void;
}

type Contents = { readonly [N in keyof TableRecords]: readonly TableRecords[N][] };

export function createSetAside({ memory }: Places): SetAside {
  let aside: { readonly token: string; readonly contents: Contents } | null = null;
  return {
    async putAside(token) {
      await memory.transact(TABLE_NAMES, 'readwrite', carryOut);
      const contents = await memory.transact(TABLE_NAMES, 'readonly', async (tx) => ({
        files: await allOf(tx, 'files'),
        reports: await allOf(tx, 'reports'),
        summaries: await allOf(tx, 'summaries'),
        originals: await allOf(tx, 'originals'),
        settings: (await allOf(tx, 'settings')).filter(isWorthKeeping),
        dismissals: await allOf(tx, 'dismissals'),
      }));
      await memory.transact(TABLE_NAMES, 'readwrite', async (tx) => {
        for (const name of TABLE_NAMES) for (const { id } of contents[name]) tx.delete(name, id);
      });
      aside = { token, contents };
    },

    async bringBackAside(token) {
      if (aside?.token !== token) return;
      const { contents } = aside;
      aside = null;
      await memory.transact(TABLE_NAMES, 'readwrite', async (tx) => {
        for (const name of TABLE_NAMES) {
          for (const each of contents[name]) if (!(await tx.get(name, each.id))) tx.put(name, each as never);
        }
      });
    },

    forgetAside(token) {
      if (aside?.token === token) aside = null;
    },
  };
}
