// Tables without lines: numbers below each other make columns, words to their left are the labels of the rows. Which words
// belong to which row is worked out from marks (1. （二） 三、) and from how they lie around the numbers. Everything else
// stays lines. What comes of it is less sure than a ruled table, and is told so by its geometry.
import type { Draft, DraftCell, Span } from './draft.ts';
import { MARK } from './draft.ts';
import { withoutMarks } from '../struck-text.ts';
import type { Segment, TextLine } from './text-lines.ts';

export type Piece =
  | { readonly kind: 'lines'; readonly lines: readonly TextLine[] }
  | { readonly kind: 'table'; readonly top: number; readonly draft: Draft };

const NUMBER = /^(?:[-－—―]?\d[\d,，.．]*[%％]?|[-－—―/／]{1,2})$/;
/** Lines that may stand between two rows of numbers: a long label in a narrow column. */
const MOST_BETWEEN = 16;
/** A table has at least so many rows with numbers, or so many numbers in its only row. */
const LEAST_ROWS = 2;
const LEAST_IN_ONE_ROW = 5;

interface Column {
  x0: number;
  x1: number;
}

const overlaps = (a: Span, b: Span): boolean => a.x0 < b.x1 && b.x0 < a.x1;
const centre = ({ x0, x1 }: Span): number => (x0 + x1) / 2;
const middle = (line: TextLine): number => (line.top + line.bottom) / 2;
const isNumber = (segment: Segment): boolean => NUMBER.test(withoutMarks(segment.text).replace(/\s/g, ''));
/** Numbers at the end of a line: those that can be values. */
function valuesOf(line: TextLine): readonly Segment[] {
  let from = line.segments.length;
  while (from > 0 && isNumber(line.segments[from - 1] as Segment)) from--;
  return line.segments.slice(from);
}

/** Cuts lines, from top to bottom, into tables set by alignment and the lines between. */
export function alignedTables(given: readonly TextLine[]): Piece[] {
  const lines = cutAtColumns(given);
  const pieces: Piece[] = [];
  let from = 0;
  for (const region of regionsOf(lines)) {
    const start = headStart(lines, region, from);
    const end = labelEnd(lines, region);
    if (start > from) pieces.push({ kind: 'lines', lines: given.slice(from, start) });
    const inside = lines.slice(start, end);
    pieces.push({ kind: 'table', top: inside[0]?.top ?? 0, draft: draftOf(inside, region.columns) });
    from = end;
  }
  if (from < lines.length) pieces.push({ kind: 'lines', lines: given.slice(from) });
  return pieces;
}

/** A line of a table is short; one of prose may have a gap where a column begins by chance. */
const SHORT = 48;

/** Short lines cut where numbers of other lines begin, however small the gap is there. */
function cutAtColumns(lines: readonly TextLine[]): readonly TextLine[] {
  const starts: number[] = [];
  for (const line of lines) for (const segment of line.segments) if (isNumber(segment)) starts.push(segment.x0);
  if (starts.length < 2) return lines;
  const begins = (x: number) => starts.filter((start) => Math.abs(start - x) < 1.2).length;
  return lines.map((line) => {
    if (line.words.length <= line.segments.length || line.text.length > SHORT || /[。；]/.test(line.text)) return line;
    const segments: Segment[] = [];
    for (const word of line.words) {
      const last = segments[segments.length - 1];
      const isStart = line.segments.some((segment) => segment.x0 === word.x0);
      if (!last || isStart || begins(word.x0) >= (isNumber(word) ? 1 : 2)) segments.push(word);
      else segments[segments.length - 1] = { text: last.text + word.text, x0: last.x0, x1: word.x1 };
    }
    return segments.length > line.segments.length ? { ...line, segments } : line;
  });
}

interface Region {
  /** Indexes of the first and the last line with values. */
  readonly first: number;
  last: number;
  /** Columns of numbers, from left to right. */
  readonly columns: Column[];
  rows: number;
}

