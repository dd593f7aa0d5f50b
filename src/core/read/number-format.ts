// How a spreadsheet shows a stored number: 0.00, #,##0, percentages, dates. Written after ECMA-376 part 1, 18.8.30 and 18.8.31
// as a program set to Chinese shows it. Knows no file format; colours, widths and fill characters do not matter here.
import { writeNumeral } from './list-numerals.ts';

/** Makes the text that a person sees of a number. Never empty unless the format hides the number. */
export type NumberWriter = (value: number) => string;

// Formats that files name by number only. 14 and 27–58 are shown as a Chinese system shows them.
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"¥"#,##0;"¥"-#,##0',
  6: '"¥"#,##0;"¥"-#,##0',
  7: '"¥"#,##0.00;"¥"-#,##0.00',
  8: '"¥"#,##0.00;"¥"-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0;-#,##0;"-"',
  42: '"¥"#,##0;"¥"-#,##0;"¥-"',
  43: '#,##0.00;-#,##0.00;"-"',
  44: '"¥"#,##0.00;"¥"-#,##0.00;"¥-"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};
/** Nobody writes a longer format; a hostile one must not cost time. */
const LONGEST_CODE = 400;
const MOST_DECIMALS = 30;
/** Digits that a spreadsheet keeps of a number. */
const SIGNIFICANT = 15;
/** 9999-12-31, the last day that has a date. */
const LAST_DAY = 2_958_465;

/** The code that stands for a format named by number; `General` for an unknown one. */
export function builtInFormat(id: number): string {
  return BUILT_IN[id] ?? 'General';
}

/**
 * @param code as stored, with its sections
 * @param from1904 whether days are counted from 1904 on
 */
export function numberWriter(code: string, from1904: boolean): NumberWriter {
  if (code.length > LONGEST_CODE || /^(?:general|g\/通用格式|@)?$/i.test(code)) return writeGeneral;
  const sections = splitSections(code).map((section) => parseSection(section, from1904));
  const [first, second, third] = sections;
  if (!first) return writeGeneral;
  if (sections.some((section) => section.condition !== null)) return conditionalWriter(sections);
  return (value) => {
    if (value < 0 && second) return second.write(-value);
    if (value === 0 && third) return third.write(0);
    if (value >= 0) return first.write(value);
    // A date before the first one has no text of its own.
    return first.isDate ? writeGeneral(value) : negative(first.write(-value));
  };
}

/** A sign in front, unless all that is shown of the number is zeros. */
function negative(text: string): string {
  return /[1-9]/.test(text) ? `-${text}` : text;
}

/** Whether the text shows another number than the one stored, because decimals are cut. Texts that are no plain number: false. */
export function isRounded(value: number, text: string): boolean {
  if (!/^-?[\d,]*\.?\d+%?$/.test(text)) return false;
  const shown = Number(text.replace(/[,%]/g, '')) / (text.endsWith('%') ? 100 : 1);
  return Math.abs(shown - value) > Math.abs(value) * 1e-9;
}

/** Up to eleven characters, as a cell without a format shows it; whole numbers always with all their digits. */
function writeGeneral(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (Number.isInteger(value)) return size < 1e15 ? String(value) : String(Number(value.toPrecision(6))).toUpperCase();
  if (size < 1e-9) return String(Number(value.toPrecision(6))).toUpperCase();
  const whole = size < 1 ? 1 : Math.floor(Math.log10(size)) + 1;
  const decimals = Math.max(0, Math.min(MOST_DECIMALS, 10 - whole));
  const text = fixed(size, decimals);
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return value < 0 && short !== '0' ? `-${short}` : short;
}

/** Rounded half away from zero on the 15 digits that a spreadsheet keeps, zeros behind them. `value` is not negative. */
function fixed(value: number, decimals: number): string {
  if (!(value < 1e21)) return String(value);
  if (decimals === 0 && value < 1e15 && Number.isInteger(value)) return String(value);
  const whole = value < 1 ? 0 : Math.floor(Math.log10(value)) + 1;
  const kept = Math.max(0, Math.min(decimals, SIGNIFICANT - whole));
  const scaled = Math.floor(Number((value * 10 ** kept).toPrecision(SIGNIFICANT)) + 0.5);
  const digits = scaled.toFixed(0).padStart(kept + 1, '0');
  const part = `${kept === 0 ? '' : digits.slice(-kept)}${'0'.repeat(decimals - kept)}`;
  const head = kept === 0 ? digits : digits.slice(0, -kept);
  return part === '' ? head : `${head}.${part}`;
}

