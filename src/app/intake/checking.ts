// Checks files in turn: as many beside each other as there are workers, those that took the page down once alone and last, each file
// once among all windows, and files with the same bytes once among themselves.
import type { Pool } from '../../bridge/pool.ts';
import { failure } from '../../core/model/outcome.ts';
import type { CrashJournal } from '../crash-journal.ts';
import type { Library } from '../create-library.ts';
import { ARCHIVE_FORMAT, importRecord } from '../import-record.ts';
import { wishes } from '../library/wishes.ts';
import type { Ends } from './ends.ts';
import type { HeldBytes } from './held-bytes.ts';
import type { Identifying } from './identifying.ts';
import { isActive } from './job.ts';
import type { Entry } from './job.ts';
import type { JobList } from './job-list.ts';
import type { Traffic } from './traffic.ts';

/** Of a file that waits for another window. */
const ELSEWHERE = '另一个窗口正在核验这个文件，完成后这里会显示它的结果。';

export interface CheckingParts {
  readonly library: Pick<Library, 'findFile' | 'worthReading' | 'checkOptions' | 'turns' | 'catchUp' | 'hasCompany'>;
  readonly pool: Pick<Pool, 'size' | 'examine'>;
  readonly journal: CrashJournal;
  readonly list: JobList;
  readonly held: HeldBytes;
  readonly traffic: Traffic;
  readonly identifying: Identifying;
  readonly ends: Ends;
  readonly now: () => number;
  readonly coreVersion: string;
}

/** What it gives begins as many checks as may begin now. */
export function createChecking(parts: CheckingParts): () => void {
  const { library, pool, journal, list, held, traffic, identifying, ends, now, coreVersion } = parts;
  /** Entries that count as being at a worker. */
  const atWork = new Set<Entry>();

  function stopWork(entry: Entry): void {
    atWork.delete(entry);
    traffic.endAlone(entry);
  }

  /** An archive may have lost files since that it would bring again. */
  function known(fileId: string) {
    const file = library.findFile(fileId);
    return file?.format === ARCHIVE_FORMAT ? null : file;
  }

  /** Settles what needs no check, and starts the check of the rest. */
  function begin(entry: Entry): void {
    if (!isActive(entry)) {
      held.letGo(entry);
      return;
    }
    const fileId = entry.fileId!;
    const here = known(fileId);
    if (here && !library.worthReading(here)) {
      held.letGo(entry);
      ends.duplicate(entry, here.name, here.reportIds, true);
      return;
    }
    const leader = traffic.leaderOf(fileId);
    if (leader) {
      held.letGo(entry);
      leader.followers.push(entry);
      return;
    }
    traffic.depart(fileId, entry);
    atWork.add(entry);
    if (identifying.isSuspect(entry)) traffic.holdAlone(entry);
    list.change(entry, 'checking');
    void inTurn(entry, fileId, library.findFile(fileId)?.addedAt ?? now());
  }

  /** Of several windows one checks a file; the others go on with something else and take what came of it. */
  async function inTurn(entry: Entry, fileId: string, addedAt: number): Promise<void> {
    const key = `file:${fileId}`;
    let release = await library.turns.take(key);
    const waits = release === null;
    try {
      if (waits) {
        stopWork(entry);
        if (isActive(entry)) list.change(entry, 'queued', { message: ELSEWHERE });
        traffic.wake();
        release = await library.turns.wait(key, entry.controller!.signal);
      }
      if (isActive(entry) && (waits || library.hasCompany())) await library.catchUp([fileId]).catch(() => {});
      const there = known(fileId);
      const isDone = there && (waits ? there.coreVersion === coreVersion : !library.worthReading(there));
      if (isActive(entry)) {
        if (isDone) ends.takeFromElsewhere(entry, there);
        else await examine(entry, fileId, addedAt);
      }
    } catch {
      if (isActive(entry)) await ends.fail(entry, failure(entry.job.name, 'crashed'));
    } finally {
      stopWork(entry);
      if (entry.job.state !== 'unpacking') held.letGo(entry);
      traffic.arrive(fileId);
      settleFollowers(entry);
      traffic.wake();
      release?.();
    }
  }

  async function examine(entry: Entry, fileId: string, addedAt: number): Promise<void> {
    const { name } = entry.job;
    const options = library.checkOptions.value;
    if (!atWork.has(entry)) {
      atWork.add(entry);
      list.change(entry, 'checking');
    }
    const bytes = entry.bytes!;
    // Transferred from here on.
    entry.bytes = null;
    journal.begin(fileId, name);
    const settled = await pool.examine(bytes, name, options, { signal: entry.controller!.signal });
    // An archive is done with when it is unpacked; what was cancelled may still be what takes the page down.
    const isDone = settled.ok ? settled.value.ok !== 'folder' : settled.reason !== 'cancelled';
    if (isDone) journal.end(fileId);
    else journal.pause(fileId);
    // The worker is free; what follows is waiting for the store.
    stopWork(entry);
    traffic.wake();
    if (!isActive(entry)) return;
    if (!settled.ok) await ends.interrupted(entry, settled.reason);
    else if (settled.value.ok === 'folder') {
      list.change(entry, 'unpacking');
      traffic.queueFolder(entry, settled.value.bytes);
    } else {
      const incoming = ends.incoming(entry, { addedAt, checkedWith: wishes(options) });
      await ends.keep(entry, importRecord(incoming, settled.value));
    }
  }

  function settleFollowers(leader: Entry): void {
    for (const entry of leader.followers.splice(0)) {
      if (!isActive(entry) || ends.endLike(leader, entry)) continue;
      // The first of them was cancelled, this one was not.
      list.change(entry, 'queued');
      traffic.queueAgain(entry);
    }
  }

  return function start() {
    while (!traffic.isSomeoneAlone() && atWork.size < pool.size) {
      const entry = traffic.takeToCheck();
      if (!entry) break;
      begin(entry);
    }
    // Not before everything else is written: it may end the page again.
    while (traffic.isClear()) {
      const entry = traffic.takeSuspect();
      if (!entry) break;
      begin(entry);
    }
  };
}
