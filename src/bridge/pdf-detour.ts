// Sends files that hold a PDF on to the workers that can read one. They are heavy, so they start only when one comes.
import type { Examination } from './api.ts';
import type { Pool } from './pool.ts';

const NEEDED: string = 'needs-pdf-worker';

/** Whether the file, or a part of it, was left for want of the engine for PDF. */
function wantsPdf(examination: Examination): boolean {
  if (examination.ok === 'folder') return false;
  if (!examination.ok) return examination.failure.code === NEEDED;
  return examination.failures.some((failure) => failure.code === NEEDED);
}

/** One pool out of two: `light` for everything, `heavy` for what `light` hands back because of a PDF in it. */
export function withPdfDetour(light: Pool, heavy: Pool): Pool {
  return {
    ...light,
    async examine(bytes, fileName, checkOptions, options) {
      const first = await light.examine(bytes, fileName, checkOptions, options);
      if (!first.ok || !wantsPdf(first.value)) return first;
      return heavy.examine(first.value.bytes, fileName, checkOptions, options);
    },
    close() {
      light.close();
      heavy.close();
    },
  };
}
