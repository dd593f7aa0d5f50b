// Collects the blocks of one document within the caps of limits.ts and cleans their text. Knows no format.
import type { Block, Cell, Note, Position, Row } from '../model/document.ts';
import { cleanText } from './characters.ts';
import { cutNotes, LIMITS } from './limits.ts';
import type { Cut } from './limits.ts';
import { hasStruck, readStruckCell, withoutMarks } from './struck-text.ts';

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
  /** One note for each cap that was met, and on what is crossed out. */
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
  /** Cells with text that is crossed out, and blocks of text with such text. */
  const struckCells: { readonly cell: Cell; readonly at: Position }[] = [];
  const struckTexts: { readonly text: string; readonly at: Position }[] = [];
  /** The text without marks, and whether it had any that say something. */
  const unmarked = (text: string): { text: string; struck?: true } => {
    if (!hasStruck(text)) return { text };
    const plain = withoutMarks(text);
    if (plain.trim() === '') return { text: plain };
    struckTexts.push({ text: plain.trim(), at: { block: blocks.length } });
    return { text: plain, struck: true };
  };
  const at = (line: number | undefined) => (line === undefined ? {} : { line });

  const paragraph = (text: string, line?: number, indent?: number) => {
    if (full()) return;
    const marked = unmarked(cleanText(text));
    const clean = take(marked.text.trim());
    const struck = marked.struck ? { struck: marked.struck } : {};
    for (let from = 0; from < clean.length; ) {
      let to = Math.min(clean.length, from + LIMITS.paragraphCharacters);
      // Never between the halves of one character.
      if (to < clean.length && (clean.charCodeAt(to) & 0xfc00) === 0xdc00) to--;
      push({ kind: 'paragraph', text: clean.slice(from, to), ...(indent && from === 0 ? { indent } : {}), ...at(line), ...struck });
      from = to;
    }
  };

  return {
    blocks,
    cuts,
    full,
    paragraph,
    heading(level, text, line) {
      const cleaned = cleanText(text).trim();
      if (full() || cleaned === '') return;
      if (cleaned.length > LIMITS.paragraphCharacters) return paragraph(cleaned, line);
      const marked = unmarked(cleaned);
      const clean = marked.text.trim();
      if (clean !== '')
        push({ kind: 'heading', level, text: take(clean), ...at(line), ...(marked.struck ? { struck: marked.struck } : {}) });
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
        const clean = cleanRow(row, cuts);
        for (const cell of clean.cells) {
          if (cell.struck !== undefined) struckCells.push({ cell, at: { block: blocks.length, row: kept.length, column: cell.column } });
        }
        kept.push(clean);
        for (const cell of row.cells) characters += cell.text.length;
        if (characters > LIMITS.characters) break;
      }
      // Where rows were cut off, no cell may reach beyond the last one.
      const fitted = kept.length < rows.length ? kept.map((row, y) => fitRow(row, kept.length - y)) : kept;
      if (fitted.length > 0) push({ kind: 'table', geometry, rows: fitted, ...at(line) });
      if (characters > LIMITS.characters) cuts.add('characters');
    },
    picture(text, line) {
      if (!full()) push({ kind: 'picture', text: take(withoutMarks(cleanText(text)).trim().slice(0, 1000)), ...at(line) });
    },
    notes: () => [...cutNotes(cuts), ...struckNotes(struckCells, struckTexts)],
  };
}

function cleanRow(row: Row, cuts: Set<Cut>): Row {
  let changed = false;
  const cells = row.cells.map((cell) => {
    let text = cleanText(cell.text).trim();
    if (hasStruck(text)) {
      const { text: kept, shown } = readStruckCell(text);
      changed = true;
      // A line through nothing says nothing.
      if (shown === kept) return { ...cell, text: kept.slice(0, LIMITS.cellCharacters) };
      return { ...cell, text: kept.slice(0, LIMITS.cellCharacters), struck: shown };
    }
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

const QUOTED = 3;

function struckNotes(
  cells: readonly { readonly cell: Cell; readonly at: Position }[],
  texts: readonly { readonly text: string; readonly at: Position }[],
): Note[] {
  const notes: Note[] = [];
  const [firstCell] = cells;
  const [firstText] = texts;
  if (firstCell) {
    const shown = cells
      .slice(0, QUOTED)
      .map(({ cell, at }) => `第${(at.row ?? 0) + 1}行第${cell.column + 1}列“${cell.struck?.slice(0, 40)}”`);
    notes.push({
      code: 'struck-cells',
      message:
        `表格有${cells.length}个单元格带删除线：${shown.join('、')}${cells.length > QUOTED ? '等' : ''}。` +
        '划去的部分没有算进数里，这些数按存疑处理，请对照原件核实。',
      at: firstCell.at,
      weight: 'caution',
    });
  }
  if (firstText) {
    const shown = texts.slice(0, QUOTED).map(({ text }) => `“${text.slice(0, 20)}${text.length > 20 ? '……' : ''}”`);
    notes.push({
      code: 'struck-text',
      message:
        `正文有${texts.length}段带删除线：${shown.join('、')}${texts.length > QUOTED ? '等' : ''}。` +
        '划去的字仍照原样读入，这些段里的数没有核对，请对照原件核实。',
      at: firstText.at,
      weight: 'caution',
    });
  }
  return notes;
}
