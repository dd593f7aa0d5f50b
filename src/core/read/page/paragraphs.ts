// From lines to headings and paragraphs: a paragraph ends where its last line ends early, the next one is set in, or the face
// changes. Knows faces and places, not what the words mean.
import type { BlockList } from '../block-list.ts';
import { isChinese, joinHeading } from '../characters.ts';
import type { TextLine } from './text-lines.ts';

/** Begins like a numbered heading or item. */
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳]|第[一二三四五六七八九十]+[章节部条])/;
const SENTENCE_END = /[。！？；：]$/;

/** A face is larger from here on. */
const LARGER = 1.08;

interface Placed {
  readonly line: TextLine;
  readonly page: number;
}

/** Lines in reading order, by page, become blocks of the list. */
export function paragraphsOf(
  parts: readonly { readonly lines: readonly TextLine[]; readonly page: number }[],
  body: Face,
  list: BlockList,
): void {
  const lines: Placed[] = parts.flatMap(({ lines: some, page }) => some.map((line) => ({ line, page })));
  let current: Placed[] = [];
  const flush = () => {
    const first = current[0];
    if (!first) return;
    const level = headingLevel(current, body);
    if (level > 0) list.heading(level, joinHeading(current.map(({ line }) => line.text)));
    else list.paragraph(joinProse(current.map(({ line }) => line.text)));
    current = [];
  };
  for (const [i, next] of lines.entries()) {
    const last = current[current.length - 1];
    if (last && startsAnew(last, next, current, lines, i, body)) flush();
    current.push(next);
  }
  flush();
}

/** How the running text of a document is set. */
export interface Face {
  readonly size: number;
  readonly bold: boolean;
  /** Sizes clearly above it, largest first. */
  readonly larger: readonly number[];
  /** Left and right edge of full lines. */
  readonly left: number;
  readonly right: number;
}

/** The face of most characters, and the edges its lines have. */
export function bodyFace(lines: readonly TextLine[]): Face {
  const counts = new Map<string, { size: number; bold: boolean; characters: number }>();
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2;
    const key = `${size}${line.bold}`;
    const count = counts.get(key) ?? { size, bold: line.bold, characters: 0 };
    count.characters += line.text.length;
    counts.set(key, count);
  }
  let best = { size: 10, bold: false, characters: -1 };
  for (const count of counts.values()) if (count.characters > best.characters) best = count;
  const own = lines.filter((line) => Math.abs(line.size - best.size) < best.size * 0.1);
  const edge = (values: number[], share: number) => values.sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;
  const larger: number[] = [];
  for (const { size } of [...counts.values()].sort((a, b) => b.size - a.size)) {
    if (size >= best.size * LARGER && !(larger.length > 0 && size > (larger[larger.length - 1] as number) * 0.95)) larger.push(size);
  }
  return {
    size: best.size,
    bold: best.bold,
    larger,
    left: edge(
      own.map((line) => line.x0),
      0.1,
    ),
    right: edge(
      own.map((line) => line.x1),
      0.9,
    ),
  };
}

function startsAnew(last: Placed, next: Placed, current: readonly Placed[], all: readonly Placed[], index: number, body: Face): boolean {
  const [a, b] = [last.line, next.line];
  const size = Math.max(a.size, b.size);
  if (Math.abs(a.size - b.size) > 0.12 * size) return true;
  const { left, right } = edgesAround(all, index, body);
  const isTitle = a.size > body.size * 1.15 && b.size > body.size * 1.15;
  const sameFace = a.bold === b.bold;
  const gap = b.top - a.bottom;
  if (last.page === next.page && b.top > a.top && gap > 1.6 * size && gap > 1.8 * typicalGap(current)) return true;
  // A title over two lines, each in the middle of the page.
  if (isTitle && sameFace && !NUMBERED.test(b.text) && isCentred(a, left, right) && isCentred(b, left, right)) return false;
  if (!sameFace && NUMBERED.test(b.text)) return true;
  const setIn = b.x0 - left > 1.2 * b.size;
  const room = right - a.x1;
  // Over a page break only an unfinished sentence goes on for sure.
  if (last.page !== next.page && SENTENCE_END.test(a.text)) return true;
  // A line that had room for another character ended on purpose.
  if (room > 1.9 * a.size + firstWidth(b)) return true;
  if (setIn && !(current.length > 1 && Math.abs(a.x0 - b.x0) < 0.5 * size)) return true;
  if (!sameFace && room > 1.2 * a.size) return true;
  if (NUMBERED.test(b.text) && SENTENCE_END.test(a.text)) return true;
  return false;
}

