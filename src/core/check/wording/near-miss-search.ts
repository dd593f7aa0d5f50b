// Tries out what a stretch of one text could have been meant to be: word and phrase of the field, one slip away.
import { FIELD_WORDS } from '../lexicon/vocabulary.ts';
import {
  begins,
  bitsOf,
  FIELD,
  FURTHER,
  HEAD,
  isHan,
  letters,
  MEETING,
  ONE,
  phraseOf,
  strangeness,
  STRANGER,
  TAIL,
  WORD,
  wholes,
} from './known-words.ts';
import { areAlike, likesOf } from './like-signs.ts';
import { isLikely, NEEDED, NEEDED_BOUND } from './near-miss-kinds.ts';
import type { NearMiss, SlipKind } from './near-miss-kinds.ts';
import { NAMING, BOUND, AFTER, SUFFIXES, MODIFIERS, OFFICES, PLACE, LASTS, OF, CLAUSE_ENDS, NOUN_ENDS } from './telling-signs.ts';

/** Places that are tried out, for every so many characters. Right text needs one for 1,000; what needs more than this is no text. */
const TRIES_EVERY = 150;
const TRIES_LEAST = 40;

/** Looks at a phrase that could be meant; a word of two characters counts as four. Right text needs fewer than one a character. */
const LOOKS_EACH = 2;
const LOOKS_LEAST = 4000;
const LOOKS_FOR_WORD = 4;

/** Readable characters that are looked at on both sides. */
const AROUND = 4;

/** A stretch as it would read mended. */
const mended = new Uint16Array(64);

/** Tries out what a stretch of one text could have been meant to be. */
export class Search {
  readonly found: NearMiss[] = [];
  /** Phrases that may still be looked at. */
  looks: number;
  private tries: number;

  constructor(
    private readonly text: string,
    private readonly codes: Uint16Array,
  ) {
    this.looks = LOOKS_LEAST + LOOKS_EACH * text.length;
    this.tries = TRIES_LEAST + text.length / TRIES_EVERY;
  }

  /** Is there a try and a look left? */
  goesOn(): boolean {
    return this.tries > 0 && this.looks > 0;
  }

  /** Is a stretch strange as it stands, and no longer once it reads `right`? `sure` is whether it may be said as certain. */
  private attempt(from: number, to: number, right: Uint16Array, kind: SlipKind, sure = true): void {
    if (this.tries-- <= 0) return;
    const { codes } = this;
    const { length } = this.text;
    let start = from;
    while (start > 0 && from - start < AROUND && isHan(codes[start - 1]!)) start--;
    let end = to;
    while (end < length && end - to < AROUND && isHan(codes[end]!)) end++;
    const cutLeft = start > 0 && isHan(codes[start - 1]!);
    const cutRight = end < length && isHan(codes[end]!);
    const asIs = strangeness(codes, start, end, cutLeft, cutRight);
    const needed = kind === 'short' && this.isBound(from) ? NEEDED_BOUND : NEEDED[kind];
    if (asIs < needed) return;
    for (let at = start; at < from; at++) mended[at - start] = codes[at]!;
    mended.set(right, from - start);
    const size = end - start - (to - from) + right.length;
    for (let at = to; at < end; at++) mended[size - (end - at)] = codes[at]!;
    const left = strangeness(mended, 0, size, cutLeft, cutRight);
    const gain = asIs - left;
    if (gain < needed) return;
    // What stands around must be readable too: names and words of other trades are not.
    const most =
      kind === 'twice' || kind === 'end' || kind === 'bare' || ((kind === 'short' || kind === 'turned') && gain < 2 * ONE) ? 0 : ONE;
    const isShort = kind === 'short' || kind === 'turned';
    if (isShort && PLACE.test(this.text.slice(to, to + 3))) return;
    if (left > most && strangeness(mended, 0, size, cutLeft, cutRight, true) > most) return;
    this.found.push({
      from,
      to,
      right: String.fromCharCode.apply(null, right as unknown as number[]),
      kind,
      gain,
      likely: sure && isLikely(kind, gain, left),
    });
  }

  private isField(at: number): boolean {
    return at >= 0 && at + 1 < this.text.length && (bitsOf(this.codes[at]!, this.codes[at + 1]!) & FIELD) !== 0;
  }

  /** Stands a word of two characters beside a known one, or behind 的 at the end of its clause? */
  private isBeside(at: number): boolean {
    const { codes } = this;
    if (this.isWord(at - 2) || this.isWord(at + 2) || this.isField(at - 3) || this.isField(at + 3)) return true;
    return SUFFIXES.has(codes[at + 2]!) || (at > 0 && codes[at - 1] === OF && !isHan(codes[at + 2]!));
  }

  /** Does one of two characters stand in no other word, or do they end a clause behind a word? */
  private isBound(at: number): boolean {
    const { codes } = this;
    return BOUND.has(codes[at]!) || BOUND.has(codes[at + 1]!) || (!isHan(codes[at + 2]!) && this.isWord(at - 2));
  }

  private isWord(at: number): boolean {
    return at >= 0 && at + 1 < this.text.length && (bitsOf(this.codes[at]!, this.codes[at + 1]!) & WORD) !== 0;
  }

