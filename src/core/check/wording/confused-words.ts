// Right words in the wrong place: 接收监督 for 接受监督, 行政权利运行 for 行政权力运行. The neighbours decide.
import { readConfusableWords } from '../lexicon/confusable-words.ts';
import type { ConfusableWord } from '../lexicon/confusable-words.ts';
import type { Report } from '../../model/report.ts';
import { foundIn, sharedWords } from './shared-words.ts';
import type { Found } from './shared-words.ts';

/** A word that its neighbours do not allow. */
export type ConfusedWord = Found<ConfusableWord>;

const BOOK = sharedWords(() => readConfusableWords().map((each) => [each.wrong, each] as const));

/** Characters that are looked at on both sides. */
const BEFORE = 16;
const AFTER = 40;

const patterns = new Map<ConfusableWord, readonly [before: RegExp | null, after: RegExp | null]>();

/** The neighbours of a word as patterns, made when it is met first. */
function patternsOf(word: ConfusableWord): readonly [before: RegExp | null, after: RegExp | null] {
  let known = patterns.get(word);
  if (!known) {
    known = [word.before ? new RegExp(`(?:${word.before})$`) : null, word.after ? new RegExp(`^(?:${word.after})`) : null];
    patterns.set(word, known);
  }
  return known;
}

/** All of a report, outside of the titles of papers; in reading order. */
export function confusedWordsIn(report: Report): readonly ConfusedWord[] {
  const confused: ConfusedWord[] = [];
  for (const found of foundIn(report, BOOK)) {
    const { passage, from, to, entry } = found;
    if (passage.quoting[from]! & 1) continue;
    const [before, after] = patternsOf(entry);
    if (before && !before.test(passage.flat.slice(Math.max(0, from - BEFORE), from))) continue;
    if (after && !after.test(passage.flat.slice(to, to + AFTER))) continue;
    confused.push(found);
  }
  return confused;
}
