// Paragraphs of a doc file with what holds for them: text without what is deleted or hidden, fields as their results,
// level of a heading, place in tables. Knows nothing of how tables are put together.
import type { ModifierList } from './properties.ts';
import { forEachModifier, modifierList } from './properties.ts';
import { PART } from './file.ts';
import type { DocFile } from './file.ts';
import { readRuns } from './pages.ts';
import type { Piece, PieceTable } from './pieces.ts';
import { joinNumber } from '../../list-numerals.ts';
import type { MarkedParagraph } from '../../marked-tables.ts';
import { strike } from '../../struck-text.ts';
import { signOf } from '../../symbol-fonts.ts';
import { readFontNames } from './fonts.ts';
import { isOn, levelOf, STRUCK, STRUCK_TWICE } from './styles.ts';
import type { StyleSheet } from './styles.ts';
import type { ListCounter } from '../../list-counter.ts';
import { findFields, formFieldText } from './fields.ts';

/** What the reader left out or took in without showing it. */
export interface Findings {
  deleted: number;
  inserted: number;
  hidden: number;
  pictures: number;
  notesReferenced: number;
  lostFields: number;
  /** Other files within the document. */
  embedded: number;
}

export interface Paragraph extends MarkedParagraph {
  /** Modifiers that may say how the row looks; only where it ends a row. */
  readonly row: readonly ModifierList[];
  /** Places in the whole text where shapes are anchored. */
  readonly anchors: readonly number[];
}

export interface ParagraphReader {
  /** Paragraphs of the text from one position to another, in order; lists go on counting from story to story. */
  read(from: number, to: number): Generator<Paragraph>;
  readonly findings: Findings;
}

interface ParagraphState {
  level: number | null;
  inTable: boolean;
  depth: number | null;
  deeper: number;
  endsRow: boolean;
  endsInnerCell: boolean;
  endsInnerRow: boolean;
  list: number;
  listLevel: number | null;
}

interface RunState {
  readonly hidden: boolean;
  readonly struck: boolean;
  readonly deleted: boolean;
  readonly inserted: boolean;
  readonly special: boolean;
  readonly symbol: number;
  /** Index of the font of the sign. */
  readonly font: number;
}

const CELL_MARK = 7;
const PAGE_BREAK = 12;
const PARAGRAPH_MARK = 13;
const MAX_DEPTH = 30;
/** Longer paragraphs are not made by people. */
const LONGEST = 1_000_000;
const MARKS = /[\r\x07\x0c]/g;