  /** A word of two characters, if it stands beside another one of the field. */
  short(at: number): void {
    this.looks -= LOOKS_FOR_WORD;
    const { codes } = this;
    const [x, y] = [codes[at]!, codes[at + 1]!];
    if (!isHan(x) || !isHan(y) || bitsOf(x, y) & (WORD | MEETING)) return;
    this.crossed(at, x, y);
    if (!this.isBeside(at)) return;
    // 关注度高: the first of the two ends the word before it.
    const ends = SUFFIXES.has(x) && at >= 2 && (bitsOf(codes[at - 2]!, codes[at - 1]!) & WORD) !== 0;
    if (bitsOf(y, x) & FIELD && !ends) this.attempt(at, at + 2, Uint16Array.of(y, x), 'turned');
    if (!NAMING.has(x) && !NAMING.has(y) && !ends)
      for (const other of likesOf(x)) if (bitsOf(other, y) & (FIELD | FURTHER)) this.attempt(at, at + 2, Uint16Array.of(other, y), 'short');
    if (!NAMING.has(y))
      for (const other of likesOf(y)) if (bitsOf(x, other) & (FIELD | FURTHER)) this.attempt(at, at + 2, Uint16Array.of(x, other), 'short');
  }

  /** A word of two characters of which only one is there, between words of the field: 累公开 for 累计公开. */
  bare(at: number, known: Uint8Array): void {
    const { codes } = this;
    if ((at > 0 && known[at - 1]! & STRANGER) || known[at + 1]! & STRANGER) return;
    if (!this.isField(at - 2) || !this.isField(at + 1)) return;
    const sign = codes[at]!;
    if (!BOUND.has(sign)) return;
    let only: Uint16Array | null = null;
    for (const right of fieldWordsWith(sign)) {
      this.looks--;
      if (only) return;
      only = right;
    }
    if (only) this.attempt(at, at + 1, only, 'bare');
  }

  /** A phrase of two words of which the inner characters changed places: 主公动开. */
  private crossed(at: number, second: number, third: number): void {
    const { codes } = this;
    if (at < 1 || at + 2 >= this.text.length) return;
    const [first, fourth] = [codes[at - 1]!, codes[at + 2]!];
    if (!(bitsOf(first, third) & HEAD) || !(bitsOf(second, fourth) & TAIL)) return;
    const right = Uint16Array.of(first, third, second, fourth);
    if (phraseOf(right, 0, 4) !== 0) this.attempt(at - 1, at + 3, right, 'swapped');
  }

  /** A character that stands twice, in a word of two; 方方面面 and 扎扎实实 are right. */
  twice(at: number): void {
    const { codes } = this;
    const sign = codes[at]!;
    if (this.isField(at - 1) && codes[at - 1] !== sign && codes[at - 2] !== codes[at - 1]) {
      this.attempt(at - 1, at + 2, codes.subarray(at - 1, at + 1), 'twice');
    }
    if (this.isField(at + 1) && codes[at + 2] !== sign && codes[at + 3] !== codes[at + 2] && !LASTS.has(sign)) {
      this.attempt(at, at + 3, codes.subarray(at + 1, at + 3), 'twice');
    }
  }

  /** The same with what is meant given by the number of a phrase. */
  private phrase(from: number, to: number, phrase: number, kind: SlipKind, sure = true): void {
    if (this.goesOn()) this.attempt(from, to, letters.subarray(begins[phrase]!, begins[phrase + 1]!), kind, sure);
  }

  /** A phrase of which the first two characters stand at a place. */
  fromHead(at: number, phrase: number): void {
    const { codes } = this;
    const begin = begins[phrase]!;
    const end = begins[phrase + 1]!;
    const length = end - begin;
    let same = 2;
    while (same < length && codes[at + same] === letters[begin + same]) same++;
    if (at + same >= this.text.length) return;
    if (same === length) {
      const twice = codes[at + length] === letters[end - 1] && codes[at + length + 1] !== letters[end - 1];
      if (twice) this.phrase(at, at + length + 1, phrase, 'twice');
      return;
    }
    const wrong = codes[at + same]!;
    if (!isHan(wrong)) {
      // 提高业务能，: the last character is missing at the end of a clause.
      if (same === length - 1 && length >= 4 && CLAUSE_ENDS.has(wrong) && !NOUN_ENDS.has(codes[at + same - 1]!))
        this.phrase(at, at + same, phrase, 'lost', false);
      return;
    }
    const right = letters[begin + same]!;
    if (same === length - 1) {
      if (areAlike(right, wrong)) this.phrase(at, at + length, phrase, 'end');
      // 保密审制度: the last character is missing, and a word follows.
      else if (wholes[phrase] === 1 && length >= 4 && bitsOf(wrong, codes[at + length]!) & WORD && !AFTER.has(letters[end - 2]!))
        this.phrase(at, at + length - 1, phrase, 'lost', false);
      return;
    }
    const whole = wholes[phrase] === 1;
    const following = codes[at + same + 1];
    const wanted = letters[begin + same + 1]!;
    if (following === wanted && agree(codes, at + same + 1, begin + same + 1, end)) {
      if (areAlike(right, wrong)) this.phrase(at, at + length, phrase, 'other');
      else if (whole) this.phrase(at, at + length, phrase, 'foreign');
    }
    if (wrong === wanted) {
      if (following === right && agree(codes, at + same + 2, begin + same + 2, end)) this.phrase(at, at + length, phrase, 'swapped');
      if (whole && length >= 4 && agree(codes, at + same, begin + same + 1, end)) this.phrase(at, at + length - 1, phrase, 'lost');
    }
    if (following === right && agree(codes, at + same + 1, begin + same, end)) {
      const known = isKin(wrong, phrase, same);
      if ((known || (whole && !OFFICES.has(wrong))) && !isRedoubled(codes, at, at + length + 1) && !goesWithNext(codes, at + same))
        this.phrase(at, at + length + 1, phrase, 'added', known);
    }
  }

