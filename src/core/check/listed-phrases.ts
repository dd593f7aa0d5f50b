// Points at the phrases of a dictionary wherever they stand outside of titles of papers; one finding for each phrase and part.
import type { Phrase } from './lexicon/phrase.ts';
import type { Problem, RuleContext } from './rule.ts';
import { passagesOf } from './running-text.ts';
import { findWords, indexWords, liesWithin } from './word-index.ts';
import type { WordIndex } from './word-index.ts';
import { groupBy, isAccepted, spotted, times } from './wording.ts';
import type { Spot } from './wording.ts';

const indexes = new WeakMap<readonly Phrase[], WordIndex<Phrase>>();

/** Places where phrases of a dictionary stand, titles of papers only if wanted; of two that overlap the first and longer. */
export function phrasesIn(context: RuleContext, dictionary: readonly Phrase[], inTitles = false): (Spot & { readonly phrase: Phrase })[] {
  let index = indexes.get(dictionary);
  if (!index) {
    index = indexWords(dictionary.map((phrase) => [phrase.word, phrase]));
    indexes.set(dictionary, index);
  }
  const spots: (Spot & { readonly phrase: Phrase })[] = [];
  for (const passage of passagesOf(context.report)) {
    let end = 0;
    for (const { from, to, word, entry } of findWords(index, passage.flat)) {
      if (from < end || (!inTitles && passage.quoting[from]! & 1) || liesWithin(passage.flat, from, word, entry.unless ?? [])) continue;
      const spot = { passage, from, to, phrase: entry };
      if (isAccepted(context, spot)) continue;
      spots.push(spot);
      end = to;
    }
  }
  return spots;
}

/** One problem for each phrase and part; the sentence is given without its stop. */
export function* listed(
  context: RuleContext,
  dictionary: readonly Phrase[],
  sentence: (word: string, better: string) => string,
): Generator<Problem> {
  const keyOf = ({ passage, phrase }: Spot & { readonly phrase: Phrase }): string => `${passage.part ?? ''}-${phrase.word}`;
  for (const group of groupBy(phrasesIn(context, dictionary), keyOf)) {
    const { phrase } = group[0]!;
    yield { ...spotted(context, group, keyOf(group[0]!)), message: `${sentence(phrase.word, phrase.better)}${times(group.length)}。` };
  }
}
