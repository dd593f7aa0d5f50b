// One sentence, token by token: which number counts what, whose, of which year, and as part of which sum.
import type { Statement, StatementConcept, StatementGuard } from '../model/statement.ts';
import { distributionOf } from './distribution.ts';
import type { Distribution } from './distribution.ts';
import { domainIn } from './domain.ts';
import type { Draft } from './lists.ts';
import { meaningOf } from './meaning.ts';
import { notOne, readNothing } from './nothing.ts';
import { readPercent } from './percent.ts';
import { readSettled } from './settle.ts';
import { readClaim, readWholeClaim } from './claim.ts';
import { isPartOfYear } from './period.ts';
import type { NumberToken, Token } from './scan.ts';
import { MOST_STATEMENTS, SentenceState } from './sentence-state.ts';
import {
  isWord,
  isRule,
  isElaborated,
  isBase,
  isObject,
  isSaidWhich,
  isNominal,
  isThisYear,
  bearsMoreThanOpener,
  namesThing,
  bearsMeaning,
  isAddressed,
  isTally,
  namesReason,
  after,
} from './token-words.ts';
import type { WordToken } from './token-words.ts';
import { endsRange, isCarriedTo } from './years.ts';

/** 从申请人的类型来看, 按申请方式分. */
const VIEW = /^(?:从|按照?|就)[\u4e00-\u9fff]{2,14}(?:来?看|来?说|来?分|划分|分类|区分|统计)$/;
/** 征地拆迁类, 规划审批类申请. */
const KIND = /类(?:别|的|申请|申请件|事项|信息|政府信息)?$/;
/** What is granted under a short name. */
const GRANTED = /^(?:其中)?(?:依法|准予|决定)?公开(?:的)?$/;
const isOtherResult = (concept: StatementConcept | null): boolean =>
  concept === 'partial' || concept === 'denied' || concept === 'unable' || concept === 'refused' || concept === 'otherHandling';
/** 收到的申请中, 申请件里: out of them. */
const AMONG = /(?:申请|件)[中里]$/;
/** 全区各职能部门、镇街: from 全区 to 镇街. */
const WHOLE_AREA = 12;
const isResultOf = (token: Token | undefined, concept: StatementConcept): boolean =>
  token !== undefined && isWord(token) && token.word.is === 'result' && token.word.concept === concept;

/** Reads a sentence whole; what it leaves to the next stands in its state. */
export class Sentence extends SentenceState {
  /** Where the clause that is read begins among the tokens of the sentence. */
  private clauseAt = 0;
  /** How many clauses were read, and how many when something was last counted. */
  private clauses = 0;
  private countedIn = 0;
  /** What the first 按…分 of the sentence is of; null: of nothing counted in it. */
  private viewed: number | null | undefined;
  /** 上半年, 截至6月底: the clauses speak of a part of the year. */
  private partly = false;
  /** Numbers behind 分别 that are still to come. */
  private shared: Distribution | null = null;

  /** Reads the sentence behind a clause without a number that was cut off; answers its own last clause if that has no number. */
  read(lead: readonly Token[]): readonly Token[] {
    const { tokens } = this;
    let from = 0;
    for (let to = 0; to <= tokens.length; to++) {
      if (to < tokens.length && tokens[to]!.is !== 'comma') continue;
      if (this.out.length >= MOST_STATEMENTS) break;
      this.clauses++;
      this.readPeriod(from, to);
      if (to === from) {
        // Nothing known between two commas.
        this.readView(tokens[to]);
        lead = [];
        from = to + 1;
        continue;
      }
      const clause = tokens.slice(from, to);
      this.clauseAt = from;
      const numbers = this.clause(clause, lead);
      const settled = numbers === 0 && readSettled(this, clause);
      if (numbers === 0) this.readView(tokens[to]);
      // 3条涉及安全，不予公开；1条…: what was decided of those is no word of the next.
      // 收到的申请中，个人提出41件: some of them, and not all that came.
      const among = to < tokens.length && AMONG.test(this.folded.text.slice(tokens[to]!.from - 2, tokens[to]!.from));
      lead = numbers > 0 || settled || among ? [] : clause;
      from = to + 1;
    }
    this.alone = this.counts === 1 ? this.lastCount : null;
    for (const draft of this.out.slice(this.first)) {
      if (draft.concept !== 'carriedIn' || !draft.part) continue;
      const total = this.out[draft.part.total];
      if (total && (total.concept === 'received' || total.concept === 'handled' || total.concept === 'due')) total.withCarriedIn = true;
    }
    this.nameGranted();
    return lead;
  }

