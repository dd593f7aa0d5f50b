// What of a text can be read as known words: those of the field and the common ones. Knows no slip.
import { COMMON_WORDS, LONGER_WORDS, MEETINGS } from './lexicon/common-words.ts';
import { FIELD_NAMES, FIELD_PHRASES, FIELD_WORDS } from './lexicon/vocabulary.ts';

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

/** A name or phrase of the field. */
export interface Phrase {
  readonly text: string;
  readonly codes: Uint16Array;
  /** It stands whole: a lost, foreign or additional character is a slip too. */
  readonly name: boolean;
}

interface Phrases {
  /** By their first two characters, the longest first. */
  readonly heads: ReadonlyMap<number, readonly Phrase[]>;
  /** By their last two. */
  readonly tails: ReadonlyMap<number, readonly Phrase[]>;
  readonly longer: ReadonlyMap<number, readonly Phrase[]>;
  /** Length of the longest. */
  readonly longest: number;
  /** What stands before, or behind, a character in words of the field. */
  readonly befores: ReadonlyMap<number, readonly number[]>;
  readonly afters: ReadonlyMap<number, readonly number[]>;
}

const FIRST = 0x4e00;
const LAST = 0x9fff;

export function isHan(code: number): boolean {
  return code >= FIRST && code <= LAST;
}

function pairOf(code: number, next: number): number {
  return (code - FIRST) * 0x5200 + (next - FIRST);
}

// For every first character its second ones side by side: every two characters of a text are asked for, and a Map takes several times as long.
const starts = new Uint16Array(LAST - FIRST + 3);
const seconds = new Uint16Array(0x8000);
const bits = new Uint8Array(0x8000);

function placeOf(code: number, next: number): number {
  const end = starts[code - FIRST + 1]!;
  for (let place = starts[code - FIRST]!; place < end; place++) if (seconds[place] === next) return place;
  return -1;
}

function arrange(pairs: ReadonlyMap<number, number>): void {
  const sorted = [...pairs].sort((a, b) => a[0] - b[0]);
  seconds.set(sorted.map(([pair]) => (pair % 0x5200) + FIRST));
  bits.set(sorted.map(([, bit]) => bit));
  for (const [pair] of sorted) starts[Math.floor(pair / 0x5200) + 1]!++;
  for (let at = 1; at < starts.length; at++) starts[at]! += starts[at - 1]!;
}

let known: Phrases | null = null;

/** The phrases, in order; worked out once. Must have been asked for before `bitsOf`. */
export function knownPhrases(): Phrases {
  known ??= gather();
  return known;
}

/** What is known of two characters, given by their codes. */
export function bitsOf(code: number, next: number): number {
  if (code < FIRST || code > LAST) return 0;
  const place = placeOf(code, next);
  return place < 0 ? 0 : bits[place]!;
}

/** The phrases that begin, or end, with two characters. */
export function phrasesAt(phrases: ReadonlyMap<number, readonly Phrase[]>, code: number, next: number): readonly Phrase[] {
  return phrases.get(pairOf(code, next)) ?? [];
}

function gather(): Phrases {
  const pairs = new Map<number, number>();
  const mark = (code: number, next: number, bit: number): void => {
    const pair = pairOf(code, next);
    pairs.set(pair, (pairs.get(pair) ?? 0) | bit);
  };
  const groups = (words: string, bit: number): void => {
    for (const group of listOf(words)) for (let at = 1; at < group.length; at++) mark(group.charCodeAt(0), group.charCodeAt(at), bit);
  };
  groups(COMMON_WORDS, WORD);
  groups(FIELD_WORDS, WORD | FIELD);
  groups(MEETINGS, MEETING);
  const [befores, afters] = [new Map<number, number[]>(), new Map<number, number[]>()];
  const note = (map: Map<number, number[]>, code: number, other: number): void => {
    const same = map.get(code);
    if (same) same.push(other);
    else map.set(code, [other]);
  };
  for (const group of listOf(FIELD_WORDS)) {
    const first = group.charCodeAt(0);
    for (let at = 1; at < group.length; at++) {
      note(befores, group.charCodeAt(at), first);
      note(afters, first, group.charCodeAt(at));
    }
  }
  const [heads, tails, longer] = [new Map<number, Phrase[]>(), new Map<number, Phrase[]>(), new Map<number, Phrase[]>()];
  const put = (map: Map<number, Phrase[]>, phrase: Phrase, at: number, bit: number): void => {
    const [code, next] = [phrase.codes[at]!, phrase.codes[at + 1]!];
    if (bit !== 0) mark(code, next, bit);
    const same = map.get(pairOf(code, next));
    if (same) same.push(phrase);
    else map.set(pairOf(code, next), [phrase]);
  };
  let longest = 0;
  const names = new Set(listOf(FIELD_NAMES));
  const phrases = new Set([...names, ...phrasesOf(FIELD_PHRASES)]);
  const all = [...new Set([...phrases, ...listOf(LONGER_WORDS)])]
    .sort((a, b) => a.length - b.length)
    .map((text) => ({ text, codes: codesOf(text), name: names.has(text) }));
  for (const phrase of all) {
    const { text, codes } = phrase;
    mark(codes[0]!, codes[1]!, 0);
    if (!phrases.has(text)) continue;
    longest = Math.max(longest, text.length);
    put(heads, phrase, 0, HEAD);
    put(tails, phrase, text.length - 2, TAIL);
  }
  arrange(pairs);
  for (const phrase of all) {
    const { codes } = phrase;
    weigh(codes, 0, codes.length, COSTS, longer, false, false);
    if (costs[0] === 0) continue;
    bits[placeOf(codes[0]!, codes[1]!)]! |= LONGER;
    put(longer, phrase, 0, 0);
  }
  for (const same of [...heads.values(), ...tails.values()]) same.sort((a, b) => b.text.length - a.text.length);
  return { heads, tails, longer, longest, befores, afters };
}

