// How a job can end: kept, failed, a duplicate, interrupted. What becomes of it in the library, and the sentence that says so.
import type { Interruption } from '../../bridge/pool.ts';
import { failure } from '../../core/model/outcome.ts';
import type { Failure } from '../../core/model/outcome.ts';
import type { ImportRecord, StoredFile } from '../../store/records.ts';
import type { Library } from '../create-library.ts';
import { failedRecord } from '../import-record.ts';
import type { Incoming } from '../import-record.ts';
import { isActive, unreadId } from './job.ts';
import type { Entry } from './job.ts';
import type { JobList } from './job-list.ts';

export interface Ends {
  /** What is known of a file before it is examined; without more, as it is when nothing comes of it. */
  incoming(entry: Entry, more?: Partial<Pick<Incoming, 'addedAt' | 'checkedWith'>>): Incoming;
  /** Resolves when it is written, or when it is said that it could not be. */
  keep(entry: Entry, record: ImportRecord): Promise<void>;
  /** The job is over; the file stays listed as failed until someone removes it. Resolves when that is written. */
  fail(entry: Entry, why: Failure): Promise<void>;
  interrupted(entry: Entry, reason: Interruption): Promise<void>;
  /** @param earlier it was here before this import */
  duplicate(entry: Entry, name: string, reportIds: readonly string[], earlier: boolean): void;
  /** Another window has done it. */
  takeFromElsewhere(entry: Entry, file: StoredFile): void;
  /** As it went with the entry that has the same bytes; false if that says nothing of this one. */
  endLike(leader: Entry, entry: Entry): boolean;
  /** The failed attempt before this one is of no interest any more. */
  forgetFailedAttempt(entry: Entry, nowKeptAs: string | null): void;
}

export interface EndsParts {
  readonly library: Pick<Library, 'findFile' | 'addFile' | 'dropFile'>;
  readonly list: JobList;
  readonly now: () => number;
  readonly coreVersion: string;
  /** Milliseconds a file may take, for the sentence. */
  readonly deadline: number;
}

export function createEnds({ library, list, now, coreVersion, deadline }: EndsParts): Ends {
  const drop = (id: string): void => void library.dropFile(id).catch(() => {});

  function incoming(
    entry: Entry,
    { addedAt = now(), checkedWith = '' }: Partial<Pick<Incoming, 'addedAt' | 'checkedWith'>> = {},
  ): Incoming {
    const { name, path, size } = entry.job;
    return { id: entry.fileId ?? unreadId(entry), name, path, size, addedAt, coreVersion, checkedWith };
  }

  function forgetFailedAttempt(entry: Entry, nowKeptAs: string | null): void {
    if (entry.failedAs && entry.failedAs !== nowKeptAs) drop(entry.failedAs);
    entry.failedAs = null;
  }

  async function fail(entry: Entry, why: Failure): Promise<void> {
    list.change(entry, 'failed', { message: why.message });
    const about = incoming(entry);
    // What was read well before stays.
    if (library.findFile(about.id)?.failure === null) return;
    entry.failedAs = about.id;
    await library.addFile(failedRecord(about, why)).catch(() => {});
  }

  async function keep(entry: Entry, record: ImportRecord): Promise<void> {
    const { file } = record;
    if (file.failure) {
      await fail(entry, file.failure);
      return;
    }
    entry.writing = true;
    try {
      await library.addFile(record);
    } catch {
      list.change(entry, 'failed', { message: `“${file.name}”已核验，但结果无法保存。请刷新页面后重新导入。` });
      return;
    } finally {
      entry.writing = false;
    }
    forgetFailedAttempt(entry, file.id);
    const unread = unreadId(entry);
    if (unread !== file.id && library.findFile(unread)) drop(unread);
    const missing = file.partFailures.length;
    list.change(entry, 'done', {
      reportIds: file.reportIds,
      ...(missing > 0 ? { message: `“${file.name}”中有 ${missing} 项未能核验，其余已核验。` } : {}),
    });
  }

  function duplicate(entry: Entry, name: string, reportIds: readonly string[], earlier: boolean): void {
    forgetFailedAttempt(entry, null);
    const message = `与${earlier ? '已导入的' : '同时导入的'}“${name}”内容相同，没有重复导入。`;
    list.change(entry, 'duplicate', { message, reportIds });
  }

  return {
    incoming,
    keep,
    fail,
    async interrupted(entry, reason) {
      if (!isActive(entry)) return;
      if (reason === 'cancelled') {
        list.change(entry, 'cancelled');
        return;
      }
      const detail = reason === 'timeout' ? `处理超过 ${Math.round(deadline / 1000)} 秒仍未完成` : undefined;
      await fail(entry, failure(entry.job.name, reason, detail));
    },
    duplicate,
    takeFromElsewhere(entry, { name, failure: why, reportIds }) {
      if (why) list.change(entry, 'failed', { message: why.message });
      else duplicate(entry, name, reportIds, true);
    },
    endLike(leader, entry) {
      const { state, message, reportIds, name } = leader.job;
      if (state === 'done') duplicate(entry, name, reportIds ?? [], false);
      else if (state === 'unpacking') duplicate(entry, name, [], false);
      else if (state === 'failed') list.change(entry, 'failed', { message: `与“${name}”内容相同。${message ?? ''}` });
      else return false;
      return true;
    },
    forgetFailedAttempt,
  };
}
