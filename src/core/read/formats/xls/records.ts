// Records of an Excel 97–2003 workbook stream ([MS-XLS] 2.1.4): type, length, data, and data that goes on in the next record.
// Knows what strings look like, not what records mean.
import { strike } from '../../struck-text.ts';

export interface BiffRecord {
  readonly type: number;
  /** Where the data starts and ends in the stream. */
  readonly from: number;
  readonly to: number;
}

export const CONTINUE = 0x3c;
const WIDE = 1;
const EXTENDED = 4;
const RICH = 8;

/** Calls `visit` for every whole record from a place on until it returns false; true if the end was reached in good order. */
export function forEachRecord(view: DataView, start: number, visit: (record: BiffRecord) => boolean | void): boolean {
  let at = start;
  while (at + 4 <= view.byteLength) {
    const type = view.getUint16(at, true);
    const from = at + 4;
    const to = from + view.getUint16(at + 2, true);
    if (to > view.byteLength) return false;
    if (visit({ type, from, to }) === false) return true;
    at = to;
  }
  return false;
}

/** Reads strings that may go on in the records that follow. */
export class StringReader {
  private readonly view: DataView;
  private readonly strikes: ((font: number) => boolean) | null;
  private at: number;
  private end: number;
  /** Set when data is missing: the rest is not to be trusted. */
  failed = false;
  /** What the last string is in a cell whose font crosses out, where it has fonts of its own. */
  ifStruck: string | null = null;

  /** @param strikes whether a font crosses out; null: fonts are not looked at */
  constructor(view: DataView, record: BiffRecord, skip: number, strikes: ((font: number) => boolean) | null = null) {
    this.view = view;
    this.strikes = strikes;
    this.at = Math.min(record.from + skip, record.to);
    this.end = record.to;
  }

  /** @param countBytes size of the count in front: 1 or 2 */
  read(countBytes: 1 | 2): string {
    const count = countBytes === 2 ? this.uint16() : this.uint8();
    const flags = this.uint8();
    const runs = flags & RICH ? this.uint16() : 0;
    const extra = flags & EXTENDED ? this.uint32() : 0;
    const text = this.letters(count, flags);
    this.ifStruck = null;
    const marked = this.marked(text, runs);
    this.skip(extra);
    return marked;
  }

  /** Passes over the fonts of the letters; what stands in one that crosses out is marked. */
  private marked(text: string, runs: number): string {
    if (this.strikes === null) {
      this.skip(runs * 4);
      return text;
    }
    let marked = '';
    let ifStruck = '';
    let from = 0;
    let struck = false;
    for (let i = 0; i < runs && !this.failed; i++) {
      const at = Math.min(text.length, Math.max(from, this.uint16()));
      const piece = text.slice(from, at);
      marked += struck ? strike(piece) : piece;
      // What stands in front of the first has the font of the cell.
      ifStruck += struck || i === 0 ? strike(piece) : piece;
      struck = this.strikes(this.uint16());
      from = at;
    }
    const rest = struck ? strike(text.slice(from)) : text.slice(from);
    if (runs > 0) this.ifStruck = ifStruck + rest;
    return marked + rest;
  }

  /** Letters without a count, their flags in front. */
  readLetters(count: number): string {
    return this.letters(count, this.uint8());
  }

  private letters(count: number, firstFlags: number): string {
    let flags = firstFlags;
    let left = count;
    let text = '';
    while (left > 0 && !this.failed) {
      if (this.at >= this.end) {
        // The next record starts with new flags: its letters may have another width.
        if (!this.goOn()) break;
        flags = this.uint8();
      }
      const width = flags & WIDE ? 2 : 1;
      const letters = Math.min(left, Math.floor((this.end - this.at) / width));
      if (letters === 0) {
        this.failed = true;
        break;
      }
      text += decode(this.view, this.at, letters, width);
      this.at += letters * width;
      left -= letters;
    }
    return text;
  }

  private skip(bytes: number): void {
    let left = bytes;
    while (left > 0 && !this.failed) {
      const step = Math.min(left, this.end - this.at);
      this.at += step;
      left -= step;
      if (left > 0) this.goOn();
    }
  }

  private goOn(): boolean {
    const next = this.end;
    if (next + 4 > this.view.byteLength || this.view.getUint16(next, true) !== CONTINUE) {
      this.failed = true;
      return false;
    }
    this.at = next + 4;
    this.end = Math.min(this.view.byteLength, this.at + this.view.getUint16(next + 2, true));
    return true;
  }

  private uint8(): number {
    if (this.at >= this.end && !this.goOn()) return 0;
    if (this.at >= this.end) {
      this.failed = true;
      return 0;
    }
    return this.view.getUint8(this.at++);
  }

  private uint16(): number {
    const low = this.uint8();
    return low | (this.uint8() << 8);
  }

  private uint32(): number {
    const low = this.uint16();
    return low + this.uint16() * 0x10000;
  }
}

function decode(view: DataView, at: number, letters: number, width: number): string {
  if (letters > 40 && width === 2) {
    return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(new Uint8Array(view.buffer, view.byteOffset + at, letters * 2));
  }
  let text = '';
  // One byte stands for the first 256 characters of Unicode, whatever the code page.
  for (let i = 0; i < letters; i++) text += String.fromCharCode(width === 2 ? view.getUint16(at + i * 2, true) : view.getUint8(at + i));
  return text;
}
