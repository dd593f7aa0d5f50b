// Unfolds tables that a file holds as one cell a line, each cell closed by a pipe, as text taken out of web pages has them:
// 「规章 |」「0 |」, a pipe alone for a blank cell, several pipes for the blanks a merged cell leaves at the end of a row.
import { squeeze } from '../form/label.ts';
import type { Block, Row, TableBlock } from '../model/document.ts';

/** A cell of such a table; text '' for a blank one. */
export interface StackedCell {
  readonly text: string;
  /** Several pipes in one line close a row: the gaps of merged cells. */
  readonly endsRow?: boolean;
  readonly line?: number;
}

const isBlank = (text: string): boolean => text.trim() === '';

/** What a row says if it is one closed cell, or blanks only; null for a row of several cells. */
function closedCell(row: Row): readonly StackedCell[] | null {
  const [first, ...rest] = row.cells;
  if (!first || rest.length === 0 || !rest.every((cell) => isBlank(cell.text))) return null;
  const place = first.line === undefined ? {} : { line: first.line };
  const last = rest.length - 1;
  const blanks = Array.from({ length: last }, (_, index) => ({ text: '', ...(index === last - 1 ? { endsRow: true } : {}), ...place }));
  // n pipes make n + 1 pieces: the last one is what stands behind the closing pipe, nothing.
  return isBlank(first.text) ? [{ text: '', ...place }, ...blanks] : [{ text: first.text, ...place }, ...blanks];
}

/** Whether every row of a table is one closed cell. */
export function isStacked(block: Block): block is TableBlock {
  return block.kind === 'table' && block.geometry === 'ragged' && block.rows.every((row) => closedCell(row) !== null);
}

/** How many cells of a table are closed by a pipe and hold something. */
export const closedCells = (block: TableBlock): number => block.rows.filter((row) => !isBlank(row.cells[0]!.text)).length;

/** The cells of a run of such tables and of the loose lines between them; a line without a pipe is the beginning of a cell. */
export function stackedCells(run: readonly Block[]): readonly StackedCell[] {
  const cells: StackedCell[] = [];
  let open: { text: string; line: number | undefined } | null = null;
  const close = (cell: StackedCell): void => {
    const line: number | undefined = open?.line ?? cell.line;
    cells.push({ text: `${open?.text ?? ''}${cell.text}`, ...(line === undefined ? {} : { line }) });
    open = null;
  };
  for (const block of run) {
    if (block.kind === 'table') {
      for (const row of block.rows) {
        const [first, ...blanks] = closedCell(row) ?? [];
        if (!first) continue;
        close(first);
        cells.push(...blanks);
      }
    } else if (block.kind === 'paragraph') {
      const text = block.text.trim();
      if (/^[|｜]+$/.test(text)) {
        for (const _ of text) close({ text: '', ...(block.line === undefined ? {} : { line: block.line }) });
      } else {
        open = {
          text: `${open === null ? '' : (open as { text: string }).text}${squeeze(text)}`,
          line: open === null ? block.line : (open as { line: number | undefined }).line,
        };
      }
    }
  }
  return cells;
}