function regionsOf(lines: readonly TextLine[]): Region[] {
  const regions: Region[] = [];
  let open: Region | null = null;
  const close = () => {
    if (open && (open.columns.length === 1 || open.rows >= LEAST_ROWS || open.columns.length >= LEAST_IN_ONE_ROW)) regions.push(open);
    open = null;
  };
  // A single number with its label is a row only where there are others: the pages of prose hold many a number.
  const beside = lines.some((line) => valuesOf(line).length >= 2);
  for (const [i, line] of lines.entries()) {
    const values = valuesOf(line);
    if (values.length === 0) {
      if (open && (isProse(line, open) || isHeadOfOne(line, open))) close();
      continue;
    }
    const fits = open !== null && i - open.last <= MOST_BETWEEN && takesValues(open, values);
    if (!fits) {
      close();
      if (values.length < 2 && !(beside && isLabelled(lines, i))) continue;
      open = { first: i, last: i, columns: values.map(({ x0, x1 }) => ({ x0, x1 })), rows: 1 };
    } else if (open) {
      open.last = i;
      open.rows++;
    }
  }
  close();
  return regions;
}

/** Whether a short label stands to the left of a lone number, or its lines above and below to the left. */
function isLabelled(lines: readonly TextLine[], index: number): boolean {
  const line = lines[index] as TextLine;
  const [first] = valuesOf(line);
  if (!first) return false;
  const words = line.segments.filter((segment) => !isNumber(segment));
  if (words.length > 0)
    return words.every((segment) => segment.text.length <= 24 && segment.x1 < first.x0 && !/[。；，]$/.test(segment.text));
  return [lines[index - 1], lines[index + 1]].some((other) => {
    return other !== undefined && other.x1 < first.x0 && Math.abs(middle(other) - middle(line)) < 1.4 * line.size;
  });
}

/** Whether a line of numbers continues the columns; widens them. One number alone must stand in a column of numbers. */
function takesValues({ columns }: Region, values: readonly Segment[]): boolean {
  const known = values.map((value) => columns.filter((column) => overlaps(column, value)));
  if (known.some((hits) => hits.length > 1)) return false;
  const fresh = values.filter((_, i) => known[i]?.length === 0);
  // Mostly the same columns, and as many of them as before or nearly so.
  if (fresh.length > values.length / 3 || values.length - fresh.length < Math.min(columns.length, 2)) return false;
  for (const [i, { x0, x1 }] of values.entries()) {
    const column = known[i]?.[0];
    if (column) {
      column.x0 = Math.min(column.x0, x0);
      column.x1 = Math.max(column.x1, x1);
    } else columns.push({ x0, x1 });
  }
  columns.sort((a, b) => a.x0 - b.x0);
  return true;
}

/** A line that runs through the columns is text between tables. */
function isProse(line: TextLine, { columns }: Region): boolean {
  const first = columns[0]?.x0 ?? 0;
  return (
    line.segments.some((segment) => segment.x0 < first - line.size && columns.filter((column) => overlaps(column, segment)).length >= 2) ||
    /[。；]$/.test(line.text)
  );
}

/** Above a single column of numbers, words in that column begin another table. */
function isHeadOfOne(line: TextLine, { columns }: Region): boolean {
  const [column] = columns;
  return columns.length === 1 && column !== undefined && line.segments.some((segment) => overlaps(segment, column));
}

