// Which characters are taken for one another, by sound or by shape. Knows no word.
import { SHAPES, SOUNDS } from '../lexicon/confusions.ts';

const NONE: readonly number[] = [];
const likes = new Map<number, readonly number[]>();

/** The characters that one is taken for; looked up in the lists when a text asks for it first. */
export function likesOf(code: number): readonly number[] {
  const known = likes.get(code);
  if (known) return known;
  const all = new Set<number>();
  const sign = String.fromCharCode(code);
  for (const list of [SOUNDS, SHAPES]) {
    for (let at = list.indexOf(sign); at >= 0; at = list.indexOf(sign, at + 1)) {
      let from = at;
      while (from > 0 && list.charCodeAt(from - 1) > 0x20) from--;
      for (; from < list.length && list.charCodeAt(from) > 0x20; from++) all.add(list.charCodeAt(from));
    }
  }
  all.delete(code);
  const found = all.size === 0 ? NONE : [...all];
  // Hostile text may hold every character there is.
  if (likes.size < 4096) likes.set(code, found);
  return found;
}

/** Is one of two characters taken for the other? */
export function areAlike(code: number, other: number): boolean {
  return code === other || likesOf(code).includes(other);
}
