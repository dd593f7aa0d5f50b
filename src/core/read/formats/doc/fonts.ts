// Names of the fonts of a doc file ([MS-DOC] 2.9.82), by the index under which signs name them.
import { PART } from './file.ts';
import type { DocFile } from './file.ts';

const NAME_AT = 40;

export function readFontNames(file: DocFile): string[] {
  const part = file.part(PART.fonts);
  const names: string[] = [];
  if (part.byteLength < 4) return names;
  const count = part.getUint16(0, true);
  for (let i = 0, at = 4; i < count && at < part.byteLength; i++) {
    const end = at + 1 + part.getUint8(at);
    let name = '';
    for (let letter = at + NAME_AT; letter + 2 <= Math.min(end, part.byteLength); letter += 2) {
      const unit = part.getUint16(letter, true);
      if (unit === 0) break;
      name += String.fromCharCode(unit);
    }
    names.push(name);
    at = end;
  }
  return names;
}
