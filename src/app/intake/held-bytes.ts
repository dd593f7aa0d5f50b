// How many bytes the intake holds: of files that were read and whose results are not yet written away. Bounded, or a folder of
// thousands would take the page down.
import type { Entry } from './job.ts';

const MB = 1024 * 1024;
/** Bytes read and not yet written away. */
const MOST_HELD = 64 * MB;
/** Bytes read, or unpacked, at a time. */
export const BATCH_BYTES = 16 * MB;

export interface HeldBytes {
  hold(entry: Entry, bytes: number): void;
  letGo(entry: Entry): void;
  isNothing(): boolean;
  isFull(): boolean;
  /** Whether so many more may be held. More than may be held at all go when nothing else is. */
  fits(bytes: number): boolean;
  /** What is left, at least 1 and at most one batch. */
  room(): number;
}

export function createHeldBytes(): HeldBytes {
  let held = 0;
  return {
    hold(entry, bytes) {
      held += bytes;
      entry.held += bytes;
    },
    letGo(entry) {
      held -= entry.held;
      entry.held = 0;
      entry.bytes = null;
    },
    isNothing: () => held === 0,
    isFull: () => held >= MOST_HELD,
    fits: (bytes) => held === 0 || held + bytes <= MOST_HELD,
    room: () => Math.min(BATCH_BYTES, Math.max(1, MOST_HELD - held)),
  };
}
