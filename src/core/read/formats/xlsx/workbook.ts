// The parts of an Office Open XML workbook that all its sheets share: list of sheets, shared strings, looks of cells.
import type { Archive, ArchiveEntry } from '../../archive.ts';
import { LIMITS } from '../../limits.ts';
import { builtInFormat, numberWriter } from '../../number-format.ts';
import type { NumberWriter } from '../../number-format.ts';
import { parsePart } from '../../ooxml.ts';

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

/**
 * Shared strings as plain text; what only tells how to read a word aloud is left out.
 * @throws Unreadable
 */
export function readSharedStrings(archive: Archive, entry: ArchiveEntry): string[] {
  const strings: string[] = [];
  let text = '';
  let within = false;
  let characters = 0;
  parsePart(archive, entry, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') within = true;
      else if (name === 'rPh' || name === 'phoneticPr' || name === 'rPr' || name === 'extLst') return false;
      return true;
    },
    text(piece) {
      if (within) text += piece;
    },
    close(name) {
      if (name === 't') within = false;
      else if (name === 'si') {
        characters += text.length;
        // The place counts, so strings beyond any document stay empty.
        strings.push(characters > LIMITS.characters * 4 ? '' : unescapeText(text));
      }
    },
  });
  return strings;
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
  const looks: { format: number; border: number }[] = [];
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
        case 'cellXfs':
          section = name;
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
            looks.push({ format: wholeNumber(tag.attribute('numFmtId')), border: wholeNumber(tag.attribute('borderId')) });
          return false;
        case 'fonts':
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
  return looks.map(({ format, border }) => {
    let write = writers.get(format);
    if (!write) {
      write = numberWriter(codes.get(format) ?? builtInFormat(format), from1904);
      writers.set(format, write);
    }
    return { write, plain: write === GENERAL, framed: frames[border] ?? false };
  });
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** A whole number that is not negative; 0 for anything else. */
export function wholeNumber(value: string | undefined): number {
  const number = Number.parseInt(value ?? '', 10);
  return number >= 0 ? number : 0;
}
