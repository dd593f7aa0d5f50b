// Tokens of one block → statements: which number counts what, whose, of which year, and as part of which sum.
// Every token is met a fixed number of times; sentences carry little memory, so the work grows with the length of the text only.
import type { Statement, StatementConcept, StatementGuard, StatementScope } from '../model/statement.ts';
import { domainIn } from './domain.ts';
import type { Domain, Place } from './domain.ts';
import type { Folded } from './fold.ts';
import { Lists } from './lists.ts';
import type { Draft } from './lists.ts';
import { scanSentence } from './scan.ts';
import type { NumberToken, Token } from './scan.ts';
import {
  after,
  bearsMeaning,
  bearsMoreThanOpener,
  bothDisputes,
  isDecision,
  isBase,
  isElaborated,
  isObject,
  isPending,
  isPublished,
  isRule,
  isRuleAspect,
  isThisYear,
  isWord,
  lastNoun,
  lastOf,
  namesThing,
  thingsIn,
} from './token-words.ts';
import type { WordToken } from './token-words.ts';

const REQUEST_UNITS = '件份条宗起例项个次件次人次封';
const CASE_UNITS = '件起宗例次个案件次';
const THING_UNITS = '件份部个条宗起次例件次项';
const LONGEST_QUOTE = 80;
/** Tokens around a word that are looked at for what it speaks of. */
const FAR = 40;
/** 收到的政府信息公开申请 in front of 均已办结. */
const LONGEST_LEAD = 24;
/** More statements than any report makes; what lies beyond was made to keep a program busy. */
export const MOST_STATEMENTS = 2000;

/** 已按要求进行, 在法定期限内予以: how it was answered, between 均 and 答复. */
const MANNER =
  /^(?:已经?|都|在|法定|规定|的|时限|时间|期限|之?内|对|申请人?|内容|按照?|要求|依照?|依据|根据|条例|按时|按期|按规|及时|准确|依法|依规|严谨|规范|妥善|进行|作出|做出|完成|得到|予以|给予|书面|了|地|并|和|、)+$/;

/** What a paragraph leaves to the one behind it: the number of its last sentence, or a sentence that was cut in two. */
export interface Carried {
  readonly domain: Domain;
  readonly alone: number | null;
  readonly tied: boolean;
  readonly lead: readonly Token[];
}

/** Numbers and words of one block, added to `out`; `nextGroup` counts sums over the whole report. */
export function interpret(
  folded: Folded,
  original: string,
  place: Place,
  out: Draft[],
  nextGroup: () => number,
  before: Carried | null = null,
): Carried {
  const { text } = folded;
  let domain: Domain = before?.domain ?? null;
  let scope: StatementScope = 'unsaid';
  let alone: number | null = before?.alone ?? null;
  let tied = before?.tied ?? false;
  let lead: readonly Token[] = before?.lead ?? [];
  for (let from = 0; from < text.length && out.length < MOST_STATEMENTS; ) {
    const scanned = scanSentence(text, from);
    from = scanned.to;
    const stopped = scanned.tokens[scanned.tokens.length - 1]?.is === 'stop';
    const tokens = stopped ? scanned.tokens.slice(0, -1) : scanned.tokens;
    if (tokens.length === 0) continue;
    const sentence: Sentence = new Sentence(folded, carriedOnto(tokens), original, place, out, nextGroup, domain, scope, alone, tied);
    lead = sentence.read(lead);
    domain = sentence.domain;
    scope = sentence.lasting;
    alone = sentence.alone;
    tied = sentence.tied && domain !== null && domain !== 'elsewhere';
    if (stopped) lead = [];
  }
  return { domain, alone, tied, lead };
}

/** 转入2024年: carried, since a year follows; otherwise such a word says nothing. */
function carriedOnto(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some((each) => isWord(each) && each.word.is === 'onto')) return tokens;
  return tokens.flatMap((token, index): readonly Token[] => {
    if (!isWord(token) || token.word.is !== 'onto') return [token];
    const next = tokens[index + 1];
    return next?.is === 'year' && next.from === token.to ? [{ ...token, word: { is: 'carried', way: null } }] : [];
  });
}

class Sentence {
  domain: Domain;
  /** 全市、各部门 said in this sentence or before it in the paragraph. */
  lasting: StatementScope;
  /** The only count of this sentence: 其中 at the head of the next one speaks of it. */
  alone: number | null = null;
  private readonly first: number;
  private scope: StatementScope = 'unsaid';
  private year: number | null = null;
  private readonly lists: Lists;
  private lastCount: number | null = null;
  private counts = 0;
  /** 历年、以来 has been said in this sentence, and no year since. */
  private sinceLong = false;
  /** The last number was named by the words behind it. */
  private tookBehind = false;
  /** Requests were spoken of in a sentence before: what is asked for here may be something else. */
  private readonly inherited: boolean;
  private mentions: Draft[] = [];
  /** 答复、办结 has been said in this sentence. */
  private answered = false;
  private things: WordToken[] = [];
  /** 规章 or 规范性文件 last counted in this sentence: 废止1件 speaks of it. */
  private ruleSaid: WordToken | null = null;
  /** Were the decisions last counted in this sentence made or published? */
  private decision: Statement['aspect'];