interface Section {
  readonly condition: ((value: number) => boolean) | null;
  readonly isDate: boolean;
  /** Of a number that is not negative. */
  write(value: number): string;
}

function conditionalWriter(sections: readonly Section[]): NumberWriter {
  return (value) => {
    const hit = sections.find(({ condition }, i) => (condition ? condition(value) : i === sections.length - 1 || (i === 1 && value < 0)));
    if (!hit) return writeGeneral(value);
    return value < 0 ? negative(hit.write(-value)) : hit.write(value);
  };
}

function splitSections(code: string): string[] {
  const sections: string[] = [];
  let from = 0;
  for (let i = 0; i < code.length; i++) {
    const sign = code[i];
    if (sign === '\\' || sign === '_' || sign === '*') i++;
    else if (sign === '"') i = endOf(code, i, '"');
    else if (sign === '[') i = endOf(code, i, ']');
    else if (sign === ';') {
      sections.push(code.slice(from, i));
      from = i + 1;
    }
  }
  sections.push(code.slice(from));
  return sections;
}

function endOf(code: string, from: number, sign: string): number {
  const end = code.indexOf(sign, from + 1);
  return end < 0 ? code.length - 1 : end;
}

type Token =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'digit'; readonly sign: '0' | '#' | '?' }
  | { readonly kind: 'point' | 'comma' | 'percent' | 'general' | 'text' | 'slash' }
  | { readonly kind: 'exponent'; readonly plus: boolean }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'elapsed'; readonly text: string };

const CONDITION = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/;
const DATE_TOKEN = /^(?:y+|e+|b+|m+|d+|a{3,4}|h+|s+|AM\/PM|A\/P|上午\/下午)/i;

function parseSection(code: string, from1904: boolean): Section {
  const tokens: Token[] = [];
  let condition: Section['condition'] = null;
  let chinese = false;
  let rest = code;
  const literal = (text: string) => {
    if (text !== '') tokens.push({ kind: 'literal', text });
  };
  while (rest !== '') {
    const sign = rest[0] as string;
    let length = 1;
    const date = DATE_TOKEN.exec(rest)?.[0];
    if (sign === '"') {
      const end = endOf(rest, 0, '"');
      literal(rest.slice(1, rest[end] === '"' && end > 0 ? end : end + 1));
      length = end + 1;
    } else if (sign === '\\') {
      literal(rest.slice(1, 2));
      length = 2;
    } else if (sign === '_' || sign === '*') {
      length = 2;
    } else if (sign === '[') {
      const end = endOf(rest, 0, ']');
      const inside = rest.slice(1, end);
      const compared = CONDITION.exec(inside);
      if (compared) condition = comparison(compared[1] as string, Number(compared[2]));
      else if (inside.startsWith('$')) literal(/^\$([^-]*)/.exec(inside)?.[1] ?? '');
      else if (/^(?:h+|m+|s+)$/i.test(inside)) tokens.push({ kind: 'elapsed', text: inside.toLowerCase() });
      else if (/^DBNum[12]/i.test(inside)) chinese = true;
      length = end + 1;
    } else if (/^general/i.test(rest)) {
      tokens.push({ kind: 'general' });
      length = 7;
    } else if (rest.startsWith('G/通用格式')) {
      tokens.push({ kind: 'general' });
      length = 6;
    } else if (/^e[+-]/i.test(rest) && tokens.some((token) => token.kind === 'digit')) {
      tokens.push({ kind: 'exponent', plus: rest[1] === '+' });
      length = 2;
    } else if (date !== undefined) {
      tokens.push({ kind: 'date', text: date });
      length = date.length;
    } else if (sign === '0' || sign === '#' || sign === '?') tokens.push({ kind: 'digit', sign });
    else if (sign === '.') tokens.push({ kind: 'point' });
    else if (sign === ',') tokens.push({ kind: 'comma' });
    else if (sign === '%') tokens.push({ kind: 'percent' });
    else if (sign === '/') tokens.push({ kind: 'slash' });
    else if (sign === '@') tokens.push({ kind: 'text' });
    else literal(sign);
    rest = rest.slice(length);
  }
  const isDate = tokens.some((token) => token.kind === 'date' || token.kind === 'elapsed');
  const write = isDate ? dateWriter(tokens, from1904, chinese) : digitWriter(tokens);
  return { condition, isDate, write };
}

