// Plane geometry of drawing: six numbers a b c d e f for x' = ax + cy + e, y' = bx + dy + f.

export type Matrix = readonly [number, number, number, number, number, number];

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `n`, then `m`. */
export function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

/** Six finite numbers, or null. */
export function matrixOf(value: unknown): Matrix | null {
  const numbers = value as ArrayLike<unknown> | null | undefined;
  if (!numbers || numbers.length < 6) return null;
  const matrix: Matrix = [
    Number(numbers[0]),
    Number(numbers[1]),
    Number(numbers[2]),
    Number(numbers[3]),
    Number(numbers[4]),
    Number(numbers[5]),
  ];
  return matrix.every((each) => Number.isFinite(each)) ? matrix : null;
}

/** Bounding box of a rectangle under a matrix. */
export function boxUnder(m: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const xs = [m[0] * x0 + m[2] * y0, m[0] * x1 + m[2] * y0, m[0] * x0 + m[2] * y1, m[0] * x1 + m[2] * y1];
  const ys = [m[1] * x0 + m[3] * y0, m[1] * x1 + m[3] * y0, m[1] * x0 + m[3] * y1, m[1] * x1 + m[3] * y1];
  return { x0: Math.min(...xs) + m[4], y0: Math.min(...ys) + m[5], x1: Math.max(...xs) + m[4], y1: Math.max(...ys) + m[5] };
}

/** What two boxes have in common; it may be empty (x1 < x0). */
export function common(a: Box, b: Box): Box {
  return { x0: Math.max(a.x0, b.x0), y0: Math.max(a.y0, b.y0), x1: Math.min(a.x1, b.x1), y1: Math.min(a.y1, b.y1) };
}
