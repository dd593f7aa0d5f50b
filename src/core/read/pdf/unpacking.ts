// How much the packed streams of a PDF unpack to, counted before pdf.js unpacks them without a limit. Pictures do not count:
// they are not unpacked (see without-pixels.ts).
import { Inflate } from 'fflate';
import { LIMITS } from '../limits.ts';

const STREAM = [...'stream'].map((each) => each.charCodeAt(0));
const END = [...'endstream'].map((each) => each.charCodeAt(0));
/** Where a dictionary may begin before its stream. */
const REACH = 2048;
/** Packed streams below this size unpack to 64 MB at most, one at a time. Fonts are often larger: they are counted. */
const SMALL = 64 * 1024;
/** What is unpacked at a time. */
const SLICE = 16 * 1024;

/** Whether a stream unpacks beyond all measure, or all of them together do. */
export function unpacksTooFar(bytes: Uint8Array): boolean {
  let total = 0;
  for (let at = find(bytes, STREAM, 0); at >= 0; at = find(bytes, STREAM, at + 1)) {
    const isEnd = bytes[at - 1] === END[2] && bytes[at - 2] === END[1] && bytes[at - 3] === END[0];
    if (isEnd) continue;
    const dictionary = dictionaryBefore(bytes, at);
    const packings = dictionary.match(/\/Fl(?:ateDecode)?(?![A-Za-z])/g)?.length ?? 0;
    if (packings === 0 || /\/Subtype\s*\/Image(?![A-Za-z])/.test(dictionary)) continue;
    let from = at + STREAM.length;
    if (bytes[from] === 13) from++;
    if (bytes[from] === 10) from++;
    const found = find(bytes, END, from);
    const to = found < 0 ? bytes.length : found;
    // Packed twice, a few bytes may become anything; nobody but an attacker does so.
    if (packings > 1) return true;
    if (to - from >= SMALL) total += unpackedLength(bytes.subarray(from, to), LIMITS.unpackedBytes - total);
    if (total > LIMITS.unpackedBytes) return true;
    at = to;
  }
  return false;
}

/** Bytes that come out; counting ends where there are too many. Infinity for a single stream beyond the limits. */
function unpackedLength(packed: Uint8Array, left: number): number {
  let length = 0;
  let done = false;
  const inflate = new Inflate((chunk, final) => {
    length += chunk.length;
    done = final;
  });
  try {
    // Two bytes of zlib's own before the data.
    for (let at = 2; at < packed.length && !done; at += SLICE) {
      inflate.push(packed.subarray(at, at + SLICE), false);
      const tooTight = length > LIMITS.ratioFreeBytes * 8 && length > packed.length * LIMITS.ratio;
      if (tooTight || length > Math.min(left, LIMITS.partBytes)) return Infinity;
    }
  } catch {
    // Damaged or encrypted: pdf.js will stop at the same place.
  }
  return length;
}

function dictionaryBefore(bytes: Uint8Array, at: number): string {
  let text = '';
  for (const byte of bytes.subarray(Math.max(0, at - REACH), at)) text += String.fromCharCode(byte);
  return text.slice(Math.max(text.lastIndexOf('obj'), text.lastIndexOf('endstream')) + 1);
}

function find(bytes: Uint8Array, word: readonly number[], from: number): number {
  for (let at = bytes.indexOf(word[0] as number, from); at >= 0; at = bytes.indexOf(word[0] as number, at + 1)) {
    let same = 1;
    while (same < word.length && bytes[at + same] === word[same]) same++;
    if (same === word.length) return at;
  }
  return -1;
}
