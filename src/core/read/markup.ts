// A page or a piece of HTML → blocks in reading order. The tree comes from parse5, which repairs markup as browsers do
// and needs no DOM; it is walked without recursion. Nothing in the page is run, loaded or shown.
import { defaultTreeAdapter, parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes, html, Token as ParserToken } from 'parse5';
import type { Block, Note } from '../model/document.ts';
import { createBlockList } from './block-list.ts';
import type { BlockList } from './block-list.ts';
import { isChinese, isWideFigure, joinHeading, joinLines } from './characters.ts';
import { isChrome, isChromeLine, mayBeChrome } from './chrome.ts';
import { LIMITS } from './limits.ts';
import { readLines } from './lines.ts';
import { parsePage } from './page-tree.ts';
import { strike } from './struck-text.ts';
import { createStruckElements } from './struck-elements.ts';
import type { ElementLook } from './struck-elements.ts';
import { layOutTable } from './table.ts';
import type { SpannedRow } from './table.ts';

type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

export interface Markup {
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
  /** The content system's own title (`<meta name="ArticleTitle">`) or else `<title>`. */
  readonly metaTitle: string | null;
}

export interface MarkupOptions {
  /** Read a piece inside a text that has lines: blocks get lines, counted from this one, and go into the given list. */
  readonly within?: { readonly list: BlockList; readonly firstLine: number };
}

/** Too many tags, elements or levels: the document is refused as too complex. */
export class TooComplex extends Error {}

/**
 * `layout`: only puts things side by side, read as paragraphs. `small`: a table of its own unless it stands in a cell.
 * `data`: always a table of its own.
 */
type TableUse = 'layout' | 'small' | 'data';

/** What the tree says, in document order, without what is not shown. */
type Token =
  | { readonly kind: 'text'; readonly text: string; readonly line: number | undefined }
  | { readonly kind: 'break' | 'headingEnd' | 'rowEnd' | 'tableEnd' }
  /** `number`: the cell holds nothing but one. */
  | { readonly kind: 'cellEnd'; readonly number: boolean }
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'preformatted'; readonly text: string }
  | { readonly kind: 'picture'; readonly text: string; readonly line: number | undefined }
  | { readonly kind: 'table'; use: TableUse; readonly line: number | undefined }
  | { readonly kind: 'row'; readonly group: number; readonly order: number; readonly line: number | undefined }
  | { readonly kind: 'cell'; readonly colSpan: number; readonly rowSpan: number; readonly line: number | undefined };

// Shared by all places: most tokens are one of these.
const BREAK: Token = { kind: 'break' };
const HEADING_END: Token = { kind: 'headingEnd' };
const ROW_END: Token = { kind: 'rowEnd' };
const CELL_END: Token = { kind: 'cellEnd', number: false };
const NUMBER_END: Token = { kind: 'cellEnd', number: true };
const TABLE_END: Token = { kind: 'tableEnd' };

interface Extraction {
  readonly tokens: readonly Token[];
  readonly metaTitle: string | null;
  /** Lines of chrome left out. */
  readonly chromeLines: number;
  /** Characters and table cells in parts that the page hides. */
  readonly hidden: { readonly characters: number; readonly numberCells: number };
  /** Cells with nothing but a number. */
  readonly numberCells: number;
  /** The page shows another file in a frame. */
  readonly framed: boolean;
  /** It marks what was deleted from it. */
  readonly changed: boolean;
}

