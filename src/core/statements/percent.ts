// Percentages: a rate of replies, a change against the year before, a share of the number in front.
import type { Statement } from '../model/statement.ts';
import type { Domain } from './domain.ts';
import { resultMeaning, withoutExamples } from './meaning.ts';
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
  // 由64%降至61.1%: what it came to, and not by how much.
  const level = '至到由从'.includes(sentence.folded.text[token.from - 1] ?? '　');
  const concept = rate ? 'replyRate' : compared && !level ? 'change' : proportion ? 'share' : null;
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
  if ((concept !== 'share' && concept !== 'change') || sentence.lastCount === null) return;
  // 规划类占23.4%（11件）: of the number behind it.
  if (concept === 'share' && BRACKETED.test(sentence.folded.text.slice(token.to, token.to + 12))) return;
  // 线上55件、线下42件，线上占56.7%: of which of them is said again. 20件（…1件），占21.1%: of what is in front of the bracket.
  if (concept === 'share' && segment.some((each) => isWord(each) && each.word.is === 'channel')) return;
  const { text } = sentence.folded;
  if (concept === 'share' && /[)）][^(（0-9]*$/.test(text.slice(Math.max(0, token.from - NEAR_BRACKET), token.from))) return;
  const results = concept === 'share' ? segment.filter(isWord).filter((each) => each.word.is === 'result') : [];
  if (results.length === 0) {
    draft.of = sentence.lastCount;
    return;
  }
  // 办理27件，予以公开占58.5%: of a result that is named without its number, and not of the number in front.
  const last = sentence.out[sentence.lastCount]!;
  const named = resultMeaning(withoutExamples(sentence.folded.text, results));
  if (named.concept === last.concept && named.row === last.row) draft.of = sentence.lastCount;
  else if (isShared(named.concept) && !segment.some((each) => isWord(each) && each.word.is === 'applicant')) draft.share = named.concept;
}

/** Characters between a bracket and a share behind it. */
const NEAR_BRACKET = 12;

/** The number of which a share was told, in brackets behind it. */
const BRACKETED = /^[（(](?:共|计|为|有)*\d+[件条宗份起篇个项]/;
const isShared = (concept: string | null): concept is NonNullable<Statement['share']> =>
  concept !== null && /^(?:granted|partial|grantedOrPartial|denied|unable|refused|otherHandling)$/.test(concept);

function nounDomain(sentence: SentenceState, segment: readonly Token[]): Domain | null {
  const noun = lastNoun(segment.filter(isWord));
  if (noun?.word.is === 'request') return noun.word.weak ? sentence.weakDomain() : 'requests';
  return segment.some((each) => isWord(each) && each.word.is === 'elsewhere') ? 'elsewhere' : null;
}
