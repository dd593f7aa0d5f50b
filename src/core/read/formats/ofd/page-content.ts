// The content of an OFD page (GB/T 33190): text, paths and pictures drawn on a canvas. Millimetres; y grows downwards.
import type { Canvas } from '../../page/canvas.ts';
import { common, IDENTITY, matrixOf, multiply } from '../../page/matrix.ts';
import type { Box, Matrix } from '../../page/matrix.ts';
import { child, childElements, textOf } from '../../xml.ts';
import type { XmlElement } from '../../xml.ts';

/** Points in a millimetre. */
export const POINTS = 72 / 25.4;
/** Objects within objects: blocks and composite graphics. */
const DEEPEST = 20;

/** What the objects of a page refer to. */
export interface Resources {
  /** Fonts whose name or weight says bold, by id. */
  readonly boldFonts: ReadonlySet<string>;
  /** Graphics that are drawn by reference, by id. */
  readonly composites: ReadonlyMap<string, XmlElement>;
}

/** Draws everything below `content` (a Content, a template's Content, a PageBlock). `m`: from millimetres to points. */
export function drawContent(content: XmlElement, m: Matrix, clip: Box, resources: Resources, canvas: Canvas, depth = 0): void {
  if (depth > DEEPEST) return;
  for (const object of childElements(content)) {
    if (object.attribute('Visible') === 'false') continue;
    switch (object.name) {
      case 'Layer':
      case 'PageBlock':
        drawContent(object, m, clip, resources, canvas, depth + 1);
        break;
      case 'TextObject':
        drawText(object, placed(object, m), clip, resources, canvas);
        break;
      case 'PathObject':
        drawPath(object, placed(object, m), clip, canvas);
        break;
      case 'ImageObject':
      case 'VideoObject':
        drawImage(object, m, clip, canvas);
        break;
      case 'CompositeObject': {
        const graphic = resources.composites.get(object.attribute('ResourceID') ?? '');
        const inside = graphic && child(graphic, 'Content');
        if (inside) drawContent(inside, placed(object, m), clip, resources, canvas, depth + 1);
        break;
      }
      default:
    }
  }
}

/** Numbers parted by blanks. */
export function numbersOf(text: string | undefined): number[] {
  return text === undefined
    ? []
    : text
        .trim()
        .split(/[\s,]+/)
        .filter(Boolean)
        .map(Number);
}

/** The object's own system: its matrix, moved to the corner of its boundary. */
function placed(object: XmlElement, m: Matrix): Matrix {
  const [x = 0, y = 0] = numbersOf(object.attribute('Boundary'));
  return multiply(multiply(m, [1, 0, 0, 1, x, y]), matrixOf(numbersOf(object.attribute('CTM'))) ?? IDENTITY);
}

function drawText(object: XmlElement, m: Matrix, clip: Box, resources: Resources, canvas: Canvas): void {
  const size = Number(object.attribute('Size')) || 0;
  const stretch = Number(object.attribute('HScale')) || 1;
  const bold = Number(object.attribute('Weight')) >= 600 || resources.boldFonts.has(object.attribute('Font') ?? '');
  const reading = turnOf(object.attribute('ReadDirection'));
  const turn = turnOf(object.attribute('CharDirection'));
  // Characters that stand upright while the line runs down.
  const vertical = reading % 2 === 1 && turn === 0;
  let x = 0;
  let y = 0;
  for (const code of childElements(object, 'TextCode')) {
    x = numberOr(code.attribute('X'), x);
    y = numberOr(code.attribute('Y'), y);
    const characters = [...textOf(code)];
    const across = deltas(code.attribute('DeltaX'), characters.length);
    const down = deltas(code.attribute('DeltaY'), characters.length);
    let [atX, atY] = [x, y];
    for (const [i, character] of characters.entries()) {
      const isLast = i === characters.length - 1;
      // Without distances the line is not set: characters go on by their own width.
      const dx = across?.[i] ?? (down || isLast ? 0 : ownWidth(character, size) * stretch);
      const dy = down?.[i] ?? 0;
      const step = reading % 2 === 1 ? Math.abs(dy) : Math.abs(dx);
      const own = ownWidth(character, size) * stretch;
      const advance = isLast || step === 0 || step > own * 1.5 ? own : step;
      // Text grows upwards, OFD downwards.
      const matrix = multiply(m, multiply([1, 0, 0, 1, atX, atY], multiply(QUARTERS[turn] as Matrix, [1, 0, 0, -1, 0, 0])));
      canvas.glyph({ text: character, matrix, advance, size, bold, hidden: false, vertical }, clip);
      atX += dx;
      atY += dy;
    }
  }
}

