// A clause without a number that says what came of the number in front: 1条本机关未制作，无法提供.
import type { Draft } from './lists.ts';
import { REQUEST_UNITS } from './meaning.ts';
import type { Token } from './scan.ts';
import { FAR } from './sentence-state.ts';
import type { SentenceState } from './sentence-state.ts';
import { bearsMeaning, isWord } from './token-words.ts';

/** 依法不予公开, 决定不予公开: words in front of what came of a request. */
const SETTLES = /^(?:依法|依规|因此|故|决定|均|已|答复|告知|应当|作出|按|按照|规定|将|需|予以|统一)*$/;

/** 结果, 复议机关决定, 目前正在法院: words in front of what came of cases. */
const DECIDES =
  /^(?:其?结果|均|全部|都|已|为|被|获|予以|经|由|县|市|区|省|上级|政府|司法局|行政|复议|诉讼|机关|人民|法院|一审|二审|判决|决定|裁定|裁决|审理|依法|目前|现|仍|尚|正)*$/;

/** Gives the last number, if nothing has named it, the result that the clause behind it names; answers whether it did. */
export function readSettled(sentence: SentenceState, clause: readonly Token[]): boolean {
  const words = clause.filter(isWord).filter((each) => bearsMeaning(each));
  const draft = sentence.lastCount === null ? undefined : sentence.out[sentence.lastCount];
  const first = words[0];
  if (draft && (draft.concept === 'review' || draft.concept === 'litigation')) return readDecided(sentence, clause, draft);
  const onward = first?.word.is === 'carried' && first.word.way === 'out';
  if (words.length !== 1 || !draft || draft.concept !== null || sentence.domain !== 'requests') return false;
  if (first?.word.is !== 'result' && !onward) return false;
  const { origin, text } = sentence.folded;
  const begin = sentence.clauseStart(first.from);
  if (!SETTLES.test(text.slice(begin, first.from)) || text[begin - 1] !== ',' || !/^(?:[,;。]|$)/.test(text.slice(first.to, first.to + 1)))
    return false;
  if (origin[first.from]! - draft.at.to > FAR || !REQUEST_UNITS.includes(draft.unit)) return false;
  if (first.word.is !== 'result') {
    draft.concept = 'carriedOut';
    return true;
  }
  draft.concept = first.word.concept;
  // 3件涉及商业秘密，不予公开: why, and not which.
  draft.guards = draft.guards.filter((guard) => guard !== 'topic');
  if (first.word.row) draft.row = first.word.row;
  return true;
}

/** 复议后起诉1件，结果维持: what was decided of the cases that were counted right before. */
function readDecided(sentence: SentenceState, clause: readonly Token[], draft: Draft): boolean {
  const outcomes = clause.filter(isWord).filter(({ word }) => word.is === 'outcome');
  const word = outcomes[0];
  if (outcomes.length !== 1 || word?.word.is !== 'outcome' || draft.outcome || draft.kind !== 'count' || !draft.value) return false;
  const { origin, text } = sentence.folded;
  const begin = sentence.clauseStart(word.from);
  if (text[begin - 1] !== ',' || origin[begin]! - draft.at.to > 1 || !DECIDES.test(text.slice(begin, word.from))) return false;
  if (!/^(?:了|中|之中|状态|阶段)?(?:[,;。)]|$)/.test(text.slice(word.to, word.to + 3))) return false;
  const { value, unit, concept, year, guards, route } = draft;
  sentence.push({
    kind: 'count',
    from: word.from,
    to: word.to,
    // Quoted with the number that it is said of.
    clause: [{ is: 'comma', from: sentence.clauseStart(begin - 1), to: begin }, ...clause],
    value,
    unit,
    concept,
    year,
    guards,
    outcome: word.word.outcome,
    ...(route ? { route } : {}),
  });
  return true;
}
