// PLACEHOLDER
import type { Format, ReadResult } from './format.ts';
import { failure } from '../model/outcome.ts';
export const formats: readonly Format[] = [];
/** Recognises the format of a file and reads it. */
export async function read(_bytes: Uint8Array, fileName: string): Promise<ReadResult & { format: string }> {
  return { ok: false, failure: failure(fileName, 'unsupported'), format: '' };
}
