// Slips within a set phrase: a character dropped, doubled, swapped with its neighbour, or replaced by one that looks or sounds alike.
// Looks only around words of the phrase that stand there whole, so the work keeps in step with the length of the text.
import { LOOKALIKES, NEIGHBOURS, SET_PHRASES } from './lexicon/set-phrases.ts';
import { findWords, indexWords, liesWithin } from './word-index.ts';
import type { WordIndex } from './word-index.ts';

/** A stretch of text that is nearly a set phrase. */
export interface NearMiss {
  readonly from: number;
  readonly to: number;
  readonly right: string;
}

let variants: WordIndex<string> | null = null;

/** All near misses in a text, longest first where they overlap; never two over the same place. */
export function nearMissesIn(text: string): NearMiss[] {
  variants ??= indexWords(slips());
  const found: NearMiss[] = [];
  let end = 0;
  for (const { from, to, word, entry } of findWords(variants, text)) {
    if (from < end || liesWithin(text, from, word, NEIGHBOURS) || runsInto(text, from)) continue;
    found.push({ from, to, right: entry });
    end = to;
  }
  return found;
}

/** Does a right word that began before this place reach into it? 党政信息公开 for 政信息公开目录. */
function runsInto(text: string, from: number): boolean {
  return NEIGHBOURS.some((word) => {
    for (let ahead = 1; ahead < word.length - 1; ahead++) if (text.startsWith(word, from - ahead)) return true;
    return false;
  });
}

/** Every slip of every phrase that is not itself right. */
function slips(): Map<string, string> {
  const phrases = SET_PHRASES.map((line) => line.split('|'));
  const right = new Set([...phrases.map((words) => words.join('')), ...phrases.flat(), ...NEIGHBOURS]);
  const fellows = fellowsOf();
  const all = new Map<string, string>();
  for (const words of phrases) {
    const phrase = words.join('');
    const add = (slip: string): void => {
      // A slip that holds the phrase whole is no slip of it; one that holds a shorter phrase's slip is that one's.
      if (slip === phrase || right.has(slip) || slip.includes(phrase) || all.has(slip)) return;
      all.set(slip, phrase);
    };
    const starts = new Set<number>();
    let at = 0;
    for (const word of words) {
      starts.add(at);
      at += word.length;
    }
    for (let index = 0; index < phrase.length; index++) {
      const before = phrase.slice(0, index);
      const after = phrase.slice(index + 1);
      const sign = phrase[index]!;
      for (const fellow of fellows.get(sign) ?? []) add(before + fellow + after);
      // Dropped: only inside, and only where a word of two or more is broken by it.
      const inside = index > 0 && index < phrase.length - 1;
      const broken = !(starts.has(index) && (starts.has(index + 1) || index + 1 === phrase.length));
      if (inside && broken && phrase.length >= 5) add(before + after);
      // Swapped, with at least one whole word left to hold on to.
      if (index + 1 < phrase.length && sign !== phrase[index + 1] && phrase.length >= 4) {
        add(before + phrase[index + 1]! + sign + phrase.slice(index + 2));
      }
      // Doubled, inside: at the end it may be the beginning of the next word, at the beginning the end of the last.
      if (index > 0 && index < phrase.length - 1 && phrase.length >= 4) add(`${before}${sign}${sign}${after}`);
    }
  }
  return all;
}

function fellowsOf(): Map<string, Set<string>> {
  const fellows = new Map<string, Set<string>>();
  for (const group of LOOKALIKES) {
    const [head, ...rest] = group;
    const known = fellows.get(head!) ?? new Set<string>();
    rest.forEach((each) => known.add(each));
    fellows.set(head!, known);
  }
  return fellows;
}
