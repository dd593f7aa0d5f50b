// What a number counts, by the words before it and behind it: requests, cases, documents and decisions.
import type { Statement, StatementConcept, StatementGuard } from '../model/statement.ts';
import type { Domain } from './domain.ts';
import type { Draft } from './lists.ts';
import type { NumberToken } from './scan.ts';
import type { SentenceState } from './sentence-state.ts';
import { isRule, isPublished, isPending, isRuleAspect, isDecision, lastNoun, lastOf, thingsIn, bothDisputes } from './token-words.ts';
import type { WordToken } from './token-words.ts';

/** Units in which requests are counted. */
export const REQUEST_UNITS = '件份条宗起例项个次件次人次封';
const CASE_UNITS = '件起宗例次个案件次';
const THING_UNITS = '件份部个条宗起次例件次项';

/** 通过专栏, 在平台共: where they came in. */
const WAY = /(?:专栏|栏目|平台|系统|网站|邮箱|信箱|窗口|公众号|小程序)(?:上|内|中|共|累计|共计|全年)*$/;
/** 97件申请答复中. */
const AMID = /^[^,;。、)]{0,8}申请(?:件)?的?(?:答复|办理|办结|处理|回复)(?:工作|过程)?[中里]/;
/** 办理申请过程中，电话沟通214次: what was done about them. */
const DEED = /(?:沟通|联系|约谈|面谈|协商|会商|研究|培训|解释|查阅|走访|调查|检索|核查|约见|回访|催办)[^，。；,;]{0,4}$/;

/** Between the name of requests and a number: what came of those that are counted. */
const HANDED = /提供|告知|移送|移交|转交|转办|转送|寄送|寄出|送达|引导/;

/** What a number counts, by the words before it (and behind it, where those in front say nothing). */
export function meaningOf(
  sentence: SentenceState,
  token: NumberToken,
  words: readonly WordToken[],
  behind: readonly WordToken[],
  guards: Set<StatementGuard>,
): Partial<Draft> & { concept: StatementConcept | null } {
  const { place } = sentence;
  const has = (is: string): boolean => words.some((each) => each.word.is === is);
  let noun = lastNoun(words);
  const elsewhere = has('elsewhere') || (behind.some((each) => each.word.is === 'elsewhere') && !endsAsRequest(sentence, behind));
  noun ??= elsewhere ? null : lastNoun(behind);
  // 《行政处罚裁量办法》等3部规章: a name says nothing of what is counted.
  const thing = thingsIn(words).filter((each) => !isInTitle(sentence.folded.text, each));
  const things = thing.length > 0 ? thing : noun === null ? thingsIn(behind) : [];
  let domain: Domain;
  if (noun?.word.is === 'request')
    domain = noun.word.weak ? (isOfElsewhere(sentence.folded.text, noun, words) ? 'elsewhere' : sentence.weakDomain()) : 'requests';
  else if (noun?.word.is === 'dispute') domain = bothDisputes(words) ? 'disputes' : noun.word.which;
  else if (elsewhere) domain = 'elsewhere';
  else if (words.some((each) => each.word.is === 'route')) domain = 'litigation';
  else
    domain =
      sentence.domain ?? place.heading ?? (words.some((each) => each.word.is === 'channel' && each.text.endsWith('申请')) ? 'weak' : null);

  // 行政事业性收费1项，费用总额4.2万元.
  const money = token.unit.endsWith('元') && things.length === 0 && noun === null;
  if (money && sentence.chargeSaid && /(?:收费|费用|金额|总额|合计|共计|共)(?:总额|金额|合计|共计|为|共)*$/.test(sentence.labelOf(token)))
    return thingMeaning(sentence, token, words, behind, [sentence.chargeSaid]);
  if (things.length === 0 && noun === null && !elsewhere && sentence.ruleSaid && isOfRuleSaid(sentence.folded.text, token, words)) {
    return thingMeaning(sentence, token, words, behind, [sentence.ruleSaid]);
  }
  // 申请收取信息处理费20元: money is never a number of requests.
  if (things.length > 0 && (noun === null || token.unit.endsWith('元'))) return thingMeaning(sentence, token, words, behind, things);
  if (domain === 'review' || domain === 'litigation' || domain === 'disputes') {
    return caseMeaning(sentence, token, words, behind, domain, noun !== null, guards);
  }
  if (domain === 'elsewhere' || domain === null || !REQUEST_UNITS.includes(token.unit)) return { concept: null };
  if (domain === 'weak') guards.add('loose');
  if (PAPERS.test(sentence.labelOf(token)) || DEED.test(sentence.labelOf(token))) return { concept: null };
  // 信息公开答复样本3份: not the replies themselves.
  if (noun?.text.endsWith('答复') && !/^(?:共|共计|总数|数量|为|了)*$/.test(sentence.folded.text.slice(noun.to, token.from)))
    return { concept: null };
  // 对3件申请收取了信息处理费.
  if (behind.some((each) => each.word.is === 'thing' && each.word.concept === 'requestFee')) guards.add('topic');
  return requestMeaning(sentence, token, words, behind, noun !== null, guards);
}

