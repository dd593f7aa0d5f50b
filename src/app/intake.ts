// The one intake of the page. Views read its signals and call its verbs; create-intake.ts knows how it works.
import { createCrashJournal } from './crash-journal.ts';
import { createIntake } from './create-intake.ts';
import { pool } from './examiners.ts';
import { library } from './library.ts';

export type { IncomingFile, Intake, Job, JobState, Progress } from './create-intake.ts';

/** null where the browser forbids it. */
function sessionMemory(): Storage | null {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null;
  }
}

const journal = createCrashJournal(sessionMemory());
// Leaving in the middle of an import is no crash.
globalThis.addEventListener?.('pagehide', () => journal.leave());

export const intake = createIntake({ library, pool, journal });

export const { jobs, progress, takeFiles, takeText, takeHtml, cancelJob, cancelAll, retryJob, clearFinished, lastTime } = intake;
