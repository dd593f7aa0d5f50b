// The text of an rtf file: paragraphs with their automatic numbers, cells and rows by their marks, text boxes, pictures, fields.
// Tracked changes count as accepted. Groups are kept on a stack of our own: deep nesting is ordinary hostility.
import { equationText } from '../../equation-field.ts';
import { LIMITS } from '../../limits.ts';
import type { Cut } from '../../limits.ts';
import { createListCounter } from '../../list-counter.ts';
import type { ListCounter, ListOverride, StoredList } from '../../list-counter.ts';
import { joinNumber } from '../../list-numerals.ts';
import { assemble } from '../../marked-tables.ts';
import type { MarkedParagraph, TableFindings } from '../../marked-tables.ts';
import type { OfficeItem, Remark } from '../../office-blocks.ts';
import type { CellShape, RowShape } from '../../row-edges.ts';
import { strike } from '../../struck-text.ts';
import { signOf } from '../../symbol-fonts.ts';
import { Unreadable } from '../../unreadable.ts';
import { codePageOfLanguage, decodeBytes, isSymbolFont } from './code-pages.ts';
import type { CodePages, Font } from './code-pages.ts';
import { readFormField } from './form-field.ts';
import { createScanner } from './scanner.ts';
import { readFonts, readLists, readOverrides, readStyleSheet } from './tables.ts';
import type { RtfStyle } from './tables.ts';

export interface RtfText {
  readonly items: readonly OfficeItem[];
  readonly title: string;
  readonly remarks: ReadonlySet<Remark>;
  readonly findings: Readonly<TableFindings>;
  readonly cuts: ReadonlySet<Cut>;
  /** The last brace is there. */
  readonly whole: boolean;
}

interface RtfParagraph extends MarkedParagraph {
  readonly shape: RowShape | null;
  readonly anchored: readonly OfficeItem[];
}

/** Where text goes: to the paragraphs, to the number of the next one, to the code of a field, to what is only looked at. */
type Target = 'story' | 'number' | 'code' | 'margin' | 'title' | 'property' | 'nothing' | 'substitute';

/** What holds for the text of a group; never changed, only replaced. */
interface State {
  readonly target: Target;
  /** Characters that stand for one \u in older programs. */
  readonly fallback: number;
  readonly font: number;
  /** Which of the fonts of a run the next \af names, and those it named. */
  readonly script: '' | 'loch' | 'hich' | 'dbch' | 'rtlch';
  readonly wideFont: number;
  /** Font by which bytes are decoded. */
  readonly decoding: number;
  readonly hidden: boolean;
  readonly struck: boolean;
  readonly deleted: boolean;
  readonly inserted: boolean;
  readonly inTable: boolean;
  readonly depth: number;
  readonly style: number;
  readonly outline: number | null;
  readonly list: number;
  readonly listLevel: number;
}

/** A row as described before its cells, or behind them where tables stand within tables. */
interface RowDefinition {
  edges: number[];
  cells: CellShape[];
  next: CellShape;
}

/** The body, or one text box. */
interface Story {
  readonly paragraphs: RtfParagraph[];
  text: string;
  /** Lost by a deletion. */
  lost: boolean;
  /** Text of paragraphs whose marks were deleted or hidden. */
  carried: string;
  carriedDepth: number;
  number: string | null;
  pictures: number;
  anchored: OfficeItem[];
  row: RowDefinition;
  innerRow: RowDefinition;
  /** Cells since the last end of a row, by depth. */
  readonly cells: number[];
}

interface Field {
  code: string;
  /** What a form field shows. */
  shown: string | null;
  /** Length of the text in front of it, to see whether it has a result. */
  readonly before: number;
}

const MOST_EDGES = 256;
const MAX_DEPTH = 30;
const MAX_STORIES = 30;
const LOOKED_AT = 2000;
/** Pictures with less data than this show nothing. */
const LEAST_PICTURE = 60;
/** Characters of bookkeeping that no report has in a single field. */
const LONGEST_CODE = 5000;
const EMBEDDED = /Excel|Word|Package|Acro|PowerPoint|WPS|ET\.|KET|KWPS/i;