/** 废止3件, 现行有效的文件12件, and not 制定裁量基准1项: nothing else is named behind what was done. */
function isOfRuleSaid(text: string, token: NumberToken, words: readonly WordToken[]): boolean {
  const aspects = words.filter(isRuleAspect);
  const last = aspects[aspects.length - 1];
  return last !== undefined && /^(?:[了的共有数量为件部计约各]|文件|政策|上级|总数|以来)*$/.test(text.slice(last.to, token.from));
}

function isInTitle(text: string, { from }: WordToken): boolean {
  const near = text.slice(Math.max(0, from - 24), from);
  return near.lastIndexOf('《') > near.lastIndexOf('》');
}

/** 不动产登记申请: asked for something else, whatever the paragraph is about. */
function isOfElsewhere(text: string, noun: WordToken, words: readonly WordToken[]): boolean {
  const before = words[words.indexOf(noun) - 1];
  return before?.word.is === 'elsewhere' && /^(?!.*的)[\u4e00-\u9fff]{0,6}$/.test(text.slice(before.to, noun.from));
}

/** 补正通知书7件, 不予公开的文件33件: papers that are counted, and no requests. */
const PAPERS = /(?:(?:补正|征询|征求|协查|转办|送达)[^，。；,;]{0,8}(?:书|函)|的(?:文件|公文|发文|制发文件))(?:共计|共有|共|计|为)?$/;

/** 2条公众通过互动栏目提交的申请: the clause ends with what was received, and how it came stands in front. */
function endsAsRequest({ folded: { text } }: SentenceState, behind: readonly WordToken[]): boolean {
  const last = behind[behind.length - 1];
  if (last?.word.is !== 'request' || !/^(?:[,;。)]|$)/.test(text.slice(last.to, last.to + 1))) return false;
  return behind.length > 1 && /(?:提交|提出|递交|的)的?$/.test(text.slice(behind[behind.length - 2]!.to, last.from));
}

