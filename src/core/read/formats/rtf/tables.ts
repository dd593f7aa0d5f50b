// The tables in front of the text of an rtf file: fonts, styles, lists and their overrides. Each reader takes the scanner behind the
// word that opens the table and leaves it behind the closing brace of the table.
import { LEVELS } from '../../list-counter.ts';
import type { ListLevel, ListOverride, StoredList } from '../../list-counter.ts';
import { numeralStyle } from '../../list-numerals.ts';
import { headingByName } from '../../office-blocks.ts';
import { decodeBytes } from './code-pages.ts';
import type { CodePages, Font } from './code-pages.ts';
import type { Scanner, Token } from './scanner.ts';

/** More fonts, styles or lists than this are no work of a person. */
const MOST = 10_000;
const LONGEST_NAME = 300;

/** Calls `take` for every token of the group, with the number of groups open within it. */
function forEachToken(scanner: Scanner, take: (token: Token, depth: number) => void): void {
  for (let depth = 0; ; ) {
    const token = scanner.next();
    if (token === 'end') return;
    if (token === 'close' && --depth < 0) {
      take('close', -1);
      return;
    }
    if (token === 'open') depth++;
    take(token, depth);
  }
}

/** Collects the bytes of a name. */
class Letters {
  private codes: number[] = [];

  add(bytes: Uint8Array, scanner: Scanner, token: Token): void {
    if (this.codes.length > LONGEST_NAME) return;
    if (token === 'byte') this.codes.push(scanner.value ?? 0x3f);
    else if (token === 'text')
      for (let i = scanner.from; i < Math.min(scanner.to, scanner.from + LONGEST_NAME); i++) this.codes.push(bytes[i] as number);
  }

  /** The bytes so far, up to the first semicolon; starts anew. */
  take(): Uint8Array {
    const end = this.codes.indexOf(0x3b);
    const taken = Uint8Array.from(end < 0 ? this.codes : this.codes.slice(0, end));
    this.codes = [];
    return taken;
  }
}

export function readFonts(bytes: Uint8Array, scanner: Scanner, pages: CodePages, fonts: Map<number, Font>): void {
  const letters = new Letters();
  let id = -1;
  let charset: number | null = null;
  let codePage: number | null = null;
  const finish = () => {
    if (id < 0 || fonts.size >= MOST) return;
    const named = { name: '', charset, codePage };
    fonts.set(id, { ...named, name: decodeBytes(letters.take(), named.charset === 2 ? undefined : named, pages, false).trim() });
    id = -1;
    charset = null;
    codePage = null;
  };
  let skipped = -1;
  forEachToken(scanner, (token, depth) => {
    if (token === 'close') {
      if (depth < skipped) skipped = -1;
      if (depth <= 0) finish();
      return;
    }
    if (skipped >= 0) return;
    if (token === 'word') {
      const { word, value } = scanner;
      // Alternative names and the like.
      if (word === '*' || word === 'falt' || word === 'panose') skipped = depth;
      else if (word === 'f' && value !== null) {
        finish();
        letters.take();
        id = value;
      } else if (word === 'fcharset') charset = value;
      else if (word === 'cpg') codePage = value;
    } else letters.add(bytes, scanner, token);
  });
}

/** What a style says of its paragraphs. */
export interface RtfStyle {
  /** Level of the heading from 1; null for text. */
  readonly heading: number | null;
}

export function readStyleSheet(
  bytes: Uint8Array,
  scanner: Scanner,
  pages: CodePages,
  fonts: ReadonlyMap<number, Font>,
): Map<number, RtfStyle> {
  const styles = new Map<number, RtfStyle>();
  const letters = new Letters();
  const fresh = { id: 0, kind: 'paragraph', outline: null as number | null, base: -1, font: -1 };
  let style = { ...fresh };
  let skipped = -1;
  forEachToken(scanner, (token, depth) => {
    if (token === 'open' && depth === 1) {
      style = { ...fresh };
      letters.take();
    } else if (token === 'close') {
      if (depth < skipped) skipped = -1;
      if (depth !== 0 || style.kind !== 'paragraph' || styles.size >= MOST) return;
      const name = decodeBytes(letters.take(), fonts.get(style.font), pages, false).trim();
      const level = style.outline === null ? headingByName(name) : style.outline >= 0 && style.outline <= 8 ? style.outline + 1 : null;
      styles.set(style.id, { heading: level ?? styles.get(style.base)?.heading ?? null });
    } else if (skipped >= 0) return;
    else if (token === 'word') {
      const { word, value } = scanner;
      if (word === 's' && depth === 1) style.id = value ?? 0;
      else if (word === 'cs' || word === 'ds' || word === 'ts') style.kind = 'other';
      else if (word === 'outlinelevel') style.outline = value;
      else if (word === 'sbasedon') style.base = value ?? -1;
      else if (word === 'f') style.font = value ?? -1;
      else if (depth > 1 && word !== '*') skipped = depth;
    } else if (depth === 1) letters.add(bytes, scanner, token);
  });
  return styles;
}

interface OpenLevel {
  format: number;
  start: number;
  plain: boolean;
  restarts: boolean;
  /** UTF-16 units; the first gives the length. */
  readonly units: number[];
}

