// How labels are compared: spaces, punctuation and the style of item numbers never count.

const PUNCTUATION = /[，,、；;：:。．.·“”"'‘’「」『』（）()〔〕[\]【】《》〈〉〃\-—_/／\\]/g;
/** Item numbers in front of a label: 一、（一）(1) 1. ① */
const ITEM = /^(?:[（(]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[）)]|(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[、.．，,])\s*/;

/** Circled numbers lose their circle in NFKC, so they are looked for before. */
const CIRCLED = /^\s*[①-⑳㈠-㈩]/;

/** NFKC, Kangxi and other look-alikes folded, all white space and invisible characters taken out. */
export function squeeze(text: string): string {
  const { length } = text;
  if (length > LONGEST_QUICK) return squeezeAny(text);
  let size = 0;
  let same = true;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    const folded = SQUEEZED[code]!;
    if (folded === OTHER) return squeezeAny(text);
    if (folded !== code) same = false;
    if (folded !== GONE) codes[size++] = folded;
  }
  return same ? text : String.fromCharCode.apply(null, codes.subarray(0, size) as unknown as number[]);
}

const LONGEST_QUICK = 512;
const codes = new Uint16Array(LONGEST_QUICK);
const GONE = 0;
const OTHER = 1;
/** What NFKC makes of the characters of nearly every label and line, each by itself; OTHER where it takes the whole text to say. */
const SQUEEZED = new Uint16Array(0x10000).fill(OTHER).fill(0, 0x4e00, 0xa000);
for (let code = 0x4e00; code < 0xa000; code++) SQUEEZED[code] = code;
for (const [first, last] of [
  [0x09, 0x0d],
  [0x20, 0x7e],
  [0xb7, 0xb7],
  [0xd7, 0xd7],
  [0x2010, 0x2027],
  // Without the marks that join what stands before them.
  [0x3000, 0x3029],
  [0xff01, 0xff5e],
] as const) {
  for (let code = first; code <= last; code++) {
    const folded = squeezeAny(String.fromCharCode(code));
    SQUEEZED[code] = folded === '' ? GONE : folded.length === 1 ? folded.charCodeAt(0) : OTHER;
  }
}

function squeezeAny(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00a0\u200b-\u200f\u2060\ufeff\u3000\u00ad]+/g, '');
}

/** What is left of a label for comparing: no spaces, no punctuation, no item number. */
export function labelCore(text: string): string {
  const squeezed = squeeze(CIRCLED.test(text) ? text.replace(CIRCLED, '') : text);
  const words = ITEM.test(squeezed) ? squeezed.replace(ITEM, '') : squeezed;
  for (let index = 0; index < words.length; index++) {
    const code = words.charCodeAt(index);
    // Only where there is punctuation at all does it have to be taken out.
    if ((code < 0x4e00 || code > 0x9fff) && !(code >= 0x30 && code <= 0x39)) return words.replace(PUNCTUATION, '');
  }
  return words;
}

/** Number in front of a label as it was printed, squeezed; empty if there is none. */
export function labelItem(text: string): string {
  return ITEM.exec(squeeze(text))?.[0] ?? '';
}

/** Edits (insert, delete, replace) between two short strings, at most `limit` + 1. */
export function editDistance(a: string, b: string, limit = 8): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const value = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + cost);
      current.push(value);
      if (value < best) best = value;
    }
    if (best > limit) return limit + 1;
    previous = current;
  }
  return previous[b.length]!;
}

/** Likeness of two label cores, 0–1. */
export function likeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 1;
  return 1 - editDistance(a, b, longest) / longest;
}
