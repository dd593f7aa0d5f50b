// What is to be said of a kept file as a whole: whether its original is kept and why not, and what else came in the same archive. Pure.
import type { StoredFile } from '../../store/records.ts';
import { ORIGINAL_LIMIT } from '../../store/store.ts';

/** Format of an archive whose files are kept one by one. */
export const ARCHIVE = 'zip';

/** One sentence: the original is kept, or why it is not and what follows. */
export function originalSentence({ keepsOriginal, failure, format, size }: StoredFile): string {
  if (keepsOriginal) return '已保留原件，读取方法改进后可以按原件重读。';
  if (format === ARCHIVE) return '没有保留：里面的文件各自保留原件。';
  if (failure) return '没有保留：没有读出报告的文件可能与年报无关，本机不留副本；程序更新后想再试，请重新导入。';
  if (size > ORIGINAL_LIMIT) {
    return `没有保留：文件有 ${sizeWords(size)}，超过 ${sizeWords(ORIGINAL_LIMIT)} 的不保留；读取方法改进后，请重新导入。`;
  }
  return '没有保留：选择了不保存原件，或者当时本机空间不足、结果没有存入本机；读取方法改进后，请重新导入。';
}

/** Bytes in words for people. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0)} MB`;
}

/** Folder path and name. */
export function wholePath({ path, name }: Pick<StoredFile, 'path' | 'name'>): string {
  return path ? `${path}/${name}` : name;
}

/** Files that came out of an archive, in the order of their paths. */
export function filesInside(archive: StoredFile, files: readonly StoredFile[]): readonly StoredFile[] {
  const path = wholePath(archive);
  return files
    .filter((file) => file.path === path || file.path.startsWith(`${path}/`))
    .sort((a, b) => (wholePath(a) < wholePath(b) ? -1 : 1));
}

/** The record of the archive that a file came in, if there is one: only archives of which there is something to say have one. */
export function archiveOf(file: StoredFile, files: readonly StoredFile[]): StoredFile | null {
  return files.find((each) => each.format === ARCHIVE && `${file.path}/`.startsWith(`${wholePath(each)}/`)) ?? null;
}
