// Automatic numbers of a doc file ([MS-DOC] 2.4.6.3): lists, their levels, the overrides of paragraphs, and the count.
import { writeNumeral } from '../../list-numerals.ts';
import { PART } from './file.ts';
import type { DocFile } from './file.ts';

interface Level {
  readonly start: number;
  /** Style of the number as in OOXML. */
  readonly style: string;
  /** Characters below 9 stand for the number of that level. */
  readonly text: string;
  /** Numbers of higher levels in plain digits. */
  readonly plain: boolean;
  /** Starts anew after a level above this one; 0: never. */
  readonly restartsAfter: number;
}

interface StoredList {
  readonly id: number;
  readonly levels: readonly Level[];
  /** Style linked to each level. */
  readonly styles: readonly number[];
}

interface Override {
  readonly list: number;
  /** By level: another start, another level. */
  readonly levels: ReadonlyMap<number, { readonly start: number | null; readonly level: Level | null }>;
}

export interface Numbering {
  /**
   * The number of the next paragraph of a list, counting it.
   * @param override 1-based, as paragraphs name it
   * @param level 0–8; null: as the style of the paragraph says
   */
  next(override: number, level: number | null, style: number): string;
}

// [MS-OSHARED] 2.2.1.3, MSONFC.
const STYLES: readonly string[] = Array.from(
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
const NO_NUMBER = 255;
const LEVELS = 9;
const LIST_BYTES = 28;
const LEVEL_BYTES = 28;
const OVERRIDE_BYTES = 16;

/** Reads the lists; where they are damaged, paragraphs have no numbers and `damaged` says so. */
export function readNumbering(file: DocFile): Numbering & { readonly damaged: boolean } {
  const lists = new Map<number, StoredList>();
  const damagedLists = !readLists(file, lists);
  const overrides: Override[] = [];
  const damagedOverrides = !readOverrides(file, overrides);
  /** By list: the present number of each level, null where none was given yet. */
  const counters = new Map<number, (number | null)[]>();
  const started = new Set<string>();
  return {
    damaged: damagedLists || damagedOverrides,
    next(index, wantedLevel, style) {
      const override = overrides[index - 1];
      const list = override && lists.get(override.list);
      if (!override || !list) return '';
      const at = Math.min(LEVELS - 1, wantedLevel ?? Math.max(0, list.styles.indexOf(style)));
      const levelOf = (i: number) => override.levels.get(i)?.level ?? list.levels[i] ?? list.levels[0];
      const startOf = (i: number) => override.levels.get(i)?.start ?? levelOf(i)?.start ?? 1;
      const level = levelOf(at);
      if (!level) return '';
      let counter = counters.get(list.id);
      if (!counter) {
        counter = new Array<number | null>(LEVELS).fill(null);
        counters.set(list.id, counter);
      }
      for (const [i, { start }] of override.levels) {
        // A start of its own counts once, where the override is first used.
        const key = `${index}.${i}`;
        if (start === null || started.has(key) || i > at) continue;
        started.add(key);
        counter[i] = i < at ? start : null;
      }
      const before = counter[at];
      counter[at] = before === null || before === undefined ? startOf(at) : before + 1;
      for (let i = at + 1; i < LEVELS; i++) {
        const after = levelOf(i)?.restartsAfter ?? i;
        if (after > at) counter[i] = null;
      }
      return write(level, at, (i) => counter?.[i] ?? startOf(i), levelOf);
    },
  };
}

function write(level: Level, at: number, numberOf: (i: number) => number, levelOf: (i: number) => Level | undefined): string {
  if (level.style === 'bullet') return '';
  let text = '';
  for (const character of level.text) {
    const code = character.charCodeAt(0);
    if (code >= LEVELS) text += character;
    else if (code <= at) text += writeNumeral(numberOf(code), level.plain && code < at ? 'decimal' : (levelOf(code)?.style ?? 'decimal'));
  }
  return text.trim();
}

function readLists(file: DocFile, lists: Map<number, StoredList>): boolean {
  const part = file.part(PART.lists);
  if (part.byteLength < 2) return true;
  const count = part.getUint16(0, true);
  const { table } = file;
  // The levels stand behind the lists, beyond the length that the header gives.
  const base = part.byteOffset - table.byteOffset;
  let at = base + 2 + count * LIST_BYTES;
  for (let i = 0; i < count; i++) {
    const from = base + 2 + i * LIST_BYTES;
    if (from + LIST_BYTES > table.byteLength) return false;
    const id = table.getInt32(from, true);
    const styles = Array.from({ length: LEVELS }, (_, level) => table.getUint16(from + 8 + level * 2, true));
    const simple = (table.getUint8(from + 26) & 1) !== 0;
    const levels: Level[] = [];
    for (let level = 0; level < (simple ? 1 : LEVELS); level++) {
      const read = readLevel(table, at, level);
      if (!read) return false;
      levels.push(read.level);
      at = read.end;
    }
    lists.set(id, { id, levels, styles });
  }
  return true;
}

function readLevel(table: DataView, at: number, index: number): { level: Level; end: number } | null {
  if (at + LEVEL_BYTES > table.byteLength) return null;
  const format = table.getUint8(at + 4);
  const flags = table.getUint8(at + 5);
  const textAt = at + LEVEL_BYTES + table.getUint8(at + 24) + table.getUint8(at + 25);
  if (textAt + 2 > table.byteLength) return null;
  const length = table.getUint16(textAt, true);
  const end = textAt + 2 + length * 2;
  if (end > table.byteLength) return null;
  let text = '';
  for (let i = 0; i < length; i++) text += String.fromCharCode(table.getUint16(textAt + 2 + i * 2, true));
  const level: Level = {
    start: table.getInt32(at, true),
    style: format === NO_NUMBER ? 'none' : (STYLES[format] ?? 'decimal'),
    text,
    plain: (flags & 0x04) !== 0,
    restartsAfter: (flags & 0x08) !== 0 ? table.getUint8(at + 26) : index,
  };
  return { level, end };
}

function readOverrides(file: DocFile, overrides: Override[]): boolean {
  const part = file.part(PART.listOverrides);
  if (part.byteLength < 4) return true;
  const count = part.getUint32(0, true);
  if (4 + count * OVERRIDE_BYTES > part.byteLength) return false;
  // What the overrides say stands behind them, in the same order.
  let at = 4 + count * OVERRIDE_BYTES;
  for (let i = 0; i < count; i++) {
    const from = 4 + i * OVERRIDE_BYTES;
    const list = part.getInt32(from, true);
    const changed = part.getUint8(from + 12);
    const levels = new Map<number, { start: number | null; level: Level | null }>();
    overrides.push({ list, levels });
    at += 4;
    for (let j = 0; j < changed; j++) {
      if (at + 8 > part.byteLength) return false;
      const start = part.getInt32(at, true);
      const flags = part.getUint32(at + 4, true);
      const index = flags & 0x0f;
      const ownStart = (flags & 0x10) !== 0;
      const ownLevel = (flags & 0x20) !== 0;
      at += 8;
      let level: Level | null = null;
      if (ownLevel) {
        const read = readLevel(part, at, index);
        if (!read) return false;
        level = read.level;
        at = read.end;
      }
      if (index < LEVELS) levels.set(index, { start: ownStart ? (level?.start ?? start) : null, level });
    }
  }
  return true;
}
