// From pdf.js's list of drawing operations to characters, ruling lines and pictures with their places on the page.
import { createCanvas } from '../page/canvas.ts';
import { boxUnder, common, IDENTITY, matrixOf, multiply } from '../page/matrix.ts';
import type { Box, Matrix } from '../page/matrix.ts';
import type { Page } from '../page/page.ts';
import type { FontInfo, OperatorList, PageInfo } from './client.ts';

/** Codes of pdf.js (OPS), those that matter here. */
const OP = {
  setGState: 9,
  save: 10,
  restore: 11,
  transform: 12,
  clip: 29,
  eoClip: 30,
  beginText: 31,
  setCharSpacing: 33,
  setWordSpacing: 34,
  setHScale: 35,
  setLeading: 36,
  setFont: 37,
  setTextRenderingMode: 38,
  setTextRise: 39,
  moveText: 40,
  setLeadingMoveText: 41,
  setTextMatrix: 42,
  nextLine: 43,
  showText: 44,
  formBegin: 74,
  formEnd: 75,
  groupBegin: 76,
  groupEnd: 77,
  annotationBegin: 80,
  annotationEnd: 81,
  maskImage: 83,
  maskImageGroup: 84,
  image: 85,
  inlineImage: 86,
  inlineImageGroup: 87,
  imageRepeat: 88,
  maskImageRepeat: 89,
  solidMask: 90,
  path: 91,
} as const;
const PAINT = {
  stroke: 20,
  closeStroke: 21,
  fill: 22,
  eoFill: 23,
  fillStroke: 24,
  eoFillStroke: 25,
  closeFillStroke: 26,
  closeEoFillStroke: 27,
} as const;
/** Bold, and the faces in which official papers set their headings. */
const HEADING_FACE = /bold|black|heavy|simhei|stheiti|黑|粗|小标宋|xbs|楷|kaiti|simkai/i;
const INVISIBLE = 3;
/** Text that only clips is not seen either. */
const CLIP_ONLY = 7;

interface State {
  ctm: Matrix;
  clip: Box;
  font: FontInfo | null;
  fontName: string;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  hScale: number;
  leading: number;
  rise: number;
  mode: number;
}

/** A glyph as pdf.js hands it over. */
interface FontGlyph {
  readonly originalCharCode?: number;
  readonly unicode?: string;
  readonly width?: number;
  readonly vmetric?: readonly number[];
  readonly isSpace?: boolean;
}

const UNKNOWN = '\ufffd';
/** Signs of fonts that hold nothing but signs have codes of their own; they are bullets and ticks. */
const SYMBOLS = /symbol|wingding|webding|dingbat/i;
const PRIVATE = /^[\uf000-\uf0ff]$/;
const BULLET = '•';

