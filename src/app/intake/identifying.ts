// Files whose bytes are here get their name, the SHA-256 of the bytes, and their place among those that wait to be checked. Files out of
// an archive come this way like files out of a batch.
import type { Pool } from '../../bridge/pool.ts';
import { hex } from '../../bridge/sha-256.ts';
import { failure } from '../../core/model/outcome.ts';
import type { CrashJournal } from '../crash-journal.ts';
import type { FileBytes } from '../incoming/read-files.ts';
import type { Ends } from './ends.ts';
import type { HeldBytes } from './held-bytes.ts';
import { isActive } from './job.ts';
import type { Entry } from './job.ts';
import type { Traffic } from './traffic.ts';

/** The page ended twice while this file was being checked, the second time with no other beside it. */
const TOO_MANY_STRIKES = 2;

export interface Identifying {
  /** Bytes in the order of the entries; null: could not be read. Never rejects. */
  bringIn(entries: readonly Entry[], bytes: readonly FileBytes[]): Promise<void>;
  /** The page ended while it was being checked, or unpacked. */
  isSuspect(entry: Entry): boolean;
}

export interface IdentifyingParts {
  readonly pool: Pick<Pool, 'digest'>;
  /** null on plain http: then the workers compute the hash. */
  readonly subtle: Pick<SubtleCrypto, 'digest'> | null;
  readonly journal: CrashJournal;
  readonly held: HeldBytes;
  readonly traffic: Traffic;
  readonly ends: Ends;
}

export function createIdentifying({ pool, subtle, journal, held, traffic, ends }: IdentifyingParts): Identifying {
  async function identify(entry: Entry, bytes: FileBytes): Promise<void> {
    if (!isActive(entry)) return;
    if (!bytes) {
      void ends.fail(entry, failure(entry.job.name, 'unreadable', '在选择之后被移动、删除或修改，无法读取'));
    } else if (subtle) {
      const digest = await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
      entry.fileId = hex(new Uint8Array(digest));
      entry.bytes = bytes;
    } else {
      const digested = await pool.digest(bytes, { signal: entry.controller!.signal });
      if (digested.ok) {
        entry.fileId = digested.value.id;
        entry.bytes = digested.value.bytes;
      } else void ends.interrupted(entry, digested.reason);
    }
  }

  const isSuspect = ({ fileId }: Entry): boolean => fileId !== null && journal.strikes(fileId) > 0;

  function place(entry: Entry): void {
    if (!isActive(entry) || entry.fileId === null) held.letGo(entry);
    else if (!entry.insisted && journal.strikes(entry.fileId) >= TOO_MANY_STRIKES) {
      held.letGo(entry);
      void ends.fail(entry, failure(entry.job.name, 'crashed', '曾两次使页面意外关闭，这次没有处理'));
    } else if (isSuspect(entry)) traffic.queueSuspect(entry);
    else traffic.queueToCheck(entry);
  }

  return {
    isSuspect,
    async bringIn(entries, bytes) {
      await Promise.all(
        entries.map((entry, index) =>
          identify(entry, bytes[index] ?? null).catch(() => void ends.fail(entry, failure(entry.job.name, 'crashed'))),
        ),
      );
      // Hashes come in any order; of two files with the same bytes the first dropped is the one that is kept.
      for (const entry of entries) place(entry);
    },
  };
}
