// The text of a doc file and where each character of it is stored ([MS-DOC] 2.4.1): a document saved quickly is a list of pieces.
import { Unreadable } from '../../unreadable.ts';
import { LIMITS } from '../../limits.ts';
import { PART } from './file.ts';
import type { DocFile } from './file.ts';
import { modifierList } from './properties.ts';
import type { ModifierList } from './properties.ts';

/** Characters from `from` to `to` of the whole text, stored from byte `at` on. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly bytesPerCharacter: 1 | 2;
  /** What quick saving changed about all of it. */
  readonly changes: ModifierList | null;
}

export interface PieceTable {
  /** All stories behind each other. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Index of the piece of a character; −1 beyond the text. */
  indexAt(position: number): number;
  /** True where characters are missing because the file is cut short. */
  readonly incomplete: boolean;
}

const FORMATS = 1;
const PIECES = 2;
const COMPRESSED = 0x40000000;

/** Reads the pieces. @throws Unreadable damaged, truncated */
export function readPieces(file: DocFile): PieceTable {
  const clx = file.part(PART.clx);
  const changes: ModifierList[] = [];
  let at = 0;
  while (at + 3 <= clx.byteLength && clx.getUint8(at) === FORMATS) {
    const length = clx.getUint16(at + 1, true);
    changes.push(modifierList(clx, at + 3, at + 3 + length));
    at += 3 + length;
  }
  if (at + 5 > clx.byteLength || clx.getUint8(at) !== PIECES) throw new Unreadable('damaged', '里的文字位置表缺失');
  const end = Math.min(clx.byteLength, at + 5 + clx.getUint32(at + 1, true));
  const start = at + 5;
  const count = Math.floor((end - start - 4) / 12);
  const pieces: Piece[] = [];
  const texts: string[] = [];
  let length = 0;
  let incomplete = false;
  for (let i = 0; i < count; i++) {
    const from = clx.getUint32(start + i * 4, true);
    const to = clx.getUint32(start + i * 4 + 4, true);
    // Pieces follow each other without gaps; whatever does not is damage.
    if (from !== length || to < from) {
      incomplete = true;
      break;
    }
    if (to === from) continue;
    const entry = start + (count + 1) * 4 + i * 8;
    const where = clx.getUint32(entry + 2, true);
    const compressed = (where & COMPRESSED) !== 0;
    const bytesPerCharacter = compressed ? 1 : 2;
    const place = compressed ? (where & 0x3fffffff) >>> 1 : where & 0x3fffffff;
    const stored = Math.max(0, Math.floor((file.text.byteLength - place) / bytesPerCharacter));
    let size = to - from;
    // Twice the cap of a document: notes and boxes stand behind the main text.
    if (size > stored || length + size > LIMITS.characters * 2) {
      size = Math.min(stored, LIMITS.characters * 2 - length);
      incomplete = true;
    }
    if (size <= 0) break;
    texts.push(decode(file.text, place, size, bytesPerCharacter));
    pieces.push({ from, to: from + size, at: place, bytesPerCharacter, changes: changesOf(clx.getUint16(entry + 6, true), changes) });
    length += size;
    if (incomplete) break;
  }
  const { stories } = file;
  if (length < stories.main) incomplete = true;
  return {
    text: texts.join(''),
    pieces,
    incomplete,
    indexAt(position) {
      let low = 0;
      let high = pieces.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const piece = pieces[middle] as Piece;
        if (position < piece.from) high = middle - 1;
        else if (position >= piece.to) low = middle + 1;
        else return middle;
      }
      return -1;
    },
  };
}

/** One character stays one character in either encoding, so places can be counted. */
function decode(view: DataView, at: number, size: number, bytesPerCharacter: 1 | 2): string {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at, size * bytesPerCharacter);
  if (bytesPerCharacter === 2) return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes);
  // Not every host knows that 80 to 9F are letters and signs in this code page.
  const letters = new TextDecoder('windows-1252').decode(bytes);
  return /[\x80-\x9f]/.test(letters)
    ? letters.replace(/[\x80-\x9f]/g, (letter) => WINDOWS_SIGNS[letter.charCodeAt(0) - 0x80] ?? letter)
    : letters;
}

const WINDOWS_SIGNS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

// Codes that the short form of a change can hold, of those that matter here ([MS-DOC] 2.9.216).
const SHORT_CODES: Readonly<Record<number, number>> = {
  0x18: 0x2416,
  0x19: 0x2417,
  0x41: 0x0800,
  0x42: 0x0801,
  0x43: 0x0802,
  0x5c: 0x083c,
};

function changesOf(prm: number, changes: readonly ModifierList[]): ModifierList | null {
  if (prm === 0) return null;
  if (prm & 1) return changes[prm >> 1] ?? null;
  const code = SHORT_CODES[(prm >> 1) & 0x7f];
  if (code === undefined) return null;
  const view = new DataView(new ArrayBuffer(3));
  view.setUint16(0, code, true);
  view.setUint8(2, prm >> 8);
  return modifierList(view, 0, 3);
}
