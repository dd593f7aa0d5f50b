// The first part of an Excel 97–2003 workbook ([MS-XLS] 2.1.7.20.3): its sheets, shared strings and formats of numbers.
import { LIMITS } from '../../limits.ts';
import { builtInFormat, numberWriter } from '../../number-format.ts';
import type { NumberWriter } from '../../number-format.ts';
import { Unreadable } from '../../unreadable.ts';
import { forEachRecord, StringReader } from './records.ts';

export interface SheetEntry {
  readonly name: string;
  /** Where its part starts in the stream, as stored. */
  readonly at: number;
  readonly hidden: boolean;
  readonly kind: 'cells' | 'chart' | 'other';
}

/** How cells of one format look. */
export interface CellLook {
  readonly write: NumberWriter;
  /** Has a border at its left or right. */
  readonly framed: boolean;
  /** Its font crosses out. */
  readonly struck: boolean;
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly strings: readonly string[];
  /** What strings with fonts of their own are in a cell whose font crosses out, by their number. */
  readonly ifStruck: ReadonlyMap<number, string>;
  readonly looks: readonly CellLook[];
  /** Set where shared strings are missing. */
  readonly damaged: boolean;
  /** Whether a font crosses out. */
  strikes(font: number): boolean;
}

export const RECORD = {
  begin: 0x0809,
  end: 0x000a,
  encrypted: 0x002f,
  dates1904: 0x0022,
  sheet: 0x0085,
  strings: 0x00fc,
  format: 0x041e,
  look: 0x00e0,
  font: 0x0031,
} as const;

const BIFF8 = 0x0600;
const STRUCK = 8;
const MOST_LOOKS = 65_536;

/** @throws Unreadable: old-excel, encrypted, damaged */
export function readWorkbook(view: DataView): Workbook {
  const sheets: SheetEntry[] = [];
  const strings: string[] = [];
  const ifStruck = new Map<number, string>();
  const formats = new Map<number, string>();
  const stored: { format: number; framed: boolean; font: number }[] = [];
  const struckFonts: boolean[] = [];
  // There is no font with the number 4.
  const strikes = (font: number): boolean => struckFonts[font > 4 ? font - 1 : font] ?? false;
  let from1904 = false;
  let damaged = false;
  let begun = false;
  forEachRecord(view, 0, (record) => {
    const { type, from, to } = record;
    const length = to - from;
    if (!begun) {
      if ((type & 0xff) !== 9 || length < 4) throw new Unreadable('damaged', '的工作簿开头不对');
      if (type !== RECORD.begin || view.getUint16(from, true) !== BIFF8) throw new Unreadable('old-excel');
      begun = true;
      return true;
    }
    switch (type) {
      case RECORD.end:
        return false;
      case RECORD.encrypted:
        throw new Unreadable('encrypted');
      case RECORD.dates1904:
        from1904 = length >= 2 && view.getUint16(from, true) === 1;
        break;
      case RECORD.sheet: {
        if (length < 8) break;
        const kind = view.getUint8(from + 5);
        sheets.push({
          name: new StringReader(view, record, 6).read(1),
          at: view.getUint32(from, true),
          hidden: (view.getUint8(from + 4) & 3) !== 0,
          kind: kind === 0 ? 'cells' : kind === 2 ? 'chart' : 'other',
        });
        break;
      }
      case RECORD.strings: {
        if (length < 8) break;
        const count = view.getUint32(from + 4, true);
        const reader = new StringReader(view, record, 8, struckFonts.includes(true) ? strikes : null);
        let characters = 0;
        for (let i = 0; i < count && !reader.failed; i++) {
          const text = reader.read(2);
          if (reader.failed) break;
          characters += text.length;
          if (characters > LIMITS.characters * 4) break;
          if (reader.ifStruck !== null) ifStruck.set(strings.length, reader.ifStruck);
          strings.push(text);
        }
        if (strings.length < count) damaged = true;
        break;
      }
      case RECORD.format:
        if (length >= 5) formats.set(view.getUint16(from, true), new StringReader(view, record, 2).read(2));
        break;
      case RECORD.font:
        if (length >= 4 && struckFonts.length < MOST_LOOKS) struckFonts.push((view.getUint16(from + 2, true) & STRUCK) !== 0);
        break;
      case RECORD.look:
        if (length >= 20 && stored.length < MOST_LOOKS) {
          stored.push({
            format: view.getUint16(from + 2, true),
            framed: (view.getUint8(from + 10) & 0xff) !== 0,
            font: view.getUint16(from, true),
          });
        }
        break;
      default:
    }
    return true;
  });
  if (!begun) throw new Unreadable('damaged', '里没有工作簿');
  const writers = new Map<number, NumberWriter>();
  const writerOf = (format: number): NumberWriter => {
    let writer = writers.get(format);
    if (!writer) {
      writer = numberWriter(formats.get(format) ?? builtInFormat(format), from1904);
      writers.set(format, writer);
    }
    return writer;
  };
  const looks = stored.map(({ format, framed, font }) => ({ write: writerOf(format), framed, struck: strikes(font) }));
  return { sheets, strings, ifStruck, damaged, looks, strikes };
}