/** Words that stand for a character. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['lbr', '\n'],
  ['page', '\n'],
  ['column', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['~', '\u00a0'],
  ['_', '-'],
]);

/** Groups of which nothing is read, though they are not marked as ones that a reader may pass over. */
const SKIPPED: ReadonlySet<string> = new Set(
  (
    'colortbl filetbl revtbl rsidtbl nonshppict shprslt nonesttables mmathPict xe tc rxe txe private comment operator author doccomm ' +
    'keywords subject manager company category hlinkbase template ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn listname falt fontemb ' +
    'pn panose datafield themedata colorschememapping datastore latentstyles objdata atnid atnauthor atntime atndate atnicn ' +
    'atrfstart atrfend xmlnstbl bkmkstart bkmkend picprop blipuid creatim revtim printim buptim linkval staticval propname mctrlPr'
  ).split(' '),
);

/** Groups that older readers may pass over and we do not. */
const READ: ReadonlySet<string> = new Set(
  (
    'shpinst shpgrp shppict shptxt ud nesttableprops fldinst formfield objclass do dptxbxtext listtable listoverridetable moMath ' +
    'moMathPara annotation footnote result objemb field'
  ).split(' '),
);

const MARGINS: ReadonlySet<string> = new Set('header headerl headerr headerf footer footerl footerr footerf'.split(' '));

