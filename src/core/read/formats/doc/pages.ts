// The pages of properties in a doc file ([MS-DOC] 2.9.22, 2.9.175): which modifiers hold for a stored byte.
import { modifierList } from './properties.ts';
import type { ModifierList } from './properties.ts';

/** Runs in the order of the file; they do not overlap in a sound file. */
export interface RunTable {
  /** Index of the run that holds a byte; −1 if there is none. */
  indexAt(byte: number): number;
  readonly count: number;
  from(index: number): number;
  to(index: number): number;
  /** Modifiers of the run; null for none. */
  modifiers(index: number): ModifierList | null;
  /** Style of a paragraph; 0 for runs of characters. */
  style(index: number): number;
}

const PAGE_BYTES = 512;

/**
 * @param plc the list of pages out of the table stream
 * @param kind paragraphs have a style in front of their modifiers, characters do not
 */
export function readRuns(text: DataView, plc: DataView, kind: 'paragraphs' | 'characters'): RunTable {
  const starts: number[] = [];
  const ends: number[] = [];
  const places: number[] = [];
  const seen = new Set<number>();
  const count = Math.max(0, Math.floor((plc.byteLength - 4) / 8));
  for (let i = 0; i < count; i++) {
    const page = plc.getUint32((count + 1) * 4 + i * 4, true) & 0x3fffff;
    const at = page * PAGE_BYTES;
    // Each page counts once, whatever the list says: its size bounds the work.
    if (seen.has(page) || at + PAGE_BYTES > text.byteLength) continue;
    seen.add(page);
    const runs = text.getUint8(at + PAGE_BYTES - 1);
    const width = kind === 'paragraphs' ? 13 : 1;
    if ((runs + 1) * 4 + runs * width >= PAGE_BYTES) continue;
    for (let run = 0; run < runs; run++) {
      const from = text.getUint32(at + run * 4, true);
      const to = text.getUint32(at + run * 4 + 4, true);
      if (to <= from) continue;
      const offset = text.getUint8(at + (runs + 1) * 4 + run * width) * 2;
      starts.push(from);
      ends.push(to);
      places.push(offset === 0 ? -1 : at + offset);
    }
  }
  const order = sortedOrder(starts);
  const run = (index: number) => order[index] as number;
  const placeOf = (index: number) => places[run(index)] as number;
  return {
    count: order.length,
    from: (index) => starts[run(index)] as number,
    to: (index) => ends[run(index)] as number,
    indexAt(byte) {
      let low = 0;
      let high = order.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        if (byte < (starts[run(middle)] as number)) high = middle - 1;
        else if (byte >= (ends[run(middle)] as number)) low = middle + 1;
        else return middle;
      }
      return -1;
    },
    modifiers(index) {
      const place = index < 0 ? -1 : placeOf(index);
      if (place < 0) return null;
      const end = place - (place % PAGE_BYTES) + PAGE_BYTES - 1;
      if (kind === 'characters') return modifierList(text, place + 1, Math.min(end, place + 1 + text.getUint8(place)));
      const { from, to } = paragraphBytes(text, place);
      return modifierList(text, from + 2, Math.min(end, to));
    },
    style(index) {
      const place = index < 0 ? -1 : placeOf(index);
      if (place < 0 || kind === 'characters') return 0;
      const { from } = paragraphBytes(text, place);
      return from + 2 <= text.byteLength ? text.getUint16(from, true) : 0;
    },
  };
}

/** Style and modifiers of a paragraph: a count of words in one byte, or zero and the count in the next. */
function paragraphBytes(text: DataView, place: number): { from: number; to: number } {
  const words = text.getUint8(place);
  if (words > 0) return { from: place + 1, to: place + words * 2 };
  const more = place + 1 < text.byteLength ? text.getUint8(place + 1) : 0;
  return { from: place + 2, to: place + 2 + more * 2 };
}

function sortedOrder(starts: readonly number[]): number[] {
  const order = starts.map((_, i) => i);
  const sorted = starts.every((start, i) => i === 0 || (starts[i - 1] as number) <= start);
  return sorted ? order : order.sort((a, b) => (starts[a] as number) - (starts[b] as number));
}
