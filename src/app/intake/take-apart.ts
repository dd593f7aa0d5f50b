// Takes one archive apart, step by step as there is room, and says how far it came. What cannot be unpacked ends as a failed job.
import type { UnpackedPart } from '../../bridge/api.ts';
import type { Interruption, Pool } from '../../bridge/pool.ts';
import { FAILURES, failure } from '../../core/model/outcome.ts';
import type { Failure } from '../../core/model/outcome.ts';
import type { CrashJournal } from '../crash-journal.ts';
import type { ArchiveResult } from '../import-record.ts';
import type { Ends } from './ends.ts';
import type { HeldBytes } from './held-bytes.ts';
import { isActive } from './job.ts';
import type { Entry, Folder } from './job.ts';
import type { PartsOfArchive } from './parts-of-archive.ts';

/** Files of one archive: an archive of all reports of a province has some hundred. */
const MOST_PARTS = 5000;
const ENDED: Partial<Record<Interruption, string>> = {
  crashed: '解压时中断',
  'not-loaded': '没有解压：负责解压的那部分程序没有载入',
};

export interface TakeApartParts {
  readonly pool: Pick<Pool, 'unpack'>;
  readonly journal: CrashJournal;
  readonly held: HeldBytes;
  readonly parts: PartsOfArchive;
  readonly ends: Ends;
  /** Milliseconds a step may take, for the sentence. */
  readonly deadline: number;
  /** Resolves when the next step may be taken. */
  readonly myTurn: () => Promise<void>;
  /** The step is over, the next is not begun. */
  readonly stepOver: () => void;
}

/** Nobody wants anything of it any more. */
export function isMoot({ entry, wanted }: Folder): boolean {
  return !isActive(entry) || (wanted !== null && ![...wanted.values()].some(isActive));
}

/** null: it was cancelled, or what was wanted of it. */
export async function takeApart(folder: Folder, bytes: Uint8Array, around: TakeApartParts): Promise<ArchiveResult | null> {
  const { pool, journal, held, parts, ends, deadline, myTurn, stepOver } = around;
  const { entry, wanted } = folder;
  const { name } = entry.job;
  const result = { unpacked: 0, notUnpacked: 0, pictures: 0, failure: null as Failure | null };
  /** Files that cannot be had are told one by one as soon as there is one that can, or another reason. */
  const untold: { readonly path: string; readonly failure: Failure }[] = [];

  function tell(): void {
    for (const each of untold.splice(0)) {
      result.notUnpacked += 1;
      void ends.fail(parts.jobOf(folder, each.path, 0), each.failure);
    }
  }

  function tellSoon(path: string, why: Failure): void {
    if (untold[0] && untold[0].failure.code !== why.code) tell();
    untold.push({ path, failure: why });
    if (result.unpacked > 0 || result.notUnpacked > 0) tell();
  }

  function take(part: UnpackedPart): Entry | null {
    const path = part.path.startsWith(`${name}/`) ? part.path.slice(name.length + 1) : '';
    if (wanted && !wanted.has(path)) return null;
    if (!part.ok) {
      // Without a path the archive itself has nothing in it that can be read.
      if (path === '') result.failure = part.failure;
      else tellSoon(path, part.failure);
      return null;
    }
    tell();
    result.unpacked += 1;
    const job = parts.jobOf(folder, path, part.bytes.byteLength);
    return parts.hold(job, part.bytes) ? job : null;
  }

  const session = pool.unpack(bytes, name, { signal: entry.controller!.signal });
  try {
    for (let over = false; !over; ) {
      if (isMoot(folder)) return null;
      await myTurn();
      if (isMoot(folder)) return null;
      journal.begin(entry.fileId!, name);
      const settled = await session.next(held.room());
      journal.pause(entry.fileId!);
      stepOver();
      if (!isActive(entry)) return null;
      if (!settled.ok) {
        if (settled.reason === 'cancelled') return null;
        const why = ENDED[settled.reason] ?? `解压超过 ${Math.round(deadline / 1000)} 秒仍未完成`;
        const soFar = result.unpacked > 0 ? `，只读出前 ${result.unpacked} 个文件，其余没有读取` : '';
        result.failure = failure(name, settled.reason, `${why}${soFar}`);
        break;
      }
      over = settled.value.over;
      result.pictures = settled.value.pictures;
      await parts.takeIn(settled.value.parts.map(take).filter((each): each is Entry => each !== null));
      if (!over && result.unpacked + result.notUnpacked >= MOST_PARTS) {
        const why = `里的文件超过 ${MOST_PARTS} 个，只读出前 ${result.unpacked} 个，其余没有读取`;
        result.failure = failure(name, 'too-large', why);
        break;
      }
    }
  } finally {
    session.close();
  }
  if (!isActive(entry)) return null;
  const [reason] = untold;
  // One sentence for an archive that is locked as a whole, instead of one for each file in it.
  if (!result.failure && !wanted && untold.length > 1 && reason) {
    const { code } = reason.failure;
    result.failure = failure(name, code, `里的 ${untold.length} 个文件都没有读取：${FAILURES[code].title}`);
    untold.length = 0;
  }
  tell();
  return result;
}