export function readBody(bytes: Uint8Array): RtfText {
  const scanner = createScanner(bytes);
  const remarks = new Set<Remark>();
  const cuts = new Set<Cut>();
  const findings: TableFindings = { guessed: 0, covered: 0, deletedRows: 0 };
  const pages: CodePages = { usual: 1252, eastAsian: null };
  const fonts = new Map<number, Font>();
  let styles: ReadonlyMap<number, RtfStyle> = new Map();
  let lists: ReadonlyMap<number, StoredList> = new Map();
  let overrides: ReadonlyMap<number, ListOverride> = new Map();
  let counter: ListCounter | null = null;
  let usualFont = 0;
  let title = '';
  let margin = '';
  let property = '';
  let characters = 0;
  let cells = 0;
  let count = 0;

  let state: State = {
    target: 'story',
    fallback: 1,
    font: 0,
    script: '',
    wideFont: -1,
    decoding: 0,
    hidden: false,
    struck: false,
    deleted: false,
    inserted: false,
    inTable: false,
    depth: 0,
    style: 0,
    outline: null,
    list: 0,
    listLevel: 0,
  };
  const states: State[] = [];
  /** What is to be done when a group closes, by its depth. */
  const closers = new Map<number, () => void>();
  const fields: Field[] = [];
  const stories: Story[] = [createStory()];
  let story = stories[0] as Story;

  // Bytes of text wait here until something else comes, since a character may have two.
  let buffer = new Uint8Array(256);
  let filled = 0;
  let wide = false;
  let raw = false;
  /** Characters still to be left out behind a \u. */
  let skip = 0;
  let lastUnit = -1;
  let lastSkipped = -1;
  /** The group begins with \*: a reader that does not know its word passes over it. */
  let optional = false;
  /** Nothing stood in the group so far. */
  let opened = false;
  /** Depth of the group that describes a row of a table within a table; 0 outside of one. */
  let innerRowAt = 0;

  const set = (change: Partial<State>) => {
    state = { ...state, ...change };
  };

  const flush = () => {
    if (filled === 0) return;
    const taken = buffer.subarray(0, filled);
    const font = fonts.get(state.decoding);
    let text: string;
    if (wide || isSymbolFont(font)) text = decodeBytes(taken, font, pages, raw);
    else {
      text = '';
      for (let i = 0; i < filled; i += 4096) text += String.fromCharCode(...taken.subarray(i, Math.min(filled, i + 4096)));
    }
    filled = 0;
    wide = raw = false;
    add(text);
  };

  const put = (byte: number) => {
    if (filled === buffer.length) {
      const larger = new Uint8Array(buffer.length * 2);
      larger.set(buffer);
      buffer = larger;
    }
    buffer[filled++] = byte;
    if (byte >= 0x80) wide = true;
  };

  const add = (text: string) => {
    switch (state.target) {
      case 'story':
        if (state.deleted) {
          remarks.add('changes');
          story.lost = true;
        } else if (state.hidden) {
          if (text.trim() !== '') remarks.add('hidden');
        } else {
          if (state.inserted) remarks.add('changes');
          story.text += state.struck ? strike(text) : text;
          characters += text.length;
          if (characters > LIMITS.characters) cuts.add('characters');
        }
        break;
      case 'number':
        if (!state.deleted && (story.number ?? '').length < 100) story.number = (story.number ?? '') + text;
        break;
      case 'code': {
        const field = fields[fields.length - 1];
        if (field && field.code.length < LONGEST_CODE) field.code += text;
        break;
      }
      case 'margin':
        if (margin.length < LOOKED_AT) margin += text;
        break;
      case 'title':
        if (title.length < LOOKED_AT) title += text;
        break;
      case 'property':
        if (property.length < 100) property += text;
        break;
      default:
    }
  };

  /** The paragraph so far. */
  const endParagraph = (mark: 'paragraph' | 'cell' | 'row', depth: number) => {
    const to = story;
    if (to.carried !== '' && depth !== to.carriedDepth) {
      // Nothing runs on from text into a table or out of it.
      to.paragraphs.push({ ...BARE, depth: to.carriedDepth, lines: linesOf('', to.carried) });
      to.carried = '';
    }
    const body = to.carried + to.text;
    to.carried = '';
    to.text = '';
    const carries = mark === 'paragraph' && (state.deleted || state.hidden);
    if (state.deleted) remarks.add('changes');
    if (carries) {
      to.carried = body;
      to.carriedDepth = depth;
    }
    const gone = state.deleted && body === '';
    let number = '';
    if (!carries && !gone && mark !== 'row') {
      counter ??= createListCounter(lists, overrides);
      const counted = state.list > 0 ? counter.next(state.list, state.listLevel, state.style) : '';
      number = numberOf(to.number, counted, state.list > 0 && overrides.has(state.list));
    }
    const { pictures, anchored, lost } = to;
    if (!carries) to.number = null;
    to.pictures = 0;
    to.anchored = [];
    to.lost = false;
    const lines = carries ? [] : linesOf(number, body);
    if (mark === 'paragraph' && lines.length === 0 && pictures === 0 && anchored.length === 0 && !lost) return;
    if (++count > LIMITS.blocks * 4) cuts.add('blocks');
    if (mark === 'cell') {
      if ((to.cells[depth] ?? 0) >= LIMITS.columns) {
        cuts.add('columns');
        return;
      }
      to.cells[depth] = (to.cells[depth] ?? 0) + 1;
      if (++cells > LIMITS.cells) cuts.add('cells');
    }
    let shape: RowShape | null = null;
    if (mark === 'row') {
      shape = shapeOf(depth > 1 ? to.innerRow : to.row, to.cells[depth] ?? 0);
      to.cells[depth] = 0;
    }
    const level = state.outline === null ? (styles.get(state.style)?.heading ?? null) : state.outline <= 8 ? state.outline + 1 : null;
    to.paragraphs.push({
      lines,
      level,
      depth,
      endsCell: mark === 'cell',
      endsRow: mark === 'row',
      markDeleted: state.deleted,
      allDeleted: lost && body === '',
      pictures,
      anchored,
      shape,
    });
  };

  /** What is left behind the last mark, and all that the story holds. */
  const finish = (ended: Story): OfficeItem[] => {
    if (ended.text !== '' || ended.carried !== '' || ended.pictures > 0 || ended.anchored.length > 0) {
      const outer = story;
      story = ended;
      endParagraph('paragraph', depthOf(state));
      if (ended.carried !== '') ended.paragraphs.push({ ...BARE, depth: ended.carriedDepth, lines: linesOf('', ended.carried) });
      story = outer;
    }
    return assemble(
      ended.paragraphs,
      (paragraph) => paragraph.shape,
      (paragraph) => paragraph.anchored,
      findings,
    );
  };

  const onClose = (act: () => void) => closers.set(states.length, act);

  const beginBox = () => {
    if (state.target !== 'story' && state.target !== 'nothing' && state.target !== 'property') return;
    if (stories.length >= MAX_STORIES) return;
    const box = createStory();
    stories.push(box);
    story = box;
    set({ target: 'story', inTable: false, depth: 0, list: 0, outline: null, style: 0, hidden: false, struck: false });
    onClose(() => {
      stories.pop();
      story = stories[stories.length - 1] as Story;
      for (const item of finish(box)) story.anchored.push(item);
    });
  };

  const beginField = () => {
    const field: Field = { code: '', shown: null, before: story.text.length };
    const { target } = state;
    fields.push(field);
    onClose(() => {
      fields.pop();
      if (target !== 'story') return;
      if (/^\s*(?:EMBED|LINK)\s/i.test(field.code)) remarks.add('embedded');
      if (story.text.length <= field.before) add(field.shown ?? equationText(field.code) ?? '');
    });
  };

  /** Passes over the rest of the group, its closing brace included. */
  const leaveGroup = (): number => {
    const skipped = scanner.skipGroup();
    closeGroup();
    return skipped;
  };

  const closeGroup = () => {
    closers.get(states.length)?.();
    closers.delete(states.length);
    state = states.pop() as State;
  };

  /** The group that opens with this word; false where it is no word that opens one. */
  const enter = (word: string): boolean => {
    switch (word) {
      case 'fonttbl':
        readFonts(bytes, scanner, pages, fonts);
        closeGroup();
        return true;
      case 'stylesheet':
        styles = readStyleSheet(bytes, scanner, pages, fonts);
        closeGroup();
        return true;
      case 'listtable':
        lists = readLists(bytes, scanner, pages);
        closeGroup();
        return true;
      case 'listoverridetable':
        overrides = readOverrides(bytes, scanner, pages);
        closeGroup();
        return true;
      case 'formfield': {
        const shown = readFormField(bytes, scanner, pages);
        const field = fields[fields.length - 1];
        if (field) field.shown = shown;
        closeGroup();
        return true;
      }
      case 'pict': {
        const counts = state.target === 'story' || (state.target === 'nothing' && property === 'pib');
        if (leaveGroup() > LEAST_PICTURE && counts && !state.deleted && !state.hidden) story.pictures++;
        return true;
      }
      case 'objclass': {
        const { target } = state;
        property = '';
        set({ target: 'property' });
        onClose(() => {
          if (target === 'story' && EMBEDDED.test(property)) remarks.add('embedded');
          property = '';
        });
        return true;
      }
      case 'footnote':
        if (state.target === 'story') remarks.add('notes');
        leaveGroup();
        return true;
      case 'annotation':
        if (state.target === 'story') remarks.add('comments');
        leaveGroup();
        return true;
      case 'info':
      case 'mmath':
        set({ target: 'nothing' });
        return true;
      case 'title':
        if (state.target !== 'nothing') return false;
        set({ target: 'title' });
        return true;
      case 'mr':
        if (state.target === 'nothing') set({ target: 'story' });
        return true;
      case 'upr':
        set({ target: 'substitute' });
        return true;
      case 'ud':
        // The same again in Unicode: for what stands around the two.
        set({ target: states[states.length - 2]?.target ?? 'story' });
        return true;
      case 'field':
        beginField();
        return true;
      case 'fldinst':
        set({ target: 'code' });
        return true;
      case 'listtext':
      case 'pntext':
        if (state.target === 'story') {
          story.number = '';
          set({ target: 'number' });
        }
        return true;
      case 'shp':
      case 'shpinst':
      case 'shpgrp':
      case 'do':
        set({ target: state.target === 'story' ? 'nothing' : state.target });
        return true;
      case 'sn':
        property = '';
        set({ target: 'property' });
        return true;
      case 'shptxt':
      case 'dptxbxtext':
        beginBox();
        return true;
      default:
    }
    if (MARGINS.has(word)) {
      set({ target: 'margin' });
      return true;
    }
    if (SKIPPED.has(word) || (optional && !READ.has(word))) {
      leaveGroup();
      return true;
    }
    return false;
  };

  const control = (word: string, value: number | null) => {
    const on = value !== 0;
    switch (word) {
      case 'par':
      case 'sect':
      case '\n':
      case '\r':
        if (state.target === 'story') endParagraph('paragraph', depthOf(state));
        else if (state.target === 'margin') add(' ');
        break;
      case 'cell':
        if (state.target === 'story') endParagraph('cell', 1);
        break;
      case 'nestcell':
        if (state.target === 'story') endParagraph('cell', Math.max(2, depthOf(state)));
        break;
      case 'row':
        if (state.target === 'story') endParagraph('row', 1);
        break;
      case 'nestrow':
        if (state.target === 'story') endParagraph('row', Math.max(2, depthOf(state)));
        break;
      case 'trowd':
        rowDefinition().edges = [];
        rowDefinition().cells = [];
        rowDefinition().next = { across: 0, down: 0 };
        break;
      case 'trleft': {
        const { edges, cells: shapes } = rowDefinition();
        if (shapes.length === 0) edges[0] = value ?? 0;
        break;
      }
      case 'clmgf':
        rowDefinition().next.across = 1;
        break;
      case 'clmrg':
        rowDefinition().next.across = 2;
        break;
      case 'clvmgf':
        rowDefinition().next.down = 3;
        break;
      case 'clvmrg':
        rowDefinition().next.down = 1;
        break;
      case 'cellx': {
        const row = rowDefinition();
        if (row.cells.length >= MOST_EDGES) break;
        if (row.edges.length === 0) row.edges.push(Math.min(0, value ?? 0));
        row.edges.push(Math.max(row.edges[row.edges.length - 1] ?? 0, value ?? 0));
        row.cells.push(row.next);
        row.next = { across: 0, down: 0 };
        break;
      }
      case 'pard':
        set({ inTable: false, depth: 0, style: 0, outline: null, list: 0, listLevel: 0 });
        break;
      case 'intbl':
        set({ inTable: on });
        break;
      case 'itap':
        set({ depth: Math.min(MAX_DEPTH, Math.max(0, value ?? 1)) });
        break;
      case 's':
        set({ style: value ?? 0 });
        break;
      case 'outlinelevel':
        set({ outline: Math.max(0, value ?? 0) });
        break;
      case 'ls':
        set({ list: Math.max(0, value ?? 0) });
        break;
      case 'ilvl':
        set({ listLevel: Math.min(8, Math.max(0, value ?? 0)) });
        break;
      case 'plain':
        set({
          font: usualFont,
          decoding: usualFont,
          script: '',
          wideFont: -1,
          hidden: false,
          struck: false,
          deleted: false,
          inserted: false,
        });
        break;
      case 'v':
        set({ hidden: on });
        break;
      case 'strike':
      case 'striked':
        set({ struck: on });
        break;
      case 'deleted':
      case 'mvf':
        set({ deleted: on });
        break;
      case 'revised':
      case 'mvt':
        set({ inserted: on });
        break;
      case 'f':
        set({ font: value ?? 0, decoding: value ?? 0 });
        break;
      case 'af':
        if (state.script === 'dbch') set({ wideFont: value ?? 0, decoding: value ?? 0 });
        else if (state.script === 'loch' || state.script === 'hich') set({ decoding: value ?? 0 });
        break;
      case 'loch':
      case 'hich':
        set({ script: word, decoding: state.font });
        break;
      case 'dbch':
        set({ script: word, decoding: state.wideFont >= 0 ? state.wideFont : state.font });
        break;
      case 'ltrch':
      case 'rtlch':
        set({ script: word === 'rtlch' ? word : '' });
        break;
      case 'uc':
        set({ fallback: Math.min(100, Math.max(0, value ?? 1)) });
        break;
      case 'ansi':
        pages.usual = 1252;
        break;
      case 'mac':
        pages.usual = 10000;
        break;
      case 'ansicpg':
        if (value !== null && value > 0) pages.usual = value;
        break;
      case 'deflangfe':
        pages.eastAsian = codePageOfLanguage(value ?? 0);
        break;
      case 'deff':
        usualFont = value ?? 0;
        if (states.length <= 1) set({ font: usualFont, decoding: usualFont });
        break;
      default: {
        const sign = SIGNS.get(word);
        if (sign !== undefined) add(sign);
      }
    }
  };

  const rowDefinition = () => (innerRowAt > 0 ? story.innerRow : story.row);

  let ended = false;
  // Too many columns are left out one by one; any other cap ends the reading.
  reading: while (cuts.size === 0 || (cuts.size === 1 && cuts.has('columns'))) {
    switch (scanner.next()) {
      case 'end':
        flush();
        break reading;
      case 'open':
        flush();
        skip = 0;
        optional = false;
        if (states.length >= LIMITS.depth) throw new Unreadable('too-complex', '的嵌套过深，没有读取');
        states.push(state);
        opened = true;
        continue;
      case 'close':
        flush();
        skip = 0;
        if (states.length === 0) continue;
        if (innerRowAt === states.length) innerRowAt = 0;
        closeGroup();
        if (states.length === 0) {
          ended = true;
          break reading;
        }
        break;
      case 'byte': {
        const byte = scanner.value ?? 0x3f;
        if (skip > 0) {
          skip--;
          lastSkipped = byte;
          break;
        }
        // Two bytes stand for the character, where the file says that one does.
        if (lastSkipped >= 0x81 && byte >= 0x40 && isSame(lastSkipped, byte, lastUnit, pages)) {
          lastSkipped = -1;
          break;
        }
        lastSkipped = -1;
        put(byte);
        break;
      }
      case 'text': {
        let { from } = scanner;
        if (skip > 0) {
          const left = Math.min(skip, scanner.to - from);
          skip -= left;
          from += left;
        }
        lastSkipped = -1;
        if (state.target === 'nothing') break;
        for (let i = from; i < scanner.to; i++) {
          const byte = bytes[i] as number;
          if (byte >= 0x80) raw = true;
          put(byte);
        }
        break;
      }
      default: {
        const { word, value } = scanner;
        if (word === '*') {
          optional = true;
          continue;
        }
        if (word === '\\' || word === '{' || word === '}') {
          if (skip > 0) skip--;
          else put(word.charCodeAt(0));
          break;
        }
        if (word === 'u') {
          flush();
          const unit = (value ?? 0x3f) & 0xffff;
          const font = fonts.get(state.decoding);
          const isSign = isSymbolFont(font) || (unit >= 0xf000 && unit <= 0xf0ff);
          add(isSign ? signOf(font?.name ?? '', unit) : String.fromCharCode(unit));
          skip = state.fallback;
          lastUnit = unit;
          lastSkipped = -1;
          break;
        }
        if (skip > 0 && SIGNS.has(word)) {
          skip--;
          break;
        }
        skip = 0;
        lastSkipped = -1;
        flush();
        if (word === 'nesttableprops') innerRowAt = states.length;
        else if ((opened || optional) && states.length > 1 && enter(word)) break;
        else control(word, value);
      }
    }
    opened = false;
    optional = false;
  }
  while (stories.length > 1) {
    const items = finish(stories.pop() as Story);
    story = stories[stories.length - 1] as Story;
    for (const item of items) story.anchored.push(item);
  }
  const items = finish(story);
  if (/\p{L}{2}/u.test(margin.replace(/[第共]\s*\d*\s*页/g, ''))) remarks.add('margins');
  return { items, title, remarks, findings, cuts, whole: ended || cuts.size > 0 };
}

