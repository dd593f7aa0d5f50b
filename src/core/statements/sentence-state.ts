// What is known of a sentence while it is read, clause by clause, and how a statement of it is written down.
import type { Statement, StatementConcept, StatementGuard, StatementScope } from '../model/statement.ts';
import type { Domain, Place } from './domain.ts';
import type { Folded } from './fold.ts';
import { Lists } from './lists.ts';
import type { Draft } from './lists.ts';
import type { NumberToken, Token } from './scan.ts';
import { isWord, isDecision } from './token-words.ts';
import type { WordToken } from './token-words.ts';

const LONGEST_QUOTE = 80;
/** More statements than any report makes; what lies beyond was made to keep a program busy. */
export const MOST_STATEMENTS = 2000;
/** Tokens around a word that are looked at for what it speaks of. */
export const FAR = 40;

/** What the clauses read so far have said; whoever reads the next one asks here and writes here. */
export class SentenceState {
  domain: Domain;
  /** 全市、各部门 said in this sentence or before it in the paragraph. */
  lasting: StatementScope;
  /** The only count of this sentence: 其中 at the head of the next one speaks of it. */
  alone: number | null = null;
  readonly first: number;
  scope: StatementScope = 'unsaid';
  year: number | null = null;
  readonly lists: Lists;
  lastCount: number | null = null;
  counts = 0;
  /** 历年、以来 has been said in this sentence, and no year since. */
  sinceLong = false;
  /** The last number was named by the words behind it. */
  tookBehind = false;
  /** Requests were spoken of in a sentence before: what is asked for here may be something else. */
  readonly inherited: boolean;
  mentions: Draft[] = [];
  /** 答复、办结 has been said in this sentence. */
  answered = false;
  things: WordToken[] = [];
  /** 规章 or 规范性文件 last counted in this sentence: 废止1件 speaks of it. */
  ruleSaid: WordToken | null = null;
  /** A number of documents of all kinds that were issued. */
  issued: number | null = null;
  /** 行政事业性收费 named in this sentence: an amount behind it is of it. */
  chargeSaid: WordToken | null = null;
  /** Were the decisions last counted in this sentence made or published? */
  decision: Statement['aspect'];

  constructor(
    readonly folded: Folded,
    readonly tokens: readonly Token[],
    readonly original: string,
    readonly place: Place,
    readonly out: Draft[],
    nextGroup: () => number,
    domain: Domain,
    lasting: StatementScope,
    readonly before: number | null,
    /** Disclosure of government information has been named: in this sentence, or before it in the paragraph. */
    public tied: boolean,
  ) {
    this.domain = domain;
    this.lasting = lasting;
    this.inherited = domain === 'requests' && out.length > 0;
    this.first = out.length;
    this.lists = new Lists(out, nextGroup);
  }

  /** 尚未审结的, said of all cases that the clause goes on to count. */
  outcomeOfAll: Statement['outcome'];

  /** 直接起诉5件：维持3件: the way of the cases whose outcomes are listed. */
  routeOfList(): Statement['route'] {
    return this.lists.total === undefined ? undefined : this.out[this.lists.total]!.route;
  }

  clauseStart(from: number): number {
    const { text } = this.folded;
    let start = from;
    while (start > 0 && from - start < 24 && !/[,;:。!?()]/.test(text[start - 1]!)) start--;
    return start;
  }

  /** Were these two, whole, counted right before in this sentence, and nothing else? */
  saysBoth(one: StatementConcept, other: StatementConcept): boolean {
    const before = this.out.slice(this.first);
    if (this.counts !== 2 || before.length !== 2) return false;
    const said = new Set(
      before.map((each) => (each.guards.length === 0 && !each.part && !each.outcome && !each.route ? each.concept : null)),
    );
    return said.has(one) && said.has(other);
  }

  /** Is what was last counted in this sentence all requests? null: nothing was counted. */
  requestsCounted(): boolean | null {
    if (this.lastCount === null) return null;
    // 收到9件，其中网上7件、来信2件，均已办结.
    const last = this.out[this.lastCount]!;
    const { concept, guards, applicant } = last.part && last.guards.includes('channel') ? this.out[last.part.total]! : last;
    return (concept === 'received' || concept === 'due' || concept === 'handled') && guards.length === 0 && !applicant;
  }

  /** 公开行政许可、行政处罚等信息 without a number of its own. */
  mention(clause: readonly Token[]): void {
    const words = clause.filter(isWord);
    if (words.some((each) => each.word.is === 'guard' || each.word.is === 'none')) return;
    if (!words.some((each) => each.word.is === 'aspect' && each.word.aspect === 'published')) return;
    for (const thing of words) {
      if (this.out.length >= MOST_STATEMENTS) break;
      if (isDecision(thing)) this.pushMention(thing, clause, undefined);
    }
  }

  pushMention(thing: WordToken, clause: readonly Token[], of: number | undefined): void {
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

  /** Where the words in front of a number begin: behind the last punctuation, at most 24 characters back. */
  labelStart(token: NumberToken): number {
    const { text } = this.folded;
    let start = token.from;
    while (start > 0 && token.from - start < 24 && !/[,;:、。()（）0-9]/.test(text[start - 1]!)) start--;
    return start;
  }

  /** The words in front of a number, behind the last punctuation. */
  labelOf(token: NumberToken): string {
    return this.folded.text.slice(this.labelStart(token), token.from);
  }

  slice(from: number, to: number): string {
    const { origin } = this.folded;
    return this.original.slice(origin[from]!, from === to ? origin[from]! : origin[to - 1]! + 1);
  }

  weakDomain(): Domain {
    return this.domain === 'requests' || this.place.heading === 'requests' || this.place.section === 's3' ? 'requests' : 'weak';
  }

  /** What a statement takes over from its number as it stands. */
  numberOf(token: NumberToken) {
    const { from, to, value, unit, decimals, approximate } = token;
    return { from, to, value, unit, decimals, approximate, writing: this.writingOf(token) };
  }

  private writingOf(token: NumberToken): Statement['writing'] {
    if (token.writing !== 'plain') return token.writing;
    return /[０-９]/.test(this.slice(token.from, token.to)) ? 'fullWidth' : 'plain';
  }

  push(
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