function requestMeaning(
  sentence: SentenceState,
  token: NumberToken,
  words: readonly WordToken[],
  behind: readonly WordToken[],
  named: boolean,
  guards: Set<StatementGuard>,
): Partial<Draft> & { concept: StatementConcept | null } {
  const has = (is: string): boolean => words.some((each) => each.word.is === is);
  const due = words.some((each) => each.word.is === 'due' && !each.text.includes('结转'));
  const withCarriedIn = words.some((each) => each.word.is === 'due' && each.text.includes('结转'));
  const carried = lastOf(words, 'carried') ?? (has('receive') || has('result') ? undefined : lastOf(behind, 'carried'));
  const verb = has('receive') || has('handle') || has('done');
  const label = sentence.labelOf(token);
  // 办理中9件: not yet settled.
  if (/(?:办理中|处理中|答复中|待办)的?[有共为]?$/.test(label)) return { concept: 'carried', outcome: 'pending' };
  // 补正后受理10件: some that came back.
  if (/(?:补正|补充|更正|修改|完善)(?:之)?后[^，。]{0,8}$/.test(label)) guards.add('topic');
  // 无效申请9件, 代收申请12件: none of one's own.
  if (/无效|代收|代办|代为|最[快慢长短高低早晚少大]/.test(label)) guards.add('topic');
  // 专栏收到申请55件, 平台共接收55件: by the way they came.
  const received = words.find((each) => each.word.is === 'receive');
  if (received && WAY.test(sentence.folded.text.slice(Math.max(0, received.from - 8), received.from))) guards.add('channel');
  // 收到信件38封、网络申请55件: one way among others.
  if (token.unit === '封' || /(?:信|函|邮)件$/.test(label)) guards.add('channel');
  const asked = words.some((each) => each.word.is === 'applicant') ? words : behind;
  const applicants = new Set(asked.flatMap((each) => (each.word.is === 'applicant' ? [each.word.who] : [])));
  const who: Partial<Draft> = applicants.size === 1 ? { applicant: [...applicants][0]! } : {};
  // 其中75件为自然人通过网络提出: not all that they asked.
  if (has('channel') || (applicants.size > 0 && asked === behind && behind.some((each) => each.word.is === 'channel')))
    guards.add('channel');
  if (carried?.word.is === 'carried') {
    const { way } = carried.word;
    const said = [...words, ...behind].flatMap((each) => (each.word.is === 'year' ? [each.word.year] : []));
    const concept =
      way === 'in' || (way === null && said.includes('last'))
        ? 'carriedIn'
        : way === 'out' || said.includes('next')
          ? 'carriedOut'
          : 'carried';
    return { concept, ...who };
  }
  if (withCarriedIn && !verb) {
    const total = sentence.lastCount === null ? undefined : sentence.out[sentence.lastCount];
    if (total) total.withCarriedIn = true;
    return { concept: 'carriedIn' };
  }
  const pending = words.some(isPending) || (!verb && behind.some(isPending));
  if (pending && !words.some((each) => each.word.is === 'result')) {
    const last = words.some((each) => each.word.is === 'year' && each.word.year === 'last');
    return { concept: last ? 'carriedIn' : 'carried', outcome: 'pending', ...who };
  }
  const results = words.filter((each) => each.word.is === 'result');
  const later = results.length === 0 && !verb ? behind.filter((each) => each.word.is === 'result') : [];
  const said = results.length > 0 ? results : later;
  if (said.length > 0) return { ...resultMeaning(withoutExamples(sentence.folded.text, said)), ...who };
  // 不予受理4件: settled, but under no name of the form.
  if ((verb ? words : [...words, ...behind]).some((each) => each.text === '不予受理'))
    return { concept: 'refused', outcome: 'rejected', ...who };
  // 其中2件公开.
  if (!verb && !due && sentence.lists.total !== undefined && words.every((each) => each.word.is === 'opener') && isPublished(behind))
    return { concept: 'granted', ...who };
  if (due) return { concept: 'due', ...who };
  if (has('receive')) {
    return {
      concept: 'received',
      ...who,
      ...(has('done') || has('handle') ? { alsoDone: true as const } : {}),
      ...(withCarriedIn ? { withCarriedIn: true as const } : {}),
    };
  }
  // 97件申请答复中，未出现…: all of them, whatever came of them.
  if (behind.length > 0 && AMID.test(sentence.folded.text.slice(token.to, token.to + 20))) return { concept: 'handled', ...who };
  if (has('done')) return { concept: 'done', ...who };
  if (behind.some((each) => each.word.is === 'done')) return { concept: 'done', ...who };
  if (!has('handle') && behind.some((each) => each.word.is === 'receive')) return { concept: 'received', ...who };
  if (has('handle')) return { concept: 'handled', ...who, ...(withCarriedIn ? { withCarriedIn: true as const } : {}) };
  if (applicants.size === 1) return { concept: 'received', ...who };
  // 公民、法人申请政府信息公开20件 is everyone; 公民、法人20件 may be some.
  if (applicants.size > 1 && !words.some((each) => each.word.is === 'request' && !each.word.weak)) return { concept: null };
  if (has('channel')) return { concept: 'received' };
  // 收到6件，2件为网络申请.
  if (!verb && !named && sentence.counts > 0 && behind[0]?.word.is === 'channel') {
    guards.add('channel');
    return { concept: 'received' };
  }
  // 收到132件，上年结转2件，共计134件.
  if (
    words.length > 0 &&
    words.every((each) => each.word.is === 'total') &&
    behind.length === 0 &&
    sentence.saysBoth('received', 'carriedIn')
  )
    return { concept: 'due' };
  // 均已办结。2条依申请公开，1条部分公开: what was done with them, no number of requests.
  if (words.length === 0 && sentence.inherited && behind.length === 1 && behind[0]!.text === '依申请公开') return { concept: null };
  // 申请材料齐全并提供给当事人的1件: what was done with some of them.
  const request = lastOf(words, 'request');
  if (request && HANDED.test(sentence.folded.text.slice(request.to, token.from))) return { concept: null };
  if (named && !words.some((each) => each.word.is === 'opener')) {
    // 申请公开结果：全公开45件: something of them that has no name here.
    if (request && /[:].*[^共计有为\s]{2}$/.test(sentence.folded.text.slice(request.to, token.from))) return { concept: null };
    // 主动公开文件53件、依申请公开57件: papers that may be had on request.
    if (
      words.length > 0 &&
      sentence.counts > 0 &&
      sentence.out[sentence.out.length - 1]!.quote.search(/主动公开[^，,]{0,6}(?:文件|公文|发文)/) >= 0
    )
      guards.add('loose');
    return { concept: 'handled' };
  }
  return { concept: null };
}

