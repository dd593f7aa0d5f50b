// The skeleton of a doc file ([MS-DOC] 2.5): its streams, the table of places at its start, and whether it can be read at all.
import { Unreadable } from '../../unreadable.ts';
import type { CompoundFile } from '../../cfb.ts';

/** Parts of the text in the order in which they stand behind each other. */
export interface Stories {
  readonly main: number;
  readonly footnotes: number;
  readonly headers: number;
  readonly macros: number;
  readonly comments: number;
  readonly endnotes: number;
  readonly boxes: number;
  readonly headerBoxes: number;
}

export interface DocFile {
  /** The stream WordDocument: text and pages of properties. */
  readonly text: DataView;
  /** The stream 0Table or 1Table. */
  readonly table: DataView;
  /** The stream Data, empty if there is none. */
  readonly data: DataView;
  /** Lengths in characters. */
  readonly stories: Stories;
  /** A structure in the table stream by its index in the FIB; empty if it is not there. */
  part(index: number): DataView;
  /** False where a stream is cut short. */
  readonly whole: boolean;
}

/** Indices of the pairs in FibRgFcLcb97. */
export const PART = {
  styles: 1,
  footnotes: 2,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  clx: 33,
  shapes: 40,
  boxes: 56,
  lists: 73,
  listOverrides: 74,
} as const;

const WORD_97 = 0xa5ec;
/** Word 97; what is below is Word 6 or 95. */
const FIRST_VERSION = 0xc0;
const ENCRYPTED = 0x0100;
const TABLE_ONE = 0x0200;
const PAIRS_AT = 0x9a;
/**
 * Opens the streams and reads the header.
 * @throws Unreadable: old-word, encrypted, damaged
 */
export function openDocFile(compound: CompoundFile): DocFile {
  const main = compound.stream('WordDocument');
  if (!main || main.bytes.length < 0x44) throw new Unreadable('damaged', '里的正文部分缺失');
  const text = viewOf(main.bytes);
  const magic = text.getUint16(0, true);
  const version = text.getUint16(2, true);
  if (magic !== WORD_97 && magic >> 8 !== 0xa5) throw new Unreadable('damaged', '的文件头不对');
  if (magic !== WORD_97 || version < FIRST_VERSION) throw new Unreadable('old-word');
  const flags = text.getUint16(0x0a, true);
  if (flags & ENCRYPTED) throw new Unreadable('encrypted');
  const names = flags & TABLE_ONE ? ['1Table', '0Table'] : ['0Table', '1Table'];
  const table = compound.stream(names[0] as string) ?? compound.stream(names[1] as string);
  if (!table || text.byteLength < PAIRS_AT + (PART.clx + 1) * 8) throw new Unreadable('damaged', '里的排版信息缺失');
  const tableView = viewOf(table.bytes);
  const data = compound.stream('Data');
  const long = (at: number) => Math.max(0, text.getInt32(at, true));
  const pairs = text.getUint16(PAIRS_AT - 2, true);
  return {
    text,
    table: tableView,
    data: viewOf(data?.bytes ?? new Uint8Array(0)),
    stories: {
      main: long(0x4c),
      footnotes: long(0x50),
      headers: long(0x54),
      macros: long(0x58),
      comments: long(0x5c),
      endnotes: long(0x60),
      boxes: long(0x64),
      headerBoxes: long(0x68),
    },
    part(index) {
      const at = PAIRS_AT + index * 8;
      // Some writers leave the count of pairs at zero.
      if ((pairs > 0 && index >= pairs) || at + 8 > text.byteLength) return EMPTY;
      const from = text.getUint32(at, true);
      const length = text.getUint32(at + 4, true);
      if (from >= tableView.byteLength || length === 0) return EMPTY;
      return new DataView(tableView.buffer, tableView.byteOffset + from, Math.min(length, tableView.byteLength - from));
    },
    whole: main.whole && table.whole && (data?.whole ?? true),
  };
}

const EMPTY = new DataView(new ArrayBuffer(0));

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
