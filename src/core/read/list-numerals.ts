// Numbers of automatic lists and headings as a word processor writes them: 一、（一）1. ① 甲 Ⅳ. Knows no format;
// the names of the styles are those of Office Open XML (ST_NumberFormat, ECMA-376 part 1, 17.18.59).

import { isChinese } from './characters.ts';

const DIGITS = '〇一二三四五六七八九';
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const LEGAL_TRADITIONAL_DIGITS = '零壹貳參肆伍陸柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

type Writer = (value: number) => string;

const counting: Writer = (value) => chineseNumber(value, DIGITS.replace('〇', '零'), '十百千', '万', false);
const legal: Writer = (value) => chineseNumber(value, LEGAL_DIGITS, '拾佰仟', '万', true);
const legalTraditional: Writer = (value) => chineseNumber(value, LEGAL_TRADITIONAL_DIGITS, '拾佰仟', '萬', true);
const digital: Writer = (value) => Array.from(String(value), (digit) => DIGITS[Number(digit)] ?? digit).join('');
const circled: Writer = (value) =>
  fromRange(value, [
    [0, 0, 0x24ea],
    [1, 20, 0x2460],
    [21, 35, 0x3251],
    [36, 50, 0x32b1],
  ]);

const WRITERS: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ['decimal', String],
  ['decimalHalfWidth', String],
  ['decimalZero', (value) => String(value).padStart(2, '0')],
  ['decimalFullWidth', fullWidth],
  ['decimalFullWidth2', fullWidth],
  ['decimalEnclosedCircle', circled],
  ['decimalEnclosedCircleChinese', circled],
  ['decimalEnclosedFullstop', (value) => fromRange(value, [[1, 20, 0x2488]])],
  ['decimalEnclosedParen', (value) => fromRange(value, [[1, 20, 0x2474]])],
  ['ideographEnclosedCircle', (value) => fromRange(value, [[1, 10, 0x3280]])],
  // Word writes these by digits from one hundred on.
  ['chineseCounting', (value) => (value < 100 ? counting(value) : digital(value))],
  ['taiwaneseCounting', (value) => (value < 100 ? counting(value) : digital(value))],
  ['japaneseCounting', counting],
  ['chineseCountingThousand', counting],
  ['taiwaneseCountingThousand', counting],
  ['koreanDigital2', digital],
  ['ideographDigital', digital],
  ['taiwaneseDigital', digital],
  ['japaneseDigitalTenThousand', digital],
  ['chineseLegalSimplified', legal],
  ['ideographLegalTraditional', legalTraditional],
  ['japaneseLegal', legalTraditional],
  ['ideographTraditional', (value) => within(value, STEMS)],
  ['ideographZodiac', (value) => within(value, BRANCHES)],
  ['ideographZodiacTraditional', (value) => (STEMS[(value - 1) % 10] ?? '') + (BRANCHES[(value - 1) % 12] ?? '')],
  ['upperRoman', roman],
  ['lowerRoman', (value) => roman(value).toLowerCase()],
  ['upperLetter', letters],
  ['lowerLetter', (value) => letters(value).toLowerCase()],
  ['numberInDash', (value) => `- ${value} -`],
  ['ordinal', (value) => value + ordinalSuffix(value)],
  ['hex', (value) => value.toString(16).toUpperCase()],
  ['none', () => ''],
  ['bullet', () => ''],
]);

// [MS-OSHARED] 2.2.1.3, MSONFC.
const CODED_STYLES: readonly string[] = Array.from(
  {
    ...['decimal', 'upperRoman', 'lowerRoman', 'upperLetter', 'lowerLetter', 'ordinal'],
    10: 'ideographDigital',
    11: 'japaneseCounting',
    14: 'decimalFullWidth',
    17: 'japaneseDigitalTenThousand',
    18: 'decimalEnclosedCircle',
    19: 'decimalFullWidth2',
    22: 'decimalZero',
    23: 'bullet',
    26: 'decimalEnclosedFullstop',
    27: 'decimalEnclosedParen',
    28: 'decimalEnclosedCircleChinese',
    29: 'ideographEnclosedCircle',
    30: 'ideographTraditional',
    31: 'ideographZodiac',
    32: 'ideographZodiacTraditional',
    33: 'taiwaneseCounting',
    34: 'ideographLegalTraditional',
    35: 'taiwaneseCountingThousand',
    36: 'taiwaneseDigital',
    37: 'chineseCounting',
    38: 'chineseLegalSimplified',
    39: 'chineseCountingThousand',
    40: 'ideographDigital',
    57: 'numberInDash',
    length: 58,
  } as ArrayLike<string | undefined>,
  (style) => style ?? 'decimal',
);
/** Style of the number that doc, rtf and the older XML of Word write as a code; 255 is no number. */
export function numeralStyle(code: number): string {
  return code === 255 ? 'none' : (CODED_STYLES[code] ?? 'decimal');
}

/** A list number in a style. Numbers beyond what the style can write come out as decimals, as in Word. */
export function writeNumeral(value: number, format: string): string {
  if (!Number.isSafeInteger(value) || value < 0 || value > 99_999) return String(value);
  return WRITERS.get(format)?.(value) ?? String(value);
}

/** Number and text as they stand next to each other: a space only between foreign words or numbers. */
export function joinNumber(number: string, text: string): string {
  if (number === '' || text === '') return number + text;
  const seamless = isChinese(number.charCodeAt(number.length - 1)) || isChinese(text.charCodeAt(0));
  return seamless ? number + text : `${number} ${text}`;
}

function chineseNumber(value: number, digits: string, units: string, tenThousand: string, always: boolean): string {
  if (value === 0) return digits[0] ?? '';
  if (value >= 10_000) {
    const rest = value % 10_000;
    const gap = rest > 0 && rest < 1000 ? digits[0] : '';
    return `${chineseNumber(Math.floor(value / 10_000), digits, units, tenThousand, always)}${tenThousand}${gap}${rest > 0 ? chineseNumber(rest, digits, units, tenThousand, true) : ''}`;
  }
  let text = '';
  let zero = false;
  for (const [power, unit] of [
    [1000, units[2]],
    [100, units[1]],
    [10, units[0]],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / power) % 10;
    if (digit === 0) {
      zero ||= text !== '';
      continue;
    }
    if (zero) text += digits[0];
    zero = false;
    // 十一, not 一十一, at the front.
    text += digit === 1 && power === 10 && text === '' && !always ? unit : `${digits[digit]}${unit}`;
  }
  return text;
}

function fullWidth(value: number): string {
  return Array.from(String(value), (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
}

function fromRange(value: number, ranges: readonly (readonly [from: number, to: number, code: number])[]): string {
  for (const [from, to, code] of ranges) if (value >= from && value <= to) return String.fromCharCode(code + value - from);
  return String(value);
}

function within(value: number, signs: string): string {
  return signs[value - 1] ?? String(value);
}

function roman(value: number): string {
  if (value === 0 || value >= 4000) return String(value);
  let text = '';
  let left = value;
  for (const [worth, sign] of [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const) {
    for (; left >= worth; left -= worth) text += sign;
  }
  return text;
}

/** A … Z, AA, BB … as word processors count. */
function letters(value: number): string {
  if (value === 0) return '0';
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(30, Math.floor((value - 1) / 26) + 1));
}

function ordinalSuffix(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}