function comparison(sign: string, limit: number): (value: number) => boolean {
  switch (sign) {
    case '<':
      return (value) => value < limit;
    case '<=':
      return (value) => value <= limit;
    case '>':
      return (value) => value > limit;
    case '>=':
      return (value) => value >= limit;
    case '<>':
      return (value) => value !== limit;
    default:
      return (value) => value === limit;
  }
}

function digitWriter(tokens: readonly Token[]): (value: number) => string {
  const simple = simpleWriter(tokens);
  if (simple) return simple;
  const digits = tokens.filter((token) => token.kind === 'digit').length;
  const plain = (value: number) =>
    tokens
      .map((token) =>
        token.kind === 'literal'
          ? token.text
          : token.kind === 'general' || token.kind === 'text'
            ? writeGeneral(value)
            : token.kind === 'slash'
              ? '/'
              : '',
      )
      .join('');
  if (digits === 0) return plain;
  const exponentAt = tokens.findIndex((token) => token.kind === 'exponent');
  // Fractions: the number itself says the same.
  if (tokens.some((token) => token.kind === 'slash')) return writeGeneral;
  const firstDigit = tokens.findIndex((token) => token.kind === 'digit');
  const lastDigit = tokens.reduce(
    (last, token, i) => (token.kind === 'digit' && (exponentAt < 0 || i < exponentAt) ? i : last),
    firstDigit,
  );
  const pointAt = tokens.findIndex((token) => token.kind === 'point');
  const wholeEnd = pointAt < 0 ? lastDigit + 1 : pointAt;
  const percents = tokens.filter((token) => token.kind === 'percent').length;
  let thousands = 0;
  for (let i = lastDigit + 1; tokens[i]?.kind === 'comma'; i++) thousands++;
  if (pointAt >= 0 && pointAt > lastDigit) for (let i = pointAt - 1; tokens[i]?.kind === 'comma'; i--) thousands++;
  const grouped = tokens.some(
    (token, i) =>
      token.kind === 'comma' && i > firstDigit && i < wholeEnd && tokens.slice(i + 1, wholeEnd).some((after) => after.kind === 'digit'),
  );
  const before = tokens.slice(0, wholeEnd);
  const after = tokens.slice(wholeEnd + (pointAt < 0 ? 0 : 1), exponentAt < 0 ? undefined : exponentAt);
  const decimals = Math.min(MOST_DECIMALS, pointAt < 0 ? 0 : after.filter((token) => token.kind === 'digit').length);
  const exponent = exponentAt < 0 ? null : tokens.slice(exponentAt);

  return (value) => {
    let power = 0;
    let scaled = value * 100 ** percents * 0.001 ** thousands;
    if (exponent && scaled !== 0) {
      power = Math.floor(Math.log10(scaled));
      scaled /= 10 ** power;
    }
    const [whole = '0', part = ''] = fixed(scaled, decimals).split('.');
    const head = fillWhole(before, whole, grouped);
    const tail = fillDecimals(after, part, pointAt >= 0);
    return head + tail + (exponent ? writeExponent(exponent, power) : '');
  };
}

