// What of a text can be read as known words: those of the field and the common ones. Knows no slip.
import { COMMON_WORDS, LONGER_WORDS, MEETINGS } from '../lexicon/common-words.ts';
import { FURTHER_WORDS } from '../lexicon/further-words.ts';
import { FIELD_NAMES, FIELD_PHRASES, FIELD_WORDS } from '../lexicon/vocabulary.ts';

/** What is known of two characters that stand side by side; several may hold. */
export const WORD = 1;
/** A word of the field. */
export const FIELD = 2;
/** A phrase begins with them. */
export const HEAD = 4;
/** A phrase ends with them. */
export const TAIL = 8;
/** They meet in right text without being a word. */
export const MEETING = 16;
/** A word that is more than its pairs begins with them. */
const LONGER = 32;
/** A word of all offices, which is no word of the field. */
export const FURTHER = 128;
/** Said of a character in a text: it stands in no known word and is none by itself. */
export const STRANGER = 64;

const FIRST = 0x4e00;
const LAST = 0x9fff;

export function isHan(code: number): boolean {
  return code >= FIRST && code <= LAST;
}

// Every two characters of a text are asked for, and what is known of 7,000 pairs must be ready for the first report: open addressing in
// typed arrays that are filled straight from the lists takes a tenth of what Maps, Sets and sorted lists of strings took.
const SLOTS = 0x4000;
const keys = new Int32Array(SLOTS);
const bits = new Uint8Array(SLOTS);
/** First phrase that begins, ends, or is a longer word that begins with the pair of a slot. */
const heads = new Uint16Array(SLOTS);
const tails = new Uint16Array(SLOTS);
const longer = new Uint16Array(SLOTS);
/** Length of the longest phrase that begins, or ends, with it. */
const longestHeads = new Uint8Array(SLOTS);
const longestTails = new Uint8Array(SLOTS);

// Phrases go by numbers, from 1; 0 is none.
const PHRASES = 0x1000;
/** The characters of all phrases, and where those of each begin; they end where the next one begins. */
export const letters = new Uint16Array(0x6000);
export const begins = new Uint16Array(PHRASES + 1);
/** 1 for names and turns that stand whole: a lost, foreign or additional character is a slip too. */
export const wholes = new Uint8Array(PHRASES);
/** The next phrase with the same beginning, or end. */
export const nextHeads = new Uint16Array(PHRASES);
export const nextTails = new Uint16Array(PHRASES);
const nextLonger = new Uint16Array(PHRASES);
let count = 1;
let longest = 0;

/** The slot of a pair of Chinese characters, or the free one where it would stand. Keys stay below 2^30, so that none needs a box. */
function slotOf(code: number, next: number): number {
  const key = (((code - FIRST) << 15) | (next - FIRST)) + 1;
  let slot = Math.imul(key, 0x2545f491) >>> 18;
  for (let there = keys[slot]!; there !== 0 && there !== key; there = keys[slot]!) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}

function mark(code: number, next: number, bit: number): number {
  const slot = slotOf(code, next);
  keys[slot] = (((code - FIRST) << 15) | (next - FIRST)) + 1;
  bits[slot]! |= bit;
  return slot;
}

/** What is known of two characters, given by their codes. Nothing before `makeReady` was called. */
export function bitsOf(code: number, next: number): number {
  return isHan(code) && isHan(next) ? bits[slotOf(code, next)]! : 0;
}

/** The first phrase that begins with two Chinese characters, if one of them is at least so long. */
export function headsAt(code: number, next: number, least: number): number {
  const slot = slotOf(code, next);
  return longestHeads[slot]! < least ? 0 : heads[slot]!;
}

/** The same for those that end with two characters. */
export function tailsAt(code: number, next: number, least: number): number {
  const slot = slotOf(code, next);
  return longestTails[slot]! < least ? 0 : tails[slot]!;
}

/** The phrase that a stretch is; 0 if it is none. */
export function phraseOf(codes: Uint16Array, from: number, to: number): number {
  for (let phrase = heads[slotOf(codes[from]!, codes[from + 1]!)]!; phrase !== 0; phrase = nextHeads[phrase]!) {
    const begin = begins[phrase]!;
    if (begins[phrase + 1]! - begin === to - from && stands(phrase, codes, from)) return phrase;
  }
  return 0;
}

