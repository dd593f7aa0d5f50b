// What is said of all of something without a number: 均获维持, 申请人均为自然人, 均已办结.
import type { Token } from './scan.ts';
import { FAR } from './sentence-state.ts';
import type { SentenceState } from './sentence-state.ts';
import { isWord, lastNoun, bothDisputes } from './token-words.ts';
import type { WordToken } from './token-words.ts';

/** 收到的政府信息公开申请 in front of 均已办结. */
const LONGEST_LEAD = 24;
/** 已按要求进行, 在法定期限内予以: how it was answered, between 均 and 答复. */
const MANNER =
  /^(?:已经?|都|在|法定|规定|的|时限|时间|期限|之?内|对|申请人?|内容|按照?|要求|依照?|依据|根据|条例|按时|按期|按规|及时|准确|依法|依规|严谨|规范|妥善|进行|作出|做出|完成|得到|予以|给予|书面|了|地|并|和|、)+$/;

/** 均获维持, 无一败诉: said of reviews or lawsuits. */
export function readClaim(sentence: SentenceState, clause: readonly Token[], index: number): void {
  const token = clause[index] as WordToken;
  if (token.word.is !== 'claim') return;
  const words = clause.slice(Math.max(0, index - FAR), index).filter(isWord);
  const noun = lastNoun(words);
  const domain = noun?.word.is === 'dispute' ? (bothDisputes(words) ? 'disputes' : noun.word.which) : sentence.domain;
  if (domain !== 'review' && domain !== 'litigation' && domain !== 'disputes') return;
  sentence.push({
    kind: 'claim',
    from: token.from,
    to: token.to,
    clause,
    guards: new Set(),
    year: sentence.year,
    concept: domain,
    claim: token.word.claim,
  });
}

/** 申请人均为自然人, 均予以公开, 均已办结: said of all requests, behind their number or their name. */
export function readWholeClaim(sentence: SentenceState, clause: readonly Token[], index: number): void {
  const token = clause[index]!;
  if (sentence.requestsCounted() === false) return;
  const first = clause[0]!;
  if (token.from - first.from > LONGEST_LEAD) return;
  // Something else may be spoken of in front: 属于主动公开范围的均予以公开.
  const ahead = sentence.folded.text.slice(first.from, token.from);
  const start = sentence.clauseStart(first.from);
  const lead = sentence.folded.text.slice(start, first.from) + ahead;
  if (
    !/^(?:(?:以上|上述|该|其)?(?:申请|申请件|申请人|申请主体|申请者)|目前|已|按照?规定|依法|现已|我[局委办]|所有申请|(?:(?:收到|受理|办理)的?)?(?:政府)?信息公开申请件?已?)?$/.test(
      lead,
    )
  )
    return;
  if (sentence.domain !== 'requests' && !lead.includes('信息公开申请')) return;
  const next = clause.slice(index + 1, index + 4).filter(isWord);
  if (clause.slice(index + 1, index + 4).some((each) => each.is === 'number') || next.some((each) => each.word.is === 'none')) return;
  const word = next[0];
  if (!word) return;
  const gap = sentence.folded.text.slice(token.to, word.from);
  if (gap.length > 4 && !MANNER.test(gap)) return;
  const rest = sentence.folded.text.slice(word.to, word.to + 6);
  const claim =
    word.word.is === 'applicant' && word.word.who === 'natural'
      ? 'allNatural'
      : word.word.is === 'applicant' && word.word.who === 'legalPersons' && !/^[或及和、]?(?:自然人|公民|个人)/.test(rest)
        ? 'allLegal'
        : word.word.is === 'result' && word.word.concept === 'granted' && !/^[或及和、]/.test(rest)
          ? 'allGranted'
          : word.word.is === 'done'
            ? 'allDone'
            : null;
  if (claim === null) return;
  sentence.push({
    kind: 'claim',
    from: token.from,
    to: word.to,
    clause,
    guards: new Set(),
    year: sentence.year,
    concept: claim === 'allNatural' || claim === 'allLegal' ? 'received' : claim === 'allGranted' ? 'granted' : 'done',
    claim,
  });
}
