// Notes of whose turn it is among the windows that share the database; in memory there is no other window.
import { TURN } from './passing-notes.ts';
import type { Places } from './places.ts';

export interface TurnNotes {
  /**
   * Notes that it is this window's turn at something, unless another window has it; that one may be named to be replaced.
   * Gives the window that has it afterwards.
   */
  claim(key: string, window: string, insteadOf?: string): Promise<string>;
  letGo(key: string, window: string): Promise<void>;
}

export function createTurnNotes({ database }: Places): TurnNotes {
  return {
    async claim(key, window, insteadOf) {
      const shared = database();
      if (!shared) return window;
      return shared.transact(['settings'], 'readwrite', async (tx) => {
        const id = `${TURN}${key}`;
        const holder = (await tx.get('settings', id))?.value as string | undefined;
        if (holder !== undefined && holder !== window && holder !== insteadOf) return holder;
        tx.put('settings', { id, value: window });
        return window;
      });
    },

    async letGo(key, window) {
      await database()?.transact(['settings'], 'readwrite', async (tx) => {
        const id = `${TURN}${key}`;
        if ((await tx.get('settings', id))?.value === window) tx.delete('settings', id);
      });
    },
  };
}