  constructor(
    private readonly folded: Folded,
    private readonly tokens: readonly Token[],
    private readonly original: string,
    private readonly place: Place,
    private readonly out: Draft[],
    nextGroup: () => number,
    domain: Domain,
    lasting: StatementScope,
    private readonly before: number | null,
    /** Disclosure of government information has been named: in this sentence, or before it in the paragraph. */
    public tied: boolean,
  ) {
    this.domain = domain;
    this.lasting = lasting;
    this.inherited = domain === 'requests' && out.length > 0;
    this.first = out.length;
    this.lists = new Lists(out, nextGroup);
  }

  /** Reads the sentence behind a clause without a number that was cut off; answers its own last clause if that has no number. */
  read(lead: readonly Token[]): readonly Token[] {
    const { tokens } = this;
    let from = 0;
    for (let to = 0; to <= tokens.length; to++) {
      if (to < tokens.length && tokens[to]!.is !== 'comma') continue;
      if (this.out.length >= MOST_STATEMENTS) break;
      if (to === from) {
        // Nothing between two commas.
        lead = [];
        from = to + 1;
        continue;
      }
      const clause = tokens.slice(from, to);
      const numbers = this.clause(clause, lead);
      lead = numbers > 0 ? [] : clause;
      from = to + 1;
    }
    this.alone = this.counts === 1 ? this.lastCount : null;
    for (const draft of this.out.slice(this.first)) {
      if (draft.concept !== 'carriedIn' || !draft.part) continue;
      const total = this.out[draft.part.total];
      if (total && (total.concept === 'received' || total.concept === 'handled' || total.concept === 'due')) total.withCarriedIn = true;
    }
    return lead;
  }

  /** One clause; answers how many numbers it has. */
  private clause(clause: readonly Token[], lead: readonly Token[]): number {
    let segment: Token[] = [];
    let compared: { grew: boolean } | null = null;
    // 自条例实施以来，共收到…: said in the clause before.
    let year: Statement['year'] = this.sinceLong ? 'several' : null;
    let saidYear = false;
    /** Year to which something was carried, said since the last number. */
    let onto: number | null = null;
    const guards = new Set<StatementGuard>();
    const whole = new Set<StatementGuard>();
    let numbers = 0;
    if (this.out.length >= MOST_STATEMENTS) return 1;
    if (clause.length === 0) {
      if (this.scope === 'narrow') this.scope = 'unsaid';
      return 0;
    }
    let proportion = false;
    let rate = false;
    /** Words up to here belong to the number in front of them. */
    let skipTo = -1;
    let ignored: NumberToken | null = null;
    for (const token of clause) {
      if (!isWord(token)) continue;
      const { word } = token;
      if (word.is === 'info' || (word.is === 'request' && !word.weak)) this.tied = true;
      if (word.is === 'guard' && (word.guard === 'filing' || word.guard === 'topic')) whole.add(word.guard);
    }
    const stated = this.year;
    const carriedIn = clause.some((each, index) => {
      const next = clause[index + 1];
      return each.is === 'year' && next && isWord(next) && next.word.is === 'carried' && next.word.way === null && next.from === each.to;
    });
    for (let index = 0; index < clause.length; index++) {
      const token = clause[index]!;
      if (this.out.length > MOST_STATEMENTS) return numbers;
      if (token.is === 'year') {
        // 结转至2024年: where it went is no year of the numbers that follow.
        if (this.isCarriedTo(clause, index)) onto = token.year;
        else {
          this.year = token.year;
          this.sinceLong = false;
          year = null;
        }
        segment.push(token);
      } else if (token.is === 'open') this.lists.openBracket(this.lastCount, clause, index);
      else if (token.is === 'close') this.lists.closeBracket();
      else if (token.is === 'colon') {
        const previous = clause[index - 1];
        // 依申请公开工作：受理14件.
        if (previous && isWord(previous) && previous.word.is === 'about' && previous.to === token.from) this.domain = 'requests';
        this.lists.colon(this.lastCount, clause, index);
      } else if (token.is === 'word') {
        const { word } = token;
        if (word.is === 'done') this.answered = true;
        if (word.is === 'scope') {
          this.scope = word.scope;
          if (word.scope === 'area' || word.scope === 'units') this.lasting = word.scope;
          else if (word.scope === 'own') this.lasting = 'unsaid';
        } else if (word.is === 'year') {
          // 2023年以来, 今年以来: of that year alone.
          const since = token.text === '以来' && (saidYear || clause[index - 1]?.is === 'year');
          if (word.year === 'this') {
            year = null;
            this.sinceLong = false;
            saidYear = true;
          } else if (!since) year = word.year;
          if (year === 'several') this.sinceLong = true;
        } else if (word.is === 'guard') {
          if (word.guard === 'comparison') {
            compared = { grew: /增|升|多|涨|翻/.test(token.text) || (compared !== null && compared.grew && !/降|减/.test(token.text)) };
          }
          if (word.guard !== 'filing' && word.guard !== 'topic') guards.add(word.guard);
        } else if (word.is === 'proportion') proportion = true;
        else if (word.is === 'rate') rate = true;
        else if (word.is === 'opener') this.lists.opener(token, this.totalFor(token), clause, index);
        else if (word.is === 'none' || word.is === 'zero') {
          const one = word.is === 'none' ? this.notOne(clause, index) : undefined;
          this.none(clause, index, one, whole, year);
          ignored = one ?? ignored;
        } else if (word.is === 'claim') this.claim(clause, index);
        else if (word.is === 'all' && numbers === 0) this.wholeClaim(clause, index);
        if (index > skipTo) segment.push(token);
      } else if (token.is === 'number' && token !== ignored) {
        numbers++;
        const post = after(clause, index);
        const all = new Set([...guards, ...whole]);
        if (token.range) all.add('range');
        if (token.unit.includes('%') || token.unit.includes('百分点') || token.unit === '‰') {
          this.percent(token, segment, { proportion, rate, compared, clause });
        } else {
          this.count(token, segment, post, numbers === 1 ? lead : [], all, compared ? (year ?? 'last') : year, clause, index, onto);
        }
        guards.delete('plan');
        // 占总数400条的75%: still a share.
        proportion = isBase(segment.filter(isWord), token);
        segment = [];
        // 2件予以公开、3件不予公开: what stands behind a number that nothing names in front belongs to it.
        if (this.tookBehind) skipTo = index + post.length;
        this.tookBehind = false;
        onto = null;
      }
    }
    if (numbers === 0) {
      this.mention(clause);
      // 开展规范性文件清理，废止3件: the clause behind speaks of what was cleared.
      const rules = clause.filter(isWord).filter((each) => each.word.is === 'thing' && isRule(each.word.concept));
      if (rules.length > 0 && rules.every((each) => each.text === rules[0]!.text)) this.ruleSaid = rules[0]!;
      // 按照市政府部署，…: whoever only gave the order did not receive the requests.
      if (this.scope === 'narrow') this.scope = 'unsaid';
    }
    const said = domainIn(clause, this.place, this.domain) ?? (numbers === 0 && this.isHead(clause) ? 'requests' : undefined);
    if (said !== undefined) this.domain = said;
    // 较2020年增加…, 2022年结转…: the year belongs to the comparison, or to what was carried in, alone.
    if (compared || carriedIn) this.year = stated;
    return numbers;
  }

