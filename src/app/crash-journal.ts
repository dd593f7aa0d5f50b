// Remembers which files were being checked, so that a file that takes the whole page down is known after a reload.
// A worker that runs out of memory kills the tab in Chromium, and no handler runs then.

export interface CrashJournal {
  begin(fileId: string): void;
  end(fileId: string): void;
  /** It rests, and is not done with: an archive whose files are being checked. */
  pause(fileId: string): void;
  /** How many times the page ended while this file was being checked. */
  strikes(fileId: string): number;
  /** Files on which the page ended the last time. */
  readonly interrupted: number;
  /** The page is being left on purpose. */
  leave(): void;
  clear(): void;
}

const RUNNING = 'gouji.checking';
const STRIKES = 'gouji.strikes';

/**
 * @param storage sessionStorage: written at once, belongs to this tab alone, and outlives a crash and a reload of it.
 *   null where there is none; then nothing is remembered.
 */
export function createCrashJournal(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null): CrashJournal {
  const read = <T>(key: string, otherwise: T): T => {
    try {
      return (JSON.parse(storage?.getItem(key) ?? 'null') as T | null) ?? otherwise;
    } catch {
      return otherwise;
    }
  };
  const write = (key: string, value: unknown): void => {
    try {
      storage?.setItem(key, JSON.stringify(value));
    } catch {
      // Full or forbidden: a crash will then be a surprise again.
    }
  };
  const left = read<string[]>(RUNNING, []);
  const strikes = new Map(read<[string, number][]>(STRIKES, []));
  for (const id of left) strikes.set(id, (strikes.get(id) ?? 0) + 1);
  if (left.length > 0) {
    write(STRIKES, [...strikes]);
    write(RUNNING, []);
  }
  const running = new Set<string>();
  let stale = false;
  const note = (): void => {
    stale = false;
    write(RUNNING, [...running]);
  };
  const rest = (fileId: string): void => {
    running.delete(fileId);
    // The next file mostly begins in the same breath: one write for both.
    stale = true;
    void Promise.resolve().then(() => stale && note());
  };
  return {
    begin(fileId) {
      running.add(fileId);
      note();
    },
    pause: rest,
    end(fileId) {
      rest(fileId);
      // It came to an end, so it was not the one.
      if (strikes.delete(fileId)) write(STRIKES, [...strikes]);
    },
    strikes: (fileId) => strikes.get(fileId) ?? 0,
    interrupted: left.length,
    leave: () => write(RUNNING, []),
    clear() {
      running.clear();
      strikes.clear();
      for (const key of [RUNNING, STRIKES]) {
        try {
          storage?.removeItem(key);
        } catch {
          // Forbidden: then there is nothing to remove.
        }
      }
    },
  };
}
