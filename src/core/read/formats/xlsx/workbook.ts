// The parts of an Office Open XML workbook that all its sheets share: list of sheets, shared strings, looks of cells.
import type { Archive, ArchiveEntry } from '../../archive.ts';
import { LIMITS } from '../../limits.ts';
import { builtInFormat, numberWriter } from '../../number-format.ts';
import type { NumberWriter } from '../../number-format.ts';
import { parsePart } from '../../ooxml.ts';
import { strike } from '../../struck-text.ts';

export interface SheetEntry {
  readonly name: string;
  readonly relation: string;
  readonly hidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly from1904: boolean;
}

/** How cells of one format look. */
export interface CellLook {
  readonly write: NumberWriter;
  /** Numbers have no format. */
  readonly plain: boolean;
  /** Has a border at its left or right. */
  readonly framed: boolean;
  /** Its font crosses out. */
  readonly struck: boolean;
}

/** @throws Unreadable */
export function readWorkbook(archive: Archive, entry: ArchiveEntry): Workbook {
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  parsePart(archive, entry, {
    open(name, tag) {
      if (name === 'workbookPr') from1904 = isTrue(tag.attribute('date1904'));
      else if (name === 'sheet') {
        const state = tag.attribute('state');
        sheets.push({
          name: tag.attribute('name') ?? '',
          relation: tag.attribute('r:id') ?? '',
          hidden: state === 'hidden' || state === 'veryHidden',
        });
      }
    },
  });
  return { sheets, from1904 };
}

/** Text of a cell that is put together of runs. Those with fonts of their own do not take that of the cell. */
export class RunsReader {
  /** Text in a cell whose font does not cross out, and in one whose font does. */
  text = '';
  textIfStruck = '';
  private ownFont = false;
  private struck = false;

  begin(): void {
    this.text = '';
    this.textIfStruck = '';
    this.beginRun();
  }

  beginRun(): void {
    this.ownFont = false;
    this.struck = false;
  }

  beginFont(): void {
    this.ownFont = true;
  }

  strike(on: boolean): void {
    this.struck = on;
  }

  add(piece: string): void {
    this.text += this.struck ? strike(piece) : piece;
    this.textIfStruck += this.struck || !this.ownFont ? strike(piece) : piece;
  }
}

/** A shared string, and what it is in a cell whose font crosses out, where it has fonts of its own. */
export interface SharedStrings {
  readonly texts: readonly string[];
  readonly ifStruck: ReadonlyMap<number, string>;
}

/**
 * Shared strings as plain text; what only tells how to read a word aloud is left out.
 * @throws Unreadable
 */
export function readSharedStrings(archive: Archive, entry: ArchiveEntry): SharedStrings {
  const texts: string[] = [];
  const ifStruck = new Map<number, string>();
  const runs = new RunsReader();
  let within = false;
  let rich = false;
  let characters = 0;
  parsePart(archive, entry, {
    open(name, tag) {
      switch (name) {
        case 'si':
          runs.begin();
          rich = false;
          return true;
        case 'r':
          runs.beginRun();
          return true;
        case 'rPr':
          runs.beginFont();
          rich = true;
          return true;
        case 'strike':
          runs.strike(isOn(tag.attribute('val')));
          return true;
        case 't':
          within = true;
          return true;
        case 'rPh':
        case 'phoneticPr':
        case 'extLst':
          return false;
        default:
          return true;
      }
    },
    text(piece) {
      if (within) runs.add(piece);
    },
    close(name) {
      if (name === 't') within = false;
      else if (name === 'r') runs.beginRun();
      else if (name === 'si') {
        characters += runs.text.length;
        // The place counts, so strings beyond any document stay empty.
        const kept = characters <= LIMITS.characters * 4;
        if (rich && kept) ifStruck.set(texts.length, unescapeText(runs.textIfStruck));
        texts.push(kept ? unescapeText(runs.text) : '');
      }
    },
  });
  return { texts, ifStruck };
}

const GENERAL = numberWriter('General', false);
const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** Characters that XML cannot hold are written as `_x000D_`. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPE, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** @throws Unreadable */
export function readLooks(archive: Archive, entry: ArchiveEntry, from1904: boolean): CellLook[] {
  const codes = new Map<number, string>();
  const frames: boolean[] = [];
  const struck: boolean[] = [];
  const looks: { format: number; border: number; font: number }[] = [];
  let section = '';
  parsePart(archive, entry, {
    open(name, tag) {
      switch (name) {
        case 'numFmt':
          // Formats for conditions have the same name.
          if (section === 'numFmts') codes.set(wholeNumber(tag.attribute('numFmtId')), tag.attribute('formatCode') ?? '');
          return true;
        case 'numFmts':
        case 'borders':
        case 'fonts':
        case 'cellXfs':
          section = name;
          return true;
        case 'font':
          if (section === 'fonts') struck.push(false);
          return true;
        case 'strike':
          if (section === 'fonts' && struck.length > 0) struck[struck.length - 1] = isOn(tag.attribute('val'));
          return true;
        case 'border':
          if (section === 'borders') frames.push(false);
          return true;
        case 'left':
        case 'right':
        case 'start':
        case 'end':
          if (section === 'borders' && (tag.attribute('style') ?? 'none') !== 'none') frames[frames.length - 1] = true;
          return true;
        case 'xf':
          if (section === 'cellXfs')
            looks.push({
              format: wholeNumber(tag.attribute('numFmtId')),
              border: wholeNumber(tag.attribute('borderId')),
              font: wholeNumber(tag.attribute('fontId')),
            });
          return false;
        case 'fills':
        case 'cellStyleXfs':
        case 'cellStyles':
        case 'dxfs':
        case 'extLst':
          return false;
        default:
          return true;
      }
    },
    close(name) {
      if (name === section) section = '';
    },
  });
  const writers = new Map<number, NumberWriter>();
  return looks.map(({ format, border, font }) => {
    let write = writers.get(format);
    if (!write) {
      write = numberWriter(codes.get(format) ?? builtInFormat(format), from1904);
      writers.set(format, write);
    }
    return { write, plain: write === GENERAL, framed: frames[border] ?? false, struck: struck[font] ?? false };
  });
}

/** A switch that is on unless it says otherwise. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || isTrue(value);
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** A whole number that is not negative; 0 for anything else. */
export function wholeNumber(value: string | undefined): number {
  const number = Number.parseInt(value ?? '', 10);
  return number >= 0 ? number : 0;
}