  /** 依申请公开方面, 在依申请公开工作中: the whole clause says only what the next ones are about. */
  private isHead(clause: readonly Token[]): boolean {
    const about = clause.find((each) => isWord(each) && each.word.is === 'about');
    if (!about) return false;
    const { text } = this.folded;
    return about.from - this.clauseStart(about.from) <= 6 && /^[中上里]?(?:[,;:。]|$)/.test(text.slice(about.to, about.to + 2));
  }

  /** Is a year the one to which something was carried: 结转2024年, 结转3件至2024年? */
  private isCarriedTo(clause: readonly Token[], index: number): boolean {
    const token = clause[index]!;
    if (token.is !== 'year') return false;
    const previous = clause[index - 1];
    if (previous && isWord(previous) && previous.word.is === 'carried' && token.from - previous.to <= 1) return true;
    if (!'至到入'.includes(this.folded.text[token.from - 1] ?? '　')) return false;
    return clause.slice(Math.max(0, index - FAR), index).some((each) => isWord(each) && each.word.is === 'carried');
  }

  private count(
    token: NumberToken,
    segment: readonly Token[],
    post: readonly Token[],
    lead: readonly Token[],
    guards: Set<StatementGuard>,
    year: Statement['year'],
    clause: readonly Token[],
    index: number,
    onto: number | null,
  ): void {
    const words = segment.filter(isWord);
    const behind = post.filter(isWord);
    const bare = !words.some(bearsMeaning);
    const around = bare && lead.length > 0 ? [...lead.filter(isWord), ...words] : words;
    if (bare && lead.length > 0) {
      for (const each of lead) if (isWord(each) && each.word.is === 'guard') guards.add(each.word.guard);
    }
    const each = words[words.length - 1];
    if (each?.word.is === 'each' && each.to === token.from) guards.add('each');
    const meaning: Partial<Draft> & { concept: StatementConcept | null } = this.meaningOf(token, around, behind, guards);
    if (meaning.concept === 'carried') {
      const next = post.findIndex((each) => each.is === 'year');
      const behindYear = next < 0 ? undefined : post[next];
      if (behindYear?.is === 'year' && this.isCarriedTo(clause, index + 1 + next)) meaning.carriedTo = behindYear.year;
      else if (onto !== null) meaning.carriedTo = onto;
    }
    if (
      !bare &&
      (meaning.concept === 'received' || meaning.concept === 'handled') &&
      isElaborated(token, words, this.folded.text) &&
      (this.counts > 0 || this.inherited)
    )
      guards.add('topic');
    if (isObject(words, token, this.folded.text)) guards.add('topic');
    // 收到申请14件（其中网络申请4件）: what follows in the clause is about the same.
    const said = domainIn([...around, token, ...behind], this.place, this.domain);
    if (said !== undefined) this.domain = said;
    // 1件按无法提供办结 is one thing with all its words; a list goes on behind 、.
    this.tookBehind =
      !words.some(namesThing) && behind.some(namesThing) && '、和与及'.includes(this.folded.text[behind[behind.length - 1]!.to] ?? '　');
    this.yearOfTotal(words, segment, meaning);
    const chinese = token.writing === 'chinese';
    // 一个、两项 of nothing in particular are words, not figures.
    if (chinese && meaning.concept === null && (token.value < 2 || !'件条篇期份元'.includes(token.unit[0]!))) return;
    const draft = this.push({
      kind: token.unit.endsWith('元') ? 'amount' : 'count',
      from: token.from,
      to: token.to,
      value: token.value,
      unit: token.unit,
      decimals: token.decimals,
      writing: this.writingOf(token),
      approximate: token.approximate,
      clause,
      guards,
      year: year ?? this.year,
      ...meaning,
    });
    if (around.some((word) => word.word.is === 'total')) draft.total = true;
    // 300条，占总数400条的75%: what it is a share of is no new count.
    if (isBase(words, token)) return;
    const verb = words.find(
      (word) => word.word.is === 'verb' || word.word.is === 'handle' || word.word.is === 'done' || word.word.is === 'receive',
    );
    if (verb) draft.verb = verb.text;
    if (guards.has('comparison')) return;
    const made = this.out.length - 1;
    this.lists.item(draft, made, words, token, () => this.slice(this.labelStart(token), token.from).slice(-24));
    this.lastCount = made;
    this.counts++;
    for (const mention of this.mentions) mention.of ??= made;
    this.mentions = [];
    if (this.things.length > 1 || (this.things.length === 1 && meaning.concept === null)) {
      for (const thing of this.things) this.pushMention(thing, clause, made);
    }
    this.things = [];
  }

