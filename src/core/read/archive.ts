// Zip archives: lists what is inside without unpacking and unpacks one part at a time, counting every byte that comes out.
// Hand-written over fflate's Inflate: no library tried stops while unpacking, reads Chinese names or refuses overlaps.
// Knows no document format.
import { Inflate, inflateSync } from 'fflate';
import { decodeText } from './charset.ts';
import { LIMITS } from './limits.ts';
import type { Budget } from './limits.ts';
import { Unreadable } from './unreadable.ts';

export interface ArchiveEntry {
  /** Relative, `/` between folders, no `..`, no drive: harmless whatever the file says. Of a folder it ends in `/`. */
  readonly path: string;
  readonly isFolder: boolean;
  /** Bytes unpacked, as the directory claims: good for a display, never trusted. */
  readonly size: number;
  readonly encrypted: boolean;
}

export interface Archive {
  /** In the order of the directory. */
  readonly entries: readonly ArchiveEntry[];
  /** The entry of this path, letters of either case, a leading slash allowed; null if there is none. Of equal paths the last counts. */
  find(path: string): ArchiveEntry | null;
  /** Unpacks one part and checks its sum. Throws Unreadable: encrypted, damaged, truncated, bomb, too-large, unsupported. */
  unpack(entry: ArchiveEntry): Uint8Array;
}

interface StoredEntry extends ArchiveEntry {
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly headerAt: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const END_LENGTH = 22;
const STORED = 0;
const DEFLATED = 8;
const AES = 99;
const UTF8_FLAG = 0x0800;
/** Input that is unpacked at a time: a thousand times as much may come out before the count is taken. */
const SLICE = 16 * 1024;
/** Packed parts up to this size are unpacked at one go, which is faster; what does not fit is not kept. */
const SMALL = 64 * 1024;

/** Whether the bytes begin like a zip archive: a local header, or the end record of an empty one. */
export function looksLikeArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));
}

/**
 * Reads the directory of an archive; nothing is unpacked.
 * @param budget what may still be unpacked out of the file as a whole; shared with the archives inside
 * @throws Unreadable: truncated, damaged, bomb (too many or overlapping parts), unsupported (split archive), encrypted
 */
export function openArchive(bytes: Uint8Array, budget: Budget): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view);
  refuseOverlaps(view, entries);
  const byPath = new Map<string, StoredEntry>();
  for (const entry of entries) byPath.set(entry.path.toLowerCase(), entry);
  const stored = new Map<ArchiveEntry, StoredEntry>(entries.map((entry) => [entry, entry]));
  return {
    entries,
    find: (path) => byPath.get(path.replace(/^\/+/, '').toLowerCase()) ?? null,
    unpack(entry) {
      const found = stored.get(entry);
      if (!found) throw new Error('an entry of another archive');
      return unpack(bytes, view, found, budget);
    },
  };
}

function readDirectory(bytes: Uint8Array, view: DataView): StoredEntry[] {
  const end = findEnd(view);
  if (end === null) throw new Unreadable('truncated');
  const { count, size, at: declaredAt, endAt } = end;
  if (count > LIMITS.parts) throw tooManyParts(count);
  // Something may stand before the archive (a program that unpacks itself): all places are then shifted.
  const shift = endAt - size - declaredAt;
  const start = uint32(view, declaredAt) === CENTRAL || count === 0 ? 0 : shift;
  if (shift < 0 && start !== 0) throw new Unreadable('damaged', '的目录不完整');
  const raw: {
    readonly name: Uint8Array;
    readonly utf8: boolean;
    readonly named: string | null;
    readonly entry: Omit<StoredEntry, 'path' | 'isFolder'>;
  }[] = [];
  let at = declaredAt + start;
  while (at + 46 <= endAt && view.getUint32(at, true) === CENTRAL) {
    if (raw.length >= LIMITS.parts) throw tooManyParts(raw.length + 1);
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const nameAt = at + 46;
    const next = nameAt + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > view.byteLength) throw new Unreadable('damaged', '的目录不完整');
    const name = bytes.subarray(nameAt, nameAt + nameLength);
    const extra = readExtra(view, nameAt + nameLength, nameAt + nameLength + extraLength, name, {
      size: view.getUint32(at + 24, true),
      packedSize: view.getUint32(at + 20, true),
      headerAt: view.getUint32(at + 42, true),
    });
    const crc = view.getUint32(at + 16, true);
    const { named, size, packedSize, headerAt } = extra;
    const entry = {
      size,
      packedSize,
      method,
      crc,
      headerAt: headerPlace(view, headerAt, start),
      encrypted: (flags & 0x2041) !== 0 || method === AES,
    };
    raw.push({ name, utf8: (flags & UTF8_FLAG) !== 0, named, entry });
    at = next;
  }
  if (raw.length < (count & 0xffff)) throw new Unreadable('damaged', '的目录不完整');
  const decode = nameDecoder(raw.filter(({ utf8, named }) => !utf8 && named === null).map(({ name }) => name));
  return raw.map(({ name, utf8, named, entry }): StoredEntry => {
    const path = named ?? (utf8 ? new TextDecoder('utf-8').decode(name) : decode(name));
    const harmless = harmlessPath(path);
    const isFolder = /[/\\]$/.test(path);
    return { ...entry, path: isFolder ? `${harmless}/` : harmless, isFolder };
  });
}

