// Collects what is drawn on a page: characters by their matrix, paths as ruling lines, pictures. Knows no format.
import { boxUnder, common } from './matrix.ts';
import type { Box, Matrix } from './matrix.ts';
import { RULING_WIDTH, rulingOfBox, rulingOfSegment } from './page.ts';
import type { Glyph, Page, Picture, Ruling } from './page.ts';

/** More than these no page of a document has. */
const MOST_RULINGS = 200_000;
const MOST_PICTURES = 10_000;
const MOST_GLYPHS = 500_000;

const DIGIT = /^\d$/;

/** Where the next glyph of a line begins. */
function endOf({ x, y, width, direction }: Glyph): { readonly x: number; readonly y: number } {
  const [dx, dy] = (
    [
      [width, 0],
      [0, width],
      [-width, 0],
      [0, -width],
    ] as const
  )[direction];
  return { x: x + dx, y: y + dy };
}

export interface DrawnGlyph {
  readonly text: string;
  /** From units of text, baseline at 0, y upwards, to points of the page. */
  readonly matrix: Matrix;
  /** Advance in units of text. */
  readonly advance: number;
  /** Font size in units of text. */
  readonly size: number;
  readonly bold: boolean;
  readonly hidden: boolean;
  /** Upright in a vertical line. */
  readonly vertical: boolean;
}

export interface Canvas {
  /** The page and a little around it. */
  readonly whole: Box;
  glyph(drawn: DrawnGlyph, clip: Box): void;
  /** A part of a path that has curves: no border. */
  curve(): void;
  /** Corners of one part of a path, in points of the page. */
  stroke(xs: readonly number[], ys: readonly number[], clip: Box): void;
  fill(xs: readonly number[], ys: readonly number[], clip: Box): void;
  /** The unit square under `matrix` is filled with a picture. */
  picture(matrix: Matrix, clip: Box): void;
  page(incomplete: boolean): Page;
}

/** An empty page, in points. */
export function createCanvas(width: number, height: number): Canvas {
  const glyphs: Glyph[] = [];
  const rulings: Ruling[] = [];
  const pictures: Picture[] = [];
  let slanted = 0;
  let outside = 0;
  let outsideDigits = 0;
  let shapes = 0;
  let overfull = false;

  const addRuling = (ruling: Ruling | null, clip: Box) => {
    if (!ruling) return;
    const cut = common(ruling, { x0: clip.x0 - 1, y0: clip.y0 - 1, x1: clip.x1 + 1, y1: clip.y1 + 1 });
    if (cut.x0 > cut.x1 || cut.y0 > cut.y1) return;
    if (rulings.length < MOST_RULINGS) rulings.push(cut);
    else overfull = true;
  };

  return {
    whole: { x0: -2, y0: -2, x1: width + 2, y1: height + 2 },
    glyph({ text, matrix: m, advance, size: fontSize, bold, hidden, vertical }, clip) {
      if (text === '') return;
      const length = Math.abs(advance) * Math.hypot(m[0], m[1]);
      const nominal = Math.abs(fontSize) * Math.hypot(m[2], m[3]);
      // Fonts drawn by procedures may have a size of 1 and large glyphs.
      const size = nominal < 2 && length > 2 ? length * 1.3 : nominal;
      const [x, y] = [m[4], m[5]];
      if (!(size > 0.5 && size < 2000) || !Number.isFinite(x) || !Number.isFinite(y) || !Number.isFinite(length)) return;
      const forward = advance < 0 ? -1 : 1;
      const angle = (Math.atan2(m[1] * forward, m[0] * forward) * 2) / Math.PI;
      const quarter = Math.round(angle);
      if (Math.abs(angle - quarter) > 0.06) {
        if (text.trim() !== '' && !hidden) slanted++;
        return;
      }
      const direction = (((quarter % 4) + 4) % 4) as 0 | 1 | 2 | 3;
      const [dx, dy] = [
        [length / 2, -size * 0.35],
        [size * 0.35, length / 2],
        [-length / 2, size * 0.35],
        [-size * 0.35, -length / 2],
      ][direction] as [number, number];
      if (x + dx < clip.x0 - 1 || x + dx > clip.x1 + 1 || y + dy < clip.y0 - 1 || y + dy > clip.y1 + 1) {
        if (text.trim() !== '' && !hidden) {
          outside++;
          if (DIGIT.test(text.normalize('NFKC'))) {
            outsideDigits++;
            // What is left of a number of which the page shows the beginning only is another number.
            const last = glyphs[glyphs.length - 1];
            const end = last && endOf(last);
            if (last && end && DIGIT.test(last.text.normalize('NFKC')) && Math.hypot(end.x - x, end.y - y) < size * 0.4)
              glyphs[glyphs.length - 1] = { ...last, text: `${last.text}…` };
          }
        }
        return;
      }
      if (glyphs.length >= MOST_GLYPHS) {
        overfull = true;
        return;
      }
      glyphs.push({ text, x, y, width: length, size, bold, direction: vertical ? 0 : direction, vertical, hidden });
    },
    curve() {
      shapes++;
    },
    stroke(xs, ys, clip) {
      shapes++;
      for (let i = 1; i < xs.length; i++) {
        addRuling(rulingOfSegment(xs[i - 1] as number, ys[i - 1] as number, xs[i] as number, ys[i] as number), clip);
      }
    },
    fill(xs, ys, clip) {
      if (xs.length < 2) return;
      shapes++;
      const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
      if (Math.min(x1 - x0, y1 - y0) < RULING_WIDTH) addRuling(rulingOfBox(x0, y0, x1, y1), clip);
    },
    picture(matrix, clip) {
      const cut = common(boxUnder(matrix, 0, 0, 1, 1), clip);
      if (cut.x0 >= cut.x1 || cut.y0 >= cut.y1) return;
      // Borders may be pictures of one pixel drawn thin.
      const ruling = rulingOfBox(cut.x0, cut.y0, cut.x1, cut.y1);
      if (ruling) addRuling(ruling, clip);
      else if (pictures.length < MOST_PICTURES) pictures.push(cut);
    },
    page: (incomplete) => ({
      width,
      height,
      glyphs,
      rulings,
      pictures,
      shapes,
      slanted,
      outside,
      outsideDigits,
      incomplete: incomplete || overfull,
    }),
  };
}
