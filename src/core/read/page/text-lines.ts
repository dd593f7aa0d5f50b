// From characters with places to lines of text in reading order. Knows no table and no paragraph.
import { isChinese } from '../characters.ts';
import { withPlainCharacters } from '../radicals.ts';
import type { Glyph } from './page.ts';

/** Pieces of a line that stand clearly apart. */
export interface Segment {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
}

export interface TextLine {
  readonly text: string;
  readonly segments: readonly Segment[];
  /** Cut finer, at any gap that can be seen: cells of a table without lines may stand this near. */
  readonly words: readonly Segment[];
  readonly x0: number;
  readonly x1: number;
  /** Upper and lower edge of the characters. */
  readonly top: number;
  readonly bottom: number;
  /** Font size of most characters. */
  readonly size: number;
  /** Whether most characters are bold, or in a face made for headings. */
  readonly bold: boolean;
}

/** Share of the font size above and below the baseline that a Chinese character fills. */
const ASCENT = 0.86;
const DESCENT = 0.14;
/** Gaps, in font sizes: between Chinese characters they are justification until they are wider than a character. */
const GAP_OF_WORDS = 0.3;
const GAP_OF_CHINESE = 1.6;
const GAP_OF_SEGMENTS = 0.95;
const GAP_OF_CELLS = 0.12;

interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
}

/**
 * Lines from top to bottom. Glyphs of other directions than to the right are turned by the caller (see `turned`).
 * Characters drawn twice in one place, as for a bold face, count once.
 */
export function linesOf(glyphs: readonly Glyph[]): TextLine[] {
  const placed: Placed[] = [];
  for (const { text, x, y, width, size, bold } of glyphs) {
    const clean = withPlainCharacters(text);
    if (clean.trim() !== '') placed.push({ text: clean, x, y, width, size, bold });
  }
  placed.sort((a, b) => middle(a) - middle(b));
  const rows: { glyphs: Placed[]; middle: number; size: number }[] = [];
  for (const glyph of placed) {
    const at = middle(glyph);
    // A line is as high as its largest character; a raised digit belongs to it.
    let row = rows[rows.length - 1];
    for (let i = rows.length - 2; row && i >= 0 && i >= rows.length - 3; i--) {
      const other = rows[i];
      if (other && Math.abs(other.middle - at) < Math.abs(row.middle - at)) row = other;
    }
    if (row && Math.abs(row.middle - at) <= 0.5 * Math.max(row.size, Math.min(glyph.size, row.size * 1.5))) {
      row.glyphs.push(glyph);
      if (glyph.size > row.size * 1.05) {
        row.size = glyph.size;
        row.middle = at;
      } else if (glyph.size >= row.size * 0.95) row.middle += (at - row.middle) / row.glyphs.length;
    } else rows.push({ glyphs: [glyph], middle: at, size: glyph.size });
  }
  rows.sort((a, b) => a.middle - b.middle);
  return rows.map((row) => lineOf(row.glyphs));
}

function middle(glyph: { readonly y: number; readonly size: number }): number {
  return glyph.y - glyph.size * 0.36;
}

