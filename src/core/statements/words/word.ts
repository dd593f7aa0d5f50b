// What a word of the dictionary of statements tells.
import type { Statement, StatementConcept, StatementGuard } from '../../model/statement.ts';
import type { Applicant } from '../../model/vocabulary.ts';

/** What a word tells of the number it stands with. */
export type Word =
  | {
      readonly is:
        | 'skip'
        | 'info'
        | 'receive'
        | 'handle'
        | 'done'
        | 'due'
        | 'each'
        | 'all'
        | 'total'
        | 'occur'
        | 'fault'
        | 'cause'
        | 'proportion'
        /** 依申请公开方面: says what follows is about, counts nothing. */
        | 'about'
        /** 增至、下降到: what follows is this year's number, and a percentage behind it a change. */
        | 'reach'
        /** 转入、顺延至: carried, if a year follows. */
        | 'onto';
    }
  /** Requests by their full name, or 申请 alone. */
  | { readonly is: 'request'; readonly weak: boolean }
  | { readonly is: 'carried'; readonly way: 'in' | 'out' | null }
  | { readonly is: 'result'; readonly concept: StatementConcept; readonly row?: string }
  | { readonly is: 'applicant'; readonly who: Exclude<Applicant, 'total'> | 'legalPersons' }
  | { readonly is: 'channel' | 'elsewhere' | 'verb' }
  | { readonly is: 'dispute'; readonly which: 'review' | 'litigation' }
  | { readonly is: 'route'; readonly route: 'litDirect' | 'litAfter' }
  | { readonly is: 'outcome'; readonly outcome: NonNullable<Statement['outcome']> }
  | { readonly is: 'claim'; readonly claim: NonNullable<Statement['claim']> }
  | { readonly is: 'thing'; readonly concept: StatementConcept }
  | { readonly is: 'aspect'; readonly aspect: NonNullable<Statement['aspect']> }
  /** `strong`: 未收到. Otherwise 无, 没有, which must stand right before what there was none of. */
  | { readonly is: 'none'; readonly strong: boolean }
  | { readonly is: 'zero' | 'rate' }
  | { readonly is: 'guard'; readonly guard: StatementGuard }
  | { readonly is: 'scope'; readonly scope: Statement['scope'] }
  | { readonly is: 'year'; readonly year: 'this' | 'last' | 'next' | 'several' }
  | { readonly is: 'opener'; readonly whole: boolean };

/** What words tell, and the words with a space between. */
export type Entry = readonly [word: Word, list: string];
/** A part of the dictionary; where a word stands twice, the later one holds. */
export type Vocabulary = readonly Entry[];
