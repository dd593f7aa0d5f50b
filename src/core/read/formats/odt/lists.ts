// Automatic numbers of an OpenDocument text: list styles, the style of headings, and the counters that run through the text.
import { writeNumeral } from '../../list-numerals.ts';
import { childElements } from '../../xml.ts';
import type { XmlElement } from '../../xml.ts';

/** Lists may be nested ten deep (OpenDocument 1.3, 19.844). */
export const LEVELS = 10;

interface Level {
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** How many levels the number shows. */
  readonly shown: number;
  /** 「（%2%）」: newer programs write the whole pattern. */
  readonly pattern: string | undefined;
}

type ListStyle = readonly (Level | undefined)[];

/** Counters of one list. */
export interface Counters {
  readonly counts: (number | undefined)[];
}

export interface Lists {
  /** Number of the next item at a level from 0, counted; '' for a bullet or an unknown style. */
  next(style: string, counters: Counters, level: number, start?: number): string;
  /** The same for a heading, whose numbers run through the whole text. */
  nextHeading(level: number, start?: number): string;
}

// The programs write a sample of the style in the file; its first sign tells.
const FORMATS: ReadonlyMap<string, string> = new Map([
  ['1', 'decimal'],
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
  ['一', 'chineseCountingThousand'],
  ['壹', 'chineseLegalSimplified'],
  ['甲', 'ideographTraditional'],
  ['子', 'ideographZodiac'],
  ['１', 'decimalFullWidth'],
  ['①', 'decimalEnclosedCircle'],
]);

/** @param roots `styles.xml` and `content.xml`, or the one root of a flat file */
export function createLists(roots: readonly XmlElement[]): Lists {
  const styles = new Map<string, ListStyle>();
  let outline: ListStyle = [];
  for (const root of roots) {
    for (const part of childElements(root)) {
      if (part.name !== 'office:styles' && part.name !== 'office:automatic-styles') continue;
      for (const element of childElements(part)) {
        if (element.name === 'text:list-style') styles.set(element.attribute('style:name') ?? '', readStyle(element));
        else if (element.name === 'text:outline-style') outline = readStyle(element);
      }
    }
  }
  const headings: Counters = { counts: [] };
  return {
    next: (style, counters, level, start) => count(styles.get(style) ?? [], counters, level, start),
    nextHeading: (level, start) => count(outline, headings, level, start),
  };
}

function count(style: ListStyle, { counts }: Counters, level: number, start: number | undefined): string {
  const last = counts[level];
  counts[level] = start ?? (last === undefined ? (style[level]?.start ?? 1) : last + 1);
  counts.length = level + 1;
  const own = style[level];
  if (!own || own.format === '') return '';
  const written = (index: number) => {
    const of = style[index];
    return of && of.format !== '' ? writeNumeral(counts[index] ?? of.start, of.format) : '';
  };
  if (own.pattern !== undefined) return own.pattern.replace(/%(\d{1,2})%/g, (_whole, digit: string) => written(Number(digit) - 1));
  const shown: string[] = [];
  for (let index = Math.max(0, level - own.shown + 1); index <= level; index++) {
    const text = written(index);
    if (text !== '') shown.push(text);
  }
  return `${own.prefix}${shown.join('.')}${own.suffix}`;
}

function readStyle(element: XmlElement): ListStyle {
  const levels: (Level | undefined)[] = [];
  for (const each of childElements(element)) {
    const level = Number.parseInt(each.attribute('text:level') ?? '', 10) - 1;
    if (!(level >= 0 && level < LEVELS)) continue;
    const isNumber = each.name === 'text:list-level-style-number' || each.name === 'text:outline-level-style';
    const sample = isNumber ? (each.attribute('style:num-format') ?? '') : '';
    levels[level] = {
      format: sample === '' ? '' : (FORMATS.get(sample[0] ?? '') ?? 'decimal'),
      prefix: each.attribute('style:num-prefix') ?? '',
      suffix: each.attribute('style:num-suffix') ?? '',
      start: whole(each.attribute('text:start-value'), 1),
      shown: whole(each.attribute('text:display-levels'), 1),
      pattern: each.attribute('loext:num-list-format') ?? each.attribute('style:num-list-format'),
    };
  }
  return levels;
}

/** A number that an attribute gives. */
export function whole(value: string | undefined, otherwise: number): number {
  const number = Number.parseInt(value ?? '', 10);
  return number >= 0 ? number : otherwise;
}
