// What single characters are worth: which are invisible, which cannot belong to a Chinese text, where lines of one cell join.
// Knows no encoding and no format. Full-width forms, Kangxi radicals and compatibility ideographs stay as they are.

// Zero-width and direction marks, soft hyphen, byte order mark; controls except tab and line feed.
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g;
const ODD_SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/g;
const NEEDS_CLEANING = new RegExp(`${INVISIBLE.source}|${ODD_SPACES.source}`);

/** Removes characters that cannot be seen and turns no-break and typographic spaces into plain ones. Tabs and line feeds stay. */
export function cleanText(text: string): string {
  return NEEDS_CLEANING.test(text) ? text.replace(INVISIBLE, '').replace(ODD_SPACES, ' ') : text;
}

/** Whether a UTF-16 unit belongs to Chinese writing: ideographs, full-width forms, Chinese punctuation and quotation marks. */
export function isChinese(unit: number): boolean {
  return (
    (unit >= 0x2e80 && unit <= 0x9fff) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xff00 && unit <= 0xffef) ||
    (unit >= 0xd840 && unit <= 0xdfff) ||
    (unit >= 0x2014 && unit <= 0x2026)
  );
}

/** Joins the lines of one heading: a title broken before its year is one title. A space only between foreign words or numbers. */
export function joinHeading(lines: readonly string[]): string {
  let joined = '';
  for (const line of lines) {
    const seamless = joined === '' || isChinese(joined.charCodeAt(joined.length - 1)) || isChinese(line.charCodeAt(0));
    joined += seamless ? line : ` ${line}`;
  }
  return joined;
}

/**
 * Joins the lines of one cell: directly between Chinese characters (商业/企业), by a line feed otherwise,
 * so that two numbers below each other never become one.
 */
export function joinLines(lines: readonly string[]): string {
  let joined = '';
  for (const line of lines) {
    if (line === '') continue;
    const seamless = joined === '' || (isChinese(joined.charCodeAt(joined.length - 1)) && isChinese(line.charCodeAt(0)));
    joined += seamless ? line : `\n${line}`;
  }
  return joined;
}

// U+FFFD, private use, controls; and the two usual signs of text decoded wrongly before it was saved:
// 锟斤拷 (UTF-8 replacement characters read as GBK) and accented Latin letters (UTF-8 or GBK read as Latin-1).
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
const GARBLED = /[\ufffd\ue000-\uf8ff\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]|锟斤拷|锟斤|斤拷/g;
const BLANK = /\s+/g;

/** Share of characters that cannot belong to a Chinese text, blanks not counted; 0 for an empty text. */
export function garbledShare(texts: Iterable<string>): number {
  let garbled = 0;
  let total = 0;
  for (const text of texts) {
    total += text.replace(BLANK, '').length;
    for (const hit of text.match(GARBLED) ?? []) garbled += hit.length;
  }
  return total === 0 ? 0 : garbled / total;
}