export function readParagraphs(file: DocFile, table: PieceTable, styles: StyleSheet, numbering: ListCounter): ParagraphReader {
  const paragraphRuns = readRuns(file.text, file.part(PART.paragraphPages), 'paragraphs');
  const characterRuns = readRuns(file.text, file.part(PART.characterPages), 'characters');
  const fonts = readFontNames(file);
  const { text, pieces } = table;
  const findings: Findings = { deleted: 0, inserted: 0, hidden: 0, pictures: 0, notesReferenced: 0, lostFields: 0, embedded: 0 };
  const byteOf = (piece: Piece, position: number) => piece.at + (position - piece.from) * piece.bytesPerCharacter;

  /** Whether a page break is also the end of its paragraph (a section ends there). */
  const endsParagraph = (position: number): boolean => {
    const piece = pieces[table.indexAt(position)];
    if (!piece) return true;
    const byte = byteOf(piece, position);
    const run = paragraphRuns.indexAt(byte);
    return run < 0 || paragraphRuns.to(run) === byte + piece.bytesPerCharacter;
  };

  const nextMark = (from: number, to: number): number => {
    MARKS.lastIndex = from;
    for (let found = MARKS.exec(text); found && found.index < to; found = MARKS.exec(text)) {
      if (text.charCodeAt(found.index) !== PAGE_BREAK) return found.index;
      const resume = MARKS.lastIndex;
      if (endsParagraph(found.index)) return found.index;
      MARKS.lastIndex = resume;
    }
    return to - 1;
  };

  const paragraphState = (position: number): { state: ParagraphState; style: number; lists: ModifierList[] } => {
    const piece = pieces[table.indexAt(position)];
    const run = piece ? paragraphRuns.indexAt(byteOf(piece, position)) : -1;
    const style = paragraphRuns.style(run);
    const sheet = styles(style);
    const state: ParagraphState = {
      level: sheet.level,
      inTable: false,
      depth: null,
      deeper: 0,
      endsRow: false,
      endsInnerCell: false,
      endsInnerRow: false,
      list: 0,
      listLevel: null,
    };
    const lists: ModifierList[] = [...sheet.paragraph];
    const own = paragraphRuns.modifiers(run);
    if (own) lists.push(...elsewhere(file.data, own));
    if (piece?.changes) lists.push(piece.changes);
    for (const list of lists) applyParagraph(state, list);
    return { state, style, lists };
  };

  const runCache = new Map<string, RunState>();
  const runState = (run: number, piece: Piece, style: number): RunState => {
    const key = `${run}.${style}.${piece.changes ? piece.from : ''}`;
    let state = runCache.get(key);
    if (!state) {
      state = characterState(characterRuns.modifiers(run), piece.changes, styles, style);
      if (runCache.size > 50_000) runCache.clear();
      runCache.set(key, state);
    }
    return state;
  };

  /** What a form field shows that has no result of its own; `place`: its picture character. */
  const formField = (place: number): string | null => {
    const piece = pieces[table.indexAt(place)];
    if (!piece) return null;
    let text: string | null = null;
    const own = characterRuns.modifiers(characterRuns.indexAt(byteOf(piece, place)));
    if (own) {
      forEachModifier(own, ({ code, at }, view) => {
        if (code === 0x6a03) text = formFieldText(file.data, view.getUint32(at, true));
      });
    }
    return text;
  };

  function* read(from: number, to: number): Generator<Paragraph> {
    const end = Math.min(to, text.length);
    const fields = findFields(text, from, end, findings, formField);
    /** Text of paragraphs whose marks were deleted or hidden: it goes on in the next one. */
    let carried = '';
    let carriedDepth = 0;
    for (let start = from; start < end; ) {
      const mark = Math.min(nextMark(start, end), start + LONGEST);
      const code = text.charCodeAt(mark);
      const { state, style, lists } = paragraphState(mark);
      const collected = collect(start, mark + 1, style);
      start = mark + 1;
      const isCellMark = code === CELL_MARK;
      const tableDepth = Math.min(MAX_DEPTH, Math.max(0, (state.depth ?? 0) + state.deeper));
      const depth = isCellMark ? Math.max(1, tableDepth) : state.inTable ? Math.max(1, tableDepth) : tableDepth;
      const endsRow = depth === 1 ? isCellMark && state.endsRow : state.endsInnerRow;
      const endsCell = !endsRow && (isCellMark || (depth > 1 && state.endsInnerCell && code === PARAGRAPH_MARK));
      if (carried !== '' && depth !== carriedDepth) {
        // Nothing runs on from text into a table or out of it.
        yield { ...BARE, depth: carriedDepth, lines: linesOf('', carried) };
        carried = '';
      }
      const body = carried + collected.text;
      carried = '';
      if (!isCellMark && !endsRow && !endsCell && (collected.markDeleted || collected.markHidden) && start < end) {
        carried = body;
        carriedDepth = depth;
        if (collected.anchors.length === 0 && collected.pictures === 0) continue;
      }
      // A paragraph that lost all its text to a deletion, mark included, has no number any more.
      const gone = collected.markDeleted && body === '';
      const number = state.list > 0 && !gone && !endsRow && carried === '' ? numbering.next(state.list, state.listLevel, style) : '';
      yield {
        lines: carried === '' ? linesOf(number, body) : [],
        level: state.level,
        depth,
        endsCell,
        endsRow,
        row: endsRow ? lists : [],
        markDeleted: collected.markDeleted,
        allDeleted: collected.lost && body === '',
        anchors: collected.anchors,
        pictures: collected.pictures,
      };
    }
    if (carried !== '') yield { ...BARE, depth: carriedDepth, lines: linesOf('', carried) };

    /** The readable text of some characters, and what is known of the last one, the mark. */
    function collect(start: number, stop: number, style: number): Collected {
      const result: Collected = { text: '', markDeleted: false, markHidden: false, lost: false, anchors: [], pictures: 0 };
      let at = start;
      let index = table.indexAt(start);
      while (at < stop) {
        const piece = pieces[index];
        if (!piece) break;
        const byte = byteOf(piece, at);
        const run = characterRuns.indexAt(byte);
        const runEnd = run < 0 ? piece.to : at + Math.max(1, Math.ceil((characterRuns.to(run) - byte) / piece.bytesPerCharacter));
        const next = Math.min(stop, piece.to, runEnd);
        const state = runState(run, piece, style);
        const hasMark = next === stop;
        if (hasMark) {
          result.markDeleted = state.deleted;
          result.markHidden = state.hidden;
        }
        takeRun(result, at, hasMark ? next - 1 : next, state);
        at = next;
        if (at >= piece.to) index++;
      }
      return result;
    }

    function takeRun(result: Collected, start: number, stop: number, state: RunState): void {
      if (stop <= start) return;
      if (state.deleted) {
        findings.deleted++;
        result.lost = true;
        return;
      }
      if (state.hidden) {
        if (text.slice(start, stop).trim() !== '') findings.hidden++;
        return;
      }
      if (state.inserted) findings.inserted++;
      fields.visible(start, stop, (from, to, replacement) => {
        const shown = replacement ?? plain(result, from, to, state);
        result.text += state.struck ? strike(shown) : shown;
      });
    }

    function plain(result: Collected, start: number, stop: number, state: RunState): string {
      let out = '';
      let copied = start;
      for (let i = start; i < stop; i++) {
        const code = text.charCodeAt(i);
        if (code > 0x28 || (code >= 0x20 && code < 0x28)) continue;
        if (code === 9) continue;
        if (code === 0x28 && !(state.special && state.symbol >= 0)) continue;
        out += text.slice(copied, i);
        copied = i + 1;
        if (code === 0x0b || code === PAGE_BREAK || code === 0x0e) out += '\n';
        else if (code === 0x1e) out += '-';
        else if (code === 0x28) {
          out += signOf(fonts[state.font] ?? '', state.symbol);
        } else if (code === 1 && state.special) {
          result.pictures++;
          findings.pictures++;
        } else if (code === 2 && state.special) findings.notesReferenced++;
        else if (code === 8) result.anchors.push(i);
      }
      return out + text.slice(copied, stop);
    }
  }

  return { read, findings };
}

