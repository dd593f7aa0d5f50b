// Tries the ways out from the page and from a worker as those that read documents.
import { tryWaysOut } from './ways-out.ts';
import type { WayResult } from './ways-out.ts';

export type { WayOutcome } from './ways-out.ts';

export interface WaysTried {
  readonly page: readonly WayResult[];
  /** Null: the worker did not start or did not answer, so nothing is known of it. */
  readonly worker: readonly WayResult[] | null;
}

/** Until the worker must have answered, in ms. */
const DEADLINE = 4500;

/** Takes some seconds at most, never rejects. */
export async function tryWaysOutEverywhere(): Promise<WaysTried> {
  const [page, worker] = await Promise.all([tryWaysOut('page'), inWorker().catch(() => null)]);
  return { page, worker };
}

async function inWorker(): Promise<readonly WayResult[] | null> {
  const { default: WaysOutWorker } = await import('../../workers/ways-out.worker.ts?worker&inline');
  const worker = new WaysOutWorker();
  try {
    return await new Promise((resolve) => {
      setTimeout(() => resolve(null), DEADLINE);
      worker.addEventListener('message', ({ data }) => resolve(data as WayResult[]));
      worker.addEventListener('error', () => resolve(null));
    });
  } finally {
    worker.terminate();
  }
}