/** `block`: starts and ends a line. `preformatted`: a block whose line feeds count. `skipped`: not looked into. */
type ElementKind = 'block' | 'preformatted' | 'skipped';
const ELEMENT_KINDS: ReadonlyMap<string, ElementKind> = new Map(
  (
    [
      [
        'block',
        'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form header hgroup hr legend li main menu nav ol p search section summary ul',
      ],
      ['preformatted', 'pre listing plaintext xmp'],
      [
        'skipped',
        'script style noscript template iframe frame frameset noframes object embed applet svg math canvas audio video map select button datalist rp rt rtc link base col colgroup progress meter textarea',
      ],
    ] as const
  ).flatMap(([kind, tags]) => tags.split(' ').map((tag) => [tag, kind] as const)),
);
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i;
const BLOCK_STYLE = /display\s*:\s*(?:block|flex|list-item)/i;
const FRAMED_FILE = /\.(?:pdf|docx?|wps|xlsx?|et|ofd)\b|pdfjs|viewer\.html/i;
const LONGEST_DELETION = 500;
const NUMBER_CELL = /^[\d.,，\s/—－-]{1,20}$/;

/**
 * Reads a page, or a piece of one.
 * @throws TooComplex if the page has more tags, elements or levels than the caps allow
 */
export async function readMarkup(source: string, options: MarkupOptions = {}): Promise<Markup> {
  const root = parseMarkup(source, options.within !== undefined);
  const list = options.within?.list ?? createBlockList();
  const offset = options.within ? options.within.firstLine - 1 : null;
  let extraction = extract(root, offset, false);
  const notes: Note[] = [];
  // Some pages show their text only once a script has run; a hidden report is better read than lost.
  const onlyHidden = extraction.hidden.numberCells >= 4 && extraction.numberCells < 4;
  if (onlyHidden) {
    extraction = extract(root, offset, true);
    notes.push({ code: 'hidden-read', message: '网页正文设为隐藏，已一并读取；请对照网页核实。', weight: 'caution' });
  } else if (extraction.hidden.characters > 200) {
    notes.push({
      code: 'hidden-left-out',
      message: `网页中有约${extraction.hidden.characters}字设为隐藏，没有读取。`,
      weight: extraction.hidden.numberCells > 0 ? 'caution' : 'info',
    });
  }
  if (extraction.changed) {
    notes.push({ code: 'changes-accepted', message: '网页里标有删除的文字，没有读取，请确认修订无误。', weight: 'info' });
  }
  if (extraction.framed) {
    notes.push({
      code: 'frame-left-out',
      message: '网页中嵌有其他文件（如PDF），其内容没有读取；如正文在其中，请下载后单独导入。',
      weight: 'caution',
    });
  }
  const lines = emit(extraction.tokens, list) + extraction.chromeLines;
  if (lines > 0) notes.push({ code: 'P-NAV-NOISE', message: `已略去网页导航、分享、页脚等${lines}行，不参与核对。` });
  if (!options.within) notes.push(...list.notes());
  return { blocks: list.blocks, notes, metaTitle: extraction.metaTitle };
}

// One adapter for all pages: parse5 runs at once and to its end, so the counts are those of the page being parsed, and the
// parser stays as fast as with its own adapter.
const counted = { elements: 0, depth: 0 };
const countingAdapter = {
  ...defaultTreeAdapter,
  createElement(tag: string, namespace: html.NS, attrs: ParserToken.Attribute[]) {
    if (++counted.elements > LIMITS.elements) throw new TooComplex();
    return defaultTreeAdapter.createElement(tag, namespace, attrs);
  },
  onItemPush() {
    if (++counted.depth > LIMITS.depth) throw new TooComplex();
  },
  onItemPop() {
    counted.depth--;
  },
};

function parseMarkup(source: string, fragment: boolean): ParentNode {
  let tags = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) tags++;
  if (tags > LIMITS.tags) throw new TooComplex();
  counted.elements = 0;
  counted.depth = 0;
  const treeAdapter = countingAdapter;
  return fragment ? parseFragment(source, { treeAdapter, sourceCodeLocationInfo: true }) : parsePage(source, treeAdapter);
}

/** Names of texts, comments and the like start with #. */
function isElement(node: DefaultTreeAdapterTypes.Node): node is Element {
  return node.nodeName.charCodeAt(0) !== 35;
}

