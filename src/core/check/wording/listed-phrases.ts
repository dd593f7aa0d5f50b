// Points at the phrases of a dictionary wherever they stand outside of titles of papers; one finding for each phrase and part.
import type { Phrase } from '../lexicon/phrase.ts';
import type { Problem, RuleContext } from '../rule.ts';
import { passagesOf } from '../text/running-text.ts';
import type { Passage } from '../text/running-text.ts';
import { foundIn, sharedWords } from './shared-words.ts';
import type { Dictionary, Found } from './shared-words.ts';
import { findWords, indexWords, liesWithin } from './word-index.ts';
import { groupBy, isAccepted, spotted, times } from './spots.ts';
import type { Spot } from './spots.ts';

/** Phrases of the program's own, looked for together with those of other rules; a person's own come as a list. */
export type Phrases = Dictionary<Phrase> | readonly Phrase[];

/** A dictionary of phrases that rules ask for. */
export function phraseBook(phrases: readonly Phrase[]): Dictionary<Phrase> {
  return sharedWords(() => pairs(phrases));
}

function pairs(phrases: readonly Phrase[]): (readonly [string, Phrase])[] {
  return phrases.map((phrase) => [phrase.word, phrase]);
}

function* listedIn(context: RuleContext, phrases: readonly Phrase[]): Generator<Found<Phrase>> {
  const index = indexWords(pairs(phrases));
  for (const passage of passagesOf(context.report)) for (const hit of findWords(index, passage.flat)) yield { ...hit, passage };
}

/** Places where phrases stand, titles of papers only if wanted; of two that overlap the first and longer. */
export function phrasesIn(context: RuleContext, phrases: Phrases, inTitles = false): (Spot & { readonly phrase: Phrase })[] {
  const spots: (Spot & { readonly phrase: Phrase })[] = [];
  let last: Passage | null = null;
  let end = 0;
  for (const { passage, from, to, word, entry } of 'words' in phrases ? foundIn(context.report, phrases) : listedIn(context, phrases)) {
    if (passage !== last) end = 0;
    last = passage;
    if (from < end || (!inTitles && passage.quoting[from]! & 1) || liesWithin(passage.flat, from, word, entry.unless ?? [])) continue;
    const spot = { passage, from, to, phrase: entry };
    if (isAccepted(context, spot)) continue;
    spots.push(spot);
    end = to;
  }
  return spots;
}

/** One problem for each phrase and part; the sentence is given without its stop. */
export function* listed(context: RuleContext, dictionary: Phrases, sentence: (word: string, better: string) => string): Generator<Problem> {
  const keyOf = ({ passage, phrase }: Spot & { readonly phrase: Phrase }): string => `${passage.part ?? ''}-${phrase.word}`;
  for (const group of groupBy(phrasesIn(context, dictionary), keyOf)) {
    const { phrase } = group[0]!;
    yield { ...spotted(context, group, keyOf(group[0]!)), message: `${sentence(phrase.word, phrase.better)}${times(group.length)}。` };
  }
}
