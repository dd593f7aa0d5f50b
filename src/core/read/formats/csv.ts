// Values set apart by commas, semicolons or tabs (csv, tsv), as spreadsheets export them; also such text under the name of a
// workbook. Merged cells are lost in such files, so columns are only counted.
import { createBlockList } from '../block-list.ts';
import type { BlockList } from '../block-list.ts';
import { decodeText } from '../charset.ts';
import { defineFormat } from '../format.ts';
import { LIMITS } from '../limits.ts';
import { finishText } from '../text-document.ts';
import type { Cell, Row } from '../../model/document.ts';

interface Field {
  readonly text: string;
  readonly line: number;
}

interface Entry {
  readonly fields: readonly Field[];
  readonly line: number;
}

const SHEETS = /^(?:xls|xlsx|xlsm|et|xlt)$/;
const DELIMITERS = [',', '\t', ';', '，', '|'] as const;
/** Lines looked at to find the delimiter. */
const SNIFFED = 200;
const MOST_UNCLOSED = 1000;
const SENTENCE = /。|^第?[一二三四五六七八九十]{1,3}[、．.]|^[（(][一二三四五六七八九十]{1,3}[)）]|报告$/;

export default defineFormat({
  id: 'csv',
  name: '逗号或制表符分隔的表格（csv、tsv）',
  extensions: ['csv', 'tsv'],
  recognise({ head, extension }) {
    if (head === null || /^\s*(?:<|\{\\rtf|%!PS|MIME-Version)/i.test(head)) return 'no';
    if (this.extensions.includes(extension)) return 'likely';
    // Programs hand out such text as workbooks; a plain text must look like nothing else.
    if (SHEETS.test(extension)) return /[,\t;]/.test(head) ? 'likely' : 'no';
    return extension !== 'md' && extension !== 'markdown' && isEven(head) ? 'certain' : 'no';
  },
  async read(source) {
    const decoded = decodeText(source.bytes);
    const list = createBlockList();
    const { text, declared } = withoutDeclaration(decoded.text);
    const entries = split(text, declared ?? likeliestDelimiter(text), declared === null ? 1 : 2, list);
    place(entries, list);
    return finishText(source, decoded, { blocks: list.blocks, notes: list.notes(), metaTitle: null });
  },
});

/** `sep=;` in the first line, as Excel writes it. */
function withoutDeclaration(text: string): { text: string; declared: string | null } {
  const declaration = /^\ufeff?sep=(.)\r?\n/.exec(text);
  return declaration ? { text: text.slice(declaration[0].length), declared: declaration[1] as string } : { text, declared: null };
}

/** At least five lines with the same number of commas or semicolons, three or more, and no sentence. */
function isEven(head: string): boolean {
  for (const delimiter of [',', ';']) {
    const counts = countDelimiters(head, delimiter);
    // The last line may be cut.
    if (head.length >= LIMITS.headCharacters) counts.pop();
    const [first = 0] = counts;
    if (counts.length >= 5 && first >= 3 && counts.every((count) => count === first)) return true;
  }
  return false;
}

/** The delimiter that most lines agree on; a comma where none does. */
function likeliestDelimiter(text: string): string {
  let best = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const counts = countDelimiters(text.slice(0, 65_536), delimiter).filter((count) => count > 0);
    const common = new Map<number, number>();
    for (const count of counts) common.set(count, (common.get(count) ?? 0) + 1);
    const agreed = Math.max(0, ...common.values());
    // Full-width commas and pipes occur in running text: they must be alone.
    const score = delimiter === '，' || delimiter === '|' ? agreed / 4 : agreed + counts.length / 100;
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** For each of the first records, how often the delimiter stands outside quotes. */
function countDelimiters(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  let blank = true;
  for (let i = 0; i < text.length && counts.length < SNIFFED; i++) {
    const sign = text[i] as string;
    if (sign === '"') {
      quoted = !quoted;
      blank = false;
    } else if (quoted) continue;
    else if (sign === delimiter) count++;
    else if (sign === '\n' || sign === '\r') {
      if (!blank || count > 0) counts.push(count);
      count = 0;
      blank = true;
    } else if (sign !== ' ') blank = false;
  }
  if (!blank || count > 0) counts.push(count);
  return counts;
}

/** Splits into records; a quoted field may hold delimiters, line feeds and doubled quotes. A quote that never ends is a sign. */
function split(text: string, delimiter: string, firstLine: number, list: BlockList): Entry[] {
  const entries: Entry[] = [];
  let fields: Field[] = [];
  let line = firstLine;
  let start = line;
  let at = 0;
  /** Quotes that never end; after so many they are signs like others. */
  let unclosed = 0;
  const endEntry = () => {
    entries.push({ fields, line: start });
    fields = [];
  };
  while (at <= text.length) {
    if (entries.length >= LIMITS.lines) {
      list.cuts.add('lines');
      break;
    }
    if (fields.length === 0) start = line;
    const fieldLine = line;
    const quoted = text[at] === '"' && unclosed < MOST_UNCLOSED;
    const close = quoted ? closingQuote(text, at, delimiter) : -1;
    if (quoted && close < 0) unclosed++;
    let field: string;
    if (close > 0) {
      field = text.slice(at + 1, close).replace(/""/g, '"');
      line += countLines(text, at, close);
      at = close + 1;
    } else {
      let end = at;
      while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
      field = text.slice(at, end);
      at = end;
    }
    if (fields.length < LIMITS.columns + 1) fields.push({ text: field, line: fieldLine });
    if (text[at] === delimiter) {
      at++;
      // A delimiter at the very end is followed by one more empty field.
      if (at === text.length) {
        fields.push({ text: '', line });
        endEntry();
        break;
      }
      continue;
    }
    if (at < text.length || fields.some((each) => each.text !== '')) endEntry();
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    line++;
  }
  return entries;
}

/** Place of the quote that ends a field: before a delimiter, a line end or the end of the text. */
function closingQuote(text: string, from: number, delimiter: string): number {
  const limit = Math.min(text.length, from + LIMITS.cellCharacters);
  for (let at = text.indexOf('"', from + 1); at >= 0 && at <= limit; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') {
      at++;
      continue;
    }
    const next = text[at + 1];
    if (next === undefined || next === delimiter || next === '\n' || next === '\r') return at;
  }
  return -1;
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at++) {
    const sign = text[at];
    if (sign === '\n' || (sign === '\r' && text[at + 1] !== '\n')) lines++;
  }
  return lines;
}

