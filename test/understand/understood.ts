// A text as the core understands it, up to the report: for tests that ask nothing of the check, which takes most of the time.
import type { Report } from '../../src/core/index.ts';
import { read } from '../../src/core/read/index.ts';
import { understand } from '../../src/core/understand/index.ts';

/** Every report in it, in order; throws with the sentence of the failure if nothing was read or understood. */
export async function understood(content: string, fileName: string): Promise<readonly Report[]> {
  const result = await read(new TextEncoder().encode(content), fileName);
  if (!result.ok) throw new Error(result.failure.message);
  return result.documents.flatMap((document) => {
    const made = understand(document);
    if (!made.ok) throw new Error(made.failure.message);
    return made.reports;
  });
}
