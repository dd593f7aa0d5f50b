// Lists of words that a person types, line by line: taken apart with what is wrong in which line, and written again. Pure.
import type { OwnWords } from '../../core/check/options.ts';

/** The rule that looks for the words of a list. Words that are accepted concern every rule of wording. */
export const RULE_OF_WORDS: Readonly<Record<keyof OwnWords, string | null>> = { typos: 'W-TYPO', terms: 'W-SENSITIVE', accepted: null };

/** A line that could not be taken. */
export interface BadLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** Chinese: what is wrong with it. */
  readonly why: string;
}

export interface ParsedWords<T> {
  readonly entries: readonly T[];
  readonly bad: readonly BadLine[];
  /** Lines that say what another line has said already. */
  readonly repeated: number;
}

/** More than that is not a list but a dictionary, and every report would be searched for each of them. */
const WORDS_LIMIT = 2000;
const WORD_LIMIT = 40;
const ADVICE_LIMIT = 200;

const ARROW = /\s*(?:→|⇒|＝＞|=>|-+>|—+>|－+＞|\t)\s*/;

function parse<T>(text: string, read: (line: string) => T | string, same: (entry: T) => string): ParsedWords<T> {
  const entries: T[] = [];
  const bad: BadLine[] = [];
  const seen = new Map<string, string>();
  let repeated = 0;
  for (const [index, raw] of text.split(/\r\n?|\n/).entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const complain = (why: string): void => void bad.push({ line: index + 1, text: line.slice(0, 60), why });
    const entry = read(line);
    if (typeof entry === 'string') {
      complain(entry);
      continue;
    }
    const whole = JSON.stringify(entry);
    const before = seen.get(same(entry));
    if (before === whole) repeated += 1;
    else if (before !== undefined) complain('与前面一行的词相同而写法不同，不知以哪行为准，请只留一行。');
    else if (entries.length >= WORDS_LIMIT) complain(`超过 ${WORDS_LIMIT} 条的上限，这一行没有收进来。`);
    else {
      seen.set(same(entry), whole);
      entries.push(entry);
    }
  }
  return { entries, bad, repeated };
}

function pair(line: string, left: string, right: string, limit: number): readonly [string, string] | string {
  const at = ARROW.exec(line);
  if (!at) return `没有“→”。请写成“${left}→${right}”，箭头也可以写作 -> 或制表符。`;
  const one = line.slice(0, at.index).trim();
  const two = line.slice(at.index + at[0].length).trim();
  if (one === '') return `箭头左边是空的，请写上${left}。`;
  if (two === '') return `箭头右边是空的，请写上${right}。`;
  if (ARROW.test(two)) return '有两个箭头，请一行只写一条。';
  if (one.length > WORD_LIMIT) return `箭头左边超过 ${WORD_LIMIT} 个字，请写短一些。`;
  if (two.length > limit) return `箭头右边超过 ${limit} 个字，请写短一些。`;
  return [one, two];
}

/** One slip a line: 「错→对」. */
export function parseTypos(text: string): ParsedWords<{ readonly wrong: string; readonly right: string }> {
  return parse(
    text,
    (line) => {
      const read = pair(line, '错的写法', '对的写法', WORD_LIMIT);
      if (typeof read === 'string') return read;
      const [wrong, right] = read;
      if (wrong === right) return '两边一样，没有可查的。';
      if (wrong.length < 2) return '错的写法只有一个字，会到处误报，请连同前后的字写成词。';
      // Or every right word would be reported.
      if (right.includes(wrong)) return '对的写法里包含错的写法，会把写对的也查出来，请把错的写法写得更完整。';
      return { wrong, right };
    },
    ({ wrong }) => wrong,
  );
}

/** One term a line: 「词→建议」. */
export function parseTerms(text: string): ParsedWords<{ readonly word: string; readonly advice: string }> {
  return parse(
    text,
    (line) => {
      const read = pair(line, '要提示的词', '提示的内容', ADVICE_LIMIT);
      if (typeof read === 'string') return read;
      const [word, advice] = read;
      return word.length < 2 ? '只有一个字，会到处提示，请写成词。' : { word, advice };
    },
    ({ word }) => word,
  );
}

/** One word a line. */
export function parseAccepted(text: string): ParsedWords<string> {
  const { entries, bad, repeated } = parse(
    text,
    (line) => {
      if (ARROW.test(line)) return '这里一行只写一个词，不要写箭头。';
      if (line.length > WORD_LIMIT) return `超过 ${WORD_LIMIT} 个字，请写短一些。`;
      return line.length < 2 ? '只有一个字，会放过太多，请写成词。' : { word: line };
    },
    ({ word }) => word,
  );
  return { entries: entries.map(({ word }) => word), bad, repeated };
}

export const writeTypos = (own: OwnWords = {}): string => (own.typos ?? []).map(({ wrong, right }) => `${wrong}→${right}`).join('\n');
export const writeTerms = (own: OwnWords = {}): string => (own.terms ?? []).map(({ word, advice }) => `${word}→${advice}`).join('\n');
export const writeAccepted = (own: OwnWords = {}): string => (own.accepted ?? []).join('\n');
