// A checked report as bytes and back: how it travels from worker to page and lies in the store.
// JSON, because one block of bytes crosses threads and goes to disk many times faster than thousands of small objects;
// compressed where the browser can (Chromium 80, Firefox 113), because a report of 200 kB then takes a tenth.
import type { Examined } from '../core/model/outcome.ts';

/** In a buffer of its own that can be transferred. */
export async function pack(examined: Examined): Promise<Uint8Array> {
  return compress(new TextEncoder().encode(JSON.stringify(examined)));
}

/** Undoes `pack`, compressed or not. Rejects for bytes that are not its own. */
export async function unpack(packed: Uint8Array): Promise<Examined> {
  // The first bytes of gzip; JSON begins with a brace.
  const compressed = packed[0] === 0x1f && packed[1] === 0x8b;
  const bytes = compressed ? await through(packed, new DecompressionStream('gzip')) : packed;
  return JSON.parse(new TextDecoder().decode(bytes)) as Examined;
}

/** As gzip; as it is where the browser cannot. */
export async function compress(bytes: Uint8Array): Promise<Uint8Array> {
  return typeof CompressionStream === 'undefined' ? bytes : through(bytes, new CompressionStream('gzip'));
}

/** Undoes `compress` for bytes that are gzip. Null: not gzip, damaged, or more than `most` bytes, which are then not held. */
export async function decompress(bytes: Uint8Array, most: number): Promise<Uint8Array | null> {
  if (typeof DecompressionStream === 'undefined') return null;
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  writer.write(bytes as Uint8Array<ArrayBuffer>).catch(() => {});
  writer.close().catch(() => {});
  const reader = stream.readable.getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.byteLength;
      if (length > most) {
        void reader.cancel().catch(() => {});
        return null;
      }
      pieces.push(value);
    }
  } catch {
    return null;
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const writer = stream.writable.getWriter();
  // What goes wrong here is said by the other end.
  writer.write(bytes as Uint8Array<ArrayBuffer>).catch(() => {});
  writer.close().catch(() => {});
  return new Uint8Array(await new Response(stream.readable).arrayBuffer());
}
