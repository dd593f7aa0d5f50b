// Whether a row has as many cells as the rows it belongs to: only then do its blank cells say which columns they stand in.
import type { Cell } from '../../model/document.ts';
import { leavesGapsAtEnd } from './columns.ts';
import { tailOf } from './instance.ts';
import type { ColumnSeen, Draft, Instance, Line } from './instance.ts';

const isBlank = (cell: Cell): boolean => cell.text.trim() === '';

/** Columns a line takes: of the grid where the file has one, else its cells. */
const widthOf = ({ geometry, cells }: Line): number =>
  geometry === 'grid' ? cells.reduce((end, cell) => Math.max(end, cell.column + cell.colSpan), 0) : cells.length;

/** Whether the numbers of a row are as many as the form has, side by side. */
function isComplete(draft: Draft, expected: number): boolean {
  const filled = tailOf(draft).map((cell) => !isBlank(cell));
  return filled.filter(Boolean).length === expected && filled.lastIndexOf(true) - filled.indexOf(true) + 1 === expected;
}

const allAlike = (numbers: readonly number[]): boolean => numbers.every((each) => each === numbers[0]);

/** The number that occurs most often, and how often. */
function commonest(numbers: readonly number[]): { readonly value: number; readonly times: number } {
  const counts = new Map<number, number>();
  for (const each of numbers) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].reduce((best, [value, times]) => (times > best.times ? { value, times } : best), { value: -1, times: 0 });
}

/**
 * Where gaps stand at the end of lines, a blank last column may just as well be such a gap, and the row short of a cell.
 * @param gaps some line of the table has more cells than the form
 */
const endsInGap = (tail: readonly Cell[], expected: number, gaps: boolean): boolean =>
  gaps && !tail.every(isBlank) && tail.slice(expected - 1).every(isBlank);

/**
 * Tells for the rows of table three whether they have their cells, by the rows that are complete: all lines equally wide, or all
 * with as many cells behind the label, or at least one complete row of the same build. Without complete rows the most common build counts.
 */
export function rowsWithTheirCells(instance: Instance, expected: number): (draft: Draft) => boolean {
  const rows = instance.drafts.filter((draft) => draft.entry !== null);
  const gaps = leavesGapsAtEnd(instance) && rows.some((draft) => tailOf(draft).length > expected);
  const asWide = asWideAsTheOthers(rows, expected);
  return (draft) => asWide(draft) && !endsInGap(tailOf(draft), expected, gaps);
}

function asWideAsTheOthers(rows: readonly Draft[], expected: number): (draft: Draft) => boolean {
  const complete = rows.filter((draft) => isComplete(draft, expected));
  const width = (draft: Draft): number => widthOf(draft.line);
  const behind = (draft: Draft): number => tailOf(draft).length;
  if (complete.length >= 2) {
    // Where the complete rows agree on both, the measure counts that more of the other rows agree on.
    const fits = [width, behind]
      .filter((measure) => allAlike(complete.map(measure)))
      .map(
        (measure) =>
          (draft: Draft): boolean =>
            measure(draft) === measure(complete[0]!),
      )
      .sort((a, b) => rows.filter(b).length - rows.filter(a).length);
    if (fits[0]) return fits[0];
    return (draft) => complete.some((each) => width(each) === width(draft) && each.labelIndex === draft.labelIndex);
  }
  const [byWidth, byTail] = [commonest(rows.map(width)), commonest(rows.map(behind))];
  const [measure, best] = byTail.times > byWidth.times ? [behind, byTail] : [width, byWidth];
  return (draft) => best.times > rows.length / 2 && measure(draft) === best.value;
}

/** Whether a row of table two has as many cells as the header above it; gaps at the end of the header count with it. */
export function hasCellsOfHeader(instance: Instance, draft: Draft, columns: readonly ColumnSeen[], tail: readonly Cell[]): boolean {
  const header = columns[0]?.line;
  const last = header?.cells[header.cells.length - 1];
  if (!header || !last) return false;
  const closed = instance.lines.every(({ geometry, cells }) => geometry !== 'grid' && isBlank(cells[cells.length - 1]!));
  if (endsInGap(tail, columns.length, closed)) return false;
  return widthOf(draft.line) === widthOf(header) || (!isBlank(last) && tail.length === columns.length);
}

/** Whether a row of table four has its cells: as wide as every line of the header, or as many cells as the form has. */
export function hasCellsOfForm(instance: Instance, draft: Draft, expected: number): boolean {
  if (endsInGap(tailOf(draft), expected, leavesGapsAtEnd(instance) && tailOf(draft).length > expected)) return false;
  const lines = instance.lines.filter((line) => line.block === draft.line.block);
  const widths = lines.map(widthOf);
  if (lines.length > 2 && allAlike(widths)) return true;
  const gaps = lines.map(({ cells }) => cells.length - 1 - cells.map((cell) => !isBlank(cell)).lastIndexOf(true));
  return tailOf(draft).length - Math.min(...gaps) === expected;
}
