// An archive as a folder of files: what in it was put there to be read, and those files one by one.
// Knows junk and pictures by their names; reads no document.
import type { Failure } from '../model/outcome.ts';
import { failure } from '../model/outcome.ts';
import { looksLikeArchive, openArchive } from './archive.ts';
import type { Archive, ArchiveEntry } from './archive.ts';
import { createBudget, LIMITS, tooDeep } from './limits.ts';
import type { Budget } from './limits.ts';
import { Unreadable } from './unreadable.ts';

/** Folders and files that systems leave behind: macOS, Windows, open documents, version control. */
const JUNK = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._[^/]*$|Thumbs\.db$|desktop\.ini$|~\$[^/]*$|\.~[^/]*$|~[^/]*\.tmp$|\.git\/|\.svn\/)/i;
const PICTURE = /\.(?:jpe?g|png|gif|bmp|tiff?|webp|heic|svg|ico|emf|wmf)$/i;

export interface Parts {
  /** In the order of the directory. */
  readonly parts: readonly ArchiveEntry[];
  /** Pictures, which are not read. */
  readonly pictures: number;
}

/** Leaves out folders, what systems leave behind, and pictures, which are counted. */
export function listParts(archive: Archive): Parts {
  const files = archive.entries.filter((entry) => !entry.isFolder && entry.path !== '' && !JUNK.test(entry.path));
  const parts = files.filter(({ path }) => !PICTURE.test(path));
  return { parts, pictures: files.length - parts.length };
}

/** Whether an archive is a folder of files and not the package of one document. */
export function isFolder(archive: Archive): boolean {
  return !archive.find('[Content_Types].xml') && !archive.find('mimetype') && !archive.find('OFD.xml');
}

/** The failure of a folder in which nothing can be read; null if there are parts. */
export function refuseEmpty({ parts, pictures }: Parts, path: string): Failure | null {
  if (parts.length > 0) return null;
  return failure(path, 'empty', pictures > 0 ? `里只有${pictures}张图片，没有可以读取的文字` : '里没有文件');
}

/** One file out of an archive, or why it cannot be had. */
export type Part =
  | { readonly ok: true; readonly path: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly failure: Failure };

/** What of an archive was not handed out as a part: told when there are no more. */
export interface LeftOut {
  /** Pictures, in archives inside too. */
  readonly pictures: number;
}

/** Whether the first bytes of a file (four are enough) could be those of an archive, so that `unpack` is worth asking. */
export function mayUnpack(head: Uint8Array): boolean {
  return looksLikeArchive(head);
}

/**
 * The files of an archive one by one, those in archives inside it too, each unpacked only when asked for: so that every
 * one can be examined as a file of its own. Null if it is no archive or the package of one document, to be examined whole.
 * @param path name of the archive; the paths of its parts begin with it
 */
export function unpack(bytes: Uint8Array, path: string): Generator<Part, LeftOut, undefined> | null {
  if (!looksLikeArchive(bytes) || bytes.length > LIMITS.fileBytes) return null;
  const budget = createBudget();
  try {
    const archive = openArchive(bytes, budget);
    return isFolder(archive) ? unpackFolder(archive, path, budget) : null;
  } catch (error) {
    // What is wrong with it is told when it is examined.
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

function* unpackFolder(archive: Archive, path: string, budget: Budget): Generator<Part, LeftOut, undefined> {
  const listed = listParts(archive);
  let { pictures } = listed;
  const empty = refuseEmpty(listed, path);
  if (empty) yield { ok: false, failure: empty };
  for (const entry of listed.parts) {
    const partPath = `${path}/${entry.path}`;
    try {
      const bytes = archive.unpack(entry);
      const inner = looksLikeArchive(bytes) ? openInner(bytes, budget.deeper()) : null;
      if (inner && isFolder(inner)) pictures += (yield* unpackFolder(inner, partPath, budget.deeper())).pictures;
      else yield { ok: true, path: partPath, bytes };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      yield { ok: false, failure: error.failure(partPath) };
    }
  }
  return { pictures };
}

function openInner(bytes: Uint8Array, budget: Budget): Archive | null {
  let archive: Archive;
  try {
    archive = openArchive(bytes, budget);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
  if (isFolder(archive) && budget.depth >= LIMITS.nesting) throw tooDeep();
  return archive;
}
