// The shelf of formats and the one way in: recognises a file by its content first and its name second, then reads it.
import { failure } from '../model/outcome.ts';
import type { Failure } from '../model/outcome.ts';
import { looksLikeArchive, openArchive } from './archive.ts';
import type { Archive } from './archive.ts';
import { looksLikeFlatPackage, openFlatPackage } from './flat-package.ts';
import { decodeHead } from './charset.ts';
import type { Format, ReadResult, Recognition, Sample } from './format.ts';
import { createBudget, LIMITS, tooDeep } from './limits.ts';
import type { Budget } from './limits.ts';
import { recogniseSignature, unsupported } from './signature.ts';
import { Unreadable } from './unreadable.ts';

const entries = import.meta.glob<Format>('./formats/*.ts', { eager: true, import: 'default' });

/** All formats that can be read, by id. */
export const formats: readonly Format[] = Object.values(entries).sort((a, b) => (a.id < b.id ? -1 : 1));

/** `format` is the id on the shelf, empty if no format took the file. */
export type ReadOutcome = ReadResult & { readonly format: string };

const CONFIDENCE: Readonly<Record<Recognition, number>> = { certain: 3, likely: 2, possible: 1, no: 0 };

/**
 * Recognises the format of a file and reads it. Never throws: whatever goes wrong is a failure with a sentence.
 * @param bytes the whole file; not kept and not changed
 * @param fileName name with extension, or path inside an archive; breaks ties between formats
 */
export function read(bytes: Uint8Array, fileName: string): Promise<ReadOutcome> {
  return readWithin(bytes, fileName, createBudget());
}

async function readWithin(bytes: Uint8Array, fileName: string, budget: Budget): Promise<ReadOutcome> {
  let id = '';
  try {
    if (budget.depth > LIMITS.nesting) throw tooDeep();
    if (bytes.length === 0) return refuse(failure(fileName, 'empty', '是空文件，没有任何内容'));
    if (bytes.length > LIMITS.fileBytes) return refuse(tooLarge(fileName, LIMITS.fileBytes));
    if (isZero(bytes)) return refuse(failure(fileName, 'damaged', '的内容全部是空字节，没有保存成功'));
    const head = isPackage(bytes) ? null : decodeHead(bytes, LIMITS);
    const archive = peekArchive(bytes, head, budget);
    const sample: Sample = { bytes, extension: extensionOf(fileName), head, archive };
    const signature = recogniseSignature(bytes, sample.head, fileName);
    // What is plainly something else goes only to a format that is certain of it, whatever its name says.
    const format = recognise(sample, signature === null ? 'possible' : 'certain');
    if (format === null) return refuse(unsupported(fileName, signature));
    id = format.id;
    if (sample.head !== null && !format.readsBytes && bytes.length > LIMITS.textBytes)
      return refuse(tooLarge(fileName, LIMITS.textBytes), id);
    const inside = async (part: Uint8Array, path: string) => readWithin(part, path, budget.deeper());
    const result = await format.read({ bytes, path: fileName, archive, budget, inside });
    if (result.ok && result.failures.length === 0 && result.documents.every((document) => document.blocks.length === 0)) {
      return refuse(failure(fileName, 'empty', '里没有可以读取的文字'), id);
    }
    return { ...result, format: id };
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.failure(fileName), id);
    // The reason is for programmers; a person needs to know that this file was not checked and what to do.
    return refuse(failure(fileName, 'damaged', '的结构异常，读取时出错'), id);
  }
}

/** Whether the first bytes are those of an archive or of a compound file: no text, and looking for one is dear. */
function isPackage(bytes: Uint8Array): boolean {
  return looksLikeArchive(bytes) || (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0);
}

/** The directory of an archive; what is wrong with one comes to light when a format reads it. */
function peekArchive(bytes: Uint8Array, head: string | null, budget: Budget): Archive | null {
  if (head !== null && looksLikeFlatPackage(head)) return openFlatPackage(bytes);
  if (!looksLikeArchive(bytes)) return null;
  try {
    return openArchive(bytes, budget);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

function recognise(sample: Sample, least: Recognition): Format | null {
  let best: Format | null = null;
  let bestRank = 0;
  for (const format of formats) {
    const confidence = CONFIDENCE[format.recognise(sample)];
    if (confidence === 0 || confidence < CONFIDENCE[least]) continue;
    const rank = confidence * 2 + (format.extensions.includes(sample.extension) ? 1 : 0);
    if (rank > bestRank) {
      best = format;
      bestRank = rank;
    }
  }
  return best;
}

/** A loop of its own: a callback for each byte of a large file takes seconds. */
function isZero(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i] !== 0) return false;
  return true;
}

function extensionOf(fileName: string): string {
  return /\.([^./\\]+)$/.exec(fileName.trim())?.[1]?.toLowerCase() ?? '';
}

function tooLarge(path: string, limit: number): Failure {
  return failure(path, 'too-large', `超过${limit / 1024 / 1024}兆，没有读取`);
}

function refuse(reason: Failure, format = ''): ReadOutcome {
  return { ok: false, failure: reason, format };
}