/** A Latin word or a number does not break: the line before it may end early. */
function firstWidth(line: TextLine): number {
  const word = /^[\w.,:/@%-]+/.exec(line.text)?.[0] ?? '';
  return word.length * line.size * 0.55;
}

function typicalGap(current: readonly Placed[]): number {
  const gaps: number[] = [];
  for (let i = 1; i < current.length; i++) {
    const [a, b] = [current[i - 1], current[i]];
    if (a && b && a.page === b.page) gaps.push(b.line.top - a.line.bottom);
  }
  return gaps.length === 0 ? 0 : Math.min(...gaps);
}

/** Edges of the lines near by on the page: a column of prose, or a page with margins of its own, has other edges than the rest. */
function edgesAround(all: readonly Placed[], index: number, body: Face): { left: number; right: number } {
  const own = all[index];
  const near: TextLine[] = [];
  for (let i = Math.max(0, index - 12); i < Math.min(all.length, index + 12); i++) {
    const placed = all[i];
    if (placed && placed.page === own?.page && Math.abs(placed.line.size - body.size) <= body.size * 0.3) near.push(placed.line);
  }
  if (near.length === 0) return body;
  const left = Math.min(...near.map((line) => line.x0));
  const right = Math.max(...near.map((line) => line.x1));
  // Full lines end below each other; where only one line is long, nothing says that it is full.
  const full = near.filter((line) => right - line.x1 < 0.8 * line.size).length;
  return { left, right: full >= 2 ? right : Math.max(right, body.right) };
}

function isCentred(line: TextLine, left: number, right: number): boolean {
  return Math.abs(line.x0 - left - (right - line.x1)) < 3 * line.size && line.x0 > left - line.size;
}

/** 0 for a paragraph. Larger faces and bold short lines are headings. */
function headingLevel(current: readonly Placed[], body: Face): number {
  const { line } = current[0] as Placed;
  const text = current.map(({ line: { text: each } }) => each).join('');
  if (text.length > 100 || /[。；]$/.test(text)) return 0;
  if (line.size >= body.size * LARGER) return Math.min(6, body.larger.findIndex((size) => line.size > size * 0.95) + 1);
  // Below all larger faces: bold, or in a face made for headings, and short.
  if (line.size < body.size * 0.95 || text.length > 60 || !line.bold || body.bold) return 0;
  const base = Math.max(1, body.larger.length);
  if (/^[一二三四五六七八九十]{1,3}、/.test(text)) return Math.min(6, base + 1);
  if (NUMBERED.test(text)) return Math.min(6, base + 2);
  return text.length <= 40 && current.length === 1 ? Math.min(6, base + 1) : 0;
}

/** Lines of a paragraph: nothing between Chinese, a space between foreign words, nothing after a hyphen. */
function joinProse(lines: readonly string[]): string {
  let joined = '';
  for (const line of lines) {
    const last = joined.charCodeAt(joined.length - 1);
    const seamless = joined === '' || isChinese(last) || isChinese(line.charCodeAt(0)) || (isDigit(last) && isDigit(line.charCodeAt(0)));
    joined += seamless ? line : ` ${line}`;
  }
  return joined;
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
