// Slips within words of the field: a character replaced by one of like sound or shape, swapped, doubled, lost or added.
// Reported only where the stretch cannot be read as known words and can be read once it is mended.
import { SHAPES, SOUNDS } from './lexicon/confusions.ts';
import {
  bitsOf,
  codesOf,
  FIELD,
  HEAD,
  isHan,
  knownPhrases,
  MEETING,
  ONE,
  phrasesAt,
  strangeness,
  strangersIn,
  TAIL,
  WORD,
} from './known-words.ts';
import type { Phrase } from './known-words.ts';

/** What happened to a word. */
export type SlipKind =
  /** One of the two characters of a word is another of like sound or shape, or they are swapped. */
  | 'short'
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
const NEEDED: Readonly<Record<SlipKind, number>> = { short: 14, twice: 9, other: 9, end: 9, foreign: 19, swapped: 9, lost: 9, added: 9 };

/** Places that are tried out, for every so many characters. Right text needs one for 40; what needs more than this is no text. */
const TRIES_EVERY = 10;
const TRIES_LEAST = 40;

/** Readable characters that are looked at on both sides. */
const AROUND = 4;

/** All near misses in a text, in order; never two over the same place. */
export function nearMissesIn(text: string): NearMiss[] {
  const codes = codesOf(text);
  const strangers = strangersIn(codes);
  if (!strangers) return [];
  const { heads, tails, longest } = knownPhrases();
  const { marks, bits } = strangers;
  const search = new Search(text, codes);
  const reach = longest + 1;
  let last = -reach - 2;
  let next = marks.indexOf(1);
  for (let at = 0; at + 1 < codes.length; at++) {
    while (next >= 0 && next < at) {
      last = next;
      next = marks.indexOf(1, next + 1);
    }
    // Where all can be read there is nothing to look for.
    if (at - last > reach && (next < 0 || next - at > reach)) {
      if (next < 0) break;
      at = next - reach;
    }
    const [code, after] = [codes[at]!, codes[at + 1]!];
    if (marks[at]! | marks[at + 1]!) {
      if (code === after) search.twice(at);
      else search.short(at);
    }
    const bit = bits[at]!;
    if (bit & HEAD && next >= 0) {
      const [third, fourth] = [codes[at + 2], codes[at + 3]];
      for (const phrase of phrasesAt(heads, code, after)) {
        const { codes: wanted } = phrase;
        if (next > at + wanted.length) break;
        // One slip leaves the third or the fourth where it was, or one place off.
        if (wanted.length === 3 || wanted[2] === third || wanted[3] === fourth || wanted[3] === third || wanted[2] === fourth)
          search.fromHead(at, phrase);
      }
    }
    if (bit & TAIL) {
      const nearest = marks[at + 1] ? at + 1 : marks[at] ? at : last;
      const [third, fourth] = [codes[at - 1], codes[at - 2]];
      for (const phrase of phrasesAt(tails, code, after)) {
        const { codes: wanted } = phrase;
        const { length } = wanted;
        if (nearest <= at - length) break;
        const [left, farther] = [wanted[length - 3], wanted[length - 4]];
        if (length === 3 || left === third || farther === fourth || farther === third || left === fourth) search.fromTail(at + 2, phrase);
      }
    }
  }
  return settle(search.found, codes.length);
}

/** Tries out what a stretch of one text could have been meant to be. */
class Search {
  readonly found: NearMiss[] = [];
  private tries: number;
  private readonly mended = new Uint16Array(64);

  constructor(
    private readonly text: string,
    private readonly codes: Uint16Array,
  ) {
    this.tries = TRIES_LEAST + codes.length / TRIES_EVERY;
  }

