// What the page asks its workers for: hashes, checks, archives taken apart, stored reports checked again.
import type { CheckOptions } from '../core/check/index.ts';
import type { Overrides } from '../core/model/correction.ts';
import type { Digested, Examination, Rechecked } from './api.ts';
import { createCrew, handOver } from './crew.ts';
import type { CrewOptions, Settled, TaskOptions } from './crew.ts';
import { openUnpacking } from './unpacking.ts';
import type { Unpacking } from './unpacking.ts';

export { DEADLINE } from './crew.ts';
export type { Interruption, Settled, TaskOptions, WorkerFactory, WorkerLike } from './crew.ts';
export type PoolOptions = CrewOptions;

export interface Pool {
  readonly size: number;
  digest(bytes: Uint8Array, options?: TaskOptions): Promise<Settled<Digested>>;
  examine(bytes: Uint8Array, fileName: string, checkOptions: CheckOptions, options?: TaskOptions): Promise<Settled<Examination>>;
  /**
   * Takes an archive apart in a worker of its own, beside those of the pool; the caller closes it.
   * @param path name of the archive
   */
  unpack(bytes: Uint8Array, path: string, options?: TaskOptions): Unpacking;
  /** `body` is transferred: the caller has it no longer. */
  recheck(body: Uint8Array, overrides: Overrides, checkOptions: CheckOptions, options?: TaskOptions): Promise<Settled<Rechecked>>;
  /** Ends every worker; what runs or waits is cancelled. */
  close(): void;
}

/** The longest a timer can wait: a session is closed by whoever opened it. */
const FOR_EVER = 2 ** 31 - 1;

/** All cores but the one the page needs, within 1 to 8. */
export function poolSize(cores: number | undefined): number {
  return Math.min(8, Math.max(1, (cores ?? 2) - 1));
}

export function createPool(options: PoolOptions): Pool {
  const { ask, close } = createCrew(options);
  const { size } = options;
  const sessions = new Set<Unpacking>();
  return {
    size,
    digest: (bytes, task) => ask((examiner) => examiner.digest(handOver(bytes)), task),
    examine: (bytes, fileName, checkOptions, task) =>
      // Comlink's types spread a promise over the members of a union.
      ask((examiner) => examiner.examine(handOver(bytes), fileName, checkOptions) as Promise<Examination>, task),
    unpack(bytes, path, task) {
      const session = openUnpacking(createCrew({ ...options, size: 1, idle: FOR_EVER }), handOver(bytes), path, task);
      sessions.add(session);
      return {
        next: (most) => session.next(most),
        close() {
          sessions.delete(session);
          session.close();
        },
      };
    },
    recheck: (body, overrides, checkOptions, task) => ask((examiner) => examiner.recheck(handOver(body), overrides, checkOptions), task),
    close() {
      for (const session of sessions) session.close();
      close();
    },
  };
}
