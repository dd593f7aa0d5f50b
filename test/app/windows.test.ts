// Two windows of the page over one store: what each sees of the other, and who may do what only one may.
import { afterEach, describe, expect, it } from 'vitest';
import { createIntake } from '../../src/app/create-intake.ts';
import type { Intake } from '../../src/app/create-intake.ts';
import type { LibraryOptions } from '../../src/app/create-library.ts';
import { createNeighbours } from '../../src/app/neighbours.ts';
import type { Channel, Neighbours } from '../../src/app/neighbours.ts';
import { createTurns } from '../../src/app/turns.ts';
import type { Leases, Locks } from '../../src/app/turns.ts';
import { memoryTables } from '../../src/store/tables.ts';
import type { Tables, Transaction } from '../../src/store/tables.ts';
import { sleep, until } from '../bridge/fake-worker.ts';
import { sampleDismissal, sampleRecord } from '../store/sample-records.ts';
import { bench } from './fake-library.ts';
import type { Bench } from './fake-library.ts';

/** A line that all windows hang on: messages come a little later, as in a browser. */
function line(): () => Channel & { dead: boolean } {
  const all: { hear: ((event: MessageEvent) => void) | null; channel: Channel & { dead: boolean } }[] = [];
  return () => {
    const channel = {
      dead: false,
      postMessage(message: unknown) {
        if (channel.dead) return;
        const data = structuredClone(message);
        for (const other of all) {
          if (other !== mine) setTimeout(() => !other.channel.dead && other.hear?.({ data } as MessageEvent), 1);
        }
      },
      addEventListener(_type: 'message', listener: (event: MessageEvent) => void) {
        mine.hear = listener;
      },
    };
    const mine: (typeof all)[number] = { hear: null, channel };
    all.push(mine);
    return channel;
  };
}

/** The browser's locks, as far as they are asked for. */
function browserLocks(): Locks {
  const held = new Map<string, Promise<unknown>>();
  return {
    async request(name, { ifAvailable, signal }, callback) {
      while (held.has(name)) {
        if (ifAvailable) return callback(null);
        const aborted = new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))));
        await Promise.race([held.get(name), aborted]);
      }
      const work = Promise.resolve(callback({ name }));
      held.set(
        name,
        work.finally(() => held.delete(name)),
      );
      return work;
    },
  };
}

const forbidden: Locks = { request: () => Promise.reject(new DOMException('', 'SecurityError')) };

interface Window extends Bench {
  readonly intake: Intake;
  readonly neighbours: Neighbours;
  /** Ends without a word, like a crash. */
  die(): void;
}

let windows: Window[] = [];
afterEach(() => {
  for (const each of windows) each.pool.close();
  windows = [];
});

/** @param wrap how this window finds the store that all share */
function desk(locks: Locks | null): (more?: Partial<LibraryOptions>, wrap?: (tables: Tables) => Tables) => Promise<Window> {
  const tables: Tables = memoryTables();
  const join = line();
  return async (more = {}, wrap = (each) => each) => {
    const channel = join();
    const neighbours = createNeighbours(channel, { id: `w${windows.length}`, answerWithin: 30 });
    const makeTurns = (leases: Leases) => createTurns({ locks, leases, neighbours, lookEvery: 10 });
    const here = bench(wrap(tables), { neighbours, makeTurns, ...more });
    const intake = createIntake({ library: here.library, pool: here.pool, asBatch: true, showEvery: 0 });
    await here.library.openLibrary();
    const window: Window = { ...here, intake, neighbours, die: () => (channel.dead = true) };
    windows.push(window);
    return window;
  };
}

const ids = ({ library }: Bench): string[] => library.files.value.map(({ id }) => id).sort();
const file = (name: string, text: string): File => new File([text], name, { lastModified: 1 });
const isOver = ({ intake }: Window): boolean =>
  intake.jobs.value.length > 0 && intake.jobs.value.every(({ state }) => !['queued', 'reading', 'checking'].includes(state));

