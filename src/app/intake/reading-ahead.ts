// Reads files in batches ahead of the checks, as many as may be held.
import type { Library } from '../create-library.ts';
import { readFiles } from '../incoming/read-files.ts';
import { BATCH_BYTES } from './held-bytes.ts';
import type { HeldBytes } from './held-bytes.ts';
import type { Identifying } from './identifying.ts';
import type { Entry } from './job.ts';
import type { JobList } from './job-list.ts';
import { BATCH_FILES } from './traffic.ts';
import type { Traffic } from './traffic.ts';

export interface ReadingAheadParts {
  readonly library: Pick<Library, 'openLibrary'>;
  readonly list: JobList;
  readonly held: HeldBytes;
  readonly traffic: Traffic;
  readonly identifying: Identifying;
  /** Many files as one Blob. */
  readonly asBatch: boolean;
  readonly now: () => number;
}

/** What it gives reads on, if there is anything and room for it. */
export function createReadingAhead({ library, list, held, traffic, identifying, asBatch, now }: ReadingAheadParts): () => Promise<void> {
  let reading = false;

  /** There is something to read and room for it; without room it would be asked again and again. */
  function canBegin(): boolean {
    const next = traffic.nextToRead();
    return next !== undefined && traffic.roomAhead() > 0 && held.fits(next.job.size);
  }

  function nextBatch(): readonly Entry[] {
    const some: Entry[] = [];
    const most = Math.min(BATCH_FILES, traffic.roomAhead());
    let bytes = 0;
    for (let next = traffic.nextToRead(); next && some.length < most; next = traffic.nextToRead()) {
      const { size } = next.job;
      if ((some.length > 0 && bytes + size > BATCH_BYTES) || !held.fits(size)) break;
      traffic.takeToRead();
      bytes += size;
      held.hold(next, size);
      some.push(next);
    }
    return some;
  }

  return async function readOn() {
    if (reading || !canBegin()) return;
    reading = true;
    traffic.setReading(true);
    try {
      await library.openLibrary();
      for (let some = nextBatch(); some.length > 0; some = nextBatch()) {
        for (const entry of some) {
          entry.controller = new AbortController();
          list.change(entry, 'reading', { startedAt: now() });
        }
        const chosen = some.map(({ file, job }) => ({ file: file!, size: job.size }));
        await identifying.bringIn(some, await readFiles(chosen, asBatch));
        traffic.wake();
      }
    } finally {
      reading = false;
      traffic.setReading(false);
    }
    traffic.wake();
  };
}