/** The head of the table: lines above the first values that are set in pieces, or above the columns only. */
function headStart(lines: readonly TextLine[], region: Region, least: number): number {
  const left = region.columns[0]?.x0 ?? 0;
  let start = region.first;
  // At the top of a page the rest of a label may come before the first numbers.
  const onTop = least === 0 && region.first <= MOST_BETWEEN && lines.slice(0, region.first).every((line) => line.x1 <= left);
  if (onTop && isClose(lines.slice(0, region.first + 1))) return 0;
  while (start > least && region.first - start < 12) {
    const line = lines[start - 1] as TextLine;
    const next = lines[start] as TextLine;
    if (next.top - line.bottom > 2.5 * line.size || isProse(line, region)) break;
    const wide = line.segments.length === 1 && line.x0 < left - line.size && line.x1 > left;
    if (wide || /^[一二三四五六七八九十]{1,3}、.{0,40}情况$/.test(line.text)) break;
    // A lone line at the left above everything else may be a heading: it needs columns beside or below it.
    if (
      line.segments.length === 1 &&
      line.x1 < left &&
      !lines.slice(Math.max(least, start - 4), start - 1).some((other) => other.segments.length > 1) &&
      !labelBelongs(lines, start - 1, region)
    )
      break;
    start--;
  }
  return start;
}

function isClose(lines: readonly TextLine[]): boolean {
  return lines.every((line, i) => i === 0 || line.top - (lines[i - 1] as TextLine).bottom < 0.9 * line.size);
}

/** Whether a line at the left goes with the first row of numbers: close to it, and not above other words. */
function labelBelongs(lines: readonly TextLine[], index: number, region: Region): boolean {
  const values = lines[region.first] as TextLine;
  const line = lines[index] as TextLine;
  return middle(values) - middle(line) < 2.2 * line.size || MARK.test(line.text);
}

/** Labels of the last row may go on below its numbers. */
function labelEnd(lines: readonly TextLine[], region: Region): number {
  const left = region.columns[0]?.x0 ?? 0;
  let end = region.last + 1;
  const values = lines[region.last] as TextLine;
  const bare = values.segments.every(isNumber);
  // The label of the last row may stand a little lower than its numbers.
  const own = lines[end];
  if (bare && own && own.x1 <= left && middle(own) - middle(values) < 1.1 * own.size) end++;
  while (end < lines.length && end - region.last < MOST_BETWEEN) {
    const line = lines[end] as TextLine;
    const before = lines[end - 1] as TextLine;
    if (line.x1 > left || line.top - before.bottom > 0.8 * line.size || MARK.test(line.text) || /[。；]$/.test(line.text)) break;
    end++;
  }
  // Without any sign that a label is cut, what stands below is text.
  return !bare || end - region.last > 1 ? end : region.last + 1;
}