/** Records with several fields are rows; one with a single text is a paragraph, unless it stands within a table. */
function place(entries: readonly Entry[], list: BlockList): void {
  let rows: Entry[] = [];
  const endTable = () => {
    if (rows.length > 0) {
      const cells = withoutEmptyColumns(rows.map((entry) => rowOf(entry, list)));
      list.table('ragged', cells, rows[0]?.line);
    }
    rows = [];
  };
  const fullOf = (entry: Entry | undefined) => entry?.fields.filter((field) => field.text.trim() !== '') ?? [];
  for (const [i, entry] of entries.entries()) {
    if (list.full()) return;
    const full = fullOf(entry);
    const [only] = full;
    if (full.length === 0) {
      // A line of delimiters alone belongs to a table, an empty line ends it.
      if (entry.fields.length > 1 && rows.length > 0 && fullOf(entries[i + 1]).length > 1) rows.push(entry);
      else endTable();
      continue;
    }
    const isText =
      full.length === 1 && only && (entry.fields.length === 1 || SENTENCE.test(only.text.trim()) || !betweenRows(entries, i, fullOf));
    if (!isText) {
      rows.push(entry);
      continue;
    }
    endTable();
    for (const [extra, text] of only.text.split(/\r\n|\n|\r/).entries()) list.paragraph(text, only.line + extra);
  }
  endTable();
}

/** A column with nothing in it from top to bottom is what a merged cell or a finer grid left behind. */
function withoutEmptyColumns(rows: readonly Row[]): readonly Row[] {
  const filled: boolean[] = [];
  for (const { cells } of rows) for (const cell of cells) filled[cell.column] ||= cell.text.trim() !== '';
  if (rows.length < 2 || !filled.includes(false)) return rows;
  const places: number[] = [];
  let kept = 0;
  for (const isFilled of filled) places.push(isFilled ? kept++ : -1);
  return rows.map((row) => ({
    ...row,
    cells: row.cells.flatMap((cell) => (places[cell.column] === -1 ? [] : [{ ...cell, column: places[cell.column] ?? cell.column }])),
  }));
}

function betweenRows(entries: readonly Entry[], at: number, fullOf: (entry: Entry | undefined) => readonly Field[]): boolean {
  return fullOf(entries[at - 1]).length > 1 || (fullOf(entries[at + 1]).length > 1 && entries[at]?.fields[0]?.text.trim() === '');
}

function rowOf({ fields, line }: Entry, list: BlockList): Row {
  if (fields.length > LIMITS.columns) list.cuts.add('columns');
  const cells = fields
    .slice(0, LIMITS.columns)
    .map((field, column): Cell => ({ text: field.text.replace(/\r\n?/g, '\n'), column, colSpan: 1, rowSpan: 1, line: field.line }));
  return { cells, line };
}