/** Where a local header stands; some writers shift the directory and not what it points to. */
function headerPlace(view: DataView, at: number, shift: number): number {
  return shift > 0 && uint32(view, at + shift) !== LOCAL && uint32(view, at) === LOCAL ? at : at + shift;
}

interface End {
  readonly count: number;
  readonly size: number;
  readonly at: number;
  /** Where the directory must have ended. */
  readonly endAt: number;
}

/** The end record, looked for from the end of the file: a comment of up to 64 kB or a few stray bytes may follow it. */
function findEnd(view: DataView): End | null {
  const least = Math.max(0, view.byteLength - END_LENGTH - 0xffff - 1024);
  for (let at = view.byteLength - END_LENGTH; at >= least; at--) {
    if (view.getUint8(at) !== 0x50 || view.getUint32(at, true) !== END) continue;
    const end = { count: view.getUint16(at + 10, true), size: view.getUint32(at + 12, true), at: view.getUint32(at + 16, true), endAt: at };
    const wide = readEnd64(view, at);
    if (wide) return wide;
    // The signature may also occur inside a comment or inside stored data.
    if (end.size > at || end.at > at) continue;
    if (view.getUint16(at + 4, true) !== 0 && view.getUint16(at + 4, true) !== 0xffff) {
      throw new Unreadable('unsupported', '是分卷压缩包的一部分', '请先合并解压，再导入其中的报告。');
    }
    return end;
  }
  return null;
}

function readEnd64(view: DataView, endAt: number): End | null {
  const locator = endAt - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END_64_LOCATOR) return null;
  const at = uint64(view, locator + 8);
  if (at + 56 > locator || view.getUint32(at, true) !== END_64) return null;
  return { count: uint64(view, at + 32), size: uint64(view, at + 40), at: uint64(view, at + 48), endAt: at };
}

interface Places {
  readonly size: number;
  readonly packedSize: number;
  readonly headerAt: number;
}

/** Extra fields of an entry: sizes beyond 4 GB (0x0001) and the name in UTF-8 (0x7075), believed if its sum fits the plain name. */
function readExtra(view: DataView, from: number, to: number, name: Uint8Array, places: Places): Places & { readonly named: string | null } {
  let { size, packedSize, headerAt } = places;
  let named: string | null = null;
  for (let at = from; at + 4 <= to; ) {
    const id = view.getUint16(at, true);
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > to) break;
    let field = at + 4;
    const wide = (value: number): number => {
      if (value !== 0xffffffff || field + 8 > end) return value;
      field += 8;
      return uint64(view, field - 8);
    };
    if (id === 0x0001) {
      size = wide(size);
      packedSize = wide(packedSize);
      headerAt = wide(headerAt);
    } else if (id === 0x7075 && field + 5 <= end && view.getUint8(field) === 1 && view.getUint32(field + 1, true) === crc32(name)) {
      named = new TextDecoder('utf-8').decode(new Uint8Array(view.buffer, view.byteOffset + field + 5, end - field - 5));
    }
    at = end;
  }
  return { size, packedSize, headerAt, named };
}

/** One encoding for all names that declare none: WPS and Windows write GBK, macOS UTF-8. */
function nameDecoder(names: readonly Uint8Array[]): (name: Uint8Array) => string {
  const odd = names.filter((name) => name.some((byte) => byte > 0x7f));
  if (odd.length === 0) return (name) => String.fromCharCode(...name);
  const joined = new Uint8Array(odd.reduce((sum, name) => sum + name.length + 1, 0));
  let at = 0;
  for (const name of odd) {
    joined.set(name, at);
    at += name.length;
    joined[at++] = 0x0a;
  }
  const decoded = decodeText(joined);
  // Chinese in UTF-8 takes three bytes a character; GBK that happens to be valid UTF-8 gives Latin letters and the like.
  const charset =
    decoded.charset === 'big5' ? 'big5' : decoded.charset === 'utf-8' && !/[\u0080-\u07ff]/.test(decoded.text) ? 'utf-8' : 'gb18030';
  const decoder = new TextDecoder(charset);
  return (name) => decoder.decode(name);
}