function draftOf(lines: readonly TextLine[], columns: readonly Span[]): Draft {
  const left = (columns[0] as Span).x0;
  const rows = lines.filter((line) => valuesOf(line).some((value) => columns.some((column) => overlaps(column, value))));
  const firstRow = rows[0] as TextLine;
  const labels: { readonly segment: Segment; readonly y: number; readonly size: number }[] = [];
  const heads: { readonly segment: Segment; readonly y: number }[] = [];
  for (const line of lines) {
    const values = rows.includes(line) ? valuesOf(line) : [];
    for (const segment of line.segments) {
      if (values.includes(segment)) continue;
      if (segment.x1 <= left + 1) labels.push({ segment, y: middle(line), size: line.size });
      else heads.push({ segment, y: middle(line) });
    }
  }
  const labelColumns = spansOf(labels.map(({ segment }) => segment));
  /** Text of each row and label column. */
  const texts = rows.map(() => labelColumns.map(() => ''));
  /** Label lines above the first row that belong to the head, or to a row on the page before. */
  const before = labelColumns.map(() => '');
  const leaf = labelColumns.length - 1;
  const own = labels.filter(({ segment }) => columnOf(segment, labelColumns) === leaf || isWide(segment, labelColumns));
  // The second line of a wide label stands in its middle and may be narrower than a column.
  for (const label of labels) {
    if (own.includes(label)) continue;
    const follows = own.some((other) => {
      const apart = label.y - other.y;
      return (
        apart > 0 &&
        apart < 1.8 * label.size &&
        isWide(other.segment, labelColumns) &&
        Math.abs(centre(label.segment) - centre(other.segment)) < 2
      );
    });
    if (follows) own.push(label);
  }
  const owners = rowsOfLabels(own, rows);
  /** The column in which a row's label begins; what is wider than a column begins in its first one. */
  const starts = rows.map(() => -1);
  let startBefore = -1;
  const inOrder = own.map((label, i) => ({ ...label, row: owners[i] ?? -1 })).sort((x, z) => x.y - z.y);
  for (const { segment, row } of inOrder) {
    const at = columnOf(segment, labelColumns);
    if (row < 0) startBefore = startBefore < 0 ? at : startBefore;
    else if ((starts[row] as number) < 0) starts[row] = at;
    const target = row < 0 ? before : (texts[row] as string[]);
    const place = row < 0 ? startBefore : (starts[row] as number);
    target[place] = (target[place] ?? '') + segment.text;
  }
  // Labels of groups: pieces below each other are one; it goes to the row at its upper edge.
  for (let at = 0; at < leaf; at++) {
    const group = labels.filter((label) => !own.includes(label) && columnOf(label.segment, labelColumns) === at).sort((a, b) => a.y - b.y);
    let text = '';
    let start = 0;
    const flush = () => {
      if (text === '') return;
      const row = nearest(rows, start);
      const target = texts[row] as string[];
      target[at] = (target[at] ?? '') + text;
      text = '';
    };
    for (const [i, { segment, y, size }] of group.entries()) {
      const last = group[i - 1];
      if (last && (y - last.y > 2 * size || MARK.test(segment.text))) flush();
      if (text === '') start = y;
      text += segment.text;
    }
    flush();
  }

  const all: Span[] = [...labelColumns, ...columns];
  const edges = edgesOf(all, lines);
  const cellsOf = (row: readonly string[]): DraftCell[] =>
    row.map((text, i) => ({ text, x0: edges[i] as number, x1: edges[i + 1] as number, rowSpan: 1 }));
  const result: DraftCell[][] = [];
  const head = headRows(
    heads.filter(({ y }) => y < middle(firstRow)),
    columns,
  );
  if (before.some((text) => text !== '') || head.length > 0) {
    const [first = columns.map(() => ''), ...rest] = head.length > 0 ? head : [columns.map(() => '')];
    result.push(cellsOf([...before, ...first]));
    for (const row of rest) result.push(cellsOf([...labelColumns.map(() => ''), ...row]));
  }
  for (const [i, line] of rows.entries()) {
    const values = valuesOf(line);
    result.push(
      cellsOf([...(texts[i] as string[]), ...columns.map((column) => values.find((value) => overlaps(column, value))?.text ?? '')]),
    );
  }
  return {
    rows: result,
    x0: edges[0] as number,
    x1: edges[edges.length - 1] as number,
    geometry: 'ragged',
    aligned: { labels: labelColumns, values: columns },
  };
}

/** Columns of labels, from left to right: narrow pieces make them, wide ones lie across several. */
function spansOf(segments: readonly Segment[]): Column[] {
  const spans: Column[] = [];
  for (const segment of [...segments].sort((a, b) => a.x1 - a.x0 - (b.x1 - b.x0))) {
    const hits = spans.filter((span) => overlaps(span, segment));
    const [hit] = hits;
    if (!hit) spans.push({ x0: segment.x0, x1: segment.x1 });
    else if (hits.length === 1) {
      hit.x0 = Math.min(hit.x0, segment.x0);
      hit.x1 = Math.max(hit.x1, segment.x1);
    }
  }
  return spans.length === 0 ? [] : spans.sort((a, b) => a.x0 - b.x0);
}

function isWide(segment: Segment, columns: readonly Span[]): boolean {
  return columns.filter((column) => overlaps(column, segment)).length > 1;
}

function columnOf(segment: Segment, columns: readonly Span[]): number {
  const at = columns.findIndex((column) => overlaps(column, segment));
  return Math.max(0, at);
}

