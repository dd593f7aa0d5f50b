// Puts tables together again whose cells are set apart by runs of spaces, as text copied or converted from a page has them:
// labels and headers may be broken over lines above and below their numbers.
import { labelCore, labelItem, squeeze } from '../form/label.ts';
import type { Cell, ParagraphBlock, Row } from '../model/document.ts';
import { beginsLabel, findColumn, findLabel, findSimilar } from './label-index.ts';

/** Columns a Chinese character takes: two on a typewriter, one in text that a converter laid out by counting characters. */
type Advance = 1 | 2;

/** A word of a line with the columns it covers. */
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

const VALUE = /^(?:[-−+]?[\d０-９][\d０-９,.，]*(?:…|万?元|件次|[件个项宗条份次起人])?|[/—零〇]|-{1,2}|无)$/;
const PAGE_NUMBER = /^\s*[-—–]\s*\d{1,3}\s*[-—–]\s*$/;

const isLabel = (text: string): boolean => findLabel(text).length > 0 || findColumn(text).length > 0;

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u2018-\u201d]/;
const width = (text: string, advance: Advance): number => [...text].reduce((sum, char) => sum + (WIDE.test(char) ? advance : 1), 0);

/** Words set apart by two spaces or more, with their columns. */
function wordsOf(text: string, advance: Advance): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/\S+(?: \S+)*/g)) {
    const from = width(text.slice(0, match.index), advance);
    words.push({ text: match[0], from, to: from + width(match[0], advance) });
  }
  return words;
}

/** Splits a line; null if it is running text. */
function splitLine(block: ParagraphBlock, advance: Advance = 2): SpacedLine | null {
  if (squeeze(block.text).length > 120) return null;
  const words = wordsOf(' '.repeat(block.indent ?? 0) + block.text, advance);
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
      words.push({ text: rest, from: last.from, to: last.from + width(rest, advance) });
      break;
    }
  }
  return { words, values, line: block.line };
}

/** Whether a line looks like a row: a known label with numbers, or five numbers and more. */
export function isSpacedRow(block: ParagraphBlock): boolean {
  const split = splitLine(block);
  if (!split) return false;
  if (split.values.length === 0) return isHeaderLine(split);
  const label = split.words[split.words.length - 1]?.text ?? '';
  if (split.values.length >= 5) return true;
  return isLabel(label) || isLabel(split.words.map((word) => word.text).join(''));
}

/** Nothing but headers of columns, as many as table four has in a group. */
function isHeaderLine({ words }: SpacedLine): boolean {
  const texts = words.flatMap(({ text }) => (isLabel(text) ? [text] : text.split(' ')));
  return texts.length >= 5 && texts.every((text) => labelItem(text) === '' && isLabel(text));
}

/** Whether a line without numbers may belong to such a table: labels, pieces of labels, a page number. */
export function isSpacedPiece(block: ParagraphBlock): boolean {
  const text = squeeze(block.text);
  return text.length <= 50 && !/[。；！？]/.test(text);
}

const cellsOf = (texts: readonly string[], line: number | undefined): Cell[] =>
  texts.map((text, column) => ({ text, column, colSpan: 1, rowSpan: 1, ...(line === undefined ? {} : { line }) }));

const rowOf = (texts: readonly string[], line: number | undefined): Row => ({
  cells: cellsOf(texts, line),
  ...(line === undefined ? {} : { line }),
});

/** Labels that stand above columns; labels of rows without numbers are only pieces of a label further on. A column has no item number. */
const isHeader = (text: string): boolean =>
  labelItem(text) === ''
    ? findColumn(text).length > 0 || findLabel(text).some((entry) => entry.axis !== 'row')
    : findLabel(text).some((entry) => entry.axis !== 'row' && entry.axis !== 'column');

/** Narrow headers may have one space only between them: taken apart unless they are a label as they stand. */
function singleWords(word: Word, advance: Advance): readonly Word[] {
  if (!word.text.includes(' ') || isLabel(word.text)) return [word];
  return wordsOf(word.text.replace(/ /g, '  '), advance).map((each, index) => ({
    text: each.text,
    from: word.from + each.from - index,
    to: word.from + each.to - index,
  }));
}

