// What a form field of an rtf file shows: a box, ticked or not, or the chosen entry of a list.
import { decodeBytes } from './code-pages.ts';
import type { CodePages } from './code-pages.ts';
import type { Scanner } from './scanner.ts';

const CHECK_BOX = 1;
const DROP_DOWN = 2;
/** The result of a form field that was never set. */
const UNSET = 25;
const LONGEST = 2000;

/** Takes the scanner behind \formfield and leaves it behind the closing brace; null where the field is a text. */
export function readFormField(bytes: Uint8Array, scanner: Scanner, pages: CodePages): string | null {
  let kind = 0;
  let result = UNSET;
  let usual = 0;
  let inEntry = false;
  const entries: string[] = [];
  let codes: number[] = [];
  let units = '';
  let skip = 0;
  const flush = () => {
    units += decodeBytes(Uint8Array.from(codes), undefined, { ...pages, eastAsian: pages.eastAsian ?? 936 }, false);
    codes = [];
  };
  for (let depth = 1; depth > 0; ) {
    const token = scanner.next();
    if (token === 'end') break;
    if (token === 'open') depth++;
    else if (token === 'close') {
      depth--;
      if (!inEntry) continue;
      flush();
      entries.push(units);
      units = '';
      inEntry = false;
    } else if (token === 'word') {
      const { word, value } = scanner;
      if (word === 'fftype') kind = value ?? 0;
      else if (word === 'ffres') result = value ?? UNSET;
      else if (word === 'ffdefres') usual = value ?? 0;
      else if (word === 'ffl') inEntry = entries.length < LONGEST;
      else if (word === 'u' && inEntry) {
        flush();
        units += String.fromCharCode((value ?? 0x3f) & 0xffff);
        skip = 1;
      }
    } else if (inEntry && units.length + codes.length < LONGEST) {
      if (token === 'byte') {
        if (skip > 0) skip--;
        else codes.push(scanner.value ?? 0x3f);
      } else {
        for (let i = scanner.from; i < Math.min(scanner.to, scanner.from + LONGEST); i++) {
          if (skip > 0) skip--;
          else codes.push(bytes[i] as number);
        }
      }
    }
  }
  const value = result === UNSET ? usual : result;
  if (kind === CHECK_BOX) return value === 1 ? '☑' : '☐';
  return kind === DROP_DOWN ? (entries[value] ?? null) : null;
}
