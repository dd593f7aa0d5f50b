// All slips of the pen in a report: the exact lists, right words in the wrong place, near misses of known words, doublings, damaged dates and names, small words that clash.
// Of two over the same place the one that is looked for first is told.
import type { Report } from '../../model/report.ts';
import { TYPOS } from '../lexicon/typos.ts';
import type { SlipShape } from '../lexicon/slip-shapes.ts';
import type { Typo } from '../lexicon/typos.ts';
import { allMatches } from '../text/all-matches.ts';
import { passagesOf } from '../text/running-text.ts';
import type { Passage } from '../text/running-text.ts';
import { brokenNamesIn } from './broken-names.ts';
import { clashesIn } from './clashes.ts';
import { confusedWordsIn } from './confused-words.ts';
import type { ConfusedWord } from './confused-words.ts';
import { brokenDatesIn } from './dates.ts';
import { doublingsIn } from './doublings.ts';
import { nearMissesIn } from './near-miss.ts';
import type { Spot } from './spots.ts';
import { shapedSlipsIn, shapesFor } from './shaped-slips.ts';
import { foundIn, sharedWords } from './shared-words.ts';
import type { Found } from './shared-words.ts';
import { findWords, indexWords, liesWithin } from './word-index.ts';
import type { WordIndex } from './word-index.ts';

/** A slip and what should stand there. */
export interface Slip extends Spot {
  readonly wrong: string;
  readonly right: string;
  /** Not certain: right text may read so. */
  readonly mild: boolean;
  /** Said instead of what is right, where that is not known. */
  readonly fault?: string;
}

/** Where the search for near misses was given up. */
export interface Stop {
  readonly passage: Passage;
  readonly at: number;
}

/** A slip before its passage and its words are known. */
type Bare = Omit<Slip, 'passage' | 'wrong'>;

/** A pair of a person's own list. */
interface Own {
  readonly wrong: string;
  readonly right: string;
}

const BOOK = sharedWords(() => TYPOS.map((typo) => [typo.wrong, typo] as const));

/** Every slip of a report, in the order of its passages. `stops` takes the places where the search was given up. */
export function* slipsOf(report: Report, own: readonly Own[], stops: Stop[]): Generator<Slip> {
  const mine = own.length === 0 ? null : indexWords(own.map((typo) => [typo.wrong, typo]));
  const year = yearBefore(report);
  const shapes = shapesFor(report);
  const listed = byPassage(foundIn(report, BOOK));
  const confused = byPassage(confusedWordsIn(report));
  for (const passage of passagesOf(report)) {
    const taken = new Uint8Array(passage.flat.length);
    for (const slip of inPassage(report, passage, mine, listed.get(passage) ?? [], confused.get(passage) ?? [], year, shapes, stops)) {
      const { from, to } = slip;
      if (taken.subarray(from, to).includes(1)) continue;
      taken.fill(1, from, to);
      yield { passage, wrong: passage.flat.slice(from, to), ...slip };
    }
  }
}

/** Things found, by the passage that they stand in. */
function byPassage<T extends { readonly passage: Passage }>(found: Iterable<T>): ReadonlyMap<Passage, readonly T[]> {
  const all = new Map<Passage, T[]>();
  for (const each of found) {
    const same = all.get(each.passage);
    if (same) same.push(each);
    else all.set(each.passage, [each]);
  }
  return all;
}

function* inPassage(
  { organ }: Report,
  passage: Passage,
  mine: WordIndex<Own> | null,
  listed: readonly Found<Typo>[],
  confused: readonly ConfusedWord[],
  year: RegExp,
  shapes: readonly SlipShape[],
  stops: Stop[],
): Generator<Bare> {
  const { flat } = passage;
  for (const { from, to, word, entry } of mine ? findWords(mine, flat) : []) {
    if (word !== entry.right) yield { from, to, right: entry.right, mild: false };
  }
  for (const { from, to, word, entry } of listed) {
    if (!liesWithin(flat, from, word, entry.unless)) yield { from, to, right: entry.right, mild: entry.mild };
  }
  for (const { from, to, entry } of confused) yield { from, to, right: entry.right, mild: entry.mild };
  yield* shapedSlipsIn(flat, organ, shapes);
  const { found, stoppedAt } = nearMissesIn(flat);
  for (const { from, to, right, likely, kind } of found) {
    // Names of columns play with words: “民声”.
    if (kind === 'short' && passage.quoting[from]! & 2) continue;
    yield { from, to, right, mild: !likely };
  }
  if (stoppedAt !== null) stops.push({ passage, at: stoppedAt });
  for (const { from, to, right, mild } of doublingsIn(flat)) {
    // 湖镇镇人民政府: so the organ is called.
    if (from > 0 && organ?.includes(flat.slice(from - 1, to))) continue;
    // Printed apart they may be a heading and its text, or two columns.
    const middle = (from + to) >> 1;
    const apart = passage.offsets[middle]! - passage.offsets[middle - 1]! > 1;
    yield { from, to, right, mild: mild || apart };
  }
  // 年 may have been lost by the conversion of the file.
  for (const { from, to, right } of brokenDatesIn(flat)) yield { from, to, right, mild: right.endsWith('月') };
  for (const { from, to, right, kind } of brokenNamesIn(flat)) if (kind === 'word') yield { from, to, right, mild: false };
  for (const clash of clashesIn(flat)) yield { ...clash, right: flat.slice(clash.from, clash.to) };
  for (const match of allMatches(year, flat)) {
    const to = match.index + match[0].length;
    // 2023全年 is said, too.
    yield { from: to - 4, to, right: `${flat.slice(to - 4, to)}年`, mild: flat.startsWith('全年', to) };
  }
}

/** A year without 年: at the head of a clause, or between a word and the name of the organ itself. */
function yearBefore({ organ }: Report): RegExp {
  const name = /^[\u4e00-\u9fff]{4}/.exec(organ ?? '')?.[0];
  const own = name === undefined ? '' : `|[\u4e00-\u9fff]20[0-4]\\d(?=${name})`;
  const head = `(?:^|[。；，])20[0-4]\\d(?=[，度][，我本全共]?|共[收受接公办发]|全年|累计|我[局镇乡县市区街委厅院办])`;
  return new RegExp(`${head}|(?:现将|公布|发布|编制)20[0-4]\\d(?=政[府务])${own}`, 'g');
}