/** Fills the tables, once, before the first text is searched; answers the length of the longest phrase. */
export function makeReady(): number {
  if (count > 1) return longest;
  markGroups(COMMON_WORDS, WORD);
  markGroups(FURTHER_WORDS, WORD | FURTHER);
  markGroups(FIELD_WORDS, WORD | FIELD);
  markGroups(MEETINGS, MEETING);
  readPhrases(FIELD_NAMES, 1);
  readPhrases(FIELD_PHRASES, 0);
  const mereWords = count;
  readPhrases(LONGER_WORDS, 0);
  for (let phrase = 1; phrase < count; phrase++) {
    const [begin, end] = [begins[phrase]!, begins[phrase + 1]!];
    if (phrase < mereWords) chain(phrase, begin, end);
    if (isOfWords(begin, end)) continue;
    const slot = mark(letters[begin]!, letters[begin + 1]!, LONGER);
    nextLonger[phrase] = longer[slot]!;
    longer[slot] = phrase;
  }
  return longest;
}

/** Is a phrase nothing but words of two characters one behind the other? */
function isOfWords(begin: number, end: number): boolean {
  if ((end - begin) % 2 === 1) return false;
  for (let at = begin; at < end; at += 2) if (!(bits[slotOf(letters[at]!, letters[at + 1]!)]! & WORD)) return false;
  return true;
}

/** Puts a phrase among those with the same beginning and with the same end. */
function chain(phrase: number, begin: number, end: number): void {
  const length = end - begin;
  const head = mark(letters[begin]!, letters[begin + 1]!, HEAD);
  nextHeads[phrase] = heads[head]!;
  heads[head] = phrase;
  if (length > longestHeads[head]!) longestHeads[head] = length;
  const tail = mark(letters[end - 2]!, letters[end - 1]!, TAIL);
  nextTails[phrase] = tails[tail]!;
  tails[tail] = phrase;
  if (length > longestTails[tail]!) longestTails[tail] = length;
  if (length > longest) longest = length;
}

/** Groups of a character and all that make a word behind it. */
function markGroups(words: string, bit: number): void {
  let first = 0;
  for (let at = 0; at < words.length; at++) {
    const code = words.charCodeAt(at);
    if (code <= 0x20) first = 0;
    else if (first === 0) first = code;
    else mark(first, code, bit);
  }
}

const COLON = 0x3a;
const LINE_END = 0x0a;

/** Phrases between blanks; what stands before a colon begins all phrases of its line. */
function readPhrases(text: string, whole: number): void {
  let head = 0;
  let shared = 0;
  let end = begins[count]!;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const begin = begins[count]!;
    if (code > COLON) letters[end++] = code;
    else if (code === COLON) {
      shared = end - begin;
      head = begin;
    } else {
      if (end > begin + shared) {
        wholes[count] = whole;
        begins[++count] = end;
      }
      if (code === LINE_END) shared = 0;
      end = begins[count]! + shared;
      if (shared > 0) letters.copyWithin(begins[count]!, head, head + shared);
    }
  }
}

/** The character codes of a text. */
export function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
  return codes;
}

/** Characters that are often words by themselves, so that one alone proves little; `ALWAYS` nearly always. */
const ALONE =
  '不未有无其该向让并或就又再均仅可起后前内上下年月日号个件一二三四五六七八九十每多新小低称即而因若如含凡之跨另镇县所站条此要按千我本则同用做时最须需共';
const ALWAYS = '的了和与在是等为将把被由已较只且但也还都两至以及对从到很更各';
/** Endings that make new words of others. */
const ENDINGS = '化性率度者们中';

/** A whole character, in the tenths that strangeness is counted in. */
export const ONE = 10;