function attribute(element: Element, name: string): string | null {
  const { attrs } = element;
  for (let i = 0; i < attrs.length; i++) if (attrs[i]?.name === name) return attrs[i]?.value ?? null;
  return null;
}

function lookOf(element: Element): ElementLook {
  return { tag: element.tagName, attribute: (name) => attribute(element, name) };
}

/** A part whose end decides whether its tokens stay. */
interface Mark {
  readonly element: Element;
  readonly hidden: boolean;
  readonly role: string;
  readonly names: string;
  readonly tokens: number;
  readonly counts: Counts;
}

interface Counts {
  characters: number;
  linked: number;
  links: number;
  innerLinks: number;
  headings: number;
  numberCells: number;
}

/** Walks the tree with a stack of its own: pages may be nested deeper than the call stack reaches. */
function extract(root: ParentNode, lineOffset: number | null, withHidden: boolean): Extraction {
  const tokens: Token[] = [];
  const counts: Counts = { characters: 0, linked: 0, links: 0, innerLinks: 0, headings: 0, numberCells: 0 };
  const hidden = { characters: 0, numberCells: 0 };
  const marks: Mark[] = [];
  let chromeLines = 0;
  let title = null as string | null;
  let articleTitle = null as string | null;
  let framed = false;
  let changed = false;
  let openLinks = 0;
  let hiddenDepth = 0;
  /** Text of the open cell while it may still be a number. */
  let cellText: string[] = [];
  /** Most elements of a page share a few class names and styles. */
  const judged = new Map<string, boolean>();
  const styles = new Map<string, 'hidden' | 'block' | 'other'>();
  let groups = 0;
  /** Row group of each open table. */
  const groupStack: { id: number; order: number }[] = [];
  let group = { id: 0, order: 1 };
  /** Ends a line if there is one. */
  const addBreak = () => {
    const kind = tokens[tokens.length - 1]?.kind;
    if (kind === 'text' || kind === 'picture') tokens.push(BREAK);
  };
  let openCells = 0;
  const struckElements = createStruckElements();
  /** Open elements that cross their text out. */
  const struck: Element[] = [];
  const stack: { readonly node: ParentNode; next: number }[] = [{ node: root, next: 0 }];

  const around = (): ElementLook[] =>
    stack.flatMap(({ node }) => (isElement(node as DefaultTreeAdapterTypes.Node) ? [lookOf(node as Element)] : []));

  const lineOf = (node: { sourceCodeLocation?: { startLine: number } | null | undefined }): number | undefined =>
    lineOffset !== null && node.sourceCodeLocation ? lineOffset + node.sourceCodeLocation.startLine : undefined;

  const addText = (text: string, node?: DefaultTreeAdapterTypes.TextNode) => {
    let line = node && lineOf(node);
    if (line !== undefined) line += /^\s*/.exec(text)?.[0].match(/\n/g)?.length ?? 0;
    tokens.push({ kind: 'text', text: struck.length > 0 ? strike(text) : text, line });
    let { length } = text;
    // Blanks matter where there is little else.
    if (length < 100) for (let i = text.length - 1; i >= 0; i--) if (text.charCodeAt(i) <= 32) length--;
    counts.characters += length;
    if (openLinks > 0) counts.linked += length;
    if (cellText.length < 8) cellText.push(text);
  };

  const mayBe = (tag: string, role: string, names: string): boolean => {
    if (role === '' && names === '') return mayBeChrome(tag, role, names);
    const key = `${tag} ${role} ${names}`;
    let known = judged.get(key);
    if (known === undefined) {
      known = mayBeChrome(tag, role, names);
      if (judged.size < 1000) judged.set(key, known);
    }
    return known;
  };

  const styleOf = (style: string): 'hidden' | 'block' | 'other' => {
    let known = styles.get(style);
    if (known === undefined) {
      known = HIDDEN_STYLE.test(style) ? 'hidden' : BLOCK_STYLE.test(style) ? 'block' : 'other';
      if (styles.size < 1000) styles.set(style, known);
    }
    return known;
  };

  /** Adds the tokens of an element's start; false if its content is not to be looked at. */
  const enter = (element: Element): boolean => {
    const tag = element.tagName;
    if (tag === 'title') {
      title ??= textOf(element);
      return false;
    }
    if (tag === 'meta') {
      const name = attribute(element, 'name')?.toLowerCase();
      if (name === 'articletitle') articleTitle = attribute(element, 'content');
      return false;
    }
    const kind = ELEMENT_KINDS.get(tag);
    if (kind === 'skipped') {
      if (tag === 'style') struckElements.learn(textOf(element));
      if (tag === 'iframe' || tag === 'embed' || tag === 'object' || tag === 'frame') {
        framed ||= FRAMED_FILE.test(attribute(element, 'src') ?? attribute(element, 'data') ?? '');
      }
      if (tag === 'textarea' && openCells > 0) addText(textOf(element));
      return false;
    }
    if (tag === 'del' && isDeletion(element)) {
      changed = true;
      return false;
    }
    let style = '';
    let role = '';
    let names = '';
    let isHidden = false;
    const { attrs } = element;
    for (let i = 0; i < attrs.length; i++) {
      const { name, value } = attrs[i] as (typeof attrs)[number];
      if (name === 'style') style = value;
      else if (name === 'hidden') isHidden = true;
      else if (name === 'role') role = value.toLowerCase();
      else if (name === 'class' || name === 'id') names += ` ${value.toLowerCase()}`;
    }
    if (style !== '') isHidden ||= styleOf(style) === 'hidden';
    if (tag === 'dialog') isHidden ||= attribute(element, 'open') === null;
    if (isHidden && !withHidden) {
      if (hiddenDepth++ === 0) addBreak();
      marks.push({ element, hidden: true, role, names, tokens: tokens.length, counts: { ...counts } });
    } else if (tag !== 'body' && tag !== 'html' && mayBe(tag, role, names)) {
      marks.push({ element, hidden: false, role, names, tokens: tokens.length, counts: { ...counts } });
    }
    switch (tag) {
      case 'br':
      case 'hr':
        addBreak();
        return false;
      case 'img': {
        const size = Math.min(Number(attribute(element, 'width') ?? 999), Number(attribute(element, 'height') ?? 999));
        // Icons and spacers are no content.
        if (!(size <= 40) && !(attribute(element, 'src') ?? '').startsWith('data:image/gif')) {
          tokens.push({ kind: 'picture', text: attribute(element, 'alt') ?? '', line: lineOf(element) });
        }
        return false;
      }
      case 'input': {
        const type = attribute(element, 'type')?.toLowerCase() ?? 'text';
        // A form that was saved with its numbers filled in.
        if (openCells > 0 && (type === 'text' || type === 'number')) addText(attribute(element, 'value') ?? '');
        return false;
      }
      case 'a': {
        const href = attribute(element, 'href');
        if (href !== null) {
          counts.links++;
          if (href.startsWith('#') && href.length > 1) counts.innerLinks++;
        }
        openLinks++;
        return true;
      }
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        counts.headings++;
        addBreak();
        tokens.push({ kind: 'heading', level: Number(tag[1]) });
        return true;
      case 'table':
        groupStack.push(group);
        group = { id: ++groups, order: 1 };
        addBreak();
        tokens.push({ kind: 'table', use: 'layout', line: lineOf(element) });
        return true;
      case 'thead':
      case 'tbody':
      case 'tfoot':
        group = { id: ++groups, order: tag === 'thead' ? 0 : tag === 'tfoot' ? 2 : 1 };
        return true;
      case 'tr':
        tokens.push({ kind: 'row', group: group.id, order: group.order, line: lineOf(element) });
        return true;
      case 'td':
      case 'th':
        cellText = [];
        openCells++;
        tokens.push({ kind: 'cell', colSpan: span(element, 'colspan'), rowSpan: span(element, 'rowspan'), line: lineOf(element) });
        return true;
      default:
        if (kind === 'preformatted' && openCells === 0) {
          const text = textOf(element);
          counts.characters += text.length;
          addBreak();
          tokens.push({ kind: 'preformatted', text });
          return false;
        }
        if (kind !== undefined || (style !== '' && styleOf(style) === 'block')) addBreak();
        return true;
    }
  };

  const leave = (element: Element) => {
    const tag = element.tagName;
    switch (tag) {
      case 'a':
        openLinks = Math.max(0, openLinks - 1);
        break;
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        tokens.push(HEADING_END);
        break;
      case 'table':
        group = groupStack.pop() ?? group;
        tokens.push(TABLE_END);
        break;
      case 'thead':
      case 'tbody':
      case 'tfoot':
        group = { id: ++groups, order: 1 };
        break;
      case 'tr':
        tokens.push(ROW_END);
        break;
      case 'td':
      case 'th':
        openCells--;
        if (cellText.length < 8 && isNumber(cellText)) {
          tokens.push(NUMBER_END);
          counts.numberCells++;
        } else tokens.push(CELL_END);
        cellText = [];
        break;
      default:
        if (ELEMENT_KINDS.has(tag)) addBreak();
        else if (element.attrs.length > 0 && styleOf(attribute(element, 'style') ?? '') === 'block') addBreak();
    }
  };

  const judge = (mark: Mark) => {
    const characters = counts.characters - mark.counts.characters;
    const linked = counts.linked - mark.counts.linked;
    const numberCells = counts.numberCells - mark.counts.numberCells;
    if (mark.hidden) {
      hiddenDepth--;
      if (hiddenDepth === 0) {
        hidden.characters += characters;
        hidden.numberCells += numberCells;
      }
    } else {
      // Too long to be chrome: not even looked at.
      if (characters > 4000 || tokens.length - mark.tokens > 4000) return;
      const text = shownText(tokens, mark.tokens);
      const region = {
        tag: mark.element.tagName,
        role: mark.role,
        names: mark.names,
        text,
        linked,
        unlinked: characters - linked,
        links: counts.links - mark.counts.links,
        innerLinks: counts.innerLinks - mark.counts.innerLinks,
        headings: counts.headings - mark.counts.headings,
        numberCells,
      };
      if (characters === 0 || !isChrome(region)) return;
      chromeLines += text.split('\n').filter((line) => line.trim() !== '').length;
    }
    tokens.length = mark.tokens;
    Object.assign(counts, mark.counts);
    addBreak();
  };

  while (stack.length > 0) {
    const top = stack[stack.length - 1];
    if (top === undefined) break;
    const child = top.node.childNodes[top.next++];
    if (child === undefined) {
      stack.pop();
      if (isElement(top.node)) {
        if (struck[struck.length - 1] === top.node) struck.pop();
        leave(top.node);
        const mark = marks[marks.length - 1];
        if (mark?.element === top.node) {
          marks.pop();
          judge(mark);
        }
      }
    } else if (child.nodeName === '#text') {
      const text = child as DefaultTreeAdapterTypes.TextNode;
      addText(text.value, text);
    } else if (isElement(child)) {
      if (enter(child)) {
        if (struckElements.crossesOut(lookOf(child), around)) struck.push(child);
        stack.push({ node: child, next: 0 });
      } else if (marks[marks.length - 1]?.element === child) {
        const mark = marks.pop();
        if (mark) judge(mark);
      }
    }
  }
  return {
    tokens,
    metaTitle: (articleTitle ?? title)?.replace(/\s+/g, ' ').trim() || null,
    chromeLines,
    hidden,
    numberCells: counts.numberCells,
    framed,
    changed,
  };
}

