// Automatic numbers of a doc file ([MS-DOC] 2.4.6.3): lists, their levels and the overrides of paragraphs.
import { createListCounter, LEVELS } from '../../list-counter.ts';
import type { ListCounter, ListLevel, ListOverride, StoredList } from '../../list-counter.ts';
import { numeralStyle } from '../../list-numerals.ts';
import { PART } from './file.ts';
import type { DocFile } from './file.ts';

const LIST_BYTES = 28;
const LEVEL_BYTES = 28;
const OVERRIDE_BYTES = 16;

/** Reads the lists; where they are damaged, paragraphs have no numbers and `damaged` says so. */
export function readNumbering(file: DocFile): ListCounter & { readonly damaged: boolean } {
  const lists = new Map<number, StoredList>();
  const damagedLists = !readLists(file, lists);
  const overrides = new Map<number, ListOverride>();
  const damagedOverrides = !readOverrides(file, overrides);
  return { damaged: damagedLists || damagedOverrides, ...createListCounter(lists, overrides) };
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
    const levels: ListLevel[] = [];
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

function readLevel(table: DataView, at: number, index: number): { level: ListLevel; end: number } | null {
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
  const level: ListLevel = {
    start: table.getInt32(at, true),
    style: numeralStyle(format),
    text,
    plain: (flags & 0x04) !== 0,
    restartsAfter: (flags & 0x08) !== 0 ? table.getUint8(at + 26) : index,
  };
  return { level, end };
}

function readOverrides(file: DocFile, overrides: Map<number, ListOverride>): boolean {
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
    const levels = new Map<number, { start: number | null; level: ListLevel | null }>();
    overrides.set(i + 1, { list, levels });
    at += 4;
    for (let j = 0; j < changed; j++) {
      if (at + 8 > part.byteLength) return false;
      const start = part.getInt32(at, true);
      const flags = part.getUint32(at + 4, true);
      const index = flags & 0x0f;
      const ownStart = (flags & 0x10) !== 0;
      const ownLevel = (flags & 0x20) !== 0;
      at += 8;
      let level: ListLevel | null = null;
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
