// The style sheet of a doc file ([MS-DOC] 2.9.271): what paragraphs and characters inherit, as far as reading needs it.
import { PART } from './file.ts';
import type { DocFile } from './file.ts';
import { forEachModifier, modifierList } from './properties.ts';
import type { ModifierList } from './properties.ts';

/** What a style says together with the styles it is based on. */
export interface Style {
  /** Level of the outline, 1–9; null for running text. */
  readonly level: number | null;
  /** Modifiers of the paragraph, the remotest ancestor first. */
  readonly paragraph: readonly ModifierList[];
  /** Whether its characters are hidden. */
  readonly hidden: boolean;
  /** Whether they are crossed out. */
  readonly struck: boolean;
}

export type StyleSheet = (index: number) => Style;

interface StoredStyle {
  readonly id: number;
  readonly kind: number;
  readonly base: number;
  readonly paragraph: ModifierList | null;
  readonly characters: ModifierList | null;
}

const PARAGRAPH = 1;
const CHARACTER = 2;
const NO_STYLE = 0xfff;
const TITLE = 62;
const HIDDEN = 0x083c;
/** Crossed out with one line, with two. */
export const STRUCK = 0x0837;
export const STRUCK_TWICE = 0x2a53;
const OUTLINE_LEVEL = 0x2640;
const NO_LEVEL: Style = { level: null, paragraph: [], hidden: false, struck: false };

/** Reads the sheet; a damaged one gives plain styles. */
export function readStyles(file: DocFile): StyleSheet {
  const stored = readStored(file.part(PART.styles));
  const cache = new Map<number, Style>();
  return (index) => {
    let style = cache.get(index);
    if (style === undefined) {
      style = inherit(stored, index);
      cache.set(index, style);
    }
    return style;
  };
}

function inherit(stored: readonly (StoredStyle | null)[], index: number): Style {
  const chain: StoredStyle[] = [];
  const seen = new Set<number>();
  for (let at = index; !seen.has(at); ) {
    seen.add(at);
    const style = stored[at];
    if (!style) break;
    chain.unshift(style);
    if (style.base === NO_STYLE) break;
    at = style.base;
  }
  if (chain.length === 0) return NO_LEVEL;
  let level: number | null = null;
  let hidden = false;
  let struck = false;
  let twice = false;
  const paragraph: ModifierList[] = [];
  for (const style of chain) {
    if (style.kind === PARAGRAPH && style.id >= 1 && style.id <= 9) level = style.id;
    else if (style.kind === PARAGRAPH && style.id === TITLE) level = 1;
    if (style.paragraph) {
      paragraph.push(style.paragraph);
      forEachModifier(style.paragraph, ({ code, at }, view) => {
        if (code === OUTLINE_LEVEL) level = levelOf(view.getUint8(at));
      });
    }
    if (style.characters) {
      forEachModifier(style.characters, ({ code, at }, view) => {
        if (code === HIDDEN) hidden = isOn(view.getUint8(at), hidden);
        else if (code === STRUCK) struck = isOn(view.getUint8(at), struck);
        else if (code === STRUCK_TWICE) twice = isOn(view.getUint8(at), twice);
      });
    }
  }
  return { level, paragraph, hidden, struck: struck || twice };
}

/** Level of the outline as stored: 0–8, or 9 for running text. */
export function levelOf(stored: number): number | null {
  return stored < 9 ? stored + 1 : null;
}

/** A switch may also say “as the style” or “not as the style”. */
export function isOn(operand: number, inherited: boolean): boolean {
  if (operand === 0x80) return inherited;
  if (operand === 0x81) return !inherited;
  return operand === 1;
}

function readStored(sheet: DataView): (StoredStyle | null)[] {
  const styles: (StoredStyle | null)[] = [];
  if (sheet.byteLength < 6) return styles;
  const headerLength = sheet.getUint16(0, true);
  const count = sheet.getUint16(2, true);
  const baseLength = sheet.getUint16(4, true);
  let at = 2 + headerLength;
  for (let i = 0; i < count && at + 2 <= sheet.byteLength; i++) {
    const length = sheet.getUint16(at, true);
    const from = at + 2;
    const to = Math.min(sheet.byteLength, from + length);
    styles.push(length === 0 ? null : readStyle(sheet, from, to, baseLength));
    // Each description starts at an even place.
    at = from + length + (length & 1);
  }
  return styles;
}

function readStyle(sheet: DataView, from: number, to: number, baseLength: number): StoredStyle | null {
  if (from + 10 > to) return null;
  const id = sheet.getUint16(from, true) & 0x0fff;
  const kindAndBase = sheet.getUint16(from + 2, true);
  const kind = kindAndBase & 0x0f;
  const base = kindAndBase >> 4;
  const parts = sheet.getUint16(from + 4, true) & 0x0f;
  const nameAt = from + Math.max(10, baseLength);
  const bare: StoredStyle = { id, kind, base, paragraph: null, characters: null };
  if (nameAt + 2 > to) return bare;
  let at = nameAt + 2 + (sheet.getUint16(nameAt, true) + 1) * 2;
  const lists: ModifierList[] = [];
  for (let i = 0; i < parts && at + 2 <= to; i++) {
    const length = sheet.getUint16(at, true);
    lists.push(modifierList(sheet, at + 2, Math.min(to, at + 2 + length)));
    at += 2 + length + (length & 1);
  }
  const [first, second] = lists;
  if (kind === CHARACTER) return { ...bare, characters: first ?? null };
  if (kind !== PARAGRAPH) return bare;
  // In front of a paragraph's modifiers stands the index of the style itself.
  return { ...bare, paragraph: first ? { ...first, from: first.from + 2 } : null, characters: second ?? null };
}
