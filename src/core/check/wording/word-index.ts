// Finds the words of a dictionary in a text in one pass: every word stands in a drawer named by its first two characters, and a full drawer
// is sorted by lengths. Two tables of folded characters settle nearly every place without a look into a drawer.

/** Words of at least two characters, each with what is known of it. */
export interface WordIndex<T> {
  /** Words that begin with the same two characters, or with two that fold alike. */
  readonly drawers: readonly Drawer<T>[];
  /** For every folded pair of characters the drawer of the words that begin with it, counted from 1; 0 where no word begins. */
  readonly starts: Uint16Array;
  /** 1 for every folded beginning, length and end of a word. */
  readonly ends: Uint8Array;
}

interface Drawer<T> {
  /** Lengths of its words, the longest first. */
  readonly lengths: number[];
  readonly words: Map<string, T[]>;
}

/** A word found: `from` ≤ i < `to` of the text. */
export interface Hit<T> {
  readonly from: number;
  readonly to: number;
  readonly word: string;
  readonly entry: T;
}

/** Puts words in their drawers; words of one character are left out. */
export function indexWords<T>(words: Iterable<readonly [string, T]>): WordIndex<T> {
  const drawers: Drawer<T>[] = [];
  const starts = new Uint16Array(PLACES);
  const ends = new Uint8Array(PLACES);
  for (const [word, entry] of words) {
    if (word.length < 2) continue;
    const place = placeOf(word.charCodeAt(0), word.charCodeAt(1));
    let drawer = drawers[starts[place]! - 1];
    if (!drawer) {
      drawer = { lengths: [], words: new Map() };
      starts[place] = drawers.push(drawer);
    }
    ends[endOf(place, word, 0, word.length)] = 1;
    const same = drawer.words.get(word);
    if (same) same.push(entry);
    else drawer.words.set(word, [entry]);
    if (!drawer.lengths.includes(word.length)) drawer.lengths.push(word.length);
  }
  for (const drawer of drawers) drawer.lengths.sort((a, b) => b - a);
  return { drawers, starts, ends };
}

/** All words in a text, in the order of their beginnings, longer ones first; they may overlap. */
export function findWords<T>({ drawers, starts, ends }: WordIndex<T>, text: string): Hit<T>[] {
  const hits: Hit<T>[] = [];
  if (drawers.length === 0) return hits;
  let next = text.charCodeAt(0);
  for (let from = 0; from + 1 < text.length; from++) {
    const code = next;
    next = text.charCodeAt(from + 1);
    const place = placeOf(code, next);
    const number = starts[place]!;
    if (number === 0) continue;
    const drawer = drawers[number - 1]!;
    for (const length of drawer.lengths) {
      if (from + length > text.length || ends[endOf(place, text, from, length)] === 0) continue;
      const word = text.slice(from, from + length);
      const entries = drawer.words.get(word);
      if (entries) for (const entry of entries) hits.push({ from, to: from + length, word, entry });
    }
  }
  return hits;
}

/** Does a longer word in which a word may rightly stand lie over this place? */
export function liesWithin(text: string, from: number, word: string, longer: readonly string[]): boolean {
  return longer.some((each) => {
    for (let at = each.indexOf(word); at >= 0; at = each.indexOf(word, at + 1)) if (text.startsWith(each, from - at)) return true;
    return false;
  });
}

const PLACES = 0x10000;

function placeOf(code: number, next: number): number {
  return (Math.imul(code, 0x9e3b) ^ next) & (PLACES - 1);
}

/** Folded: where a word begins, how long it is, and its last two characters. */
function endOf(place: number, text: string, from: number, length: number): number {
  const last = Math.imul(text.charCodeAt(from + length - 1), 0x6a95) ^ Math.imul(text.charCodeAt(from + length - 2), 0x3d4d);
  return (last ^ Math.imul(place + length, 0x85eb)) & (PLACES - 1);
}