  /** 累计56件，其中2022年12件: the total is of several years, the item of one. */
  private yearOfTotal(words: readonly WordToken[], segment: readonly Token[], meaning: { concept: StatementConcept | null }): void {
    const total = this.lists.total === undefined ? undefined : this.out[this.lists.total];
    if (!total || meaning.concept !== null || !segment.some((each) => each.is === 'year' || isThisYear(each))) return;
    if (!/^(?:received|due|handled|done)$/.test(total.concept ?? '') || words.some(bearsMoreThanOpener)) return;
    meaning.concept = total.concept;
    total.year = 'several';
  }

  /** What a number counts, by the words before it (and behind it, where those in front say nothing). */
  private meaningOf(
    token: NumberToken,
    words: readonly WordToken[],
    behind: readonly WordToken[],
    guards: Set<StatementGuard>,
  ): Partial<Draft> & { concept: StatementConcept | null } {
    const { place } = this;
    const has = (is: string): boolean => words.some((each) => each.word.is === is);
    let noun = lastNoun(words);
    const elsewhere = has('elsewhere') || behind.some((each) => each.word.is === 'elsewhere');
    noun ??= elsewhere ? null : lastNoun(behind);
    const thing = thingsIn(words);
    const things = thing.length > 0 ? thing : noun === null ? thingsIn(behind) : [];
    let domain: Domain;
    if (noun?.word.is === 'request') domain = noun.word.weak ? this.weakDomain() : 'requests';
    else if (noun?.word.is === 'dispute') domain = bothDisputes(words) ? 'disputes' : noun.word.which;
    else if (elsewhere) domain = 'elsewhere';
    else
      domain =
        this.domain ?? place.heading ?? (words.some((each) => each.word.is === 'channel' && each.text.endsWith('申请')) ? 'weak' : null);

    if (things.length === 0 && noun === null && !elsewhere && this.ruleSaid && words.some(isRuleAspect)) {
      return this.thingMeaning(token, words, behind, [this.ruleSaid]);
    }
    if (things.length > 0 && noun === null) return this.thingMeaning(token, words, behind, things);
    if (domain === 'review' || domain === 'litigation' || domain === 'disputes') {
      return this.caseMeaning(token, words, behind, domain, noun !== null, guards);
    }
    if (domain === 'elsewhere' || domain === null || !REQUEST_UNITS.includes(token.unit)) return { concept: null };
    if (domain === 'weak') guards.add('loose');
    return this.requestMeaning(words, behind, noun !== null, guards);
  }

