// Slips within words of the field: a character replaced by one of like sound or shape, swapped, doubled, lost or added.
// Reported only where the stretch cannot be read as known words and can be read once it is mended.
import { SHAPES, SOUNDS } from '../lexicon/confusions.ts';
import { FIELD_WORDS } from '../lexicon/vocabulary.ts';
import {
  begins,
  bitsOf,
  codesOf,
  FIELD,
  HEAD,
  headsAt,
  isHan,
  letters,
  makeReady,
  MEETING,
  nextHeads,
  nextTails,
  ONE,
  phraseOf,
  strangeness,
  STRANGER,
  strangersIn,
  TAIL,
  tailsAt,
  WORD,
  wholes,
} from './known-words.ts';

/** What happened to a word. */
export type SlipKind =
  /** One of the two characters of a word is another of like sound or shape. */
  | 'short'
  /** The two characters of a word are swapped. */
  | 'turned'
  /** Of a word of two characters one is missing. */
  | 'bare'
  /** A character of a word of two, or at an end of a phrase, is doubled. */
  | 'twice'
  /** In a phrase a character is another of like sound or shape; at its end less is known of what stands around. */
  | 'other'
  | 'end'
  /** In a phrase: any other character, two swapped, one lost, one too many. */
  | 'foreign'
  | 'swapped'
  | 'lost'
  | 'added';

/** A stretch of text that is nearly a word or phrase of the field. */
export interface NearMiss {
  readonly from: number;
  readonly to: number;
  readonly right: string;
  readonly kind: SlipKind;
  /** By how much more can be read once it is mended, in tenths of characters. */
  readonly gain: number;
  /** Hardly anything else can be meant. */
  readonly likely: boolean;
}

/** By how much more must be readable. */
const NEEDED: Readonly<Record<SlipKind, number>> = {
  short: 14,
  turned: 14,
  bare: 9,
  twice: 9,
  other: 9,
  end: 9,
  foreign: 19,
  swapped: 9,
  lost: 9,
  added: 9,
};

/** Places that are tried out, for every so many characters. Right text needs one for 1,000; what needs more than this is no text. */
const TRIES_EVERY = 150;
const TRIES_LEAST = 40;

/** Looks at a phrase that could be meant; a word of two characters counts as four. Right text needs fewer than one a character. */
const LOOKS_EACH = 2;
const LOOKS_LEAST = 4000;
const LOOKS_FOR_WORD = 4;

/** Characters of one paragraph that are searched: three times the longest report known. */
const LONGEST_TEXT = 30_000;

/** Readable characters that are looked at on both sides. */
const AROUND = 4;

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
  return { found: settle(search.found, length), stoppedAt: search.goesOn() ? rest : at };
}

/** Zeros behind a text, so that what is looked at beyond its end is nothing. */
const MARGIN = 64;
/** The characters of the text that is searched; kept from text to text. */
let letteredText = new Uint16Array(4096);
/** A stretch as it would read mended. */
const mended = new Uint16Array(64);

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

/** Tries out what a stretch of one text could have been meant to be. */
class Search {
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
    if (asIs < NEEDED[kind]) return;
    for (let at = start; at < from; at++) mended[at - start] = codes[at]!;
    mended.set(right, from - start);
    const size = end - start - (to - from) + right.length;
    for (let at = to; at < end; at++) mended[size - (end - at)] = codes[at]!;
    const left = strangeness(mended, 0, size, cutLeft, cutRight);
    const gain = asIs - left;
    if (gain < NEEDED[kind]) return;
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