/** Some words marked as deleted. Where whole blocks stand within the mark, its end was most likely forgotten. */
function isDeletion(element: Element): boolean {
  const text = element.childNodes.length > 50 ? '' : textOf(element);
  if (text.trim() === '' || text.length > LONGEST_DELETION) return false;
  return !element.childNodes.some((node) => node.nodeName === 'table' || ELEMENT_KINDS.get(node.nodeName) === 'block');
}

function isNumber(texts: readonly string[]): boolean {
  return NUMBER_CELL.test((texts.length === 1 ? (texts[0] ?? '') : texts.join('')).trim());
}

function span(element: Element, name: 'colspan' | 'rowspan'): number {
  const value = attribute(element, name);
  if (value === null) return 1;
  const number = Number.parseInt(value, 10);
  // Only rowspan="0" has a meaning of its own; nonsense counts as 1, as in browsers.
  if (!(number >= 0)) return 1;
  return number === 0 && name === 'colspan' ? 1 : Math.min(number, name === 'colspan' ? 1000 : 65_534);
}

/** All text inside an element, `<br>` as a line feed. */
function textOf(element: Element): string {
  const pieces: string[] = [];
  const stack: DefaultTreeAdapterTypes.ChildNode[] = [...element.childNodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.nodeName === '#text') pieces.push((node as DefaultTreeAdapterTypes.TextNode).value);
    else if (node.nodeName === 'br') pieces.push('\n');
    else if ('childNodes' in node && ELEMENT_KINDS.get(node.nodeName) !== 'skipped') {
      for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i] as DefaultTreeAdapterTypes.ChildNode);
    }
  }
  return pieces.join('');
}

