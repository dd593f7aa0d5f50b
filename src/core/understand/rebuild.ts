// Puts tables together again that a file holds as loose lines: one cell a line, blank lines or a lone “|” between,
// one cell a line and each closed by a pipe, or cells set apart by spaces. Knows the labels of the form; leaves everything else as it was.
import { squeeze } from '../form/label.ts';
import type { Block, Cell, ParagraphBlock, Row, TableBlock } from '../model/document.ts';
import { beginsLabel, findColumn, findLabel, findRemarkedRow, findSimilar } from './label-index.ts';
import { isValueCell } from './numerals.ts';
import { isSpacedPiece, isSpacedRow, spacedRows } from './spaced.ts';
import { closedCells, isStacked, stackedCells } from './stacked.ts';

/** One cell of the loose lines. */
interface Token {
  readonly text: string;
  readonly line?: number;
  readonly kind: 'label' | 'value' | 'gap' | 'blank' | 'piece';
  /** The last of the blanks that merged cells leave at the end of a row. */
  readonly endsRow?: boolean;
}

const SEPARATOR = /^[|｜]+$/;

const isLabel = (text: string): boolean => findLabel(text).length > 0 || findColumn(text).length > 0 || findRemarkedRow(text).length > 0;

const fits = (text: string): boolean => squeeze(text).length <= 60;

/** Tokens of a run of loose lines; labels broken over lines are joined. */
function tokensOf(paragraphs: readonly ParagraphBlock[]): Token[] {
  const tokens: Token[] = [];
  let index = 0;
  while (index < paragraphs.length) {
    const { text, line } = paragraphs[index]!;
    const place = line === undefined ? {} : { line };
    if (SEPARATOR.test(text.trim())) {
      tokens.push({ text: '', kind: 'gap', ...place });
      index++;
      continue;
    }
    if (isValueCell(text)) {
      tokens.push({ text: text.trim(), kind: 'value', ...place });
      index++;
      continue;
    }
    const joined = joinLabel(paragraphs, index);
    tokens.push({ text: joined.text, kind: joined.known ? 'label' : 'piece', ...place });
    index += joined.count;
  }
  return tokens;
}

/** The longest run of lines from here on that makes a label of the form. */
function joinLabel(paragraphs: readonly ParagraphBlock[], start: number): { text: string; count: number; known: boolean } {
  let text = '';
  let best: { text: string; count: number; known: boolean } | null = null;
  for (let count = 1; count <= 4 && start + count <= paragraphs.length; count++) {
    const next = paragraphs[start + count - 1]!.text.trim();
    if (SEPARATOR.test(next) || isValueCell(next)) break;
    text += next;
    if (isLabel(text)) best = { text, count, known: true };
  }
  return best ?? { text: paragraphs[start]!.text.trim(), count: 1, known: false };
}

/** Rows out of tokens: a new row begins with the first label after values, headers stay together. */
function rowsOf(tokens: readonly Token[]): Row[] {
  const rows: Row[] = [];
  let cells: Cell[] = [];
  let valued = false;
  let gaps = 0;
  /** The row before is known to be over: blanks now begin the next one. */
  let ended = false;
  const push = (text: string, line: number | undefined): void => {
    cells.push({ text, column: cells.length, colSpan: 1, rowSpan: 1, ...(line === undefined ? {} : { line }) });
  };
  const close = (): void => {
    if (cells.some((cell) => cell.text !== '')) {
      const line = cells.find((cell) => cell.line !== undefined)?.line;
      rows.push({ cells, ...(line === undefined ? {} : { line }) });
    }
    cells = [];
    valued = false;
  };
  for (const token of tokens) {
    if (token.kind === 'gap') {
      gaps++;
      continue;
    }
    // Between two cells stands one separator: more of them mean blank cells, which belong to the row before.
    const blanks = token.kind === 'blank' ? 1 : Math.max(0, gaps - 1);
    gaps = 0;
    for (let each = 0; each < blanks; each++) if (cells.length > 0 || ended) push('', token.line);
    if (blanks > 0 && cells.length > 0) valued = true;
    ended = token.endsRow === true || (ended && blanks > 0);
    if (token.kind === 'blank') {
      if (token.endsRow) close();
      continue;
    }
    const isWord = token.kind !== 'value';
    // The label of a merged cell, written once for every column it covers.
    if (isWord && !valued && token.text === cells[cells.length - 1]?.text && startsRow(token.text)) continue;
    if (isWord && cells.length > 0 && (valued || startsRow(token.text))) close();
    push(token.text, token.line);
    if (!isWord) valued = true;
  }
  for (let each = 0; each < gaps; each++) if (cells.length > 0) push('', undefined);
  close();
  return rows;
}