/** The usual formats, 0, #,##0 and 0.00, without the general machinery; null for any other. */
function simpleWriter(tokens: readonly Token[]): ((value: number) => string) | null {
  const code = tokens
    .map((token) => (token.kind === 'digit' ? token.sign : token.kind === 'comma' ? ',' : token.kind === 'point' ? '.' : 'x'))
    .join('');
  const parts = /^(#,##)?0(?:\.(0+))?$/.exec(code);
  if (!parts) return null;
  const grouped = parts[1] !== undefined;
  const decimals = Math.min(MOST_DECIMALS, parts[2]?.length ?? 0);
  return (value) => {
    const text = fixed(value, decimals);
    const whole = decimals === 0 ? text.length : text.length - decimals - 1;
    if (!grouped || whole <= 3 || !(value < 1e21)) return text;
    let head = text.slice(0, whole % 3);
    for (let at = whole % 3; at < whole; at += 3) head += `${head === '' ? '' : ','}${text.slice(at, at + 3)}`;
    return head + text.slice(whole);
  };
}

/** Digits from the right; the leftmost place takes all that are left. */
function fillWhole(tokens: readonly Token[], whole: string, grouped: boolean): string {
  const digits = whole === '0' ? '' : whole;
  const first = tokens.findIndex((token) => token.kind === 'digit');
  let left = digits.length;
  let written = 0;
  const pieces: string[] = [];
  const put = (digit: string) => {
    if (grouped && written > 0 && written % 3 === 0) pieces.push(',');
    pieces.push(digit);
    written++;
  };
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'literal') pieces.push(token.text);
    else if (token.kind === 'percent') pieces.push('%');
    else if (token.kind === 'digit') {
      if (left > 0) put(digits[--left] as string);
      else if (token.sign === '0') put('0');
      if (i === first) while (left > 0) put(digits[--left] as string);
    }
  }
  // `.00` shows the digits before the point too.
  const bare = first < 0 ? digits : '';
  return bare + pieces.reverse().join('');
}

function fillDecimals(tokens: readonly Token[], part: string, hasPoint: boolean): string {
  const places = tokens.filter((token) => token.kind === 'digit');
  let kept = Math.min(part.length, places.length);
  while (kept > 0 && part[kept - 1] === '0' && (places[kept - 1] as { sign: string }).sign !== '0') kept--;
  let text = hasPoint && kept > 0 ? '.' : '';
  let at = 0;
  for (const token of tokens) {
    if (token.kind === 'digit') {
      if (at < kept) text += part[at];
      at++;
    } else if (token.kind === 'literal') text += token.text;
    else if (token.kind === 'percent') text += '%';
  }
  return text;
}

function writeExponent(tokens: readonly Token[], power: number): string {
  const places = tokens.filter((token) => token.kind === 'digit').length;
  const [head] = tokens;
  const plus = head?.kind === 'exponent' && head.plus;
  return `E${power < 0 ? '-' : plus ? '+' : ''}${String(Math.abs(power)).padStart(places, '0')}`;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const CHINESE_WEEKDAYS = '日一二三四五六';

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Of a second. */
  readonly fraction: number;
  /** Days since the first one, with the time of the day. */
  readonly serial: number;
}

function dateWriter(tokens: readonly Token[], from1904: boolean, chinese: boolean): (value: number) => string {
  const hasHalves = tokens.some((token) => token.kind === 'date' && /^(?:AM|A\/|上午)/i.test(token.text));
  const fractionPlaces = tokens.filter(
    (token, i) => token.kind === 'digit' && tokens.slice(0, i).some((before) => before.kind === 'point'),
  ).length;
  const parts = tokens.map((token, i): ((moment: Moment) => string) => {
    switch (token.kind) {
      case 'literal':
        return () => token.text;
      case 'slash':
        return () => '/';
      case 'comma':
        return () => ',';
      case 'point':
        return () => '.';
      case 'elapsed':
        return elapsedPart(token.text);
      case 'date':
        return datePart(token.text, isMinute(tokens, i), hasHalves, chinese);
      case 'digit':
        return () => '';
      default:
        return () => '';
    }
  });
  const lastDigit = tokens.reduce((last, token, i) => (token.kind === 'digit' ? i : last), -1);
  if (fractionPlaces > 0 && lastDigit >= 0) parts[lastDigit] = ({ fraction }) => fixed(fraction, Math.min(3, fractionPlaces)).slice(2);
  return (value) => {
    if (!(value >= 0 && value < LAST_DAY + 1)) return writeGeneral(value);
    const moment = momentOf(value, from1904, fractionPlaces > 0);
    return parts.map((part) => part(moment)).join('');
  };
}