/** The text of the tokens from an index on, a line feed between blocks. */
function shownText(tokens: readonly Token[], from: number): string {
  let text: string = '';
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    if (token.kind === 'text' || token.kind === 'preformatted') text += token.text.replace(/\s+/g, ' ');
    else if (token.kind !== 'picture' && text !== '' && !text.endsWith('\n')) text += '\n';
  }
  return text;
}

interface TableCount {
  readonly token: { use: TableUse };
  rows: number;
  cells: number;
  rowCells: number;
  widest: number;
  filled: number;
  values: number;
  bulky: boolean;
  /** Holds a table of its own right. */
  nested: boolean;
  cell: { characters: number; paragraphs: number; headings: number } | null;
}

/** Decides for every table whether it carries data or only lays out the page. */
function judgeTables(tokens: readonly Token[]): void {
  const open: TableCount[] = [];
  for (const token of tokens) {
    if (token.kind === 'table') {
      open.push({ token, rows: 0, cells: 0, rowCells: 0, widest: 0, filled: 0, values: 0, bulky: false, nested: false, cell: null });
      continue;
    }
    const table = open[open.length - 1];
    if (table === undefined) continue;
    switch (token.kind) {
      case 'row':
        table.rows++;
        table.rowCells = 0;
        break;
      case 'cell':
        table.cells++;
        table.rowCells++;
        table.widest = Math.max(table.widest, table.rowCells);
        table.cell = { characters: 0, paragraphs: 0, headings: 0 };
        break;
      case 'text':
      case 'preformatted':
        if (table.cell) {
          const { length } = token.text.trim();
          table.cell.characters += length;
          if (length > 0) table.cell.paragraphs++;
        }
        break;
      case 'heading':
        if (table.cell && token.level <= 2) table.cell.headings++;
        break;
      case 'cellEnd':
        if (table.cell) {
          const { characters, paragraphs, headings } = table.cell;
          if (characters > 0) table.filled++;
          if (token.number) table.values++;
          if (characters > 1000 || headings > 0 || (paragraphs >= 4 && characters > 400)) table.bulky = true;
          table.cell = null;
        }
        break;
      case 'tableEnd': {
        open.pop();
        // Numbers in its own cells speak for data whatever else stands in them.
        const numbers = table.values >= 4 && table.values >= table.filled * 0.3;
        const layout = table.widest <= 1 || ((table.nested || table.bulky) && !numbers);
        const data = !layout && table.rows >= 2 && table.cells >= 4;
        table.token.use = layout ? 'layout' : data ? 'data' : 'small';
        const outer = open[open.length - 1];
        if (outer) {
          outer.nested ||= data || (layout && table.nested);
          if (outer.cell && !data) outer.cell.characters += table.filled;
        }
        break;
      }
      default:
    }
  }
}

