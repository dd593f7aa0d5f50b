// The one intake of the page. Views read its signals and call its verbs; create-intake.ts knows how it works.
import { createIntake } from './create-intake.ts';
import { pool } from './examiners.ts';
import { journal } from './journal.ts';
import { askToKeep, library } from './library.ts';

export type { Job, JobState } from './create-intake.ts';

export const intake = createIntake({ library, pool, journal });

// Files come in by an act of the person.
const stopWaiting = intake.jobs.subscribe((jobs) => {
  if (jobs.length === 0) return;
  askToKeep();
  queueMicrotask(() => stopWaiting());
});