  /** 公开18件、部分公开9件、不予公开6件: beside the other results of requests, what was simply disclosed was granted. */
  private nameGranted(): void {
    for (const draft of this.out.slice(this.first)) {
      if (draft.concept !== null || draft.kind !== 'count' || !draft.part || !GRANTED.test(draft.part.label)) continue;
      const { group, total } = draft.part;
      if (!/^(?:received|due|handled|done)$/.test(this.out[total]!.concept ?? '')) continue;
      const others = this.out.slice(total + 1).filter((each) => each.part?.group === group && isOtherResult(each.concept));
      if (others.length > 1) draft.concept = 'granted';
    }
  }

  /** One clause; answers how many numbers it has. */
  private clause(clause: readonly Token[], lead: readonly Token[]): number {
    let segment: Token[] = [];
    /** What stood in front of the number before. */
    let before: Token[] = [];
    let compared: { grew: boolean } | null = null;
    /** 由上年的130件下降到117件: the way it went, while that number is awaited. */
    let reached: { grew: boolean } | null = null;
    let grown: { grew: boolean } | null = null;
    // 自条例实施以来，共收到…: said in the clause before.
    let year: Statement['year'] = this.sinceLong ? 'several' : null;
    let saidYear = false;
    /** Year to which something was carried, said since the last number. */
    let onto: number | null = null;
    const guards = new Set<StatementGuard>();
    const whole = new Set<StatementGuard>();
    let numbers = 0;
    if (this.out.length >= MOST_STATEMENTS) return 1;
    this.outcomeOfAll = undefined;
    if (clause.length === 0) {
      if (this.scope === 'narrow') this.scope = 'unsaid';
      return 0;
    }
    let proportion = false;
    let rate = false;
    /** Words up to here belong to the number in front of them. */
    let skipTo = -1;
    let ignored: NumberToken | null = null;
    /** A bracket that is open: 含…, and how many words and numbers stood in front. */
    let aside: { readonly words: number; readonly numbers: number; readonly holds: boolean } | null = null;
    /** What 其中 speaks of behind a bracket that tells of a number: that number, and not the last in the bracket. */
    let told: number | null = null;
    /** Where 全区 stands in this clause. */
    let areaAt = -1;
    clause.forEach((token, index) => {
      if (!isWord(token)) return;
      const { word } = token;
      if (word.is === 'info' || (word.is === 'request' && !word.weak)) this.tied = true;
      if (word.is !== 'guard') return;
      if (word.guard === 'filing' || (word.guard === 'topic' && !namesReason(token, clause[index + 1]))) whole.add(word.guard);
    });
    const stated = this.year;
    if (this.partly) whole.add('period');
    const carriedIn = clause.some((each, index) => {
      const next = clause[index + 1];
      return each.is === 'year' && next && isWord(next) && next.word.is === 'carried' && next.word.way === null && next.from === each.to;
    });
    for (let index = 0; index < clause.length; index++) {
      const token = clause[index]!;
      if (this.out.length > MOST_STATEMENTS) return numbers;
      if (token.is === 'year') {
        // 结转至2024年: where it went is no year of the numbers that follow.
        if (isCarriedTo(this.folded.text, clause, index)) onto = token.year;
        else {
          this.year = token.year;
          // 2021年至2023年共收到…: of all of them.
          this.sinceLong = endsRange(this.folded.text, clause, index);
          year = this.sinceLong ? 'several' : null;
        }
        segment.push(token);
      } else if (token.is === 'open') {
        this.lists.openBracket(this.lastCount, clause, index);
        told = clause[index - 1]?.is === 'number' && clause[index - 1]!.to === token.from ? this.lastCount : null;
        const inside = /^(不?)(?:含|包括|包含)/.exec(this.folded.text.slice(token.to, token.to + 3));
        aside = inside ? { words: segment.length, numbers, holds: inside[1] === '' } : null;
      } else if (token.is === 'close') {
        this.lists.closeBracket();
        this.lastCount = told ?? this.lastCount;
        told = null;
        // 其他处理（含主动撤回）4件: what is in it is no name of the number.
        if (aside?.numbers === numbers) {
          // 予以公开（含部分公开）59件.
          const partly = aside.holds && segment.slice(aside.words).some((each) => isResultOf(each, 'partial'));
          const both = partly && isResultOf(segment[aside.words - 1], 'granted');
          segment.length = aside.words;
          if (both)
            segment[aside.words - 1] = { ...(segment[aside.words - 1] as WordToken), word: { is: 'result', concept: 'grantedOrPartial' } };
        }
        aside = null;
      } else if (token.is === 'colon') {
        const previous = clause[index - 1];
        // 依申请公开工作：受理14件.
        if (previous && isWord(previous) && previous.word.is === 'about' && previous.to === token.from) this.domain = 'requests';
        this.lists.colon(this.lastCount, clause, index);
      } else if (token.is === 'word') {
        const { word } = token;
        if (word.is === 'done') this.answered = true;
        // 向县政府申请复议, 按照市政府要求: to whom, or at whose order, and not whose number.
        if (word.is === 'scope' && !isAddressed(token, this.folded.text)) {
          this.scope = word.scope;
          // 全区各职能部门、镇街: all of them are the area.
          if (word.scope === 'units' && areaAt >= 0 && token.from - areaAt <= WHOLE_AREA && !/[县市]/.test(token.text)) this.scope = 'area';
          if (word.scope === 'area') areaAt = token.from;
          if (this.scope === 'area' || this.scope === 'units') this.lasting = this.scope;
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
        } else if (word.is === 'reach') {
          reached = { grew: /[增升扩]/.test(token.text) };
          this.year = stated;
          year = null;
        } else if (word.is === 'outcome' && numbers === 0 && this.folded.text[token.to] === '的') this.outcomeOfAll = word.outcome;
        else if (word.is === 'proportion') proportion = true;
        else if (word.is === 'rate') rate = true;
        else if (word.is === 'opener') {
          if (!this.isOfOthers(token)) {
            const total = this.totalFor(token);
            // 收到117件，集中在两个领域，分别为42件、21件: of what the clause between says, maybe not of all.
            const some = word.whole && this.clauses - this.countedIn > 1 && total !== null && this.out[total]!.concept !== null;
            this.lists.opener(some ? '其中' : token.text, total, clause, index);
          } else
            this.shared = distributionOf(
              this.folded.text,
              clause,
              index,
              this.tokens.slice(this.clauseAt + index + 1, this.clauseAt + index + 121),
            );
        } else if (word.is === 'none' || word.is === 'zero') {
          const one = word.is === 'none' ? notOne(this, clause, index) : undefined;
          readNothing(this, clause, index, one, whole, year);
          ignored = one ?? ignored;
        } else if (word.is === 'claim') readClaim(this, clause, index);
        else if (word.is === 'all') {
          // 受理36件申请（均为自然人提交）.
          const bracketed = clause[index - 1]?.is === 'open';
          if (numbers === 0 || bracketed) readWholeClaim(this, bracketed ? clause.slice(index) : clause, bracketed ? 0 : index);
        }
        if (index > skipTo) segment.push(token);
      } else if (token.is === 'number' && token !== ignored && !isTally(token, clause[index + 1])) {
        numbers++;
        const post = after(clause, index);
        const all = new Set([...guards, ...whole]);
        if (reached) {
          grown = reached;
          all.delete('comparison');
        }
        // 2023年由80件增加至97件: left behind, whatever year is named.
        const left =
          post.some((each) => isWord(each) && each.word.is === 'reach') &&
          ('由从'.includes(this.folded.text[token.from - 1] ?? '　') || !segment.some((each) => each.is === 'year'));
        if (token.range) all.add('range');
        // 2件为2022年度答复: the year that is said of the number behind it.
        const behindYear = post[0];
        const ofYear =
          behindYear?.is === 'year' && /^(?:均?[为系是]|属于?)$/.test(this.folded.text.slice(token.to, behindYear.from))
            ? behindYear.year
            : null;
        if (token.unit.includes('%') || token.unit.includes('百分点') || token.unit === '‰') {
          readPercent(this, token, segment, { proportion, rate, compared: compared ?? grown, clause });
        } else {
          const own = this.shared?.of.get(token.from);
          if (this.shared?.unclear.has(token.from)) all.add('each');
          if (own) this.count(token, own.segment, post, [], all, own.year ?? year, clause, index, onto);
          else
            this.count(
              token,
              // 申请量由130件下降到117件: what is counted was said with the number before.
              reached ? [...before, ...segment] : segment,
              post,
              numbers === 1 ? lead : [],
              all,
              left || (compared && !reached) ? (year ?? 'last') : (ofYear ?? year),
              clause,
              index,
              onto,
            );
        }
        guards.delete('plan');
        // 占总数400条的75%: still a share.
        proportion = isBase(segment.filter(isWord), token, clause[index + 1], this.folded.text);
        before = segment;
        segment = [];
        reached = null;
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

  /** Is the clause of a part of the year, or of a whole one again? */
  private readPeriod(from: number, to: number): void {
    const { text } = this.folded;
    const begin = this.tokens[from - 1]?.to ?? this.clauseStart(this.tokens[0]!.from);
    const partly = isPartOfYear(text, begin, this.tokens[to]?.from ?? this.tokens[this.tokens.length - 1]!.to);
    if (partly !== null) this.partly = partly;
  }

  /** 从申请方式看, 按申请人类型分: what is counted behind this comma is of what was counted in front. */
  private readView(comma: Token | undefined): void {
    if (comma === undefined) return;
    const { text } = this.folded;
    const start = this.clauseStart(comma.from);
    if (!'从按就'.includes(text[start]!) || !VIEW.test(text.slice(start, comma.from))) return;
    // 按申请方式分，网上39件、来信8件；按申请人分，自然人41件: of what the first view was of, and not of its last item.
    if (this.viewed === undefined) this.viewed = this.lastCount ?? this.before;
    else this.lists.endList();
    this.lists.opener('其中', this.viewed, [], 0);
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
    const meaning: Partial<Draft> & { concept: StatementConcept | null } = meaningOf(this, token, around, behind, guards);
    if (meaning.concept === 'carried') {
      const next = post.findIndex((each) => each.is === 'year');
      const behindYear = next < 0 ? undefined : post[next];
      if (behindYear?.is === 'year' && isCarriedTo(this.folded.text, clause, index + 1 + next)) meaning.carriedTo = behindYear.year;
      else if (onto !== null) meaning.carriedTo = onto;
    }
    if (
      !bare &&
      (meaning.concept === 'received' || meaning.concept === 'handled') &&
      isElaborated(token, words, this.folded.text) &&
      (this.counts > 0 || this.inherited)
    )
      guards.add('topic');
    if (isObject(words, token, this.folded.text) || isSaidWhich(token, words, this.folded.text)) guards.add('topic');
    // 规划审批类11件: only requests of that kind.
    if ((meaning.concept === 'received' || meaning.concept === 'handled' || meaning.concept === 'done') && KIND.test(this.labelOf(token)))
      guards.add('topic');
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
    // 同一人, 单一件: no number of anything.
    if (chinese && '同单某任专'.includes(this.folded.text[token.from - 1] ?? '　')) return;
    // 办结一件申请、解决一个问题: a slogan.
    const slogan = (each: Token): boolean =>
      each.is === 'number' && each.writing === 'chinese' && each.value === 1 && each.unit !== token.unit;
    if (chinese && token.value === 1 && clause.some(slogan)) return;
    const draft = this.push({
      kind: token.unit.endsWith('元') ? 'amount' : 'count',
      ...this.numberOf(token),
      clause,
      guards,
      year: year ?? this.year,
      ...meaning,
    });
    if (around.some((word) => word.word.is === 'total')) draft.total = true;
    // 300条，占总数400条的75%: what it is a share of is no new count.
    if (isBase(words, token, clause[index + 1], this.folded.text)) {
      // 占全局复议42件的12%: of every kind, as likely as not.
      if (meaning.concept === 'review' || meaning.concept === 'litigation') draft.guards = [...draft.guards, 'loose'];
      return;
    }
    const verb = words.find(
      (word) =>
        (word.word.is === 'verb' && !isNominal(word, token, this.folded.text)) ||
        word.word.is === 'handle' ||
        word.word.is === 'done' ||
        word.word.is === 'receive',
    );
    if (verb) draft.verb = verb.text;
    if (guards.has('comparison')) return;
    const made = this.out.length - 1;
    // 收到通知书6份，其中甲类5份；收到传票3份: said anew behind the stronger mark.
    if (meaning.concept === null && verb?.word.is === 'receive' && this.folded.text[verb.from - 1] === ';') this.lists.endList();
    this.lists.item(draft, made, words, token, () => this.slice(this.labelStart(token), token.from).slice(-24));
    this.lastCount = made;
    this.countedIn = this.clauses;
    this.counts++;
    if (meaning.concept === null && words.some((word) => word.word.is === 'aspect' && word.word.aspect === 'issued')) this.issued = made;
    // 不予公开的13件中，…: what follows is of them.
    if (/^[\u4e00-\u9fff]{0,12}中[,:]/.test(this.folded.text.slice(token.to, token.to + 15)))
      this.lists.opener('其中', made, clause, index);
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

  /** 微信、微博分别发布20条、30条: each of what stands in front, and no part of a number said before. */
  private isOfOthers(token: WordToken): boolean {
    return token.text.startsWith('分别') && token.from - this.clauseStart(token.from) > 1;
  }

  /** The number that 其中 speaks of: the last one of this sentence, or at its head the only one of the sentence before. */
  private totalFor(token: WordToken): number | null {
    if (this.lastCount !== null) return this.lastCount;
    return token.text === '其中' && token.from - (this.tokens[0]?.from ?? 0) <= 2 ? this.before : null;
  }
}
