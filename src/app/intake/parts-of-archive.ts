// Files out of an archive become jobs like files out of a drop.
import { failure } from '../../core/model/outcome.ts';
import type { Ends } from './ends.ts';
import type { HeldBytes } from './held-bytes.ts';
import type { Identifying } from './identifying.ts';
import { isActive } from './job.ts';
import type { Entry, Folder } from './job.ts';
import type { JobList } from './job-list.ts';

export interface PartsOfArchive {
  /** The job of a file in an archive: a new one, or the one that waits for it. `inner`: its path inside. */
  jobOf(folder: Folder, inner: string, size: number): Entry;
  /** Holds the bytes of a part until it is checked; false if nobody wants it any more. */
  hold(part: Entry, bytes: Uint8Array): boolean;
  /** Parts whose bytes are held go the way of files that were read. */
  takeIn(parts: readonly Entry[]): Promise<void>;
}

export interface PartsOfArchiveParts {
  readonly list: JobList;
  readonly held: HeldBytes;
  readonly identifying: Identifying;
  readonly ends: Ends;
  readonly now: () => number;
}

export function createPartsOfArchive({ list, held, identifying, ends, now }: PartsOfArchiveParts): PartsOfArchive {
  return {
    jobOf({ entry: archive, wanted }, inner, size) {
      const waiting = wanted?.get(inner);
      if (waiting) {
        list.setSize(waiting, size);
        return waiting;
      }
      const cut = inner.lastIndexOf('/');
      const outside = archive.job.path ? `${archive.job.path}/${archive.job.name}` : archive.job.name;
      const path = cut < 0 ? outside : `${outside}/${inner.slice(0, cut)}`;
      return list.add({ name: inner.slice(cut + 1), path, size }, null, { archive, path: inner });
    },

    hold(part, bytes) {
      if (!isActive(part)) return false;
      held.hold(part, bytes.byteLength);
      part.bytes = bytes;
      return true;
    },

    async takeIn(parts) {
      for (const entry of parts) {
        if (entry.job.size === 0) {
          held.letGo(entry);
          void ends.fail(entry, failure(entry.job.name, 'empty'));
          continue;
        }
        entry.controller = new AbortController();
        list.change(entry, 'reading', { startedAt: now() });
      }
      const some = parts.filter(isActive);
      await identifying.bringIn(
        some,
        some.map(({ bytes }) => bytes),
      );
    },
  };
}
