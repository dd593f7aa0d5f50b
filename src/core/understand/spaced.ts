// Puts tables together again whose cells are set apart by runs of spaces, as text copied or converted from a page has them:
// labels and headers may be broken over lines above and below their numbers.
import { labelCore, squeeze } from '../form/label.ts';
import type { Cell, ParagraphBlock, Row } from '../model/document.ts';
import { beginsLabel, findColumn, findLabel, findSimilar } from './label-index.ts';

/** A word of a line with the columns it covers on a typewriter; a Chinese character covers two. */
interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A line split into what may be labels and the numbers at its end. */
interface SpacedLine {
  readonly words: readonly Word[];
  readonly values: readonly string[];
  readonly line: number | undefined;
}

const VALUE = /^(?:[-−]?[\d０-９][\d,.，]*|[/—])$/;
const PAGE_NUMBER = /^\s*[-—–]\s*\d{1,3}\s*[-—–]\s*$/;

const isLabel = (text: string): boolean => findLabel(text).length > 0 || findColumn(text).length > 0;

const width = (text: string): number => [...text].reduce((sum, char) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u2018-\u201d]/.test(char) ? 2 : 1), 0);

/** Words set apart by two spaces or more, with their columns. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/\S+(?: \S+)*/g)) {
    const from = width(text.slice(0, match.index));
    words.push({ text: match[0], from, to: from + width(match[0]) });
  }
  return words;
}

/** Splits a line; null if it is running text. */
function splitLine(block: ParagraphBlock): SpacedLine | null {
  if (squeeze(block.text).length > 120) return null;
  const words = wordsOf(' '.repeat(block.indent ?? 0) + block.text);
  const values: string[] = [];
  while (words.length > 0) {
    const last = words[words.length - 1]!;
    const parts = last.text.split(' ');
    const tail = parts.length - [...parts].reverse().findIndex((part) => !VALUE.test(part));
    const allValues = parts.every((part) => VALUE.test(part));
    const cut = allValues ? 0 : tail;
    const own = parts.slice(cut);
    if (own.length === 0) break;
    values.unshift(...own);
    words.pop();
    if (cut > 0) {
      const rest = parts.slice(0, cut).join(' ');
      words.push({ text: rest, from: last.from, to: last.from + width(rest) });
      break;
    }
  }
  return { words, values, line: block.line };
}

/** Whether a line looks like a row: a known label with numbers, or five numbers and more. */
export function isSpacedRow(block: ParagraphBlock): boolean {
  const split = splitLine(block);
  if (!split || split.values.length === 0) return false;
  const label = split.words[split.words.length - 1]?.text ?? '';
  if (split.values.length >= 5) return true;
  return isLabel(label) || isLabel(split.words.map((word) => word.text).join(''));
}

/** Whether a line without numbers may belong to such a table: labels, pieces of labels, a page number. */
export function isSpacedPiece(block: ParagraphBlock): boolean {
  const text = squeeze(block.text);
  return text.length <= 50 && !/[。；！？]/.test(text);
}

const cellsOf = (texts: readonly string[], line: number | undefined): Cell[] =>
  texts.map((text, column) => ({ text, column, colSpan: 1, rowSpan: 1, ...(line === undefined ? {} : { line }) }));

const rowOf = (texts: readonly string[], line: number | undefined): Row => ({ cells: cellsOf(texts, line), ...(line === undefined ? {} : { line }) });

/** Headers broken over several lines: words that stand above each other are joined as long as they spell the beginning of a label. */
function headerRows(lines: readonly SpacedLine[]): Row[] {
  interface Stack {
    text: string;
    from: number;
    to: number;
    row: number;
    readonly top: number;
    readonly line: number | undefined;
  }
  const stacks: Stack[] = [];
  lines.forEach((line, row) => {
    for (const word of line.words) {
      const over = stacks.filter((stack) => stack.row < row && row - stack.row <= 4 && stack.from < word.to && word.from < stack.to);
      const open = over.find((stack) => findLabel(stack.text + word.text).length > 0 || (!isLabel(stack.text) && beginsLabel(stack.text + word.text)));
      if (open) {
        open.text += word.text;
        open.from = Math.min(open.from, word.from);
        open.to = Math.max(open.to, word.to);
        open.row = row;
      } else {
        stacks.push({ text: word.text, from: word.from, to: word.to, row, top: row, line: line.line });
      }
    }
  });
  // Row by row as printed, never sorted across rows: in packed text the columns of different lines do not stand above each other.
  const known = stacks.filter((stack) => isLabel(stack.text)).sort((a, b) => a.top - b.top || a.from - b.from);
  const rows: Row[] = [];
  for (const top of new Set(known.map((stack) => stack.top))) {
    const row = known.filter((stack) => stack.top === top);
    rows.push(rowOf(row.map((stack) => stack.text), row[0]!.line));
  }
  return rows;
}

/** Pieces that stand above or below a word, as far as the columns tell. */
function inColumn(pieces: readonly Word[], own: Word | undefined): readonly Word[] {
  if (!own) return pieces;
  const near = pieces.filter((piece) => piece.from < own.to && own.from < piece.to);
  return near.length > 0 ? near : pieces;
}

/** The label of a row of numbers out of its own words and the pieces above and below; null if no label of the form comes of them. */
function labelFor(above: readonly Word[], own: Word | undefined, below: readonly Word[]): string | null {
  const before = inColumn(above, own).map((word) => word.text);
  const after = inColumn(below, own).map((word) => word.text);
  const middle = own?.text ?? '';
  for (let used = 0; used <= after.length; used++) {
    for (let back = 0; back <= before.length; back++) {
      const text = before.slice(before.length - back).join('') + middle + after.slice(0, used).join('');
      if (text !== '' && findLabel(text).some((entry) => entry.axis === 'row')) return text;
    }
  }
  for (const text of [middle, (before[before.length - 1] ?? '') + middle, before[before.length - 1] ?? '']) {
    if (labelCore(text).length >= 4 && findSimilar(text, 'row', 't3')) return text;
  }
  return null;
}

const lastWord = (line: SpacedLine): Word | undefined => line.words[line.words.length - 1];

/** Rows of a run of such lines. */
export function spacedRows(paragraphs: readonly ParagraphBlock[]): readonly Row[] {
  const lines = paragraphs.filter((block) => !PAGE_NUMBER.test(block.text)).flatMap((block) => splitLine(block) ?? []);
  const rows: Row[] = [];
  let pending: SpacedLine[] = [];
  lines.forEach((line, index) => {
    if (line.values.length === 0) {
      pending.push(line);
      return;
    }
    const own = lastWord(line);
    const below: Word[] = [];
    for (let next = index + 1; next < lines.length && lines[next]!.values.length === 0 && below.length < 3; next++) {
      const piece = lastWord(lines[next]!);
      if (piece) below.push(piece);
    }
    const whole = line.words.map((word) => word.text).join('');
    const direct = [own?.text ?? '', whole].find((text) => text !== '' && isLabel(text));
    const above = pending.slice(-4).flatMap((each) => lastWord(each) ?? []);
    const label = direct ?? labelFor(above, own, below);
    rows.push(...headerRows(pending));
    pending = [];
    const texts = label ? [label] : own ? [own.text] : [];
    rows.push(rowOf([...texts, ...line.values], line.line));
  });
  rows.push(...headerRows(pending));
  return rows;
}
