// The cells of one sheet of an Excel 97–2003 workbook ([MS-XLS] 2.1.7.20.5), with the values that formulas last had.
import { LIMITS } from '../../limits.ts';
import { isRounded } from '../../number-format.ts';
import type { Area, SheetCell, SheetContent, SheetRemarks } from '../../sheet.ts';
import { strike } from '../../struck-text.ts';
import { CONTINUE, forEachRecord, StringReader } from './records.ts';
import { RECORD } from './workbook.ts';
import type { Workbook } from './workbook.ts';

export interface SheetPart extends SheetContent {
  /** False where the part ends in the middle, or refers to strings that are not there. */
  readonly whole: boolean;
  /** More cells than are kept. */
  readonly cut: boolean;
  /** Texts of the boxes that lie on the sheet. */
  readonly boxes: readonly string[];
  readonly pictures: number;
  readonly hasComments: boolean;
}

const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};
const HIDDEN_ROW = 0x20;
const OBJECT_HEAD = 0x15;
const PICTURE = 8;
const COMMENT = 25;
const MOST_BOXES = 1000;

/** @param at where the part starts; null if no part starts there */
export function readSheetPart(view: DataView, at: number, book: Workbook, remarks: SheetRemarks): SheetPart | null {
  if (at + 8 > view.byteLength || view.getUint16(at, true) !== RECORD.begin) return null;
  const cells: SheetCell[] = [];
  const merges: Area[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns: [number, number][] = [];
  let whole = true;
  let cut = false;
  const boxes: string[] = [];
  let pictures = 0;
  /** Kind of the drawn object whose text may follow. */
  let object = -1;
  let hasComments = false;
  let depth = 0;
  /** The formula whose text follows in a record of its own. */
  let waiting: { row: number; column: number; look: number } | null = null;

  const add = (row: number, column: number, look: number, shown: string, ifStruck?: string | null) => {
    const text = book.looks[look]?.struck ? (ifStruck ?? strike(shown)) : shown;
    const framed = book.looks[look]?.framed ?? false;
    if (text === '' && !framed) return;
    // Cells that only have a border are dropped first: whole columns may be formatted.
    if (cells.length >= LIMITS.cells * (text === '' ? 1 : 2)) {
      cut ||= text !== '';
      return;
    }
    cells.push({ row, column, text, framed });
  };
  const addNumber = (row: number, column: number, look: number, value: number) => {
    const text = book.looks[look]?.write(value) ?? String(value);
    if (!Number.isInteger(value) && isRounded(value, text)) remarks.rounded++;
    add(row, column, look, text);
  };

  const ended = forEachRecord(view, at, (record) => {
    const { type, from, to } = record;
    const length = to - from;
    const uint16 = (offset: number) => view.getUint16(from + offset, true);
    if (type === RECORD.begin) {
      depth++;
      return true;
    }
    if (type === RECORD.end) return --depth > 0;
    // Charts inside a sheet are parts of their own.
    if (depth !== 1) return true;
    switch (type) {
      case 0x0208:
        if (length >= 16 && uint16(12) & HIDDEN_ROW) hiddenRows.add(uint16(0));
        break;
      case 0x007d:
        if (length >= 10 && uint16(8) & 1) hiddenColumns.push([uint16(0), uint16(2)]);
        break;
      case 0x00fd: {
        if (length < 10) break;
        const index = view.getUint32(from + 6, true);
        const text = book.strings[index];
        if (text === undefined) whole = false;
        add(uint16(0), uint16(2), uint16(4), text ?? '', book.ifStruck.get(index));
        break;
      }
      case 0x0204:
      case 0x00d6:
        if (length >= 9) {
          const reader = new StringReader(view, record, 6, book.strikes);
          const text = reader.read(2);
          add(uint16(0), uint16(2), uint16(4), text, reader.ifStruck);
        }
        break;
      case 0x0203:
        if (length >= 14) addNumber(uint16(0), uint16(2), uint16(4), view.getFloat64(from + 6, true));
        break;
      case 0x027e:
        if (length >= 10) addNumber(uint16(0), uint16(2), uint16(4), packedNumber(view.getUint32(from + 6, true)));
        break;
      case 0x00bd: {
        const first = length >= 6 ? uint16(2) : 0;
        for (let i = 0; 4 + i * 6 + 6 <= length - 2; i++) {
          addNumber(uint16(0), first + i, uint16(4 + i * 6), packedNumber(view.getUint32(from + 6 + i * 6, true)));
        }
        break;
      }
      case 0x0201:
        if (length >= 6) add(uint16(0), uint16(2), uint16(4), '');
        break;
      case 0x00be: {
        const first = length >= 6 ? uint16(2) : 0;
        for (let i = 0; 4 + i * 2 + 2 <= length - 2; i++) add(uint16(0), first + i, uint16(4 + i * 2), '');
        break;
      }
      case 0x0205:
        if (length >= 8) {
          const value = view.getUint8(from + 6);
          add(uint16(0), uint16(2), uint16(4), view.getUint8(from + 7) ? (ERRORS[value] ?? '#N/A') : value ? 'TRUE' : 'FALSE');
        }
        break;
      case 0x0006:
      case 0x0206:
      case 0x0406: {
        if (length < 14) break;
        waiting = null;
        const place = { row: uint16(0), column: uint16(2), look: uint16(4) };
        if (uint16(12) !== 0xffff) {
          addNumber(place.row, place.column, place.look, view.getFloat64(from + 6, true));
          break;
        }
        const kind = view.getUint8(from + 6);
        const value = view.getUint8(from + 8);
        if (kind === 0) waiting = place;
        else
          add(place.row, place.column, place.look, kind === 1 ? (value ? 'TRUE' : 'FALSE') : kind === 2 ? (ERRORS[value] ?? '#N/A') : '');
        break;
      }
      case 0x0207:
        if (waiting && length >= 3) {
          const { row, column, look } = waiting as { row: number; column: number; look: number };
          add(row, column, look, new StringReader(view, record, 0).read(2));
        }
        waiting = null;
        break;
      case 0x00e5: {
        const count = length >= 2 ? uint16(0) : 0;
        for (let i = 0; i < count && 2 + i * 8 + 8 <= length; i++) {
          const place = 2 + i * 8;
          merges.push({ top: uint16(place), bottom: uint16(place + 2), left: uint16(place + 4), right: uint16(place + 6) });
        }
        break;
      }
      case 0x005d:
        object = length >= 6 && uint16(0) === OBJECT_HEAD ? uint16(4) : -1;
        if (object === PICTURE) pictures++;
        break;
      case 0x01b6:
        if (length < 12 || uint16(10) === 0) break;
        if (object === COMMENT) hasComments = true;
        else if (boxes.length < MOST_BOXES) boxes.push(readBox(view, to, uint16(10)));
        break;
      default:
    }
    return true;
  });
  return { cells, merges, hiddenRows, hiddenColumns, whole: whole && ended, cut, boxes, pictures, hasComments };
}

/** The text of a box stands in the records that go on behind it, each with flags of its own. */
function readBox(view: DataView, at: number, count: number): string {
  if (at + 4 > view.byteLength || view.getUint16(at, true) !== CONTINUE) return '';
  const end = Math.min(view.byteLength, at + 4 + view.getUint16(at + 2, true));
  return new StringReader(view, { type: CONTINUE, from: at + 4, to: end }, 0).readLetters(count);
}

/** 30 bits of a whole number or the upper half of a floating one, perhaps to be divided by a hundred. */
function packedNumber(packed: number): number {
  let value: number;
  if (packed & 2) value = (packed | 0) >> 2;
  else {
    SCRATCH.setUint32(4, packed & 0xfffffffc, true);
    SCRATCH.setUint32(0, 0, true);
    value = SCRATCH.getFloat64(0, true);
  }
  return packed & 1 ? value / 100 : value;
}

const SCRATCH = new DataView(new ArrayBuffer(8));
