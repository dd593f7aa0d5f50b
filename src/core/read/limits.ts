// Every cap of reading in one place, with its reason. A report has about 30,000 characters, 500 cells and 10,000 elements:
// each cap is many times that, so that only broken or hostile files meet it. Knows no format.
import type { Note } from '../model/document.ts';
import { Unreadable } from './unreadable.ts';

const MEGABYTE = 1024 * 1024;

export const LIMITS = {
  /** A file as a whole: scans with pictures stay below; more would not fit a worker's memory on a small machine. */
  fileBytes: 128 * MEGABYTE,
  /** Text and markup: decoded it takes two to four times its size in memory. */
  textBytes: 32 * MEGABYTE,
  /** What is looked at to recognise a file. */
  headBytes: 16 * 1024,
  headCharacters: 4096,
  /** Text of one document; about 100 reports. */
  characters: 4_000_000,
  lines: 200_000,
  blocks: 100_000,
  /** A longer paragraph goes on in the next block, so that no search in a single text gets slow. Nothing is lost. */
  paragraphCharacters: 20_000,
  cellCharacters: 20_000,
  /** The widest official table has 15 columns; browsers clamp colspan to 1,000. */
  columns: 256,
  rows: 20_000,
  cells: 200_000,
  /** Tags in the source, elements in the tree and open elements at a time: the parser's cost grows with their product. */
  tags: 1_500_000,
  elements: 500_000,
  depth: 60_000,
  /** Pages of a PDF or OFD; a report has 5 to 30. */
  pages: 500,
  /** Drawing operations of a PDF over all pages; a page of a table has 2,000. */
  operations: 3_000_000,
  /** Lines over which one row of a table may be broken: a header of 15 cells with a line feed in each. */
  brokenRowLines: 30,
  /** Zip archives. Of 5,300 office files measured the largest unpacks to 114 MB, has 340 parts and packs below 100:1. */
  partBytes: 128 * MEGABYTE,
  unpackedBytes: 256 * MEGABYTE,
  parts: 1000,
  /** Highest ratio of unpacked to packed bytes; small parts may exceed it. */
  ratio: 100,
  ratioFreeBytes: MEGABYTE,
  /** Archives within archives, the outermost counted. */
  nesting: 3,
  /** XML: elements open at a time, and elements of one part. Word nests about 30 deep. */
  xmlDepth: 256,
  xmlElements: 5_000_000,
  /** Elements of one part kept in memory as a tree, about 200 bytes each. The largest of 560 Word files has 134,000. */
  xmlTree: 1_000_000,
  /** The same before the part is looked into, formatting included, and its bytes. */
  xmlTreeTags: 2_000_000,
  xmlTreeBytes: 64 * MEGABYTE,
} as const;

/** A cap that cut something off. */
export type Cut = 'characters' | 'lines' | 'blocks' | 'cellCharacters' | 'columns' | 'rows' | 'cells';

const CUT_MESSAGES: Readonly<Record<Cut, string>> = {
  characters: `文字超过${LIMITS.characters / 10_000}万字，后面的内容没有读取。`,
  lines: `超过${LIMITS.lines / 10_000}万行，后面的内容没有读取。`,
  blocks: `段落和表格超过${LIMITS.blocks / 10_000}万个，后面的内容没有读取。`,
  cellCharacters: `有单元格超过${LIMITS.cellCharacters / 10_000}万字，超出部分没有读取。`,
  columns: `有表格超过${LIMITS.columns}列，超出的列没有读取。`,
  rows: `有表格超过${LIMITS.rows / 10_000}万行，超出的行没有读取。`,
  cells: `表格单元格超过${LIMITS.cells / 10_000}万个，超出的单元格没有读取。`,
};

/** One cautioning note for each cap that was met, in the order in which they were met. */
export function cutNotes(cuts: ReadonlySet<Cut>): Note[] {
  return Array.from(cuts, (cut) => ({ code: `cut-${cut}`, message: CUT_MESSAGES[cut], weight: 'caution' as const }));
}

/** What may still be unpacked out of one file, shared by all archives inside it. */
export interface Budget {
  /** How many archives lie around the file that is read; 0 for one that a person hands in. */
  readonly depth: number;
  /** Takes bytes off before they are unpacked. @throws Unreadable if so many are not left */
  spend(bytes: number): void;
  /** The same budget one archive deeper. */
  deeper(): Budget;
}

/** A fresh budget; one for each file that a person hands in. */
export function createBudget(): Budget {
  let left: number = LIMITS.unpackedBytes;
  const spend = (bytes: number) => {
    if (bytes > left) {
      throw new Unreadable(
        'too-large',
        `解压后的总量超过${LIMITS.unpackedBytes / MEGABYTE}兆，没有读取`,
        '请分成几个压缩包，或解压后导入。',
      );
    }
    left -= bytes;
  };
  const level = (depth: number): Budget => ({ depth, spend, deeper: () => level(depth + 1) });
  return level(0);
}

/** The refusal of an archive within too many others. */
export function tooDeep(): Unreadable {
  return new Unreadable('bomb', `套在${LIMITS.nesting}层以上的压缩包里，没有读取`, '请先解压，再导入其中的报告。');
}
