// Reads a number out of a folded text: 1,234.5 · 1.2万 · 四十 · 一百二十三. One look at every character, never back.

/** A number as it was read. */
export interface Numeral {
  readonly value: number;
  /** Index behind the number. */
  readonly to: number;
  readonly decimals: number;
  readonly writing: 'plain' | 'thousands' | 'chinese';
}

const DIGITS = '零一二三四五六七八九';
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
/** More characters are no number that a report states. */
const LONGEST = 18;

/** 0 to 9, already folded. */
export const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

/** Arabic digits from `from`, with thousands separators, decimals and 万 or 亿; null if none stands there. */
export function readArabic(text: string, from: number): Numeral | null {
  let to = from;
  let digits = '';
  let thousands = false;
  while (isDigit(text[to])) digits += text[to++];
  if (digits === '') return null;
  while (digits.length <= LONGEST && text[to] === ',' && (thousands || to - from <= 3) && threeDigits(text, to + 1)) {
    thousands = true;
    digits += text.slice(to + 1, to + 4);
    to += 4;
  }
  let decimals = 0;
  if (text[to] === '.' && isDigit(text[to + 1])) {
    let fraction = '';
    to++;
    while (isDigit(text[to])) fraction += text[to++];
    decimals = fraction.length;
    digits += `.${fraction}`;
  }
  if (digits.length > LONGEST) return { value: Number.NaN, to, decimals, writing: 'plain' };
  const factor = text[to] === '万' && text[to + 1] !== '元' ? 1e4 : text[to] === '亿' && text[to + 1] !== '元' ? 1e8 : 1;
  if (factor > 1) to++;
  return { value: tidy(Number(digits) * factor), to, decimals, writing: thousands ? 'thousands' : 'plain' };
}

function threeDigits(text: string, from: number): boolean {
  return isDigit(text[from]) && isDigit(text[from + 1]) && isDigit(text[from + 2]) && !isDigit(text[from + 3]);
}

/** A Chinese numeral from `from`; null if none stands there or the characters make no number. */
export function readChinese(text: string, from: number): Numeral | null {
  let to = from;
  let whole = 0;
  let section = 0;
  let digit: number | null = null;
  let last = '';
  for (; to - from < LONGEST; to++) {
    const char = text[to] === '〇' ? '零' : text[to] === '两' ? '二' : (text[to] ?? '');
    const value = char === '' ? -1 : DIGITS.indexOf(char);
    if (value >= 0) {
      // 二一: digits one by one are a year or a code, no count.
      if (digit !== null && digit > 0) return null;
      digit = value;
    } else if (TENS[char] !== undefined) {
      section += (digit === null || digit === 0 ? 1 : digit) * TENS[char]!;
      digit = null;
    } else if (char === '万') {
      if (text[to + 1] === '元') break;
      whole = (whole + section + (digit ?? 0)) * 1e4;
      section = 0;
      digit = null;
    } else break;
    last = char;
  }
  if (to === from || to - from >= LONGEST) return null;
  // 万 alone is no number; 一百二 is one hundred and twenty.
  if (last === '万' && whole === 0) return null;
  return { value: whole + section + (digit ?? 0), to, decimals: 0, writing: 'chinese' };
}

function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
