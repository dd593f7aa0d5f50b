// The cells of one sheet of an Office Open XML workbook, with the values that formulas last had. Reads what is stored only:
// neither the size that a sheet claims nor its farthest cell costs anything.
import type { Archive, ArchiveEntry } from '../../archive.ts';
import { LIMITS } from '../../limits.ts';
import { isRounded } from '../../number-format.ts';
import { parsePart } from '../../ooxml.ts';
import type { Area, SheetCell, SheetContent, SheetRemarks } from '../../sheet.ts';
import { strike } from '../../struck-text.ts';
import { isOn, isTrue, RunsReader, unescapeText, wholeNumber } from './workbook.ts';
import type { CellLook, SharedStrings } from './workbook.ts';

export interface SheetPart extends SheetContent {
  /** More cells than are kept. */
  readonly cut: boolean;
  /** False where cells refer to strings that are not there. */
  readonly whole: boolean;
}

export interface SharedParts {
  readonly strings: SharedStrings;
  readonly looks: readonly CellLook[];
  readonly from1904: boolean;
}

const CELL = ['r', 's', 't'];
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** @throws Unreadable */
export function readSheetPart(archive: Archive, entry: ArchiveEntry, shared: SharedParts, remarks: SheetRemarks): SheetPart {
  const { strings, looks, from1904 } = shared;
  const cells: SheetCell[] = [];
  const merges: Area[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns: [number, number][] = [];
  let cut = false;
  let whole = true;
  let row = -1;
  let column = -1;
  let type: string | undefined;
  let look = 0;
  let value = '';
  let within = false;
  /** Text written in the cell itself. */
  const runs = new RunsReader();
  const picked: (string | undefined)[] = [];

  const endCell = () => {
    const style = looks[look];
    const framed = style?.framed ?? false;
    let text = value;
    let ifStruck: string | undefined;
    if (value !== '') {
      if (type === 's') {
        const shown = strings.texts[Number(value)];
        ifStruck = strings.ifStruck.get(Number(value));
        if (shown === undefined) whole = false;
        text = shown ?? '';
      } else if (type === undefined || type === 'n') text = numberText(value, style);
      else if (type === 'b') text = value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
      else if (type === 'd') text = dateText(value, style);
      else {
        text = unescapeText(runs.text);
        ifStruck = unescapeText(runs.textIfStruck);
      }
    }
    if (text === '' && !framed) return;
    if (style?.struck) text = ifStruck ?? strike(text);
    // Cells that only have a border are dropped first: whole columns may be formatted.
    if (cells.length >= LIMITS.cells * (text === '' ? 1 : 2)) cut ||= text !== '';
    else cells.push({ row, column, text, framed });
  };

  const numberText = (stored: string, style: CellLook | undefined): string => {
    // Most cells hold a whole number without a format: it is shown as it is stored.
    if ((style?.plain ?? true) && isWhole(stored)) return stored;
    const number = Number(stored);
    if (Number.isNaN(number)) return stored;
    const text = style ? style.write(number) : String(number);
    if (!Number.isInteger(number) && isRounded(number, text)) remarks.rounded++;
    return text;
  };

  const dateText = (stored: string, style: CellLook | undefined): string => {
    const serial = serialOf(stored, from1904);
    if (serial === null) return stored;
    const text = style?.write(serial) ?? stored;
    // Without a format of dates the day would come out as a number.
    return /^\d+(?:\.\d+)?$/.test(text) ? stored.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '') : text;
  };

  parsePart(archive, entry, {
    open(name, tag) {
      switch (name) {
        case 'c': {
          tag.pick(CELL, picked);
          const [place] = picked;
          column++;
          if (place !== undefined) {
            const at = readPlace(place);
            if (at) {
              row = at.row;
              column = at.column;
            }
          }
          look = picked[1] === undefined ? 0 : wholeNumber(picked[1]);
          type = picked[2];
          value = '';
          runs.begin();
          return true;
        }
        case 'v':
        case 't':
          within = true;
          return true;
        case 'row': {
          const index = tag.attribute('r');
          row = index === undefined ? row + 1 : Math.min(MOST_ROWS, wholeNumber(index)) - 1;
          column = -1;
          if (isTrue(tag.attribute('hidden'))) hiddenRows.add(row);
          return true;
        }
        case 'col':
          if (isTrue(tag.attribute('hidden'))) {
            hiddenColumns.push([wholeNumber(tag.attribute('min')) - 1, Math.min(MOST_COLUMNS, wholeNumber(tag.attribute('max'))) - 1]);
          }
          return true;
        case 'mergeCell': {
          const [from, to] = (tag.attribute('ref') ?? '').split(':').map(readPlace);
          if (from && to) merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
          return true;
        }
        case 'r':
          runs.beginRun();
          return true;
        case 'rPr':
          runs.beginFont();
          return true;
        case 'strike':
          runs.strike(isOn(tag.attribute('val')));
          return true;
        case 'f':
        case 'rPh':
        case 'extLst':
        case 'conditionalFormatting':
        case 'dataValidations':
        case 'sheetViews':
          return false;
        default:
          return true;
      }
    },
    text(piece) {
      if (!within) return;
      value += piece;
      if (inRuns(type)) runs.add(piece);
    },
    close(name) {
      if (name === 'v' || name === 't') within = false;
      else if (name === 'r') runs.beginRun();
      else if (name === 'c') endCell();
    },
  });
  return { cells, merges, hiddenRows, hiddenColumns, cut, whole };
}

/** Whether a cell of this type may hold runs of text. */
function inRuns(type: string | undefined): boolean {
  return type !== undefined && type !== 's' && type !== 'n';
}

/** Digits only, few enough and without a leading zero. */
function isWhole(text: string): boolean {
  if (text.length > 11 || (text.length > 1 && text.charCodeAt(0) === 48)) return false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** `AB12`, also `$AB$12`; null if it is no place of a sheet. */
function readPlace(text: string): { row: number; column: number } | null {
  let column = 0;
  let row = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) row = row * 10 + code - 48;
    else if (code === 36) continue;
    else {
      const letter = code & ~32;
      if (letter < 65 || letter > 90 || row > 0) return null;
      column = column * 26 + letter - 64;
    }
    if (row > MOST_ROWS || column > MOST_COLUMNS) return null;
  }
  return row > 0 && column > 0 ? { row: row - 1, column: column - 1 } : null;
}

const ISO = /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/;

/** Days since the start of the count, from a date as strict workbooks store it. */
function serialOf(text: string, from1904: boolean): number | null {
  const parts = ISO.exec(text);
  if (!parts || text === '') return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = parts;
  const time = (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
  if (year === undefined) return time;
  const days = daysFromCivil(Number(year), Number(month), Number(day));
  const serial = days + (from1904 ? 24_107 : 25_569);
  return (from1904 || serial > 60 ? serial : serial - 1) + time;
}

/** Days from 1970-01-01. */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}
