// The one backup of the page: handed to the browser as a file, taken from one, with what was said of it last.
import { signal } from '@preact/signals';
import { rules } from '../../core/check/index.ts';
import { regions } from '../../core/form/index.ts';
import { noteBackup } from './backup-reminder.ts';
import { createBackup } from './create-backup.ts';
import type { Taken } from './create-backup.ts';
import { askToKeep, library } from '../library.ts';
import { closeNotice, showNotice } from '../notices.ts';
import { readSettings } from '../settings/settings-file.ts';

const backup = createBackup({
  library,
  program: String(import.meta.env['VITE_VERSION']),
  readOptions(text) {
    const read = readSettings(
      text,
      rules,
      regions.map(({ id }) => id),
    );
    return read.ok ? read.options : null;
  },
});

export const backupProgress = backup.progress;
export const cancelBackup = (): void => backup.cancel();
/** What came of the last time in this visit. */
export const backupSaid = signal<Pick<Taken, 'ok' | 'sentence'> | null>(null);
/** What the last backup brought, until it is taken back, another is taken or everything is cleared. */
export const lastTaken = backup.lastTaken;
void backup.recall().catch(() => {});

/** Milliseconds after which the browser has surely taken hold of a large file. */
const TAKEN_HOLD = 10 * 60 * 1000;

/** Hands a backup to the browser as a file to be saved. */
export async function saveBackup(originals: boolean): Promise<void> {
  askToKeep();
  backupSaid.value = null;
  const saved = await backup.save({ originals });
  if (!saved.ok) {
    backupSaid.value = saved;
    return;
  }
  const address = URL.createObjectURL(saved.file);
  const link = document.createElement('a');
  link.href = address;
  link.download = saved.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN_HOLD);
  noteBackup({ at: saved.note.createdAt, reports: saved.note.counts.reports });
  const sentence = `备份“${saved.name}”已交给浏览器保存（一般在“下载”文件夹），请拷到 U 盘或别的盘上留存。${saved.sentence}`;
  backupSaid.value = { ok: true, sentence };
}

export async function takeBackup(file: File): Promise<void> {
  askToKeep();
  backupSaid.value = null;
  const taken = await backup.take(file);
  backupSaid.value = taken;
  if (!taken.ok) return;
  if (taken.note) noteBackup({ at: taken.note.createdAt, reports: taken.note.counts.reports });
  if (taken.undoable) showNotice(taken.sentence, undoTaking);
}

/** Takes back what the last backup brought. False: too late. */
export async function undoTaking(): Promise<boolean> {
  closeNotice();
  const undone = await backup.undoLast();
  backupSaid.value = { ok: true, sentence: undone ? '已撤销恢复：当时带来的内容已从本机拿掉。' : '已来不及撤销。' };
  return undone;
}
