// Takes lines of the list away, or everything there is, with a way back.
import { library } from './library.ts';
import type { Removal } from './library.ts';
import type { Line } from './lines.ts';
import { mark } from './listing.ts';
import { closeNotice, showNotice } from './notices.ts';
import { forgetPreferences } from './preferences.ts';

/**
 * Lines are reports, or files of which nothing could be read. Of a file that was read in part the reports are
 * lines of their own, so removing its line removes the whole file, which the sentence says.
 */
export async function removeLines(lines: readonly Line[]): Promise<void> {
  const files = [...new Set(lines.flatMap((line) => (line.kind === 'failure' ? [line.file.id] : [])))];
  const reports = lines.flatMap((line) => (line.kind === 'report' && !files.includes(line.summary.fileId) ? [line.id] : []));
  mark(
    lines.map((line) => line.id),
    false,
  );
  closeNotice();
  // One removal can be taken back, the last: where both kinds are chosen, whole files carry the reports with them.
  const removal: Removal =
    files.length === 0
      ? await library.removeReports(reports)
      : reports.length === 0
        ? await library.removeFiles(files)
        : await removeBoth(reports, files);
  showNotice(lines.length === 1 ? `${nameOf(lines[0]!)}：${removal.sentence}` : removal.sentence, () => removal.undo());
}

/** Of one line that went, its file is named, so that a slip of the hand is seen. */
function nameOf(line: Line): string {
  return line.kind === 'report' ? line.summary.fileName : line.file.name;
}

async function removeBoth(reports: readonly string[], files: readonly string[]): Promise<Removal> {
  const owners = new Map(library.summaries.value.map(({ id, fileId }) => [id, fileId]));
  const chosen = new Set(reports);
  const whole = [...new Set(reports.flatMap((id) => owners.get(id) ?? []))].filter((fileId) =>
    library.summaries.value.every((each) => each.fileId !== fileId || chosen.has(each.id)),
  );
  const single = reports.filter((id) => !whole.includes(owners.get(id) ?? ''));
  if (single.length > 0) await library.removeReports(single);
  const removal = await library.removeFiles([...files, ...whole]);
  // The second removal made the first one final.
  return single.length === 0 ? removal : { ...removal, sentence: `${removal.sentence}另删除 ${single.length} 份报告，这部分不能撤销。` };
}

/**
 * Everything goes at once from the page, and really as soon as the notice with the way back is gone, the page is left, or,
 * should the browser end before, at the next start: on a shared computer nothing may stay behind for long.
 */
export async function clearAll(): Promise<void> {
  closeNotice();
  const removal = await library.clearEverything();
  const bringBack = forgetPreferences();
  const finish = (): void => {
    removeEventListener('pagehide', finish);
    void removal.finish();
  };
  addEventListener('pagehide', finish);
  showNotice(
    removal.sentence,
    async () => {
      removeEventListener('pagehide', finish);
      const undone = await removal.undo();
      if (undone) bringBack();
      return undone;
    },
    finish,
  );
}