/** Labels before which a row always begins, even if the row above holds no number. */
function startsRow(text: string): boolean {
  const known = [...findLabel(text), ...findRemarkedRow(text)];
  if (known.length === 0) {
    const similar = findSimilar(text, 'row', 't3');
    return similar !== null && FIRST_ROWS.has(similar.entry.key);
  }
  return known.some(
    (entry) =>
      entry.axis === 'caption' ||
      entry.axis === 'corner' ||
      (entry.table === 't2' && entry.axis === 'row') ||
      FIRST_ROWS.has(entry.key) ||
      // Without its number 总计 is the head of a column as well.
      (entry.key === 't3.r.total' && /七/.test(text)),
  );
}

const FIRST_ROWS: ReadonlySet<string> = new Set(['t3.newReceived', 't3.carriedIn', 't3.carriedOut']);

/** Whether a run of loose lines is a table of the form: several labels and numbers, and hardly anything else. */
function isTable(tokens: readonly Token[]): boolean {
  const labels = tokens.filter((token) => token.kind === 'label').length;
  const values = tokens.filter((token) => token.kind === 'value').length;
  const pieces = tokens.filter((token) => token.kind === 'piece').length;
  return labels >= 3 && labels + values >= 6 && pieces <= (labels + values) / 3;
}

function trimRun(paragraphs: readonly ParagraphBlock[]): readonly ParagraphBlock[] {
  let end = paragraphs.length;
  const belongs = (text: string): boolean => isValueCell(text) || isLabel(text) || SEPARATOR.test(text.trim());
  while (end > 0 && !belongs(paragraphs[end - 1]!.text)) end--;
  let start = 0;
  while (start < end && !isLabel(paragraphs[start]!.text) && joinLabel(paragraphs, start).known === false) start++;
  return paragraphs.slice(start, end);
}

/** The blocks with loose tables put together. `isHeading` tells which lines are headings of parts and must stay. */
export function rebuildTables(blocks: readonly Block[], isHeading: (block: Block) => boolean): readonly Block[] {
  const out: Block[] = [];
  let run: (ParagraphBlock | TableBlock)[] = [];
  const flush = (): void => {
    out.push(...rebuiltRun(run));
    run = [];
  };
  for (const block of blocks) {
    const loose = block.kind === 'paragraph' && (fits(block.text) || isSpacedRow(block)) && !isHeading(block);
    if (loose || isStacked(block)) {
      run.push(block as ParagraphBlock | TableBlock);
    } else {
      flush();
      out.push(block);
    }
  }
  flush();
  return out;
}

const isParagraph = (block: Block): block is ParagraphBlock => block.kind === 'paragraph';

/** A run of loose lines and of tables with one cell a row. */
function rebuiltRun(run: readonly (ParagraphBlock | TableBlock)[]): readonly Block[] {
  if (run.every(isParagraph)) return rebuilt(run);
  const out: Block[] = [];
  let lines: ParagraphBlock[] = [];
  let stack: (ParagraphBlock | TableBlock)[] = [];
  const flush = (): void => {
    out.push(...rebuiltStack(stack));
    stack = [];
  };
  for (const block of run) {
    // Running text parts two tables.
    if (isParagraph(block) && /[。；]/.test(block.text)) {
      flush();
      lines.push(block);
      continue;
    }
    if (lines.length > 0) out.push(...rebuilt(lines));
    lines = [];
    stack.push(block);
  }
  flush();
  if (lines.length > 0) out.push(...rebuilt(lines));
  return out;
}

