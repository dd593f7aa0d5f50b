// Reads one cell of numbers: what value it prints and how it is written. Never repairs, never computes.
import { squeeze } from '../form/label.ts';
import type { Writing } from '../model/report.ts';
import { remembering } from './remembering.ts';

export interface CellValue {
  readonly value: number | null;
  readonly writing: Writing;
  readonly unit?: string;
}

const PLACEHOLDER = /^(?:[/\\|\-−—–―_~*×xX…]+|\.{2,}|无|没有|空|N\/?A|n\/?a|不适用|\/+)$/;
const PLAIN = /^[+\-−]?\d{1,15}(?:\.\d+)?$/;
const THOUSANDS = /^[+\-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const UNITS = '(?:万元|元|件次|件|条|项|个|宗|份|次|起|人|亿元)';
const WITH_UNIT = new RegExp(`^([+\\-−]?\\d[\\d,]*(?:\\.\\d+)?)(${UNITS})$`);
const APPROXIMATE = new RegExp(`^(?:(?:约|近|大约|超过?|不到)\\d[\\d,.]*|\\d[\\d,.]*(?:余|多|左右|以上))${UNITS}?$`);

const toNumber = (text: string): number => Number(text.replace('−', '-').replace(/,/g, ''));

/**
 * Value and manner of writing of a cell, after section 3 of the catalogue.
 * White space at both ends does not count; white space between digits makes the cell text, since two numbers may have run together.
 */
export function readCell(raw: string, decimal = false): CellValue {
  return decimal ? readAmount(raw) : readCount(raw);
}

const LONG: CellValue = { value: null, writing: 'text' };
const readCount = remembering((raw) => readText(raw, false), LONG);
const readAmount = remembering((raw) => readText(raw, true), LONG);

function readText(raw: string, decimal: boolean): CellValue {
  const trimmed = raw.replace(/[\u200b-\u200f\u2060\ufeff]/g, '').trim();
  if (trimmed === '') return { value: null, writing: 'blank' };
  const folded = trimmed.normalize('NFKC').trim();
  // A line that ends in a point or comma goes on in the next one, or does not.
  if (/\d\s+\d|[\d.,]\s*\n\s*[\d.,]/.test(folded)) return { value: null, writing: 'text' };
  const text = squeeze(folded);
  if (text === '') return { value: null, writing: 'blank' };
  if (PLACEHOLDER.test(text)) return { value: null, writing: 'placeholder' };
  if (text === '零' || text === '〇' || text === '○') return { value: 0, writing: 'chinese' };
  if (PLAIN.test(text)) {
    const value = toNumber(text);
    if (/[０-９．－＋]/.test(trimmed)) return { value, writing: 'fullWidth' };
    if (!decimal && /\.0+$/.test(text)) return { value, writing: 'zeroDecimals' };
    return { value, writing: 'plain' };
  }
  if (THOUSANDS.test(text)) return { value: toNumber(text), writing: 'thousands' };
  const unit = WITH_UNIT.exec(text);
  if (unit) return { value: toNumber(unit[1]!), writing: 'withUnit', unit: unit[2]! };
  if (APPROXIMATE.test(text)) return { value: null, writing: 'approximate' };
  return { value: null, writing: 'text' };
}

const BROKEN = /\s*\n\s*/;

/**
 * What the digits of a cell make together that a narrow cell broke over lines (「12⏎3」, 「1,2⏎34」); null where they make no number,
 * or where the lines are two numbers as they stand: a sign within, white space beside the breaks.
 */
export function readSplit(raw: string, decimal = false): number | null {
  const lines = raw.normalize('NFKC').trim().split(BROKEN);
  if (lines.length < 2 || lines.some((line, index) => !(index === 0 ? /^[+\-−]?[\d.,]+$/ : /^[\d.,]+$/).test(line))) return null;
  const { value, writing } = readCell(lines.join(''), decimal);
  return writing === 'text' ? null : value;
}

/** Whether a cell stands where a number belongs: a number, a placeholder, an approximation, or a letter O for 0. */
export const isValueCell: (raw: string) => boolean = remembering((raw) => {
  const { writing } = readCell(raw);
  if (writing === 'blank') return false;
  if (writing !== 'text') return true;
  const text = raw.normalize('NFKC').trim();
  return /^[oO]$/.test(text) || /^[+\-−]?[\d\s.,]+$/.test(text);
}, false);
