// Folds a text for scanning: full-width digits and punctuation become plain, white space goes, and every character knows whence it came.

export interface Folded {
  readonly text: string;
  /** Index into the original for every character, and one more for the end. */
  readonly origin: readonly number[];
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200f) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x2060 ||
  code === 0xfeff;

/** White space between two digits stays as one space: two numbers may stand side by side. */
export function fold(original: string): Folded {
  // Pieces are joined once: a string that grows and is looked into at every step would be copied at every step.
  const codes: number[] = [];
  const origin: number[] = [];
  let spaceAfterDigit = -1;
  for (let index = 0; index < original.length; index++) {
    let code = original.charCodeAt(index);
    if (isSpace(code)) {
      if (spaceAfterDigit < 0 && codes.length > 0 && isDigit(codes[codes.length - 1]!)) spaceAfterDigit = index;
      continue;
    }
    if (code >= 0xff01 && code <= 0xff5e) code -= 0xfee0;
    if (spaceAfterDigit >= 0) {
      if (isDigit(code)) {
        codes.push(32);
        origin.push(spaceAfterDigit);
      }
      spaceAfterDigit = -1;
    }
    codes.push(code);
    origin.push(index);
  }
  origin.push(original.length);
  let text = '';
  for (let at = 0; at < codes.length; at += 8192) text += String.fromCharCode(...codes.slice(at, at + 8192));
  return { text, origin };
}
