// What a reader makes of a file: headings, paragraphs and tables in reading order. Knows nothing of the official form.

/**
 * A place inside a report. All numbers count from 0, except `line`, which is the 1-based line of a text file
 * (absent for formats that have no lines). `column` is the grid column in which a cell starts.
 * `from`/`to` are characters within the text of the block, or of the cell if row and column are given; `to` is exclusive.
 */
export interface Position {
  readonly block: number;
  readonly row?: number;
  readonly column?: number;
  readonly line?: number;
  readonly from?: number;
  readonly to?: number;
}

/** A cell where it starts; cells covered by its spans are not listed. Spans are at least 1 and already clamped. */
export interface Cell {
  readonly text: string;
  /** Grid column in which the cell starts, from 0, spans of cells above and to the left taken into account. */
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly line?: number;
  /** Some of it is crossed out: then `text` is what is not, and this is all of it as printed, 〔划去：37〕3. */
  readonly struck?: string;
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly line?: number;
}

export interface HeadingBlock {
  readonly kind: 'heading';
  /** 1 is the highest. What the file says, not what the words mean. */
  readonly level: number;
  readonly text: string;
  readonly line?: number;
  /** Some of its text is crossed out, and stands in `text` all the same. */
  readonly struck?: true;
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: string;
  /** White space in front of the text in a plain text file, in typewriter columns; absent where it says nothing. */
  readonly indent?: number;
  readonly line?: number;
  /** Some of its text is crossed out, and stands in `text` all the same. */
  readonly struck?: true;
}

/**
 * `grid`: the file itself says which cell spans what (HTML, docx, a spreadsheet), so grid columns can be trusted.
 * `ragged`: separators in a line of text; a column number is only the count of separators before the cell.
 * `rebuilt`: put together from loose lines while understanding; rows follow the official form.
 */
export interface TableBlock {
  readonly kind: 'table';
  readonly geometry: 'grid' | 'ragged' | 'rebuilt';
  readonly rows: readonly Row[];
  readonly line?: number;
}

/** A picture in the running text. Its content is not read; that it stands there is said. */
export interface PictureBlock {
  readonly kind: 'picture';
  /** Alternative text, may be empty. */
  readonly text: string;
  readonly line?: number;
}

export type Block = HeadingBlock | ParagraphBlock | TableBlock | PictureBlock;

/** Something the reader or the understanding did that a person should be able to look up. Not a fault of the unit. */
export interface Note {
  /** `P-TABLE-SPLIT`, `P-COL-SHIFT`, `P-NAV-NOISE` or a code of the reader such as `charset-guessed`. */
  readonly code: string;
  /** One Chinese sentence. */
  readonly message: string;
  readonly at?: Position;
  /** `caution`: part of the file was not read, so what follows may be incomplete. */
  readonly weight?: 'info' | 'caution';
}

/** One document out of a file. An archive gives several. */
export interface SourceDocument {
  /** File name, or path inside the archive. */
  readonly path: string;
  /** Title given in the file's own metadata (HTML `<title>`, document properties), not in its text. */
  readonly metaTitle: string | null;
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
  /** Share of characters that cannot belong to a Chinese text (U+FFFD, private use, control), 0–1. */
  readonly garbled: number;
}

/** Text of a heading, paragraph or picture; of a table, its cells joined by tabs and line feeds. */
export function blockText(block: Block): string {
  if (block.kind !== 'table') return block.text;
  return block.rows.map((row) => row.cells.map((cell) => cell.text).join('\t')).join('\n');
}
