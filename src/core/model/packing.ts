// A checked report as bytes and back: how it travels from worker to page and lies in the store.
// JSON, because one block of bytes crosses threads and goes to disk many times faster than thousands of small objects.
import type { Examined } from './outcome.ts';

/** JSON in UTF-8, in a buffer of its own that can be transferred. */
export function pack(examined: Examined): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(examined));
}

/** Undoes `pack`. Throws a SyntaxError for bytes that are not its own. */
export function unpack(bytes: Uint8Array): Examined {
  return JSON.parse(new TextDecoder().decode(bytes)) as Examined;
}
