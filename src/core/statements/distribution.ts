// 行政复议、行政诉讼分别为12件、8件: which of the names in front each of the numbers behind belongs to.
import type { NumberToken, Token } from './scan.ts';
import { bearsMeaning, isWord } from './token-words.ts';

/** Numbers behind 分别 and what each of them is of. */
export interface Distribution {
  /** By the number's place in the text: the words that name it, and its year if the names are years. */
  readonly of: ReadonlyMap<number, { readonly segment: readonly Token[]; readonly year: number | null }>;
  /** Names and numbers are not equally many: what each of these numbers is of cannot be told. */
  readonly unclear: ReadonlySet<number>;
}

/** Characters between 分别 and its first number. */
const LONGEST_LEAD = 24;
/** More names than that are no enumeration that a person wrote. */
const MOST_NAMES = 30;
/** Characters of all names together. */
const LONGEST_NAMES = 200;
/** 三类情形 between the names and 分别. */
const LONGEST_TALLY = 6;
const YEAR = /^(?:在|自)?(20\d{2})年?度?$/;

/**
 * Takes the names in front of 分别 (`clause[index]`) and the numbers behind it apart; null where nothing is shared out that a table counts.
 * @param rest tokens of the sentence behind 分别; only the first few are looked at
 */
export function distributionOf(text: string, clause: readonly Token[], index: number, rest: readonly Token[]): Distribution | null {
  const word = clause[index]!;
  const numbers = numbersBehind(text, word, rest);
  if (numbers.length < 2) return null;
  const near = clause.slice(Math.max(0, index - 2 * MOST_NAMES), index);
  const from = namesFrom(near, word, text, numbers.length);
  if (word.from - from > LONGEST_NAMES) return null;
  const pieces = piecesOf(text, from, word.from, near);
  if (pieces.length < 2 || pieces.length > MOST_NAMES) return null;
  const years = pieces.map((piece) => YEAR.exec(text.slice(piece.from, piece.to))?.[1]);
  const ofYears = years.every((year) => year !== undefined);
  // 网站、微信分别发布30条、20条: nothing that a table counts.
  if (!ofYears && !pieces.every((piece) => piece.tokens.some((each) => isWord(each) && bearsMeaning(each) && each.word.is !== 'elsewhere')))
    return null;
  const of = new Map<number, { readonly segment: readonly Token[]; readonly year: number | null }>();
  if (numbers.length !== pieces.length) return { of, unclear: new Set(numbers.map((each) => each.from)) };
  const shared = rest.slice(0, MOST_NAMES).filter((each) => each.to <= numbers[0]!.from && (isWord(each) || each.is === 'year'));
  numbers.forEach((number, at) => {
    const segment = ofYears ? shared : [...namesOf(pieces, at), ...shared];
    of.set(number.from, { segment, year: ofYears ? Number(years[at]) : null });
  });
  return { of, unclear: new Set() };
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly tokens: readonly Token[];
}

/** Where the names begin: behind the last number, comma, colon or bracket. */
function namesFrom(near: readonly Token[], word: Token, text: string, many: number): number {
  for (let at = near.length - 1; at >= 0; at--) {
    const each = near[at]!;
    // 无法提供、不予处理两类分别为: how many names there are.
    if (each.is === 'number' && each.value === many && word.from - each.to <= LONGEST_TALLY) continue;
    if (each.is === 'number' || each.is === 'open' || each.is === 'close' || each.is === 'colon') return each.to;
  }
  const first = near[0]?.from ?? word.from;
  let from = first;
  while (from > 0 && first - from < LONGEST_LEAD && !/[,;:。!?()]/.test(text[from - 1]!)) from--;
  return from;
}

/** Cut at 、 and at 和, 与, 及 that stand in no word. */
function piecesOf(text: string, from: number, to: number, tokens: readonly Token[]): readonly Piece[] {
  const within = tokens.filter((each) => each.from >= from);
  const pieces: Piece[] = [];
  let begin = from;
  let at = 0;
  const cut = (end: number, next: number): void => {
    if (end > begin)
      pieces.push({
        from: begin,
        to: end,
        tokens: within.filter((each) => each.from >= begin && each.to <= end && (isWord(each) || each.is === 'year')),
      });
    begin = next;
  };
  for (let here = from; here < to; here++) {
    while (at < within.length && within[at]!.to <= here) at++;
    const token = within[at];
    const inside = token !== undefined && token.from <= here && token.is !== 'dun';
    if (inside) here = token.to - 1;
    else if ('、和与及'.includes(text[here]!)) cut(here, here + 1);
    if (pieces.length > MOST_NAMES) break;
  }
  cut(to, to);
  return pieces;
}

/** 公开行政许可、行政处罚信息: what stands in front of the first name, and behind the last one, holds for all that are shorter. */
function namesOf(pieces: readonly Piece[], at: number): readonly Token[] {
  const own = pieces[at]!.tokens;
  const first = pieces[0]!.tokens;
  const last = pieces[pieces.length - 1]!.tokens;
  return [
    ...(at > 0 && own.length < first.length ? first.slice(0, -1) : []),
    ...own,
    ...(at < pieces.length - 1 && own.length < last.length ? last.slice(1) : []),
  ];
}

/** 分别为45件、14件和13件: numbers with nothing but marks between. */
function numbersBehind(text: string, word: Token, rest: readonly Token[]): readonly NumberToken[] {
  const numbers: NumberToken[] = [];
  for (const each of rest.slice(0, 4 * MOST_NAMES)) {
    if (each.is !== 'number') continue;
    const before = numbers[numbers.length - 1];
    const gap = text.slice(before?.to ?? word.to, each.from);
    if (before ? !/^[、,和与及以;]{1,3}$/.test(gap) : gap.length > LONGEST_LEAD) break;
    if (before && (each.unit !== before.unit || numbers.length >= MOST_NAMES)) break;
    numbers.push(each);
  }
  return numbers;
}
