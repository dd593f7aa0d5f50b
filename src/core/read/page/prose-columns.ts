// Prose set in two columns: the left one is read before the right one.
import type { TextLine } from './text-lines.ts';

/** Lines that must have the gutter in common, and characters a side must have on average: a table has fewer. */
const LEAST_LINES = 6;
const LEAST_CHARACTERS = 8;

/** The lines in reading order; where a gutter runs through them, the left halves stand before the right halves. */
export function columnsOf(lines: readonly TextLine[]): TextLine[] {
  const left = Math.min(...lines.map((line) => line.x0));
  const right = Math.max(...lines.map((line) => line.x1));
  const width = right - left;
  let best: { from: number; to: number; at: number } | null = null;
  const tried = new Set<number>();
  for (const line of lines) {
    for (let i = 1; i < line.segments.length; i++) {
      const at = Math.round(((line.segments[i - 1]?.x1 ?? 0) + (line.segments[i]?.x0 ?? 0)) / 2);
      if (tried.has(at) || tried.size > 200 || at < left + width * 0.3 || at > left + width * 0.7) continue;
      tried.add(at);
      for (const run of runsAround(lines, at)) if (!best || run.to - run.from > best.to - best.from) best = { ...run, at };
    }
  }
  if (best === null) return [...lines];
  const { from, to, at } = best;
  const inside = lines.slice(from, to);
  return [
    ...columnsOf(lines.slice(0, from)),
    ...inside.flatMap((line) => half(line, at, true)),
    ...inside.flatMap((line) => half(line, at, false)),
    ...columnsOf(lines.slice(to)),
  ];
}

function runsAround(lines: readonly TextLine[], at: number): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from;
    while (to < lines.length && (lines[to] as TextLine).segments.every((segment) => segment.x1 < at || segment.x0 > at)) to++;
    if (to - from >= LEAST_LINES && isProse(lines.slice(from, to), at)) runs.push({ from, to });
    from = Math.max(to, from + 1);
  }
  return runs;
}

function isProse(lines: readonly TextLine[], at: number): boolean {
  return [true, false].every((isLeft) => {
    const halves = lines.flatMap((line) => half(line, at, isLeft));
    const characters = halves.reduce((sum, line) => sum + line.text.length, 0);
    const pieces = halves.reduce((sum, line) => sum + line.segments.length, 0);
    return halves.length >= LEAST_LINES - 1 && characters >= halves.length * LEAST_CHARACTERS && pieces < halves.length * 1.3;
  });
}

function half(line: TextLine, at: number, isLeft: boolean): TextLine[] {
  const segments = line.segments.filter((segment) => (isLeft ? segment.x1 < at : segment.x0 > at));
  const [first] = segments;
  const last = segments[segments.length - 1];
  if (!first || !last) return [];
  return [{ ...line, segments, x0: first.x0, x1: last.x1, text: segments.map((segment) => segment.text).join('  ') }];
}
