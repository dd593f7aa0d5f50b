// Percentages: a rate of replies, a change against the year before, a share of the number in front.
import type { Domain } from './domain.ts';
import type { NumberToken, Token } from './scan.ts';
import type { SentenceState } from './sentence-state.ts';
import { isWord, lastNoun } from './token-words.ts';

/** Writes down a percentage: what it is of, or that it is of nothing known. */
export function readPercent(
  sentence: SentenceState,
  token: NumberToken,
  segment: readonly Token[],
  {
    proportion,
    rate,
    compared,
    clause,
  }: { proportion: boolean; rate: boolean; compared: { grew: boolean } | null; clause: readonly Token[] },
): void {
  const concept = rate ? 'replyRate' : compared ? 'change' : proportion ? 'share' : null;
  const requests = nounDomain(sentence, segment) ?? sentence.domain ?? sentence.place.heading;
  const point = token.unit !== '%';
  const draft = sentence.push({
    kind: 'percent',
    ...sentence.numberOf(token),
    clause,
    guards: new Set(concept === 'replyRate' && requests !== 'requests' ? ['loose'] : []),
    year: sentence.year,
    concept: point ? null : concept,
  });
  if (compared && !point) draft.grew = compared.grew;
  if ((concept === 'share' || concept === 'change') && sentence.lastCount !== null) draft.of = sentence.lastCount;
}

function nounDomain(sentence: SentenceState, segment: readonly Token[]): Domain | null {
  const noun = lastNoun(segment.filter(isWord));
  if (noun?.word.is === 'request') return noun.word.weak ? sentence.weakDomain() : 'requests';
  return segment.some((each) => isWord(each) && each.word.is === 'elsewhere') ? 'elsewhere' : null;
}
