// A table while it is put together: cells with their edges, so that pieces on two pages can become one.
import type { SpannedRow } from '../table.ts';

export interface DraftCell {
  text: string;
  /** Left and right edge. */
  readonly x0: number;
  readonly x1: number;
  rowSpan: number;
}

/** From left to right. */
export interface Span {
  readonly x0: number;
  readonly x1: number;
}

export interface Draft {
  /** Cells by the row in which they start, from left to right. Together with their spans they fill the table. */
  rows: DraftCell[][];
  readonly x0: number;
  readonly x1: number;
  readonly geometry: 'grid' | 'ragged';
  /** Of a table set by alignment: where its labels and its numbers stand. Each row has a cell for each. */
  readonly aligned?: { readonly labels: readonly Span[]; readonly values: readonly Span[] };
}

/** Edges this near are one column edge. */
const SAME_EDGE = 4;

/** The draft as rows of cells with spans over its own column edges. */
export function spannedRows(draft: Draft): SpannedRow[] {
  const edges: number[] = [];
  const sorted = draft.rows.flatMap((row) => row.flatMap((cell) => [cell.x0, cell.x1])).sort((a, b) => a - b);
  for (const edge of sorted) if (edges.length === 0 || edge - (edges[edges.length - 1] as number) > SAME_EDGE) edges.push(edge);
  const rank = (x: number) => {
    let best = 0;
    for (let i = 1; i < edges.length; i++) if (Math.abs((edges[i] as number) - x) < Math.abs((edges[best] as number) - x)) best = i;
    return best;
  };
  return draft.rows.map((row) => ({
    group: 0,
    cells: row.map((cell) => ({ text: cell.text, colSpan: Math.max(1, rank(cell.x1) - rank(cell.x0)), rowSpan: cell.rowSpan })),
  }));
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= SAME_EDGE + 2;

/** Whether two pieces have the same sides and mostly the same columns. */
export function sameColumns(above: Draft, below: Draft): boolean {
  if (above.aligned || below.aligned)
    return above.aligned !== undefined && below.aligned !== undefined && sameValues(above.aligned.values, below.aligned.values);
  if (above.geometry !== below.geometry || !near(above.x0, below.x0) || !near(above.x1, below.x1)) return false;
  const inner = (draft: Draft) => {
    const edges = new Set<number>();
    for (const row of draft.rows) for (const cell of row) if (!near(cell.x0, draft.x0)) edges.add(Math.round(cell.x0));
    return [...edges];
  };
  const [a, b] = [inner(above), inner(below)];
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  if (few.length === 0) return many.length === 0;
  return few.filter((edge) => many.some((other) => near(edge, other))).length >= few.length * 0.6;
}

function sameValues(above: readonly Span[], below: readonly Span[]): boolean {
  const centre = ({ x0, x1 }: Span) => (x0 + x1) / 2;
  return above.length === below.length && above.every((span, i) => Math.abs(centre(span) - centre(below[i] as Span)) < 9);
}

/** The rows of a piece set by alignment with the columns of the piece above: a page may not have labels in all of them. */
function withColumnsOf(above: Draft, below: Draft): DraftCell[][] {
  if (!above.aligned || !below.aligned) return below.rows;
  const { labels } = above.aligned;
  const places = below.aligned.labels.map((span) => {
    const hit = labels.findIndex((other) => span.x0 < other.x1 && other.x0 < span.x1);
    return hit >= 0 ? hit : Math.max(0, labels.length - 1);
  });
  const edges = above.rows[0] ?? [];
  return below.rows.map((row) => {
    const texts = edges.map(() => '');
    for (const [i, cell] of row.entries()) {
      const at = i < places.length ? (places[i] as number) : labels.length + i - places.length;
      if (at < texts.length) texts[at] += cell.text;
    }
    return edges.map(({ x0, x1 }, i) => ({ text: texts[i] as string, x0, x1, rowSpan: 1 }));
  });
}

export interface Joined {
  /** Rows of the head that stood again on the second page. */
  readonly repeated: number;
  /** A row that the page cut in two was put together. */
  readonly cutRow: boolean;
}

/** Marks with which a label of a row begins. */
export const MARK = /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]?\d{1,2}[）)、.．]|第[一二三四五六七八九十百]+条|[①-⑳])/;
const TOTAL = /^(?:合计|总计|小计|共计|其中|备注)/;
const NUMBER = /^[\s\d.,，%％/\\—－-]*$/;