interface Collected {
  text: string;
  markDeleted: boolean;
  markHidden: boolean;
  lost: boolean;
  anchors: number[];
  pictures: number;
}

const BARE: Paragraph = {
  lines: [],
  level: null,
  depth: 0,
  endsCell: false,
  endsRow: false,
  row: [],
  markDeleted: false,
  allDeleted: false,
  anchors: [],
  pictures: 0,
};

/** The lines of a paragraph, its number in front of the first that says something. */
function linesOf(number: string, text: string): string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (number === '') return lines;
  lines[0] = joinNumber(number, lines[0] ?? '');
  return lines;
}

/** Long lists, and rows as newer versions describe them, stand in the stream Data; a modifier at the start says where. */
function elsewhere(data: DataView, list: ModifierList): ModifierList[] {
  const lists: ModifierList[] = [];
  forEachModifier(list, ({ code, at }, view) => {
    if (code !== 0x6646 && code !== 0x6645 && code !== 0x646b) return;
    const place = view.getUint32(at, true);
    if (place + 2 <= data.byteLength) lists.push(modifierList(data, place + 2, place + 2 + data.getUint16(place, true)));
  });
  return [...lists, list];
}

function applyParagraph(state: ParagraphState, list: ModifierList): void {
  forEachModifier(list, ({ code, at }, view) => {
    switch (code) {
      case 0x2416:
        state.inTable = view.getUint8(at) !== 0;
        break;
      case 0x2417:
        state.endsRow = view.getUint8(at) !== 0;
        break;
      case 0x244b:
        state.endsInnerCell = view.getUint8(at) !== 0;
        break;
      case 0x244c:
        state.endsInnerRow = view.getUint8(at) !== 0;
        break;
      case 0x6649:
        state.depth = view.getInt32(at, true);
        break;
      case 0x664a:
        state.deeper += view.getInt32(at, true);
        break;
      case 0x2640:
        state.level = levelOf(view.getUint8(at));
        break;
      case 0x260a:
        state.listLevel = view.getUint8(at);
        break;
      case 0x460b: {
        const list = view.getInt16(at, true);
        state.list = list > 0 && list < 0x7ff ? list : 0;
        break;
      }
      default:
    }
  });
}

function characterState(own: ModifierList | null, changes: ModifierList | null, styles: StyleSheet, paragraphStyle: number): RunState {
  let hidden = styles(paragraphStyle).hidden;
  let inherited = hidden;
  let struck = styles(paragraphStyle).struck;
  let inheritedStruck = struck;
  let twice = false;
  let deleted = false;
  let inserted = false;
  let special = false;
  let symbol = -1;
  let font = -1;
  for (const list of [own, changes]) {
    if (!list) continue;
    forEachModifier(list, ({ code, at }, view) => {
      if (code === 0x4a30) {
        const style = styles(view.getUint16(at, true));
        hidden = inherited = style.hidden || styles(paragraphStyle).hidden;
        struck = inheritedStruck = style.struck !== styles(paragraphStyle).struck;
      } else if (code === 0x083c) hidden = isOn(view.getUint8(at), inherited);
      else if (code === STRUCK) struck = isOn(view.getUint8(at), inheritedStruck);
      else if (code === STRUCK_TWICE) twice = isOn(view.getUint8(at), false);
      else if (code === 0x0800) deleted = isOn(view.getUint8(at), false);
      else if (code === 0x0801) inserted = isOn(view.getUint8(at), false);
      else if (code === 0x0855) special = isOn(view.getUint8(at), false);
      else if (code === 0x6a03) special = true;
      else if (code === 0x6a09) {
        special = true;
        font = view.getUint16(at, true);
        symbol = view.getUint16(at + 2, true);
      }
    });
  }
  return { hidden, struck: struck || twice, deleted, inserted, special, symbol, font };
}
