// A number of which the edge of the page shows the beginning only must not be read as another number.
import { describe, expect, it } from 'vitest';
import { createCanvas } from '../../src/core/read/page/canvas.ts';

function drawn(text: string, x: number): string {
  const canvas = createCanvas(100, 100);
  [...text].forEach((each, index) => {
    const matrix = [1, 0, 0, -1, x + index * 6, 50] as const;
    canvas.glyph({ text: each, matrix, advance: 6, size: 12, bold: false, hidden: false, vertical: false }, canvas.whole);
  });
  return canvas
    .page(false)
    .glyphs.map((glyph) => glyph.text)
    .join('');
}

describe('a number at the edge of a page', () => {
  it('keeps a mark where it is cut', () => {
    expect(drawn('3525', 90)).toMatch(/^3\d?…$/);
  });

  it('is whole where the page shows it all', () => {
    expect(drawn('3525', 20)).toBe('3525');
  });
});
