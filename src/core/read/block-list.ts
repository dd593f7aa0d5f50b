// Collects the blocks of one document within the caps of limits.ts and cleans their text. Knows no format.
import type { Block, Note, Row } from '../model/document.ts';
import { cleanText } from './characters.ts';
import { cutNotes, LIMITS } from './limits.ts';
import type { Cut } from './limits.ts';

/** Where a reader puts what it finds, in reading order. Lines are 1-based; leave them out where the format has none. */
export interface BlockList {
  readonly blocks: readonly Block[];
  /** Caps that cut something off so far; a reader adds its own. */
  readonly cuts: Set<Cut>;
  /** True once nothing more is taken: a reader may stop. */
  full(): boolean;
  /**
   * Blank text makes no block; an over-long paragraph is continued in the next one.
   * `indent`: white space in front of the text, in typewriter columns.
   */
  paragraph(text: string, line?: number, indent?: number): void;
  heading(level: number, text: string, line?: number): void;
  table(geometry: 'grid' | 'ragged', rows: readonly Row[], line?: number): void;
  picture(text: string, line?: number): void;
  /** One note for each cap that was met. */
  notes(): Note[];
}

/** An empty list; one for each document. */
export function createBlockList(): BlockList {
  const blocks: Block[] = [];
  const cuts = new Set<Cut>();
  let characters = 0;
  let cells = 0;

  const full = () => cuts.has('characters') || cuts.has('blocks');
  const push = (block: Block) => {
    if (blocks.length >= LIMITS.blocks) cuts.add('blocks');
    else blocks.push(block);
  };
  /** The text, or what of it still fits. */
  const take = (text: string): string => {
    const left = LIMITS.characters - characters;
    if (text.length > left) cuts.add('characters');
    const taken = text.length > left ? text.slice(0, left) : text;
    characters += taken.length;
    return taken;
  };
  const at = (line: number | undefined) => (line === undefined ? {} : { line });

  const paragraph = (text: string, line?: number, indent?: number) => {
    if (full()) return;
    const clean = take(cleanText(text).trim());
    for (let from = 0; from < clean.length; ) {
      let to = Math.min(clean.length, from + LIMITS.paragraphCharacters);
      // Never between the halves of one character.
      if (to < clean.length && (clean.charCodeAt(to) & 0xfc00) === 0xdc00) to--;
      push({ kind: 'paragraph', text: clean.slice(from, to), ...(indent && from === 0 ? { indent } : {}), ...at(line) });
      from = to;
    }
  };

  return {
    blocks,
    cuts,
    full,
    paragraph,
    heading(level, text, line) {
      const clean = cleanText(text).trim();
      if (full() || clean === '') return;
      if (clean.length > LIMITS.paragraphCharacters) paragraph(clean, line);
      else push({ kind: 'heading', level, text: take(clean), ...at(line) });
    },
    table(geometry, rows, line) {
      if (full()) return;
      const kept: Row[] = [];
      for (const row of rows) {
        if (kept.length >= LIMITS.rows) {
          cuts.add('rows');
          break;
        }
        if (cells + row.cells.length > LIMITS.cells) {
          cuts.add('cells');
          break;
        }
        cells += row.cells.length;
        kept.push(cleanRow(row, cuts));
        for (const cell of row.cells) characters += cell.text.length;
        if (characters > LIMITS.characters) break;
      }
      // Where rows were cut off, no cell may reach beyond the last one.
      const fitted = kept.length < rows.length ? kept.map((row, y) => fitRow(row, kept.length - y)) : kept;
      if (fitted.length > 0) push({ kind: 'table', geometry, rows: fitted, ...at(line) });
      if (characters > LIMITS.characters) cuts.add('characters');
    },
    picture(text, line) {
      if (!full()) push({ kind: 'picture', text: take(cleanText(text).trim().slice(0, 1000)), ...at(line) });
    },
    notes: () => cutNotes(cuts),
  };
}

function cleanRow(row: Row, cuts: Set<Cut>): Row {
  let changed = false;
  const cells = row.cells.map((cell) => {
    let text = cleanText(cell.text).trim();
    if (text.length > LIMITS.cellCharacters) {
      cuts.add('cellCharacters');
      text = text.slice(0, LIMITS.cellCharacters);
    }
    if (text === cell.text) return cell;
    changed = true;
    return { ...cell, text };
  });
  return changed ? { ...row, cells } : row;
}

function fitRow(row: Row, height: number): Row {
  if (row.cells.every((cell) => cell.rowSpan <= height)) return row;
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, rowSpan: Math.min(cell.rowSpan, height) })) };
}
