// A checked report as bytes and back: how it travels from worker to page and lies in the store.
// JSON, because one block of bytes crosses threads and goes to disk many times faster than thousands of small objects;
// compressed where the browser can (Chromium 80, Firefox 113), because a report of 200 kB then takes a tenth.
import type { Examined } from '../core/model/outcome.ts';

/** In a buffer of its own that can be transferred. */
export async function pack(examined: Examined): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(JSON.stringify(examined));
  return typeof CompressionStream === 'undefined' ? bytes : through(bytes, new CompressionStream('gzip'));
}

/** Undoes `pack`, compressed or not. Rejects for bytes that are not its own. */
export async function unpack(packed: Uint8Array): Promise<Examined> {
  // The first bytes of gzip; JSON begins with a brace.
  const compressed = packed[0] === 0x1f && packed[1] === 0x8b;
  const bytes = compressed ? await through(packed, new DecompressionStream('gzip')) : packed;
  return JSON.parse(new TextDecoder().decode(bytes)) as Examined;
}

async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const writer = stream.writable.getWriter();
  // What goes wrong here is said by the other end.
  writer.write(bytes as Uint8Array<ArrayBuffer>).catch(() => {});
  writer.close().catch(() => {});
  return new Uint8Array(await new Response(stream.readable).arrayBuffer());
}
