// Changes the settings of the page: keeps them, offers the way back, writes them to a file and takes them from one.
import { rules } from '../../core/check/index.ts';
import type { CheckOptions } from '../../core/check/index.ts';
import { regions } from '../../core/form/index.ts';
import { library } from '../library.ts';
import { showNotice } from '../notices.ts';
import { readSettings, SETTINGS_FILE_LIMIT, writeSettings } from './settings-file.ts';

/** Kept at once; stored reports are checked again a moment after the last change. */
export function change(work: (options: CheckOptions) => CheckOptions): void {
  void library.setCheckOptions(work(library.checkOptions.peek()));
}

/** The same for changes of many things at once: with a notice that takes them back. */
export function changeWithUndo(next: CheckOptions, sentence: string): void {
  const before = library.checkOptions.peek();
  void library.setCheckOptions(next);
  showNotice(sentence, async () => {
    await library.setCheckOptions(before);
    return true;
  });
}

/** Hands the settings to the browser as a file to be saved. */
export function saveSettingsFile(now = new Date()): void {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  const address = URL.createObjectURL(new Blob([writeSettings(library.checkOptions.peek())], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `勾稽设置-${day}.json`;
  link.click();
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Takes settings from a file in place of those there are. Resolves to Chinese sentences: what was left out, or why nothing was taken. */
export async function loadSettingsFile(file: File): Promise<{ readonly taken: boolean; readonly sentences: readonly string[] }> {
  if (file.size > SETTINGS_FILE_LIMIT) {
    return { taken: false, sentences: [`“${file.name}”太大，不是勾稽的设置文件。请选择由“导出设置”保存的文件。`] };
  }
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { taken: false, sentences: [`“${file.name}”没能打开，可能已被移动或被其他软件占用，请重新选择。`] };
  }
  const read = readSettings(
    text,
    rules,
    regions.map(({ id }) => id),
  );
  if (!read.ok) return { taken: false, sentences: [`“${file.name}”没有导入：${read.why}`] };
  changeWithUndo(read.options, `已导入“${file.name}”里的设置，替换了原来的设置。`);
  return { taken: true, sentences: read.cautions };
}
