// What is said to be none: 未收到…申请, 无行政复议, 复议诉讼均为零.
import type { Statement, StatementConcept, StatementGuard } from '../model/statement.ts';
import type { Draft } from './lists.ts';
import type { NumberToken, Token } from './scan.ts';
import { FAR } from './sentence-state.ts';
import type { SentenceState } from './sentence-state.ts';
import { isWord, isRule, isDecision } from './token-words.ts';
import type { WordToken } from './token-words.ts';

/** 因不履行答复职责引发的(复议): of one cause. */
const LIMITED = /因[^,;。、]{2,24}(?:引发|引起|导致|产生|造成)的?$/;

/** 申请的投诉, 申请补正材料: what is said to be none is no request. */
const ABOUT_REQUESTS =
  /^(?:的)?[^,;。、)]{0,6}(?:投诉|异议|举报|问题|意见|补正|撤回|催办|来电|咨询|逾期|超期|纠纷|争议|通报|约谈|差错|失误)/;

/** 未收到…申请, 无行政复议, 复议诉讼均为零. */
export function readNothing(
  sentence: SentenceState,
  clause: readonly Token[],
  index: number,
  /** 没有受理过一起…: not one. */
  one: NumberToken | undefined,
  guards: ReadonlySet<StatementGuard>,
  year: Statement['year'],
): void {
  const token = clause[index] as WordToken;
  // 行政复议、行政诉讼案件均未发生: said behind.
  const behind =
    /^(?:从|均)?(?:未|没有)(?:曾|有)?(?:发生|出现|产生)$/.test(token.text) &&
    /^(?:[,;。)]|$)/.test(sentence.folded.text.slice(token.to, token.to + 1));
  const zero = token.word.is === 'zero' || behind;
  const strong = token.word.is === 'none' && token.word.strong;
  let end = index + 1;
  const ends = (each: Token): boolean => (each.is === 'number' && each !== one) || (isWord(each) && each.word.is === 'none');
  while (!zero && end < clause.length && end <= index + FAR && !ends(clause[end]!)) end++;
  if (!zero && clause[end]?.is === 'number' && end <= index + FAR) return;
  const found = zero ? clause.slice(Math.max(0, index - FAR), index) : clause.slice(index + 1, end);
  if (zero && found.some((each) => each.is === 'number')) return;
  const words = found.filter(isWord);
  if (words.length === 0 && !token.text.endsWith('收费')) return;
  // 无人受理申请 says nothing of how many there were.
  if (token.text === '无人' && words.some((each) => /^(?:handle|done|receive)$/.test(each.word.is))) return;
  // 举报、投诉、行政复议 are several things; 投诉引起的行政复议 is one.
  const qualifies = (each: WordToken): boolean => each.word.is === 'fault' && !'、或和及'.includes(sentence.folded.text[each.to] ?? '　');
  if (words.some((each) => qualifies(each) || each.word.is === 'claim')) return;
  const earlier = clause.slice(Math.max(0, index - FAR), index);
  if (earlier.some((each) => isWord(each) && each.word.is === 'guard' && each.word.guard === 'plan')) return;
  const push = (concept: StatementConcept, until: number, more: Partial<Draft> = {}): void => {
    const own = new Set(guards);
    if (concept === 'received' && more.guards) for (const each of more.guards) own.add(each);
    const { guards: _guards, ...rest } = more;
    sentence.push({
      kind: 'none',
      from: zero ? (words[0]?.from ?? token.from) : token.from,
      to: zero ? token.to : until,
      value: 0,
      clause,
      guards: own,
      year: year === 'next' ? null : (year ?? sentence.year),
      concept,
      ...rest,
    });
  };
  if (/收费$/.test(token.text)) {
    if (sentence.tied || sentence.place.section === 's6') push('requestFee', token.to);
    return;
  }
  const near = words.find(
    (each) => each.word.is === 'request' || each.word.is === 'dispute' || each.word.is === 'carried' || each.word.is === 'thing',
  );
  if (
    !near &&
    token.word.is === 'none' &&
    /^依申请公开(?:情况|工作)?(?:[,;。、]|$)/.test(sentence.folded.text.slice(token.to, token.to + 10))
  ) {
    push('received', token.to + 5);
    return;
  }
  // 没有公民、法人和其他组织向我局提出…申请: nobody, so nothing.
  const nobody = words[0]?.word.is === 'applicant' && words[0].from - token.to <= 4;
  if (!near || (!strong && !zero && near.from - token.to > (nobody ? FAR : 14))) return;
  const disputes = words.filter((each) => each.word.is === 'dispute');
  const request = words.find((each) => each.word.is === 'request');
  if (disputes.length > 0) {
    // 行政复议被纠错, 被纠错的行政复议: none of that outcome.
    const ended = (each: WordToken): boolean => each.to <= disputes[0]!.from && sentence.folded.text.startsWith('的', each.to);
    const outcome = words.find((each) => each.word.is === 'outcome' && (each.from > disputes[disputes.length - 1]!.from || ended(each)));
    const before = sentence.folded.text.slice(token.from, disputes[0]!.from);
    // 行政处罚19件无复议诉讼: none of those that came of decisions.
    if (!zero && !/公开/.test(before) && earlier.some((each) => isWord(each) && isDecision(each))) return;
    if (!zero && LIMITED.test(before) && !/公开/.test(before)) return;
    // 没有结转至下年度的复议案件: none of those carried on, and of those carried in no cell tells.
    const over = words.find((each) => each.word.is === 'carried' && /^[^,;。、]*的?$/.test(before.slice(each.to - token.from)));
    if (over?.word.is === 'carried' && over.to <= disputes[0]!.from && over.word.way === 'in') return;
    const left = over !== undefined && over.to <= disputes[0]!.from;
    const more: Partial<Draft> = outcome?.word.is === 'outcome' ? { outcome: outcome.word.outcome } : left ? { outcome: 'pending' } : {};
    for (const which of new Set(disputes.map((each) => (each.word.is === 'dispute' ? each.word.which : 'review')))) {
      const last = [...disputes].reverse().find((each) => each.word.is === 'dispute' && each.word.which === which)!;
      push(which, last.to, { ...more });
    }
    const caused = words.some((each) => each.word.is === 'cause');
    const receives = /收到|接到|受理|接收|新收/.test(token.text) || !strong;
    if (!request || caused || !receives || request.from > disputes[0]!.from) return;
    // 无依申请公开行政复议: one thing; 未收到申请、行政复议: several.
    if (!/[、和及与或]/.test(sentence.folded.text.slice(request.to, disputes[0]!.from))) return;
  }
  const carried = words.find((each) => each.word.is === 'carried');
  if (carried?.word.is === 'carried' && carried.word.way !== null) {
    push(carried.word.way === 'in' ? 'carriedIn' : 'carriedOut', carried.to);
    return;
  }
  if (carried) {
    const last = earlier.some((each) => isWord(each) && each.word.is === 'year' && each.word.year === 'last');
    const about = sentence.domain === 'requests' || earlier.some((each) => isWord(each) && each.word.is === 'request' && !each.word.weak);
    // 全部办结，无结转.
    if (about && (last || sentence.answered)) push(last ? 'carriedIn' : 'carriedOut', carried.to);
    return;
  }
  if (request?.word.is === 'request') {
    if (/未因|没有因|无因|未引|未导致|未有因/.test(token.text)) return;
    const loose = request.word.weak && sentence.weakDomain() === 'weak';
    if (words.some((each) => each.word.is === 'thing' || each.word.is === 'elsewhere') && request.word.weak) return;
    const outcome = words.some((each) => each.word.is === 'result' || each.word.is === 'done');
    if (outcome) return;
    const rest = sentence.folded.text.slice(request.to, request.to + 12);
    // 未收取政府信息公开申请信息处理费: no fee.
    if (/^[^,;。、)]{0,6}费/.test(rest)) {
      push('requestFee', request.to);
      return;
    }
    // 未收到对政府信息公开申请的投诉: something about requests.
    if (ABOUT_REQUESTS.test(rest)) return;
    const oneWay = words.some((each) => each.word.is === 'channel' && each.from < request.from);
    push('received', request.to, { guards: [...(loose ? (['loose'] as const) : []), ...(oneWay ? (['channel'] as const) : [])] });
    return;
  }
  const thing = words.find((each) => each.word.is === 'thing');
  if (disputes.length > 0 || thing?.word.is !== 'thing') return;
  if (thing.word.concept === 'requestFee' || thing.word.concept === 'feeNotice') push(thing.word.concept, thing.to);
  else if (isRule(thing.word.concept)) {
    // 未制定规章和规范性文件, 没有制发规范性文件.
    const made =
      /制|出台|印发/.test(token.text) ||
      words.some((each) => each.word.is === 'aspect' && each.word.aspect === 'issued' && each.to <= thing.from);
    if (made) {
      for (const each of words) {
        if (each.word.is === 'thing' && isRule(each.word.concept) && each.from - thing.to <= 8)
          push(each.word.concept, each.to, { aspect: 'issued' });
      }
    }
  } else if (isDecision(thing) || thing.word.concept === 'charge') {
    // 未作出行政处罚决定, 无行政许可、行政处罚事项; 无行政处罚信息 would be of what was published.
    const decides = /作出|做出|实施/.test(token.text) || words.some((each) => each.word.is === 'aspect' && each.word.aspect === 'decided');
    if (thing.from - token.to > 4 || words.some((each) => each.word.is === 'aspect' && each.word.aspect === 'published')) return;
    for (const each of words) {
      if (each.word.is !== 'thing' || !(isDecision(each) || each.word.concept === 'charge')) continue;
      const rest = sentence.folded.text.slice(each.to, each.to + 10);
      if (decides || /^(?:[,;。、和及]|决定|事项|行为|案件|情况|等(?:相关|有关)?(?:处理)?(?:决定|事项|行为|案件)|$)/.test(rest))
        push(each.word.concept, each.to, each.word.concept === 'charge' ? { kind: 'none' } : { aspect: 'decided' });
    }
  }
}

/** 一起, 一件 right behind a word of negation. */
export function notOne(sentence: SentenceState, clause: readonly Token[], index: number): NumberToken | undefined {
  const none = clause[index];
  const number = clause.slice(index + 1, index + 4).find((each): each is NumberToken => each.is === 'number');
  if (!none || number?.value !== 1 || number.writing !== 'chinese' || number.approximate || number.from - none.to > 6) return undefined;
  return /[,、]/.test(sentence.folded.text.slice(none.to, number.from)) ? undefined : number;
}
