// From places in the running text to problems: equal ones are one finding with their number and first places; accepted words are left alone.
import type { Position } from '../../model/document.ts';
import { passagesOf, placeIn, printed } from '../text/running-text.ts';
import type { Passage } from '../text/running-text.ts';
import type { Problem, RuleContext } from '../rule.ts';

/** Something in a passage that a rule of wording points at. */
export interface Spot {
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
}

/** Places that one finding shows; how many there are in all is said in its words. */
const SHOWN = 10;

/** Longest quotation of a finding. */
const QUOTED = 60;

/** Is a place covered by a word that the person accepts? */
export function isAccepted({ options }: Pick<RuleContext, 'options'>, { passage, from, to }: Spot): boolean {
  return (options.own?.accepted ?? []).some((word) => {
    if (word.length === 0) return false;
    // Any occurrence that touches the place.
    const at = passage.flat.indexOf(word, Math.max(0, from - word.length + 1));
    return at >= 0 && at < to;
  });
}

/** Words of a place as printed, shortened if they are long. */
export function quoteOf({ passage, from, to }: Spot): string {
  const words = printed(passage, from, to);
  return words.length > QUOTED ? `${words.slice(0, QUOTED)}…` : words;
}

/** Fields that every problem of wording has. `spots` are equal in kind; the first is shown and quoted. */
export function spotted(
  { report }: Pick<RuleContext, 'report'>,
  spots: readonly Spot[],
  place?: string,
): Pick<Problem, 'at' | 'quote'> & { readonly result: 'problem'; readonly place?: string } {
  const at: Position[] = spots.slice(0, SHOWN).map(({ passage, from, to }) => placeIn(report, passage, from, to));
  return { result: 'problem', at, quote: quoteOf(spots[0]!), ...(place === undefined ? {} : { place }) };
}

/** 「（共3处）」, or nothing for one. */
export function times(count: number): string {
  return count > 1 ? `（共${count}处）` : '';
}

/** Things put together by a key, in the order of their first. */
export function groupBy<T>(things: readonly T[], keyOf: (thing: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return [...groups.values()];
}

/** Every match of a pattern in the passages that are wanted. The pattern is global. */
export function* matches(
  context: Pick<RuleContext, 'report'>,
  pattern: RegExp,
  wanted: (passage: Passage) => boolean = () => true,
): Generator<Spot & { readonly match: RegExpExecArray }> {
  for (const passage of passagesOf(context.report)) {
    if (!wanted(passage)) continue;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(passage.flat); match !== null; match = pattern.exec(passage.flat)) {
      if (match[0] === '') pattern.lastIndex++;
      else yield { passage, from: match.index, to: match.index + match[0].length, match };
    }
  }
}
