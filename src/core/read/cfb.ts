// OLE compound files ([MS-CFB]): the container of doc, wps, xls, et and of encrypted docx and xlsx. Finds streams by name.
// Hand-written over a library: cyclic chains, lying sizes and files cut short must end quickly and be told apart.
// Knows nothing of what the streams hold.

export interface CompoundStream {
  readonly bytes: Uint8Array;
  /** False where the chain of sectors ends early, runs in a circle or leaves the file: `bytes` then holds what was there. */
  readonly whole: boolean;
}

export interface CompoundFile {
  /** Names of the streams and storages at the top, as stored. */
  readonly names: readonly string[];
  /** A stream at the top by its name, letters of either case; null if there is none. Read anew at every call. */
  stream(name: string): CompoundStream | null;
}

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const END_OF_CHAIN = 0xfffffffe;
/** The first number that no longer names a sector. */
const SPECIAL = 0xfffffffa;
const STORAGE = 1;
const STREAM = 2;
const ROOT = 5;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** Whether the bytes begin like a compound file. */
export function looksLikeCompound(bytes: Uint8Array): boolean {
  const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  return bytes.length >= magic.length && magic.every((byte, i) => bytes[i] === byte);
}

/** Reads header, allocation tables and directory; null if they cannot be made sense of. No stream is read yet. */
export function openCompound(bytes: Uint8Array): CompoundFile | null {
  if (!looksLikeCompound(bytes) || bytes.length <= HEADER_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorShift = view.getUint16(30, true);
  const miniShift = view.getUint16(32, true);
  if ((sectorShift !== 9 && sectorShift !== 12) || miniShift !== 6) return null;
  const sectors = createSectors(bytes, view, sectorShift);
  const directory = sectors.chain(view.getUint32(48, true), sectors.count << sectorShift);
  const entries = readEntries(directory.bytes);
  const [root] = entries;
  if (!root || !entries.some((entry) => entry.type === STREAM)) return null;

  const cutoff = view.getUint32(56, true);
  let mini: ((start: number, size: number) => CompoundStream) | null = null;
  const readMini = (start: number, size: number) => {
    mini ??= createMiniSectors(sectors, view.getUint32(60, true), root, miniShift);
    return mini(start, size);
  };
  const top = childrenOf(entries, root);
  const find = (name: string) => {
    const wanted = name.toLowerCase();
    const fits = (entry: Entry) => entry.type === STREAM && entry.name.toLowerCase() === wanted;
    // Some writers leave the tree of names broken: then whatever has the name will do.
    return top.find(fits) ?? entries.find(fits);
  };
  return {
    names: (top.length > 0 ? top : entries).map((entry) => entry.name),
    stream(name) {
      const entry = find(name);
      if (!entry) return null;
      if (entry.size === 0) return { bytes: new Uint8Array(0), whole: true };
      return entry.size < cutoff ? readMini(entry.start, entry.size) : sectors.chain(entry.start, entry.size, true);
    },
  };
}

/** Why a file that begins like a compound one cannot be opened: cut off, where its directory or a table lies beyond its end. */
export function whyNotOpened(bytes: Uint8Array): 'truncated' | 'damaged' {
  if (bytes.length <= HEADER_BYTES) return 'truncated';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return 'damaged';
  const count = (bytes.length >> shift) - 1;
  const lost = (sector: number) => sector >= count && sector < SPECIAL;
  const tables = Math.min(109, view.getUint32(44, true));
  for (let i = 0; i < tables; i++) if (lost(view.getUint32(76 + i * 4, true))) return 'truncated';
  return lost(view.getUint32(48, true)) ? 'truncated' : 'damaged';
}

/**
 * Whether a stream of this name seems to be inside, also where the directory cannot be read: names stand in UTF-16.
 * Good for recognising a file, not for reading it.
 */
export function mentionsStream(bytes: Uint8Array, file: CompoundFile | null, name: string): boolean {
  if (file) return file.names.some((each) => each.toLowerCase() === name.toLowerCase());
  const pattern = Uint8Array.from(Array.from(name).flatMap((letter) => [letter.charCodeAt(0), 0]));
  const first = pattern[0] as number;
  // Entries of the directory are aligned to their own size.
  for (let at = HEADER_BYTES; at + pattern.length < bytes.length; at += ENTRY_BYTES) {
    if (bytes[at] === first && pattern.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

interface Sectors {
  readonly count: number;
  /** Follows a chain for at most `size` bytes. `exact`: the stream must have that many. */
  chain(start: number, size: number, exact?: boolean): CompoundStream;
}

function createSectors(bytes: Uint8Array, view: DataView, shift: number): Sectors {
  const sectorBytes = 1 << shift;
  const perSector = sectorBytes >> 2;
  // The last sector may be cut short.
  const count = Math.max(0, Math.ceil((bytes.length - sectorBytes) / sectorBytes));
  const offset = (sector: number) => (sector + 1) * sectorBytes;
  const tables = listTables(view, count, perSector, offset);
  const next = new Uint32Array(Math.min(count, tables.length * perSector)).fill(END_OF_CHAIN);
  tables.forEach((table, i) => {
    const from = i * perSector;
    const at = offset(table);
    for (let j = 0; j < perSector && from + j < next.length && at + j * 4 + 4 <= bytes.length; j++) {
      next[from + j] = view.getUint32(at + j * 4, true);
    }
  });
  const seen = new Uint32Array(count);
  let stamp = 0;
  return {
    count,
    chain(start, size, exact = false) {
      stamp++;
      const wanted = Math.min(size, count * sectorBytes);
      const pieces: [from: number, to: number][] = [];
      let length = 0;
      let sector = start;
      while (length < wanted && sector < count && seen[sector] !== stamp) {
        seen[sector] = stamp;
        const from = offset(sector);
        const to = Math.min(bytes.length, from + Math.min(sectorBytes, wanted - length));
        const last = pieces[pieces.length - 1];
        if (last && last[1] === from) last[1] = to;
        else pieces.push([from, to]);
        length += to - from;
        sector = sector < next.length ? (next[sector] as number) : END_OF_CHAIN;
      }
      return { bytes: join(bytes, pieces, length), whole: exact ? length === size : sector >= SPECIAL };
    },
  };
}

/** The sectors that hold the allocation table: 109 named in the header, more in a chain of their own. */
function listTables(view: DataView, count: number, perSector: number, offset: (sector: number) => number): number[] {
  const tables: number[] = [];
  const most = Math.ceil(count / perSector);
  const take = (sector: number) => {
    if (sector < count && tables.length < most) tables.push(sector);
  };
  for (let i = 0; i < 109; i++) take(view.getUint32(76 + i * 4, true));
  let sector = view.getUint32(68, true);
  for (let steps = 0; sector < count && tables.length < most && steps <= most; steps++) {
    const at = offset(sector);
    for (let i = 0; i < perSector - 1 && at + i * 4 + 4 <= view.byteLength; i++) take(view.getUint32(at + i * 4, true));
    const link = at + (perSector - 1) * 4;
    sector = link + 4 <= view.byteLength ? view.getUint32(link, true) : END_OF_CHAIN;
  }
  return tables;
}

/** Small streams live in slices of one big stream, chained by a table of their own. */
function createMiniSectors(
  sectors: Sectors,
  tableStart: number,
  root: Entry,
  shift: number,
): (start: number, size: number) => CompoundStream {
  const { bytes } = sectors.chain(root.start, root.size, true);
  const table = sectors.chain(tableStart, Number.MAX_SAFE_INTEGER).bytes;
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const sliceBytes = 1 << shift;
  const links = table.length >> 2;
  return (start, size) => {
    const seen = new Set<number>();
    const pieces: [from: number, to: number][] = [];
    let length = 0;
    let slice = start;
    while (length < size && !seen.has(slice)) {
      seen.add(slice);
      const from = slice * sliceBytes;
      const to = Math.min(bytes.length, from + Math.min(sliceBytes, size - length));
      if (to <= from) break;
      const last = pieces[pieces.length - 1];
      if (last && last[1] === from) last[1] = to;
      else pieces.push([from, to]);
      length += to - from;
      slice = slice < links ? view.getUint32(slice * 4, true) : END_OF_CHAIN;
    }
    return { bytes: join(bytes, pieces, length), whole: length === size };
  };
}

/** A stream in one piece of the file costs no copy. */
function join(bytes: Uint8Array, pieces: readonly (readonly [from: number, to: number])[], length: number): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only) return bytes.subarray(only[0], only[1]);
  const joined = new Uint8Array(length);
  let at = 0;
  for (const [from, to] of pieces) {
    joined.set(bytes.subarray(from, to), at);
    at += to - from;
  }
  return joined;
}

function readEntries(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
    const units = Math.min(32, view.getUint16(at + 64, true) >> 1);
    let name = '';
    for (let i = 0; i < units; i++) {
      const unit = view.getUint16(at + i * 2, true);
      if (unit === 0) break;
      name += String.fromCharCode(unit);
    }
    entries.push({
      name,
      type: directory[at + 66] as number,
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      // Files with small sectors may hold anything in the upper half.
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

/** Entries directly below a storage: a tree of siblings, walked without recursion, each at most once. */
function childrenOf(entries: readonly Entry[], parent: Entry): Entry[] {
  const children: Entry[] = [];
  const seen = new Set<number>();
  const waiting = [parent.child];
  while (waiting.length > 0) {
    const index = waiting.pop() as number;
    const entry = entries[index];
    if (!entry || seen.has(index) || entry.type === ROOT) continue;
    seen.add(index);
    if (entry.type === STREAM || entry.type === STORAGE) children.push(entry);
    waiting.push(entry.left, entry.right);
  }
  return children;
}
