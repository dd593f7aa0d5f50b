// Folds a text for scanning: full-width digits and punctuation become plain, white space goes, and every character knows whence it came.

/** A folded text and whence its characters came. */
export interface Folded {
  readonly text: string;
  /** Index into the original for every character, and one more for the end. */
  readonly origin: ArrayLike<number>;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const SPACE = 0;

/** What a character is folded to; SPACE for white space. Looked up, since every character of a report is asked for. */
const FOLDED = Uint16Array.from({ length: 0x10000 }, (_, code) => {
  if (code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200f)) return SPACE;
  if (code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x2060 || code === 0xfeff) return SPACE;
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
});

/** For the text that is being folded; nothing of it is kept. */
const scratch = new Uint16Array(8192);

/** White space between two digits stays as one space: two numbers may stand side by side. */
export function fold(original: string): Folded {
  const size = original.length;
  // Pieces are joined once: a string that grows and is looked into at every step would be copied at every step.
  const codes = size <= scratch.length ? scratch : new Uint16Array(size);
  const origin = new Uint32Array(size + 1);
  let length = 0;
  let spaceAfterDigit = -1;
  for (let index = 0; index < size; index++) {
    const printed = original.charCodeAt(index);
    const code = FOLDED[printed]!;
    if (code === SPACE && printed !== SPACE) {
      if (spaceAfterDigit < 0 && length > 0 && isDigit(codes[length - 1]!)) spaceAfterDigit = index;
      continue;
    }
    if (spaceAfterDigit >= 0) {
      if (isDigit(code)) {
        codes[length] = 32;
        origin[length++] = spaceAfterDigit;
      }
      spaceAfterDigit = -1;
    }
    codes[length] = code;
    origin[length++] = index;
  }
  origin[length] = size;
  let text = '';
  for (let at = 0; at < length; at += 4096) {
    // Handed over as they are: spread, they would go through an iterator one by one.
    text += String.fromCharCode.apply(null, codes.subarray(at, Math.min(at + 4096, length)) as unknown as number[]);
  }
  return { text, origin };
}
