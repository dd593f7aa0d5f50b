// Reads kept originals again after the reader has improved, and says what changed. What was kept stays if that fails.
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Pool } from '../../bridge/pool.ts';
import { CORE_VERSION } from '../../core/version.ts';
import type { ImportRecord, StoredFile, StoredReport } from '../../store/records.ts';
import { createCrashJournal } from '../crash-journal.ts';
import type { CrashJournal } from '../crash-journal.ts';
import { wishes } from '../create-library.ts';
import type { Library } from '../create-library.ts';
import { importRecord } from '../import-record.ts';

/** What came of one file. */
export interface RereadResult {
  readonly fileId: string;
  readonly name: string;
  /** `kept`: it could not be read again, so the earlier result stays. */
  readonly outcome: 'same' | 'changed' | 'kept' | 'cancelled';
  /** Chinese: what changed, or why it could not be read. */
  readonly sentence: string;
}

export interface RereadProgress {
  readonly total: number;
  readonly done: number;
}

/** Files read by an earlier version, by what can be done with them. */
export interface RereadChoice {
  /** The original is kept. */
  readonly able: readonly StoredFile[];
  /** There are results and no original. */
  readonly without: readonly StoredFile[];
  /** There are no results either: files that could not be read are not kept. */
  readonly failed: readonly StoredFile[];
}

export interface Rereading {
  /** Not null while files are being read. */
  readonly progress: ReadonlySignal<RereadProgress | null>;
  /** Of the last run, in the order in which they ended; empty when it is put away. */
  readonly results: ReadonlySignal<readonly RereadResult[]>;
  choose(files: readonly StoredFile[]): RereadChoice;
  /** One run at a time: does nothing while one is going on. */
  reread(fileIds: readonly string[]): Promise<void>;
  /** What is being read stays as it was. */
  cancel(): void;
  /** Puts the results of the last run away. */
  forget(): void;
}

export interface RereadingOptions {
  readonly library: Pick<Library, 'findFile' | 'readOriginal' | 'openReport' | 'addFile' | 'checkOptions' | 'onClear' | 'turns'>;
  readonly pool: Pick<Pool, 'size' | 'examine'>;
  readonly journal?: CrashJournal;
  readonly coreVersion?: string;
}

/** The page ended twice while this file was being read. */
const TOO_MANY_STRIKES = 2;

export function createRereading({
  library,
  pool,
  journal = createCrashJournal(null),
  coreVersion = CORE_VERSION,
}: RereadingOptions): Rereading {
  const progress = signal<RereadProgress | null>(null);
  const results = signal<readonly RereadResult[]>([]);
  let controller: AbortController | null = null;

  async function readAgain(fileId: string, abort: AbortSignal): Promise<RereadResult> {
    const file = library.findFile(fileId);
    if (!file) return { fileId, name: '', outcome: 'kept', sentence: '这个文件已被删除。' };
    const { name, path, size, addedAt } = file;
    const say = (outcome: RereadResult['outcome'], sentence: string): RereadResult => ({ fileId, name, outcome, sentence });
    const stays = '原来的结果保留。';
    if (abort.aborted) return say('cancelled', `已取消，${stays}`);
    if (journal.strikes(fileId) >= TOO_MANY_STRIKES) return say('kept', `曾两次使页面意外关闭，没有重读，${stays}`);
    const original = await library.readOriginal(fileId);
    if (!original) return say('kept', `本机没有它的原件，${stays}请重新导入。`);
    const before = await openAll(file.reportIds);
    const options = library.checkOptions.value;
    // A copy goes: tables in memory give out their own bytes.
    journal.begin(fileId, name);
    const settled = await pool.examine(original.slice(), name, options, { signal: abort });
    // What was cancelled may still be what takes the page down.
    if (settled.ok || settled.reason !== 'cancelled') journal.end(fileId);
    else journal.pause(fileId);
    if (!settled.ok) {
      if (settled.reason === 'cancelled') return say('cancelled', `已取消，${stays}`);
      if (settled.reason === 'not-loaded') {
        return say('kept', `负责读取的那部分程序没有载入，${stays}请确认网络正常，刷新页面后再重读。`);
      }
      return say('kept', `${settled.reason === 'timeout' ? '读取超时' : '读取中断'}，${stays}`);
    }
    const examination = settled.value;
    if (examination.ok === 'folder') return say('kept', `压缩包要重新导入才能逐个读取，${stays}`);
    if (!examination.ok) return say('kept', `新版没有读出来：${examination.failure.message}${stays}`);
    // Removed, or imported again, while it was being read.
    if (library.findFile(fileId) !== file) return say('kept', '这个文件刚刚被删除或重新导入，没有改动。');
    const incoming = { id: fileId, name, path, size, addedAt, coreVersion, checkedWith: wishes(options) };
    const record = withoutRemoved(importRecord(incoming, examination), file);
    try {
      await library.addFile(record);
    } catch {
      return say('kept', `新的结果无法保存，${stays}`);
    }
    const after = await openAll(record.file.reportIds);
    const changes = changesOf(before, after);
    const lost = before.length !== after.length && before.some(({ overrides }) => isCorrected(overrides)) ? '原来的手工改正没有沿用。' : '';
    if (changes.length === 0) return say('same', '读出的内容和问题都没有变化。');
    return say('changed', `${changes.join('；')}。${lost}`);
  }

  /** Another window may be reading it as well. */
  async function readInTurn(fileId: string, name: string, abort: AbortSignal): Promise<RereadResult> {
    const release = await library.turns.take(`file:${fileId}`);
    if (!release) return { fileId, name, outcome: 'kept', sentence: '另一个窗口正在读取这个文件，以那里的结果为准。' };
    try {
      return await readAgain(fileId, abort);
    } finally {
      release();
    }
  }

  async function openAll(ids: readonly string[]): Promise<readonly StoredReport[]> {
    const all = await Promise.all(ids.map((id) => library.openReport(id)));
    return all.filter((each): each is StoredReport => each !== null);
  }

  async function reread(fileIds: readonly string[]): Promise<void> {
    if (progress.value || fileIds.length === 0) return;
    const abort = new AbortController();
    controller = abort;
    results.value = [];
    progress.value = { total: fileIds.length, done: 0 };
    const all = [...new Set(fileIds)];
    // What took the page down once goes last, with nothing beside it.
    const suspects = all.filter((id) => journal.strikes(id) > 0);
    const waiting = all.filter((id) => !suspects.includes(id));
    const lane = async (): Promise<void> => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        const fileId = id;
        const name = library.findFile(fileId)?.name ?? '';
        const result = await readInTurn(fileId, name, abort.signal).catch((): RereadResult => {
          return { fileId, name, outcome: 'kept', sentence: '读取时程序出错，原来的结果保留。' };
        });
        results.value = [...results.value, result];
        progress.value = { total: fileIds.length, done: results.value.length };
      }
    };
    await Promise.all(Array.from({ length: pool.size }, lane));
    waiting.push(...suspects);
    await lane();
    progress.value = null;
  }

  library.onClear(() => {
    controller?.abort();
    results.value = [];
  });

  return {
    progress,
    results,
    choose(files) {
      const old = files.filter((file) => file.coreVersion !== coreVersion);
      return {
        able: old.filter(({ keepsOriginal, reportIds }) => keepsOriginal && reportIds.length > 0),
        without: old.filter(({ keepsOriginal, reportIds }) => !keepsOriginal && reportIds.length > 0),
        failed: old.filter(({ failure }) => failure !== null),
      };
    },
    reread,
    cancel: () => controller?.abort(),
    forget() {
      results.value = [];
    },
  };
}

