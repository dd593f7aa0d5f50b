// Lines of text → blocks: headings with #, rows by tabs and pipes, everything else a paragraph. Every block, row and cell
// carries its 1-based line. What the words mean, and which rows belong to which official table, is not known here.
// Runs of spaces (pdftotext) and one cell per line are left as paragraphs for the understanding to put together.
import type { Cell, Row } from '../model/document.ts';
import type { BlockList } from './block-list.ts';
import { LIMITS } from './limits.ts';
import type { Cut } from './limits.ts';

export interface LineOptions {
  /** Number of the first line; 1 unless the text is part of a file. */
  readonly firstLine?: number;
  /** Makes plain text of a piece: strips marks of emphasis, turns `<br>` into a line feed. Applied after cells are split. */
  readonly plain?: (text: string) => string;
  /** Underlined headings, drawn lines, bullets and fences are marks, not text. */
  readonly markdown?: boolean;
  /** False for text that has no lines of its own, such as `<pre>` in a page. */
  readonly numbered?: boolean;
}

interface RowDraft {
  readonly by: 'pipe' | 'tab';
  readonly line: number;
  readonly cells: readonly { readonly text: string; readonly line: number }[];
  /** Starts, ends with a pipe. */
  readonly opened: boolean;
  readonly closed: boolean;
}