  /** Is a stretch strange as it stands, and no longer once it reads `right`? */
  private attempt(from: number, to: number, right: ArrayLike<number>, kind: SlipKind): void {
    if (this.tries-- <= 0) return;
    const { codes, mended } = this;
    let start = from;
    while (start > 0 && from - start < AROUND && isHan(codes[start - 1]!)) start--;
    let end = to;
    while (end < codes.length && end - to < AROUND && isHan(codes[end]!)) end++;
    const cutLeft = start > 0 && isHan(codes[start - 1]!);
    const cutRight = end < codes.length && isHan(codes[end]!);
    const asIs = strangeness(codes, start, end, cutLeft, cutRight);
    if (asIs < NEEDED[kind]) return;
    mended.set(codes.subarray(start, from));
    mended.set(right, from - start);
    mended.set(codes.subarray(to, end), from - start + right.length);
    const size = end - start - (to - from) + right.length;
    const left = strangeness(mended, 0, size, cutLeft, cutRight);
    const gain = asIs - left;
    if (gain < NEEDED[kind]) return;
    // What stands around must be readable too: names and words of other trades are not.
    const most = kind === 'twice' || kind === 'end' || (kind === 'short' && gain < 2 * ONE) ? 0 : ONE;
    if (kind === 'short' && PLACE.test(this.text.slice(to, to + 3))) return;
    if (left > most && strangeness(mended, 0, size, cutLeft, cutRight, true) > most) return;
    const likely = kind === 'short' ? gain >= 2 * ONE : kind !== 'foreign' && kind !== 'end';
    this.found.push({ from, to, right: String.fromCharCode(...Array.from(right)), kind, gain, likely });
  }

  private isField(at: number): boolean {
    return at >= 0 && at + 1 < this.codes.length && (bitsOf(this.codes[at]!, this.codes[at + 1]!) & FIELD) !== 0;
  }

