// The ways between the rooms of the intake: who waits to be read, checked or unpacked, who is on the way, and who must be alone.
// Knows nothing of what is done in the rooms.
import type { HeldBytes } from './held-bytes.ts';
import { newEntry } from './job.ts';
import type { Entry, Folder } from './job.ts';

/** Files read at a time. */
export const BATCH_FILES = 64;
/** Files read and not yet being checked: more would not be faster. */
const READ_AHEAD = 2 * BATCH_FILES;

export interface Traffic {
  /** Called whenever something may go on: every room looks what it can do. */
  wake(): void;
  onWake(look: () => void): void;

  queueToRead(entry: Entry): void;
  nextToRead(): Entry | undefined;
  takeToRead(): Entry | undefined;
  /** How many more may be read ahead of the checks. */
  roomAhead(): number;
  setReading(is: boolean): void;

  queueToCheck(entry: Entry): void;
  takeToCheck(): Entry | undefined;
  /** A file on which the page ended once: one at a time, after all others. */
  queueSuspect(entry: Entry): void;
  takeSuspect(): Entry | undefined;

  /** An archive that is to be taken apart; only the first in the queue keeps its bytes, the others wait without. */
  queueFolder(entry: Entry, bytes: Uint8Array): void;
  takeFolder(): Folder | undefined;
  /** Something cannot run beside the unpacking, which is in the middle of a step. */
  setUnpacking(state: 'none' | 'waiting' | 'busy'): void;
  /** Once more from its beginning: out of its file, or out of the archive it lies in. */
  queueAgain(entry: Entry): void;

  /** The entry whose bytes are the same and which is being checked or written. */
  leaderOf(fileId: string): Entry | undefined;
  depart(fileId: string, leader: Entry): void;
  arrive(fileId: string): void;

  /** From here on nothing else begins. */
  holdAlone(entry: Entry): void;
  endAlone(entry: Entry): void;
  isSomeoneAlone(): boolean;
  /** Nothing is being read, checked or written. */
  isQuiet(): boolean;
  /** A suspect may be checked. */
  isClear(): boolean;
  /** There is room for more files beside those that are held and wait to be checked. */
  hasRoom(): boolean;

  /** Out of every queue; what it holds goes too. */
  leave(entry: Entry): void;
}

export function createTraffic(held: HeldBytes): Traffic {
  const toRead: Entry[] = [];
  const toCheck: Entry[] = [];
  const suspects: Entry[] = [];
  const folders: Folder[] = [];
  /** By SHA-256. */
  const inFlight = new Map<string, Entry>();
  let look = (): void => {};
  let reading = false;
  let unpacking: 'none' | 'waiting' | 'busy' = 'none';
  let alone: Entry | null = null;

  const isQuiet = (): boolean => !alone && inFlight.size === 0 && toCheck.length === 0 && !reading;

  /** The archive is unpacked once more, for all files of it that are to be read again. */
  function fetchAgain(entry: Entry): void {
    const { archive, path } = entry.inside!;
    const waiting = folders.find((folder) => folder.wanted !== null && folder.entry.file === archive.file);
    if (waiting) {
      waiting.wanted!.set(path, entry);
      return;
    }
    // Has no line of its own in the list of jobs.
    const again = newEntry({ ...archive.job, state: 'unpacking' }, archive.file, null);
    again.fileId = archive.fileId;
    folders.push({ entry: again, bytes: null, wanted: new Map([[path, entry]]) });
  }

  return {
    wake: () => look(),
    onWake(callback) {
      look = callback;
    },
    queueToRead: (entry) => void toRead.push(entry),
    nextToRead: () => toRead[0],
    takeToRead: () => toRead.shift(),
    roomAhead: () => READ_AHEAD - toCheck.length,
    setReading(is) {
      reading = is;
    },
    queueToCheck: (entry) => void toCheck.push(entry),
    takeToCheck: () => toCheck.shift(),
    queueSuspect: (entry) => void suspects.push(entry),
    takeSuspect: () => suspects.shift(),
    queueFolder(entry, bytes) {
      const isFirst = unpacking === 'none' && folders.length === 0;
      if (!isFirst) held.letGo(entry);
      folders.push({ entry, bytes: isFirst ? bytes : null, wanted: null });
    },
    takeFolder: () => folders.shift(),
    setUnpacking(state) {
      unpacking = state;
    },
    queueAgain(entry) {
      if (entry.inside) fetchAgain(entry);
      else toRead.unshift(entry);
    },
    leaderOf: (fileId) => inFlight.get(fileId),
    depart: (fileId, leader) => void inFlight.set(fileId, leader),
    arrive: (fileId) => void inFlight.delete(fileId),
    holdAlone(entry) {
      alone = entry;
    },
    endAlone(entry) {
      if (alone === entry) alone = null;
    },
    isSomeoneAlone: () => alone !== null,
    isQuiet,
    isClear: () => isQuiet() && unpacking !== 'busy',
    hasRoom: () => !held.isFull() && toCheck.length < READ_AHEAD,
    leave(entry) {
      for (const list of [toRead, toCheck, suspects]) {
        const index = list.indexOf(entry);
        if (index < 0) continue;
        list.splice(index, 1);
        held.letGo(entry);
      }
    },
  };
}