/** Follows the operations of one page. Characters of `badFonts` that are bare codes become U+FFFD. */
export function drawPage(list: OperatorList, info: PageInfo, fonts: ReadonlyMap<string, FontInfo>, badFonts: ReadonlySet<string>): Page {
  const { base, width, height } = pageMatrix(info);
  const canvas = createCanvas(width, height);
  let state: State = {
    ctm: base,
    clip: canvas.whole,
    font: null,
    fontName: '',
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    hScale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
  const stack: State[] = [];
  let line: Matrix = IDENTITY;
  let text: Matrix = IDENTITY;
  let clipNext = false;

  const restore = () => {
    const last = stack.pop();
    if (last) state = last;
  };
  const moveText = (x: number, y: number) => {
    line = multiply(line, [1, 0, 0, 1, x, y]);
    text = line;
  };
  const setFont = (name: unknown, size: unknown) => {
    state.fontName = String(name);
    state.font = fonts.get(state.fontName) ?? null;
    state.fontSize = Number(size) || 0;
  };

  const show = (items: readonly unknown[]) => {
    const { fontSize, hScale, charSpacing, wordSpacing, rise, font } = state;
    const unit = font?.fontMatrix?.[0] ? Math.abs(font.fontMatrix[0]) : 0.001;
    const bad = badFonts.has(state.fontName);
    const bold = font !== null && HEADING_FACE.test(font.name);
    const symbols = font !== null && SYMBOLS.test(font.name);
    const hidden = state.mode === INVISIBLE || state.mode === CLIP_ONLY;
    const vertical = items.some(
      (item) =>
        typeof item === 'object' && item !== null && (item as FontGlyph).vmetric !== undefined && (item as FontGlyph).vmetric !== null,
    );
    for (const item of items) {
      if (typeof item === 'number') {
        const shift = (-item / 1000) * fontSize;
        text = multiply(text, vertical ? [1, 0, 0, 1, 0, shift] : [1, 0, 0, 1, shift * hScale, 0]);
        continue;
      }
      if (typeof item !== 'object' || item === null) continue;
      const glyph = item as FontGlyph;
      const spacing = (glyph.isSpace ? wordSpacing : 0) + charSpacing;
      const glyphWidth = (Number(glyph.width) || 0) * unit * fontSize;
      const metric = glyph.vmetric;
      const code = glyph.originalCharCode ?? 0;
      const named = symbols && PRIVATE.test(glyph.unicode ?? '') ? BULLET : glyph.unicode;
      const unicode = bad && glyph.unicode === String.fromCharCode(code) ? UNKNOWN : (named ?? '');
      if (vertical && metric) {
        const [advance = -1000, vx = 500, vy = 880] = metric;
        const m = multiply(multiply(state.ctm, text), [1, 0, 0, 1, -vx * unit * fontSize, rise - vy * unit * fontSize]);
        canvas.glyph(
          { text: unicode, matrix: m, advance: glyphWidth || fontSize, size: fontSize, bold, hidden, vertical: true },
          state.clip,
        );
        text = multiply(text, [1, 0, 0, 1, 0, advance * unit * fontSize - spacing]);
      } else {
        const m = multiply(multiply(state.ctm, text), [1, 0, 0, 1, 0, rise]);
        canvas.glyph({ text: unicode, matrix: m, advance: glyphWidth * hScale, size: fontSize, bold, hidden, vertical: false }, state.clip);
        text = multiply(text, [1, 0, 0, 1, (glyphWidth + spacing) * hScale, 0]);
      }
    }
  };

  const path = (operands: readonly unknown[]) => {
    const [paint, data] = operands as [number, readonly [ArrayLike<number> | null]];
    const points = data?.[0];
    const clips = clipNext;
    clipNext = false;
    if (!points) return;
    const { ctm } = state;
    if (clips) {
      const box = boxOfPath(points, ctm);
      if (box) state.clip = common(state.clip, box);
    }
    const strokes = paint === PAINT.stroke || paint === PAINT.closeStroke || paint >= PAINT.fillStroke;
    const fills = paint >= PAINT.fill && paint <= PAINT.closeEoFillStroke;
    if (paint < PAINT.stroke || paint > PAINT.closeEoFillStroke) return;
    eachSubpath(points, ctm, (xs, ys, curved) => {
      if (curved) canvas.curve();
      else if (strokes) canvas.stroke(xs, ys, state.clip);
      if (fills && !curved) canvas.fill(xs, ys, state.clip);
    });
  };

  for (let i = 0; i < list.codes.length; i++) {
    const operands = (list.operands[i] ?? []) as readonly unknown[];
    switch (list.codes[i]) {
      case OP.save:
        if (stack.length < 10_000) stack.push({ ...state });
        break;
      case OP.restore:
        restore();
        break;
      case OP.transform: {
        const matrix = matrixOf(operands);
        if (matrix) state.ctm = multiply(state.ctm, matrix);
        break;
      }
      case OP.setGState:
        for (const entry of (operands[0] ?? []) as readonly (readonly [string, unknown])[]) {
          if (entry[0] === 'Font' && Array.isArray(entry[1])) setFont(entry[1][0], entry[1][1]);
        }
        break;
      case OP.clip:
      case OP.eoClip:
        clipNext = true;
        break;
      case OP.beginText:
        line = IDENTITY;
        text = IDENTITY;
        break;
      case OP.setCharSpacing:
        state.charSpacing = Number(operands[0]) || 0;
        break;
      case OP.setWordSpacing:
        state.wordSpacing = Number(operands[0]) || 0;
        break;
      case OP.setHScale:
        state.hScale = (Number(operands[0]) || 100) / 100;
        break;
      case OP.setLeading:
        state.leading = -(Number(operands[0]) || 0);
        break;
      case OP.setFont:
        setFont(operands[0], operands[1]);
        break;
      case OP.setTextRenderingMode:
        state.mode = Number(operands[0]) || 0;
        break;
      case OP.setTextRise:
        state.rise = Number(operands[0]) || 0;
        break;
      case OP.moveText:
        moveText(Number(operands[0]) || 0, Number(operands[1]) || 0);
        break;
      case OP.setLeadingMoveText:
        state.leading = Number(operands[1]) || 0;
        moveText(Number(operands[0]) || 0, Number(operands[1]) || 0);
        break;
      case OP.setTextMatrix: {
        const matrix = matrixOf(operands[0]);
        if (matrix) {
          line = matrix;
          text = matrix;
        }
        break;
      }
      case OP.nextLine:
        moveText(0, state.leading);
        break;
      case OP.showText:
        show((operands[0] ?? []) as readonly unknown[]);
        break;
      case OP.formBegin: {
        stack.push({ ...state });
        const matrix = matrixOf(operands[0]);
        if (matrix) state.ctm = multiply(state.ctm, matrix);
        const box = operands[1] as ArrayLike<number> | null | undefined;
        if (box && box.length === 4) {
          state.clip = common(state.clip, boxUnder(state.ctm, Number(box[0]), Number(box[1]), Number(box[2]), Number(box[3])));
        }
        break;
      }
      case OP.annotationBegin: {
        stack.push({ ...state, ctm: base });
        state = { ...state, ctm: base, clip: canvas.whole };
        const [, rect, transform, matrix] = operands as [unknown, unknown, unknown, unknown];
        if (rect) {
          for (const each of [transform, matrix]) {
            const m = matrixOf(each);
            if (m) state.ctm = multiply(state.ctm, m);
          }
        }
        break;
      }
      case OP.formEnd:
      case OP.annotationEnd:
        restore();
        break;
      case OP.maskImage:
      case OP.image:
      case OP.inlineImage:
        canvas.picture(state.ctm, state.clip);
        break;
      case OP.solidMask:
        canvas.picture(state.ctm, state.clip);
        break;
      case OP.inlineImageGroup:
      case OP.maskImageGroup:
      case OP.imageRepeat:
      case OP.maskImageRepeat:
        // Many at once occur only where lists are optimised for drawing, which ours are not.
        canvas.picture(state.ctm, state.clip);
        break;
      case OP.path:
        path(operands);
        break;
      default:
    }
  }
  return canvas.page(list.cut);
}

/** From units of the file to points from the top left corner of the page as it is shown. */
function pageMatrix({ rotate, view }: PageInfo): { base: Matrix; width: number; height: number } {
  const [x0 = 0, y0 = 0, x1 = 595, y1 = 842] = view;
  const [w, h] = [x1 - x0, y1 - y0];
  switch (((rotate % 360) + 360) % 360) {
    case 90:
      return { base: [0, 1, 1, 0, -y0, -x0], width: h, height: w };
    case 180:
      return { base: [-1, 0, 0, 1, x1, -y0], width: w, height: h };
    case 270:
      return { base: [0, -1, -1, 0, y1, x1], width: h, height: w };
    default:
      return { base: [1, 0, 0, -1, -x0, y1], width: w, height: h };
  }
}

/** Operands for each step of a path: move, line, curve, quadratic curve, close. */
const STEP_LENGTH = [2, 2, 6, 4, 0];
const CLOSE = 4;

function eachSubpath(
  points: ArrayLike<number>,
  m: Matrix,
  take: (xs: readonly number[], ys: readonly number[], curved: boolean) => void,
): void {
  let xs: number[] = [];
  let ys: number[] = [];
  let curved = false;
  const flush = () => {
    // Only short paths can be lines; the outline of a map is none.
    if (xs.length >= 2 && xs.length < 5000) take(xs, ys, curved);
    xs = [];
    ys = [];
    curved = false;
  };
  for (let i = 0; i < points.length; ) {
    const step = points[i++] as number;
    const length = STEP_LENGTH[step];
    if (length === undefined) return;
    if (step === 0) flush();
    if (step === CLOSE) {
      if (xs.length > 0) {
        const [x, y] = [xs[0] as number, ys[0] as number];
        xs.push(x);
        ys.push(y);
        flush();
        xs.push(x);
        ys.push(y);
      }
      continue;
    }
    if (step === 2 || step === 3) curved = true;
    const x = points[i + length - 2] as number;
    const y = points[i + length - 1] as number;
    xs.push(m[0] * x + m[2] * y + m[4]);
    ys.push(m[1] * x + m[3] * y + m[5]);
    i += length;
  }
  flush();
}

function boxOfPath(points: ArrayLike<number>, m: Matrix): Box | null {
  let box: Box | null = null;
  for (let i = 0; i < points.length; ) {
    const length = STEP_LENGTH[points[i++] as number];
    if (length === undefined) break;
    for (let k = 0; k < length; k += 2) {
      const px = points[i + k] as number;
      const py = points[i + k + 1] as number;
      const x = m[0] * px + m[2] * py + m[4];
      const y = m[1] * px + m[3] * py + m[5];
      box = box
        ? { x0: Math.min(box.x0, x), y0: Math.min(box.y0, y), x1: Math.max(box.x1, x), y1: Math.max(box.y1, y) }
        : { x0: x, y0: y, x1: x, y1: y };
    }
    i += length;
  }
  return box;
}