/** For each piece of a label the row it belongs to; −1: to none, it stands above the first one. */
function rowsOfLabels(
  labels: readonly { readonly segment: Segment; readonly y: number; readonly size: number }[],
  rows: readonly TextLine[],
): number[] {
  const owners = new Array<number>(labels.length).fill(-1);
  const ys = rows.map(middle);
  const order = labels.map((_, i) => i).sort((a, b) => (labels[a]?.y ?? 0) - (labels[b]?.y ?? 0));
  /** Pieces between two rows of numbers, or above the first one (index 0). */
  const gaps: number[][] = Array.from({ length: rows.length + 1 }, () => []);
  for (const i of order) {
    const { y, size } = labels[i] as { y: number; size: number };
    const same = ys.findIndex((row) => Math.abs(row - y) < 0.45 * size);
    if (same >= 0) owners[i] = same;
    else gaps[ys.filter((row) => row < y).length]?.push(i);
  }
  const marksOf = (gap: readonly number[]) => gap.map((i) => MARK.test(labels[i]?.segment.text ?? ''));
  /** Rows whose label begins beside the numbers. */
  const beginsBeside = ys.map((_, row) => labels.some((label, i) => owners[i] === row && MARK.test(label.segment.text)));
  const hasBeside = ys.map((_, row) => owners.includes(row));
  /** Pieces above the numbers of each row: as many are to be expected below, where numbers stand in the middle. */
  const above = ys.map(() => 0);
  for (const [row, gap] of gaps.entries()) {
    let split = gap.length;
    if (row < rows.length && !beginsBeside[row]) {
      const marks = marksOf(gap);
      // A row that has no label yet takes the first piece below it, whatever it begins with.
      const bare = row > 0 && !hasBeside[row - 1] && above[row - 1] === 0;
      const mark = row === 0 ? marks.lastIndexOf(true) : marks.indexOf(true, bare ? 1 : 0);
      if (mark >= 0) split = mark;
      else if (row > 0) split = Math.min(gap.length, above[row - 1] as number);
      else {
        const next = marksOf(gaps[1] ?? []).indexOf(true);
        const below = rows.length === 1 ? (gaps[1]?.length ?? 0) : next >= 0 ? next : hasBeside[0] ? 0 : 1;
        split = Math.max(0, gap.length - below);
      }
    }
    if (row < rows.length) above[row] = gap.length - split;
    for (const [k, i] of gap.entries()) owners[i] = k < split ? row - 1 : row;
  }
  return owners;
}

function nearest(rows: readonly TextLine[], y: number): number {
  let best = 0;
  for (let i = 1; i < rows.length; i++)
    if (Math.abs(middle(rows[i] as TextLine) - y) < Math.abs(middle(rows[best] as TextLine) - y)) best = i;
  return best;
}

/** Heads of the columns: those above one column joined from their lines, those above several in a row before. */
function headRows(heads: readonly { readonly segment: Segment; readonly y: number }[], columns: readonly Span[]): string[][] {
  const wide = columns.map(() => '');
  const narrow = columns.map(() => '');
  for (const { segment } of [...heads].sort((a, b) => a.y - b.y)) {
    const hits = columns.flatMap((column, i) => (overlaps(column, segment) ? [i] : []));
    const at = hits[0] ?? columns.findIndex((column) => centre(segment) < column.x1 + 8);
    if (at < 0) continue;
    const target = hits.length > 1 ? wide : narrow;
    target[at] += segment.text;
  }
  return [wide, narrow].filter((row) => row.some((text) => text !== ''));
}

/** Edges between columns: in the middle of what lies free. */
function edgesOf(spans: readonly Span[], lines: readonly TextLine[]): number[] {
  const edges = [Math.min(...lines.map((line) => line.x0), spans[0]?.x0 ?? 0)];
  for (let i = 1; i < spans.length; i++) {
    const [a, b] = [spans[i - 1] as Span, spans[i] as Span];
    edges.push(Math.max((a.x1 + b.x0) / 2, (edges[i - 1] as number) + 5));
  }
  edges.push(Math.max(spans[spans.length - 1]?.x1 ?? 0, (edges[edges.length - 1] as number) + 5));
  return edges;
}