interface OpenCell {
  readonly lines: string[];
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly line: number | undefined;
}

interface OpenRow {
  readonly cells: OpenCell[];
  readonly group: number;
  readonly order: number;
  readonly line: number | undefined;
}

interface OpenTable {
  readonly rows: OpenRow[];
  readonly line: number | undefined;
  cell: OpenCell | null;
  /** What stood inside its cells and comes after it. */
  readonly after: (() => void)[];
}

/** Turns tokens into blocks; returns how many lines of chrome it left out. */
function emit(tokens: readonly Token[], list: BlockList): number {
  judgeTables(tokens);
  /** Open tables with the table of its own right around each; `own` is null for one that only lays out. */
  const tables: { readonly own: OpenTable | null; readonly around: OpenTable | null }[] = [];
  let current = null as OpenTable | null;
  let outermost = null as OpenTable | null;
  let heading: { readonly level: number; readonly lines: string[]; line: number | undefined } | null = null;
  let buffer = '';
  let bufferLine: number | undefined;
  let pictures: { text: string; line: number | undefined }[] = [];
  let chromeLines = 0;

  /** Whether rows and cells belong to `current` and not to a layout inside one of its cells. */
  const innermost = () => current !== null && tables[tables.length - 1]?.own === current;
  const flush = () => {
    if (buffer !== '') {
      // One place more than may be taken, so that the list notices the cut.
      const line = collapse(buffer.length > LIMITS.characters ? buffer.slice(0, LIMITS.characters + 1) : buffer);
      buffer = '';
      if (line !== '') {
        if (current?.cell) current.cell.lines.push(line);
        else if (heading) {
          heading.line ??= bufferLine;
          heading.lines.push(line);
        } else if (isChromeLine(line)) chromeLines++;
        else list.paragraph(line, bufferLine);
      }
      bufferLine = undefined;
    }
    if (pictures.length > 0) {
      const waiting = pictures;
      pictures = [];
      const place = () => {
        for (const picture of waiting) list.picture(picture.text, picture.line);
      };
      if (outermost) outermost.after.push(place);
      else if (!heading) place();
      else pictures = waiting;
    }
  };
  const endHeading = () => {
    if (!heading) return;
    const { level, lines, line } = heading;
    heading = null;
    const text = joinHeading(lines);
    // A heading element around a whole text is a habit of some editors, not a heading.
    if (lines.length <= 4 && text.length <= 200) list.heading(level, text, line);
    else for (const each of lines) list.paragraph(each, line);
    flush();
  };

  for (const token of tokens) {
    if (list.full()) break;
    if (token.kind === 'text') {
      if (bufferLine === undefined && token.line !== undefined && token.text.trim() !== '') bufferLine = token.line;
      buffer += token.text;
      continue;
    }
    if (token.kind === 'picture') {
      pictures.push({ text: token.text, line: token.line });
      continue;
    }
    flush();
    switch (token.kind) {
      case 'heading':
        endHeading();
        if (!current?.cell) heading = { level: token.level, lines: [], line: undefined };
        break;
      case 'headingEnd':
        endHeading();
        break;
      case 'preformatted':
        endHeading();
        readLines(token.text, list, { numbered: false });
        break;
      case 'table': {
        endHeading();
        const independent: boolean = token.use === 'data' || (token.use === 'small' && !current?.cell);
        const own: OpenTable | null = independent ? { rows: [], line: token.line, cell: null, after: [] } : null;
        tables.push({ own, around: current });
        current = own ?? current;
        outermost ??= own;
        break;
      }
      case 'row':
        if (innermost()) {
          const { group, order, line } = token;
          current?.rows.push({ cells: [], group, order, line });
        }
        break;
      case 'cell':
        if (current && innermost()) {
          const { colSpan, rowSpan, line } = token;
          current.cell = { lines: [], colSpan, rowSpan, line };
          current.rows[current.rows.length - 1]?.cells.push(current.cell);
        }
        break;
      case 'cellEnd':
        if (current && innermost()) current.cell = null;
        break;
      case 'tableEnd': {
        endHeading();
        const { own: ended, around } = tables.pop() ?? { own: null, around: null };
        current = around;
        if (!ended) break;
        if (outermost === ended) outermost = null;
        const place = () => {
          placeTable(ended, list);
          for (const later of ended.after) later();
        };
        if (outermost) outermost.after.push(place);
        else place();
        break;
      }
      default:
    }
  }
  flush();
  endHeading();
  return chromeLines;
}

