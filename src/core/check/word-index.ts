// Finds the words of a dictionary in a text in one pass: every word stands in a drawer named by its first two characters, and a full drawer
// is sorted by lengths. The work is at most length of text × lengths of words that begin alike.

/** Words of at least two characters, each with what is known of it. */
export interface WordIndex<T> {
  readonly drawers: ReadonlyMap<number, Drawer<T>>;
  /** 1 for every pair of characters with which a word begins, folded into so many places: where it is 0, no word begins. */
  readonly starts: Uint8Array;
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
  const drawers = new Map<number, Drawer<T>>();
  const starts = new Uint8Array(0x10000);
  for (const [word, entry] of words) {
    if (word.length < 2) continue;
    starts[placeOf(word.charCodeAt(0), word.charCodeAt(1))] = 1;
    const name = nameOf(word, 0);
    let drawer = drawers.get(name);
    if (!drawer) {
      drawer = { lengths: [], words: new Map() };
      drawers.set(name, drawer);
    }
    const same = drawer.words.get(word);
    if (same) same.push(entry);
    else drawer.words.set(word, [entry]);
    if (!drawer.lengths.includes(word.length)) drawer.lengths.push(word.length);
  }
  for (const drawer of drawers.values()) drawer.lengths.sort((a, b) => b - a);
  return { drawers, starts };
}

/** All words in a text, in the order of their beginnings, longer ones first; they may overlap. */
export function findWords<T>(index: WordIndex<T>, text: string): Hit<T>[] {
  const hits: Hit<T>[] = [];
  const { starts } = index;
  let next = text.charCodeAt(0);
  for (let from = 0; from + 1 < text.length; from++) {
    const code = next;
    next = text.charCodeAt(from + 1);
    if (starts[placeOf(code, next)] === 0) continue;
    const drawer = index.drawers.get(nameOf(text, from));
    if (!drawer) continue;
    for (const length of drawer.lengths) {
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

function placeOf(code: number, next: number): number {
  return (Math.imul(code, 0x9e3b) ^ next) & 0xffff;
}

function nameOf(text: string, from: number): number {
  return text.charCodeAt(from) * 0x10000 + text.charCodeAt(from + 1);
}
