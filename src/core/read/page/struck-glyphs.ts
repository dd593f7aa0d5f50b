// Characters on a page that a line crosses out. Only where it can be told from the lines of tables and from underlines: the line
// runs through the middle of the characters and begins and ends where they do.
import { strike } from '../struck-text.ts';
import type { Glyph, Page, Ruling } from './page.ts';

/** Height of such a line above the baseline, as shares of the font size; Chinese characters reach from −0.12 to 0.88. */
const LOWEST = 0.15;
const HIGHEST = 0.5;
/** How far it may begin and end beside its characters, as a share of the font size. */
const BESIDE = 0.3;
/** More short lines than this are a drawing. */
const MOST = 2000;
/** And more characters than this no page of text. */
const MOST_GLYPHS = 20_000;

/** The page with its struck characters marked and without the lines that strike them. */
export function markStruckGlyphs(page: Page): Page {
  const lines = page.rulings.filter(({ x0, y0, x1, y1 }) => y0 === y1 && x1 - x0 > 1);
  if (lines.length === 0 || lines.length > MOST || page.glyphs.length > MOST_GLYPHS) return page;
  const upright = page.glyphs
    .map((glyph, index) => ({ glyph, index }))
    .filter(({ glyph }) => glyph.direction === 0 && !glyph.vertical && !glyph.hidden && glyph.size > 0)
    .sort((a, b) => a.glyph.y - b.glyph.y);
  const ys = upright.map(({ glyph }) => glyph.y);
  const tallest = upright.reduce((most, { glyph }) => Math.max(most, glyph.size), 0);
  const struck = new Set<number>();
  const taken = new Set<Ruling>();
  for (const line of lines) {
    const crossed: { glyph: Glyph; index: number }[] = [];
    for (let i = firstFrom(ys, line.y0); i < upright.length && (ys[i] as number) <= line.y0 + tallest; i++) {
      const each = upright[i] as (typeof upright)[number];
      const { x, y, width, size } = each.glyph;
      const above = (y - line.y0) / size;
      const middle = x + width / 2;
      if (above >= LOWEST && above <= HIGHEST && middle > line.x0 && middle < line.x1) crossed.push(each);
    }
    // Blanks at the ends may be crossed out with the rest, or not.
    const written = crossed.filter(({ glyph }) => glyph.text.trim() !== '');
    if (written.length === 0 || !(isAsLong(line, written) || isAsLong(line, crossed))) continue;
    for (const { index } of written) struck.add(index);
    taken.add(line);
  }
  if (struck.size === 0) return page;
  return {
    ...page,
    glyphs: page.glyphs.map((glyph, index) => (struck.has(index) ? { ...glyph, text: strike(glyph.text) } : glyph)),
    rulings: page.rulings.filter((line) => !taken.has(line)),
  };
}

/** Whether a line begins and ends where the characters do. */
function isAsLong(line: Ruling, crossed: readonly { readonly glyph: Glyph }[]): boolean {
  let [from, to, least] = [Infinity, -Infinity, Infinity];
  for (const { glyph } of crossed) {
    from = Math.min(from, glyph.x);
    to = Math.max(to, glyph.x + glyph.width);
    least = Math.min(least, glyph.size);
  }
  return Math.abs(from - line.x0) <= BESIDE * least && Math.abs(to - line.x1) <= BESIDE * least;
}

/** Index of the first value that is not less. */
function firstFrom(values: readonly number[], least: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
