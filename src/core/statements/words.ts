// The dictionary of statements: looks up the longest word that stands at a place. What words there are is said in the folder.
// Longer words win over shorter ones, so a word that only looks like a key word is listed as `skip`.
import { AROUND } from './words/around.ts';
import { DISPUTES } from './words/disputes.ts';
import { NEUTRAL } from './words/neutral.ts';
import { REQUESTS } from './words/requests.ts';
import { TABLE_TWO } from './words/table-two.ts';
import type { Word } from './words/word.ts';

export type { Word };

const table = new Map<string, Word>();
for (const [word, list] of [...NEUTRAL, ...REQUESTS, ...DISPUTES, ...TABLE_TWO, ...AROUND]) {
  for (const each of list.split(' ')) if (each !== '') table.set(each, word);
}

type Known = readonly [string, Word];
/** Words of two characters and more by their first two, longest first. */
const byPair = new Map<number, Known[]>();
/** Words of one character. */
const alone = new Map<number, Known>();
/** 1 where a word may begin, 2 where one of a single character stands. */
const beginnings = new Uint8Array(0x10000);
for (const entry of table) {
  const [word] = entry;
  const first = word.charCodeAt(0);
  beginnings[first]! |= word.length === 1 ? 3 : 1;
  if (word.length === 1) alone.set(first, entry);
  else {
    const pair = first * 0x10000 + word.charCodeAt(1);
    byPair.set(pair, [...(byPair.get(pair) ?? []), entry]);
  }
}
for (const list of byPair.values()) list.sort((a, b) => b[0].length - a[0].length);

/** May a word begin with this character? */
export function mayBegin(code: number): boolean {
  return beginnings[code] !== 0;
}

/** The longest word of the dictionary that stands at `from`. */
export function wordAt(text: string, from: number): Known | null {
  const first = text.charCodeAt(from);
  const kind = beginnings[first]!;
  if (kind === 0) return null;
  if (from + 1 < text.length) {
    const list = byPair.get(first * 0x10000 + text.charCodeAt(from + 1));
    if (list) for (const entry of list) if (entry[0].length === 2 || text.startsWith(entry[0], from)) return entry;
  }
  return kind & 2 ? alone.get(first)! : null;
}