function harmlessPath(path: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is removed
  const parts = path
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .replace(/\\/g, '/')
    .replace(/^[a-z]:/i, '')
    .split('/');
  return parts.filter((part) => part !== '' && part !== '.' && part !== '..').join('/');
}

/** Parts that share bytes: the way to pack a bomb that passes every ratio, and never the work of an archiver. */
function refuseOverlaps(view: DataView, entries: readonly StoredEntry[]): void {
  const ranges = entries.map(({ headerAt, packedSize }) => {
    const dataAt = dataOf(view, headerAt);
    return { from: headerAt, to: (dataAt ?? headerAt + 30) + packedSize };
  });
  ranges.sort((a, b) => a.from - b.from);
  let end = 0;
  for (const { from, to } of ranges) {
    if (from < end) throw new Unreadable('bomb', '里的各部分互相重叠，是恶意构造或损坏的压缩文件，没有读取');
    end = to;
  }
}

/** Where the data behind a local header starts; null if there is no such header. */
function dataOf(view: DataView, headerAt: number): number | null {
  if (headerAt + 30 > view.byteLength || view.getUint32(headerAt, true) !== LOCAL) return null;
  return headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
}

function unpack(bytes: Uint8Array, view: DataView, entry: StoredEntry, budget: Budget): Uint8Array {
  const { method, packedSize, size } = entry;
  if (entry.encrypted) throw new Unreadable('encrypted');
  if (method !== STORED && method !== DEFLATED) {
    throw new Unreadable('unsupported', '用了少见的压缩方法', '请用WPS或系统自带的压缩功能重新压缩，或解压后导入。');
  }
  const dataAt = dataOf(view, entry.headerAt);
  if (dataAt === null) throw new Unreadable('damaged');
  if (dataAt + packedSize > bytes.length) throw new Unreadable('truncated');
  if (size > LIMITS.ratioFreeBytes && size > packedSize * LIMITS.ratio) throw bomb();
  if (size > LIMITS.partBytes) throw tooLarge();
  const packed = bytes.subarray(dataAt, dataAt + packedSize);
  const unpacked = method === STORED ? packed : inflate(packed, size, budget);
  if (method === STORED) {
    if (packedSize !== size) throw new Unreadable('damaged');
    budget.spend(size);
  }
  if (crc32(unpacked) !== entry.crc) throw new Unreadable('damaged', '的内容校验不符，数据已经改变');
  return unpacked;
}

/** Unpacks while counting: what comes out beyond the claimed size, which was weighed before, is not taken. */
function inflate(packed: Uint8Array, size: number, budget: Budget): Uint8Array {
  budget.spend(size);
  if (packed.length <= SMALL) return inflateSmall(packed, size);
  const result = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw bomb();
    result.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += SLICE) stream.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable('damaged', '的压缩数据有错');
  }
  if (length !== size) throw new Unreadable('damaged', '的压缩数据不完整');
  return result;
}

function inflateSmall(packed: Uint8Array, size: number): Uint8Array {
  let result: Uint8Array;
  try {
    // One byte more than claimed shows whether there is more.
    result = inflateSync(packed, { out: new Uint8Array(size + 1) });
  } catch {
    throw new Unreadable('damaged', '的压缩数据有错');
  }
  if (result.length !== size) throw new Unreadable('damaged', '的压缩数据与声明的大小不符');
  return result;
}

function bomb(): Unreadable {
  return new Unreadable('bomb');
}

function tooLarge(): Unreadable {
  return new Unreadable('too-large', `解压后超过${LIMITS.partBytes / 1024 / 1024}兆，没有读取`);
}

function tooManyParts(count: number): Unreadable {
  return new Unreadable(
    'bomb',
    `里面有${count}个文件，超过${LIMITS.parts}个，没有读取`,
    '如果确实是年报，请分成几个压缩包，或解压后导入。',
  );
}

function uint32(view: DataView, at: number): number {
  return at >= 0 && at + 4 <= view.byteLength ? view.getUint32(at, true) : 0;
}

function uint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x1_0000_0000;
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, i) => {
  let crc = i;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** CRC-32 as in zip and PNG, unsigned. */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (let i = 0; i < bytes.length; i++) crc = (CRC_TABLE[(crc ^ (bytes[i] as number)) & 0xff] as number) ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}
