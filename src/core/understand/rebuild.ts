// Puts tables together again that a file holds as loose lines: one cell a line, blank lines or a lone “|” between,
// or cells set apart by runs of spaces. Knows the labels of the form; leaves everything else as it was.
import { squeeze } from '../form/label.ts';
import type { Block, Cell, ParagraphBlock, Row, TableBlock } from '../model/document.ts';
import { beginsLabel, findColumn, findLabel } from './label-index.ts';
import { isValueCell } from './numerals.ts';
import { isSpacedPiece, isSpacedRow, spacedRows } from './spaced.ts';

/** One cell of the loose lines. */
interface Token {
  readonly text: string;
  readonly line?: number;
  readonly kind: 'label' | 'value' | 'gap' | 'piece';
}

const SEPARATOR = /^[|｜]+$/;

const isLabel = (text: string): boolean => findLabel(text).length > 0 || findColumn(text).length > 0;

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
  const usesGaps = tokens.some((token) => token.kind === 'gap');
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
    const empty = usesGaps ? Math.max(0, gaps - 1) : 0;
    gaps = 0;
    const isWord = token.kind !== 'value';
    if (isWord && valued) close();
    else if (isWord && startsRow(token.text) && cells.length > 0) close();
    for (let each = 0; each < empty; each++) if (cells.length > 0) push('', token.line);
    push(token.text, token.line);
    if (!isWord) valued = true;
  }
  close();
  return rows;
}

/** Labels before which a row always begins, even if the row above holds no number. */
function startsRow(text: string): boolean {
  return findLabel(text).some(
    (entry) =>
      entry.axis === 'caption' ||
      entry.axis === 'corner' ||
      (entry.table === 't2' && entry.axis === 'row') ||
      entry.key === 't3.newReceived' ||
      entry.key === 't3.carriedIn' ||
      entry.key === 't3.carriedOut' ||
      entry.key === 't3.r.total',
  );
}

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
  let run: ParagraphBlock[] = [];
  const flush = (): void => {
    out.push(...rebuilt(run));
    run = [];
  };
  for (const block of blocks) {
    if (block.kind === 'paragraph' && (fits(block.text) || isSpacedRow(block)) && !isHeading(block)) {
      run.push(block);
    } else {
      flush();
      out.push(block);
    }
  }
  flush();
  return out;
}

function tableOf(rows: readonly Row[], line: number | undefined): TableBlock {
  return { kind: 'table', geometry: 'rebuilt', rows, ...(line === undefined ? {} : { line }) };
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
  return [...run.slice(0, start), tableOf(rowsOf(tokens), core[0]!.line), ...run.slice(end)];
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
  return [...run.slice(0, start), tableOf(rows, part[0]!.line), ...run.slice(end)];
}

/** Whether some word of a line is a label of the form or the beginning of one. */
function holdsLabel(text: string): boolean {
  return text
    .trim()
    .split(/\s{2,}/)
    .some((word) => isLabel(word) || (squeeze(word).length >= 2 && beginsLabel(word)));
}
