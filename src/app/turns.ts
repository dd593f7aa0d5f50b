// Whose turn it is: of several windows only one does a thing at a time, such as checking one file. By the browser's own locks where
// there are any (https and file), by records in the store elsewhere (plain http); a window that is gone holds up nobody.
import type { Neighbours } from './neighbours.ts';

/** Gives the turn back. Once is enough, more does no harm. */
export type Release = () => void;

export interface Turns {
  /** null: another window has it now. */
  take(key: string): Promise<Release | null>;
  /** Waits until it is this window's turn; null if given up by the signal. */
  wait(key: string, signal: AbortSignal): Promise<Release | null>;
}

/** Records of who has a turn, shared by all windows. */
export interface Leases {
  /** Takes the turn if nobody has it, or only `insteadOf`. Gives the id of the window that has it afterwards. */
  claim(key: string, window: string, insteadOf?: string): Promise<string>;
  /** Does nothing if the turn is another's. */
  letGo(key: string, window: string): Promise<void>;
}

/** The part of LockManager that is needed. */
export interface Locks {
  request(
    name: string,
    options: { readonly ifAvailable?: boolean; readonly signal?: AbortSignal },
    callback: (lock: unknown) => Promise<void> | void,
  ): Promise<unknown>;
}

/** A window that is by itself always has the turn. */
export const noTurns: Turns = {
  take: () => Promise.resolve(() => {}),
  wait: () => Promise.resolve(() => {}),
};

/** Milliseconds after which one that waits looks again. */
const LOOK_EVERY = 1000;

export interface TurnsOptions {
  /** null on plain http. */
  readonly locks: Locks | null;
  readonly leases: Leases;
  readonly neighbours: Pick<Neighbours, 'id' | 'isAlive'>;
  readonly lookEvery?: number;
}

export function createTurns({ locks, leases, neighbours, lookEvery = LOOK_EVERY }: TurnsOptions): Turns {
  const byLeases = turnsByLeases(leases, neighbours, lookEvery);
  if (!locks) return byLeases;
  const byLocks = turnsByLocks(locks);
  let refused = false;
  /** Some pages have locks and may not use them; then they never will. */
  async function either<T>(first: () => Promise<T>, second: () => Promise<T>): Promise<T> {
    if (!refused) {
      try {
        return await first();
      } catch {
        refused = true;
      }
    }
    return second();
  }
  return {
    take: (key) =>
      either(
        () => byLocks.take(key),
        () => byLeases.take(key),
      ),
    wait: (key, signal) =>
      either(
        () => byLocks.wait(key, signal),
        () => byLeases.wait(key, signal),
      ),
  };
}

function turnsByLocks(locks: Locks): Turns {
  const hold = (key: string, options: { ifAvailable?: boolean; signal?: AbortSignal }): Promise<Release | null> =>
    new Promise((resolve, reject) => {
      locks
        .request(`gouji.${key}`, options, (lock) => {
          if (lock === null) {
            resolve(null);
            return;
          }
          return new Promise<void>((release) => resolve(release));
        })
        .catch((error: unknown) => (options.signal?.aborted ? resolve(null) : reject(error)));
    });
  return {
    take: (key) => hold(key, { ifAvailable: true }),
    wait: (key, signal) => (signal.aborted ? Promise.resolve(null) : hold(key, { signal })),
  };
}

function turnsByLeases(leases: Leases, { id, isAlive }: Pick<Neighbours, 'id' | 'isAlive'>, lookEvery: number): Turns {
  const releaseOf =
    (key: string): Release =>
    () =>
      void leases.letGo(key, id).catch(() => {});
  async function take(key: string): Promise<Release | null> {
    const holder = await leases.claim(key, id);
    if (holder === id) return releaseOf(key);
    // Records outlive the window that wrote them.
    if (await isAlive(holder)) return null;
    return (await leases.claim(key, id, holder)) === id ? releaseOf(key) : null;
  }
  return {
    // No store, nobody to share with: nothing is held up.
    take: (key) => take(key).catch(() => () => {}),
    async wait(key, signal) {
      while (!signal.aborted) {
        const release = await take(key).catch(() => () => {});
        if (release) {
          if (!signal.aborted) return release;
          release();
          return null;
        }
        await new Promise((resolve) => setTimeout(resolve, lookEvery));
      }
      return null;
    },
  };
}