function lineOf(row: Placed[]): TextLine {
  row.sort((a, b) => a.x - b.x || a.y - b.y);
  const glyphs = withoutDoubles(row);
  const first = glyphs[0] as Placed;
  const size = commonSize(glyphs);
  const segments: Segment[] = [];
  const words: Segment[] = [];
  let word = '';
  let wordStart = first.x;
  let text = '';
  let start = first.x;
  let end = first.x;
  for (const [i, glyph] of glyphs.entries()) {
    const before = glyphs[i - 1];
    if (before) {
      const gap = glyph.x - end;
      const scale = Math.max(before.size, glyph.size);
      if (gap > GAP_OF_CELLS * scale) {
        words.push({ text: word, x0: wordStart, x1: end });
        word = '';
        wordStart = glyph.x;
      }
      if (gap > GAP_OF_SEGMENTS * scale && gap > GAP_OF_SEGMENTS * size) {
        segments.push({ text, x0: start, x1: end });
        text = '';
        start = glyph.x;
      } else if (spaceBetween(before, glyph, gap / scale)) text += ' ';
    }
    text += glyph.text;
    word += glyph.text;
    end = Math.max(end, glyph.x + glyph.width);
  }
  segments.push({ text, x0: start, x1: end });
  words.push({ text: word, x0: wordStart, x1: end });
  let bold = 0;
  let top = Infinity;
  let bottom = -Infinity;
  for (const glyph of glyphs) {
    if (glyph.bold) bold++;
    top = Math.min(top, glyph.y - glyph.size * ASCENT);
    bottom = Math.max(bottom, glyph.y + glyph.size * DESCENT);
  }
  return { text: joinSegments(segments, size), segments, words, x0: first.x, x1: end, top, bottom, size, bold: bold * 2 > glyphs.length };
}

/** Wide gaps are kept as two spaces, those of spread Chinese characters (“总　　计”) are dropped. */
function joinSegments(segments: readonly Segment[], size: number): string {
  let text = '';
  for (const [i, segment] of segments.entries()) {
    const before = segments[i - 1];
    if (before) {
      const spread = before.text.length === 1 && segment.text.length === 1 && isChineseText(before.text) && isChineseText(segment.text);
      const gap = segment.x0 - before.x1;
      if (!(spread || (gap < GAP_OF_CHINESE * size && endsChinese(before.text) && startsChinese(segment.text)))) text += '  ';
    }
    text += segment.text;
  }
  return text;
}

function spaceBetween(before: Placed, after: Placed, gap: number): boolean {
  if (gap < GAP_OF_WORDS) return false;
  // Between Chinese, and between Chinese and a number, a gap is the typesetter's.
  return !endsChinese(before.text) && !startsChinese(after.text);
}

const endsChinese = (text: string): boolean => isChinese(text.charCodeAt(text.length - 1));
const startsChinese = (text: string): boolean => isChinese(text.charCodeAt(0));
const isChineseText = (text: string): boolean => startsChinese(text) && endsChinese(text);

/** A character drawn again within a fraction of its width is an imitation of bold, or of a shadow. */
function withoutDoubles(sorted: readonly Placed[]): Placed[] {
  const kept: Placed[] = [];
  for (const glyph of sorted) {
    let double = false;
    for (let i = kept.length - 1; i >= 0 && i >= kept.length - 4; i--) {
      const other = kept[i] as Placed;
      const near = Math.abs(glyph.x - other.x) < 0.25 * Math.min(glyph.width || glyph.size, other.width || other.size) + 0.1;
      if (near && other.text === glyph.text && Math.abs(glyph.y - other.y) < 0.2 * glyph.size) double = true;
    }
    if (!double) kept.push(glyph);
  }
  return kept;
}

function commonSize(glyphs: readonly Placed[]): number {
  const counts = new Map<number, number>();
  for (const glyph of glyphs) {
    const size = Math.round(glyph.size * 4) / 4;
    counts.set(size, (counts.get(size) ?? 0) + glyph.text.length);
  }
  let best = glyphs[0]?.size ?? 10;
  let most = 0;
  for (const [size, count] of counts) {
    if (count > most || (count === most && size > best)) {
      best = size;
      most = count;
    }
  }
  return best;
}

/** Glyphs written downwards, to the left or upwards, turned so that they can be read to the right. */
export function turned(glyphs: readonly Glyph[], direction: 1 | 2 | 3): Glyph[] {
  return glyphs.map((glyph) => {
    const { x, y } = glyph;
    const [to, down] = direction === 1 ? [y, -x] : direction === 2 ? [-x, -y] : [-y, x];
    return { ...glyph, x: to, y: down, direction: 0 as const };
  });
}
