// A few workers and a queue before them. Every task ends: with its value, or timed out, crashed or cancelled.
// Knows nothing of files and stores, nor of what the workers are asked.
import { transfer, wrap } from 'comlink';
import type { Endpoint, Remote } from 'comlink';
import type { Examiner } from './api.ts';

/** The part of a Worker that is needed. Tests put a MessagePort with a `terminate` here. */
export interface WorkerLike extends Endpoint {
  terminate(): void;
}

export type WorkerFactory = () => Promise<WorkerLike>;

/** `not-loaded`: there is no worker, because its part of the program could not be fetched. */
export type Interruption = 'timeout' | 'crashed' | 'cancelled' | 'not-loaded';
export type Settled<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Interruption };

export interface TaskOptions {
  /** Queued: the task is dropped. Running: its worker is terminated and replaced. */
  readonly signal?: AbortSignal;
  /** Before everything that waits: a person is looking at it. */
  readonly urgent?: boolean;
}

export interface CrewOptions {
  readonly createWorker: WorkerFactory;
  /** Workers at the same time, at least 1. */
  readonly size: number;
  /** Milliseconds one task may run. */
  readonly deadline?: number;
  /** Milliseconds after which a worker with nothing to do is let go: it gives its memory back. */
  readonly idle?: number;
}

export interface Crew {
  ask<T>(start: (examiner: Remote<Examiner>) => Promise<T>, options?: TaskOptions): Promise<Settled<T>>;
  /** Ends every worker; what runs or waits is cancelled. */
  close(): void;
}

interface Task {
  readonly start: (examiner: Remote<Examiner>) => Promise<unknown>;
  readonly settle: (result: Settled<unknown>) => void;
}

interface Seat {
  /** null while the worker is being made. */
  worker: WorkerLike | null;
  examiner: Remote<Examiner> | null;
  task: Task | null;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export const DEADLINE = 30_000;
const IDLE = 10_000;
/** A timer that comes later than this was held up: by a machine asleep or a tab in the background. */
const HELD_UP = 5_000;

export function createCrew({ createWorker, size, deadline = DEADLINE, idle = IDLE }: CrewOptions): Crew {
  const seats: Seat[] = [];
  const queue: Task[] = [];

  function remove(seat: Seat): void {
    clearTimeout(seat.timer);
    const index = seats.indexOf(seat);
    if (index >= 0) seats.splice(index, 1);
    seat.worker?.terminate();
    seat.worker = null;
    seat.examiner = null;
  }

  /** Ends the worker with whatever it was doing. The next task gets a new one. */
  function abandon(seat: Seat, reason: Interruption): void {
    const { task } = seat;
    seat.task = null;
    remove(seat);
    task?.settle({ ok: false, reason });
    serve();
  }

  function serve(): void {
    while (queue.length > 0) {
      const seat = seats.find(({ task, worker }) => !task && worker) ?? newSeat();
      if (!seat) return;
      seat.task = queue.shift()!;
      if (seat.worker) run(seat);
    }
  }

  function newSeat(): Seat | null {
    if (seats.length >= size) return null;
    const seat: Seat = { worker: null, examiner: null, task: null, timer: undefined };
    seats.push(seat);
    createWorker().then(
      (worker) => {
        if (!seats.includes(seat)) {
          worker.terminate();
          return;
        }
        seat.worker = worker;
        seat.examiner = wrap<Examiner>(worker);
        const crash = (event: Event): void => {
          event.preventDefault?.();
          if (seat.worker === worker) abandon(seat, 'crashed');
        };
        worker.addEventListener('error', crash as EventListener);
        worker.addEventListener('messageerror', crash as EventListener);
        if (seat.task) run(seat);
        else rest(seat);
      },
      () => abandon(seat, 'not-loaded'),
    );
    return seat;
  }

  function run(seat: Seat): void {
    const task = seat.task!;
    clearTimeout(seat.timer);
    watch(seat, task, deadline, true);
    const finish = (result: Settled<unknown>): void => {
      if (seat.task !== task) return;
      seat.task = null;
      clearTimeout(seat.timer);
      task.settle(result);
      serve();
      if (!seat.task) rest(seat);
    };
    let answer: Promise<unknown>;
    try {
      answer = task.start(seat.examiner!);
    } catch (error) {
      answer = Promise.reject(error);
    }
    answer.then(
      (value) => finish({ ok: true, value }),
      () => finish({ ok: false, reason: 'crashed' }),
    );
  }

  /** A deadline that fires far too late was asleep itself: the task then gets a little more of the time it did not have. */
  function watch(seat: Seat, task: Task, milliseconds: number, graceLeft: boolean): void {
    const began = Date.now();
    seat.timer = setTimeout(() => {
      if (seat.task !== task) return;
      if (graceLeft && Date.now() - began > milliseconds + HELD_UP) watch(seat, task, milliseconds / 3, false);
      else abandon(seat, 'timeout');
    }, milliseconds);
  }

  function rest(seat: Seat): void {
    clearTimeout(seat.timer);
    seat.timer = setTimeout(() => {
      if (!seat.task) remove(seat);
    }, idle);
  }

  function ask<T>(start: (examiner: Remote<Examiner>) => Promise<T>, { signal, urgent }: TaskOptions = {}): Promise<Settled<T>> {
    return new Promise((resolve) => {
      if (signal?.aborted) {
        resolve({ ok: false, reason: 'cancelled' });
        return;
      }
      const cancel = (): void => {
        const waiting = queue.indexOf(task);
        if (waiting >= 0) {
          queue.splice(waiting, 1);
          task.settle({ ok: false, reason: 'cancelled' });
          return;
        }
        const seat = seats.find((each) => each.task === task);
        if (seat) abandon(seat, 'cancelled');
      };
      const task: Task = {
        start,
        settle: (result) => {
          signal?.removeEventListener('abort', cancel);
          resolve(result as Settled<T>);
        },
      };
      signal?.addEventListener('abort', cancel);
      if (urgent) queue.unshift(task);
      else queue.push(task);
      serve();
    });
  }

  return {
    ask,
    close() {
      for (const task of queue.splice(0)) task.settle({ ok: false, reason: 'cancelled' });
      for (const seat of [...seats]) abandon(seat, 'cancelled');
    },
  };
}

/** Bytes must own their buffer: with a view into a larger one, its neighbours would go along. */
export function handOver(bytes: Uint8Array): Uint8Array {
  const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
  return transfer(own, [own.buffer as ArrayBuffer]);
}