/** 收到行政复议3条: cases, where 行政复议类信息24条 and 公开行政复议3条 are pieces of information. */
function isNamedRight({ folded: { text } }: SentenceState, token: NumberToken, words: readonly WordToken[]): boolean {
  const noun = lastNoun(words);
  if (noun?.word.is !== 'dispute' || !/^[共有为数量]{0,3}$/.test(text.slice(noun.to, token.from))) return false;
  return !words.some((each) => each.word.is === 'aspect' || each.word.is === 'elsewhere');
}

function caseMeaning(
  sentence: SentenceState,
  token: NumberToken,
  words: readonly WordToken[],
  behind: readonly WordToken[],
  domain: 'review' | 'litigation' | 'disputes',
  named: boolean,
  guards: Set<StatementGuard>,
): Partial<Draft> & { concept: StatementConcept | null } {
  if (!CASE_UNITS.includes(token.unit) && !(/^[条项份]$/.test(token.unit) && isNamedRight(sentence, token, words)))
    return { concept: null };
  const label = sentence.labelOf(token);
  // 经复议维持后又提起行政诉讼的1件.
  if (/复议[^后]{0,8}后(?:又|再|另|仍)?(?:依法|向法院|向人民法院)?(?:提起|起诉|诉讼)/.test(label))
    return { concept: 'litigation', route: 'litAfter' };
  // 与他局共同被诉2件，单独被诉1件: in which company.
  if (/共同|单独/.test(label)) guards.add('topic');
  const said = [...words, ...behind].flatMap((each) =>
    // 作其他处理3件, said of reviews: their 其他结果.
    each.word.is === 'outcome'
      ? [each.word.outcome]
      : each.word.is === 'result' && each.word.concept === 'otherHandling'
        ? ['other' as const]
        : [],
  );
  // 复议案件办结4件.
  if (said.length === 0 && words.some((each) => each.word.is === 'done')) said.push('closed');
  // 尚未审结的复议1件、诉讼1件: said of both.
  if (said.length === 0 && sentence.outcomeOfAll && named && !words.some((each) => each.word.is === 'opener' || each.word.is === 'total'))
    said.push(sentence.outcomeOfAll);
  const outcomes = new Set(said);
  // 作出复议决定维持1件: how they were decided says more than that they were.
  if (outcomes.size > 1) outcomes.delete('closed');
  const route = lastOf(words, 'route') ?? lastOf(behind, 'route');
  // 直接起诉5件：维持3件.
  const way = route?.word.is === 'route' ? route.word.route : named ? undefined : sentence.routeOfList();
  // 行政复议5件，行政诉讼3件，合计8件.
  const total = words.length > 0 && words.every((each) => each.word.is === 'total') && behind.length === 0;
  if (total && sentence.saysBoth('review', 'litigation')) return { concept: 'disputes' };
  if (outcomes.size > 1 || (outcomes.size === 0 && !named && !route)) return { concept: null };
  // 上年度结转审结1件: some of those of the year before.
  if (words.some((each) => each.word.is === 'carried')) return { concept: null };
  // A legal office counts all reviews it handles; only what was caused or brought against the organ is its own.
  const caused = words.some((each) => each.word.is === 'cause' || each.word.is === 'occur');
  if (!caused && !sentence.tied && sentence.place.section !== 's4' && sentence.place.heading === null) guards.add('loose');
  return {
    concept: way ? 'litigation' : domain,
    ...(outcomes.size === 1 ? { outcome: [...outcomes][0]! } : {}),
    ...(way ? { route: way } : {}),
  };
}

