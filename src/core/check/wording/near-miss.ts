// Slips within words of the field: a character replaced by one of like sound or shape, swapped, doubled, lost or added.
// Reported only where the stretch cannot be read as known words and can be read once it is mended.
import { begins, HEAD, headsAt, letters, makeReady, nextHeads, nextTails, STRANGER, strangersIn, TAIL, tailsAt } from './known-words.ts';
import { Search } from './near-miss-search.ts';
import type { NearMiss } from './near-miss-kinds.ts';

/** Characters of one paragraph that are searched: three times the longest report known. */
const LONGEST_TEXT = 30_000;

/** What a search found. */
export interface NearMisses {
  /** In order; never two over the same place. */
  readonly found: readonly NearMiss[];
  /** Where the search was given up because hardly anything can be read as words, or the paragraph is too long; null if it came to the end. */
  readonly stoppedAt: number | null;
}

const NOTHING: NearMisses = { found: [], stoppedAt: null };

/** All near misses in a text. */
export function nearMissesIn(whole: string): NearMisses {
  if (whole.length < 2) return NOTHING;
  const text = whole.length > LONGEST_TEXT ? whole.slice(0, LONGEST_TEXT) : whole;
  const reach = makeReady() + 1;
  const { length } = text;
  if (letteredText.length < length + MARGIN) letteredText = new Uint16Array(2 * length + MARGIN);
  const codes = letteredText;
  for (let at = 0; at < length; at++) codes[at] = text.charCodeAt(at);
  codes.fill(0, length, length + MARGIN);
  const known = strangersIn(codes, length);
  const rest = length < whole.length ? length : null;
  if (!known) return { found: [], stoppedAt: rest };
  const search = new Search(text, codes);
  let last = -reach - 2;
  let next = nextStranger(known, 0, length);
  let at = 0;
  for (; at + 1 < length && search.goesOn(); at++) {
    if (next < at) {
      last = next;
      next = nextStranger(known, next + 1, length);
    }
    // Where all can be read there is nothing to look for.
    if (at - last > reach && next - at > reach) {
      if (next >= length) break;
      at = next - reach;
    }
    const bit = known[at]!;
    if (bit & STRANGER) search.bare(at, known);
    if ((bit | known[at + 1]!) & STRANGER) {
      if (codes[at] === codes[at + 1]) search.twice(at);
      else search.short(at);
    }
    if (bit & HEAD && next < length) fromHeads(search, codes, at, next);
    if (bit & TAIL) fromTails(search, codes, at, known[at + 1]! & STRANGER ? at + 1 : bit & STRANGER ? at : last);
  }
  return {
    found: settle(search.found, length),
    stoppedAt: search.goesOn() ? rest : at,
  };
}

/** Zeros behind a text, so that what is looked at beyond its end is nothing. */
const MARGIN = 64;
/** The characters of the text that is searched; kept from text to text. */
let letteredText = new Uint16Array(4096);
/** Greater than every place in a text. */
const BEYOND = 0x3fffffff;

/** The first stranger from a place on; `BEYOND` if there is none. */
function nextStranger(known: Uint8Array, from: number, length: number): number {
  for (let at = from; at < length; at++) if (known[at]! & STRANGER) return at;
  return BEYOND;
}

/** Tries the phrases that begin at a place; `next` is the first stranger from there on. */
function fromHeads(search: Search, codes: Uint16Array, at: number, next: number): void {
  const least = next - at;
  const third = codes[at + 2];
  const fourth = codes[at + 3];
  for (let phrase = headsAt(codes[at]!, codes[at + 1]!, least); phrase !== 0; phrase = nextHeads[phrase]!) {
    search.looks--;
    const begin = begins[phrase]!;
    const length = begins[phrase + 1]! - begin;
    if (length < least) continue;
    // One slip leaves the third or the fourth where it was, or one place off.
    const left = letters[begin + 2];
    const farther = letters[begin + 3];
    if (length === 3 || left === third || farther === fourth || farther === third || left === fourth) search.fromHead(at, phrase);
  }
}

/** Tries the phrases of which the last two characters stand at a place; `nearest` is the last stranger up to there. */
function fromTails(search: Search, codes: Uint16Array, at: number, nearest: number): void {
  const least = at - nearest + 1;
  const third = codes[at - 1];
  const fourth = codes[at - 2];
  for (let phrase = tailsAt(codes[at]!, codes[at + 1]!, least); phrase !== 0; phrase = nextTails[phrase]!) {
    search.looks--;
    const end = begins[phrase + 1]!;
    const length = end - begins[phrase]!;
    if (length < least) continue;
    const left = letters[end - 3];
    const farther = length > 3 ? letters[end - 4] : 0;
    if (length === 3 || left === third || farther === fourth || farther === third || left === fourth) search.fromTail(at + 2, phrase);
  }
}

/** Of those that overlap the one that mends most; the shorter one where they are equal. */
function settle(found: readonly NearMiss[], length: number): NearMiss[] {
  if (found.length < 2) return [...found];
  const taken = new Uint8Array(length);
  return [...found]
    .sort((a, b) => b.gain - a.gain || a.to - a.from - (b.to - b.from) || a.from - b.from)
    .filter(({ from, to }) => {
      if (taken.subarray(from, to).includes(1)) return false;
      taken.fill(1, from, to);
      return true;
    })
    .sort((a, b) => a.from - b.from);
}
