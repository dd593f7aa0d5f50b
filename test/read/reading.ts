// What tests of reading share: bytes from text, one document from bytes, a table as a full grid.
import type { Block, SourceDocument, TableBlock } from '../../src/core/model/document.ts';
import { read } from '../../src/core/read/index.ts';

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The only document of a file that must be readable. */
export async function readDocument(content: string | Uint8Array, fileName: string): Promise<SourceDocument> {
  const result = await read(typeof content === 'string' ? bytes(content) : content, fileName);
  if (!result.ok) throw new Error(result.failure.message);
  const [document] = result.documents;
  if (!document) throw new Error('no document');
  return document;
}

/** Blocks in short: headings with #, tables as rows of texts joined by ¦, pictures in brackets. */
export function brief(blocks: readonly Block[]): unknown[] {
  return blocks.map((block) => {
    if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${block.text}`;
    if (block.kind === 'picture') return `[${block.text}]`;
    if (block.kind === 'table') return block.rows.map((row) => row.cells.map((cell) => cell.text).join('¦'));
    return block.text;
  });
}

/** Every slot of a grid: the text where a cell starts, ← and ↑ where one covers it, · where none does. */
export function gridOf(table: TableBlock): string[][] {
  const width = Math.max(...table.rows.flatMap((row) => row.cells.map((cell) => cell.column + cell.colSpan)));
  const grid = table.rows.map(() => new Array<string>(width).fill('·'));
  table.rows.forEach((row, y) => {
    for (const cell of row.cells) {
      for (let dy = 0; dy < cell.rowSpan; dy++) {
        for (let dx = 0; dx < cell.colSpan; dx++) {
          const target = grid[y + dy];
          if (target) target[cell.column + dx] = dx === 0 && dy === 0 ? cell.text : dy === 0 ? '←' : '↑';
        }
      }
    }
  });
  return grid;
}
