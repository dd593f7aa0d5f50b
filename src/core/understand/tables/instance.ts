// An official table while it is being read: its lines, the headers seen so far and the rows that are not placed yet.
import { editionById, editions } from '../../form/index.ts';
import type { RowForm } from '../../form/edition.ts';
import type { Cell, Position, TableBlock } from '../../model/document.ts';
import type { LabelReading, TableReading } from '../../model/report.ts';
import type { EditionId, TableId } from '../../model/vocabulary.ts';
import type { LabelEntry } from '../label-index.ts';
import { isValueCell } from '../numerals.ts';

/** A row as it stands in a block. */
export interface Line {
  readonly block: number;
  readonly row: number;
  readonly geometry: TableBlock['geometry'];
  readonly cells: readonly Cell[];
}

/** A header cell that names a column of values. */
export interface ColumnSeen {
  readonly key: string;
  readonly entry: LabelEntry;
  readonly match: LabelReading['match'];
  readonly cell: Cell;
  readonly line: Line;
}

/** A row of values before it is placed. */
export interface Draft {
  readonly line: Line;
  /** Index of the deepest label among the cells, −1 if the row has none. */
  readonly labelIndex: number;
  entry: LabelEntry | null;
  match: LabelReading['match'];
  /** Table two: the columns above the row. */
  readonly columns: readonly ColumnSeen[];
}

/** A group header of table four with the grid columns it covers. */
export interface GroupSeen {
  readonly key: string;
  readonly cell: Cell;
  readonly line: Line;
}

export interface Instance {
  readonly table: TableId;
  readonly lines: Line[];
  readonly drafts: Draft[];
  readonly columns: ColumnSeen[];
  /** Cells of header lines whose words are none of the form's. */
  readonly unreadHeads: { readonly line: Line; readonly cell: Cell }[];
  readonly groups: GroupSeen[];
  /** Labels of groups of rows and captions, for the record. */
  readonly labels: LabelReading[];
  readonly markers: TableReading['markers'][number][];
  /** Table two: header of the block that is being read. */
  header: ColumnSeen[];
  /** A label that may go on in the next row. */
  fragment: string;
  /** Blocks of rows that have a label of the form and no cell behind it. */
  readonly bareRows: number[];
  /** Table four: the line below the headers in which nothing is filled in. */
  blankLine: Line | null;
}

export const isText = (cell: Cell): boolean => cell.text.trim() !== '' && !isValueCell(cell.text);

export const placeOf = (line: Line, cell: Cell | undefined): Position => ({
  block: line.block,
  row: line.row,
  column: cell?.column ?? 0,
  ...(cell?.line === undefined ? {} : { line: cell.line }),
});

/** An instance of which nothing is read yet. */
export function newInstance(table: TableId): Instance {
  return {
    table,
    lines: [],
    drafts: [],
    columns: [],
    unreadHeads: [],
    groups: [],
    labels: [],
    markers: [],
    header: [],
    fragment: '',
    bareRows: [],
    blankLine: null,
  };
}

/** The cells behind the label of a row. */
export const tailOf = (draft: Draft): readonly Cell[] => draft.line.cells.slice(draft.labelIndex + 1);

/** Row of the form by key; `any` looks in both editions, the later first. */
export function rowFormOf(key: string, edition: EditionId | 'any'): RowForm | null {
  const shelf = edition === 'any' ? [...editions].reverse() : [editionById(edition)];
  for (const { tables } of shelf) {
    for (const table of tables) {
      for (const block of table.blocks) {
        const row = block.rows.find((each) => each.key === key);
        if (row) return row;
      }
    }
  }
  return null;
}

/** Keys of the rows of a table in the order of the form, later edition. */
export function rowOrder(table: TableId): readonly string[] {
  return editionById('2021')
    .tables.find((each) => each.id === table)!
    .blocks.flatMap((block) => block.rows.map((row) => row.key));
}

/** （六）其他处理 is a row in one edition and the head of a group in the other. */
export function isHeadSomewhere(key: string): boolean {
  return editions.some(({ id }) => rowFormOf(key, id)?.values === false);
}