  private requestMeaning(
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
    const asked = words.some((each) => each.word.is === 'applicant') ? words : behind;
    const applicants = new Set(asked.flatMap((each) => (each.word.is === 'applicant' ? [each.word.who] : [])));
    const who: Partial<Draft> = applicants.size === 1 ? { applicant: [...applicants][0]! } : {};
    if (has('channel')) guards.add('channel');
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
      const total = this.lastCount === null ? undefined : this.out[this.lastCount];
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
    if (said.length > 0) return { ...resultMeaning(said), ...who };
    // 其中2件公开.
    if (!verb && !due && this.lists.total !== undefined && words.every((each) => each.word.is === 'opener') && isPublished(behind))
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
    if (has('done')) return { concept: 'done', ...who };
    if (behind.some((each) => each.word.is === 'done')) return { concept: 'done', ...who };
    if (!has('handle') && behind.some((each) => each.word.is === 'receive')) return { concept: 'received', ...who };
    if (has('handle')) return { concept: 'handled', ...who, ...(withCarriedIn ? { withCarriedIn: true as const } : {}) };
    if (applicants.size === 1) return { concept: 'received', ...who };
    // 公民、法人申请政府信息公开20件 is everyone; 公民、法人20件 may be some.
    if (applicants.size > 1 && !words.some((each) => each.word.is === 'request' && !each.word.weak)) return { concept: null };
    if (has('channel')) return { concept: 'received' };
    // 收到6件，2件为网络申请.
    if (!verb && !named && this.counts > 0 && behind[0]?.word.is === 'channel') {
      guards.add('channel');
      return { concept: 'received' };
    }
    // 收到132件，上年结转2件，共计134件.
    if (
      words.length > 0 &&
      words.every((each) => each.word.is === 'total') &&
      behind.length === 0 &&
      this.saysBoth('received', 'carriedIn')
    )
      return { concept: 'due' };
    if (named && !words.some((each) => each.word.is === 'opener')) {
      // 主动公开文件53件、依申请公开57件: papers that may be had on request.
      if (words.length > 0 && this.counts > 0 && this.out[this.out.length - 1]!.quote.search(/主动公开[^，,]{0,6}(?:文件|公文|发文)/) >= 0)
        guards.add('loose');
      return { concept: 'handled' };
    }
    return { concept: null };
  }

  /** Were these two, whole, counted right before in this sentence, and nothing else? */
  private saysBoth(one: StatementConcept, other: StatementConcept): boolean {
    const before = this.out.slice(this.first);
    if (this.counts !== 2 || before.length !== 2) return false;
    const said = new Set(
      before.map((each) => (each.guards.length === 0 && !each.part && !each.outcome && !each.route ? each.concept : null)),
    );
    return said.has(one) && said.has(other);
  }

  private caseMeaning(
    token: NumberToken,
    words: readonly WordToken[],
    behind: readonly WordToken[],
    domain: 'review' | 'litigation' | 'disputes',
    named: boolean,
    guards: Set<StatementGuard>,
  ): Partial<Draft> & { concept: StatementConcept | null } {
    if (!CASE_UNITS.includes(token.unit)) return { concept: null };
    const outcomes = new Set([...words, ...behind].flatMap((each) => (each.word.is === 'outcome' ? [each.word.outcome] : [])));
    const route = lastOf(words, 'route') ?? lastOf(behind, 'route');
    // 行政复议5件，行政诉讼3件，合计8件.
    const total = words.length > 0 && words.every((each) => each.word.is === 'total') && behind.length === 0;
    if (total && this.saysBoth('review', 'litigation')) return { concept: 'disputes' };
    if (outcomes.size > 1 || (outcomes.size === 0 && !named && !route)) return { concept: null };
    // 上年度结转审结1件: some of those of the year before.
    if (words.some((each) => each.word.is === 'carried')) return { concept: null };
    // A legal office counts all reviews it handles; only what was caused or brought against the organ is its own.
    const caused = words.some((each) => each.word.is === 'cause' || each.word.is === 'occur');
    if (!caused && !this.tied && this.place.section !== 's4' && this.place.heading === null) guards.add('loose');
    return {
      concept: route ? 'litigation' : domain,
      ...(outcomes.size === 1 ? { outcome: [...outcomes][0]! } : {}),
      ...(route?.word.is === 'route' ? { route: route.word.route } : {}),
    };
  }

  private thingMeaning(
    token: NumberToken,
    words: readonly WordToken[],
    behind: readonly WordToken[],
    things: readonly WordToken[],
  ): Partial<Draft> & { concept: StatementConcept | null } {
    const concepts = new Set(things.flatMap((each) => (each.word.is === 'thing' ? [each.word.concept] : [])));
    const published = words.some((each) => each.word.is === 'aspect' && each.word.aspect === 'published');
    if (published) this.things = things.filter((each) => isDecision(each));
    if (concepts.size !== 1) return { concept: null };
    const concept = [...concepts][0]!;
    // 减免行政事业性收费: what was not charged.
    if (concept === 'charge' && words.some((each) => each.word.is === 'fault')) return { concept: null };
    const money = token.unit.endsWith('元');
    const fee = concept === 'charge' || concept === 'requestFee';
    if (fee !== money && concept !== 'feeNotice') return { concept: null };
    if (!fee && !THING_UNITS.includes(token.unit)) return { concept: null };
    const aspects = [...words, ...behind].flatMap((each) => (each.word.is === 'aspect' ? [each.word.aspect] : []));
    const done = [...words, ...behind].some((each) => each.word.is === 'handle' || each.word.is === 'done');
    const of = (which: NonNullable<Statement['aspect']>): boolean => aspects.includes(which);
    if (isRule(concept)) this.ruleSaid = things[things.length - 1]!;
    const own: Statement['aspect'] = isRule(concept)
      ? of('repealed')
        ? 'repealed'
        : of('inForce')
          ? 'inForce'
          : of('issued')
            ? 'issued'
            : of('published')
              ? 'published'
              : undefined
      : of('published')
        ? 'published'
        : of('decided') || (done && this.decision !== 'published')
          ? 'decided'
          : this.decision;
    // 作出行政许可136件、行政处罚19件: the verb holds on.
    if (!isRule(concept)) this.decision = own;
    return { concept, ...(own ? { aspect: own } : {}) };
  }

