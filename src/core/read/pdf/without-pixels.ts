// Makes every picture of a PDF one pixel large before it is opened. Nobody looks at pictures here, and decoding those of a
// scanned report would take seconds and, in a hostile file, gigabytes. Same length, so that no offset in the file moves;
// streams and text are not touched.

const SUBTYPE = [...'/Subtype'].map((each) => each.charCodeAt(0));
const STREAM = [...'stream'].map((each) => each.charCodeAt(0));
/** A dictionary of a picture is a few hundred bytes. */
const REACH = 4096;
// Filters that are slow, or that would need the real size; with an unknown one the bytes are taken as they are.
const FILTERS = /\/(?:DCTDecode|JPXDecode|JBIG2Decode|CCITTFaxDecode)(?=[\s/\]>[])/g;
const SIZES = /\/(?:Width|Height)\s+(\d+)(?=[\s/>])(?!\s+\d+\s+R)/g;

/** A copy of the file with small pictures. */
export function withoutPixels(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  for (let at = copy.indexOf(SLASH); at >= 0; at = copy.indexOf(SLASH, at + 1)) {
    if (!matches(copy, at, SUBTYPE)) continue;
    const head = latin(copy, at + SUBTYPE.length, at + SUBTYPE.length + 16);
    if (!/^\s*\/Image(?![A-Za-z])/.test(head)) continue;
    shrink(copy, at);
  }
  return copy;
}

const SLASH = 0x2f;

function shrink(bytes: Uint8Array, at: number): void {
  const from = Math.max(0, at - REACH);
  let end = at;
  while (end < bytes.length && end < at + REACH && !matches(bytes, end, STREAM)) end++;
  if (!matches(bytes, end, STREAM)) return;
  const before = latin(bytes, from, at);
  const start = from + Math.max(0, before.lastIndexOf('obj'));
  const dictionary = latin(bytes, start, end);
  for (const match of dictionary.matchAll(SIZES)) {
    const digits = match[1] as string;
    const place = start + match.index + match[0].length - digits.length;
    for (let i = 0; i < digits.length; i++) bytes[place + i] = i === digits.length - 1 ? 0x31 : 0x30;
  }
  // The last letter: /DCTDecodX is no filter.
  for (const match of dictionary.matchAll(FILTERS)) bytes[start + match.index + match[0].length - 1] = 0x58;
}

function matches(bytes: Uint8Array, at: number, word: readonly number[]): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word[i]) return false;
  return true;
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (const byte of bytes.subarray(from, to)) text += String.fromCharCode(byte);
  return text;
}
