// Checks stored reports again in the background when the version or the wishes have changed: one run at a time among all windows,
// which waits until the wishes rest, can be stopped, and goes on where it was stopped.
import { batch, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { CrashJournal } from '../crash-journal.ts';
import type { Release, Turns } from '../turns.ts';
import type { Catalogue } from './catalogue.ts';
import type { Checking } from './checking.ts';
import type { Order } from './in-order.ts';

export interface RecheckProgress {
  readonly total: number;
  readonly done: number;
  /** Kept as they were, because the check broke off. */
  readonly failed: number;
}

/**
 * `waiting`: wishes have just changed, more changes may follow. `elsewhere`: another window is at it. `stopped`: a person has
 * stopped it; reports under old wishes stay as they are until it is resumed, the wishes change again or the page is opened again.
 */
export type RecheckState = 'idle' | 'waiting' | 'running' | 'elsewhere' | 'stopped';

/** Reports checked again side by side and written in one transaction: few, so that the page is never held for long. */
const BATCH_RECHECKS = 16;
/** Turn of the window that checks stored reports again. */
const RECHECKING = 'recheck';
/** Milliseconds: the window in which the wishes were changed goes first, since somebody is looking at it. */
const OTHERS_FIRST = 2000;

export interface Rechecking {
  /** Not null while stored results are being derived again. */
  readonly rechecking: ReadonlySignal<RecheckProgress | null>;
  readonly recheckState: ReadonlySignal<RecheckState>;
  /** How many reports the last run was for that came to its end, what was done before a stop included; a new object for every end. */
  readonly recheckEnded: ReadonlySignal<{ readonly count: number } | null>;
  /** Begins now. A later call takes over from an earlier one. */
  recheckAll(onProgress?: (progress: RecheckProgress) => void): Promise<RecheckProgress>;
  /** Ten clicks are one run: what runs under the wishes of before is stopped, and a new run waits for the last click. */
  recheckSoon(): void;
  /** The same after a change in another window. */
  recheckAfterOthers(): void;
  /** Stops it in this window after the reports being checked now. */
  stopHere(): void;
  /** What was left has been checked in another window, or is gone. */
  settleIfDone(): void;
  /** There is nothing left to check. */
  rest(): void;
}

export interface RecheckingParts {
  readonly catalogue: Catalogue;
  readonly order: Order;
  readonly checking: Checking;
  readonly turns: Turns;
  readonly journal: CrashJournal;
  /** Milliseconds without a change of wishes after which everything is checked again. */
  readonly settleAfter: number;
  /** Reads again what another window has changed. */
  readonly catchUp: () => Promise<void>;
}

export function createRechecking({ catalogue, order, checking, turns, journal, settleAfter, catchUp }: RecheckingParts): Rechecking {
  const rechecking = signal<RecheckProgress | null>(null);
  const recheckState = signal<RecheckState>('idle');
  const recheckEnded = signal<{ readonly count: number } | null>(null);
  /** Reports that the run was for when it began first; a run that goes on after a stop is the same. */
  let wanted = 0;
  let current = 0;
  let ended: Promise<unknown> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waits = new AbortController();

  const isCurrent = (run: number): boolean => run === current;
  const isSomethingLeft = (): boolean => catalogue.visibleSummaries().some(checking.isOutdated);

  /** Whatever runs or waits to run is not to go on. */
  function endRun(): number {
    clearTimeout(timer);
    waits.abort();
    waits = new AbortController();
    current += 1;
    return current;
  }

  /** Our turn among the windows; null if the run is over before it comes. */
  async function turnToRecheck(run: number, { signal: tired }: AbortController): Promise<Release | null> {
    const release = await turns.take(RECHECKING);
    if (release) return release;
    if (isCurrent(run)) recheckState.value = 'elsewhere';
    const later = await turns.wait(RECHECKING, tired);
    // The other window has done it, or has been closed in the middle.
    if (later) await catchUp().catch(() => {});
    return later;
  }

  async function work(run: number, goesOn: boolean, onProgress: (progress: RecheckProgress) => void): Promise<RecheckProgress> {
    const all = catalogue.visibleSummaries().filter(checking.isOutdated);
    if (!goesOn) wanted = all.length;
    const of = (trust: ReturnType<Checking['trustIn']>): string[] =>
      all.filter(({ id }) => checking.trustIn(id) === trust).map(({ id }) => id);
    const [sound, suspects] = [of('sound'), of('suspect')];
    let progress: RecheckProgress = { total: all.length, done: 0, failed: 0 };
    const tell = (done: number, failed: number): void => {
      progress = { ...progress, done: progress.done + done, failed: progress.failed + failed };
      if (isCurrent(run)) {
        batch(() => {
          rechecking.value = progress;
          recheckState.value = 'running';
        });
      }
      onProgress(progress);
    };
    if (all.length > 0) tell(0, all.length - sound.length - suspects.length);
    const batches: string[][] = [];
    for (let from = 0; from < sound.length; from += BATCH_RECHECKS) batches.push(sound.slice(from, from + BATCH_RECHECKS));
    // Those that took the page down once go last, each by itself.
    for (const id of suspects) batches.push([id]);
    for (const some of batches) {
      if (!isCurrent(run)) break;
      const broken = await checking.recheckSome(some);
      tell(some.length - broken, broken);
    }
    return progress;
  }

  function finish(): void {
    batch(() => {
      // Reports would look outdated for a moment if the lists came later.
      catalogue.show.now();
      recheckState.value = 'idle';
      recheckEnded.value = { count: wanted };
    });
  }

  function recheckAll(onProgress: (progress: RecheckProgress) => void = () => {}): Promise<RecheckProgress> {
    const goesOn = recheckState.value === 'stopped';
    const run = endRun();
    const wait = waits;
    const result = ended.then(async () => {
      await order.opened;
      // Without this a report whose check takes the page down would do so at every start.
      await journal.settled;
      const release = await turnToRecheck(run, wait);
      try {
        return release && isCurrent(run) ? await work(run, goesOn, onProgress) : { total: 0, done: 0, failed: 0 };
      } finally {
        release?.();
      }
    });
    const end = (): void => {
      batch(() => {
        rechecking.value = null;
        // Stopped while its last reports were being checked, it has come to its end all the same.
        if (isCurrent(run) || (recheckState.value === 'stopped' && !isSomethingLeft())) finish();
      });
    };
    ended = result.then(end, end);
    return result;
  }

  function recheckAfter(milliseconds: number): void {
    endRun();
    recheckState.value = 'waiting';
    timer = setTimeout(() => {
      recheckState.value = 'idle';
      void recheckAll();
    }, milliseconds);
  }

  return {
    rechecking,
    recheckState,
    recheckEnded,
    recheckAll,
    recheckSoon: () => recheckAfter(settleAfter),
    recheckAfterOthers: () => recheckAfter(settleAfter + OTHERS_FIRST),
    stopHere() {
      endRun();
      if (isSomethingLeft()) recheckState.value = 'stopped';
      else if (recheckState.value !== 'idle') finish();
    },
    settleIfDone() {
      if (recheckState.value === 'stopped' && !isSomethingLeft()) recheckState.value = 'idle';
    },
    rest() {
      recheckState.value = 'idle';
    },
  };
}