  private percent(
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
    const requests = this.nounDomain(segment) ?? this.domain ?? this.place.heading;
    const point = token.unit !== '%';
    const draft = this.push({
      kind: 'percent',
      from: token.from,
      to: token.to,
      value: token.value,
      unit: token.unit,
      decimals: token.decimals,
      writing: this.writingOf(token),
      approximate: token.approximate,
      clause,
      guards: new Set(concept === 'replyRate' && requests !== 'requests' ? ['loose'] : []),
      year: this.year,
      concept: point ? null : concept,
    });
    if (compared && !point) draft.grew = compared.grew;
    if ((concept === 'share' || concept === 'change') && this.lastCount !== null) draft.of = this.lastCount;
  }

  private nounDomain(segment: readonly Token[]): Domain | null {
    const noun = lastNoun(segment.filter(isWord));
    if (noun?.word.is === 'request') return noun.word.weak ? this.weakDomain() : 'requests';
    return segment.some((each) => isWord(each) && each.word.is === 'elsewhere') ? 'elsewhere' : null;
  }

  /** 未收到…申请, 无行政复议, 复议诉讼均为零. */
  private none(
    clause: readonly Token[],
    index: number,
    /** 没有受理过一起…: not one. */
    one: NumberToken | undefined,
    guards: ReadonlySet<StatementGuard>,
    year: Statement['year'],
  ): void {
    const token = clause[index] as WordToken;
    const zero = token.word.is === 'zero';
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
    const qualifies = (each: WordToken): boolean => each.word.is === 'fault' && !'、或和及'.includes(this.folded.text[each.to] ?? '　');
    if (words.some((each) => qualifies(each) || each.word.is === 'claim')) return;
    const earlier = clause.slice(Math.max(0, index - FAR), index);
    if (earlier.some((each) => isWord(each) && each.word.is === 'guard' && each.word.guard === 'plan')) return;
    const push = (concept: StatementConcept, until: number, more: Partial<Draft> = {}): void => {
      const own = new Set(guards);
      if (concept === 'received' && more.guards) for (const each of more.guards) own.add(each);
      const { guards: _guards, ...rest } = more;
      this.push({
        kind: 'none',
        from: zero ? (words[0]?.from ?? token.from) : token.from,
        to: zero ? token.to : until,
        value: 0,
        clause,
        guards: own,
        year: year === 'next' ? null : (year ?? this.year),
        concept,
        ...rest,
      });
    };
    if (/收费$/.test(token.text)) {
      if (this.tied || this.place.section === 's6') push('requestFee', token.to);
      return;
    }
    const near = words.find(
      (each) => each.word.is === 'request' || each.word.is === 'dispute' || each.word.is === 'carried' || each.word.is === 'thing',
    );
    if (
      !near &&
      token.word.is === 'none' &&
      /^依申请公开(?:情况|工作)?(?:[,;。、]|$)/.test(this.folded.text.slice(token.to, token.to + 10))
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
      const outcome = words.find((each) => each.word.is === 'outcome' && each.from > disputes[disputes.length - 1]!.from);
      const more: Partial<Draft> = outcome?.word.is === 'outcome' ? { outcome: outcome.word.outcome } : {};
      for (const which of new Set(disputes.map((each) => (each.word.is === 'dispute' ? each.word.which : 'review')))) {
        const last = [...disputes].reverse().find((each) => each.word.is === 'dispute' && each.word.which === which)!;
        push(which, last.to, { ...more });
      }
      const caused = words.some((each) => each.word.is === 'cause');
      const receives = /收到|接到|受理|接收|新收/.test(token.text) || !strong;
      if (!request || caused || !receives || request.from > disputes[0]!.from) return;
      // 无依申请公开行政复议: one thing; 未收到申请、行政复议: several.
      if (!/[、和及与或]/.test(this.folded.text.slice(request.to, disputes[0]!.from))) return;
    }
    const carried = words.find((each) => each.word.is === 'carried');
    if (carried?.word.is === 'carried' && carried.word.way !== null) {
      push(carried.word.way === 'in' ? 'carriedIn' : 'carriedOut', carried.to);
      return;
    }
    if (carried) {
      const last = earlier.some((each) => isWord(each) && each.word.is === 'year' && each.word.year === 'last');
      const about = this.domain === 'requests' || earlier.some((each) => isWord(each) && each.word.is === 'request' && !each.word.weak);
      // 全部办结，无结转.
      if (about && (last || this.answered)) push(last ? 'carriedIn' : 'carriedOut', carried.to);
      return;
    }
    if (request?.word.is === 'request') {
      if (/未因|没有因|无因|未引|未导致|未有因/.test(token.text)) return;
      const loose = request.word.weak && this.weakDomain() === 'weak';
      if (words.some((each) => each.word.is === 'thing' || each.word.is === 'elsewhere') && request.word.weak) return;
      const outcome = words.some((each) => each.word.is === 'result' || each.word.is === 'done');
      if (outcome) return;
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
      const decides =
        /作出|做出|实施/.test(token.text) || words.some((each) => each.word.is === 'aspect' && each.word.aspect === 'decided');
      if (thing.from - token.to > 4 || words.some((each) => each.word.is === 'aspect' && each.word.aspect === 'published')) return;
      for (const each of words) {
        if (each.word.is !== 'thing' || !(isDecision(each) || each.word.concept === 'charge')) continue;
        const rest = this.folded.text.slice(each.to, each.to + 10);
        if (decides || /^(?:[,;。、和及]|决定|事项|行为|案件|情况|等(?:相关|有关)?(?:处理)?(?:决定|事项|行为|案件)|$)/.test(rest))
          push(each.word.concept, each.to, each.word.concept === 'charge' ? { kind: 'none' } : { aspect: 'decided' });
      }
    }
  }

