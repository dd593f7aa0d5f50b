// Puts paragraphs together whose marks end cells and rows, as in doc and rtf files: what stands in cells, rows and tables
// within tables becomes items for the blocks. Knows no format.
import type { OfficeItem } from './office-blocks.ts';
import { layOutRows, partTables } from './row-edges.ts';
import type { EdgedRow, RowShape } from './row-edges.ts';

/** A paragraph by its mark. */
export interface MarkedParagraph {
  /** With its automatic number, cut where a line ends by hand; blank lines left out. */
  readonly lines: readonly string[];
  /** Level of the heading from 1; null for text. */
  readonly level: number | null;
  /** Number of tables around it. */
  readonly depth: number;
  readonly endsCell: boolean;
  readonly endsRow: boolean;
  /** The mark that ends it was deleted: of a row, that the row is gone. */
  readonly markDeleted: boolean;
  /** Something in it was deleted, and nothing is left. */
  readonly allDeleted: boolean;
  readonly pictures: number;
}

export interface TableFindings {
  /** Tables whose cells could not be placed surely. */
  guessed: number;
  /** Cells not shown because they lie below a merged one, though they hold text. */
  covered: number;
  /** Rows deleted while changes were tracked. */
  deletedRows: number;
}

interface OpenTable {
  readonly rows: EdgedRow[];
  cells: OfficeItem[][];
  items: OfficeItem[];
  /** Whether anything but deleted text was in the row so far. */
  alive: boolean;
  lost: boolean;
}

/**
 * Items in reading order.
 * @param shapeOf what the file says of the cells of the row that a paragraph ends
 * @param anchored what the shapes hold that a paragraph carries
 */
export function assemble<P extends MarkedParagraph>(
  paragraphs: Iterable<P>,
  shapeOf: (paragraph: P) => RowShape | null,
  anchored: (paragraph: P) => readonly OfficeItem[],
  findings: TableFindings,
): OfficeItem[] {
  const body: OfficeItem[] = [];
  const open: OpenTable[] = [];
  const inner = () => open[open.length - 1]?.items ?? body;

  const endCell = (table: OpenTable) => {
    table.cells.push(table.items);
    table.items = [];
  };
  const endTable = () => {
    const table = open.pop();
    if (!table) return;
    // A row without an end: what it holds must not vanish.
    if (table.items.length > 0) endCell(table);
    if (table.cells.length > 0) table.rows.push({ cells: table.cells, shape: null });
    if (table.rows.length === 0) return;
    for (const rows of partTables(table.rows)) {
      const { table: laidOut, guessed, covered } = layOutRows(rows);
      if (guessed) findings.guessed++;
      findings.covered += covered;
      inner().push(laidOut);
    }
  };

  for (const paragraph of paragraphs) {
    const { depth, lines } = paragraph;
    while (open.length > depth) endTable();
    while (open.length < depth) open.push({ rows: [], cells: [], items: [], alive: false, lost: false });
    const items = inner();
    if (lines.length > 0) items.push({ kind: 'text', lines, heading: depth === 0 ? paragraph.level : null });
    for (let i = 0; i < paragraph.pictures; i++) items.push({ kind: 'picture', text: '' });
    for (const item of anchored(paragraph)) items.push(item);
    const table = open[depth - 1];
    if (!table) continue;
    if (lines.length > 0) table.alive = true;
    if (paragraph.allDeleted) table.lost = true;
    if (paragraph.endsCell) endCell(table);
    if (!paragraph.endsRow) continue;
    if (table.items.length > 0) endCell(table);
    // A row is gone if its mark is, or if all its texts and nothing else were deleted.
    if (paragraph.markDeleted || (table.lost && !table.alive)) findings.deletedRows++;
    else if (table.cells.length > 0) {
      const shape = shapeOf(paragraph);
      const { cells } = table;
      // One program writes a mark too many behind a table in a table.
      while (shape && cells.length > shape.cells.length && cells[cells.length - 1]?.length === 0) cells.pop();
      table.rows.push({ cells, shape });
    }
    table.cells = [];
    table.alive = false;
    table.lost = false;
  }
  while (open.length > 0) endTable();
  return body;
}
