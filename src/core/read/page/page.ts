// What stands on a page: characters, ruling lines and pictures with their places. Knows no format and no meaning.
// All lengths are points; x grows to the right, y downwards from the top of the page as a reader sees it.

/** One drawn character (or a few that share one glyph: a ligature). */
export interface Glyph {
  /** U+FFFD where the file does not say which character this is. */
  readonly text: string;
  /** Left edge. */
  readonly x: number;
  /** Baseline; for upright glyphs of vertical writing the baseline it would have in horizontal writing. */
  readonly y: number;
  /** Advance. */
  readonly width: number;
  /** Font size. */
  readonly size: number;
  readonly bold: boolean;
  /** Direction of writing: 0 to the right, 1 downwards, 2 to the left, 3 upwards. */
  readonly direction: 0 | 1 | 2 | 3;
  /** Set in a font for vertical lines: upright, one below the other. */
  readonly vertical: boolean;
  /** Drawn invisibly: the text layer under a scanned picture. */
  readonly hidden: boolean;
}

/** A horizontal (y0 = y1) or vertical (x0 = x1) line; x0 ≤ x1, y0 ≤ y1. */
export interface Ruling {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A picture's bounding box. */
export interface Picture {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
  readonly pictures: readonly Picture[];
  /** Parts of paths that were drawn: text that was turned into outlines has a great many. */
  readonly shapes: number;
  /** Characters set at an angle, as in a watermark; they are not in `glyphs`. */
  readonly slanted: number;
  /** Characters beyond the edge of the page, or cut off by a frame; they are not in `glyphs`. */
  readonly outside: number;
  /** How many of these are digits. */
  readonly outsideDigits?: number;
  /** True if the reader knows that part of the page could not be read. */
  readonly incomplete: boolean;
}

/** The pages of a file. */
export interface PagesOfFile {
  /** Title in the file's own metadata. */
  readonly title: string | null;
  /** Pages of the file; `pages` may be fewer. */
  readonly pageCount: number;
  /** In order from the first; a page of which nothing could be read stands here empty. */
  readonly pages: readonly Page[];
  /** Numbers, from 1, of the pages of which nothing could be read. */
  readonly lost: readonly number[];
}

/** A filled shape with a side thinner than this is a line: borders are drawn as strokes, thin rectangles or mitred trapezoids. */
export const RULING_WIDTH = 3;

/** Rulings out of a shape that is filled: none if it is no line. */
export function rulingOfBox(x0: number, y0: number, x1: number, y1: number): Ruling | null {
  const width = Math.abs(x1 - x0);
  const height = Math.abs(y1 - y0);
  if (Math.min(width, height) >= RULING_WIDTH || Math.max(width, height) < 1) return null;
  const x = (x0 + x1) / 2;
  const y = (y0 + y1) / 2;
  return height <= width
    ? { x0: Math.min(x0, x1), x1: Math.max(x0, x1), y0: y, y1: y }
    : { x0: x, x1: x, y0: Math.min(y0, y1), y1: Math.max(y0, y1) };
}

/** A stroked segment as a ruling, null if it is slanted or a point. */
export function rulingOfSegment(x0: number, y0: number, x1: number, y1: number): Ruling | null {
  const width = Math.abs(x1 - x0);
  const height = Math.abs(y1 - y0);
  if (Math.max(width, height) < 1 || Math.min(width, height) > 1) return null;
  return rulingOfBox(x0, y0, x1, y1);
}
