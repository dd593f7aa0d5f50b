// One pass over the running text for the words of all dictionaries: what rules ask for is found together, once a report.
// Knows no word itself; what a hit means is for the one who asked.
import type { Report } from '../../model/report.ts';
import { passagesOf } from '../text/running-text.ts';
import type { Passage } from '../text/running-text.ts';
import { findWords, indexWords } from './word-index.ts';
import type { Hit, WordIndex } from './word-index.ts';

/** Words that are looked for in every report, each with what is known of it. */
export interface Dictionary<T> {
  /** Its place among all dictionaries. */
  readonly number: number;
  /** Listed when they are first needed. */
  readonly words: () => Iterable<readonly [string, T]>;
}

/** A word found in a passage. */
export interface Found<T> extends Hit<T> {
  readonly passage: Passage;
}

const dictionaries: Dictionary<unknown>[] = [];
let index: WordIndex<{ readonly number: number; readonly entry: unknown }> | null = null;
let memory = new WeakMap<Report, readonly (readonly Found<unknown>[])[]>();

/** Adds a dictionary to those that are looked for. Called where a module is loaded, not where a report is checked. */
export function sharedWords<T>(words: () => Iterable<readonly [string, T]>): Dictionary<T> {
  const dictionary = { number: dictionaries.length, words };
  dictionaries.push(dictionary);
  index = null;
  memory = new WeakMap();
  return dictionary;
}

/** Words of a dictionary in the passages of a report: in reading order, longer ones first; they may overlap. */
export function foundIn<T>(report: Report, dictionary: Dictionary<T>): readonly Found<T>[] {
  let found = memory.get(report);
  if (!found) {
    found = findAll(report);
    memory.set(report, found);
  }
  return found[dictionary.number] as readonly Found<T>[];
}

function findAll(report: Report): readonly (readonly Found<unknown>[])[] {
  index ??= indexWords(
    dictionaries.flatMap(({ number, words }) => Array.from(words(), ([word, entry]) => [word, { number, entry }] as const)),
  );
  const found: Found<unknown>[][] = dictionaries.map(() => []);
  for (const passage of passagesOf(report)) {
    for (const { from, to, word, entry } of findWords(index, passage.flat)) {
      found[entry.number]!.push({ from, to, word, entry: entry.entry, passage });
    }
  }
  return found;
}
