// The one pool of workers of the page.
import { createExaminerWorker, createPdfExaminerWorker } from '../bridge/examiner-workers.ts';
import { withPdfDetour } from '../bridge/pdf-detour.ts';
import { createPool, poolSize } from '../bridge/pool.ts';

const size = poolSize(globalThis.navigator?.hardwareConcurrency);

/** A PDF worker takes several times the memory of a plain one: two at most. */
export const pool = withPdfDetour(
  createPool({ createWorker: createExaminerWorker, size }),
  createPool({ createWorker: createPdfExaminerWorker, size: Math.min(2, size) }),
);

export { fetchWorkers } from '../bridge/examiner-workers.ts';
