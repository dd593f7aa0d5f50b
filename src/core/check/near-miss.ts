// Slips within a set phrase: a character dropped, doubled, swapped with its neighbour, or replaced by one that looks or sounds alike.
// Looks only around words of the phrase that stand there whole, so the work keeps in step with the length of the text.
import { LOOKALIKES, NEIGHBOURS, SET_PHRASES } from './lexicon/set-phrases.ts';
import { findWords, indexWords } from './word-index.ts';
import type { WordIndex } from './word-index.ts';

/** A stretch of text that is nearly a set phrase. */
export interface NearMiss {
  readonly from: number;
  readonly to: number;
  readonly right: string;
}

let variants: WordIndex<string> | null = null;
let neighbours: WordIndex<true> | null = null;

/** All near misses in a text, the longer first where two begin together; never two over the same place. */
export function nearMissesIn(text: string): NearMiss[] {
  variants ??= indexWords(slips());
  const hits = findWords(variants, text);
  if (hits.length === 0) return [];
  neighbours ??= indexWords(NEIGHBOURS.map((word) => [word, true]));
  const right = findWords(neighbours, text);
  const found: NearMiss[] = [];
  let end = 0;
  let first = 0;
  for (const { from, to, entry } of hits) {
    if (from < end) continue;
    while (first < right.length && right[first]!.to <= from) first++;
    let excused = false;
    for (let index = first; index < right.length && right[index]!.from <= from && !excused; index++) {
      const word = right[index]!;
      // A right word lies over it, or began before and reaches into it: 党政信息公开 for 政信息公开目录.
      excused = word.to >= to || (word.from < from && word.to > from + 1);
    }
    if (excused) continue;
    found.push({ from, to, right: entry });
    end = to;
  }
  return found;
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
    const lastStart = phrase.length - words[words.length - 1]!.length;
    for (let index = 0; index < phrase.length; index++) {
      const before = phrase.slice(0, index);
      const after = phrase.slice(index + 1);
      const sign = phrase[index]!;
      for (const fellow of fellows.get(sign) ?? []) add(before + fellow + after);
      // Dropped: only where a word of two or more is broken by it, and not in a last word of two: 公开作 goes on as 公开作为.
      const broken = !(starts.has(index) && (starts.has(index + 1) || index + 1 === phrase.length));
      const inside = index > 0 && index < phrase.length - 1 && (index < lastStart || words[words.length - 1]!.length > 2);
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
