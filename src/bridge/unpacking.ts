// An archive taken apart step by step in a worker of its own: the page's side. Knows nothing of what the parts are.
import type { UnpackedParts } from './api.ts';
import type { Crew, Settled, TaskOptions } from './crew.ts';

export interface Unpacking {
  /** The next files, at least one and more up to `most` bytes. Each step has a deadline of its own. */
  next(most: number): Promise<Settled<UnpackedParts>>;
  /** Ends the worker and gives its memory back. */
  close(): void;
}

/** @param crew one worker that is never let go, which belongs to the session from here on */
export function openUnpacking(crew: Crew, bytes: Uint8Array, path: string, options: TaskOptions = {}): Unpacking {
  let opened = false;
  return {
    next: (most) =>
      crew.ask<UnpackedParts>(async (examiner) => {
        if (!opened) {
          opened = true;
          await examiner.openFolder(bytes, path);
        }
        return (await examiner.nextParts(most)) as UnpackedParts;
      }, options),
    close: () => crew.close(),
  };
}
