// Which characters and pairs of characters stand anywhere in the running text of a report: rules out at once what most patterns look for.
// Knows no word and judges nothing.
import type { Report } from '../../model/report.ts';
import { passagesOf } from './running-text.ts';

/** Beginnings of what is looked for, folded; to be made once, where a module is loaded. */
export type Traces = Uint16Array;

/** Reports never change, and many patterns ask. */
const known = new WeakMap<Report, Uint32Array>();

/** Words of which one must stand in a text for a pattern to match, parted by blanks; of each the first two characters count. */
export function tracesOf(words: string): Traces {
  return Uint16Array.from(words.split(' '), (word) =>
    word.length > 1 ? pairOf(word.charCodeAt(0), word.charCodeAt(1)) : oneOf(word.charCodeAt(0)),
  );
}

/** May one of some words stand in the folded text of a report? Never says no where one does. */
export function mayHold(report: Report, traces: Traces): boolean {
  const marks = marksOf(report);
  for (let index = 0; index < traces.length; index++) {
    const trace = traces[index]!;
    if (marks[trace >>> 5]! & (1 << (trace & 31))) return true;
  }
  return false;
}

/** One bit for every folded character and pair. */
function marksOf(report: Report): Uint32Array {
  let marks = known.get(report);
  if (marks) return marks;
  marks = new Uint32Array(FOLDS / 32);
  for (const { flat } of passagesOf(report)) {
    let last = flat.charCodeAt(0);
    const first = oneOf(last);
    marks[first >>> 5]! |= 1 << (first & 31);
    for (let at = 1; at < flat.length; at++) {
      const code = flat.charCodeAt(at);
      const one = oneOf(code);
      marks[one >>> 5]! |= 1 << (one & 31);
      const pair = pairOf(last, code);
      marks[pair >>> 5]! |= 1 << (pair & 31);
      last = code;
    }
  }
  known.set(report, marks);
  return marks;
}

const FOLDS = 0x10000;

function oneOf(code: number): number {
  return Math.imul(code, 0x6a95) & (FOLDS - 1);
}

function pairOf(code: number, next: number): number {
  return (Math.imul(code, 0x9e3b) ^ Math.imul(next, 0x2f1b)) & (FOLDS - 1);
}
