// What was not judged in any report of the library: opened one after the other while someone looks, kept as long as results stay.
import { effect, signal } from '@preact/signals';
import { gapsOf } from './gaps.ts';
import type { GapGroup } from './gaps.ts';
import { library } from '../library.ts';
import type { ReportSummary, StoredFile } from '../library.ts';

export interface ReportGaps {
  readonly summary: ReportSummary;
  /** null: the report could not be opened. */
  readonly groups: readonly GapGroup[] | null;
}

export interface GapsOfAll {
  readonly reports: readonly ReportGaps[];
  /** Reports looked through, of `total`. */
  readonly done: number;
  readonly total: number;
}

export const gapsOfAll = signal<GapsOfAll>({ reports: [], done: 0, total: 0 });

/** Opened side by side: few, so that the page is never held for long. */
const AT_ONCE = 2;
/** Milliseconds the page is held at a time. */
const SLICE = 20;
/** Milliseconds between two drawings. */
const PACE = 300;

/** By the very summary and file they were worked out from: both are new objects as soon as anything changes. */
const known = new WeakMap<ReportSummary, { readonly file: StoredFile | undefined; readonly groups: readonly GapGroup[] | null }>();

async function look(summary: ReportSummary, file: StoredFile | undefined): Promise<void> {
  if (known.get(summary)?.file === file && known.has(summary)) return;
  const stored = await library.openReport(summary.id);
  const groups = stored && gapsOf({ ...stored, notes: file?.notes ?? [], partFailures: file?.partFailures ?? [] });
  known.set(summary, { file, groups });
}

/** Follows the library until it is told to stop. */
export function followGaps(): () => void {
  let run = 0;
  const stop = effect(() => {
    const summaries = library.summaries.value;
    const files = new Map(library.files.value.map((file) => [file.id, file]));
    run += 1;
    const mine = run;
    const show = (done: number): void => {
      const reports = summaries.slice(0, done).map((summary) => ({ summary, groups: known.get(summary)?.groups ?? null }));
      gapsOfAll.value = { reports, done, total: summaries.length };
    };
    void (async () => {
      let shown = performance.now();
      let until = shown + SLICE;
      for (let from = 0; from < summaries.length; from += AT_ONCE) {
        await Promise.all(summaries.slice(from, from + AT_ONCE).map((each) => look(each, files.get(each.fileId))));
        if (performance.now() > until) {
          await new Promise((resolve) => setTimeout(resolve));
          until = performance.now() + SLICE;
        }
        if (mine !== run) return;
        if (performance.now() - shown < PACE) continue;
        shown = performance.now();
        show(Math.min(summaries.length, from + AT_ONCE));
      }
      if (mine === run) show(summaries.length);
    })();
  });
  return () => {
    run += 1;
    stop();
  };
}
