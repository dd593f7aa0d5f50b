// Builds OLE compound files for tests, sound ones; tests break them afterwards.

const FREE = 0xffffffff;
const END = 0xfffffffe;
const FAT = 0xfffffffd;
const CUTOFF = 4096;

/** A compound file with streams at its top. `shift`: 9 for sectors of 512 bytes, 12 for 4,096. */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>, shift: 9 | 12 = 9): Uint8Array {
  const size = 1 << shift;
  const sectors: Uint8Array[] = [];
  const next: number[] = [];
  const put = (data: Uint8Array): number => {
    const first = sectors.length;
    const count = Math.ceil(data.length / size);
    for (let i = 0; i < count; i++) {
      const sector = new Uint8Array(size);
      sector.set(data.subarray(i * size, (i + 1) * size));
      sectors.push(sector);
      next.push(i === count - 1 ? END : first + i + 1);
    }
    return count === 0 ? END : first;
  };

  const small: number[] = [];
  const smallNext: number[] = [];
  const entries = Object.entries(streams).map(([name, data]) => {
    if (data.length >= CUTOFF || data.length === 0) return { name, start: put(data), size: data.length };
    const start = smallNext.length;
    const count = Math.ceil(data.length / 64);
    for (let i = 0; i < count; i++) smallNext.push(i === count - 1 ? END : start + i + 1);
    small.push(...data, ...new Array<number>(count * 64 - data.length).fill(0));
    return { name, start, size: data.length };
  });
  const smallStart = put(Uint8Array.from(small));
  const smallTable = put(numbers(smallNext, size));

  const directory = new Uint8Array(Math.ceil(((entries.length + 1) * 128) / size) * size);
  const write = (i: number, name: string, type: number, start: number, length: number, right: number, child: number) => {
    const view = new DataView(directory.buffer, i * 128, 128);
    Array.from(name).forEach((letter, at) => view.setUint16(at * 2, letter.charCodeAt(0), true));
    view.setUint16(64, (name.length + 1) * 2, true);
    view.setUint8(66, type);
    view.setUint8(67, 1);
    view.setUint32(68, FREE, true);
    view.setUint32(72, right, true);
    view.setUint32(76, child, true);
    view.setUint32(116, start, true);
    view.setUint32(120, length, true);
  };
  write(0, 'Root Entry', 5, smallStart, small.length, FREE, entries.length > 0 ? 1 : FREE);
  entries.forEach((entry, i) => write(i + 1, entry.name, 2, entry.start, entry.size, i + 2 <= entries.length ? i + 2 : FREE, FREE));
  const directoryStart = put(directory);

  // The table has to hold itself as well.
  let tables = 1;
  while (tables * (size / 4) < sectors.length + tables) tables++;
  if (tables > 109) throw new Error('too large for a test');
  const tableStart = sectors.length;
  for (let i = 0; i < tables; i++) next.push(FAT);
  const table = numbers(next, size);
  for (let i = 0; i < tables; i++) sectors.push(table.subarray(i * size, (i + 1) * size));

  const file = new Uint8Array((sectors.length + 1) * size);
  const head = new DataView(file.buffer);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  head.setUint16(24, 0x3e, true);
  head.setUint16(26, shift === 9 ? 3 : 4, true);
  head.setUint16(28, 0xfffe, true);
  head.setUint16(30, shift, true);
  head.setUint16(32, 6, true);
  head.setUint32(44, tables, true);
  head.setUint32(48, directoryStart, true);
  head.setUint32(56, CUTOFF, true);
  head.setUint32(60, smallTable, true);
  head.setUint32(68, END, true);
  for (let i = 0; i < 109; i++) head.setUint32(76 + i * 4, i < tables ? tableStart + i : FREE, true);
  sectors.forEach((sector, i) => file.set(sector, (i + 1) * size));
  return file;
}

function numbers(values: readonly number[], size: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((values.length * 4) / size) * size).fill(0xff);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => view.setUint32(i * 4, value, true));
  return bytes;
}

/** Little-endian bytes, joined: numbers by width, texts in UTF-16. */
export class ByteWriter {
  private readonly bytes: number[] = [];

  get length(): number {
    return this.bytes.length;
  }

  u8(...values: readonly number[]): this {
    for (const value of values) this.bytes.push(value & 0xff);
    return this;
  }

  u16(...values: readonly number[]): this {
    for (const value of values) this.u8(value, value >> 8);
    return this;
  }

  u32(...values: readonly number[]): this {
    for (const value of values) this.u16(value, value >> 16);
    return this;
  }

  f64(value: number): this {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value, true);
    return this.raw(new Uint8Array(view.buffer));
  }

  wide(text: string): this {
    for (let i = 0; i < text.length; i++) this.u16(text.charCodeAt(i));
    return this;
  }

  raw(data: Iterable<number>): this {
    for (const byte of data) this.bytes.push(byte);
    return this;
  }

  padTo(multiple: number): this {
    while (this.bytes.length % multiple !== 0) this.bytes.push(0);
    return this;
  }

  done(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }
}
