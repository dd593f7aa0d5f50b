// An archive (zip) written in pieces and read in pieces, its parts stored as they are. Knows nothing of what they hold.
// Nothing is compressed here: what is worth it is compressed before, off the page's thread.

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;
/** Names are UTF-8. */
const UTF8_NAMES = 0x0800;
/** Beyond these an archive needs other fields, which old unpackers do not know. */
const MOST_BYTES = 0xffff_ffff;
const MOST_PARTS = 0xffff;

export interface ZipPart {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly crc: number;
  /** Of its local header, from the beginning of the file. */
  readonly offset: number;
}

export interface ZipWriter {
  /** Null: the archive would grow beyond 4 GB or 65,535 parts, and the part was not taken. */
  add(name: string, bytes: Uint8Array): ZipPart | null;
  /** The whole archive. Nothing can be added afterwards. */
  finish(): Blob;
}

const TABLE = new Uint32Array(256);
for (let n = 0; n < 256; n += 1) {
  let value = n;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  TABLE[n] = value >>> 0;
}

/** CRC-32 as zip uses it. */
export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (let at = 0; at < bytes.length; at += 1) value = TABLE[(value ^ bytes[at]!) & 0xff]! ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** Every part goes into a Blob at once, which browsers put on disk when there are many: no archive is ever held in memory. */
export function createZipWriter(): ZipWriter {
  const pieces: Blob[] = [];
  const parts: ZipPart[] = [];
  let length = 0;
  let directory = END_SIZE;
  return {
    add(name, bytes) {
      const encoded = new TextEncoder().encode(name);
      const needed = 30 + encoded.length + bytes.length;
      if (parts.length >= MOST_PARTS || length + needed + directory + 46 + encoded.length > MOST_BYTES) return null;
      const part: ZipPart = { name, size: bytes.length, crc: crc32(bytes), offset: length };
      const header = new DataView(new ArrayBuffer(30));
      header.setUint32(0, LOCAL, true);
      common(header, 4, part, encoded.length);
      pieces.push(new Blob([header, encoded, bytes as Uint8Array<ArrayBuffer>]));
      parts.push(part);
      length += needed;
      directory += 46 + encoded.length;
      return part;
    },
    finish() {
      const entries: BlobPart[] = [];
      for (const part of parts) {
        const encoded = new TextEncoder().encode(part.name);
        const entry = new DataView(new ArrayBuffer(46));
        entry.setUint32(0, ENTRY, true);
        entry.setUint16(4, 20, true);
        common(entry, 6, part, encoded.length);
        entry.setUint32(42, part.offset, true);
        entries.push(entry, encoded);
      }
      const end = new DataView(new ArrayBuffer(END_SIZE));
      end.setUint32(0, END, true);
      end.setUint16(8, parts.length, true);
      end.setUint16(10, parts.length, true);
      end.setUint32(12, directory - END_SIZE, true);
      end.setUint32(16, length, true);
      return new Blob([...pieces, ...entries, end], { type: 'application/zip' });
    },
  };
}

/** The fields that the local header and the directory have in common, from `at` on. Dated 1980: there is no clock here. */
function common(view: DataView, at: number, { size, crc }: ZipPart, nameLength: number): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  view.setUint16(at + 8, 0x21, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, nameLength, true);
}

/** The parts of an archive by name. Null: not an archive of `createZipWriter`, or cut off. Rejects if the file cannot be read. */
export async function readZip(file: Blob): Promise<ReadonlyMap<string, ZipPart> | null> {
  if (file.size < END_SIZE) return null;
  const end = await viewOf(file, file.size - END_SIZE, END_SIZE);
  if (end.getUint32(0, true) !== END) return null;
  const [count, size, start] = [end.getUint16(10, true), end.getUint32(12, true), end.getUint32(16, true)];
  if (start + size + END_SIZE !== file.size) return null;
  const directory = await viewOf(file, start, size);
  const parts = new Map<string, ZipPart>();
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > size || directory.getUint32(at, true) !== ENTRY) return null;
    const nameLength = directory.getUint16(at + 28, true);
    const more = directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
    if (directory.getUint16(at + 10, true) !== 0 || at + 46 + nameLength + more > size) return null;
    const name = new TextDecoder().decode(new Uint8Array(directory.buffer, directory.byteOffset + at + 46, nameLength));
    const part: ZipPart = {
      name,
      crc: directory.getUint32(at + 16, true),
      size: directory.getUint32(at + 24, true),
      offset: directory.getUint32(at + 42, true),
    };
    if (part.offset + part.size > start) return null;
    parts.set(name, part);
    at += 46 + nameLength + more;
  }
  return parts;
}

/** The bytes of a part. Null: they are not what was written. Rejects if the file cannot be read. */
export async function readZipPart(file: Blob, part: ZipPart): Promise<Uint8Array | null> {
  const header = await viewOf(file, part.offset, 30);
  if (header.byteLength < 30 || header.getUint32(0, true) !== LOCAL) return null;
  const begin = part.offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const bytes = new Uint8Array(await file.slice(begin, begin + part.size).arrayBuffer());
  return bytes.length === part.size && crc32(bytes) === part.crc ? bytes : null;
}

async function viewOf(file: Blob, from: number, size: number): Promise<DataView> {
  return new DataView(await file.slice(from, from + size).arrayBuffer());
}
