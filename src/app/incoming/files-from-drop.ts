// Gets every file out of a drop, folders included, in whatever way this browser and this address allow.
// Knows nothing of what the files are.
import type { IncomingFile } from '../create-intake.ts';

export interface Dropped {
  readonly files: readonly IncomingFile[];
  /** A folder was dropped that this browser does not let us open: offer the button that picks a folder. */
  readonly needFolderButton: boolean;
  /** Chinese; null when all is well. */
  readonly sentence: string | null;
}

/** The parts of the page's address that decide what may be called; for tests. */
export interface Place {
  readonly protocol: string;
  readonly secure: boolean;
}

interface FolderHandle {
  readonly kind: 'file' | 'directory';
  readonly name: string;
  getFile(): Promise<File>;
  values(): AsyncIterable<FolderHandle>;
}

type ItemWithHandle = DataTransferItem & { getAsFileSystemHandle?: () => Promise<FolderHandle | null> };

/** Files asked for at the same time: more gains nothing, one by one is several times slower. */
const AT_ONCE = 32;

/**
 * Everything is taken from the DataTransfer before the first await: after it the items are dead.
 * A folder is walked with webkitGetAsEntry. On file:// that answers EncodingError in every Chromium, there handles do it.
 * getAsFileSystemHandle is never called elsewhere: on plain http it exists and kills the tab (seen in Chromium 103 to 156).
 */
export async function filesFromDrop(transfer: DataTransfer, place: Place = here()): Promise<Dropped> {
  const items = Array.from(transfer.items).filter((item) => item.kind === 'file') as ItemWithHandle[];
  const plain = items.map((item) => item.getAsFile());
  const entries = items.map((item) => item.webkitGetAsEntry?.() ?? null);
  const handlesAllowed = place.protocol === 'file:' && place.secure;
  const handles = items.map((item, index) =>
    handlesAllowed && entries[index]?.isDirectory && item.getAsFileSystemHandle ? item.getAsFileSystemHandle().catch(() => null) : null,
  );
  // Some browsers give files but no items.
  if (items.length === 0) return { files: fromFileList(transfer.files), needFolderButton: false, sentence: null };

  const files: IncomingFile[] = [];
  const closed: string[] = [];
  for (const [index, entry] of entries.entries()) {
    const file = plain[index];
    if (!entry?.isDirectory) {
      if (file) files.push({ file, path: '' });
      continue;
    }
    const found: IncomingFile[] = [];
    try {
      const handle = await handles[index];
      if (handle) await walkHandle(handle, '', found);
      else await walkEntry(entry, '', found);
      files.push(...found);
    } catch {
      // Half a folder would look like a whole one: nothing of it is taken.
      closed.push(entry.name);
    }
  }
  if (closed.length === 0) return { files, needFolderButton: false, sentence: null };
  const names =
    closed
      .slice(0, 3)
      .map((name) => `“${name}”`)
      .join('、') + (closed.length > 3 ? `等${closed.length}个` : '');
  return {
    files,
    needFolderButton: true,
    sentence: `浏览器不允许直接拖入文件夹${names}，其中的文件没有导入，请用“选择文件夹”按钮重新选择。`,
  };
}

/** Files of an `<input type="file">`, with the folder each stands in where a folder was picked. */
export function fromFileList(list: ArrayLike<File>): readonly IncomingFile[] {
  return Array.from(list, (file) => {
    const relative = file.webkitRelativePath ?? '';
    return { file, path: relative.includes('/') ? relative.slice(0, relative.lastIndexOf('/')) : '' };
  });
}

function here(): Place {
  return { protocol: location.protocol, secure: isSecureContext };
}

const join = (path: string, name: string): string => (path ? `${path}/${name}` : name);

async function walkAll<T>(things: readonly T[], walk: (thing: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < things.length; from += AT_ONCE) await Promise.all(things.slice(from, from + AT_ONCE).map(walk));
}

async function walkHandle(handle: FolderHandle, path: string, found: IncomingFile[]): Promise<void> {
  if (handle.kind === 'file') {
    found.push({ file: await handle.getFile(), path });
    return;
  }
  const inside: FolderHandle[] = [];
  for await (const each of handle.values()) inside.push(each);
  await walkAll(inside, (each) => walkHandle(each, join(path, handle.name), found));
}

async function walkEntry(entry: FileSystemEntry, path: string, found: IncomingFile[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
    found.push({ file, path });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  for (;;) {
    // Gives at most 100 at a time, and none when it is done.
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) break;
    inside.push(...some);
  }
  await walkAll(inside, (each) => walkEntry(each, join(path, entry.name), found));
}