describe('two windows', () => {
  it('see each other’s files, dismissals and removals, also what is taken back', async () => {
    const open = desk(browserLocks());
    const [one, two] = [await open(), await open()];
    await one.library.addFile(sampleRecord('a'));
    await until('the file', () => ids(two).length === 1);
    expect(two.library.summaries.value).toEqual(one.library.summaries.value);
    await two.library.changeDismissals([sampleDismissal('x')], []);
    await until('the dismissal', () => one.library.dismissals.value.length === 1);
    const removal = await two.library.removeFiles(['a']);
    await until('the removal', () => ids(one).length === 0);
    expect(await removal.undo()).toBe(true);
    await until('the way back', () => ids(one).length === 1);
    const clearing = await one.library.clearEverything();
    await until('the clearing', () => ids(two).length === 0 && two.library.dismissals.value.length === 0);
    await clearing.finish();
    await two.library.addFile(sampleRecord('b'));
    await until('what came after', () => ids(one).join() === 'b');
    expect(ids(two)).toEqual(['b']);
  });

  it('a removal in one makes that of the other final, and the other knows', async () => {
    const open = desk(browserLocks());
    const [one, two] = [await open(), await open()];
    for (const id of ['a', 'b']) await one.library.addFile(sampleRecord(id));
    await until('the files', () => ids(two).length === 2);
    const first = await one.library.removeFiles(['a']);
    await until('the removal', () => ids(two).length === 1);
    await two.library.removeFiles(['b']);
    await until('the second', () => ids(one).length === 0);
    expect(await first.undo()).toBe(false);
    expect(ids(one)).toEqual([]);
  });

  it.each([
    ['the browser’s locks', browserLocks()],
    ['notes in the store', null],
    ['notes in the store, where locks are there and forbidden', forbidden],
  ])('check each of the same files once, by %s', async (_name, locks) => {
    const open = desk(locks);
    const [one, two] = [await open(), await open()];
    const files = Array.from({ length: 40 }, (_, index) => ({ file: file(`${index}.html`, `第${index}局`), path: '' }));
    await until('acquaintance', () => one.library.hasCompany() && two.library.hasCompany());
    one.intake.takeFiles(files);
    two.intake.takeFiles(files);
    await until('the end', () => isOver(one) && isOver(two));
    await until('the lists', () => ids(one).length === 40 && ids(two).length === 40);
    const count = (state: string) => windows.flatMap(({ intake }) => intake.jobs.value).filter((job) => job.state === state).length;
    expect([count('done'), count('duplicate')]).toEqual([40, 40]);
  });

  it.each([
    ['the browser’s locks', browserLocks()],
    ['notes in the store', null],
  ])('check stored reports again in one of them, and stop together, by %s', async (_name, locks) => {
    const open = desk(locks);
    const one = await open();
    for (let index = 0; index < 50; index += 1) await one.library.addFile(sampleRecord(`f${index}`));
    const two = await open();
    await until('all', () => ids(two).length === 50);
    // At the first step: a while later it may be over.
    const stopWatching = one.library.rechecking.subscribe((now) => now && now.done > 0 && one.library.stopRecheck());
    await one.library.setCheckOptions({ off: ['R-1'] });
    await until('running and stopped', () => one.library.recheckState.value === 'stopped');
    stopWatching();
    await until('heard', () => two.library.checkOptions.value.off !== undefined);
    await until('stopped', () => two.library.recheckState.value === 'stopped');
    void two.library.recheckAll();
    await until('the end', () => one.library.outdated.value.size === 0 && two.library.outdated.value.size === 0);
    await until('idle', () => one.library.recheckState.value === 'idle' && two.library.recheckState.value === 'idle');
  });
});

