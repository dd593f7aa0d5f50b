// Counts the automatic numbers of Word's lists as doc and rtf files store them: lists with nine levels, and overrides, by
// which paragraphs name them. Knows no format.
import { writeNumeral } from './list-numerals.ts';

/** Levels that a list may have. */
export const LEVELS = 9;

export interface ListLevel {
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

export interface StoredList {
  readonly id: number;
  readonly levels: readonly ListLevel[];
  /** Style linked to each level. */
  readonly styles: readonly number[];
}

export interface ListOverride {
  readonly list: number;
  /** By level: another start, another level. */
  readonly levels: ReadonlyMap<number, { readonly start: number | null; readonly level: ListLevel | null }>;
}

export interface ListCounter {
  /**
   * The number of the next paragraph of a list, counting it.
   * @param override as paragraphs name it
   * @param level 0–8; null: as the style of the paragraph says
   */
  next(override: number, level: number | null, style: number): string;
}

/** Starts to count; to be asked once for each numbered paragraph, in reading order. */
export function createListCounter(lists: ReadonlyMap<number, StoredList>, overrides: ReadonlyMap<number, ListOverride>): ListCounter {
  /** By list: the present number of each level, null where none was given yet. */
  const counters = new Map<number, (number | null)[]>();
  const started = new Set<string>();
  return {
    next(index, wantedLevel, style) {
      const override = overrides.get(index);
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

function write(level: ListLevel, at: number, numberOf: (i: number) => number, levelOf: (i: number) => ListLevel | undefined): string {
  if (level.style === 'bullet') return '';
  let text = '';
  for (const character of level.text) {
    const code = character.charCodeAt(0);
    if (code >= LEVELS) text += character;
    else if (code <= at) text += writeNumeral(numberOf(code), level.plain && code < at ? 'decimal' : (levelOf(code)?.style ?? 'decimal'));
  }
  return text.trim();
}
