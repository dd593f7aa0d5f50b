// Property modifiers of a doc file ([MS-DOC] 2.6, “sprms”): walks their lists, which say what differs from the style.
// Knows where an operand ends, not what a document is.

/** One modifier: its code, where its operand starts and how long that is. */
export interface Modifier {
  readonly code: number;
  readonly at: number;
  readonly length: number;
}

/** A list of modifiers inside some bytes. */
export interface ModifierList {
  readonly view: DataView;
  readonly from: number;
  readonly to: number;
}

const TABLE_DEFINITION = 0xd608;
const TABLE_DEFINITION_OLD = 0xd606;
const CHANGED_TABS = 0xc615;
const OPERAND_LENGTHS = [1, 1, 2, 4, 2, 2, 0, 3];

/** A list cut down to what is really there. */
export function modifierList(view: DataView, from: number, to: number): ModifierList {
  return { view, from: Math.min(from, view.byteLength), to: Math.max(0, Math.min(to, view.byteLength)) };
}

/** Calls `visit` for every whole modifier in order; a damaged rest of the list is left out. */
export function forEachModifier({ view, from, to }: ModifierList, visit: (modifier: Modifier, view: DataView) => void): void {
  for (let at = from; at + 2 < to; ) {
    const code = view.getUint16(at, true);
    let start = at + 2;
    let length = OPERAND_LENGTHS[code >> 13] as number;
    if (code >> 13 === 6) {
      if (code === TABLE_DEFINITION || code === TABLE_DEFINITION_OLD) {
        if (start + 2 > to) return;
        length = Math.max(0, view.getUint16(start, true) - 1);
        start += 2;
      } else {
        length = view.getUint8(start);
        start += 1;
        if (code === CHANGED_TABS && length === 255) {
          const removed = start < to ? view.getUint8(start) : 0;
          const added = start + 1 + removed * 4 < to ? view.getUint8(start + 1 + removed * 4) : 0;
          length = 2 + removed * 4 + added * 3;
        }
      }
    }
    if (start + length > to) return;
    visit({ code, at: start, length }, view);
    at = start + length;
  }
}
