// Everything that is kept, as one file and back: page by page, so that thousands of reports need no more memory than fifty.
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { CheckOptions } from '../../core/check/index.ts';
import { CORE_VERSION } from '../../core/version.ts';
import { createZipWriter, readZip, readZipPart } from '../../export/stored-zip.ts';
import type { ZipPart } from '../../export/stored-zip.ts';
import type { Dismissal, ImportRecord, ReportSummary, StoredFile } from '../../store/records.ts';
import { ORIGINAL_LIMIT } from '../../store/store.ts';
import {
  BACKUP_VERSION,
  DAMAGED,
  DISMISSALS,
  KIND,
  NOTE,
  NOT_OURS,
  readDismissals,
  readNote,
  readPage,
  SETTINGS,
  writePage,
} from './backup-records.ts';
import type { BackupNote } from './backup-records.ts';
import type { Library } from '../create-library.ts';
import { writeSettings } from '../settings/settings-file.ts';
import { countWishes } from '../settings/settings.ts';
import { noteTaken, readTaken, takeBack } from './taken-backup.ts';
import type { TakenBackup } from './taken-backup.ts';

export interface BackupProgress {
  /** `looking`: every byte is compared with its checksum before anything is taken. */
  readonly doing: 'saving' | 'looking' | 'taking';
  /** Files; bytes while looking. */
  readonly done: number;
  readonly total: number;
}

/** `sentence`: Chinese, for the person. */
export type Saved =
  | { readonly ok: true; readonly file: Blob; readonly name: string; readonly sentence: string; readonly note: BackupNote }
  | { readonly ok: false; readonly sentence: string };

export interface Taken {
  readonly ok: boolean;
  /** Chinese: what came in and what did not, or why nothing did. */
  readonly sentence: string;
  /** Something came in that can be taken back, see `lastTaken`. */
  readonly undoable: boolean;
  readonly note: BackupNote | null;
}

export interface Backup {
  /** Not null while something is under way. */
  readonly progress: ReadonlySignal<BackupProgress | null>;
  save(options: { readonly originals: boolean }): Promise<Saved>;
  /** Adds what is not here yet; what is here stays as it is. */
  take(file: File): Promise<Taken>;
  /** The last backup that brought something and can be taken back, also one of an earlier visit. */
  readonly lastTaken: ReadonlySignal<TakenBackup | null>;
  /** Looks up what an earlier visit has left. */
  recall(): Promise<void>;
  /** Takes back what the last backup brought. False: there is none, or it is being done already. */
  undoLast(): Promise<boolean>;
  /** Nothing has happened then: a backup half saved is not handed out, what had come in is taken back. */
  cancel(): void;
}

export interface BackupOptions {
  readonly library: Pick<
    Library,
    | 'openLibrary'
    | 'files'
    | 'summaries'
    | 'dismissals'
    | 'checkOptions'
    | 'readPacked'
    | 'readOriginal'
    | 'findFile'
    | 'addFile'
    | 'dropFile'
    | 'changeDismissals'
    | 'setCheckOptions'
    | 'recheckAll'
    | 'outdated'
    | 'readSetting'
    | 'writeSetting'
    | 'onClear'
  >;
  /** Settings out of a file, without what this program does not know; null: no settings. */
  readonly readOptions: (text: string) => CheckOptions | null;
  readonly program?: string;
  readonly now?: () => number;
}

const FILES_IN_PAGE = 50;
/** Bytes of originals in one page. */
const PAGE_BYTES = 8 * 1024 * 1024;
const HOW = `这是“勾稽”（政府信息公开年报核验）的备份，不要解压，也不要改动里面的内容。
恢复方法：打开勾稽，进入“设置”页，在“备份与恢复”里点“从备份恢复”，选择这个 zip 文件。
`;

const CANCELLED = '已取消';