const BARE: RtfParagraph = {
  lines: [],
  level: null,
  depth: 0,
  endsCell: false,
  endsRow: false,
  markDeleted: false,
  allDeleted: false,
  pictures: 0,
  anchored: [],
  shape: null,
};

function createStory(): Story {
  const row = (): RowDefinition => ({ edges: [], cells: [], next: { across: 0, down: 0 } });
  return {
    paragraphs: [],
    text: '',
    lost: false,
    carried: '',
    carriedDepth: 0,
    number: null,
    pictures: 0,
    anchored: [],
    row: row(),
    innerRow: row(),
    cells: [],
  };
}

function depthOf({ inTable, depth }: State): number {
  return inTable ? Math.max(1, depth) : depth;
}

/** The description as it is now; the same goes on for the next row. What goes far beyond the cells of the row is left out. */
function shapeOf({ edges, cells }: RowDefinition, count: number): RowShape | null {
  if (cells.length === 0) return null;
  return { edges: edges.slice(0, count + 3), cells: cells.slice(0, count + 2) };
}

/** The number as the file writes it, or else as it is counted; none for a sign in front of an item. */
function numberOf(written: string | null, counted: string, known: boolean): string {
  if (written === null) return counted;
  const number = written.replace(/\s+/g, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(number) || (known && counted === '' && number.length === 1)) return '';
  return number;
}

/** The lines of a paragraph, its number in front of the first that says something. */
function linesOf(number: string, text: string): string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (number !== '') lines[0] = joinNumber(number, lines[0] ?? '');
  return lines;
}

/** Whether two bytes are the character that was given by its number just before. */
function isSame(lead: number, trail: number, unit: number, { usual, eastAsian }: CodePages): boolean {
  const page = { name: '', charset: null, codePage: usual === 1252 ? (eastAsian ?? 936) : usual };
  return decodeBytes(Uint8Array.of(lead, trail), page, { usual, eastAsian }, false).charCodeAt(0) === unit;
}