function thingMeaning(
  sentence: SentenceState,
  token: NumberToken,
  words: readonly WordToken[],
  behind: readonly WordToken[],
  things: readonly WordToken[],
): Partial<Draft> & { concept: StatementConcept | null } {
  const concepts = new Set(things.flatMap((each) => (each.word.is === 'thing' ? [each.word.concept] : [])));
  const published = words.some((each) => each.word.is === 'aspect' && each.word.aspect === 'published');
  if (published) sentence.things = things.filter((each) => isDecision(each));
  if (concepts.size !== 1) return { concept: null };
  const concept = [...concepts][0]!;
  // 法律法规规章28部: not only rules.
  if (
    concept === 'rules' &&
    things.some((each) => /法[律规][、和及]?$/.test(sentence.folded.text.slice(Math.max(0, each.from - 3), each.from)))
  )
    return { concept: null };
  // 行政处罚立案23起, 行政许可申请141件: not yet decided.
  if (isDecision(things[0]!) && /(?:立案|受理|申请)(?:了|共|数|数量|共计|案件)*$/.test(sentence.labelOf(token))) return { concept: null };
  // 行政强制执行催告书6份: a paper on the way to it.
  if (isDecision(things[0]!) && /(?:催告|告知|通知|申请|建议|意见)书(?:共计|[共有为])*$/.test(sentence.labelOf(token)))
    return { concept: null };
  // 行政许可类事项12项: what may be applied for.
  if (isDecision(things[0]!) && token.unit === '项' && /事项(?:共计|[共有为])*$/.test(sentence.labelOf(token))) return { concept: null };
  // 减免行政事业性收费: what was not charged.
  if (concept === 'charge' && words.some((each) => each.word.is === 'fault')) return { concept: null };
  const money = token.unit.endsWith('元');
  const fee = concept === 'charge' || concept === 'requestFee';
  // 收费3万元，代收基金5万元，两项合计8万元: no more than one amount is said of it.
  if (concept === 'charge') sentence.chargeSaid = token.unit.endsWith('元') ? null : things[things.length - 1]!;
  if (fee !== money && concept !== 'feeNotice') return { concept: null };
  if (!fee && !THING_UNITS.includes(token.unit)) return { concept: null };
  const aspects = [...words, ...behind].flatMap((each) => (each.word.is === 'aspect' ? [each.word.aspect] : []));
  const done = [...words, ...behind].some((each) => each.word.is === 'handle' || each.word.is === 'done');
  const of = (which: NonNullable<Statement['aspect']>): boolean => aspects.includes(which);
  if (isRule(concept)) sentence.ruleSaid = things[things.length - 1]!;
  // 清理规范性文件2次: how often, not how many.
  if (isRule(concept) && token.unit === '次') return { concept: null };
  const own: Statement['aspect'] = isRule(concept)
    ? of('repealed')
      ? 'repealed'
      : of('inForce')
        ? 'inForce'
        : of('issued')
          ? 'issued'
          : of('published')
            ? 'published'
            : // 印发文件126件，其中规范性文件7件.
              sentence.issued !== null && sentence.lists.total === sentence.issued
              ? 'issued'
              : undefined
    : of('published')
      ? 'published'
      : of('decided') || (done && sentence.decision !== 'published')
        ? 'decided'
        : sentence.decision;
  // 作出行政许可136件、行政处罚19件: the verb holds on.
  if (!isRule(concept)) sentence.decision = own;
  return { concept, ...(own ? { aspect: own } : {}) };
}

/** 因本机关不掌握等原因无法提供, 因申请人撤回等作其他处理: reasons in front of 等 are examples of what is named behind them. */
export function withoutExamples(text: string, said: readonly WordToken[]): readonly WordToken[] {
  if (said.length < 2) return said;
  return said.filter(
    (each, index) => index === said.length - 1 || !/^(?:相关)?(?:政府)?(?:信息)?等/.test(text.slice(each.to, each.to + 7)),
  );
}

/** What words of results name: one of them, a row of the form, or nothing that is certain. */
export function resultMeaning(said: readonly WordToken[]): Partial<Draft> & { concept: StatementConcept | null } {
  const rows = new Set(said.flatMap((each) => (each.word.is === 'result' && each.word.row ? [each.word.row] : [])));
  if (rows.size === 1) return { concept: 'reason', row: [...rows][0]! };
  if (rows.size > 1) return { concept: null };
  const concepts = new Set(said.flatMap((each) => (each.word.is === 'result' ? [each.word.concept] : [])));
  if (concepts.size === 1) return { concept: [...concepts][0]! };
  if ([...concepts].every((each) => each === 'granted' || each === 'partial' || each === 'grantedOrPartial'))
    return { concept: 'grantedOrPartial' };
  return { concept: null };
}