/** Puts a table into the list, cut where a row is a paragraph across all columns. */
function placeTable(table: OpenTable, list: BlockList): void {
  const rows = inOrder(table.rows.filter((row) => row.cells.length > 0));
  const spanned = rows.map(({ cells, group, line }): SpannedRow => {
    const texts = cells.map((cell) => ({ text: joinLines(cell.lines), colSpan: cell.colSpan, rowSpan: cell.rowSpan, line: cell.line }));
    return { cells: texts, group, line };
  });
  const laidOut = layOutTable(spanned, list.cuts);
  const width = laidOut.reduce((most, row) => row.cells.reduce((end, cell) => Math.max(end, cell.column + cell.colSpan), most), 0);
  const isProse = (y: number) => {
    const cell = laidOut[y]?.cells[0];
    if (cell === undefined || laidOut[y]?.cells.length !== 1 || width < 2) return false;
    return cell.colSpan === width && cell.rowSpan === 1 && cell.text.length >= 60 && cell.text.includes('。');
  };
  let from = 0;
  for (let y = 0; y <= laidOut.length; y++) {
    if (y < laidOut.length && !isProse(y)) continue;
    if (from === 0 && y === laidOut.length) list.table('grid', laidOut, table.line);
    else if (y > from) list.table('grid', layOutTable(spanned.slice(from, y), list.cuts), spanned[from]?.line ?? table.line);
    for (const line of rows[y]?.cells[0]?.lines ?? []) list.paragraph(line, rows[y]?.line);
    from = y + 1;
  }
}

/** The first head first and the first foot last, wherever they stand in the source. */
function inOrder(rows: readonly OpenRow[]): readonly OpenRow[] {
  if (rows.every((row) => row.order === 1)) return rows;
  const head = rows.find((row) => row.order === 0)?.group;
  const foot = rows.find((row) => row.order === 2)?.group;
  const rank = (row: OpenRow) => (row.order === 0 && row.group === head ? 0 : row.order === 2 && row.group === foot ? 2 : 1);
  return [0, 1, 2].flatMap((wanted) => rows.filter((row) => rank(row) === wanted));
}

/** White space as a browser shows it, except that a line feed between two Chinese characters is no space. */
function collapse(text: string): string {
  if (!/[\t\n\f\r]| {2}/.test(text)) return text.trim();
  return text
    .trim()
    .replace(/[ \t\n\f\r]+/g, (run, at: number, whole: string) =>
      run !== ' ' && /[\n\r]/.test(run) && runsOn(whole.charCodeAt(at - 1), whole.charCodeAt(at + run.length)) ? '' : ' ',
    );
}

function runsOn(before: number, after: number): boolean {
  return isChinese(before) && isChinese(after) && !(isWideFigure(before) && isWideFigure(after));
}
