// One block → statements, sentence by sentence: what each leaves to the next.
// Every token is met a fixed number of times; sentences carry little memory, so the work grows with the length of the text only.
import type { StatementScope } from '../model/statement.ts';
import type { Domain, Place } from './domain.ts';
import type { Folded } from './fold.ts';
import type { Draft } from './lists.ts';
import { scanSentence } from './scan.ts';
import type { Token } from './scan.ts';
import { MOST_STATEMENTS } from './sentence-state.ts';
import { Sentence } from './sentence.ts';
import { isWord } from './token-words.ts';

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
