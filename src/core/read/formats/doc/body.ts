// Puts paragraphs of a doc file together: what stands in cells, rows and tables within tables becomes items for the blocks.
import type { OfficeItem } from '../../office-blocks.ts';
import type { Paragraph } from './paragraphs.ts';
import { layOutRows, partTables, readRowShape } from './rows.ts';
import type { DocRow } from './rows.ts';

export interface BodyFindings {
  /** Tables whose cells could not be placed surely. */
  guessed: number;
  /** Cells not shown because they lie below a merged one, though they hold text. */
  covered: number;
  /** Rows deleted while changes were tracked. */
  deletedRows: number;
}

interface OpenTable {
  readonly rows: DocRow[];
  cells: OfficeItem[][];
  items: OfficeItem[];
  /** Whether anything but deleted text was in the row so far. */
  alive: boolean;
  lost: boolean;
}

/**
 * Items in reading order.
 * @param anchored gives what a shape at some place of the text holds
 */
export function assemble(
  paragraphs: Iterable<Paragraph>,
  anchored: (place: number) => readonly OfficeItem[],
  findings: BodyFindings,
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
    const { depth, lines, anchors } = paragraph;
    while (open.length > depth) endTable();
    while (open.length < depth) open.push({ rows: [], cells: [], items: [], alive: false, lost: false });
    const items = inner();
    if (lines.length > 0) items.push({ kind: 'text', lines, heading: depth === 0 ? paragraph.level : null });
    for (let i = 0; i < paragraph.pictures; i++) items.push({ kind: 'picture', text: '' });
    for (const place of anchors) items.push(...anchored(place));
    const table = open[depth - 1];
    if (!table) continue;
    if (lines.length > 0) table.alive = true;
    if (paragraph.allDeleted) table.lost = true;
    if (paragraph.endsCell) endCell(table);
    if (!paragraph.endsRow) continue;
    if (table.items.length > 0) endCell(table);
    // A row is gone if its mark is, or if all its texts and nothing else were deleted.
    if (paragraph.markDeleted || (table.lost && !table.alive)) findings.deletedRows++;
    else if (table.cells.length > 0) table.rows.push({ cells: table.cells, shape: readRowShape(paragraph.row) });
    table.cells = [];
    table.alive = false;
    table.lost = false;
  }
  while (open.length > 0) endTable();
  return body;
}
