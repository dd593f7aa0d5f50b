// A removal that the database had no room to note, remembered beside it: by ids alone, so that it outlives a reload of the page,
// which a full disk does not mend.
import type { PendingRemoval } from './removals.ts';

/** What is to go, and nothing of what stands in it. */
export interface Unnoted {
  /** Empty: nothing is to go any more, there is only something left to write when there is room. */
  readonly token: string;
  readonly fileIds: readonly string[];
  readonly reportIds: readonly string[];
  readonly settingIds: readonly string[];
  readonly dismissalIds: readonly string[];
  /** Reports deleted by earlier removals, while the records of their files still name them. */
  readonly named?: readonly string[];
}

export interface Slate {
  read(): Unnoted | null;
  write(removal: Unnoted | null): void;
}

export function unnotedOf({ token, fileIds, reportIds, everything }: PendingRemoval): Unnoted {
  const ids = (records: readonly { readonly id: string }[] = []): readonly string[] => records.map(({ id }) => id);
  return { token, fileIds, reportIds, settingIds: ids(everything?.settings), dismissalIds: ids(everything?.dismissals) };
}

/** What is left of removals that could only delete; null: nothing. */
export function leftNamed(named: readonly string[]): Unnoted | null {
  return named.length === 0 ? null : { token: '', fileIds: [], reportIds: [], settingIds: [], dismissalIds: [], named };
}

/** Lasts as long as the page. */
export function memorySlate(): Slate {
  let noted: Unnoted | null = null;
  return {
    read: () => noted,
    write: (removal) => {
      noted = removal;
    },
  };
}

const KEY = 'gouji.removal';

/** Over localStorage, which has room of its own; as long as the page where it is closed to us or full, too. */
export function localSlate(): Slate {
  const memory = memorySlate();
  return {
    read() {
      if (memory.read()) return memory.read();
      try {
        return JSON.parse(localStorage.getItem(KEY) ?? 'null') as Unnoted | null;
      } catch {
        return null;
      }
    },
    write(removal) {
      memory.write(null);
      try {
        if (removal) localStorage.setItem(KEY, JSON.stringify(removal));
        else localStorage.removeItem(KEY);
      } catch {
        memory.write(removal);
      }
    },
  };
}
