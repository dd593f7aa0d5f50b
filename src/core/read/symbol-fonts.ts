// Signs out of fonts that have no letters (Wingdings, Symbol): which character they look like. Only those that occur in
// official texts. Knows no format.

const SIGNS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    0x6c: '●',
    0x6d: '○',
    0x6e: '■',
    0x6f: '□',
    0x71: '❑',
    0x75: '◆',
    0x76: '❖',
    0x77: '◆',
    0xa1: '○',
    0xa7: '▪',
    0xa8: '□',
    0xd8: '➢',
    0xe0: '→',
    0xe8: '➔',
    0xfb: '×',
    0xfc: '√',
    0xfd: '☒',
    0xfe: '☑',
  },
  'wingdings 2': { 0x4f: '×', 0x50: '√', 0x51: '☒', 0x52: '☑', 0x53: '☒', 0x54: '☒', 0xa3: '□' },
  symbol: {
    0x2b: '+',
    0x2d: '−',
    0x3d: '=',
    0xa3: '≤',
    0xae: '→',
    0xb0: '°',
    0xb1: '±',
    0xb3: '≥',
    0xb4: '×',
    0xb7: '·',
    0xb8: '÷',
    0xb9: '≠',
    0xde: '⇒',
  },
};

/** A sign by its font and its number there; where it cannot be told, the replacement character, which counts as garbled. */
export function signOf(font: string, code: number): string {
  const name = font.toLowerCase();
  const at = code & 0xff;
  const known = SIGNS[name]?.[at];
  if (known !== undefined) return known;
  // ① to ⑩, and their black forms.
  if (name === 'wingdings' && at >= 0x81 && at <= 0x8a) return String.fromCharCode(0x2460 + at - 0x81);
  if (name === 'wingdings' && at >= 0x8c && at <= 0x95) return String.fromCharCode(0x2776 + at - 0x8c);
  return code >= 0xe000 && code <= 0xf8ff ? '\ufffd' : String.fromCharCode(code);
}

/** Whether a font has no letters: its characters are other signs than they say. */
export function isSignFont(name: string): boolean {
  return SIGNS[name.toLowerCase()] !== undefined;
}

/** Text set in a font of signs; blanks stay, and so do characters that no such font has. */
export function signsOf(font: string, text: string): string {
  let signs = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const reachable = (code > 0x20 && code <= 0xff) || (code >= 0xf000 && code <= 0xf0ff);
    signs += reachable ? signOf(font, code) : text.charAt(i);
  }
  return signs;
}