/** `m` means minutes behind hours and before seconds. */
function isMinute(tokens: readonly Token[], at: number): boolean {
  const neighbour = (step: number) => {
    for (let i = at + step; i >= 0 && i < tokens.length; i += step) {
      const token = tokens[i] as Token;
      if (token.kind === 'elapsed') return token.text[0];
      if (token.kind === 'date' && !/^(?:AM|A\/|上午)/i.test(token.text)) return token.text[0]?.toLowerCase();
    }
    return '';
  };
  return neighbour(-1) === 'h' || neighbour(1) === 's';
}

function elapsedPart(text: string): (moment: Moment) => string {
  const unit = text[0] === 'h' ? 24 : text[0] === 'm' ? 1440 : 86_400;
  return ({ serial }) => String(Math.floor(Number((serial * unit).toPrecision(12)))).padStart(text.length, '0');
}

function datePart(text: string, isMinutes: boolean, hasHalves: boolean, chinese: boolean): (moment: Moment) => string {
  const padded = (value: number) =>
    chinese ? writeNumeral(value, 'chineseCounting') : String(value).padStart(Math.min(2, text.length), '0');
  const year = (value: number) => (chinese ? writeNumeral(value, 'ideographDigital') : String(value));
  if (/^(?:AM|A\/)/i.test(text)) return ({ hour }) => (text.length < 4 ? (hour < 12 ? 'A' : 'P') : hour < 12 ? 'AM' : 'PM');
  if (text.startsWith('上午')) return ({ hour }) => (hour < 12 ? '上午' : '下午');
  switch (text[0]?.toLowerCase()) {
    case 'y':
    case 'b':
      return (moment) => (text.length <= 2 && text[0]?.toLowerCase() === 'y' ? year(moment.year).slice(-2) : year(moment.year));
    case 'e':
      return (moment) => year(moment.year);
    case 'm':
      if (isMinutes) return ({ minute }) => padded(minute);
      if (text.length === 3) return ({ month }) => (MONTHS[month - 1] ?? '').slice(0, 3);
      if (text.length === 5) return ({ month }) => (MONTHS[month - 1] ?? '').slice(0, 1);
      if (text.length > 3) return ({ month }) => MONTHS[month - 1] ?? '';
      return ({ month }) => padded(month);
    case 'd':
      if (text.length === 3) return ({ weekday }) => (WEEKDAYS[weekday] ?? '').slice(0, 3);
      if (text.length > 3) return ({ weekday }) => WEEKDAYS[weekday] ?? '';
      return ({ day }) => padded(day);
    case 'a':
      return ({ weekday }) => (text.length > 3 ? '星期' : '') + (CHINESE_WEEKDAYS[weekday] ?? '');
    case 'h':
      return ({ hour }) => padded(hasHalves ? (hour % 12 === 0 ? 12 : hour % 12) : hour);
    default:
      return ({ second }) => padded(second);
  }
}

function momentOf(serial: number, from1904: boolean, exact: boolean): Moment {
  let day = Math.floor(serial);
  let seconds = (serial - day) * 86_400;
  seconds = exact ? Math.round(seconds * 1000) / 1000 : Math.round(seconds);
  if (seconds >= 86_400) {
    day++;
    seconds = 0;
  }
  const whole = Math.floor(seconds);
  // Day 0 of the count from 1900 is shown as such, day 60 is a 29 February that never was; before it the count is one short.
  const odd = day === 60 ? { year: 1900, month: 2, day: 29 } : day === 0 ? { year: 1900, month: 1, day: 0 } : null;
  const civil = !from1904 && odd ? odd : civilDate(from1904 ? day - 24_107 : day < 60 ? day - 25_568 : day - 25_569);
  return {
    ...civil,
    weekday: (from1904 ? day + 5 : day + 6) % 7,
    hour: Math.floor(whole / 3600),
    minute: Math.floor(whole / 60) % 60,
    second: whole % 60,
    fraction: seconds - whole,
    serial,
  };
}

/** Day of the calendar for a count of days from 1970-01-01. */
function civilDate(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}