/** Headers broken over several lines: words that stand above each other are joined as long as they spell the beginning of a label. */
function headerRows(lines: readonly SpacedLine[], advance: Advance): Row[] {
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
    for (const word of line.words.flatMap((each) => singleWords(each, advance))) {
      const over = stacks.filter((stack) => stack.row < row && row - stack.row <= 4 && stack.from < word.to && word.from < stack.to);
      const open = over.find(
        (stack) => findLabel(stack.text + word.text).length > 0 || (!isLabel(stack.text) && beginsLabel(stack.text + word.text)),
      );
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
  const known = stacks.filter((stack) => isHeader(stack.text)).sort((a, b) => a.top - b.top || a.from - b.from);
  const rows: Row[] = [];
  for (const top of new Set(known.map((stack) => stack.top))) {
    const row = known.filter((stack) => stack.top === top);
    rows.push(
      rowOf(
        row.map((stack) => stack.text),
        row[0]!.line,
      ),
    );
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
  const middle = own?.text ?? '';
  const before = inColumn(above, own).map((word) => word.text);
  // A piece of the group's label may stand in front, one space between.
  const alone = before.map((text) => text.slice(text.lastIndexOf(' ') + 1));
  const spelled: string[] = [];
  const spell = (pieces: readonly string[], tail: readonly string[], centre: string): void => {
    for (let used = 0; used <= tail.length; used++) {
      for (let back = 0; back <= pieces.length; back++) {
        const text = pieces.slice(pieces.length - back).join('') + centre + tail.slice(0, used).join('');
        if (text !== '' && findLabel(text).some((entry) => entry.axis === 'row')) spelled.push(text);
      }
    }
  };
  const after = inColumn(below, own).map((word) => word.text);
  spell(before, after, middle);
  spell(alone, after, middle);
  // The line of the numbers may hold a piece of the group's label only, the row's own label standing above and below it.
  spell(
    above.map((word) => word.text),
    below.map((word) => word.text),
    '',
  );
  if (spelled.length > 0) return spelled.reduce((longest, text) => (text.length > longest.length ? text : longest));
  for (const text of [middle, (before[before.length - 1] ?? '') + middle, before[before.length - 1] ?? '']) {
    if (labelCore(text).length >= 4 && findSimilar(text, 'row', 't3')) return text;
  }
  return null;
}

/** A row label and what stands behind it that is no number as it is written (「约20」): kept, for it fills a column; null if there is nothing such. */
function withUnread(words: readonly Word[]): readonly string[] | null {
  for (let index = words.length - 1; index >= 0; index--) {
    const [first, ...more] = words[index]!.text.split(' ');
    const label = isRowLabel(words[index]!.text) ? words[index]!.text : first !== undefined && isRowLabel(first) ? first : null;
    if (label === null) continue;
    const behind = words.slice(index + 1).flatMap(({ text }) => text.split(' '));
    const rest = label === words[index]!.text ? behind : [...more, ...behind];
    return rest.some((text) => /\d/.test(text.normalize('NFKC'))) && !rest.some(isLabel) ? [label, ...rest] : null;
  }
  return null;
}

const lastWord = (line: SpacedLine): Word | undefined => line.words[line.words.length - 1];

/** Rows of a run of such lines, with the width of characters that makes more sense of them. */
export function spacedRows(paragraphs: readonly ParagraphBlock[]): readonly Row[] {
  const known = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + row.cells.filter((cell) => isLabel(cell.text)).length, 0);
  const wide = rowsAt(paragraphs, 2);
  const narrow = rowsAt(paragraphs, 1);
  return known(narrow) > known(wide) ? narrow : wide;
}

function rowsAt(paragraphs: readonly ParagraphBlock[], advance: Advance): readonly Row[] {
  const lines = paragraphs.filter((block) => !PAGE_NUMBER.test(block.text)).flatMap((block) => splitLine(block, advance) ?? []);
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
    // The label of a group may stand before the row's own, one space between.
    const parts = own?.text.split(' ') ?? [];
    const ends = parts.map((_, from) => parts.slice(from).join(' '));
    const direct = [own?.text ?? '', whole, ...ends].find((text) => text !== '' && isLabel(text));
    const above = pending.slice(-4).flatMap((each) => lastWord(each) ?? []);
    const unread = direct === undefined ? withUnread(line.words) : null;
    const label = direct ?? (unread ? undefined : labelFor(above, own, below));
    rows.push(...headerRows(pending, advance), ...bareRows(pending));
    pending = [];
    const texts = unread ?? (label ? [label] : own ? [own.text] : []);
    rows.push(rowOf([...texts, ...line.values], line.line));
  });
  rows.push(...headerRows(pending, advance), ...bareRows(pending));
  // A label above its numbers was given to them already.
  const valued = new Set(rows.flatMap((row) => (row.cells.length > 1 ? rowKeys(row.cells[0]!.text) : [])));
  return rows.filter(
    (row) => row.cells.length !== 1 || isHeader(row.cells[0]!.text) || !rowKeys(row.cells[0]!.text).some((key) => valued.has(key)),
  );
}

const rowKeys = (text: string): readonly string[] => findLabel(text).flatMap((entry) => (entry.axis === 'row' ? [entry.key] : []));

/**
 * Rows that have no numbers at their end: nothing but the whole label stands in the line, its numbers left blank or lost; or something
 * stands behind it that is no number as it is written (「约25.1万（另附）」), which is kept as it is.
 */
function bareRows(lines: readonly SpacedLine[]): Row[] {
  return lines.flatMap((line) => {
    const word = lastWord(line);
    if (word !== undefined && isRowLabel(word.text)) return [rowOf([word.text], line.line)];
    // The labels of its groups may stand in front, one space between.
    const labels = word?.text.split(' ') ?? [];
    if (labels.length > 1 && labels.every(isLabel) && isRowLabel(labels[labels.length - 1]!)) return [rowOf(labels, line.line)];
    const unread = withUnread(line.words);
    return unread ? [rowOf(unread, line.line)] : [];
  });
}

const isRowLabel = (text: string): boolean => !isHeader(text) && rowKeys(text).length > 0;