/** What a character costs that stands in no known word; less if it may well stand alone. */
const COSTS = new Uint8Array(0x10000);
/** The same where the benefit of the doubt is given. */
const LENIENT = new Uint8Array(0x10000);
COSTS.fill(ONE, FIRST, LAST + 1);
LENIENT.fill(ONE, FIRST, LAST + 1);
for (const sign of ALONE) COSTS[sign.charCodeAt(0)] = 4;
for (const sign of ALWAYS) COSTS[sign.charCodeAt(0)] = 3;
for (const sign of ALONE + ALWAYS + ENDINGS) LENIENT[sign.charCodeAt(0)] = 0;

// Least costs of reading on from each place, and what is known of the pair there: for a whole text and for a short stretch. They are kept
// from text to text: new ones for each of hundreds of paragraphs cost more than the search.
let costs = new Uint32Array(2048);
let row = new Uint8Array(2048);
const shortCosts = new Uint32Array(128);
const shortRow = new Uint8Array(128);

/** Fills `least` and `known` for the characters from `from` to `to`, counted from `from`; words cut at an open end cost nothing there. */
function weigh(
  codes: Uint16Array,
  from: number,
  to: number,
  each: Uint8Array,
  cutLeft: boolean,
  cutRight: boolean,
  least: Uint32Array,
  known: Uint8Array,
): void {
  const length = to - from;
  least[length] = 0;
  known[length] = 0;
  let next = 0;
  for (let at = length - 1; at >= 0; at--) {
    const code = codes[from + at]!;
    const open = (cutLeft && at === 0) || (cutRight && at === length - 1);
    let best = least[at + 1]! + (open ? 0 : each[code]!);
    let bit = 0;
    if (code >= FIRST && code <= LAST && next >= FIRST && next <= LAST) {
      const slot = slotOf(code, next);
      bit = bits[slot]!;
      if (bit & WORD && least[at + 2]! < best) best = least[at + 2]!;
      if (bit & LONGER) {
        for (let word = longer[slot]!; word !== 0; word = nextLonger[word]!) {
          const end = at + begins[word + 1]! - begins[word]!;
          if (end <= length && least[end]! < best && stands(word, codes, from + at)) best = least[end]!;
        }
      }
    }
    known[at] = bit;
    least[at] = best;
    next = code;
  }
}

/** Does a phrase stand at a place at which its first two characters do? */
function stands(phrase: number, codes: Uint16Array, at: number): boolean {
  const begin = begins[phrase]!;
  const end = begins[phrase + 1]!;
  for (let index = begin + 2; index < end; index++) if (codes[at + index - begin] !== letters[index]) return false;
  return true;
}

/**
 * What of a stretch of at most 120 characters stands in no known word, in tenths of characters; those that are often words by themselves
 * count for less.
 */
export function strangeness(codes: Uint16Array, from: number, to: number, cutLeft: boolean, cutRight: boolean, lenient = false): number {
  weigh(codes, from, to, lenient ? LENIENT : COSTS, cutLeft, cutRight, shortCosts, shortRow);
  return shortCosts[0]!;
}

/**
 * What is known of each character of a text and the one behind it, strangers marked; null if there are none. Good until the next text is
 * asked about, and at least as long as the text.
 */
export function strangersIn(codes: Uint16Array, length: number): Uint8Array | null {
  if (costs.length <= length + 1) {
    costs = new Uint32Array(length * 2);
    row = new Uint8Array(length * 2);
  }
  weigh(codes, 0, length, COSTS, false, false, costs, row);
  if (costs[0]! < ONE) return null;
  for (let at = 0; at < length; ) {
    const cost = COSTS[codes[at]!]!;
    if (costs[at] === cost + costs[at + 1]!) {
      if (cost === ONE) row[at]! |= STRANGER;
      at++;
    } else if (row[at]! & WORD && costs[at] === costs[at + 2]) at += 2;
    else at += longerAt(codes, at);
  }
  return row;
}

/** Length of the longer word by which the least costs of a place come about. */
function longerAt(codes: Uint16Array, at: number): number {
  for (let word = longer[slotOf(codes[at]!, codes[at + 1]!)]!; word !== 0; word = nextLonger[word]!) {
    const length = begins[word + 1]! - begins[word]!;
    if (costs[at + length] === costs[at] && stands(word, codes, at)) return length;
  }
  return 1;
}
