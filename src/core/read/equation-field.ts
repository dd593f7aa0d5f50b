// What an equation field (EQ) of Word shows, as far as it stands for plain signs. Knows no format.
import { writeNumeral } from './list-numerals.ts';

/** Ruby and characters in a circle are written as equations: `EQ \o\ad(\s\up 9(pīn),拼)` shows 拼, `EQ \o\ac(○,3)` shows ③. */
export function equationText(code: string): string | null {
  const equation = /^\s*EQ\s([\s\S]*)$/i.exec(code.replace(/\x13[^\x13-\x15]*\x14|[\x13-\x15]/g, ''));
  const overlaid = equation && /\\o\b[^(]*\(([\s\S]*)\)\s*$/i.exec(equation[1] ?? '');
  if (!overlaid) return null;
  const parts = splitArguments(overlaid[1] ?? '');
  const last = parts[parts.length - 1]?.trim() ?? '';
  const value = Number(last);
  if (parts[0]?.trim() === '○' && /^\d{1,2}$/.test(last) && value >= 1) return writeNumeral(value, 'decimalEnclosedCircle');
  return last.replace(/\\s\\(?:up|do)\s*\d*\(([^()]*)\)/gi, '$1');
}

function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (sign === '(') depth++;
    else if (sign === ')') depth--;
    else if ((sign === ',' || sign === ';' || sign === '，') && depth === 0) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}
