// Archives wait here to be taken apart, one after the other; one that took the page down while it was unpacked goes when nothing else
// is under way. What there is to say of an archive as a whole is said at its end.
import type { Pool } from '../../bridge/pool.ts';
import { failure } from '../../core/model/outcome.ts';
import type { CrashJournal } from '../crash-journal.ts';
import type { Library } from '../create-library.ts';
import { archiveRecord } from '../import-record.ts';
import type { ArchiveResult } from '../import-record.ts';
import { readFiles } from '../incoming/read-files.ts';
import type { Ends } from './ends.ts';
import type { HeldBytes } from './held-bytes.ts';
import type { Identifying } from './identifying.ts';
import { isActive } from './job.ts';
import type { Entry, Folder } from './job.ts';
import type { JobList } from './job-list.ts';
import type { PartsOfArchive } from './parts-of-archive.ts';
import { isMoot, takeApart } from './take-apart.ts';
import type { Traffic } from './traffic.ts';

export interface Archives {
  /** Takes the next step, if it is its turn, and the next archive, if none is being taken apart. */
  goOn(): void;
  /** Whoever has just been cancelled: what is done for nobody ends. */
  stopFor(entry: Entry): void;
}

export interface ArchivesParts {
  readonly library: Pick<Library, 'openLibrary' | 'findFile' | 'addFile' | 'dropFile'>;
  readonly pool: Pick<Pool, 'unpack'>;
  readonly journal: CrashJournal;
  readonly list: JobList;
  readonly held: HeldBytes;
  readonly traffic: Traffic;
  readonly identifying: Identifying;
  readonly parts: PartsOfArchive;
  readonly ends: Ends;
  readonly deadline: number;
}

export function createArchives(around: ArchivesParts): Archives {
  const { library, journal, list, held, traffic, identifying, ends } = around;
  /** Being taken apart. */
  let current: Folder | null = null;
  /** Set while it waits for its turn: takes the next step. */
  let step: (() => void) | null = null;

  function isItsTurn({ entry }: Folder): boolean {
    if (traffic.isSomeoneAlone()) return false;
    // Nothing beside it, the files of it neither.
    return identifying.isSuspect(entry) ? traffic.isQuiet() && held.isNothing() : traffic.hasRoom();
  }

  function myTurn(): Promise<void> {
    return new Promise((resolve) => {
      const { entry } = current!;
      step = () => {
        step = null;
        traffic.setUnpacking('busy');
        if (identifying.isSuspect(entry)) traffic.holdAlone(entry);
        resolve();
      };
      traffic.setUnpacking('waiting');
      traffic.wake();
    });
  }

  async function unpackNext(folder: Folder): Promise<void> {
    const { entry } = folder;
    try {
      await library.openLibrary();
      if (!isMoot(folder)) await unpack(folder);
    } catch {
      endWith(folder, failure(entry.job.name, 'crashed'));
    } finally {
      held.letGo(entry);
      // What was cancelled may still be what takes the page down.
      if (entry.fileId !== null && !isMoot(folder)) journal.end(entry.fileId);
      traffic.endAlone(entry);
      current = null;
      traffic.setUnpacking('none');
    }
    traffic.wake();
  }

  async function unpack(folder: Folder): Promise<void> {
    const { entry, wanted } = folder;
    entry.controller ??= new AbortController();
    const [read] = folder.bytes ? [folder.bytes] : await readFiles([{ file: entry.file!, size: entry.job.size }], false);
    const missing = failure(entry.job.name, 'unreadable', '在选择之后被移动、删除或修改，无法读取');
    if (!read) {
      endWith(folder, missing);
      return;
    }
    held.letGo(entry);
    const result = await takeApart(folder, read, { ...around, myTurn, stepOver: () => traffic.endAlone(entry) });
    if (!result) return;
    if (wanted) failRest(wanted, result.failure ?? missing);
    else await sayEnd(entry, result);
  }

  /** It could not be taken apart at all. */
  function endWith(folder: Folder, why: ReturnType<typeof failure>): void {
    if (folder.wanted) failRest(folder.wanted, why);
    if (isActive(folder.entry)) void ends.fail(folder.entry, why);
  }

  /** Files that were wanted and did not come. */
  function failRest(wanted: NonNullable<Folder['wanted']>, why: ReturnType<typeof failure>): void {
    for (const each of wanted.values()) if (each.bytes === null && each.job.state === 'queued') void ends.fail(each, why);
  }

  async function sayEnd(entry: Entry, result: ArchiveResult): Promise<void> {
    const { unpacked, notUnpacked, pictures, failure: broken } = result;
    ends.forgetFailedAttempt(entry, entry.fileId);
    const record = archiveRecord(ends.incoming(entry), result);
    if (record) await library.addFile(record).catch(() => {});
    // Earlier versions kept the reports of an archive under the archive.
    else if (library.findFile(entry.fileId!)) await library.dropFile(entry.fileId!);
    if (broken) {
      list.change(entry, 'failed', { message: broken.message });
      return;
    }
    const said = [`里面的 ${unpacked} 个文件已逐个导入`];
    if (notUnpacked > 0) said.push(`${notUnpacked} 个没能解压`);
    if (pictures > 0) said.push(`另有 ${pictures} 张图片没有读取`);
    list.change(entry, 'unpacked', { message: `${said.join('，')}。` });
  }

  return {
    goOn() {
      if (current && step && isItsTurn(current)) step();
      if (current) return;
      current = traffic.takeFolder() ?? null;
      if (!current) return;
      traffic.setUnpacking('busy');
      void unpackNext(current);
    },
    stopFor(entry) {
      if (!current || !isMoot(current)) return;
      if (current.entry !== entry && !current.wanted) return;
      current.entry.controller?.abort();
      step?.();
    },
  };
}