  /** 一起, 一件 right behind a word of negation. */
  private notOne(clause: readonly Token[], index: number): NumberToken | undefined {
    const none = clause[index];
    const number = clause.slice(index + 1, index + 4).find((each): each is NumberToken => each.is === 'number');
    if (!none || number?.value !== 1 || number.writing !== 'chinese' || number.approximate || number.from - none.to > 6) return undefined;
    return /[,、]/.test(this.folded.text.slice(none.to, number.from)) ? undefined : number;
  }

  private claim(clause: readonly Token[], index: number): void {
    const token = clause[index] as WordToken;
    if (token.word.is !== 'claim') return;
    const words = clause.slice(Math.max(0, index - FAR), index).filter(isWord);
    const noun = lastNoun(words);
    const domain = noun?.word.is === 'dispute' ? (bothDisputes(words) ? 'disputes' : noun.word.which) : this.domain;
    if (domain !== 'review' && domain !== 'litigation' && domain !== 'disputes') return;
    this.push({
      kind: 'claim',
      from: token.from,
      to: token.to,
      clause,
      guards: new Set(),
      year: this.year,
      concept: domain,
      claim: token.word.claim,
    });
  }

  /** 申请人均为自然人, 均予以公开, 均已办结: said of all requests, behind their number or their name. */
  private wholeClaim(clause: readonly Token[], index: number): void {
    const token = clause[index]!;
    if (this.requestsCounted() === false) return;
    const first = clause[0]!;
    if (token.from - first.from > LONGEST_LEAD) return;
    // Something else may be spoken of in front: 属于主动公开范围的均予以公开.
    const ahead = this.folded.text.slice(first.from, token.from);
    const start = this.clauseStart(first.from);
    const lead = this.folded.text.slice(start, first.from) + ahead;
    if (
      !/^(?:(?:以上|上述|该|其)?(?:申请|申请件|申请人|申请主体|申请者)|目前|已|按照?规定|依法|现已|我[局委办]|所有申请|(?:(?:收到|受理|办理)的?)?(?:政府)?信息公开申请件?已?)?$/.test(
        lead,
      )
    )
      return;
    if (this.domain !== 'requests' && !lead.includes('信息公开申请')) return;
    const next = clause.slice(index + 1, index + 4).filter(isWord);
    if (clause.slice(index + 1, index + 4).some((each) => each.is === 'number') || next.some((each) => each.word.is === 'none')) return;
    const word = next[0];
    if (!word) return;
    const gap = this.folded.text.slice(token.to, word.from);
    if (gap.length > 4 && !MANNER.test(gap)) return;
    const rest = this.folded.text.slice(word.to, word.to + 6);
    const claim =
      word.word.is === 'applicant' && word.word.who === 'natural'
        ? 'allNatural'
        : word.word.is === 'result' && word.word.concept === 'granted' && !/^[或及和、]/.test(rest)
          ? 'allGranted'
          : word.word.is === 'done'
            ? 'allDone'
            : null;
    if (claim === null) return;
    this.push({
      kind: 'claim',
      from: token.from,
      to: word.to,
      clause,
      guards: new Set(),
      year: this.year,
      concept: claim === 'allNatural' ? 'received' : claim === 'allGranted' ? 'granted' : 'done',
      claim,
    });
  }

