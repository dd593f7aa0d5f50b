// Makes the workers of the page. Apart from pool.ts, so that the pool runs where there are no workers.
import type { WorkerFactory } from './pool.ts';

/**
 * A classic worker from a blob: the only kind that starts on file:// and that a policy in the page binds too.
 * Loaded on need, so that the hosted page does not carry the readers in its first bytes.
 */
export const createExaminerWorker: WorkerFactory = async () => {
  const { default: ExaminerWorker } = await import('../../workers/examiner.worker.ts?worker&inline');
  return new ExaminerWorker();
};

/** The same with the engine for PDF on board. */
export const createPdfExaminerWorker: WorkerFactory = async () => {
  const { default: PdfExaminerWorker } = await import('../../workers/pdf-examiner.worker.ts?worker&inline');
  return new PdfExaminerWorker();
};