// A space after the marks is often forgotten; after a single one it tells a heading from a #topic#.
const HEADING = /^ {0,3}(?:(#{1,6})[ \t\u3000]+|(#{2,6})(?=[\u4e00-\u9fff（(《“]))(.*)$/;
// “一、” “（二）” “3.” alone: a number that a word processor put before a tab.
const NUMERAL = /^(?:[(（][一二三四五六七八九十百\d]{1,4}[)）]|[一二三四五六七八九十百\d]{1,4}[、.．)）])$/;
const CHINESE_NUMERAL_START = /^[一二三四五六七八九十]{1,3}、/;
const PIPES = /[|│┃║]/;
const ALL_PIPES = /[|│┃║]/g;
const WIDE_PIPES = /｜/g;
// A border: drawn with box characters or as +---+---+.
const BORDER = /^[\s|│┃║+\-=─━═┄┈┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬]+$/;
const BORDER_CORE = /[─━═]{2}|\+[-=]{2}|[-=]{2}\+|[├┼┤┣╋┫╠╬╣]/;
const DELIMITER_CELL = /^:?-{3,}:?$/;
const SHORT_DELIMITER_CELL = /^:?-+:?$/;
const DRAWN_LINE = /^\s*([-=_*~])(?:\s*\1){2,}\s*$/;
const VALUE = /^[\s\d.,，%％/\\—－-]*$/;

/** Reads the lines of a text into `list`. */
export function readLines(text: string, list: BlockList, options: LineOptions = {}): void {
  const lines = splitLines(text, list.cuts);
  const firstLine = options.firstLine ?? 1;
  const plain = options.plain ?? ((piece: string) => piece);
  const numbered = options.numbered ?? true;
  const at = (line: number) => (numbered ? line : undefined);
  let table: RowDraft[] = [];
  /** The line before was a paragraph: what `===` below it underlines. */
  let underlinable: { text: string; line: number; indent: number | undefined } | null = null;

  const endTable = () => {
    if (table.length > 0) list.table('ragged', finishRows(table, plain, list.cuts, numbered), at(table[0]?.line ?? firstLine));
    table = [];
  };
  const endParagraph = () => {
    if (underlinable) list.paragraph(plain(underlinable.text), at(underlinable.line), underlinable.indent);
    underlinable = null;
  };
  const addRow = (draft: RowDraft) => {
    endParagraph();
    table.push(draft);
  };

  for (let i = 0; i < lines.length && !list.full(); i++) {
    const raw = lines[i] ?? '';
    const line = firstLine + i;
    const text = raw.trim();
    if (text === '') {
      // A page break is no line of text and does not end a table; a row of tabs is a row of blanks.
      if (raw.includes('\f')) continue;
      if (table.length > 0 && raw.includes('\t\t')) addRow(splitRow(raw, 'tab', line));
      else {
        endTable();
        endParagraph();
      }
      continue;
    }
    const heading = HEADING.exec(raw);
    if (heading) {
      endTable();
      endParagraph();
      list.heading((heading[1] ?? heading[2] ?? '#').length, plain((heading[3] ?? '').replace(/\s#+\s*$/, '')), at(line));
      continue;
    }
    if (BORDER.test(text) && BORDER_CORE.test(text)) continue;
    if (options.markdown && /^(?:`{3,}|~{3,})/.test(text)) continue;
    if (DRAWN_LINE.test(text) && (options.markdown || text.length >= 5)) {
      endTable();
      if (options.markdown && underlinable && /^(?:=+|-+)$/.test(text)) {
        list.heading(text.startsWith('=') ? 1 : 2, plain(underlinable.text), at(underlinable.line));
        underlinable = null;
      } else endParagraph();
      continue;
    }
    const before = lines[i - 1] ?? '';
    const after = lines[i + 1] ?? '';
    if (isPipeRow(raw, before, after, table.length > 0)) {
      const open = joinBrokenRow(lines, i);
      if (!isDelimiter(raw, table.length, options.markdown ?? false)) addRow(splitRow(open.text, 'pipe', line));
      i += open.extra;
      continue;
    }
    const quoted = joinQuotedRow(lines, i);
    if (quoted.extra > 0 || isTabRow(raw, after, table)) {
      addRow(splitRow(quoted.text, 'tab', line));
      i += quoted.extra;
      continue;
    }
    endTable();
    endParagraph();
    underlinable = { text: joinNumeral(raw), line, indent: indentOf(raw) };
  }
  endTable();
  endParagraph();
}

/** White space in front of a line whose words are set apart by spaces, in typewriter columns; undefined for running text. */
function indentOf(raw: string): number | undefined {
  const text = raw.replace(/^\f/, '');
  const lead = /^[ \u3000]{0,500}/.exec(text)?.[0] ?? '';
  const looksSet = /\S {2,}\S/.test(text) || lead.length >= 4;
  return looksSet ? [...lead].reduce((sum, each) => sum + (each === ' ' ? 1 : 2), 0) : undefined;
}

/** Lines as an editor counts them: \r\n, \n and a lone \r each end one. A text with too many is cut. */
export function splitLines(text: string, cuts: Set<Cut>): string[] {
  const lines: string[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== 10 && unit !== 13) continue;
    if (lines.length >= LIMITS.lines) {
      cuts.add('lines');
      return lines;
    }
    lines.push(text.slice(from, i));
    if (unit === 13 && text.charCodeAt(i + 1) === 10) i++;
    from = i + 1;
  }
  lines.push(text.slice(from));
  return lines;
}

function countPipes(text: string): number {
  const narrow = text.match(ALL_PIPES)?.length ?? 0;
  if (narrow > 0) return narrow;
  // A single ｜ is punctuation (“关注｜标题”), several are a row.
  const wide = text.match(WIDE_PIPES)?.length ?? 0;
  return wide > 1 ? wide : 0;
}

function isPipeRow(raw: string, before: string, after: string, tableOpen: boolean): boolean {
  const count = countPipes(raw);
  if (count === 0) return false;
  const text = raw.trim();
  // A pipe alone on its line stands between cells that have a line each.
  if (text.length === 1) return false;
  if (count > 1 || tableOpen) return true;
  // A single pipe on its own may be part of a title; beside other rows, an empty cell or a number it is a row.
  const beside = (line: string) => countPipes(line) > 0 && line.trim().length > 1;
  return beside(before) || beside(after) || text.split(PIPES).some((cell) => VALUE.test(cell));
}

/**
 * A row that starts with a pipe and does not end with one goes on in the next lines up to the closing pipe:
 * a line feed inside a cell.
 */
function joinBrokenRow(lines: readonly string[], i: number): { text: string; extra: number } {
  const raw = lines[i] ?? '';
  const text = raw.trim();
  if (!text.startsWith('|') || text.endsWith('|')) return { text: raw, extra: 0 };
  let joined = raw;
  for (let extra = 1; extra <= LIMITS.brokenRowLines; extra++) {
    const next = lines[i + extra]?.trim() ?? '';
    if (next === '' || next.startsWith('|')) break;
    joined += `\n${next}`;
    if (next.endsWith('|')) return { text: joined, extra };
  }
  return { text: raw, extra: 0 };
}

/**
 * A row copied from a spreadsheet: a cell of several lines stands in quotation marks, so the row goes on up to the closing mark.
 * Taken for one only if the mark opens a cell and closes one, and tabs stand in the row.
 */
function joinQuotedRow(lines: readonly string[], i: number): { text: string; extra: number } {
  const raw = lines[i] ?? '';
  if (!raw.includes('"') || !/(?:^|\t)"[^\t]*$/.test(raw) || !hasOpenQuote(raw)) return { text: raw, extra: 0 };
  let joined = raw;
  for (let extra = 1; extra <= LIMITS.brokenRowLines && i + extra < lines.length; extra++) {
    joined += `\n${lines[i + extra] ?? ''}`;
    if (hasOpenQuote(joined)) continue;
    return joined.includes('\t') && /"(?:\t|$)/.test(lines[i + extra] ?? '') ? { text: joined, extra } : { text: raw, extra: 0 };
  }
  return { text: raw, extra: 0 };
}

const hasOpenQuote = (text: string): boolean => ((text.match(/"/g)?.length ?? 0) & 1) === 1;

/** Takes the quotation marks off a spreadsheet's cell of several lines; any other text stays as it is. */
function unquote(cell: string): string {
  const inner = /^"([^]*)"$/.exec(cell)?.[1];
  return inner !== undefined && (inner.includes('\n') || inner.includes('""')) ? inner.replace(/""/g, '"') : cell;
}

function isDelimiter(raw: string, position: number, markdown: boolean): boolean {
  if (position > 1 || raw.length > 20_000) return false;
  const cells = raw
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|');
  const shape = markdown && position === 1 ? SHORT_DELIMITER_CELL : DELIMITER_CELL;
  return cells.length <= LIMITS.columns && cells.every((cell) => shape.test(cell.trim()));
}

function isTabRow(raw: string, after: string, table: readonly RowDraft[]): boolean {
  const tabs = countTabs(raw);
  if (tabs.inner > 0) return !(tabs.inner === 1 && NUMERAL.test(raw.trim().split('\t')[0]?.trim() ?? ''));
  const open = table.length > 0;
  const next = countTabs(after);
  const beforeRow = next.inner + next.trailing > 0;
  if (tabs.trailing > 0) return tabs.trailing > 1 || open || beforeRow;
  if (tabs.leading > 1) return open || beforeRow || tabs.leading > 2;
  // One tab before a text is an indent, unless it stands between two rows.
  return tabs.leading === 1 && open && beforeRow && !CHINESE_NUMERAL_START.test(raw.trim());
}

function countTabs(raw: string): { leading: number; inner: number; trailing: number } {
  if (!raw.includes('\t')) return { leading: 0, inner: 0, trailing: 0 };
  const core = raw.trim();
  const from = raw.indexOf(core);
  const count = (piece: string) => {
    let tabs = 0;
    for (let at = piece.indexOf('\t'); at >= 0; at = piece.indexOf('\t', at + 1)) tabs++;
    return tabs;
  };
  return { leading: count(raw.slice(0, from)), inner: count(core), trailing: count(raw.slice(from + core.length)) };
}

/** “一、⇥总体情况”: the tab after an automatic number is not shown. */
function joinNumeral(raw: string): string {
  const text = raw.trim();
  const tab = text.indexOf('\t');
  return tab > 0 && NUMERAL.test(text.slice(0, tab).trim()) ? text.slice(0, tab).trim() + text.slice(tab + 1).trim() : text;
}

function splitRow(raw: string, by: 'pipe' | 'tab', line: number): RowDraft {
  const text = by === 'pipe' ? raw.trim() : raw.replace(/^[ \u3000\f]+|[ \u3000]+$/g, '');
  const cells: { text: string; line: number }[] = [];
  let current = line;
  let from = 0;
  let start = line;
  let whole = true;
  const wide = by === 'pipe' && !PIPES.test(text);
  for (let i = 0; i <= text.length; i++) {
    const unit = text[i];
    if (unit === '\n') {
      current++;
      if (text.slice(from, i).trim() === '') start = current;
    }
    const separates =
      i === text.length ||
      (by === 'tab' ? unit === '\t' : wide ? unit === '｜' : unit !== undefined && PIPES.test(unit) && text[i - 1] !== '\\');
    if (!separates) continue;
    cells.push({
      text: (by === 'tab' ? unquote(text.slice(from, i).trim()) : text.slice(from, i).replace(/\\\|/g, '|')).trim(),
      line: start,
    });
    from = i + 1;
    start = current;
    // Beyond the cap and a frame, so that the cut is noticed.
    if (cells.length > LIMITS.columns + 2) {
      whole = false;
      break;
    }
  }
  const empty = (i: number) => by === 'pipe' && cells.length > 1 && cells[i]?.text === '';
  return { by, line, cells, opened: empty(0), closed: whole && empty(cells.length - 1) };
}

/**
 * In a table whose rows all start with a pipe, the pipes at both ends are its frame. Otherwise every pipe separates two
 * cells, and an empty cell counts wherever it stands.
 */
function finishRows(drafts: readonly RowDraft[], plain: (text: string) => string, cuts: Set<Cut>, numbered: boolean): Row[] {
  const framed = drafts.every((draft) => draft.by === 'tab' || draft.opened);
  return drafts.map((draft) => {
    let pieces = draft.cells;
    if (framed && draft.by === 'pipe') pieces = pieces.slice(1, draft.closed && pieces.length > 2 ? -1 : undefined);
    if (pieces.length > LIMITS.columns) {
      cuts.add('columns');
      pieces = pieces.slice(0, LIMITS.columns);
    }
    const cells = pieces.map(
      (piece, column): Cell => ({ text: plain(piece.text), column, colSpan: 1, rowSpan: 1, ...(numbered ? { line: piece.line } : {}) }),
    );
    return { cells, ...(numbered ? { line: draft.line } : {}) };
  });
}
