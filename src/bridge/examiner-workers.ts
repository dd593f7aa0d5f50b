// Makes the workers of the page. Apart from pool.ts, so that the pool runs where there are no workers.
import type { WorkerFactory } from './crew.ts';

const fetchExaminer = () => import('../../workers/examiner.worker.ts?worker&inline');
const fetchPdfExaminer = () => import('../../workers/pdf-examiner.worker.ts?worker&inline');

/**
 * A classic worker from a blob: the only kind that starts on file:// and that a policy in the page binds too.
 * Loaded on need, so that the hosted page does not carry the readers in its first bytes.
 */
export const createExaminerWorker: WorkerFactory = async () => {
  const { default: ExaminerWorker } = await fetchExaminer();
  return new ExaminerWorker();
};

/** The same with the engine for PDF on board. */
export const createPdfExaminerWorker: WorkerFactory = async () => {
  const { default: PdfExaminerWorker } = await fetchPdfExaminer();
  return new PdfExaminerWorker();
};

/** Has both at hand without starting any. Never rejects: what did not come is asked for again when it is needed. */
export async function fetchWorkers(): Promise<void> {
  await Promise.allSettled([fetchExaminer(), fetchPdfExaminer()]);
}
