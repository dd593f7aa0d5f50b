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

/** Full-width digits, point and comma: they are Chinese writing, but two of them may belong to two numbers. */
export function isWideFigure(unit: number): boolean {
  return (unit >= 0xff10 && unit <= 0xff19) || unit === 0xff0c || unit === 0xff0e;
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
    const [before, after] = [joined.charCodeAt(joined.length - 1), line.charCodeAt(0)];
    const seamless = joined === '' || (isChinese(before) && isChinese(after) && !(isWideFigure(before) && isWideFigure(after)));
    joined += seamless ? line : `\n${line}`;
  }
  return joined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
const CONTROLS = /[\u0000-\u0008\u000e-\u001f]/g;

/** Control characters of a source, which are no longer in the text of its blocks. */
export function countControls(source: string): number {
  return source.match(CONTROLS)?.length ?? 0;
}

/**
 * Share of characters that cannot belong to a Chinese text, blanks not counted; 0 for an empty text. They are U+FFFD,
 * private use and controls, and two signs of text decoded wrongly before it was saved: 锟斤拷 (replacement characters
 * of UTF-8 read as GBK) and accented Latin letters (UTF-8 or GBK read as Latin-1).
 * @param controls controls of the source that are no longer in the texts
 */
export function garbledShare(texts: readonly string[], controls = 0): number {
  let garbled = controls;
  let total = controls;
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 0x20 || unit === 0x3000 || (unit >= 9 && unit <= 13)) continue;
      total++;
      if (isGarbled(unit)) garbled++;
      else if (unit === 0x65a4) {
        // 斤 between 锟 and 拷, one of which may be missing at an edge; alone it is a unit of weight.
        const before = text[i - 1] === '锟';
        const after = text[i + 1] === '拷';
        if (before || after) garbled += 1 + Number(before) + Number(after);
      }
    }
  }
  return total === 0 ? 0 : garbled / total;
}

function isGarbled(unit: number): boolean {
  if (unit >= 0x100 && unit < 0xe000) return false;
  if (unit < 0x100) return unit < 0x20 || (unit >= 0x7f && unit < 0xa0) || (unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7);
  return unit === 0xfffd || (unit >= 0xe000 && unit <= 0xf8ff);
}
