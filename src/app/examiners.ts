// The one pool of workers of the page.
import { createExaminerWorker } from '../bridge/examiner-workers.ts';
import { createPool, poolSize } from '../bridge/pool.ts';

export const pool = createPool({ createWorker: createExaminerWorker, size: poolSize(globalThis.navigator?.hardwareConcurrency) });
