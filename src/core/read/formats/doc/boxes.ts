// Text boxes of a doc file: where the text of each stands and at which place of the main text it is anchored.
import { PART } from './file.ts';
import type { DocFile } from './file.ts';

export interface TextBox {
  /** Characters of the story of text boxes. */
  readonly from: number;
  readonly to: number;
}

export interface TextBoxes {
  /** Shapes of any kind that float over the main text. */
  readonly shapes: number;
  /** The box anchored at a place of the main text; null if none is, or if it was taken before. */
  take(place: number): TextBox | null;
  /** Boxes that no place of the main text claims. */
  rest(): TextBox[];
}

const SHAPE_BYTES = 26;
const BOX_BYTES = 22;

export function readTextBoxes(file: DocFile): TextBoxes {
  const shapes = file.part(PART.shapes);
  const shapeCount = Math.max(0, Math.floor((shapes.byteLength - 4) / (4 + SHAPE_BYTES)));
  const shapeAt = new Map<number, number>();
  for (let i = 0; i < shapeCount; i++)
    shapeAt.set(shapes.getUint32(i * 4, true), shapes.getInt32((shapeCount + 1) * 4 + i * SHAPE_BYTES, true));

  const parts = file.part(PART.boxes);
  const count = Math.max(0, Math.floor((parts.byteLength - 4) / (4 + BOX_BYTES)));
  const boxes = new Map<number, TextBox>();
  const unclaimed = new Set<TextBox>();
  for (let i = 0; i < count; i++) {
    const from = parts.getUint32(i * 4, true);
    const to = parts.getUint32(i * 4 + 4, true);
    const entry = (count + 1) * 4 + i * BOX_BYTES;
    // Reusable entries are empty places in the list.
    if (to <= from || to > file.stories.boxes || parts.getUint16(entry + 8, true) !== 0) continue;
    const box = { from, to };
    boxes.set(parts.getInt32(entry + 14, true), box);
    unclaimed.add(box);
  }
  return {
    shapes: shapeCount,
    take(place) {
      const box = boxes.get(shapeAt.get(place) ?? Number.NaN);
      if (!box || !unclaimed.delete(box)) return null;
      return box;
    },
    rest: () => Array.from(unclaimed),
  };
}