/** A level of a list while it is read, and how its words change it. */
function createLevelReader(bytes: Uint8Array, scanner: Scanner, pages: CodePages) {
  let level: OpenLevel = { format: 0, start: 1, plain: false, restarts: true, units: [] };
  let textDepth = -1;
  let codes: number[] = [];
  let skip = 0;
  let fallback = 1;
  const flush = () => {
    if (codes.length === 0) return;
    const text = decodeBytes(Uint8Array.from(codes), undefined, { ...pages, eastAsian: pages.eastAsian ?? 936 }, false);
    for (let i = 0; i < text.length; i++) level.units.push(text.charCodeAt(i));
    codes = [];
  };
  return {
    begin() {
      level = { format: 0, start: 1, plain: false, restarts: true, units: [] };
    },
    take(token: Token, depth: number) {
      if (token === 'close' && textDepth >= 0 && depth < textDepth) {
        flush();
        textDepth = -1;
      }
      if (token === 'word') {
        const { word, value } = scanner;
        if (word === 'levelnfc' || word === 'levelnfcn') level.format = value ?? 0;
        else if (word === 'levelstartat') level.start = value ?? 1;
        else if (word === 'levellegal') level.plain = value !== 0;
        else if (word === 'levelnorestart') level.restarts = value === 0;
        else if (word === 'leveltext') textDepth = depth;
        else if (word === 'uc') fallback = value ?? 1;
        else if (textDepth >= 0 && word === 'u' && value !== null) {
          flush();
          level.units.push(value & 0xffff);
          skip = fallback;
        }
        return;
      }
      if (textDepth < 0 || level.units.length + codes.length > LONGEST_NAME) return;
      if (token === 'byte') {
        if (skip > 0) skip--;
        else if (level.units.length + codes.length === 0 || (scanner.value ?? 0) < LEVELS) {
          flush();
          level.units.push(scanner.value ?? 0);
        } else codes.push(scanner.value ?? 0);
      } else if (token === 'text') {
        for (let i = scanner.from; i < scanner.to; i++) {
          if (skip > 0) skip--;
          else codes.push(bytes[i] as number);
        }
      }
    },
    finish(index: number): ListLevel {
      const [length = 0, ...units] = level.units;
      return {
        start: level.start,
        style: numeralStyle(level.format),
        text: String.fromCharCode(...units.slice(0, length)),
        plain: level.plain,
        restartsAfter: level.restarts ? index : 0,
      };
    },
  };
}

export function readLists(bytes: Uint8Array, scanner: Scanner, pages: CodePages): Map<number, StoredList> {
  const lists = new Map<number, StoredList>();
  const reader = createLevelReader(bytes, scanner, pages);
  let levels: ListLevel[] = [];
  let id = 0;
  let levelDepth = -1;
  forEachToken(scanner, (token, depth) => {
    if (levelDepth >= 0) {
      reader.take(token, depth);
      if (token === 'close' && depth < levelDepth) {
        levelDepth = -1;
        if (levels.length < LEVELS) levels.push(reader.finish(levels.length));
      }
    } else if (token === 'open' && depth === 1) {
      levels = [];
      id = 0;
    } else if (token === 'word') {
      if (scanner.word === 'listlevel') {
        levelDepth = depth;
        reader.begin();
      } else if (scanner.word === 'listid') id = scanner.value ?? 0;
    } else if (token === 'close' && depth === 0 && lists.size < MOST) lists.set(id, { id, levels, styles: [] });
  });
  return lists;
}

export function readOverrides(bytes: Uint8Array, scanner: Scanner, pages: CodePages): Map<number, ListOverride> {
  const overrides = new Map<number, ListOverride>();
  const reader = createLevelReader(bytes, scanner, pages);
  type Change = { start: number | null; level: ListLevel | null };
  let levels = new Map<number, Change>();
  let list = 0;
  let id = 0;
  let count = 0;
  let change: Change = { start: null, level: null };
  let startsAnew = false;
  let changeDepth = -1;
  let levelDepth = -1;
  forEachToken(scanner, (token, depth) => {
    if (levelDepth >= 0) {
      reader.take(token, depth);
      if (token === 'close' && depth < levelDepth) {
        levelDepth = -1;
        change.level = reader.finish(count);
      }
      return;
    }
    if (token === 'open' && depth === 1) {
      levels = new Map();
      list = id = count = 0;
    } else if (token === 'word') {
      const { word, value } = scanner;
      if (word === 'listid') list = value ?? 0;
      else if (word === 'ls') id = value ?? 0;
      else if (word === 'lfolevel') {
        changeDepth = depth;
        change = { start: null, level: null };
        startsAnew = false;
      } else if (word === 'listoverridestartat') startsAnew = true;
      else if (word === 'levelstartat' && changeDepth >= 0) change.start = value;
      else if (word === 'listlevel') {
        levelDepth = depth;
        reader.begin();
      }
    } else if (token === 'close') {
      if (changeDepth >= 0 && depth < changeDepth) {
        changeDepth = -1;
        levels.set(count++, { start: startsAnew ? (change.level?.start ?? change.start) : null, level: change.level });
      }
      if (depth === 0 && overrides.size < MOST) overrides.set(id, { list, levels });
    }
  });
  return overrides;
}