/** A table whose cells have a line each and are closed by pipes; left as it was if it is none of the form's. */
function rebuiltStack(stack: readonly (ParagraphBlock | TableBlock)[]): readonly Block[] {
  const apart = (blocks: readonly (ParagraphBlock | TableBlock)[]): readonly Block[] => {
    const out: Block[] = [];
    let lines: ParagraphBlock[] = [];
    for (const block of blocks) {
      if (isParagraph(block)) lines.push(block);
      else {
        out.push(...rebuilt(lines), block);
        lines = [];
      }
    }
    return [...out, ...rebuilt(lines)];
  };
  let start = stack.findIndex((block) => !isParagraph(block));
  if (start < 0) return apart(stack);
  let end = stack.length - [...stack].reverse().findIndex((block) => !isParagraph(block));
  const isPipe = (block: ParagraphBlock | TableBlock | undefined): boolean =>
    block !== undefined && isParagraph(block) && SEPARATOR.test(block.text.trim());
  while (isPipe(stack[start - 1])) start--;
  while (isPipe(stack[end])) end++;
  const core = stack.slice(start, end);
  const closed = core.reduce((sum, block) => sum + (isParagraph(block) ? 0 : closedCells(block)), 0);
  if (closed < 6) return apart(stack);
  const tokens = stackedCells(core).map(({ text, line, endsRow }): Token => {
    const kind = text.trim() === '' ? 'blank' : isValueCell(text) ? 'value' : isLabel(text) ? 'label' : 'piece';
    return { text: text.trim(), kind, ...(endsRow ? { endsRow } : {}), ...(line === undefined ? {} : { line }) };
  });
  if (!isTable(tokens)) return apart(stack);
  return [...apart(stack.slice(0, start)), tableOf(rowsOf(tokens), core), ...apart(stack.slice(end))];
}

function tableOf(rows: readonly Row[], source: readonly (ParagraphBlock | TableBlock)[]): TableBlock {
  const line = source[0]?.line;
  return { kind: 'table', geometry: 'rebuilt', rows: withStruck(rows, source), ...(line === undefined ? {} : { line }) };
}

/** Cells that may come out of a line of which something is crossed out. */
function withStruck(rows: readonly Row[], source: readonly (ParagraphBlock | TableBlock)[]): readonly Row[] {
  const texts = source.filter(isParagraph).filter((block) => block.struck);
  if (texts.length === 0) return rows;
  const from = (cell: Cell): boolean => cell.text !== '' && texts.some(({ text }) => text.includes(cell.text));
  return rows.map((row) => ({ ...row, cells: row.cells.map((cell) => (from(cell) ? { ...cell, struck: cell.text } : cell)) }));
}

function rebuilt(run: readonly ParagraphBlock[]): readonly Block[] {
  const spaced = run.map((block, index) => (isSpacedRow(block) ? index : -1)).filter((index) => index >= 0);
  if (spaced.length >= 1 && run.some((block) => isSpacedRow(block) && /\S\s+\S/.test(block.text.trim()))) return rebuiltSpaced(run, spaced);
  if (run.length < 6) return run;
  const core = trimRun(run);
  if (core.length < 6) return run;
  const tokens = tokensOf(core);
  if (!isTable(tokens)) return run;
  const start = run.indexOf(core[0]!);
  const end = start + core.length;
  return [...run.slice(0, start), tableOf(rowsOf(tokens), core), ...run.slice(end)];
}

/** A run with rows written in one line: everything from its first label to its last number or label. */
function rebuiltSpaced(run: readonly ParagraphBlock[], spaced: readonly number[]): readonly Block[] {
  let start = spaced[0]!;
  while (start > 0 && isSpacedPiece(run[start - 1]!)) start--;
  while (start < spaced[0]! && !holdsLabel(run[start]!.text)) start++;
  let end = spaced[spaced.length - 1]! + 1;
  while (end < run.length && holdsLabel(run[end]!.text)) end++;
  const part = run.slice(start, end);
  const rows = spacedRows(part);
  const labels = rows.reduce((sum, row) => sum + row.cells.filter((cell) => isLabel(cell.text)).length, 0);
  if (labels < 2) return run;
  return [...run.slice(0, start), tableOf(rows, part), ...run.slice(end)];
}

/** Whether some word of a line is a label of the form or the beginning of one. */
function holdsLabel(text: string): boolean {
  return text
    .trim()
    .split(/\s{2,}/)
    .flatMap((word) => [word, ...word.split(/\s/)])
    .some((word) => isLabel(word) || (squeeze(word).length >= 2 && beginsLabel(word)));
}