export function createBackup({ library, readOptions, program = '', now = Date.now }: BackupOptions): Backup {
  const progress = signal<BackupProgress | null>(null);
  const lastTaken = signal<TakenBackup | null>(null);
  let stopped = false;

  const tell = (doing: BackupProgress['doing'], done: number, total: number): void => {
    progress.value = { doing, done, total };
  };

  /** One thing at a time. */
  async function alone<T>(work: () => Promise<T>, busy: T): Promise<T> {
    if (progress.peek()) return busy;
    stopped = false;
    tell('looking', 0, 1);
    try {
      await library.openLibrary();
      return await work();
    } finally {
      progress.value = null;
    }
  }

  // Saving

  async function recordOf(file: StoredFile, listed: ReadonlyMap<string, ReportSummary>, originals: boolean): Promise<ImportRecord | null> {
    const summaries = file.reportIds.map((id) => listed.get(id));
    const reports = await Promise.all(file.reportIds.map((id) => library.readPacked(id)));
    // Gone since, or not to be read.
    if (summaries.includes(undefined) || reports.includes(null)) return null;
    const original = originals && file.keepsOriginal ? await library.readOriginal(file.id) : null;
    return { file, summaries: summaries.map((each) => each!), reports: reports.map((each) => each!), original };
  }

  async function write(originals: boolean): Promise<Saved> {
    const files = library.files.peek();
    const listed = new Map(library.summaries.peek().map((each) => [each.id, each]));
    const zip = createZipWriter();
    const parts: { name: string; size: number; crc: number; files?: number }[] = [];
    const counts = { files: 0, reports: 0, originals: 0, dismissals: library.dismissals.peek().length };
    let unread = 0;
    const add = (name: string, bytes: Uint8Array, count?: number): boolean => {
      const part = zip.add(name, bytes);
      if (part) parts.push({ name, size: part.size, crc: part.crc, ...(count === undefined ? {} : { files: count }) });
      return part !== null;
    };
    const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
    let page: ImportRecord[] = [];
    let bytes = 0;
    const close = async (): Promise<boolean> => {
      if (page.length === 0) return true;
      const fits = add(`files-${String(parts.length + 1).padStart(5, '0')}.bin`, await writePage(page), page.length);
      page = [];
      bytes = 0;
      return fits;
    };
    let fits = add('说明.txt', encode(`\uFEFF${HOW}`)) && add(SETTINGS, encode(writeSettings(library.checkOptions.peek())));
    fits &&= add(DISMISSALS, encode(JSON.stringify(library.dismissals.peek())));
    for (const [index, file] of files.entries()) {
      if (stopped) return { ok: false, sentence: `${CANCELLED}，没有保存备份。` };
      if (!fits) break;
      const record = await recordOf(file, listed, originals);
      if (record) {
        page.push(record);
        counts.files += 1;
        counts.reports += record.reports.length;
        if (record.original) counts.originals += 1;
        bytes += record.original?.byteLength ?? 0;
      } else unread += 1;
      if (page.length >= FILES_IN_PAGE || bytes >= PAGE_BYTES) fits = await close();
      tell('saving', index + 1, files.length);
    }
    fits = fits && (await close());
    const createdAt = now();
    const coreVersion = CORE_VERSION;
    const note: BackupNote = { kind: KIND, version: BACKUP_VERSION, program, coreVersion, createdAt, originals, counts, parts };
    if (!fits || !zip.add(NOTE, encode(JSON.stringify(note, null, 1)))) {
      const advice = originals ? '请去掉“连同原件”再保存' : '请先删除不需要的报告再保存';
      return { ok: false, sentence: `备份会超过 4 GB，没有保存。${advice}。` };
    }
    const missing = unread > 0 ? `有 ${unread} 个文件的内容没能读出，不在备份里。` : '';
    const sentence = `备份里有 ${counts.files} 个文件、${counts.reports} 份报告${originals ? `、${counts.originals} 个原件` : '（不含原件）'}、${counts.dismissals} 条处理记录和设置。${missing}`;
    const day = new Date(createdAt);
    const date = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
    return { ok: true, file: zip.finish(), name: `勾稽备份-${date}.zip`, sentence, note };
  }

  // Taking

  const refuse = (file: File, why: string): Taken => ({ ok: false, sentence: `“${file.name}”：${why}`, undoable: false, note: null });

  async function read(file: File): Promise<Taken> {
    const zip = await readZip(file);
    const noted = zip?.get(NOTE);
    // An archive of something else, or a backup that was cut off: the beginning tells which.
    if (!zip || !noted) return refuse(file, (await beginsAsOurs(file)) ? DAMAGED : NOT_OURS);
    const text = await textOf(file, noted);
    if (text === null) return refuse(file, DAMAGED);
    const note = readNote(text);
    if (typeof note === 'string') return refuse(file, note);

    // Everything is looked at before anything is taken.
    let looked = 0;
    for (const { name, size, crc } of note.parts) {
      if (stopped) return refuse(file, `${CANCELLED}，没有导入任何内容。`);
      const part = zip.get(name);
      if (!part || part.size !== size || part.crc !== crc || !(await readZipPart(file, part))) return refuse(file, DAMAGED);
      looked += size;
      tell('looking', looked, file.size);
    }
    const told = zip.get(DISMISSALS);
    const given = told ? readDismissals((await textOf(file, told)) ?? '') : [];
    if (!given) return refuse(file, DAMAGED);

    const added: { readonly id: string; readonly addedAt: number }[] = [];
    const back: StoredFile[] = [];
    let reports = 0;
    let here = 0;
    let done = 0;
    const undoFiles = (): Promise<void> => takeBack(library, { added, back, dismissals: [], options: null });
    try {
      for (const { name, files } of note.parts) {
        if (files === undefined) continue;
        const bytes = await readZipPart(file, zip.get(name)!);
        const records = bytes && (await readPage(bytes, ORIGINAL_LIMIT));
        if (!records || stopped) {
          await undoFiles();
          return refuse(file, records ? `${CANCELLED}，已导入的部分已经退回，本机原有的内容没有改变。` : DAMAGED);
        }
        const fresh = records.filter((record) => {
          const known = library.findFile(record.file.id);
          if (known && (known.failure === null || record.file.failure !== null)) {
            here += 1;
            return false;
          }
          if (known) back.push(known);
          return true;
        });
        await Promise.all(fresh.map((record) => library.addFile(record)));
        for (const record of fresh) {
          added.push({ id: record.file.id, addedAt: record.file.addedAt });
          reports += record.reports.length;
        }
        done += files;
        tell('taking', done, note.counts.files);
      }
    } catch (error) {
      await undoFiles().catch(() => {});
      throw error;
    }

    const known = new Set(library.dismissals.peek().map(({ id }) => id));
    const dismissals = given.filter(({ id }: Dismissal) => !known.has(id));
    if (dismissals.length > 0) await library.changeDismissals(dismissals, []);
    const settings = zip.get(SETTINGS);
    const options = settings ? readOptions((await textOf(file, settings)) ?? '') : null;
    const before = library.checkOptions.peek();
    const takesOptions = options !== null && countWishes(options) > 0 && countWishes(before) === 0;
    if (takesOptions) await library.setCheckOptions(options);
    else if (library.outdated.peek().size > 0) void library.recheckAll();

    const said = [`新增 ${added.length} 个文件、${reports} 份报告、${dismissals.length} 条处理记录`];
    if (here > 0) said.push(`${here} 个文件本机已有，保留本机的`);
    if (takesOptions) said.push('采用了备份里的设置');
    else if (options !== null && JSON.stringify(options) !== JSON.stringify(before) && countWishes(options) > 0) {
      said.push('本机已有自己的设置，没有换成备份里的');
    }
    const nothing = added.length === 0 && dismissals.length === 0 && !takesOptions;
    const sentence = `已从“${file.name}”恢复：${said.join('；')}。`;
    if (!nothing) {
      const undone = { added, back, dismissals: dismissals.map(({ id, at }) => ({ id, at })) };
      await remember({ at: now(), name: file.name, sentence, ...undone, options: takesOptions ? { before, after: options } : null });
    }
    return { ok: true, sentence, undoable: !nothing, note };
  }

  /** Where it cannot be written it holds until the page is closed. */
  async function remember(taken: TakenBackup | null): Promise<void> {
    lastTaken.value = taken;
    await noteTaken(library, taken).catch(() => {});
  }

  async function undoLast(): Promise<boolean> {
    const taken = lastTaken.peek();
    if (!taken || progress.peek()) return false;
    await remember(null);
    await takeBack(library, taken);
    return true;
  }

  async function textOf(file: File, part: ZipPart): Promise<string | null> {
    const bytes = await readZipPart(file, part);
    return bytes ? new TextDecoder().decode(bytes) : null;
  }

  library.onClear(() => {
    lastTaken.value = null;
  });

  const busy = '正在保存或恢复备份，请等它结束。';
  return {
    progress,
    lastTaken,
    async recall() {
      await library.openLibrary();
      lastTaken.value ??= await readTaken(library);
    },
    undoLast,
    save: ({ originals }) =>
      alone<Saved>(() => write(originals), { ok: false, sentence: busy }).catch(
        (): Saved => ({ ok: false, sentence: '保存备份时出错，没有保存。本机的内容没有改变，请重试。' }),
      ),
    take: (file) =>
      alone<Taken>(() => read(file), refuse(file, busy)).catch(() =>
        refuse(file, '没能读完这个文件，可能已被移动、U 盘已拔出，或本机空间不足。本机原有的内容没有改变，请重试。'),
      ),
    cancel() {
      if (progress.peek()) stopped = true;
    },
  };
}

/** The first part of every backup of ours is the note for people. */
async function beginsAsOurs(file: Blob): Promise<boolean> {
  const start = new TextDecoder().decode(await file.slice(0, 400).arrayBuffer());
  return start.startsWith('PK') && start.includes('说明.txt') && start.includes('勾稽');
}