  /** A phrase of which the last two characters stand before a place and the first two are not right. */
  fromTail(to: number, phrase: number): void {
    const { codes } = this;
    const begin = begins[phrase]!;
    const end = begins[phrase + 1]!;
    const length = end - begin;
    let same = 2;
    while (same < length && codes[to - 1 - same] === letters[end - 1 - same]) same++;
    if (to - 1 - same < 0) return;
    const initial = letters[begin]!;
    if (same === length) {
      if (codes[to - 1 - same] === initial && !LASTS.has(initial)) this.phrase(to - length - 1, to, phrase, 'twice');
      return;
    }
    // Slips further back are found from the head.
    if (same < length - 2 && length >= 4) return;
    const wrong = codes[to - 1 - same]!;
    if (!isHan(wrong)) return;
    const whole = wholes[phrase] === 1;
    const right = letters[end - 1 - same]!;
    const before = codes[to - 2 - same];
    if (same === length - 1) {
      if (areAlike(right, wrong)) this.phrase(to - length, to, phrase, 'end');
      // 其进他需要报告的事项: one that wandered in behind the first.
      if (whole && length >= 5 && before === right) this.phrase(to - length - 1, to, phrase, 'added', length >= 7);
      return;
    }
    // From here on it is the second character that is not right.
    if (before === initial) {
      if (areAlike(right, wrong)) this.phrase(to - length, to, phrase, 'other');
      else if (whole) this.phrase(to - length, to, phrase, 'foreign');
    }
    if (wrong === initial) {
      if (before === right) this.phrase(to - length, to, phrase, 'swapped');
      if (whole && length >= 4) this.phrase(to - length + 1, to, phrase, 'lost');
    }
    if (before === right && codes[to - 3 - same] === initial) {
      const known = isKin(wrong, phrase, 2);
      if ((known || (whole && !OFFICES.has(wrong))) && !isRedoubled(codes, to - length - 1, to) && !goesWithNext(codes, to - 1 - same))
        this.phrase(to - length - 1, to, phrase, 'added', known || length >= 7);
    }
  }
}

/** Has a character that is one too many in a phrase come from its neighbours, by sound, by shape, or is it one of the phrase's own? */
function isKin(wrong: number, phrase: number, behind: number): boolean {
  const begin = begins[phrase]!;
  const end = begins[phrase + 1]!;
  for (let at = begin; at < end; at++) if (letters[at] === wrong) return true;
  return areAlike(letters[begin + behind]!, wrong) || areAlike(letters[begin + behind - 1]!, wrong);
}

/** Do the characters of a phrase stand at a place? `from` and `to` count in `letters`. */
function agree(codes: Uint16Array, at: number, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (codes[at + index - from] !== letters[index]) return false;
  return true;
}

/** 公开大平台: a character that goes with the word behind it, between two words of a phrase. */
function goesWithNext(codes: Uint16Array, at: number): boolean {
  return (
    at >= 2 && MODIFIERS.has(codes[at]!) && (bitsOf(codes[at - 2]!, codes[at - 1]!) & bitsOf(codes[at + 1]!, codes[at + 2]!) & WORD) !== 0
  );
}

/** 扎扎实实做好 and its like. */
function isRedoubled(codes: Uint16Array, from: number, to: number): boolean {
  for (let at = Math.max(from - 2, 0); at + 3 < to + 2 && codes[at + 2] !== 0; at++) {
    if (codes[at] === codes[at + 1] && codes[at + 2] === codes[at + 3]) return true;
  }
  return false;
}

const partners = new Map<number, readonly Uint16Array[]>();

/** The words of the field that hold a character; looked up in the list when a text asks for it first. */
function fieldWordsWith(code: number): readonly Uint16Array[] {
  const known = partners.get(code);
  if (known) return known;
  const found: Uint16Array[] = [];
  let first = 0;
  for (let at = 0; at < FIELD_WORDS.length; at++) {
    const here = FIELD_WORDS.charCodeAt(at);
    if (here <= 0x20) first = 0;
    else if (first === 0) first = here;
    else if (first === code || here === code) found.push(Uint16Array.of(first, here));
  }
  if (partners.size < 4096) partners.set(code, found);
  return found;
}