  /** Is what was last counted in this sentence all requests? null: nothing was counted. */
  private requestsCounted(): boolean | null {
    if (this.lastCount === null) return null;
    // 收到9件，其中网上7件、来信2件，均已办结.
    const last = this.out[this.lastCount]!;
    const { concept, guards, applicant } = last.part && last.guards.includes('channel') ? this.out[last.part.total]! : last;
    return (concept === 'received' || concept === 'due' || concept === 'handled') && guards.length === 0 && !applicant;
  }

  private clauseStart(from: number): number {
    const { text } = this.folded;
    let start = from;
    while (start > 0 && from - start < 24 && !/[,;:。!?()]/.test(text[start - 1]!)) start--;
    return start;
  }

  /** 公开行政许可、行政处罚等信息 without a number of its own. */
  private mention(clause: readonly Token[]): void {
    const words = clause.filter(isWord);
    if (words.some((each) => each.word.is === 'guard' || each.word.is === 'none')) return;
    if (!words.some((each) => each.word.is === 'aspect' && each.word.aspect === 'published')) return;
    for (const thing of words) {
      if (this.out.length >= MOST_STATEMENTS) break;
      if (isDecision(thing)) this.pushMention(thing, clause, undefined);
    }
  }

  private pushMention(thing: WordToken, clause: readonly Token[], of: number | undefined): void {
    if (thing.word.is !== 'thing') return;
    const draft = this.push({
      kind: 'mention',
      from: thing.from,
      to: thing.to,
      clause,
      guards: new Set(),
      year: this.year,
      concept: thing.word.concept,
      aspect: 'published',
    });
    if (of === undefined) this.mentions.push(draft);
    else draft.of = of;
  }

  /** The number that 其中 speaks of: the last one of this sentence, or at its head the only one of the sentence before. */
  private totalFor(token: WordToken): number | null {
    if (this.lastCount !== null) return this.lastCount;
    return token.text === '其中' && token.from - (this.tokens[0]?.from ?? 0) <= 2 ? this.before : null;
  }

  /** Where the words in front of a number begin: behind the last punctuation, at most 24 characters back. */
  private labelStart(token: NumberToken): number {
    const { text } = this.folded;
    let start = token.from;
    while (start > 0 && token.from - start < 24 && !/[,;:、。()（）0-9]/.test(text[start - 1]!)) start--;
    return start;
  }

  private slice(from: number, to: number): string {
    const { origin } = this.folded;
    return this.original.slice(origin[from]!, from === to ? origin[from]! : origin[to - 1]! + 1);
  }

  private weakDomain(): Domain {
    return this.domain === 'requests' || this.place.heading === 'requests' || this.place.section === 's3' ? 'requests' : 'weak';
  }

  private writingOf(token: NumberToken): Statement['writing'] {
    if (token.writing !== 'plain') return token.writing;
    return /[０-９]/.test(this.slice(token.from, token.to)) ? 'fullWidth' : 'plain';
  }

  private push(
    draft: Omit<Partial<Draft>, 'guards'> & {
      kind: Statement['kind'];
      from: number;
      to: number;
      clause: readonly Token[];
      guards: ReadonlySet<StatementGuard> | readonly StatementGuard[];
      year: Statement['year'];
      concept: StatementConcept | null;
    },
  ): Draft {
    const { from, to, clause, guards, ...rest } = draft;
    const { origin, text } = this.folded;
    let begin = from;
    let end = to;
    const first = clause[0]?.from ?? from;
    const last = clause[clause.length - 1]?.to ?? to;
    while (begin > 0 && from - begin < LONGEST_QUOTE / 2 && (begin > first || !/[,;。!?]/.test(text[begin - 1]!))) begin--;
    while (end < text.length && end - begin < LONGEST_QUOTE && (end < last || !/[,;。!?]/.test(text[end]!))) end++;
    const at = { block: this.place.block, from: origin[from]!, to: origin[to - 1]! + 1 };
    const start = origin[begin]!;
    const made: Draft = {
      at: this.place.line === undefined ? at : { ...at, line: this.place.line },
      quote: this.original.slice(start, origin[end - 1]! + 1),
      marked: { from: at.from - start, to: at.to - start },
      section: this.place.section,
      scope: this.scope === 'unsaid' ? this.lasting : this.scope,
      // What is said in words alone has no number of its own.
      value: null,
      unit: '',
      decimals: 0,
      writing: 'words',
      approximate: null,
      ...rest,
      guards: [...guards],
    };
    this.out.push(made);
    return made;
  }
}

function resultMeaning(said: readonly WordToken[]): Partial<Draft> & { concept: StatementConcept | null } {
  const rows = new Set(said.flatMap((each) => (each.word.is === 'result' && each.word.row ? [each.word.row] : [])));
  if (rows.size === 1) return { concept: 'reason', row: [...rows][0]! };
  if (rows.size > 1) return { concept: null };
  const concepts = new Set(said.flatMap((each) => (each.word.is === 'result' ? [each.word.concept] : [])));
  if (concepts.size === 1) return { concept: [...concepts][0]! };
  if ([...concepts].every((each) => each === 'granted' || each === 'partial' || each === 'grantedOrPartial'))
    return { concept: 'grantedOrPartial' };
  return { concept: null };
}