  /** A word of two characters, if it stands beside another one of the field. */
  short(at: number): void {
    this.looks -= LOOKS_FOR_WORD;
    const { codes } = this;
    const [x, y] = [codes[at]!, codes[at + 1]!];
    if (!isHan(x) || !isHan(y) || bitsOf(x, y) & (WORD | MEETING)) return;
    this.crossed(at, x, y);
    if (!this.isField(at - 2) && !this.isField(at + 2) && !this.isField(at - 3) && !this.isField(at + 3)) return;
    // 关注度高: the first of the two ends the word before it.
    const ends = SUFFIXES.has(x) && at >= 2 && (bitsOf(codes[at - 2]!, codes[at - 1]!) & WORD) !== 0;
    if (bitsOf(y, x) & FIELD && !ends) this.attempt(at, at + 2, Uint16Array.of(y, x), 'turned');
    if (!NAMING.has(x))
      for (const other of likesOf(x)) if (bitsOf(other, y) & FIELD) this.attempt(at, at + 2, Uint16Array.of(other, y), 'short');
    if (!NAMING.has(y))
      for (const other of likesOf(y)) if (bitsOf(x, other) & FIELD) this.attempt(at, at + 2, Uint16Array.of(x, other), 'short');
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
    if (!isHan(wrong)) return;
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

/**
 * Hardly anything else can be meant: a phrase is damaged within and all around it can be read. Of a word of two characters one that is
 * exchanged leaves too little to go by, as do an unlike one and one at an end of a phrase.
 */
function isLikely(kind: SlipKind, gain: number, left: number): boolean {
  if (kind === 'short' || kind === 'bare' || kind === 'foreign' || kind === 'end') return false;
  return kind === 'turned' ? gain >= 2 * ONE : left < ONE;
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

/** 公开大平台: a character that goes with the word behind it, between two words of a phrase. */
function goesWithNext(codes: Uint16Array, at: number): boolean {
  return (
    at >= 2 && MODIFIERS.has(codes[at]!) && (bitsOf(codes[at - 2]!, codes[at - 1]!) & bitsOf(codes[at + 1]!, codes[at + 2]!) & WORD) !== 0
  );
}

const codeSet = (signs: string): ReadonlySet<number> => new Set(codesOf(signs));

/** Characters that name places: 兴发乡严格, 五常市民意乡. */
const NAMING = codeSet('市县区乡镇村州省国路街');

/** Characters that are no words by themselves and stand in one word of the field only; alone between words they stood in none of 20 million characters. */
const BOUND = codeSet('累履谨控障覆衔述致巩纠迅捷浏畴夯慧僵阶讼绕彰筹绍拨途励掌典疗馈漫秉涵梳鉴察综敏循颈');

/** Characters that may stand behind any word: 在政务服务中. */
const AFTER = codeSet('中上下内里前后时等');

/** Characters that make nouns of the words before them: 关注度, 知晓率. */
const SUFFIXES = codeSet('度率性化');

/** Characters that say which of several, or how great: 公开大平台, 公开新栏目. */
const MODIFIERS = codeSet('大小新总各本全');

/** Characters that name an office at the end of what it deals with: 政务公开办, 信息公开科. */
const OFFICES = codeSet('办厅局处科股室委组所站院会部');
const PLACE = /^.?(?:街道|社区|大道|[镇乡村路桥湖山河江屯庄巷坊州县])/;

/** Characters that end a word so often that the next may begin alike: 市市长, 独立国国家元首. */
const LASTS = codeSet('国市省县区乡镇村局部厅处科组院校会所站队路线水业法权人员工者率量费税性化类型层网群源链品物地江河山林园城街审项');

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

const NONE: readonly number[] = [];
const likes = new Map<number, readonly number[]>();

/** The characters that one is taken for; looked up in the lists when a text asks for it first. */
function likesOf(code: number): readonly number[] {
  const known = likes.get(code);
  if (known) return known;
  const all = new Set<number>();
  const sign = String.fromCharCode(code);
  for (const list of [SOUNDS, SHAPES]) {
    for (let at = list.indexOf(sign); at >= 0; at = list.indexOf(sign, at + 1)) {
      let from = at;
      while (from > 0 && list.charCodeAt(from - 1) > 0x20) from--;
      for (; from < list.length && list.charCodeAt(from) > 0x20; from++) all.add(list.charCodeAt(from));
    }
  }
  all.delete(code);
  const found = all.size === 0 ? NONE : [...all];
  // Hostile text may hold every character there is.
  if (likes.size < 4096) likes.set(code, found);
  return found;
}

function areAlike(code: number, other: number): boolean {
  return code === other || likesOf(code).includes(other);
}
