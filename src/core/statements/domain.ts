// What a clause, a heading or a part is about: requests, reviews, lawsuits, or something else that is received and answered too.
import type { SectionKey } from '../model/vocabulary.ts';
import type { Token } from './scan.ts';
import { bothDisputes, isWord, lastNoun } from './token-words.ts';

/** What the words around are about. `weak`: 申请 without saying of what. */
export type Domain = 'requests' | 'weak' | 'review' | 'litigation' | 'disputes' | 'elsewhere' | null;

/** Where a sentence stands: its heading and part. */
export interface Place {
  readonly block: number;
  readonly line: number | undefined;
  readonly section: SectionKey | null;
  /** What the heading above, or the part, is about. */
  readonly heading: Domain;
}

/** What a clause is about, for the clauses behind it; undefined: it does not say. */
export function domainIn(clause: readonly Token[], place: Place, before: Domain): Domain | undefined {
  const words = clause.filter(isWord);
  const noun = lastNoun(words);
  if (noun?.word.is === 'dispute')
    return bothDisputes(words) && !clause.some((each) => each.is === 'number') ? 'disputes' : noun.word.which;
  if (noun === null && words.some((each) => each.word.is === 'route')) return 'litigation';
  if (noun?.word.is === 'request') {
    if (!noun.word.weak || before === 'requests' || place.heading === 'requests' || place.section === 's3') return 'requests';
    return 'weak';
  }
  return words.some((each) => each.word.is === 'elsewhere') ? 'elsewhere' : undefined;
}
