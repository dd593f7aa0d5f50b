// Fixed names with something in their middle: a mark (政府信息公开、工作年度报告), or a word of theirs said too early (政府公开信息公开年报).
// Knows the titles of the parts and the names of the field that stand whole.
import { editions } from '../../form/index.ts';
import { FIELD_NAMES } from '../lexicon/vocabulary.ts';

/** A name that is interrupted, and how it reads whole. */
export interface BrokenName {
  readonly from: number;
  readonly to: number;
  readonly right: string;
  /** What stands in it and does not belong there. */
  readonly kind: 'mark' | 'word';
}

/** A place within a name where it may be interrupted. */
interface Seam {
  readonly name: string;
  readonly at: number;
}

/** Shorter names meet by chance across a mark: 信息公开、工作动态. */
const SHORTEST_WITH_MARK = 8;
const SHORTEST_WITH_WORD = 6;

/** Seams by the two characters before and the two behind. */
let seams: Map<string, Seam[]> | null = null;
/** 1 for a character before a seam and the one behind it, folded: settles nearly every place. */
const edges = new Uint8Array(0x10000);

function makeSeams(): Map<string, Seam[]> {
  const found = new Map<string, Seam[]>();
  const titles = editions.flatMap(({ sections }) => sections.flatMap(({ variants }) => variants));
  for (const name of new Set([...FIELD_NAMES.trim().split(/\s+/), ...titles])) {
    if (name.length < SHORTEST_WITH_WORD) continue;
    for (let at = 2; at <= name.length - 2; at++) {
      const key = name.slice(at - 2, at + 2);
      edges[edgeOf(name.charCodeAt(at - 1), name.charCodeAt(at))] = 1;
      const same = found.get(key);
      if (same) same.push({ name, at });
      else found.set(key, [{ name, at }]);
    }
  }
  return found;
}

/** All interrupted names in a text, none over another. */
export function brokenNamesIn(flat: string): BrokenName[] {
  seams ??= makeSeams();
  const found: BrokenName[] = [];
  for (let at = 1; at + 3 < flat.length; at++) {
    const size = isMark(flat.charCodeAt(at + 1)) ? 1 : 2;
    if (edges[edgeOf(flat.charCodeAt(at), flat.charCodeAt(at + 1 + size))] === 0) continue;
    const here = interruptedBy(flat, at + 1, size);
    if (!here) continue;
    found.push(here);
    at = here.to;
  }
  return found;
}

/** A name that goes on behind `size` characters at `from`. */
function interruptedBy(flat: string, from: number, size: number): BrokenName | null {
  const key = flat.slice(from - 2, from) + flat.slice(from + size, from + size + 2);
  for (const { name, at } of seams!.get(key) ?? []) {
    if (!flat.startsWith(name.slice(0, at), from - at) || !flat.startsWith(name.slice(at), from + size)) continue;
    const to = from + size + name.length - at;
    if (size === 1) {
      // What stands behind the mark goes on and is a thing of its own; 标准化、规范化 are parallel words of which the name is made.
      if (name.length < SHORTEST_WITH_MARK || isHan(flat.charCodeAt(to)) || name[at - 1] === name[name.length - 1]) continue;
      return { from: from - at, to, right: name, kind: 'mark' };
    }
    // The word comes again where it belongs.
    if (name.indexOf(flat.slice(from, from + size), at) > at) return { from: from - at, to, right: name, kind: 'word' };
  }
  return null;
}

function edgeOf(before: number, behind: number): number {
  return (Math.imul(before, 0x9e3b) ^ behind) & 0xffff;
}

/** 、 ， 。 */
function isMark(code: number): boolean {
  return code === 0x3001 || code === 0xff0c || code === 0x3002;
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}