describe('a window that could not keep its results', () => {
  /** A store that takes nothing, for one window: full, or broken. */
  const takesNothing =
    (name: string, still: () => boolean) =>
    (inner: Tables): Tables => ({
      close: () => inner.close(),
      transact: (names, mode, work) =>
        inner.transact(names, mode, (tx) =>
          work({
            ...tx,
            put(table, record) {
              if (still()) throw Object.assign(new Error(name), { name });
              tx.put(table, record);
            },
          } as Transaction),
        ),
    });

  it.each(['QuotaExceededError', 'UnknownError'])(
    'loses them when another clears everything, and gets them back with it (%s)',
    async (name) => {
      let refuses = true;
      const open = desk(browserLocks());
      const one = await open(
        {},
        takesNothing(name, () => refuses),
      );
      const two = await open();
      await two.library.addFile(sampleRecord('kept'));
      await until('the kept one', () => ids(one).length === 1);
      await one.library.addFile(sampleRecord('waiting'));
      expect(one.library.loadState.value.state).toBe('memoryOnly');
      await until('both', () => ids(one).length === 2);

      const first = await two.library.clearEverything();
      await until('the clearing', () => ids(one).length === 0);
      expect(await one.library.openReport('waiting.0')).toBeNull();
      expect(await first.undo()).toBe(true);
      await until('the way back', () => ids(one).join() === 'kept,waiting');
      expect(await one.library.openReport('waiting.0')).not.toBeNull();

      const second = await two.library.clearEverything();
      await until('the second clearing', () => ids(one).length === 0);
      await second.finish();
      // There is room again, and what is new is kept.
      refuses = false;
      await one.library.addFile(sampleRecord('later'));
      await until('what came after', () => ids(one).join() === 'later');
      await sleep(20);
      const three = await open();
      await until('lists', () => three.library.loadState.value.state !== 'opening');
      expect(ids(three)).toEqual(name === 'QuotaExceededError' ? ['later'] : []);
      expect(ids(one)).toEqual(['later']);
    },
  );

  it('gets back what it had when the other window had no room to note the clearing either', async () => {
    const open = desk(null);
    const one = await open(
      {},
      takesNothing('QuotaExceededError', () => true),
    );
    const two = await open(
      {},
      takesNothing('QuotaExceededError', () => true),
    );
    await one.library.addFile(sampleRecord('a'));
    await two.library.addFile(sampleRecord('b'));
    await until('both', () => ids(one).join() === 'a' && ids(two).join() === 'b');
    const clearing = await two.library.clearEverything();
    await until('the clearing', () => ids(one).length === 0 && ids(two).length === 0);
    expect(await clearing.undo()).toBe(true);
    await until('the way back', () => ids(one).join() === 'a' && ids(two).join() === 'b');
  });
});

describe('a result that was on its way into the store', () => {
  it('is not written after another window has cleared everything', async () => {
    const open = desk(browserLocks());
    // By itself it would wait longer than any test.
    const one = await open({ writeEvery: 600_000 });
    const two = await open();
    await until('acquaintance', () => two.library.hasCompany());
    const adding = one.library.addFile(sampleRecord('late'));
    const clearing = await two.library.clearEverything();
    await adding;
    await clearing.finish();
    await sleep(20);
    const three = await open();
    expect([ids(one), ids(two), ids(three)]).toEqual([[], [], []]);
  });
});

describe('a turn', () => {
  it('is waited for, given up when asked, and goes on to the next', async () => {
    for (const locks of [browserLocks(), null]) {
      const open = desk(locks);
      const [one, two] = [await open(), await open()];
      const mine = await one.library.turns.take('x');
      expect(mine).not.toBeNull();
      expect(await two.library.turns.take('x')).toBeNull();
      expect(await two.library.turns.take('y')).not.toBeNull();
      const tired = new AbortController();
      const waiting = two.library.turns.wait('x', tired.signal);
      tired.abort();
      expect(await waiting).toBeNull();
      const patient = two.library.turns.wait('x', new AbortController().signal);
      await sleep(20);
      mine!();
      expect(await patient).not.toBeNull();
      expect(await one.library.turns.take('x')).toBeNull();
    }
  });

  it('of a window that could not answer because the page was held is not taken from it', async () => {
    const open = desk(null);
    const [one, two] = [await open(), await open()];
    expect(await one.library.turns.take('x')).not.toBeNull();
    const taking = two.library.turns.take('x');
    await sleep(0);
    for (const from = Date.now(); Date.now() - from < 60; );
    expect(await taking).toBeNull();
  });

  it('that a window has taken along into its end is free again', async () => {
    const open = desk(null);
    const [one, two] = [await open(), await open()];
    expect(await one.library.turns.take('x')).not.toBeNull();
    one.die();
    expect(await two.library.turns.take('x')).not.toBeNull();
  });

  it('leaves no note behind, and none goes into a clearing that is taken back', async () => {
    const open = desk(null);
    const one = await open();
    const release = await one.library.turns.take('x');
    const clearing = await one.library.clearEverything();
    expect(await clearing.undo()).toBe(true);
    release!();
    await sleep(20);
    expect(await one.library.readSetting('turn:x')).toBeUndefined();
  });
});