/** Whether a cell below a page break is the rest of the cell above: its text does not begin like a label of its own. */
function continues(above: string, below: string): boolean {
  if (above === '' || below === '' || MARK.test(below) || TOTAL.test(below) || NUMBER.test(above) || NUMBER.test(below)) return false;
  const open = (above.match(/[（(“《〔]/g)?.length ?? 0) - (above.match(/[）)”》〕]/g)?.length ?? 0);
  return MARK.test(above) || open > 0;
}

/** Adds the piece of the next page to the table above it. */
export function joinDrafts(above: Draft, piece: Draft): Joined {
  const below = { ...piece, rows: withColumnsOf(above, piece) };
  const repeated = repeatedRows(above, below);
  const rows = below.rows.slice(repeated);
  const last = above.rows.length;
  /** Cells of the upper piece that reach its end. */
  const ends: { cell: DraftCell; row: number }[] = [];
  for (const [y, row] of above.rows.entries()) for (const cell of row) if (y + cell.rowSpan === last) ends.push({ cell, row: y });
  const first = rows[0] ?? [];
  const pairs = first.map((cell) => ({ cell, end: ends.find((end) => near(end.cell.x0, cell.x0) && near(end.cell.x1, cell.x1)) }));

  const filled = pairs.filter(({ cell, end }) => end && end.cell.text !== '' && cell.text !== '');
  const words = filled.filter(({ cell, end }) => end && continues(end.cell.text, cell.text));
  // One row in two halves: what is written on both sides goes on, and nothing is written twice.
  const cutRow =
    words.length > 0 &&
    words.length === filled.length &&
    pairs.every(({ end }) => end) &&
    first.every((cell) => cell.rowSpan === 1 || cell.text === '' || words.some((pair) => pair.cell === cell)) &&
    hasOneSide(pairs);
  if (cutRow) {
    for (const { cell, end } of pairs) {
      if (!end) continue;
      end.cell.text += cell.text;
      end.cell.rowSpan += cell.rowSpan - 1;
    }
    above.rows.push(...rows.slice(1));
    return { repeated, cutRow };
  }

  const kept = new Set(first);
  for (const [i, { cell, end }] of pairs.entries()) {
    if (!end) break;
    // An empty cell before a label goes on with the group above; so does one whose text goes on.
    const labelled = first.slice(i + 1).some((other) => other.text !== '' && !NUMBER.test(other.text));
    const goesOn =
      (cell.text === '' && end.cell.text !== '' && labelled && !NUMBER.test(end.cell.text)) ||
      (continues(end.cell.text, cell.text) && labelled);
    if (!goesOn) break;
    end.cell.text += cell.text;
    end.cell.rowSpan += cell.rowSpan;
    kept.delete(cell);
  }
  above.rows.push(
    first.filter((cell) => kept.has(cell)),
    ...rows.slice(1),
  );
  return { repeated, cutRow };
}

/** Whether the numbers of the two halves stand on one side only. */
function hasOneSide(pairs: readonly { readonly cell: DraftCell; readonly end: { readonly cell: DraftCell } | undefined }[]): boolean {
  const count = (texts: readonly string[]) => texts.filter((text) => text !== '' && NUMBER.test(text)).length;
  const above = count(pairs.map(({ end }) => end?.cell.text ?? ''));
  const below = count(pairs.map(({ cell }) => cell.text));
  return above === 0 || below === 0;
}

/** How many rows of the head stand again at the top of the next page. */
function repeatedRows(above: Draft, below: Draft): number {
  let count = 0;
  while (count < Math.min(4, above.rows.length, below.rows.length - 1)) {
    const [a, b] = [above.rows[count] ?? [], below.rows[count] ?? []];
    const texts = a.map((cell) => cell.text.replace(/\s/g, ''));
    const same = a.length === b.length && b.every((cell, i) => cell.text.replace(/\s/g, '') === texts[i]);
    const isHead = texts.some((text) => text !== '') && texts.every((text) => text === '' || !NUMBER.test(text));
    if (!same || !isHead) break;
    count++;
  }
  return count;
}