/** Phrases, in lines of a beginning and all that follow it. */
function phrasesOf(lines: string): string[] {
  return lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [head, ...tails] = line.trim().split(/:? /);
      return tails.map((tail) => head! + tail);
    });
}

function listOf(words: string): string[] {
  return words.trim().split(/\s+/);
}

/** The character codes of a text. */
export function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
  return codes;
}

/** Characters that are often words by themselves, so that one alone proves little; `ALWAYS` nearly always. */
const ALONE =
  '不未有无其该向让并或就又再均仅可起后前内上下年月日号个件一二三四五六七八九十每多新小低称即而因若如含凡之跨另镇县所站条此要按千我本则同用做时最须需';
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

/** Least costs of reading on from each place, and what is known of the pair there; kept between texts. */
let costs = new Uint32Array(256);
let row = new Uint8Array(256);

/** Fills `costs` for the characters from `from` to `to`, counted from `from`; words cut at an open end cost nothing there. */
function weigh(
  codes: Uint16Array,
  from: number,
  to: number,
  each: Uint8Array,
  longer: ReadonlyMap<number, readonly Phrase[]>,
  cutLeft: boolean,
  cutRight: boolean,
): void {
  const length = to - from;
  if (costs.length <= length + 1) {
    costs = new Uint32Array(length * 2);
    row = new Uint8Array(length * 2);
  }
  const [least, known] = [costs, row];
  least[length] = 0;
  let next = 0;
  for (let at = length - 1; at >= 0; at--) {
    const code = codes[from + at]!;
    const open = (cutLeft && at === 0) || (cutRight && at === length - 1);
    let best = least[at + 1]! + (open ? 0 : each[code]!);
    const bit = bitsOf(code, next);
    known[at] = bit;
    if (bit & WORD && least[at + 2]! < best) best = least[at + 2]!;
    if (bit & LONGER) {
      for (const { codes: word } of longer.get(pairOf(code, next))!) {
        if (at + word.length <= length && least[at + word.length]! < best && stands(word, codes, from + at))
          best = least[at + word.length]!;
      }
    }
    least[at] = best;
    next = code;
  }
}

function stands(word: Uint16Array, codes: Uint16Array, at: number): boolean {
  for (let index = 2; index < word.length; index++) if (codes[at + index] !== word[index]) return false;
  return true;
}

/** What of a stretch stands in no known word, in tenths of characters; those that are often words by themselves count for less. */
export function strangeness(codes: Uint16Array, from: number, to: number, cutLeft: boolean, cutRight: boolean, lenient = false): number {
  weigh(codes, from, to, lenient ? LENIENT : COSTS, knownPhrases().longer, cutLeft, cutRight);
  return costs[0]!;
}

/** The characters of a text that stand in no known word and are none by themselves; null if there is none. */
export interface Strangers {
  /** 1 for each of them. */
  readonly marks: Uint8Array;
  /** What is known of each character and the one behind it. */
  readonly bits: Uint8Array;
}

export function strangersIn(codes: Uint16Array): Strangers | null {
  const { longer } = knownPhrases();
  weigh(codes, 0, codes.length, COSTS, longer, false, false);
  if (costs[0]! < ONE) return null;
  const marks = new Uint8Array(codes.length);
  const bits = row.slice(0, codes.length);
  for (let at = 0; at < codes.length; ) {
    const code = codes[at]!;
    const cost = COSTS[code]!;
    if (costs[at] === cost + costs[at + 1]!) {
      if (cost === ONE) marks[at] = 1;
      at++;
    } else if (bits[at]! & WORD && costs[at] === costs[at + 2]) at += 2;
    else {
      const here = longer.get(pairOf(code, codes[at + 1]!)) ?? [];
      at += here.find((word) => costs[at + word.codes.length] === costs[at] && stands(word.codes, codes, at))?.codes.length ?? 1;
    }
  }
  return { marks, bits };
}
