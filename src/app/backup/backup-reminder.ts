// When the last backup was made, and whether it is time for a calm word about the next one.
import { computed, signal } from '@preact/signals';
import { clearsOnClosing } from '../settings/keeping.ts';
import { library } from '../library.ts';

/** The last backup that was saved or taken in. */
export interface LastBackup {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly reports: number;
}

const LAST = 'lastBackup';
const PUT_OFF = 'backupReminderPutOff';
/** Fewer new reports than that are soon imported again from their files. */
const MANY = 200;
const DAY = 24 * 60 * 60 * 1000;
const LONG = 30 * DAY;

/** null: never, as far as this browser knows. */
export const lastBackup = signal<LastBackup | null>(null);
const putOffAt = signal<number | null>(null);
/** A page left open does not begin to remind in the middle of work. */
const startedAt = Date.now();

async function load(): Promise<void> {
  await library.openLibrary();
  const isLast = (value: unknown): value is LastBackup => typeof (value as LastBackup | undefined)?.at === 'number';
  const last = await library.readSetting<unknown>(LAST);
  const off = await library.readSetting<unknown>(PUT_OFF);
  if (isLast(last)) lastBackup.value ??= last;
  if (typeof off === 'number') putOffAt.value ??= off;
}
void load().catch(() => {});
library.onClear(() => {
  lastBackup.value = null;
});

/** Reports that came in since the last backup. */
export const reportsSinceBackup = computed(() => {
  const at = lastBackup.value?.at ?? 0;
  return library.summaries.value.reduce((sum, { addedAt }) => (addedAt > at ? sum + 1 : sum), 0);
});

/** Chinese; null: there is nothing to remind of. */
export const backupReminder = computed<string | null>(() => {
  if (clearsOnClosing.value || library.loadState.value.state !== 'ready') return null;
  const fresh = reportsSinceBackup.value;
  if (fresh <= MANY) return null;
  const last = lastBackup.value?.at ?? library.summaries.value.reduce((oldest, { addedAt }) => Math.min(oldest, addedAt), startedAt);
  if (startedAt - Math.max(last, putOffAt.value ?? 0) < LONG) return null;
  const when = lastBackup.value ? `上次备份是 ${dayOf(lastBackup.value.at)}` : '还没有备份过';
  return `本机已保存 ${fresh} 份没有备份的报告（${when}）。换电脑、清理浏览器数据都会丢失它们，方便时可以备份成一个文件。`;
});

/** Not a word for another 30 days. */
export function putReminderOff(now = Date.now()): void {
  putOffAt.value = now;
  void library.writeSetting(PUT_OFF, now).catch(() => {});
}

/** A backup was saved, or taken in from elsewhere. */
export function noteBackup(backup: LastBackup): void {
  if ((lastBackup.peek()?.at ?? 0) >= backup.at) return;
  lastBackup.value = backup;
  void library.writeSetting(LAST, backup).catch(() => {});
}

/** As people write it: 2026年11月22日. */
export function dayOf(at: number): string {
  const day = new Date(at);
  return `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`;
}
