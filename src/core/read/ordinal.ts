// How word processors write the numbers of lists: 3 → 三, 叁, ③, iii. Styles are named as in OOXML (ST_NumberFormat).
// Knows no format; RTF and doc translate their own codes.

const CHINESE = '〇一二三四五六七八九';
const LEGAL_SIMPLIFIED = '零壹贰叁肆伍陆柒捌玖';
const LEGAL_TRADITIONAL = '零壹貳參肆伍陸柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const FULL_WIDTH = '０１２３４５６７８９';
/** Beyond this every style falls back to plain digits: no list of a document is longer. */
const HIGHEST = 99_999;

const WRITERS: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalZero: (value) => (value < 10 ? `0${value}` : String(value)),
  decimalFullWidth: (value) => byDigit(value, FULL_WIDTH),
  decimalFullWidth2: (value) => byDigit(value, FULL_WIDTH),
  decimalHalfWidth: String,
  ordinal: (value) => `${value}${ordinalEnding(value)}`,
  upperRoman: (value) => roman(value),
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: (value) => letters(value, 65),
  lowerLetter: (value) => letters(value, 97),
  chineseCounting: (value) => (value < 100 ? counting(value) : byDigit(value, CHINESE)),
  chineseCountingThousand: (value) => counting(value),
  chineseLegalSimplified: (value) => counting(value, LEGAL_SIMPLIFIED, '拾佰仟万'),
  ideographDigital: (value) => byDigit(value, CHINESE),
  japaneseCounting: (value) => counting(value),
  japaneseDigitalTenThousand: (value) => byDigit(value, CHINESE),
  taiwaneseCounting: (value) => (value < 100 ? counting(value) : byDigit(value, CHINESE)),
  taiwaneseCountingThousand: (value) => counting(value),
  taiwaneseDigital: (value) => byDigit(value, CHINESE),
  ideographLegalTraditional: (value) => counting(value, LEGAL_TRADITIONAL, '拾佰仟萬'),
  ideographTraditional: (value) => fromList(value, STEMS),
  ideographZodiac: (value) => fromList(value, BRANCHES),
  ideographZodiacTraditional: (value) => (value <= 60 ? `${STEMS[(value - 1) % 10]}${BRANCHES[(value - 1) % 12]}` : String(value)),
  decimalEnclosedCircle: (value) => circled(value),
  decimalEnclosedCircleChinese: (value) => circled(value),
  decimalEnclosedFullstop: (value) => (value <= 20 ? String.fromCharCode(0x2487 + value) : `${value}.`),
  decimalEnclosedParen: (value) => (value <= 20 ? String.fromCharCode(0x2473 + value) : `(${value})`),
  ideographEnclosedCircle: (value) => (value <= 10 ? String.fromCharCode(0x327f + value) : counting(value)),
  numberInDash: (value) => `- ${value} -`,
  none: () => '',
  bullet: () => '',
};

/** A number as the style writes it; plain digits for an unknown style and beyond what a style can write. */
export function writeOrdinal(value: number, style: string): string {
  if (style === 'none' || style === 'bullet') return '';
  const writer = value >= 1 && value <= HIGHEST ? WRITERS[style] : undefined;
  if (writer) return writer(value);
  return value === 0 && /chinese|taiwanese|ideograph|japanese/i.test(style) ? '〇' : String(value);
}

function byDigit(value: number, digits: string): string {
  return Array.from(String(value), (digit) => digits[Number(digit)]).join('');
}

/** 一, 十, 十二, 一百零三, 一万二千: 一 is not written before a leading 十, except in the legal writing. */
function counting(value: number, digits = `零${CHINESE.slice(1)}`, units = '十百千万'): string {
  if (value >= 10_000) {
    const rest = value % 10_000;
    const gap = rest > 0 && rest < 1000 ? digits.charAt(0) : '';
    return `${counting(Math.floor(value / 10_000), digits, units)}${units.charAt(3)}${rest > 0 ? `${gap}${counting(rest, digits, units)}` : ''}`;
  }
  let text = '';
  let pending = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      pending = text !== '';
      continue;
    }
    if (pending) text += digits.charAt(0);
    pending = false;
    const bare = units.startsWith('十') && power === 1 && digit === 1 && value < 20;
    text += (bare ? '' : digits.charAt(digit)) + (power > 0 ? units.charAt(power - 1) : '');
  }
  return text;
}

function circled(value: number): string {
  if (value <= 20) return String.fromCharCode(0x245f + value);
  if (value <= 35) return String.fromCharCode(0x3250 + value - 20);
  return value <= 50 ? String.fromCharCode(0x32b0 + value - 35) : String(value);
}

function fromList(value: number, list: string): string {
  return list[value - 1] ?? String(value);
}

/** a … z, aa … zz, as word processors do: the letter is repeated. */
function letters(value: number, first: number): string {
  const letter = String.fromCharCode(first + ((value - 1) % 26));
  return letter.repeat(Math.min(50, Math.floor((value - 1) / 26) + 1));
}

function roman(value: number): string {
  if (value >= 5000) return String(value);
  const steps: readonly (readonly [number, string])[] = [
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
  ];
  let text = '';
  let rest = value;
  for (const [worth, sign] of steps) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}

function ordinalEnding(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}
