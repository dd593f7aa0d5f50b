// Cuts the bytes of an rtf file into groups, control words and text, without recursion. Knows what no word means but \bin.

export type Token = 'open' | 'close' | 'word' | 'byte' | 'text' | 'end';

export interface Scanner {
  /** Takes the next token; what it holds stands in the fields below. */
  next(): Token;
  /** Leaves the innermost open group: the next token is what follows its closing brace. Gives the number of bytes skipped. */
  skipGroup(): number;
  /** Name of the control word; for a control symbol its sign. */
  readonly word: string;
  /** Number behind the control word, or the value of a byte written in hexadecimal digits; null if there is none. */
  readonly value: number | null;
  /** Text as it stands: bytes of the file. */
  readonly from: number;
  readonly to: number;
}

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const APOSTROPHE = 0x27;
const MINUS = 0x2d;
/** Longer words are no words (Word gives up at 32 letters). */
const LONGEST_WORD = 40;

export function createScanner(bytes: Uint8Array): Scanner {
  /** Words by a sum over their letters, so that the few hundred that occur are made only once. */
  const words = new Map<number, string>();
  let at = 0;
  const scanner = { next, skipGroup, word: '', value: null as number | null, from: 0, to: 0 };
  return scanner;

  function next(): Token {
    while (at < bytes.length) {
      const code = bytes[at] as number;
      if (code === OPEN) {
        at++;
        return 'open';
      }
      if (code === CLOSE) {
        at++;
        return 'close';
      }
      if (code === BACKSLASH) return control();
      if (code === 10 || code === 13 || code === 0) {
        at++;
        continue;
      }
      scanner.from = at;
      for (let each = code; each !== OPEN && each !== CLOSE && each !== BACKSLASH && each !== 10 && each !== 13 && each !== 0; ) {
        if (++at >= bytes.length) break;
        each = bytes[at] as number;
      }
      scanner.to = at;
      return 'text';
    }
    return 'end';
  }

  function control(): Token {
    let code = bytes[++at];
    if (code === undefined) return 'end';
    if (code === APOSTROPHE) {
      const high = digit(bytes[at + 1]);
      const low = digit(bytes[at + 2]);
      at += high < 0 ? 1 : low < 0 ? 2 : 3;
      scanner.value = high < 0 || low < 0 ? 0x3f : high * 16 + low;
      return 'byte';
    }
    scanner.value = null;
    if (!isLetter(code)) {
      at++;
      scanner.word = String.fromCharCode(code);
      return 'word';
    }
    const start = at;
    let sum = 0;
    while (code !== undefined && isLetter(code) && at - start < LONGEST_WORD) {
      sum = (Math.imul(sum, 31) + code) | 0;
      code = bytes[++at];
    }
    scanner.word = wordAt(start, at, sum);
    const negative = code === MINUS;
    if (negative) code = bytes[++at];
    if (code !== undefined && isDigit(code)) {
      let number = 0;
      while (code !== undefined && isDigit(code)) {
        number = Math.min(0x7fffffff, number * 10 + code - 0x30);
        code = bytes[++at];
      }
      scanner.value = negative ? -number : number;
    } else if (negative) code = bytes[--at];
    if (code === 0x20) at++;
    if (scanner.word === 'bin') at = Math.min(bytes.length, at + Math.max(0, scanner.value ?? 0));
    return 'word';
  }

  function wordAt(start: number, end: number, sum: number): string {
    const known = words.get(sum);
    if (known !== undefined && known.length === end - start) {
      let i = 0;
      while (i < known.length && known.charCodeAt(i) === bytes[start + i]) i++;
      if (i === known.length) return known;
    }
    let word = '';
    for (let i = start; i < end; i++) word += String.fromCharCode(bytes[i] as number);
    if (words.size < 5000) words.set(sum, word);
    return word;
  }

  function skipGroup(): number {
    const start = at;
    for (let depth = 1; at < bytes.length; ) {
      const code = bytes[at] as number;
      if (code === BACKSLASH) {
        // Data that may hold anything; everything else can be passed over letter by letter.
        if (bytes[at + 1] === 0x62 && bytes[at + 2] === 0x69 && bytes[at + 3] === 0x6e) control();
        else at += 2;
        continue;
      }
      at++;
      if (code === OPEN) depth++;
      else if (code === CLOSE && --depth === 0) return at - start;
    }
    at = bytes.length;
    return at - start;
  }
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function digit(code: number | undefined): number {
  if (code === undefined) return -1;
  if (isDigit(code)) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
