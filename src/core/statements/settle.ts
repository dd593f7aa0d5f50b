// A clause without a number that says what came of the number in front: 1条本机关未制作，无法提供.
import { REQUEST_UNITS } from './meaning.ts';
import type { Token } from './scan.ts';
import { FAR } from './sentence-state.ts';
import type { SentenceState } from './sentence-state.ts';
import { bearsMeaning, isWord } from './token-words.ts';

/** 依法不予公开, 决定不予公开: words in front of what came of a request. */
const SETTLES = /^(?:依法|依规|因此|故|决定|均|已|答复|告知|应当|作出|按)*$/;

/** Gives the last number, if nothing has named it, the result that the clause behind it names; answers whether it did. */
export function readSettled(sentence: SentenceState, clause: readonly Token[]): boolean {
  const words = clause.filter(isWord).filter((each) => bearsMeaning(each));
  const draft = sentence.lastCount === null ? undefined : sentence.out[sentence.lastCount];
  const first = words[0];
  if (words.length !== 1 || first?.word.is !== 'result' || !draft || draft.concept !== null || sentence.domain !== 'requests') return false;
  const { origin, text } = sentence.folded;
  const begin = sentence.clauseStart(first.from);
  if (!SETTLES.test(text.slice(begin, first.from)) || text[begin - 1] !== ',' || !/^(?:[,;。]|$)/.test(text.slice(first.to, first.to + 1)))
    return false;
  if (origin[first.from]! - draft.at.to > FAR || !REQUEST_UNITS.includes(draft.unit)) return false;
  draft.concept = first.word.concept;
  // 3件涉及商业秘密，不予公开: why, and not which.
  draft.guards = draft.guards.filter((guard) => guard !== 'topic');
  if (first.word.row) draft.row = first.word.row;
  return true;
}
