// How labels are compared: spaces, punctuation and the style of item numbers never count.

const PUNCTUATION = /[，,、；;：:。．.·“”"'‘’「」『』（）()〔〕[\]【】《》〈〉〃\-—_/／\\]/g;
/** Item numbers in front of a label: 一、（一）(1) 1. ① */
const ITEM = /^(?:[（(]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[）)]|(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[、.．，,])\s*/;

/** Circled numbers lose their circle in NFKC, so they are looked for before. */
const CIRCLED = /^\s*[①-⑳㈠-㈩]/;

/** NFKC, Kangxi and other look-alikes folded, all white space and invisible characters taken out. */
export function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00a0\u200b-\u200f\u2060\ufeff\u3000\u00ad]+/g, '');
}

/** What is left of a label for comparing: no spaces, no punctuation, no item number. */
export function labelCore(text: string): string {
  return squeeze(text.replace(CIRCLED, '')).replace(ITEM, '').replace(PUNCTUATION, '');
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