/** Turned by 0, 90, 180, 270 degrees, clockwise, y growing downwards. */
const QUARTERS: readonly Matrix[] = [IDENTITY, [0, 1, -1, 0, 0, 0], [-1, 0, 0, -1, 0, 0], [0, -1, 1, 0, 0, 0]];

function turnOf(degrees: string | undefined): number {
  return (((Math.round(Number(degrees ?? 0) / 90) || 0) % 4) + 4) % 4;
}

function numberOr(text: string | undefined, other: number): number {
  const number = text === undefined ? NaN : Number(text);
  return Number.isFinite(number) ? number : other;
}

/** Chinese characters are as wide as their size, others about half of it. */
function ownWidth(character: string, size: number): number {
  return character.charCodeAt(0) < 0x2000 ? size * 0.55 : size;
}

/** Distances between characters; `g 3 2.5` stands for three times 2.5. Null if there are none. */
function deltas(text: string | undefined, count: number): number[] | null {
  if (text === undefined || text.trim() === '') return null;
  const tokens = text.trim().split(/[\s,]+/);
  const result: number[] = [];
  for (let i = 0; i < tokens.length && result.length < count; i++) {
    if (tokens[i] !== 'g') {
      result.push(Number(tokens[i]) || 0);
      continue;
    }
    const times = Number(tokens[i + 1]) || 0;
    const value = Number(tokens[i + 2]) || 0;
    for (let k = 0; k < times && result.length < count; k++) result.push(value);
    i += 2;
  }
  // A list that is too short goes on with its last distance.
  const last = result[result.length - 1] ?? 0;
  while (result.length < count) result.push(last);
  return result;
}

function drawPath(object: XmlElement, m: Matrix, clip: Box, canvas: Canvas): void {
  const data = child(object, 'AbbreviatedData');
  if (!data) return;
  const strokes = object.attribute('Stroke') !== 'false';
  const fills = object.attribute('Fill') === 'true';
  if (!strokes && !fills) return;
  const tokens = textOf(data)
    .trim()
    .split(/[\s,]+/);
  let xs: number[] = [];
  let ys: number[] = [];
  let curved = false;
  const flush = () => {
    if (curved) canvas.curve();
    else if (xs.length >= 2) {
      if (strokes) canvas.stroke(xs, ys, clip);
      if (fills) canvas.fill(xs, ys, clip);
    }
    xs = [];
    ys = [];
    curved = false;
  };
  for (let i = 0; i < tokens.length; ) {
    const step = tokens[i++] as string;
    const length = STEPS[step];
    // A file of another dialect: without its steps the path cannot be followed.
    if (length === undefined) break;
    if (step === 'C') {
      const [firstX, firstY] = [xs[0], ys[0]];
      if (firstX !== undefined && firstY !== undefined) {
        xs.push(firstX);
        ys.push(firstY);
      }
      flush();
      continue;
    }
    if (step === 'S' || step === 'M') flush();
    if (length > 2) curved = true;
    const [x, y] = [Number(tokens[i + length - 2]), Number(tokens[i + length - 1])];
    xs.push(m[0] * x + m[2] * y + m[4]);
    ys.push(m[1] * x + m[3] * y + m[5]);
    i += length;
  }
  flush();
}

/** Operands of the steps of a path. */
const STEPS: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

/** A picture fills its boundary. */
function drawImage(object: XmlElement, m: Matrix, clip: Box, canvas: Canvas): void {
  const [x = 0, y = 0, width = 0, height = 0] = numbersOf(object.attribute('Boundary'));
  canvas.picture(multiply(m, [width, 0, 0, height, x, y]), common(clip, canvas.whole));
}
