// Automatic numbers of a Word document: definitions, and the counters that run through the text.
import { isOn, valueOf } from '../../ooxml.ts';
import { writeNumeral } from '../../list-numerals.ts';
import { child, childElements } from '../../xml.ts';
import type { XmlElement } from '../../xml.ts';

const LEVELS = 9;

interface Level {
  readonly start: number;
  readonly format: string;
  /** 「（%2）」: %n stands for the number of level n. */
  readonly text: string;
  /** Used at this level or above, restarts it; 0: nothing does. Undefined: the level above. */
  readonly restart: number | undefined;
  /** All numbers in it as decimals. */
  readonly legal: boolean;
  /** Paragraph style bound to the level. */
  readonly style: string | undefined;
}

interface List {
  /** Lists of one abstract definition go on counting each other's numbers. */
  readonly abstract: string;
  readonly levels: readonly (Level | undefined)[];
  /** Numbers at which this list begins anew when it is first used. */
  readonly startOverrides: ReadonlyMap<number, number>;
}

export interface Numbering {
  /** Level that a list binds to a paragraph style; null if it binds none. */
  levelOfStyle(list: string, style: string): number | null;
  /**
   * Counts one paragraph and gives its number as text; '' for a bullet and for a list that does not exist, as Word does.
   * To be called once for each numbered paragraph, in reading order.
   */
  next(list: string, level: number): string;
}

/** @param root the part `numbering.xml`; null if there is none */
export function createNumbering(root: XmlElement | null, listOfStyle: (style: string) => string | undefined): Numbering {
  const lists = root ? readLists(root, listOfStyle) : new Map<string, List>();
  /** Abstract definition → last number of each level; undefined: not used since its last restart. */
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return {
    levelOfStyle(id, style) {
      const level = lists.get(id)?.levels.findIndex((each) => each?.style === style) ?? -1;
      return level < 0 ? null : level;
    },
    next(id, at) {
      const list = lists.get(id);
      const level = list?.levels[at];
      if (!list || !level) return '';
      let counts = counters.get(list.abstract);
      if (!counts) {
        counts = [];
        counters.set(list.abstract, counts);
      }
      const override = list.startOverrides.get(at);
      if (override !== undefined && !begun.has(`${id} ${at}`)) {
        begun.add(`${id} ${at}`);
        counts[at] = override;
      } else {
        const last = counts[at];
        counts[at] = last === undefined ? (override ?? level.start) : last + 1;
      }
      for (let below = at + 1; below < LEVELS; below++) {
        const restart = list.levels[below]?.restart ?? below;
        if (at < restart) counts[below] = undefined;
      }
      return level.format === 'bullet' ? '' : labelOf(list, level, counts);
    },
  };
}

function labelOf(list: List, level: Level, counts: readonly (number | undefined)[]): string {
  return level.text.replace(/%([1-9])/g, (_whole, digit: string) => {
    const index = Number(digit) - 1;
    const of = list.levels[index];
    const value = counts[index] ?? of?.start ?? 1;
    return writeNumeral(value, level.legal ? 'decimal' : (of?.format ?? 'decimal'));
  });
}

function readLists(root: XmlElement, listOfStyle: (style: string) => string | undefined): Map<string, List> {
  const abstracts = new Map<string, XmlElement>();
  for (const element of childElements(root, 'w:abstractNum')) abstracts.set(element.attribute('w:abstractNumId') ?? '', element);
  const nums = childElements(root, 'w:num');
  const abstractOf = new Map(nums.map((num) => [num.attribute('w:numId') ?? '', valueOf(num, 'w:abstractNumId') ?? '']));
  /** Follows the link of a list style to the definition that holds the levels. */
  const resolve = (id: string): string => {
    let at = id;
    for (let steps = 0; steps < 10; steps++) {
      const element = abstracts.get(at);
      const link = element && valueOf(element, 'w:numStyleLink');
      const target = link === undefined ? undefined : abstractOf.get(listOfStyle(link) ?? '');
      if (target === undefined || target === at) break;
      at = target;
    }
    return at;
  };
  const lists = new Map<string, List>();
  for (const num of nums) {
    const abstract = resolve(valueOf(num, 'w:abstractNumId') ?? '');
    const element = abstracts.get(abstract);
    if (!element) continue;
    const levels: (Level | undefined)[] = [];
    const startOverrides = new Map<number, number>();
    for (const lvl of childElements(element, 'w:lvl')) setLevel(levels, lvl);
    for (const override of childElements(num, 'w:lvlOverride')) {
      const at = levelIndex(override.attribute('w:ilvl'));
      const start = Number.parseInt(valueOf(override, 'w:startOverride') ?? '', 10);
      if (at !== null && Number.isFinite(start)) startOverrides.set(at, start);
      const lvl = child(override, 'w:lvl');
      if (lvl) setLevel(levels, lvl);
    }
    lists.set(num.attribute('w:numId') ?? '', { abstract, levels, startOverrides });
  }
  return lists;
}

function setLevel(levels: (Level | undefined)[], lvl: XmlElement): void {
  const at = levelIndex(lvl.attribute('w:ilvl'));
  if (at === null) return;
  const number = (name: string): number | undefined => {
    const value = Number.parseInt(valueOf(lvl, name) ?? '', 10);
    return Number.isFinite(value) ? value : undefined;
  };
  // Newer styles come with an older one for programs that do not know them.
  const fallback = child(child(lvl, 'mc:AlternateContent'), 'mc:Fallback');
  levels[at] = {
    // Without a start Word counts from 0.
    start: number('w:start') ?? 0,
    format: valueOf(lvl, 'w:numFmt') ?? valueOf(fallback, 'w:numFmt') ?? 'decimal',
    text: valueOf(lvl, 'w:lvlText') ?? '',
    restart: number('w:lvlRestart'),
    legal: isOn(child(lvl, 'w:isLgl')),
    style: valueOf(lvl, 'w:pStyle'),
  };
}

/** Level from 0 to 8; null if it is none. */
export function levelIndex(value: string | undefined): number | null {
  const level = Number.parseInt(value ?? '', 10);
  return level >= 0 && level < LEVELS ? level : null;
}
