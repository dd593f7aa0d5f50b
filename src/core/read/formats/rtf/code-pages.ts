// Bytes of an rtf file → text: by the character set of the font, or by the code page of the whole file.
import { signOf } from '../../symbol-fonts.ts';

export interface Font {
  readonly name: string;
  /** \fcharset; null where the file does not say. */
  readonly charset: number | null;
  /** \cpg; null where the file does not say. */
  readonly codePage: number | null;
}

export interface CodePages {
  /** Code page of the file (\ansicpg). */
  usual: number;
  /** What the file was written in besides (\deflangfe); null if it does not say. */
  eastAsian: number | null;
}

const SYMBOL = 2;
const CHARSETS: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  130: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};
const LABELS: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10008: 'gb18030',
  20936: 'gb18030',
  51936: 'gb18030',
  54936: 'gb18030',
  65001: 'utf-8',
};
const WIDE: ReadonlySet<number> = new Set([932, 936, 949, 950]);
/** Languages of \deflangfe. */
const LANGUAGES: Readonly<Record<number, number>> = { 2052: 936, 4100: 936, 1028: 950, 3076: 950, 5124: 950, 1041: 932, 1042: 949 };

const decoders = new Map<number, TextDecoder>();

/** Code page of a language of East Asia; null for others. */
export function codePageOfLanguage(language: number): number | null {
  return LANGUAGES[language] ?? null;
}

/** Whether the letters of this font are signs. */
export function isSymbolFont(font: Font | undefined): boolean {
  return font?.charset === SYMBOL;
}

/**
 * Text of a run of bytes.
 * @param raw the bytes stand in the file as they are, not as hexadecimal digits: then they may be UTF-8
 */
export function decodeBytes(bytes: Uint8Array, font: Font | undefined, pages: CodePages, raw: boolean): string {
  if (font && isSymbolFont(font)) return Array.from(bytes, (code) => signOf(font.name, code)).join('');
  const own = font?.codePage ?? CHARSETS[font?.charset ?? -1] ?? null;
  if (own !== null && own !== 0) return decodeAs(own, bytes);
  if (raw && !WIDE.has(pages.usual)) {
    const text = decodeStrictly(65001, bytes);
    if (text !== null) return text;
  }
  // A font of Latin letters in a Chinese file: pairs of bytes are Chinese all the same, a single one is not.
  const wide = WIDE.has(pages.usual) ? pages.usual : pages.eastAsian;
  if (wide !== null) {
    const text = decodeStrictly(wide, bytes);
    if (text !== null) return text;
    return decodeAs(WIDE.has(pages.usual) && bytes.length > 2 ? pages.usual : 1252, bytes);
  }
  return decodeAs(pages.usual, bytes);
}

function decodeAs(page: number, bytes: Uint8Array): string {
  return decoderOf(page).decode(bytes);
}

/** Null if a byte belongs to no character. */
function decodeStrictly(page: number, bytes: Uint8Array): string | null {
  const text = decodeAs(page, bytes);
  return text.includes('\ufffd') ? null : text;
}

function decoderOf(page: number): TextDecoder {
  let decoder = decoders.get(page);
  if (!decoder) {
    const label = LABELS[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252');
    decoder = new TextDecoder(label);
    decoders.set(page, decoder);
  }
  return decoder;
}
