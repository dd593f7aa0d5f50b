// Fields in the text of a doc file: what is shown of them is their result, never their code.
import { equationText } from '../../equation-field.ts';

export interface Fields {
  /** Calls `take` for every stretch of [from, to) that is shown, and with a replacement where a code stands for text. */
  visible(from: number, to: number, take: (from: number, to: number, replacement: string | null) => void): void;
}

interface Hidden {
  readonly from: number;
  readonly to: number;
  readonly replacement: string | null;
}

interface Open {
  readonly at: number;
  separator: number;
}

const BEGIN = 19;
const SEPARATOR = 20;
const FIELD_MARKS = /[\x13\x14\x15]/g;
/** A code is a line or two; a longer one is the sign of a missing mark, and text must not vanish for that. */
const LONGEST_CODE = 5000;

/**
 * Finds the fields of a story. Marks without a partner are left out, the text between them is kept.
 * @param formField what a form field shows, by the place of the character that carries its data
 */
export function findFields(
  text: string,
  from: number,
  to: number,
  findings: { lostFields: number; embedded: number },
  formField: (place: number) => string | null,
): Fields {
  const hidden: Hidden[] = [];
  const open: Open[] = [];
  const mark = (at: number) => hidden.push({ from: at, to: at + 1, replacement: null });
  FIELD_MARKS.lastIndex = from;
  for (let found = FIELD_MARKS.exec(text); found && found.index < to; found = FIELD_MARKS.exec(text)) {
    const at = found.index;
    const code = text.charCodeAt(at);
    const top = open[open.length - 1];
    if (code === BEGIN) {
      open.push({ at, separator: -1 });
      continue;
    }
    mark(at);
    if (!top) continue;
    if (code === SEPARATOR) {
      if (top.separator < 0) top.separator = at;
      continue;
    }
    open.pop();
    const codeEnd = top.separator < 0 ? at : top.separator;
    const fieldCode = text.slice(top.at + 1, codeEnd);
    if (/^\s*(?:EMBED|LINK)\s/i.test(fieldCode)) findings.embedded++;
    if (fieldCode.length > LONGEST_CODE || fieldCode.includes('\x07')) {
      mark(top.at);
      findings.lostFields++;
    } else hidden.push({ from: top.at, to: codeEnd, replacement: top.separator < 0 ? shownBy(fieldCode, top.at + 1) : null });
  }
  /** What a field without a result shows. */
  function shownBy(code: string, at: number): string | null {
    const data = /^\s*FORM(?:DROPDOWN|CHECKBOX)\b/i.test(code) ? code.indexOf('\x01') : -1;
    return data >= 0 ? formField(at + data) : equationText(code);
  }
  for (const { at } of open) mark(at);
  hidden.sort((a, b) => a.from - b.from || b.to - a.to);
  return {
    visible(start, stop, take) {
      let at = start;
      for (let i = firstEndingAfter(hidden, start); i < hidden.length; i++) {
        const gap = hidden[i] as Hidden;
        if (gap.from >= stop) break;
        if (gap.to <= at) continue;
        if (gap.from > at) take(at, gap.from, null);
        if (gap.from >= at && gap.replacement !== null) take(gap.from, gap.from, gap.replacement);
        at = Math.max(at, gap.to);
      }
      if (at < stop) take(at, stop, null);
    },
  };
}

/** Gaps may be nested, so those before one that is still open have to be looked at: the start of its outermost one. */
function firstEndingAfter(gaps: readonly Hidden[], position: number): number {
  let low = 0;
  let high = gaps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((gaps[middle] as Hidden).from < position) low = middle + 1;
    else high = middle;
  }
  // A code is short, so the gap that covers `position` starts not far before it.
  while (low > 0 && (gaps[low - 1] as Hidden).from > position - LONGEST_CODE - 2) low--;
  return low;
}

const DATA_HEADER = 0x44;
const CHECK_BOX = 1;
const DROP_DOWN = 2;
/** The result of a form field that was never set. */
const UNSET = 25;

/** A box, ticked or not, or the chosen entry of a list ([MS-DOC] 2.9.78, FFData); null for anything else. */
export function formFieldText(data: DataView, place: number): string | null {
  const at = place + DATA_HEADER;
  if (at + 10 > data.byteLength || data.getUint16(place + 4, true) !== DATA_HEADER || data.getUint32(at, true) !== 0xffffffff) return null;
  const bits = data.getUint16(at + 4, true);
  const kind = bits & 3;
  if (kind !== CHECK_BOX && kind !== DROP_DOWN) return null;
  const result = (bits >> 2) & 0x1f;
  // The name, then the default.
  let next = at + 10;
  const skipText = (terminated: boolean): boolean => {
    if (next + 2 > data.byteLength) return false;
    next += 2 + (data.getUint16(next, true) + (terminated ? 1 : 0)) * 2;
    return next + 2 <= data.byteLength;
  };
  if (!skipText(true)) return null;
  const value = result === UNSET ? data.getUint16(next, true) : result;
  if (kind === CHECK_BOX) return value === 1 ? '☑' : '☐';
  next += 2;
  // Format, help, status and two macros stand in front of the entries.
  for (let i = 0; i < 5; i++) if (!skipText(true)) return null;
  if (next + 6 > data.byteLength || data.getUint16(next, true) !== 0xffff || value >= data.getUint16(next + 2, true)) return null;
  next += 6;
  for (let i = 0; i < value; i++) if (!skipText(false)) return null;
  const length = data.getUint16(next, true);
  if (next + 2 + length * 2 > data.byteLength) return null;
  let text = '';
  for (let i = 0; i < length; i++) text += String.fromCharCode(data.getUint16(next + 2 + i * 2, true));
  return text;
}
