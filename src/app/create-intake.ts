// Takes files in: the rooms that a file goes through, from the drop to the library, and how they hang together.
import type { ReadonlySignal } from '@preact/signals';
import type { Pool } from '../bridge/pool.ts';
import { DEADLINE } from '../bridge/pool.ts';
import { CORE_VERSION } from '../core/version.ts';
import { createCrashJournal } from './crash-journal.ts';
import type { CrashJournal } from './crash-journal.ts';
import type { Library } from './create-library.ts';
import { createAdmission, LARGEST_FILE } from './intake/admission.ts';
import type { IncomingFile } from './intake/admission.ts';
import { createArchives } from './intake/archives.ts';
import { createChecking } from './intake/checking.ts';
import { createEnds } from './intake/ends.ts';
import { createHeldBytes } from './intake/held-bytes.ts';
import { createIdentifying } from './intake/identifying.ts';
import { isActive } from './intake/job.ts';
import type { Entry, Job } from './intake/job.ts';
import { createJobList } from './intake/job-list.ts';
import type { Progress } from './intake/job-list.ts';
import { createPartsOfArchive } from './intake/parts-of-archive.ts';
import { createReadingAhead } from './intake/reading-ahead.ts';
import { createTraffic } from './intake/traffic.ts';
import { readsBatches } from './incoming/read-files.ts';

export { LARGEST_FILE } from './intake/admission.ts';
export type { IncomingFile } from './intake/admission.ts';
export type { Job, JobState } from './intake/job.ts';
export type { Progress } from './intake/job-list.ts';

export interface Intake {
  readonly jobs: ReadonlySignal<readonly Job[]>;
  readonly progress: ReadonlySignal<Progress>;
  takeFiles(files: readonly IncomingFile[]): void;
  /** Pasted text; the name is given an extension if it has none. */
  takeText(text: string, name: string): void;
  /** Pasted html, as the clipboard gives it. */
  takeHtml(html: string, name: string): void;
  cancelJob(id: string): void;
  cancelAll(): void;
  /** Reads a failed or cancelled file again. */
  retryJob(id: string): void;
  /** Forgets jobs that are over. What was imported stays. */
  clearFinished(): void;
}

export interface IntakeOptions {
  readonly library: Pick<
    Library,
    'openLibrary' | 'findFile' | 'worthReading' | 'addFile' | 'dropFile' | 'checkOptions' | 'onClear' | 'turns' | 'catchUp' | 'hasCompany'
  >;
  readonly pool: Pick<Pool, 'size' | 'digest' | 'examine' | 'unpack'>;
  /** null on plain http: then the workers compute the hash. */
  readonly subtle?: Pick<SubtleCrypto, 'digest'> | null;
  readonly asBatch?: boolean;
  readonly journal?: CrashJournal;
  readonly now?: () => number;
  readonly coreVersion?: string;
  /** Milliseconds a file may take; for the sentence only, the pool keeps it. */
  readonly deadline?: number;
  /** Milliseconds between two changes of the lists. */
  readonly showEvery?: number;
  /** Bytes of one file above which it is refused unread. */
  readonly largest?: number;
}

export function createIntake({
  library,
  pool,
  subtle = globalThis.crypto?.subtle ?? null,
  asBatch = readsBatches(globalThis.navigator?.userAgent ?? ''),
  journal = createCrashJournal(null),
  now = Date.now,
  coreVersion = CORE_VERSION,
  deadline = DEADLINE,
  showEvery = 100,
  largest = LARGEST_FILE,
}: IntakeOptions): Intake {
  const held = createHeldBytes();
  const traffic = createTraffic(held);
  const list = createJobList(journal, showEvery);
  const ends = createEnds({ library, list, now, coreVersion, deadline });
  const admission = createAdmission({ list, traffic, ends, largest });
  const identifying = createIdentifying({ pool, subtle, journal, held, traffic, ends });
  const readOn = createReadingAhead({ library, list, held, traffic, identifying, asBatch, now });
  const startChecks = createChecking({ library, pool, journal, list, held, traffic, identifying, ends, now, coreVersion });
  const parts = createPartsOfArchive({ list, held, identifying, ends, now });
  const archives = createArchives({ library, pool, journal, list, held, traffic, identifying, parts, ends, deadline });
  traffic.onWake(() => {
    startChecks();
    archives.goOn();
    void readOn();
  });

  function cancel(entry: Entry): void {
    if (!isActive(entry) || entry.writing) return;
    list.change(entry, 'cancelled');
    for (const each of list.all()) if (each.inside?.archive === entry) cancel(each);
    traffic.leave(entry);
    entry.controller?.abort();
    archives.stopFor(entry);
  }

  function cancelAll(): void {
    for (const entry of list.all()) cancel(entry);
    traffic.wake();
  }

  library.onClear(() => {
    cancelAll();
    journal.clear();
    list.forgetAll();
  });

  return {
    jobs: list.jobs,
    progress: list.progress,
    takeFiles: admission.take,
    takeText: (text, name) => admission.takePasted(text, name, 'text'),
    takeHtml: (html, name) => admission.takePasted(html, name, 'html'),
    cancelJob(id) {
      const entry = list.get(id);
      if (entry) cancel(entry);
      traffic.wake();
    },
    cancelAll,
    retryJob(id) {
      const before = list.get(id);
      if (before?.job.state !== 'failed' && before?.job.state !== 'cancelled') return;
      const entry = list.addAgain(before);
      if (entry.inside) traffic.queueAgain(entry);
      else admission.takeAgain(entry);
      traffic.wake();
    },
    clearFinished: list.forgetFinished,
  };
}