  /** A word of two characters, if it stands beside another one of the field. */
  short(at: number): void {
    const { codes } = this;
    const [x, y] = [codes[at]!, codes[at + 1]!];
    if (!isHan(x) || !isHan(y) || bitsOf(x, y) & (WORD | MEETING)) return;
    if (!this.isField(at - 2) && !this.isField(at + 2) && !this.isField(at - 3) && !this.isField(at + 3)) return;
    if (bitsOf(y, x) & FIELD) this.attempt(at, at + 2, [y, x], 'short');
    const { befores, afters } = knownPhrases();
    if (!NAMING.has(x)) for (const other of befores.get(y) ?? []) if (areAlike(x, other)) this.attempt(at, at + 2, [other, y], 'short');
    if (!NAMING.has(y)) for (const other of afters.get(x) ?? []) if (areAlike(y, other)) this.attempt(at, at + 2, [x, other], 'short');
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

  /** A phrase of which the first two characters stand at a place. */
  fromHead(at: number, { codes: phrase, name }: Phrase): void {
    const { codes } = this;
    const { length } = phrase;
    let same = 2;
    while (same < length && codes[at + same] === phrase[same]) same++;
    if (at + same >= codes.length) return;
    if (same === length) {
      if (codes[at + length] === phrase[length - 1] && codes[at + length + 1] !== phrase[length - 1])
        this.attempt(at, at + length + 1, phrase, 'twice');
      return;
    }
    const wrong = codes[at + same]!;
    if (!isHan(wrong)) return;
    const right = phrase[same]!;
    if (same === length - 1) {
      if (areAlike(right, wrong)) this.attempt(at, at + length, phrase, 'end');
      return;
    }
    const following = codes[at + same + 1];
    if (following === phrase[same + 1] && agree(codes, at + same + 1, phrase, same + 1)) {
      if (areAlike(right, wrong)) this.attempt(at, at + length, phrase, 'other');
      else if (name) this.attempt(at, at + length, phrase, 'foreign');
    }
    if (wrong === phrase[same + 1]) {
      if (following === right && agree(codes, at + same + 2, phrase, same + 2)) this.attempt(at, at + length, phrase, 'swapped');
      if (name && length >= 4 && agree(codes, at + same, phrase, same + 1)) this.attempt(at, at + length - 1, phrase, 'lost');
    }
    if (
      following === right &&
      agree(codes, at + same + 1, phrase, same) &&
      (name || areAlike(right, wrong) || areAlike(phrase[same - 1]!, wrong))
    ) {
      if (!isRedoubled(codes, at, at + length + 1)) this.attempt(at, at + length + 1, phrase, 'added');
    }
  }

  /** A phrase of which the last two characters stand before a place and the first two are not right. */
  fromTail(end: number, { codes: phrase, name }: Phrase): void {
    const { codes } = this;
    const { length } = phrase;
    let same = 2;
    while (same < length && codes[end - 1 - same] === phrase[length - 1 - same]) same++;
    if (end - 1 - same < 0) return;
    if (same === length) {
      if (codes[end - 1 - same] === phrase[0] && !LASTS.has(phrase[0]!)) this.attempt(end - length - 1, end, phrase, 'twice');
      return;
    }
    // Slips further back are found from the head.
    if (same < length - 2 && length >= 4) return;
    const wrong = codes[end - 1 - same]!;
    if (!isHan(wrong)) return;
    const first = length - 1 - same;
    const right = phrase[first]!;
    if (first === 0) {
      if (areAlike(right, wrong)) this.attempt(end - length, end, phrase, 'end');
      return;
    }
    // `first` is 1 from here on: one character stands before it.
    const [initial, before] = [phrase[0]!, codes[end - 2 - same]];
    if (before === initial) {
      if (areAlike(right, wrong)) this.attempt(end - length, end, phrase, 'other');
      else if (name) this.attempt(end - length, end, phrase, 'foreign');
    }
    if (wrong === initial) {
      if (before === right) this.attempt(end - length, end, phrase, 'swapped');
      if (name && length >= 4) this.attempt(end - length + 1, end, phrase, 'lost');
    }
    if (before === right && codes[end - 3 - same] === initial && (name || areAlike(right, wrong) || areAlike(phrase[first + 1]!, wrong))) {
      if (!isRedoubled(codes, end - length - 1, end)) this.attempt(end - length - 1, end, phrase, 'added');
    }
  }
}

/** Does a phrase stand at a place, from one of its characters on? */
function agree(codes: Uint16Array, at: number, phrase: Uint16Array, from: number): boolean {
  for (let index = from; index < phrase.length; index++) if (codes[at + index - from] !== phrase[index]) return false;
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

const codeSet = (signs: string): ReadonlySet<number> => new Set(codesOf(signs));

/** Characters that name places: 兴发乡严格, 五常市民意乡. */
const NAMING = codeSet('市县区乡镇村州省国路街');
const PLACE = /^.?(?:街道|社区|大道|[镇乡村路桥湖山河江屯庄巷坊州县])/;

/** Characters that end a word so often that the next may begin alike: 市市长, 独立国国家元首. */
const LASTS = codeSet('国市省县区乡镇村局部厅处科组院校会所站队路线水业法权人员工者率量费税性化类型层网群源链品物地江河山林园城街审项');

/** 扎扎实实做好 and its like. */
function isRedoubled(codes: Uint16Array, from: number, to: number): boolean {
  for (let at = Math.max(from - 2, 0); at + 3 < Math.min(to + 2, codes.length); at++) {
    if (codes[at] === codes[at + 1] && codes[at + 2] === codes[at + 3]) return true;
  }
  return false;
}

let groups: ReadonlyMap<number, readonly Uint16Array[]> | null = null;
const NONE: readonly Uint16Array[] = [];

/** Groups of characters that one is taken for. */
function groupsOf(code: number): readonly Uint16Array[] {
  groups ??= readGroups();
  return groups.get(code) ?? NONE;
}

function areAlike(code: number, other: number): boolean {
  return code === other || groupsOf(code).some((group) => group.includes(other));
}

function readGroups(): Map<number, Uint16Array[]> {
  const all = new Map<number, Uint16Array[]>();
  for (const words of `${SOUNDS} ${SHAPES}`.trim().split(/\s+/)) {
    const group = codesOf(words);
    for (const code of group) {
      const known = all.get(code);
      if (known) known.push(group);
      else all.set(code, [group]);
    }
  }
  return all;
}