const isCorrected = ({ organ, year }: StoredReport['overrides']): boolean => organ !== undefined || year !== undefined;

/** Reports that a person has removed one by one stay removed, as long as the file still holds as many. */
function withoutRemoved(record: ImportRecord, before: StoredFile): ImportRecord {
  const { file } = record;
  if (before.removedReports === 0 || before.reportIds.length + before.removedReports !== file.reportIds.length) return record;
  const stays = new Set(before.reportIds);
  return {
    ...record,
    file: { ...file, reportIds: file.reportIds.filter((id) => stays.has(id)), removedReports: before.removedReports },
    reports: record.reports.filter(({ id }) => stays.has(id)),
    summaries: record.summaries.filter(({ id }) => stays.has(id)),
  };
}

/** What is different, each in a few words; nothing where all is as it was. */
function changesOf(before: readonly StoredReport[], after: readonly StoredReport[]): readonly string[] {
  const changes: string[] = [];
  if (before.length !== after.length) changes.push(`报告由 ${before.length} 份变为 ${after.length} 份`);
  const findings = (of: readonly StoredReport[]) =>
    new Set(of.flatMap(({ id, findings: all }) => all.map(({ fingerprint }) => `${id} ${fingerprint}`)));
  const was = findings(before);
  const is = findings(after);
  const gone = [...was].filter((each) => !is.has(each)).length;
  const fresh = [...is].filter((each) => !was.has(each)).length;
  if (gone + fresh > 0) changes.push(`问题由 ${was.size} 个变为 ${is.size} 个（消失 ${gone} 个，新增 ${fresh} 个）`);
  const sure = (of: readonly StoredReport[]): number =>
    of.reduce((sum, { report }) => sum + report.facts.filter(({ certainty }) => certainty === 'sure').length, 0);
  const facts = (of: readonly StoredReport[]) =>
    JSON.stringify(of.map(({ report }) => report.facts.map(({ key, value, raw, certainty }) => [key, value, raw, certainty])));
  if (sure(before) !== sure(after)) changes.push(`确定的格子由 ${sure(before)} 个变为 ${sure(after)} 个`);
  else if (facts(before) !== facts(after)) changes.push('有的格子读出的内容变了');
  const notes = (of: readonly StoredReport[]): number => of.reduce((sum, { report }) => sum + report.notes.length, 0);
  if (changes.length === 0 && notes(before) !== notes(after)) changes.push('读取说明有变化');
  return changes;
}
